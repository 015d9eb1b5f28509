package codebook

import (
	"iter"
	"slices"
	"sync"

	"go.yaml.in/yaml/v4"

	"commonground/analysis/survey"
	"commonground/analysis/text"
)

// negationReach is how many words may stand between a negation and the cue
// that it turns round, as in "don't ever feel heard".
const negationReach = 3

// A cue is evaluative words in a text.
type cue struct {
	match
	kind     ruleKind
	outright bool
	negated  bool
	spent    bool
}

// A toneReader tells the tone of mentions from the clauses that hold them. It
// keeps what it saw in the last comment, for Explain.
type toneReader struct {
	cues    []cue
	negated []match // the negations among the matches
	clause  []int   // by word: the number of its clause
}

// tell sets the tone of each mention: that of the evaluative words in its
// clauses, or slant where there are none. A wish outweighs a concern, which
// outweighs praise.
func (t *toneReader) tell(rd *reading, slant survey.Tone) {
	t.cues, t.negated = t.cues[:0], t.negated[:0]
	if len(rd.mentions) == 0 && len(rd.stopped) == 0 {
		return
	}
	t.gather(rd)
	for i := range rd.mentions {
		m := &rd.mentions[i]
		m.tone = t.tone(m.match, slant)
	}
}

// gather collects the cues of a text and cuts it into clauses.
func (t *toneReader) gather(rd *reading) {
	t.clause = t.clause[:0]
	n := 0
	for _, w := range rd.words {
		if w.Before&(text.SentenceStart|text.Semicolon) != 0 {
			n++
		}
		t.clause = append(t.clause, n)
	}
	for _, m := range rd.found {
		switch kind := rd.engine.rules[m.rule].kind; kind {
		case negationCue:
			t.negated = append(t.negated, m)
		case contrastCue:
			for i := m.first; i < len(t.clause); i++ {
				t.clause[i]++
			}
		case praiseCue, concernCue, wishCue:
			if n := len(t.cues); n > 0 && m.first <= t.cues[n-1].last {
				continue // part of what a longer cue says
			}
			t.cues = append(t.cues, cue{match: m, kind: kind, outright: rd.engine.rules[m.rule].outright})
		}
	}
	for i := range t.cues {
		if n, ok := t.negation(t.cues[i].match); ok {
			t.cues[i].negated = true
			for j := range t.cues[:i] {
				if t.cues[j].first >= n.first && t.cues[j].last <= n.last {
					t.cues[j].spent = true
				}
			}
		}
	}
}

// negation returns the negation that stands in the same clause shortly before
// m, if one does.
func (t *toneReader) negation(m match) (match, bool) {
	for _, n := range t.negated {
		if n.last < m.first && m.first-n.last-1 <= negationReach && t.clause[n.last] == t.clause[m.first] {
			return n, true
		}
	}
	return match{}, false
}

// near yields the cues in the clauses of m.
func (t *toneReader) near(m match) iter.Seq[cue] {
	return func(yield func(cue) bool) {
		for _, c := range t.cues {
			if t.clause[c.last] >= t.clause[m.first] && t.clause[c.first] <= t.clause[m.last] && !yield(c) {
				return
			}
		}
	}
}

// weights say how much a cue of each tone tells where it isn't outright. Words
// of concern are seldom said in passing; those of a wish ("have", "know") often
// are.
var weights = [...]int{survey.Neutral: 0, survey.Praise: 2, survey.Concern: 3, survey.Wish: 1}

// tone returns the tone of the cues in the clauses of m. Of outright cues, a
// wish outweighs a concern, which outweighs praise. Without any, the others are
// added up; but where the question has a slant, what sounds like another tone
// is most often what any answer to it is made of, and the slant holds.
func (t *toneReader) tone(m match, slant survey.Tone) survey.Tone {
	var outright, others [len(weights)]int
	for c := range t.near(m) {
		switch tone := c.tone(); {
		case c.spent:
		case c.outright:
			outright[tone]++
		default:
			others[tone] += weights[tone]
		}
	}
	best := slant
	for _, tone := range []survey.Tone{survey.Wish, survey.Concern, survey.Praise} {
		if outright[tone] > 0 {
			return tone
		}
		if slant == survey.Neutral && others[tone] > others[best] {
			best = tone
		}
	}
	return best
}

