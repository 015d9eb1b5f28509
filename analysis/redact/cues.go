package redact

import "strings"

// A cue is a word that may tell that a name, a number or an address is near.
type cue struct {
	role role
	kind kind // of whom an honorific names
	sex  byte // of whom an honorific names: 'f', 'm', or 0
	bare bool // an honorific that is no word besides, so that a name behind it may be in lower case
}

// role says how a cue points at what is to be hidden.
type role uint8

const (
	honorific role = iota // Ms. Lopez
	job                   // an honorific that is an ordinary word too: coach Dan, but not Coach Training
	kin                   // my son Teo
	second                // my little one, Teo; my 7 year old Teo
	manyKin               // my twins, Teo and Ana
	parentOf              // Carla's mom, mamá de Carla
	household             // the Delgado family, familia Delgado
	calledSo              // a girl called Teo
	naming                // named Teo, me llamo Teo
	nameIs                // my name is Teo, mi nombre es Teo
	iAm                   // I'm Dana Whitfield
	closing               // Thanks, Dana
	street                // 12 Oak Street, Calle Hidalgo 12
	idWord                // student id 4432
	idNumber              // lunch number 4432
	dotWord               // dana at example dot org
)

var cues = func() map[string]cue {
	all := map[string]cue{}
	add := func(c cue, words ...string) {
		for _, w := range words {
			all[w] = c
		}
	}
	add(cue{role: honorific, kind: teacher, sex: 'm', bare: true}, "mr", "mister")
	add(cue{role: honorific, kind: teacher, sex: 'f', bare: true}, "mrs", "ms")
	add(cue{role: honorific, kind: teacher, bare: true}, "mx")
	add(cue{role: honorific, kind: teacher, sex: 'm'}, "sr", "señor", "mtro")
	add(cue{role: honorific, kind: teacher, sex: 'f'}, "sra", "srta", "señora", "señorita", "seño", "mtra")
	add(cue{role: honorific, kind: teacher}, "prof")
	add(cue{role: honorific, kind: doctor}, "dr", "dra")
	add(cue{role: job, kind: doctor}, "doctor", "doctora")
	add(cue{role: job, kind: teacher, sex: 'f'}, "miss", "maestra", "profesora", "entrenadora")
	add(cue{role: job, kind: teacher, sex: 'm'}, "maestro", "profesor", "entrenador")
	add(cue{role: job, kind: teacher}, "coach", "teacher", "profe", "professor")
	add(cue{role: job, kind: principal}, "principal", "director", "directora", "subdirector", "subdirectora")
	add(cue{role: job, kind: anyone}, "don", "doña", "nurse", "counselor", "superintendent", "aunt", "uncle", "tía", "tío", "enfermera", "consejera", "consejero",
		"licenciado", "licenciada")
	add(cue{role: honorific, kind: anyone}, "lic")
	add(cue{role: kin, kind: student}, "son", "daughter", "stepson", "stepdaughter", "grandson", "granddaughter", "grandchild",
		"nephew", "niece", "child", "kid", "boy", "girl", "student", "brother", "sister", "kiddo", "kindergartner", "kindergartener",
		"hijo", "hija", "nieto", "nieta", "sobrino", "sobrina", "niño", "niña", "alumno", "alumna", "estudiante", "hermano", "hermana",
		"mi", "grader", "oldest", "youngest", "eldest")
	add(cue{role: kin, kind: anyone}, "cousin", "friend", "neighbor", "husband", "wife", "spouse", "partner", "comadre", "compadre",
		"amigo", "amiga", "primo", "prima", "esposo", "esposa", "marido", "vecino", "vecina", "ahijado", "ahijada")
	add(cue{role: second, kind: student}, "old", "one")
	add(cue{role: manyKin, kind: student}, "sons", "daughters", "children", "kids", "twins", "boys", "girls", "grandchildren", "grandkids",
		"hijos", "hijas", "gemelos", "gemelas", "nietos", "nietas", "niños", "niñas", "students", "alumnos")
	add(cue{role: parentOf}, "mom", "mother", "mum", "mommy", "momma", "dad", "father", "daddy", "parent", "grandma", "grandmother",
		"grandpa", "grandfather", "guardian", "stepmom", "stepdad", "mamá", "mama", "papá", "papa", "madre", "padre", "abuela",
		"abuelo", "abuelita", "abuelito", "tutor", "tutora", "mami", "papi")
	add(cue{role: household}, "family", "familia")
	add(cue{role: calledSo}, "called")
	add(cue{role: naming}, "named", "llamo", "llama", "llamada", "llamado", "soy")
	add(cue{role: nameIs}, "name", "names", "nombre")
	add(cue{role: iAm}, "i")
	add(cue{role: closing}, "thanks", "you", "thx", "sincerely", "regards", "respectfully", "cordially", "gracias",
		"signed", "atentamente", "saludos", "atte", "cordialmente")
	add(cue{role: street}, "street", "st", "avenue", "ave", "road", "rd", "drive", "lane", "ln", "court", "ct", "boulevard", "blvd",
		"way", "place", "pl", "terrace", "circle", "cir", "highway", "hwy", "parkway", "pkwy", "box",
		"calle", "avenida", "av", "avda", "calzada", "privada", "carretera", "callejón", "paseo", "prolongación", "c")
	add(cue{role: idWord}, "id", "ids", "ssn", "matrícula", "matricula", "curp", "folio", "expediente", "pin",
		"account", "badge", "pass", "permit", "passport", "license", "cuenta", "credencial", "gafete", "pasaporte")
	add(cue{role: idNumber}, "number", "número")
	add(cue{role: dotWord}, "dot", "punto")
	return all
}()

