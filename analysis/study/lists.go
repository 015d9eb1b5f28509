package study

import (
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"commonground/analysis/intake"
	"commonground/analysis/measure"
	"commonground/analysis/survey"
)

func (c *checks) source(n *yaml.Node) {
	var s Source
	sound := c.sound(n, key{"file", c.file(&s.File)}, key{"role", c.role(&s.Role)}, key{"wave", c.text(&s.Wave)})
	if sound && s.File == "" {
		c.fail(n, "a source has no file")
	}
	for _, before := range c.study.Sources {
		if before.File == s.File {
			c.fail(n, "%s is listed twice: its people would be counted twice", s.File)
		}
	}
	c.study.Sources = append(c.study.Sources, s)
}

func (c *checks) question(n *yaml.Node) {
	var q intake.Known
	c.keys(n,
		key{"id", c.newID(&q.ID)}, key{"text", c.text(&q.Text)}, key{"headers", c.headersOf(&q.Headers)},
		key{"kind", oneOf(c.page, &q.Kind, "kind", words(questionKinds), questionKinds)},
		key{"choices", func(n *yaml.Node) { c.each(n, func(one *yaml.Node) { q.Choices = append(q.Choices, c.choice(one)) }) }}, key{"mirror", c.id(&q.Mirror)},
	)
	switch {
	case q.ID == "":
		c.fail(n, "a question has no id")
	case q.Mirror == q.ID:
		c.fail(n, "question %q mirrors itself; name the question that asks the other side", q.ID)
	}
	switch {
	case len(q.Headers) > 0:
	case q.Text == "":
		c.fail(n, "question %q has neither a text nor headers, so that no column could answer it", q.ID)
	default:
		c.claim(q.Text, n)
	}
	seen := map[string]bool{}
	for _, choice := range q.Choices {
		if seen[choice] {
			c.fail(n, "question %q has the choice %q twice", q.ID, choice)
		}
		seen[choice] = true
	}
	c.study.Questions = append(c.study.Questions, q)
}

func (c *checks) choice(n *yaml.Node) string {
	var s string
	c.text(&s)(n)
	return s
}

func (c *checks) use(n *yaml.Node) {
	var u intake.Use
	sound := c.sound(n, key{"header", c.header(&u.Header)}, key{"kind", oneOf(c.page, &u.Kind, "kind", words(columnKinds), columnKinds)})
	if sound && (u.Header == "" || u.Kind == "") {
		c.fail(n, "a column needs a header and a kind")
	}
	c.study.Columns = append(c.study.Columns, u)
}

func (c *checks) invited(n *yaml.Node) {
	var i measure.Invited
	sound := c.sound(n,
		key{"people", c.number(&i.People, 1)}, key{"role", c.role(&i.Role)}, key{"question", c.id(&i.Question)},
		key{"answer", c.text(&i.Answer)}, key{"wave", c.text(&i.Wave)},
	)
	switch {
	case !sound:
	case i.People == 0:
		c.fail(n, "the number of people is missing")
	case i.Role == survey.NoRole && i.Question == "":
		c.fail(n, "say who was invited: role, or question and answer")
	case (i.Question == "") != (i.Answer == ""):
		c.fail(n, "question and answer go together: who gave which answer?")
	default:
		c.late = append(c.late, func() { c.fits(n, &i) })
	}
	c.study.Invited = append(c.study.Invited, i)
}

// fits checks that those invited can be found among those who answered: that the
// study knows their wave, as far as its sources name all waves, and the answer.
func (c *checks) fits(n *yaml.Node, i *measure.Invited) {
	if waves := c.waveNames(); len(waves) > 0 {
		switch {
		case i.Wave == "" && len(waves) > 1:
			c.fail(n, "say of which wave the %d people were invited, for there are %s: add wave: %s", i.People, strings.Join(waves, ", "), waves[0])
		case i.Wave != "" && !slices.Contains(waves, i.Wave):
			c.fail(n, "no source is of the wave %q; the waves are %s", i.Wave, strings.Join(waves, ", "))
		}
	}
	q := c.study.question(i.Question)
	if q == nil || len(q.Choices) == 0 || slices.ContainsFunc(q.Choices, func(choice string) bool { return strings.EqualFold(choice, i.Answer) }) {
		return
	}
	c.fail(n, "%q is not among the choices of question %q: %s", i.Answer, i.Question, strings.Join(q.Choices, ", "))
}

