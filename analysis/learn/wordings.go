package learn

// Wordings returns the ways in which surveys and posts on school and home ask what
// gold files call by a short name, the plainest first and the more frequent more
// than once; nil for another name. What a question asks tells much of what its
// answers are about, and in which tone.
func Wordings(short string) []string { return wordings[short] }

var wordings = map[string][]string{
	"going-well": {
		"What is going well between home and school?",
		"What do you like most about our school?",
		"What is going well between home and school?",
		"What works well between teachers and families?",
		"What is going well between home and school?",
		"¿Qué va bien entre la casa y la escuela?",
	},
	"improve": {
		"What could we do better?",
		"What should the school improve?",
		"What could we do better?",
		"What frustrates you? What would you change?",
		"What could we do better?",
		"¿Qué podríamos mejorar?",
	},
	"other": {
		"Is there anything else you would like us to know?",
		"Any other comments or suggestions?",
		"Is there anything else you would like us to know?",
		"¿Hay algo más que quiera decirnos?",
	},
	"teachers-want": {
		"What do teachers want from parents?",
		"What do teachers need from families?",
		"What do teachers want from parents?",
		"What do you expect from parents?",
		"What do teachers want from parents?",
		"¿Qué quieren los maestros de los padres?",
	},
	"parents-want": {
		"What do parents want from teachers?",
		"What do families need from teachers?",
		"What do parents want from teachers?",
		"What do you expect from teachers?",
		"What do parents want from teachers?",
		"¿Qué quieren los padres de los maestros?",
	},
	"converge": {
		"Where might their interests converge?",
		"What do parents and teachers have in common?",
		"Where might their interests converge?",
		"Where do the interests of parents and teachers meet?",
		"Where might their interests converge?",
		"¿En qué coinciden los padres y los maestros?",
	},
	"vision": {
		"What is your vision of an effective partnership?",
		"What would an effective partnership of parents and teachers look like?",
		"What is your vision of an effective partnership?",
		"What is your vision of how home and school work together?",
		"What is your vision of an effective partnership?",
		"¿Cuál es su visión de una colaboración eficaz?",
	},
}
