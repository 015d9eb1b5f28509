package codebook

import (
	"slices"

	"commonground/analysis/survey"
)

// An Explanation says how a text was read, and why.
type Explanation struct {
	Lang    survey.Lang
	State   survey.State
	Found   []Evidence // the mentions that count, in the order of the text
	Stopped []Evidence // those that a veto stopped
}

// Evidence is one mention with what speaks for and against it.
type Evidence struct {
	Theme      Theme
	Tone       survey.Tone
	Start, End int      // bytes of the text
	Words      string   // that earned the theme
	Pattern    Pattern  // that found them; zero where the question lends its theme to a short answer
	Cues       []string // evaluative words that set the tone; none where nothing did
	Negation   string   // words that negate the mention, or ""; they move its tone, not its theme
	Veto       Pattern  // what stopped it; zero for a mention that counts
	VetoWords  string
}

// Explain reads one text as Code does and says why it found what it found. A
// lang other than UnknownLang is taken as given. The text answers that question
// of the survey handed to Ask; -1 for none.
func (c *Rules) Explain(s string, asked int, lang survey.Lang) Explanation {
	rd := c.engine.newReading()
	rd.read(s, survey.UnknownLang, c.question(asked))
	if lang != survey.UnknownLang && rd.state != survey.NoContent {
		rd.readAs(s, lang, c.question(asked))
	}
	ex := Explanation{Lang: rd.lang, State: rd.state}
	for _, m := range rd.mentions {
		ex.Found = append(ex.Found, c.evidence(rd, s, m))
	}
	for _, v := range rd.stopped {
		e := c.evidence(rd, s, mention{match: v.mention})
		rule := c.engine.rules[v.by.rule]
		e.Veto = c.themes[rule.theme].Unless[rule.pattern]
		e.VetoWords = words(rd, s, v.by)
		ex.Stopped = append(ex.Stopped, e)
	}
	slices.SortStableFunc(ex.Stopped, func(a, b Evidence) int { return a.Start - b.Start })
	return ex
}

func (c *Rules) evidence(rd *reading, s string, m mention) Evidence {
	rule := c.engine.rules[m.rule]
	theme := c.themes[rule.theme]
	span := rd.span(m.match)
	e := Evidence{
		Theme: theme,
		Tone:  m.tone,
		Start: span.Start,
		End:   span.End,
		Words: s[span.Start:span.End],
	}
	if rule.pattern >= 0 {
		e.Pattern = theme.Patterns[rule.pattern]
	}
	for _, cue := range rd.tones.near(m.match) {
		e.Cues = append(e.Cues, words(rd, s, cue.match))
	}
	if n, ok := rd.tones.negation(m.match); ok && !n.denies {
		e.Negation = words(rd, s, n.match)
	}
	return e
}

// words returns the part of the original text that a match covers.
func words(rd *reading, s string, m match) string {
	span := rd.span(m)
	return s[span.Start:span.End]
}
