package codebook

import (
	"strings"
	"testing"

	"commonground/analysis/survey"
)

// toneBook has one theme that is easy to see in a sentence.
const toneBook = `id: tone
themes:
  - id: office
    patterns:
      en: [office, teacher*]
      es: [oficina, maestr*]
`

func TestTone(t *testing.T) {
	b, err := Load(strings.NewReader(toneBook), "tone-book.yaml")
	if err != nil {
		t.Fatal(err)
	}
	e, err := newEngine(b.Themes, nil)
	if err != nil {
		t.Fatal(err)
	}
	rd := e.newReading()
	for _, tt := range []struct {
		text  string
		slant survey.Tone
		want  string // tones of the mentions, in order
	}{
		{"The office is excellent.", survey.Neutral, "praise"},
		{"The office is wonderful and kind.", survey.Neutral, "praise"},
		{"I love the teacher.", survey.Neutral, "praise"},
		{"The office never answers.", survey.Neutral, "concern"},
		{"The office doesn't listen.", survey.Neutral, "concern"},
		{"The office doesn’t listen.", survey.Neutral, "concern"},
		{"I don't feel heard by the office.", survey.Neutral, "concern"},
		{"The office is not helpful.", survey.Neutral, "concern"},
		{"The teacher was rude.", survey.Neutral, "concern"},
		{"Not enough teachers.", survey.Neutral, "concern"},
		{"There is a lack of teachers.", survey.Neutral, "concern"},
		{"No complaints about the office.", survey.Neutral, "praise"},
		{"The teacher never blames us.", survey.Neutral, "praise"},
		{"The office should open earlier.", survey.Neutral, "wish"},
		{"I wish the office were open at night.", survey.Neutral, "wish"},
		{"I would like to know the teacher.", survey.Neutral, "wish"},
		{"The office could be better.", survey.Neutral, "wish"},
		{"The office needs a second phone.", survey.Neutral, "wish"},
		{"It would help if the office wrote to us.", survey.Neutral, "wish"},
		{"The teacher is wonderful but the office never answers.", survey.Neutral, "praise concern"},
		{"The teacher is wonderful, although the office is rude.", survey.Neutral, "praise concern"},
		{"The office is rude. The teacher is excellent.", survey.Neutral, "concern praise"},
		{"The office is rude; the teacher is excellent.", survey.Neutral, "concern praise"},
		{"The teacher is excellent, the office never answers.", survey.Neutral, "praise concern"},
		{"The teacher is warm, patient, and excellent.", survey.Neutral, "praise"},
		{"The office is on Elm Street.", survey.Neutral, "neutral"},
		{"The office is on Elm Street.", survey.Praise, "praise"},
		{"The office is on Elm Street.", survey.Concern, "concern"},
		{"The office never answers.", survey.Praise, "concern"},
		{"The office should open earlier.", survey.Concern, "wish"},
		{"The office is excellent.", survey.Concern, "praise"},
		{"La oficina es excelente.", survey.Neutral, "praise"},
		{"Me encanta la maestra.", survey.Neutral, "praise"},
		{"Gracias a la maestra.", survey.Neutral, "praise"},
		{"La oficina nunca contesta.", survey.Neutral, "concern"},
		{"La maestra no nos escucha.", survey.Neutral, "concern"},
		{"La oficina es pésima.", survey.Neutral, "concern"},
		{"Ninguna queja de la oficina.", survey.Neutral, "praise"},
		{"La oficina debería abrir más temprano.", survey.Neutral, "wish"},
		{"Ojalá la oficina abriera más temprano.", survey.Neutral, "wish"},
		{"Me gustaría hablar con la maestra.", survey.Neutral, "wish"},
		{"Hace falta otra maestra.", survey.Neutral, "wish"},
		{"La maestra es excelente pero la oficina nunca contesta.", survey.Neutral, "praise concern"},
		{"La oficina está en la calle Olmo.", survey.Wish, "wish"},
	} {
		lang := survey.English
		if strings.Contains(tt.text, "ofici") || strings.Contains(tt.text, "maestr") {
			lang = survey.Spanish
		}
		rd.readAs(tt.text, lang, question{slant: tt.slant})
		var got []string
		for _, m := range rd.mentions {
			got = append(got, m.tone.String())
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%q (slant %v): %q, want %q", tt.text, tt.slant, s, tt.want)
		}
	}
}

