package emerging

import "strings"

// stops are the words, folded, that say nothing of a subject: small words, and
// what every answer to a school has.
var stops = set(`
a about all almost also always am an and another any anyone anything are around as ask asked at away back be because been
being best better both but by came can cannot cant come comes could couldnt day days did didnt do does doesnt doing done dont
each either else especially etc even ever every everyone everybody everything few for from get gets getting give gives given go goes
going gone good got great had happen happens hard has hasnt have havent having he help her here hers him his how however i id if
ill im in instead into is isnt it its ive just keep keeps kid kids child children know last let like likes little lot lots
love made make makes making many may maybe me might mine more most much must my need needed needs never new next nice nobody
none nothing now of often oh ok okay on once one ones only or other others our ours own parent parents people per please pretty
put fix fixed quite rather really right said same say says school schools see seem seems she should shouldnt since so some somebody someone
something sometimes son daughter soon still student students stuff such sure take takes teacher teachers tell than thank thanks that thats the their
theirs them then there theres these they theyre thing things think this those though through till time times to told took
try trying us use used very via want wanted wants was wasnt way we week weeks well went were werent weve what whats when
where which while who whole whose why will wish with without wont work works would wouldnt yeah year years yes yet you your youre
yours first second third two three four five six seven eight nine ten lack bit definitely actually feel feels less fewer enough add bad big improve improvement
improved fine glad sorry guess honestly whatever wrong problem problems issue issues sense true wish person mom mother dad father
great awesome excellent hope able already across during between under against until along anymore instead kind sort part

a aca ademas ahi ahora al algo alguien algun alguna algunas alguno algunos alla alli alumno alumnos ante antes aqui asi aun aunque
ayuda ayudar bien buen buena buenas bueno buenos cada casi como con contra cosa cosas creo cual cuales cuando cuanto cuantos da
dan dar de debe deben deberia deberian decir del demas desde despues dia dias dice dicen donde dos e el ella ellas ellos en
encanta entonces entre era eran es esa esas escuela escuelas ese eso esos esta estaba estan estar estas este esto estos estoy etc falta
faltan familia favor fue fueron gracias gran gusta gustaria ha hace hacen hacer haga hagan han hasta hay haya he hemos hija hijas hijo
hijos hoy igual ir la las le les lo los luego maestra maestras maestro maestros mas me mejor mejorar menos mi mientras mis misma
mismo mucha muchas mucho muchos muy nada nadie necesita necesitamos necesitan necesito ni ningun ninguna nino nina ninos ninas no nos nosotros nuestra
nuestras nuestro nuestros nunca o ojala otra otras otro otros padre padres papas para parte pero persona personas poco pocos poder por
porque pueda puedan puede pueden puedo pues que queremos quien quiero se sea sean ser si siempre sin sino sobre solo son soy su sus
tal tambien tan tanta tanto te tengo ti tiempo tiene tienen toda todas todavia todo todos tu un una unas uno unos usted ustedes va
van vamos ver veces vez y ya yo tener tenga tengan hubiera haber nueva nuevo nuevas nuevos
`)

// links are words, folded, that say something together with another one.
var links = set(`
no not too off up out down over after before early late long short more free extra open outside inside
despues antes fuera temprano tarde mas
`)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}
