package codebook

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"commonground/analysis/survey"
)

// Rules finds themes by the patterns of codebooks. It does not change
// while it codes, and is safe for concurrent use.
type Rules struct {
	name   string
	themes []Theme
	asked  []question // by question
	asker  *asker
	engine *engine
	pool   sync.Pool // of *reading
}

var _ Coder = (*Rules)(nil)

// NewRules compiles codebooks into one coder, whose themes are those of the
// first book, then those of the next.
func NewRules(books ...*Codebook) (*Rules, error) {
	if len(books) == 0 {
		return nil, errors.New("no codebook to code by")
	}
	c := &Rules{}
	var names []string
	in := map[string]string{} // codebook by theme
	for _, b := range books {
		for _, t := range b.Themes {
			if other, ok := in[t.ID]; ok {
				return nil, fmt.Errorf("theme %q is in codebook %s and in codebook %s; rename one of them", t.ID, other, b.ID)
			}
			in[t.ID] = b.ID
		}
		names = append(names, strings.TrimSpace(b.ID+" "+b.Version))
		c.themes = append(c.themes, b.Themes...)
	}
	c.name = strings.Join(names, ", ")
	var err error
	if c.asker, err = newAsker(c.themes); err != nil {
		return nil, err
	}
	if c.engine, err = newEngine(c.themes, c.asker); err != nil {
		return nil, err
	}
	c.pool.New = func() any { return c.engine.newReading() }
	return c, nil
}

// Ask says which questions the comments answer: a mention whose tone nothing
// tells has the tone that its question invites, and some rules hold only in
// answers to some kinds of questions. It is called before Code, if at all.
func (c *Rules) Ask(s *survey.Survey) {
	c.asked = make([]question, len(s.Questions))
	for i, q := range s.Questions {
		if q.Kind == survey.Open {
			c.asked[i] = question{Slant(q.Text), c.asker.kinds(q.Text)}
		}
	}
}

// Name returns the codebooks and their versions, such as "partnership 1".
func (c *Rules) Name() string { return c.name }

// Themes returns the themes of all books. They must not be changed.
func (c *Rules) Themes() []Theme { return c.themes }

// Code implements Coder.
func (c *Rules) Code(dst []Coding, r *survey.Response) []Coding {
	rd := c.pool.Get().(*reading)
	defer c.pool.Put(rd)
	for i := range r.Comments {
		comment := &r.Comments[i]
		rd.read(comment.Text, comment.Lang, c.question(comment.Question))
		comment.Lang, comment.State = rd.lang, rd.state
		if q := comment.Question; q >= 0 && q < len(r.Answers) {
			r.Raise(q, rd.state)
		}
		for _, m := range rd.mentions {
			dst = append(dst, rd.coding(i, m))
		}
	}
	return dst
}

func (c *Rules) question(i int) question {
	if i >= 0 && i < len(c.asked) {
		return c.asked[i]
	}
	return question{}
}

// Knows reports whether a question of the survey handed to Ask is of a kind that
// the codebooks tell apart, or invites a tone.
func (c *Rules) Knows(i int) bool { return c.question(i) != question{} }

// coding turns a mention into what Code returns for it.
func (rd *reading) coding(comment int, m mention) Coding {
	span := rd.span(m.match)
	rule := rd.engine.rules[m.rule]
	return Coding{
		Comment: comment,
		Theme:   int(rule.theme),
		Start:   span.Start,
		End:     span.End,
		Tone:    m.tone,
		By:      ByRule,
		Rule:    int(rule.pattern),
		P:       1,
	}
}

// A Problem is an example that a codebook does not treat as its author says.
type Problem struct {
	Theme string // its ID
	Text  string
	Line  int // of the example, in the codebook's file
	What  string
}

// Check reports each example that its theme does not find, and each
// counter-example that its theme finds.
func (b *Codebook) Check() []Problem {
	c, err := NewRules(b)
	if err != nil {
		return []Problem{{Theme: b.ID, What: err.Error()}}
	}
	var problems []Problem
	rd := c.engine.newReading()
	for i, t := range b.Themes {
		for _, ex := range t.Examples {
			rd.readAs(ex.Text, ex.Lang, question{})
			at := slices.IndexFunc(rd.mentions, func(m mention) bool { return int(c.engine.rules[m.rule].theme) == i })
			switch {
			case at < 0 && !ex.Counter:
				problems = append(problems, Problem{t.ID, ex.Text, ex.Line, "not found: no pattern of the theme is in it"})
			case at >= 0 && ex.Counter:
				rule := c.engine.rules[rd.mentions[at].rule]
				problems = append(problems, Problem{t.ID, ex.Text, ex.Line, "found, though it is a counter-example, by the pattern " + t.Patterns[rule.pattern].Source})
			}
		}
	}
	return problems
}