func TestSlant(t *testing.T) {
	for text, want := range map[string]survey.Tone{
		"What is going well at our school?":                        survey.Praise,
		"What do you like most about our school?":                  survey.Praise,
		"What frustrates you about communication with the school?": survey.Concern,
		"What could we do better?":                                 survey.Concern,
		"What is going well, and what could we improve?":           survey.Neutral,
		"What do teachers want from parents?":                      survey.Wish,
		"¿Qué quieren los padres de los maestros?":                 survey.Wish,
		"What worries you?":                                        survey.Concern,
		"What could we improve?":                                   survey.Concern,
		"What do parents want from teachers?":                      survey.Wish,
		"What would you like to see more of?":                      survey.Wish,
		"What is your vision of home and school working together?": survey.Wish,
		"Is there anything else that you want us to know?":         survey.Neutral,
		"Where do the two agree?":                                  survey.Neutral,
		"How long has your child been here?":                       survey.Neutral,
		"¿Qué funciona bien en la escuela?":                        survey.Praise,
		"¿Qué le frustra de la escuela?":                           survey.Concern,
		"¿Qué podríamos mejorar?":                                  survey.Concern,
		"Is there anything else you would like us to know?":        survey.Neutral,
		"Anything else?":                                           survey.Neutral,
		"Is there anything else you would like to share?":          survey.Neutral,
		"Is there anything we should know?":                        survey.Neutral,
		"Other comments":                                           survey.Neutral,
		"Any other comments, questions or concerns?":               survey.Neutral,
		"How would you describe communication with the school?":    survey.Neutral,
		"Is there anything else we could improve?":                 survey.Concern,
		"Do you have other suggestions?":                           survey.Wish,
		"What would you like to know about the school?":            survey.Wish,
		"What successes would you like to share?":                  survey.Praise,
		"¿Algo más?": survey.Neutral,
		"¿Hay algo más que le gustaría compartir?": survey.Neutral,
		"¿Algo más que quisiera que sepamos?":      survey.Neutral,
		"Otros comentarios":                        survey.Neutral,
		"":                                         survey.Neutral,
	} {
		if got := Slant(text); got != want {
			t.Errorf("Slant(%q) = %v, want %v", text, got, want)
		}
	}
}

// spokenBook has a theme that every sentence of TestToneAndQuestion mentions.
const spokenBook = `id: spoken
themes:
  - id: school
    patterns:
      en: [teacher*, parents, communicat*, meetings, office, school, nurse, lounge, follow up, call, call*, rude, judged, bullied, bullying, want, robocall*]
      es: [maestr*, padres, comunicación, juntas, oficina, escuela, opinión, niños, tratado, bullying, aviso]
`

