package intake

import (
	"slices"
	"strconv"
	"strings"

	"commonground/analysis/survey"
)

// A wording is the text of a question in the parts that decide whether another
// text asks the same: what it asks about, about whom, and how.
type wording struct {
	topics []string // stems of the words that carry meaning, numbers and negations among them
	people []string // roles and pronouns, in order
	asks   string   // what, why, how …; "" where no such word is
	mood   string   // possible, should or would; "" for a plain statement
	side   survey.Role
	fixed  bool // it has words that give its order a meaning: "from", "than"
	words  int
}

// fillers are phrases that change nothing of what a question asks, folded.
var fillers = phrases{"in your opinion", "in your own words", "do you think", "do you feel that", "do you believe", "would you say", "please tell us", "tell us",
	"let us know", "share with us", "if any", "overall", "in general", "in particular", "right now", "this year", "this school year", "so far", "these days",
	"en su opinion", "en sus propias palabras", "cree usted que", "cree que", "piensa que", "por favor", "este ano escolar", "este ano", "en general", "diganos", "cuentenos"}

// smallWords may be added, left out and moved without changing the question.
// The words of a question that are not among them have to be the same.
var smallWords = phrases{"a", "an", "the", "this", "that", "these", "those", "is", "are", "am", "be", "been", "being", "do", "does", "to", "of", "in", "at", "on", "for", "with", "about",
	"and", "your", "my", "our", "there", "here", "please", "describe", "share", "list", "currently", "now", "really", "just", "some", "any", "school", "s",
	"el", "la", "los", "las", "un", "una", "unos", "unas", "al", "del", "en", "y", "su", "sus", "mi", "mis", "nuestra", "nuestro", "nuestras", "nuestros", "es", "son", "esta", "estan",
	"este", "estas", "estos", "se", "lo", "le", "les", "describa", "comparta", "escuela", "actualmente", "ahora"}

// classes are words that count as one: how a question asks, in which mood, and
// who speaks in it.
var (
	askingWords = map[string]string{"what": "what", "which": "what", "whats": "what", "que": "what", "cual": "what", "cuales": "what", "how": "how", "como": "how",
		"why": "why", "when": "when", "cuando": "when", "where": "where", "donde": "where", "who": "who", "quien": "who", "quienes": "who"}
	moodWords = map[string]string{"can": "possible", "could": "possible", "may": "possible", "might": "possible", "puede": "possible", "pueden": "possible",
		"podria": "possible", "podrian": "possible", "podemos": "possible", "podriamos": "possible", "should": "should", "must": "should", "ought": "should",
		"debe": "should", "deben": "should", "deberia": "should", "deberian": "should", "would": "would", "will": "would"}
	pronouns = map[string]string{"i": "self", "me": "self", "you": "self", "we": "self", "us": "self", "yo": "self", "usted": "self", "ustedes": "self", "nosotros": "self",
		"they": "they", "them": "they", "ellos": "they", "ellas": "they"}
	negations = phrases{"not", "no", "never", "none", "nothing", "nobody", "without", "dont", "doesnt", "didnt", "isnt", "arent", "wasnt", "cant", "cannot", "couldnt", "wont", "wouldnt",
		"shouldnt", "hasnt", "havent", "neither", "nor", "nunca", "jamas", "nada", "nadie", "sin", "ninguno", "ninguna", "tampoco"}
	orderingWords = phrases{"from", "than", "by", "before", "after", "de", "desde", "hacia", "hasta", "para", "a", "antes", "despues"}
)

// wordingOf reads the text of a question.
func wordingOf(text string) wording {
	var w wording
	w.side, _ = wanting(text)
	folded := " " + fold(withoutNumber(text)) + " "
	for _, filler := range fillers {
		folded = strings.ReplaceAll(folded, " "+filler+" ", " ")
	}
	folded = strings.NewReplacer(" por que ", " why ", " e mail ", " email ").Replace(folded)
	for word := range strings.FieldsSeq(folded) {
		w.words++
		w.add(word)
	}
	return w
}

