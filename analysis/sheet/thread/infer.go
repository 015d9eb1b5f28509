package thread

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentences plainly say which question they answer in three ways: by naming a
// topic ahead ("As for homework, …", "What teachers want from parents: …"), by putting
// whom they turn to first ("From teachers I would like …"), or behind what is
// wanted ("I want more calls from teachers."). The first two hold until the
// paragraph ends.
var (
	topicRE   = regexp.MustCompile(`(?i)^(?:(?:and|but|also|now|then|y|pero),? )?(?:as (?:for|to|far as)|about|regarding|concerning|when it comes to|with (?:regard|respect) to|in terms of|on the (?:question|subject|topic) of|on|en cuanto a|sobre|respecto a|acerca de|con respecto a) ([^,:;.!?—–]{3,80}?)(?:,|:| [—–-] | — )`)
	headedRE  = regexp.MustCompile(`^([^,:;.!?—–]{3,60}):(?:\s|$)`)
	statedRE  = regexp.MustCompile(`(?i)^(?:and |but )?((?:what|lo que) [^,:;.!?—–]{3,60}? (?:is|are|es|son))\s`)
	towardsRE = regexp.MustCompile(`(?i)^(?:and |but )?((?:from|of|de) (?:the |our |my |los |las )?\pL+),? (?:i|we|yo|nosotros|me|nos|quiero|queremos|espero|esperamos)\s`)
	wantedRE  = regexp.MustCompile(`(?i)^(?:and |but |so )?(?:i|we)(?:(?:['’]d| would)(?: really| just| also)? (?:like|love)|(?: really| just| also)? (?:want|need|expect|wish for|ask for|hope for))\s[^,:;.!?]{1,80}?\s(from (?:the |our |my )?\pL+)`)
)

// A topic is a form in which sentences say what they are about.
type topic struct {
	re    *regexp.Regexp
	holds bool // until the paragraph ends
}

var topics = []topic{
	{topicRE, true},
	{statedRE, true},
	{headedRE, true},
	{towardsRE, true},
	{wantedRE, false},
}

// infer parts an answer to no question in particular where its sentences plainly
// address one of several; what doesn't stays with the post as a whole.
func (a *answers) infer(e Entry) []Entry {
	if e.Question != 0 || len(a.questions) < 2 {
		return []Entry{e}
	}
	var parts []Entry
	for paragraph := range strings.SplitSeq(e.Text, "\n\n") {
		about, gap := 0, "\n\n"
		for _, s := range sentences(paragraph) {
			q, holds := a.addressed(s)
			if q == 0 {
				q = about
			} else if holds {
				about = q
			}
			if last := len(parts) - 1; last >= 0 && parts[last].Question == q {
				parts[last].Text += gap + s
			} else {
				part := e
				part.Question, part.Inferred, part.Text = q, q != 0, s
				parts = append(parts, part)
			}
			gap = ""
		}
	}
	if !slices.ContainsFunc(parts, func(p Entry) bool { return p.Inferred }) {
		return []Entry{e}
	}
	for i := range parts {
		parts[i].Text = strings.TrimSpace(parts[i].Text)
	}
	return slices.DeleteFunc(parts, func(p Entry) bool { return p.Text == "" })
}

// addressed returns the one question that a sentence says it is about, or 0, and
// whether those behind it are too.
func (a *answers) addressed(sentence string) (question int, holds bool) {
	sentence = strings.TrimSpace(sentence)
	for _, t := range topics {
		m := t.re.FindStringSubmatch(sentence)
		if m == nil {
			continue
		}
		if q := a.only(m[1]); q > 0 {
			return q, t.holds
		}
	}
	return 0, false
}

// only returns the question whose own words and pairs of words the phrase has,
// when it has those of no other.
func (a *answers) only(phrase string) int {
	found := 0
	for _, f := range features(contentWords(foldQuestion(phrase))) {
		q := a.marks[f]
		if q == 0 {
			continue
		}
		if found != 0 && found != q {
			return 0
		}
		found = q
	}
	return found
}

// marksOf tells for each word and pair of words that a single question has which
// one that is.
func marksOf(questions []string) map[string]int {
	const shared = -1
	marks := make(map[string]int)
	for i, q := range questions {
		for _, f := range features(contentWords(q)) {
			if at := marks[f]; at != 0 && at != i+1 {
				marks[f] = shared
			} else {
				marks[f] = i + 1
			}
		}
	}
	for f, q := range marks {
		if q == shared || plainWords[f] {
			delete(marks, f)
		}
	}
	return marks
}

// features are the words and the pairs of neighbors.
func features(words []string) []string {
	all := slices.Clone(words)
	for i := 1; i < len(words); i++ {
		all = append(all, words[i-1]+" "+words[i])
	}
	return all
}

// askingWords stand in questions for what is asked, not for what it is about.
var askingWords = wordSet(`what|which|who|how|why|when|where|do|does|did|is|are|was|were|be|been|can|could|should|would|will|may|might|must|you|your|yours|i|we|our|my|us|me|the|a|an|of|to|in|on|for|with|and|or|at|by|it|its|that|this|there|their|they|them|as|if|so|one|any|some|thing|about|between
qué|que|cuál|cuáles|quién|cómo|por|cuándo|dónde|es|son|el|la|los|las|un|una|su|sus|y|o|en|con|para|se|lo`)

// plainWords distinguish nothing by themselves: anybody uses them of anything.
var plainWords = wordSet(`from|de|want|wants|need|like|think|feel|say|tell|ask|make|get|give|go|help|work|good|best|better|most|more|less|other|each|same|way|time|year|day|people|school|question|answer|idea|thought|expect|hope|wish|quiere|quieren|espera|esperan|escuela`)

func contentWords(folded string) []string {
	var words []string
	for _, w := range strings.Fields(folded) {
		if !askingWords[w] {
			words = append(words, stem(w))
		}
	}
	return words
}

// stem takes the plural off; what is left need not be a word.
func stem(w string) string {
	if utf8.RuneCountInString(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") {
		return strings.TrimSuffix(w, "s")
	}
	return w
}

// sentences cuts a paragraph into sentences; joined they are the paragraph.
func sentences(paragraph string) []string {
	var all []string
	start := 0
	for i := 0; i < len(paragraph); i++ {
		end := i + 1
		switch c := paragraph[i]; {
		case c == '\n':
		case strings.IndexByte(".!?", c) >= 0:
			rest := strings.TrimLeft(paragraph[end:], `.!?”"’')`)
			end = len(paragraph) - len(rest)
			after := strings.TrimLeft(rest, " ")
			first, _ := utf8.DecodeRuneInString(after)
			if after == rest || unicode.IsLower(first) {
				i = end - 1
				continue
			}
			end = len(paragraph) - len(after)
		default:
			continue
		}
		all = append(all, paragraph[start:end])
		start, i = end, end-1
	}
	if start < len(paragraph) {
		all = append(all, paragraph[start:])
	}
	return all
}
