package intake

import "strings"

// The words of headings by which columns are known, folded. Those of a list
// named …Names are the whole heading, the others are found within it.
var (
	idNames = phrases{"id", "respondentid", "respondent id", "respondent", "respondent number", "responseid", "response id", "response number", "record id", "recordid",
		"participant", "participant id", "participantid", "submission id", "submissionid", "case id", "caseid", "entry id", "user id", "survey id",
		"folio", "id de respuesta", "id del encuestado", "numero de respuesta", "participante", "encuestado"}

	mailNames = phrases{"email", "e mail", "email address", "e mail address", "emailaddress", "username", "correo", "correo electronico",
		"direccion de correo electronico", "your email", "your email address", "nombre de usuario", "recipientemail", "recipient email"}

	personalNames = phrases{"name", "first name", "last name", "full name", "firstname", "lastname", "your name", "student name", "students name", "child name",
		"childs name", "childrens names", "parent name", "teacher name", "teachers name", "contact name", "print name", "signature",
		"name optional", "your name optional", "nombre", "nombres", "apellido", "apellidos", "su nombre", "nombre completo", "nombre y apellido",
		"nombre del estudiante", "nombre de su hijo", "ip", "ip address", "ipaddress", "direccion ip", "phone", "phone number", "telephone", "cell phone",
		"mobile", "telefono", "numero de telefono", "celular", "address", "home address", "street address", "mailing address", "direccion",
		"date of birth", "birthdate", "birth date", "birthday", "dob", "fecha de nacimiento", "student id", "student number",
		"custom data", "custom data 1", "collector id", "collectorid", "recipientfirstname", "recipientlastname", "recipient first name", "recipient last name",
		"externalreference", "external reference", "externaldatareference", "locationlatitude", "locationlongitude", "location latitude", "location longitude"}
	personalWords = phrases{"email address", "e mail address", "phone number", "your name", "your full name", "child name", "student name", "childs name", "students name", "your email",
		"your e mail", "correo electronico", "su nombre", "numero de telefono", "nombre de su hijo", "surname", "family name", "given name", "given names", "forename", "christian name", "christian names"}

	timestampNames = phrases{"timestamp", "time stamp", "marca temporal", "date", "fecha", "fecha y hora", "submitted", "submitted at", "submitted on", "date submitted",
		"submission date", "submission time", "start time", "start date", "startdate", "end date", "enddate", "completion time", "completed", "completed at",
		"date created", "date modified", "created", "created at", "recorded date", "recordeddate", "response date", "hora de inicio", "hora de finalizacion",
		"fecha de envio", "fecha de inicio", "fecha de finalizacion", "survey timestamp", "when"}
	spanishDates = phrases{"marca temporal", "fecha", "hora"}

	roleNames = phrases{"role", "roles", "your role", "rol", "su rol", "roles in the school", "i am", "i am a", "i am an", "i am a an", "im a", "soy", "soy un", "yo soy",
		"relationship", "position", "stakeholder", "stakeholder group", "respondent type", "group", "grupo", "parentesco", "puesto", "cargo", "who are you",
		"quien es usted", "parent or teacher"}
	roleWords = phrases{"role", "your role", "rol", "relationship to", "relation to", "relacion con", "i am a", "are you a", "are you the", "es usted", "which best describes you",
		"what best describes you", "best describes you", "best describe you", "best describes your", "stakeholder", "mejor lo describe", "mejor le describe", "parentesco"}

	attributeNouns = phrases{"school", "schools", "campus", "building", "district", "grade", "grades", "grade level", "grade levels", "grade s", "gradelevel", "language", "languages",
		"gender", "sex", "age", "ages", "race", "ethnicity", "race ethnicity", "income", "household income", "education", "region", "location", "city", "state", "zip", "zip code",
		"zipcode", "county", "class", "classroom", "homeroom", "subject", "subjects", "department", "program", "program type", "school year", "year", "term", "semester", "wave",
		"school level", "level", "school type", "years of experience", "years teaching", "years at this school", "userlanguage",
		"escuela", "escuelas", "plantel", "distrito", "grado", "grados", "idioma", "idiomas", "lengua", "genero", "sexo", "edad", "raza", "etnicidad",
		"ingresos", "educacion", "region", "ciudad", "clase", "salon", "materia", "materias", "departamento", "programa", "ano escolar", "nivel"}
	attributeWords = phrases{"what grade", "which grade", "what grades", "which grades", "grade level", "what school", "which school", "home language", "language at home",
		"language spoken", "languages spoken", "primary language", "language do you speak", "language does your", "your gender", "your age", "your race", "your ethnicity",
		"que grado", "que grados", "en que escuela", "cual escuela", "a que escuela", "idioma principal", "idioma del hogar", "que idioma", "su genero", "su edad", "how old are you",
		"census region", "years have you taught", "years have you been"}

	openWords = phrases{"what", "why", "how", "describe", "tell", "share", "explain", "comment", "comments", "suggestion", "suggestions", "feedback", "anything", "thoughts", "ideas", "please specify",
		"specify", "elaborate", "example", "examples", "reason", "reasons", "concerns", "improve", "vision",
		"que", "por que", "como", "describa", "comparta", "explique", "comentario", "comentarios", "sugerencia", "sugerencias", "algo mas", "ideas", "ejemplo", "mejorar",
		"cuentenos", "diganos", "especifique"}
	askWords = phrases{"why", "what do you think", "what do parents", "what do teachers", "what do families", "what would you like", "what could", "what should", "what can", "how could", "how can", "how might",
		"in what ways", "por que", "que quieren", "que esperan", "que necesitan", "que podria", "que podriamos", "que le gustaria", "como podria", "como podemos", "como podriamos"}
	closedWords = phrases{"which", "do you", "did you", "have you", "are you", "is your", "does your", "has your", "will you", "would you", "can you", "select", "choose", "check all", "how often", "how many",
		"how much", "how likely", "how satisfied", "how long", "how far", "how old", "to what extent", "cual", "cuales", "seleccione", "elija", "marque", "con que frecuencia",
		"cuantos", "cuantas", "ha", "tiene", "esta usted"}
	tellWords    = phrases{"why", "describe", "explain", "comment", "comments", "suggestion", "suggestions", "tell us", "what could", "what should", "what would", "por que", "describa", "explique", "comentarios", "sugerencias"}
	severalWords = phrases{"all that apply", "select all", "check all", "choose all", "mark all", "as many as apply", "todas las que", "marque todas", "marque todos", "seleccione todas", "todas las opciones"}
	specifyWords = phrases{"please specify", "specify", "especifique", "please describe", "please explain", "por favor especifique"}

	countWords = phrases{"how many", "how much", "how old", "how long", "how far", "number of", "count", "age", "years", "hours", "minutes", "days", "times", "total", "score", "points", "duration", "year",
		"cuantos", "cuantas", "numero de", "edad", "anos", "horas", "minutos", "rank", "ranking", "order of preference", "orden de preferencia", "ordene"}
)

// isAttributeHeading reports whether a folded heading names a fact about the
// respondent, like "Home language" or "What grade is your child in?".
func isAttributeHeading(folded string) bool {
	if attributeNouns.is(folded) || attributeWords.in(folded) {
		return true
	}
	if strings.Count(folded, " ") > 3 || openWords.in(folded) {
		return false
	}
	return attributeNouns.in(folded)
}

// isPersonalHeading reports whether a folded heading asks who the respondent
// is or how to reach them.
func isPersonalHeading(folded string) bool {
	return personalNames.is(folded) || mailNames.is(folded) || strings.HasPrefix(folded, "custom data")
}
