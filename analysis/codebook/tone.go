package codebook

import (
	"cmp"
	"slices"

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
	outright bool // plain enough to outweigh the slant of a question
	negated  bool
	spent    bool // a negation that turned another cue round, and tells nothing more
}

// A negation is words that turn round what is said after them.
type negation struct {
	match
	denies bool // a fault: what else it denies is no praise
}

// A toneReader tells the tone of mentions from the clauses that hold them. It
// keeps what it saw in the last comment, for Explain.
type toneReader struct {
	cues    []cue
	negated []negation
	clause  []int32 // by word: the number of its clause
}

// tell sets the tone of each mention: that of the evaluative words in its
// clauses, or slant where they don't tell.
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

// subjects are words, folded, that after a comma most often begin a clause.
var subjects = []string{
	"i", "we", "they", "he", "she", "it", "you", "the", "my", "our", "their",
	"yo", "el", "ella", "ellos", "nos", "la", "los", "las", "mi",
}

// gather collects the cues of a text and cuts it into clauses.
func (t *toneReader) gather(rd *reading) {
	t.clause = slices.Grow(t.clause[:0], len(rd.words))[:len(rd.words)]
	clear(t.clause)
	for _, m := range rd.found {
		rule := &rd.engine.rules[m.rule]
		switch rule.kind {
		case negationCue:
			if next := int(m.last) + 1; next == len(rd.words) || rd.words[next].Before&text.Comma == 0 {
				t.negated = append(t.negated, negation{m, t.inDenial(m)}) // "Nothing, all is well" denies nothing
			}
		case contrastCue:
			t.clause[m.first] = 1
		case praiseCue, concernCue, wishCue, plainCue, denialCue:
			if n := len(t.cues); n > 0 && m.first <= t.cues[n-1].last {
				continue // part of what a longer cue says
			}
			t.cues = append(t.cues, cue{match: m, kind: rule.kind, outright: rule.outright})
		}
	}
	t.number(rd)
	t.turn()
}

// inDenial reports whether a match is part of the cue found last, and that denies
// a fault.
func (t *toneReader) inDenial(m match) bool {
	n := len(t.cues) - 1
	return n >= 0 && t.cues[n].kind == denialCue && m.first <= t.cues[n].last
}

// number numbers the clauses of a text in which the words of contrast are
// marked. A clause begins with a sentence, after a semicolon, with a word of
// contrast, and after a comma with a subject.
func (t *toneReader) number(rd *reading) {
	n := int32(0)
	for i, w := range rd.words {
		switch {
		case t.clause[i] > 0, w.Before&(text.SentenceStart|text.Semicolon) != 0:
			n++
		case w.Before&text.Comma != 0 && rd.engine.machine.lexicon.is(rd.classes[i], rd.engine.subject):
			n++
		}
		t.clause[i] = n
	}
}

// turn marks the cues that a negation turns round, and those that are such a
// negation. "Not rude or cold, thank you" denies two faults and no thanks.
func (t *toneReader) turn() {
	for i := range t.cues {
		n, ok := t.negation(t.cues[i].match)
		kind := t.cues[i].kind
		ok = ok && kind != denialCue && !(n.denies && kind == praiseCue)
		t.cues[i].negated = ok
		for j := i - 1; ok && j >= 0 && t.cues[j].first >= n.first; j-- {
			if t.cues[j].last <= n.last {
				t.cues[j].spent = true
			}
		}
	}
}

// negation returns the negation that stands in the same clause shortly before
// m, the nearest if there are several.
func (t *toneReader) negation(m match) (negation, bool) {
	i, _ := slices.BinarySearchFunc(t.negated, m.first, func(n negation, first int32) int { return cmp.Compare(n.first, first) })
	for i--; i >= 0; i-- {
		n := t.negated[i]
		if n.last >= m.first {
			continue // m is part of it
		}
		if m.first-n.last-1 > negationReach || t.clause[n.last] != t.clause[m.first] {
			break
		}
		return n, true
	}
	return negation{}, false
}

// near returns the cues in the clauses of m.
func (t *toneReader) near(m match) []cue {
	from, _ := slices.BinarySearchFunc(t.cues, t.clause[m.first], func(c cue, clause int32) int {
		return cmp.Compare(t.clause[c.last], clause)
	})
	to := from
	for to < len(t.cues) && t.clause[t.cues[to].first] <= t.clause[m.last] {
		to++
	}
	return t.cues[from:to]
}

// weights say how much a cue of each tone tells where it isn't outright. Words
// of concern are seldom said in passing; those of a wish often are. What all
// want and what matters is told with the words of all the others.
var weights = [...]int{survey.Neutral: 5, survey.Praise: 2, survey.Concern: 3, survey.Wish: 1}

// tone returns the tone of the cues in the clauses of m. Of outright cues, a
// wish outweighs a concern, which outweighs praise, which outweighs what is plain.
// Without any, a denied fault is praise, unless what stands beside it is a wish or
// a concern. Else they are added up; but where the question has a slant, what
// sounds like another tone is most often what any answer to it is made of, and the
// slant holds.
func (t *toneReader) tone(m match, slant survey.Tone) survey.Tone {
	var outright, others [len(weights)]int
	denied := false
	for _, c := range t.near(m) {
		switch tone := c.tone(); {
		case c.spent:
		case c.kind == denialCue && slant != survey.Wish:
			denied = true
		case c.tells(slant):
			outright[tone]++
		default:
			others[tone] += weights[tone]
		}
	}
	for _, tone := range [...]survey.Tone{survey.Wish, survey.Concern, survey.Praise, survey.Neutral} {
		if outright[tone] > 0 {
			return tone
		}
	}
	if denied && others[survey.Wish] == 0 && others[survey.Concern] == 0 {
		return survey.Praise
	}
	if slant != survey.Neutral {
		return slant
	}
	best := survey.Neutral
	for _, tone := range [...]survey.Tone{survey.Wish, survey.Concern, survey.Praise} {
		if others[tone] > others[best] {
			best = tone
		}
	}
	return best
}

// tells reports whether a cue sets the tone whatever the others are. Asked what
// they wish or miss, people also praise what they wish for, and say that all want
// it; and "don't blame us" praises nobody.
func (c cue) tells(slant survey.Tone) bool {
	switch c.tone() {
	case survey.Praise:
		return c.outright && c.kind == praiseCue && slant != survey.Wish
	case survey.Neutral:
		return c.outright && slant != survey.Wish
	}
	return c.outright
}

// tone returns the tone of a cue: a concern denied is praise, and praise denied
// is concern.
func (c cue) tone() survey.Tone {
	switch {
	case c.kind == wishCue:
		return survey.Wish
	case c.kind == plainCue:
		return survey.Neutral
	case (c.kind == concernCue) == c.negated:
		return survey.Praise
	}
	return survey.Concern
}
