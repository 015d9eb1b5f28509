package measure

import (
	"slices"
	"strings"

	"commonground/analysis/text"
)

// incidents are words by which those who were there know what a sentence is
// about, and so who says it: a day, or an event that is rare at a school. They
// are folded, and told by their first word.
var incidents = byFirst(`
last monday/last tuesday/last wednesday/last thursday/last friday/last saturday/last sunday
on monday/on tuesday/on wednesday/on thursday/on friday/on saturday/on sunday
this monday/this tuesday/this wednesday/this thursday/this friday/this saturday/this sunday
that monday/that tuesday/that wednesday/that thursday/that friday/that saturday/that sunday
yesterday/last week/last month/last night/last year/last spring/last summer/last fall/last autumn/last winter/the other day
january/february/april/june/july/august/september/october/november/december/in march/in may
hospital/ambulance/police/arrest/arrested/lawyer/lawyers/sued/lawsuit/court/divorce/divorced/custody/funeral/died/passed away/cancer/surgery/seizure/seizures
expelled/suspended/suspension/fired/resigned/restraining order/deported/evicted/homeless
el lunes/el martes/el miercoles/el jueves/el viernes/el sabado/el domingo/ayer/la semana pasada/el mes pasado/el ano pasado/el otro dia
enero/febrero/marzo/abril/mayo/junio/julio/agosto/septiembre/octubre/noviembre/diciembre
ambulancia/policia/arresto/arrestaron/arrestado/abogado/abogada/abogados/abogadas/demanda/divorcio/divorciada/divorciado/custodia/murio/fallecio/cirugia
expulso/expulsaron/expulsado/expulsada/suspendio/suspendieron/suspendido/suspendida/despidio/despidieron/deporto/deportaron/deportado/desalojo/desalojaron/desalojado
`)

// byFirst lists phrases by their first word.
func byFirst(phrases string) map[string][][]string {
	all := map[string][][]string{}
	for line := range strings.Lines(strings.TrimSpace(phrases)) {
		for phrase := range strings.SplitSeq(strings.TrimSpace(line), "/") {
			words := strings.Fields(phrase)
			all[words[0]] = append(all[words[0]], words)
		}
	}
	return all
}

// namesIncident reports whether a sentence tells of something that happened
// once: it has a number in it, or words for such a thing.
func namesIncident(sentence string) bool {
	if strings.ContainsAny(sentence, "0123456789") {
		return true
	}
	var folded []string
	for _, w := range text.Words(nil, sentence) {
		folded = append(folded, text.Fold(sentence[w.Start:w.End]))
	}
	for i, word := range folded {
		for _, phrase := range incidents[word] {
			if i+len(phrase) <= len(folded) && slices.Equal(phrase, folded[i:i+len(phrase)]) {
				return true
			}
		}
	}
	return false
}