// cueSieve has, for the first, the second and the last letter of each cue, bit n
// set where a cue of n bytes has these: half of all words look like a cue to any
// one of them, and few to all.
var cueSieve = func() *[1 << 15]uint32 {
	var sieve [1 << 15]uint32
	for w := range cues {
		sieve[sieveAt(w)] |= 1 << len(w)
	}
	return &sieve
}()

// sieveAt is the place of a word in cueSieve. The last five bits of a letter are
// the same in upper and lower case.
func sieveAt(word string) int {
	const letter = 1<<5 - 1
	first, second, last := word[0], word[min(1, len(word)-1)], word[len(word)-1]
	return int(first&letter) | int(second&letter)<<5 | int(last&letter)<<10
}

// mayBeCue is false for most words that aren't among cues.
func mayBeCue(word string) bool {
	return len(word) < longestCue && cueSieve[sieveAt(word)]&(1<<len(word)) != 0
}

// longestCue is the length in bytes that no cue reaches.
const longestCue = 20

// possessives make the kin behind them somebody's: "my older son".
var possessives = words(`my our his her their your mi mis nuestro nuestra nuestros nuestras su sus tu tus`)

// strongKin need no possessive before them.
var strongKin = words(`daughter stepson stepdaughter grandson granddaughter nephew niece hijo hija nieto nieta sobrino sobrina
	daughters hijos hijas twins gemelos gemelas mi niño niña alumno alumna`)

// seconds are the words before those which make them stand for a child.
var seconds = words(`little year years yr yrs oldest youngest middle`)

// children are those who are called something.
var children = words(`boy girl kid child student teacher coach woman man lady niño niña`)

// firstToo are ordinary words that are a child's name behind "my son".
var firstToo = words(`will may abril julio`)

// particles may stand inside of a name: de la Cruz, van der Berg.
var particles = words(`de la las los del da das dos di van von der den el al bin ben san santa`)

// ordinary words are no names, though they may be capitalized behind a cue.
var ordinary = words(`
	a an the and or but nor so yet if then than that this these those there here who whom whose what when where why how which while
	i me my mine we us our ours you your yours he him his she her hers it its they them their theirs one ones all any both each every
	everyone everybody someone somebody nobody anyone anybody no not none never always often sometimes also too very really just only
	even still again already almost maybe please thanks thank yes ok okay well more most less least much many few some such same other
	another in on at by to from of for with without about as into over under after before since until during between through up down out off
	is am are was were be been being has have had do does did can could will would shall should may might must let lets
	get gets got give gives gave go goes went make makes made take takes took say says said tell tells told know knows knew see sees
	need needs want wants wish like likes love loves loved keep keeps help helps send sends teach teaches taught come comes came
	good great best better bad new old first second third last next happy sad great kind nice
	monday tuesday wednesday thursday friday saturday sunday january february march july september october november december
	mondays tuesdays wednesdays thursdays fridays saturdays sundays mon tues thurs feb sept oct nov dec
	today tomorrow yesterday week weeks month year years day days night time times
	english spanish french german chinese korean japanese vietnamese arabic russian italian portuguese somali hmong latin
	american african asian black white brown latina latino latinx hispanic mexican mexicana mexicano muslim jewish catholic hindu buddhist
	indian military filipino filipina puerto dominican cuban salvadoran guatemalan honduran colombian venezuelan haitian arab native european
	canadian brazilian ukrainian polish irish republican democrat autistic deaf
	math science reading writing history art music gym recess lunch homework class classes classroom classrooms room grade grades
	school schools elementary middle high kindergarten kinder prek pre pta pto iep ell esl stem sped gpa google zoom dojo facebook
	parentsquare remind canvas whatsapp office district board council association conference conferences appreciation night club
	team training meeting meetings lounge workday development union center college university academy coordinator coordinators
	parent parents teacher teachers student students child children kid kids mom moms dad dads mother father grandma grandpa family families
	guardian staff principal principals director directors coach coaches doctor doctors nurse counselor aide aides superintendent
	mr mrs ms miss mx mister dr dra sr sra srta señor señora señorita maestra maestro maestros maestras profesor profesora profe
	directora doctora don doña anonymous anon guest unknown user admin member visitor reader friend friends neighbor community
	concerned proud frustrated tired worried alone two three four five six seven eight nine ten twins christmas thanksgiving easter god
	un una unos unas el la los las lo le les y e o u pero que como cuando donde quien si no ni muy más mas también tambien ya aquí allí
	yo tú él ella ellos ellas nosotros usted ustedes mi mis tu su sus nuestro nuestra en de del al a con sin por para entre desde hasta
	es son está están era fue ser hay ha han me se nos te gracias todo toda todos todas cada otro otra este esta estos estas ese esa eso
	gusta quiere tiene tienen necesita necesitan puede pueden siempre nunca solo sólo
	lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
	español inglés matemáticas ciencias lectura escuela primaria secundaria grado primero segundo tercero cuarto quinto sexto clase salón
	familia familias padre padres madre madres mamá papá hijo hija hijos dios escolar niños niñas alumnos
	common core title special education dual language parks street avenue`)

// numbered have numbers by which one can be told apart.
var numbered = words(`permanent student lunch case employee security badge control cuenta account alumno license`)

// places are where people are, for whom "@home" is no handle.
var places = words(`home school work lunch night recess noon the all`)

// words makes a set of the words of a text.
func words(text string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(text) {
		set[w] = true
	}
	return set
}
