package codebook

import (
	"iter"
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
	kind    ruleKind
	negated bool
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
			t.cues = append(t.cues, cue{match: m, kind: kind})
		}
	}
	for i := range t.cues {
		_, t.cues[i].negated = t.negation(t.cues[i].match)
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

// tone returns the tone of the cues in the clauses of m.
func (t *toneReader) tone(m match, slant survey.Tone) survey.Tone {
	var wish, concern, praise bool
	for c := range t.near(m) {
		switch {
		case c.kind == wishCue:
			wish = true
		case c.kind == concernCue && !c.negated, c.kind == praiseCue && c.negated:
			concern = true
		default:
			praise = true
		}
	}
	switch {
	case wish:
		return survey.Wish
	case concern:
		return survey.Concern
	case praise:
		return survey.Praise
	}
	return slant
}

// A tonePattern is a pattern of the built-in tone.yaml.
type tonePattern struct {
	Pattern
	kind ruleKind
}

// readTones returns the patterns for comments, and those for the texts of
// questions.
func readTones() (cues, slants []tonePattern, err error) {
	p := &page{name: "tone.yaml"}
	root, err := p.builtin()
	if err != nil {
		return nil, nil, err
	}
	list := func(dst *[]tonePattern, lang survey.Lang, kind ruleKind) func(*yaml.Node) {
		return func(n *yaml.Node) {
			var patterns []Pattern
			for _, item := range p.items(n) {
				p.pattern(&patterns, lang, item)
			}
			for _, pt := range patterns {
				*dst = append(*dst, tonePattern{pt, kind})
			}
		}
	}
	language := func(lang survey.Lang) func(*yaml.Node) {
		return func(n *yaml.Node) {
			p.fields(n, map[string]func(*yaml.Node){
				"praise":   list(&cues, lang, praiseCue),
				"concern":  list(&cues, lang, concernCue),
				"wish":     list(&cues, lang, wishCue),
				"negation": list(&cues, lang, negationCue),
				"contrast": list(&cues, lang, contrastCue),
				"slant": func(n *yaml.Node) {
					p.fields(n, map[string]func(*yaml.Node){
						"praise":  list(&slants, lang, praiseCue),
						"concern": list(&slants, lang, concernCue),
						"wish":    list(&slants, lang, wishCue),
					})
				},
			})
		}
	}
	p.fields(root, map[string]func(*yaml.Node){"en": language(survey.English), "es": language(survey.Spanish)})
	return cues, slants, p.err()
}

// Slant returns the tone that the text of a question invites, such as Concern
// for "What frustrates you?", or Neutral where it invites none or several.
func Slant(question string) survey.Tone {
	e, err := slants()
	if err != nil {
		return survey.Neutral
	}
	rd := e.newReading()
	rd.open(question)
	rd.find(anyLang)
	tone := survey.Neutral
	for _, m := range rd.found {
		is := cueTones[e.rules[m.rule].kind]
		if tone != survey.Neutral && tone != is {
			return survey.Neutral
		}
		tone = is
	}
	return tone
}

var cueTones = map[ruleKind]survey.Tone{praiseCue: survey.Praise, concernCue: survey.Concern, wishCue: survey.Wish}

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