func (w *wording) add(word string) {
	w.fixed = w.fixed || orderingWords.is(word) && word != "a"
	switch {
	case askingWords[word] != "":
		if w.asks == "" {
			w.asks = askingWords[word]
		}
	case moodWords[word] != "":
		w.mood = moodWords[word]
	case pronouns[word] != "":
		w.people = append(w.people, pronouns[word])
	case negations.is(word):
		w.topics = append(w.topics, "not")
	case smallWords.is(word):
	case noun(word) != survey.NoRole && !loose.is(word):
		w.people = append(w.people, stem(word))
	default:
		w.topics = append(w.topics, stem(word))
	}
}

// key is the same for all wordings that are near each other: of what they
// share, the parts that are never misspelled.
func (w *wording) key() string {
	exact := []string{w.mood, w.side.String(), strconv.Itoa(len(w.topics))}
	exact = append(exact, w.people...)
	people := len(exact)
	for _, topic := range w.topics {
		if len(topic) < longWord {
			exact = append(exact, topic)
		}
	}
	slices.Sort(exact[people:])
	return strings.Join(exact, " ")
}

// withoutNumber takes the number of a question in its questionnaire off its
// text: "Q3. ", "12) ".
func withoutNumber(text string) string {
	s := strings.TrimSpace(text)
	rest := strings.TrimLeft(strings.TrimLeft(s, "Qq"), "0123456789")
	if n := len(s) - len(rest); n == 0 || n > 4 || len(rest) < 2 || strings.IndexByte(".):", rest[0]) < 0 || rest[1] != ' ' {
		return s
	}
	return strings.TrimSpace(rest[1:])
}

// stem cuts the endings off a folded word that its number and tense give it.
func stem(word string) string {
	for _, ending := range [...]struct{ cut, put string }{
		{"ies", "y"}, {"sses", "ss"}, {"ings", ""}, {"ing", ""}, {"ed", ""}, {"ours", "or"}, {"our", "or"}, {"ss", "ss"}, {"es", ""}, {"s", ""}, {"e", ""},
	} {
		if s, ok := strings.CutSuffix(word, ending.cut); ok && len(s) >= 3 {
			return s + ending.put
		}
	}
	return word
}

// nearTopics is how many words of meaning two texts share at least.
const nearTopics = 2

// Near reports whether two texts ask the same in slightly different words. It
// errs on the side of telling questions apart.
func Near(a, b string) bool {
	x, y := wordingOf(a), wordingOf(b)
	_, ok := near(&x, &y)
	return ok
}

// near reports whether two texts ask the same in slightly different words, and
// how far apart they are. It errs on the side of telling questions apart: a
// number, a negation, a role or a word of meaning that only one has is enough.
func near(a, b *wording) (distance int, ok bool) {
	switch {
	case a.side != b.side, a.mood != b.mood, a.asks != b.asks && a.asks != "" && b.asks != "":
		return 0, false
	case !slices.Equal(a.people, b.people), len(a.topics) != len(b.topics), len(a.topics)+len(a.people) < nearTopics:
		return 0, false
	case 2*min(a.words, b.words) < max(a.words, b.words):
		return 0, false
	}
	distance = max(a.words, b.words) - min(a.words, b.words)
	left := slices.Clone(b.topics)
	for i, topic := range a.topics {
		k := slices.IndexFunc(left, func(other string) bool { return sameWord(topic, other) })
		switch {
		case k < 0 || k > 0 && (a.fixed || b.fixed):
			return 0, false
		case left[k] != topic || b.topics[i] != topic:
			distance++
		}
		left = slices.Delete(left, k, k+1)
	}
	return distance, true
}

// longWord is from how many letters on a word may be misspelled.
const longWord = 5

// sameWord reports whether two stems are one word, perhaps misspelled: a letter
// doubled or not, two letters swapped, or one left out of a long word.
func sameWord(a, b string) bool {
	if a == b {
		return true
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < longWord {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	switch {
	case i == 0 || len(b)-len(a) > 1:
		return false
	case len(a) == len(b):
		return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
	}
	return a[i:] == b[i+1:] && (b[i] == b[i-1] || len(b) >= 10)
}