// waveNames are the waves of all sources; none where a source doesn't name its
// own.
func (c *checks) waveNames() []string {
	var all []string
	for _, s := range c.study.Sources {
		if s.Wave == "" {
			return nil
		}
		if !slices.Contains(all, s.Wave) {
			all = append(all, s.Wave)
		}
	}
	return all
}

func (c *checks) codebook(n *yaml.Node) {
	var b Codebook
	sound := c.sound(n, key{"name", c.book(&b.Name)}, key{"questions", c.idsOf(&b.Questions)})
	if sound && b.Name == "" {
		c.fail(n, "a codebook has no name")
	}
	c.study.Codebooks = append(c.study.Codebooks, b)
}

// rounding is how far, in percent, the shares of a margin may be from 100.
const rounding = 1

func (c *checks) margin(n *yaml.Node) {
	var m measure.Margin
	c.keys(n, key{"question", c.id(&m.Question)}, key{"shares", func(list *yaml.Node) {
		c.each(list, func(item *yaml.Node) { m.Shares = append(m.Shares, c.share(item)) })
	}})
	sum := 0.0
	for _, s := range m.Shares {
		sum += s.Percent
	}
	switch {
	case m.Question == "" || len(m.Shares) == 0:
		c.fail(n, "a margin needs a question and its shares")
	case m.Question == survey.WaveID || m.Question == survey.FileID:
		c.fail(n, "people can't be weighted by their %s; name a question with single choices, or role", m.Question)
	case slices.ContainsFunc(c.study.Margins, func(o measure.Margin) bool { return o.Question == m.Question }):
		c.fail(n, "question %q has two margins; put all of its shares under one", m.Question)
	case sum < 100-rounding || sum > 100+rounding:
		c.fail(n, "the shares of %q add up to %v, not to 100", m.Question, sum)
	}
	for i, s := range m.Shares {
		if slices.ContainsFunc(m.Shares[:i], func(o measure.Share) bool { return strings.EqualFold(o.Answer, s.Answer) }) {
			c.fail(n, "the shares of %q have %q twice", m.Question, s.Answer)
		}
	}
	c.late = append(c.late, func() { c.answered(n, &m) })
	c.study.Margins = append(c.study.Margins, m)
}

// answered checks that the answers of a margin are choices of its question, as
// far as these are known.
func (c *checks) answered(n *yaml.Node, m *measure.Margin) {
	choices := survey.Roles()
	if q := c.study.question(m.Question); q != nil {
		choices = q.Choices
	} else if m.Question != survey.RoleID {
		return
	}
	for _, s := range m.Shares {
		if len(choices) > 0 && !slices.ContainsFunc(choices, func(choice string) bool { return strings.EqualFold(choice, s.Answer) }) {
			c.fail(n, "%q is not among the choices of question %q: %s", s.Answer, m.Question, strings.Join(choices, ", "))
		}
	}
}

func (c *checks) share(n *yaml.Node) measure.Share {
	var s measure.Share
	c.keys(n, key{"answer", c.text(&s.Answer)}, key{"percent", func(n *yaml.Node) {
		v, err := strconv.ParseFloat(n.Value, 64)
		if err != nil || !(v >= 0 && v <= 100) {
			c.fail(n, "%q is not a number from 0 to 100", n.Value)
		}
		s.Percent = v
	}})
	if s.Answer == "" {
		c.fail(n, "a share has no answer")
	}
	return s
}