// TestToneAndQuestion has what people write under questions of each slant,
// with the tone a reader would give it.
func TestToneAndQuestion(t *testing.T) {
	b, err := Load(strings.NewReader(spokenBook), "spoken.yaml")
	if err != nil {
		t.Fatal(err)
	}
	e, err := newEngine(b.Themes, nil)
	if err != nil {
		t.Fatal(err)
	}
	rd := e.newReading()
	const (
		well    = "What is going well?"
		better  = "What could we do better?"
		want    = "What do parents want from teachers?"
		bien    = "¿Qué funciona bien?"
		mejorar = "¿Qué podríamos mejorar?"
		other   = "Is there anything else you would like us to know?"
		otro    = "¿Algo más que quisiera compartir?"
	)
	for _, tt := range []struct {
		question, text string
		want           survey.Tone
	}{
		{well, "The teacher blamed me for my son's behavior.", survey.Concern},
		{well, "Nobody translates at the meetings.", survey.Concern},
		{well, "The office is rude.", survey.Concern},
		{well, "The teacher ignored my daughter all year.", survey.Concern},
		{well, "Teachers never return my calls.", survey.Concern},
		{well, "The meetings are on Tuesdays.", survey.Praise},
		{well, "Nobody is ever rude in the office.", survey.Praise},
		{well, "The teachers never make excuses.", survey.Praise},
		{better, "I trust the teachers.", survey.Praise},
		{better, "The teachers are great at answering.", survey.Praise},
		{better, "Communication with the school is excellent.", survey.Praise},
		{better, "No complaints about the teachers.", survey.Praise},
		{better, "The teacher is very kind to us.", survey.Praise},
		{better, "I don't trust the teachers.", survey.Concern},
		{better, "The teachers are not kind.", survey.Concern},
		{better, "Don't blame the teachers.", survey.Concern},
		{better, "Good communication.", survey.Concern},
		{better, "It would be great if the teachers wrote to us.", survey.Wish},
		{better, "I want the teachers to call before it is too late.", survey.Concern},
		{want, "Kind teachers.", survey.Wish},
		{want, "Teachers who are very patient.", survey.Wish},
		{want, "Not to be blamed by teachers.", survey.Wish},
		{want, "Nobody in the office answers.", survey.Concern},
		{other, "They said somebody would follow up and nobody did.", survey.Concern},
		{other, "I'm tired of hearing in the lounge that families don't care.", survey.Concern},
		{other, "Bond passed, so where's the money for the nurse?", survey.Concern},
		{other, "We have three children at the school.", survey.Neutral},
		{other, "The office has a new phone.", survey.Neutral},
		{other, "Thank you for a great year, teachers.", survey.Praise},
		{other, "Please hire a second nurse.", survey.Wish},
		{other, "Communication is extremely important.", survey.Neutral},
		{other, "When the lines of communication are open, the outcome is powerful.", survey.Neutral},
		{other, "Sometimes teachers get frustrated because parents do not have open communication.", survey.Concern},
		{other, "Parents and teachers both want happy kids.", survey.Neutral},
		{bien, "La maestra culpó a mi hijo.", survey.Concern},
		{bien, "Nadie traduce en las juntas.", survey.Concern},
		{bien, "En la oficina no nos escuchan.", survey.Concern},
		{bien, "Las juntas son los martes.", survey.Praise},
		{mejorar, "La comunicación con la maestra es muy buena.", survey.Praise},
		{mejorar, "Confío en los maestros.", survey.Praise},
		{mejorar, "No confío en los maestros.", survey.Concern},
		{mejorar, "Los maestros son muy atentos.", survey.Praise},
		{mejorar, "La comunicación no es buena.", survey.Concern},
		{mejorar, "Me gustaría una mejor comunicación.", survey.Wish},
		{otro, "Piden nuestra opinión y después no hacen nada.", survey.Concern},
		{otro, "La comunicación es muy importante.", survey.Neutral},
		{otro, "Los padres y los maestros queremos que los niños aprendan.", survey.Neutral},
		{otro, "Ojalá hubiera otra maestra.", survey.Wish},
		{otro, "Gracias a todos los maestros.", survey.Praise},

		// Who denies a fault praises, whatever was asked.
		{better, "Nobody has ever been rude to us.", survey.Praise},
		{better, "I have never felt judged.", survey.Praise},
		{better, "The teachers don't look down on us.", survey.Praise},
		{better, "She isn't bullied anymore, thank you.", survey.Praise},
		{other, "There hasn't been any bullying this year.", survey.Praise},
		{mejorar, "Nunca nos han tratado mal.", survey.Praise},
		{otro, "Ya no hay bullying.", survey.Praise},

		// Who denies help, or wishes a fault away, does not.
		{better, "They never call.", survey.Concern},
		{better, "Nobody does anything about the bullying.", survey.Concern},
		{better, "They never apologized for being rude.", survey.Concern},
		{better, "I don't want to be judged.", survey.Concern},
		{better, "I'd come if I weren't judged.", survey.Concern},
		{better, "Nobody should be bullied.", survey.Wish},
		{want, "That nobody is judged.", survey.Wish},
		{otro, "Nadie hace nada contra el bullying.", survey.Concern},

		// What all want is no complaint, and thanks may be meant as one.
		{better, "We want the same thing they want.", survey.Neutral},
		{other, "Oh great, another robocall at dawn.", survey.Concern},
		{other, "Otro aviso tarde, lo que nos faltaba.", survey.Concern},
	} {
		rd.read(tt.text, survey.English, question{slant: Slant(tt.question)})
		if len(rd.mentions) == 0 {
			t.Errorf("%q: nothing found", tt.text)
			continue
		}
		if got := rd.mentions[len(rd.mentions)-1].tone; got != tt.want {
			t.Errorf("%q, asked %q: %v, want %v", tt.text, tt.question, got, tt.want)
		}
	}
}
