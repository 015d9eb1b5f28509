package text

import (
	"slices"
	"strings"
)

// shortestSpanish is the number of letters below which endings make other words
// (dar, de) more often than forms.
const shortestSpanish = 4

// spanishForms returns the forms of a verb, also of one with -se, or those of a
// noun or an adjective. They follow from its ending alone: a stemmer would keep
// out true forms (años, veces, leía) and hardly one that is wrong.
func spanishForms(word string) []string {
	if strings.HasSuffix(word, "cion") || strings.HasSuffix(word, "sion") || strings.HasSuffix(word, "nion") {
		word = strings.TrimSuffix(word, "on") + "ón" // as in texts without accents
	}
	verb := strings.TrimSuffix(word, "se")
	c := conjugationOf(verb)
	if c == nil {
		verb = word
	}
	irregular := irregularSpanish(verb)
	switch {
	case len([]rune(verb)) < shortestSpanish, slices.Contains(likeVer[:], verb):
		return irregular
	case c != nil:
		return without(append(c.forms(verb), irregular...))
	}
	return append(inflected(word), irregular...)
}

// without takes out the forms that are marked as wrong, the marks, and what is
// most often another word: como, of comer.
func without(forms []string) []string {
	wrong := strings.Fields(noSpanishForms)
	for _, form := range forms {
		if strings.HasPrefix(form, "!") {
			wrong = append(wrong, Fold(form), form[1:])
		}
	}
	return slices.DeleteFunc(forms, func(form string) bool { return slices.Contains(wrong, Fold(form)) })
}

// inflected returns the forms of a noun or an adjective. One that ends in -o has
// a feminine, unless that is another word; one in -a is feminine.
func inflected(word string) []string {
	runes := []rune(word)
	body := string(runes[:len(runes)-1])
	switch last := runes[len(runes)-1]; {
	case strings.HasSuffix(word, "or"):
		return joined(word, endingsOf(word, "es", "a as"))
	case strings.HasSuffix(word, "ón"):
		return joined(strings.TrimSuffix(word, "ón"), "ones")
	case strings.HasSuffix(word, "és"):
		return joined(strings.TrimSuffix(word, "és"), endingsOf(word, "eses", "esa esas"))
	case last == 'o':
		return joined(body, endingsOf(word, "os", "a as"))
	case last == 'z':
		return []string{body + "ces"}
	case strings.ContainsRune("aeiouáéóú", last):
		return []string{word + "s"}
	}
	return []string{word + "es"}
}

// endingsOf leaves the feminine out where there is none.
func endingsOf(word, plural, feminine string) string {
	if slices.Contains(strings.Fields(noFeminine), word) {
		return plural
	}
	return plural + " " + feminine
}

func joined(body, endings string) []string {
	var forms []string
	for ending := range strings.FieldsSeq(endings) {
		forms = append(forms, body+ending)
	}
	return forms
}

// A conjugation is the endings of verbs in the tenses that people write in, but
// for the subjunctive in -se and what is said to vosotros.
type conjugation struct {
	vowel    string // of the infinitive
	stressed string // endings before which the vowels of some verbs change
	weak     string // others before which they do in -ir verbs
	others   string
	gerund   string
}

var (
	arVerbs = conjugation{
		vowel:    "a",
		stressed: "o as a an e es en",
		others: "amos emos é aste ó aron aba abas ábamos aban aré arás ará aremos arán aría arías aríamos arían " +
			"ara aras áramos aran ado ada ados adas",
		gerund: "ando",
	}
	erVerbs = conjugation{
		vowel:    "e",
		stressed: "o es e en a as an",
		weak:     "ió ieron iera ieras iéramos ieran",
		others:   "emos amos í iste imos ía ías íamos ían eré erás erá eremos erán ería erías eríamos erían ido ida idos idas",
		gerund:   "iendo",
	}
	irVerbs = conjugation{
		vowel:    "i",
		stressed: "o es e en a as an",
		weak:     "amos ió ieron iera ieras iéramos ieran",
		others:   "í iste imos ía ías íamos ían iré irás irá iremos irán iría irías iríamos irían ido ida idos idas",
		gerund:   "iendo",
	}
)

// conjugationOf returns how a verb is conjugated, or nil for what is none, as
// líder is, with its accent before the ending.
func conjugationOf(word string) *conjugation {
	if slices.Contains(strings.Fields(noVerbs), word) || strings.ContainsAny(strings.TrimSuffix(word, "ír"), "áéíóú") {
		return nil
	}
	switch {
	case strings.HasSuffix(word, "ar"):
		return &arVerbs
	case strings.HasSuffix(word, "er"):
		return &erVerbs
	case strings.HasSuffix(word, "ir"), strings.HasSuffix(word, "ír"):
		return &irVerbs
	}
	return nil
}

// forms returns the forms of a verb that rules lead to.
func (c *conjugation) forms(verb string) []string {
	runes := []rune(verb)
	body := string(runes[:len(runes)-2])
	stressed, weak := c.bodies(verb, body)
	return slices.Concat(
		c.conjugate(stressed, c.stressed),
		c.conjugate(weak, c.weak),
		c.conjugate(body, c.others),
		withPronouns(verb),
		withPronouns(c.conjugate(weak, c.gerund)[0]),
	)
}

// withPronouns returns an infinitive or a gerund by itself and with the pronouns
// that are written onto it.
func withPronouns(word string) []string {
	return append(joined(word, "me te se nos lo la los las le les selo"), word)
}

// bodies returns what stands before the endings that are called stressed, and
// before those called weak. Between two vowels, an i becomes a y.
func (c *conjugation) bodies(verb, body string) (stressed, weak string) {
	last := body[len(body)-1:]
	switch {
	case c == &irVerbs && last == "u" && !strings.HasSuffix(body, "gu"):
		return body + "y", body + "y"
	case c != &arVerbs && strings.Contains("aeo", last):
		return body, body + "y"
	}
	for _, change := range vowelChanges {
		if !slices.Contains(strings.Fields(change.verbs), verb) {
			continue
		}
		at := strings.LastIndex(strings.TrimSuffix(body, "gu"), change.from)
		stressed, weak = body[:at]+change.stressed+body[at+1:], body
		if c == &irVerbs {
			weak = body[:at] + change.weak + body[at+1:]
		}
		return stressed, weak
	}
	return body, body
}

// conjugate puts endings behind a body that is spelled as in the infinitive.
func (c *conjugation) conjugate(body, endings string) []string {
	var forms []string
	for ending := range strings.FieldsSeq(endings) {
		if rest, ok := strings.CutPrefix(ending, "i"); ok && rest != "" && strings.HasSuffix(body, "y") {
			ending = rest
		}
		forms = append(forms, c.spelled(body, ending)+ending)
	}
	return forms
}

// The spellings of a last sound before the vowels that it would be read
// otherwise before: comunique, but proteja, conozca, siga.
var (
	beforeSoft = strings.Fields("c qu g gu z c")
	beforeHard = strings.Fields("gu g g j ac azc ec ezc oc ozc uc uzc c z")
)

// spelled returns a body as it is spelled before an ending.
func (c *conjugation) spelled(body, ending string) string {
	var spellings []string
	switch soft := strings.HasPrefix(ending, "e") || strings.HasPrefix(ending, "é"); {
	case c == &arVerbs && soft:
		spellings = beforeSoft
	case c != &arVerbs && (ending[0] == 'a' || ending[0] == 'o'):
		spellings = beforeHard
	}
	for pair := range slices.Chunk(spellings, 2) {
		if head, ok := strings.CutSuffix(body, pair[0]); ok {
			return head + pair[1]
		}
	}
	return body
}
