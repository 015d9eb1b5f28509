package review

import (
	"cmp"
	"slices"

	"commonground/analysis/codebook"
)

// decide settles who decided on each theme of an answer, and which nobody decided
// on. One that says nothing has no theme, whatever was asked.
func (m *matcher) decide(check *Check, c *claim, best decided) {
	check.Decided = best.file.Themes
	open := slices.Concat(best.file.Unasked, best.Open)
	if len(open) == 0 || best.NoContent && len(best.Codes) == 0 {
		return
	}
	check.Decided = slices.DeleteFunc(slices.Clone(check.Decided), func(theme string) bool { return slices.Contains(best.Open, theme) })
	for _, theme := range m.read(c, open) {
		code, has, asked := c.last(theme)
		switch {
		case !asked:
			check.Open = append(check.Open, theme)
			continue
		case has:
			check.Codes = append(slices.Clone(check.Codes), code)
		}
		check.Decided = append(check.Decided, theme)
	}
	slices.SortFunc(check.Codes, func(a, b Code) int { return cmp.Compare(m.theme(a.Theme), m.theme(b.Theme)) })
}

// said is what a claim comes to.
func (m *matcher) said(c *claim) *Said {
	best := c.best()
	d := *best.Decision
	check := &Check{Decision: &d}
	m.decide(check, c, best)
	return &Said{check.NoContent, check.Codes, check.Open}
}

// last is what was decided last on a theme.
func (c *claim) last(theme string) (code Code, has, asked bool) {
	for _, d := range slices.Backward(c.decisions) {
		if code, has, asked = d.on(theme); asked && d.Checked {
			return code, has, true
		}
	}
	return Code{}, false, false
}

// read are those of the themes that are looked for in such an answer.
func (m *matcher) read(c *claim, themes []string) []string {
	var all []string
	for _, theme := range themes {
		if m.reads(c, theme) {
			all = append(all, theme)
		}
	}
	return all
}

// reads reports whether a theme is looked for in such an answer.
func (m *matcher) reads(c *claim, theme string) bool {
	t := m.theme(theme)
	return t < 0 || m.themes[t].Reads == nil || slices.Contains(m.themes[t].Reads, m.survey.Questions[c.at.question].ID)
}

func (m *matcher) theme(id string) int {
	return slices.IndexFunc(m.themes, func(t codebook.Theme) bool { return t.ID == id })
}
