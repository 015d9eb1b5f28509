package text

import (
	"slices"
	"strings"
)

// A vowelChange is what becomes of the last vowel of some verbs where it is
// stressed, and in some -ir verbs before other endings too.
type vowelChange struct{ from, stressed, weak, verbs string }

var vowelChanges = []vowelChange{
	{"e", "ie", "i", `acertar advertir alentar apretar atender atravesar calentar cerrar comenzar confesar consentir
		convertir defender despertar divertir empezar encender encerrar entender extender gobernar herir invertir manifestar
		mentir negar pensar perder preferir querer quebrar recomendar referir requerir sentar sentir sugerir transferir
		tropezar`},
	{"o", "ue", "u", `acordar almorzar apostar aprobar colgar comprobar contar costar demostrar devolver doler dormir
		encontrar envolver esforzar llover morder morir mostrar mover poder probar promover recordar reforzar renovar reprobar
		resolver rogar soler soltar sonar soñar volar volver`},
	{"e", "i", "i", `bendecir competir conseguir contradecir corregir decir despedir elegir impedir medir pedir perseguir
		predecir rendir repetir seguir servir vestir`},
	{"u", "ue", "u", `jugar`},
}

// noVerbs end like verbs.
const noVerbs = `alfiler alquiler auxiliar ayer azucar bachiller bienestar cancer caracter celular chofer circular collar
	curricular dolar ejemplar escolar extracurricular extraescolar familiar hogar lider lugar malestar militar mujer
	particular peculiar placer popular porvenir poster preescolar primer regular singular similar taller tercer titular
	vulgar`

// noSpanishForms are usual words that regular verbs have among their forms.
const noSpanishForms = `casa casas caso casos cerca como cosa cosas entre hora horas libre libres nada nota notas para parte
	partes sobre tarde tardes una unas uno unos`

// noFeminine are words in -o, -or and -és that have no feminine of their own, or
// whose feminine is another word: flora.
const noFeminine = `alrededor amor anterior ardor ascensor calor color dolor error exterior factor favor fervor flor honor
	horror humor inferior interior labor licor mayor mejor menor motor olor peor posterior rencor rigor rumor sabor sector
	sudor superior temblor temor terror tumor ulterior valor vapor vigor
	acto año aviso banco barco barrio bolso brazo cambio cargo caso centro cero correo cuadro cuento cuerpo
	curso dato ejemplo ejercicio esfuerzo espacio estrés evento fondo foro gasto gesto grado grupo gusto hecho horario
	huerto intento interés juego lado libro logro marco medio minuto modo momento motivo mundo ojo pago paso pelo peso
	pico piso plato plazo precio proceso puerto puesto punto rato respeto resto retraso ritmo ruido salto segundo sentido
	servicio suelo tanto techo texto tiempo tipo trabajo tramo trato turno uso vaso vidrio`

// likeVer are the verbs made of ver. None of their forms follows from a rule.
var likeVer = [...]string{"entrever", "prever"}

// irregularSpanish returns the forms that no rule leads to. The verbs of the
// table under which others are made (mantener, proponer) count for those too.
func irregularSpanish(word string) []string {
	word = Fold(word)
	if forms, ok := spanishFormsOf[word]; ok {
		return forms
	}
	if body, ok := strings.CutSuffix(word, "ducir"); ok {
		return strongForms(body + "duj")
	}
	for _, base := range [...]string{"tener", "poner", "venir", "traer", "hacer", "salir", "decir"} {
		if prefix, ok := strings.CutSuffix(word, base); ok {
			return formsBehind(prefix, base)
		}
	}
	if slices.Contains(likeVer[:], word) {
		return formsBehind(strings.TrimSuffix(word, "ver"), "ver")
	}
	return nil
}

// formsBehind returns the irregular forms of a verb with a prefix before them.
func formsBehind(prefix, base string) []string {
	var forms []string
	for _, form := range spanishFormsOf[base] {
		if !strings.HasPrefix(form, "!") {
			forms = append(forms, prefix+form)
		}
	}
	return forms
}

var spanishFormsOf = spanishIrregulars()