// tone returns the tone of a cue: a concern denied is praise, and praise denied
// is concern.
func (c cue) tone() survey.Tone {
	switch {
	case c.kind == wishCue:
		return survey.Wish
	case (c.kind == concernCue) == c.negated:
		return survey.Praise
	}
	return survey.Concern
}

// A tonePattern is a pattern of the built-in tone.yaml.
type tonePattern struct {
	Pattern
	kind     ruleKind
	outright bool
}

// readTones returns the patterns for comments, and those for the texts of
// questions.
func readTones() (cues, slants []tonePattern, err error) {
	p := &page{name: "tone.yaml"}
	root, err := p.builtin()
	if err != nil {
		return nil, nil, err
	}
	list := func(dst *[]tonePattern, as tonePattern) func(*yaml.Node) {
		return func(n *yaml.Node) {
			var patterns []Pattern
			for _, item := range p.items(n) {
				p.pattern(&patterns, as.Lang, item)
			}
			for _, as.Pattern = range patterns {
				*dst = append(*dst, as)
			}
		}
	}
	tones := func(dst *[]tonePattern, lang survey.Lang, outright bool) map[string]func(*yaml.Node) {
		as := func(kind ruleKind) func(*yaml.Node) {
			return list(dst, tonePattern{Pattern{Lang: lang}, kind, outright})
		}
		return map[string]func(*yaml.Node){"praise": as(praiseCue), "concern": as(concernCue), "wish": as(wishCue)}
	}
	language := func(lang survey.Lang) func(*yaml.Node) {
		keys := tones(&cues, lang, false)
		keys["negation"] = list(&cues, tonePattern{Pattern{Lang: lang}, negationCue, false})
		keys["contrast"] = list(&cues, tonePattern{Pattern{Lang: lang}, contrastCue, false})
		keys["outright"] = func(n *yaml.Node) { p.fields(n, tones(&cues, lang, true)) }
		keys["slant"] = func(n *yaml.Node) { p.fields(n, tones(&slants, lang, false)) }
		return func(n *yaml.Node) { p.fields(n, keys) }
	}
	p.fields(root, map[string]func(*yaml.Node){"en": language(survey.English), "es": language(survey.Spanish)})
	slices.SortStableFunc(cues, func(a, b tonePattern) int {
		switch {
		case a.outright == b.outright:
			return 0
		case a.outright:
			return -1
		}
		return 1
	})
	return cues, slants, p.err()
}

// Slant returns the tone that the text of a question invites, such as Praise
// for "What is going well?", or Neutral where it invites none, or praise beside
// another. Asked what to improve, people say what is wrong: that is Concern.
func Slant(question string) survey.Tone {
	e, err := slants()
	if err != nil {
		return survey.Neutral
	}
	rd := e.newReading()
	rd.open(question)
	rd.find(anyLang)
	slices.SortFunc(rd.found, leftmostLongest)
	var is [len(weights)]bool
	until := -1
	for _, m := range rd.found {
		if m.first > until {
			until = m.last
			is[cue{kind: e.rules[m.rule].kind}.tone()] = true
		}
	}
	switch {
	case is[survey.Praise] && (is[survey.Concern] || is[survey.Wish]):
		return survey.Neutral
	case is[survey.Praise]:
		return survey.Praise
	case is[survey.Concern]:
		return survey.Concern
	case is[survey.Wish]:
		return survey.Wish
	}
	return survey.Neutral
}

// slants is the engine for the texts of questions. Those of both languages are
// in one grammar.
var slants = sync.OnceValues(func() (*engine, error) {
	_, slants, err := readTones()
	if err != nil {
		return nil, err
	}
	var b engineBuilder
	for _, s := range slants {
		b.add(anyLang, rule{kind: s.kind}, s.Pattern)
	}
	return b.build(0)
})