// spanishIrregulars reads the table below. In it, tendr+ stands for future and
// conditional, tuv= for the preterite and what is made of it, teng- for the
// first person and the subjunctive, and !decido for what follows from the rules
// but is a form of another word.
func spanishIrregulars() map[string][]string {
	all := irregularForms(irregularSpanishTable)
	for word, listed := range all {
		var forms []string
		for _, form := range listed {
			switch body := form[:len(form)-1]; form[len(form)-1] {
			case '+':
				forms = append(forms, joined(body, "é ás á emos án ía ías íamos ían")...)
			case '=':
				forms = append(forms, strongForms(body)...)
			case '-':
				forms = append(forms, joined(body, "o a as amos an")...)
			default:
				forms = append(forms, form)
			}
		}
		all[word] = forms
	}
	return all
}

// strongForms are those of a preterite such as tuv- or dij-. Many people write
// dijieron.
func strongForms(body string) []string {
	return joined(body, "e iste o imos ieron eron iera ieras iéramos ieran era eran")
}

// irregularSpanishTable leaves out what is another word without its accent: dé,
// sé, esté.
const irregularSpanishTable = `
abrir abierto abierta abiertos abiertas
andar anduv=
ano años
crear !creo !crees !cree !creemos !creen
cubrir cubierto cubierta cubiertos cubiertas
bus buses
caer caig-
dar doy das da damos dan diste dio dimos dieron daba dabas daban dado dada dados dadas dando daré dará daremos darán daría darían demos den diera dieran darme darnos darle darles darse dándome dándonos dándole dándoles
decir !decida !decidas !decido !decidos dir+ dij= dig- dicho dicha dichos dichas dime dinos dígame díganme díganos
describir descrito descrita descritos descritas
descubrir descubierto descubierta descubiertos descubiertas
devolver devuelto devuelta devueltos devueltas
dia días
envolver envuelto envuelta envueltos envueltas
escribir escrito escrita escritos escritas
estar !esto !este estoy está estás estamos están estés estén estaba estabas estábamos estaban estaré estará estaremos estarán estaría estarían estado estando estuv=
examen exámenes
haber !haba !habas habr+ hub= hay- he has ha hemos han hay había habías habíamos habían habido habiendo
hacer har+ hic= hag- hizo haz hecho hecha hechos hechas
imagen imágenes
imprimir impreso impresa impresos impresas
inscribir inscrito inscrita inscritos inscritas
interesar !intereses
ir voy vas va vamos van iba ibas íbamos iban fui fuiste fue fuimos fueron fuera fueran vaya vayas vayamos vayan yendo ido iré irás irá iremos irán iría iríamos irían irme irse irnos
jefe jefa jefas
joven jóvenes
ley leyes
luz luces
mejorar !mejores
mes meses
morir muerto muerta muertos muertas
oir oig- oye oyes oyen oímos oía oían oyendo oyó oyeron oído oída oiré oirá oirán oiría
oler huelo huele huelen
orden órdenes
poder !podio podr+ pud= pudiendo
poner pondr+ pus= pong- pon puesto puesta puestos puestas
publicar !publica !publicas !publico
querer querr+ quis=
reir río ríe ríes ríen rió rieron riendo ría rían
resolver resuelto resuelta resueltos resueltas
romper roto rota rotos rotas
saber sabr+ sup= sep-
salir !sala !salas saldr+ salg-
satisfacer satisface satisfecho satisfecha satisfechos satisfechas
ser soy eres es somos son era eras éramos eran fui fuiste fue fuimos fueron fuera fueran sea seas seamos sean sido siendo seré serás será seremos serán sería seríamos serían
soler !suelo
sonreir sonrío sonríe sonríes sonríen sonrió sonrieron sonriendo sonría sonrían
tener tendr+ tuv= teng- tienes tiene tienen tenemos tenía tenías teníamos tenían tenido tenida teniendo tenerme tenerlo tenerla
tio tíos tía tías
traer traj= traig-
valer valdr+ valg-
valorar !valores
venir !vena !venas vendr+ vin= veng- vienes viene vienen viniendo ven
ver veo ves ve vemos ven vi viste vio vimos vieron veía veías veíamos veían visto vista vistos vistas viendo veré verás verá veremos verán vería verían vea veas veamos vean viera vieran verme vernos verlo verla verlos verle verles verse
vez veces
volver vuelto vuelta vueltos vueltas
voz voces
`
