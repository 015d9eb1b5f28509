package measure

import (
	"cmp"
	"slices"
	"strings"

	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/analysis/survey"
	"commonground/analysis/text"
)

// Highlight is the one statement that best stands for the whole.
var Highlight = &Measure{
	Name:  "highlight",
	Words: true,
	Title: "Highlighted statement",
	Doc:   "Which single statement best stands for the whole?",
	Run: func(p *Pass) []findings.Finding {
		f := findings.Finding{ID: "highlight"}
		if q, ok := p.chosen(); ok {
			f.Quotes = []findings.Quote{q.quote("")}
			f.Notes = []findings.Note{p.notef("The statement that the summary's authors highlighted.")}
		} else if q, theme, ok := p.typical(); ok {
			f.Quotes = []findings.Quote{q.quote("")}
			f.Notes = []findings.Note{p.notef("Of the sentences about %s that may be quoted, this one was chosen by how many people wrote about its themes, and by how well it reads.", say.Lower(p.Themes[theme].Label))}
		} else {
			return nil
		}
		return []findings.Finding{f}
	},
	Say: func(l say.Language, f *findings.Finding) string {
		said := "“" + strings.Trim(f.Quotes[0].Text, "“”\" ") + "”"
		if role := f.Quotes[0].Role; role != survey.Unknown.String() {
			said += " (" + findings.RoleWords(l, role) + ")"
		}
		return said
	},
}

// chosen is the statement that a summary's authors put on top: quoted, and
// under none of their findings. As they published it with its role, so does the
// report.
func (p *Pass) chosen() (candidate, bool) {
	if !p.Chosen {
		return candidate{}, false
	}
	for c := range p.coded(everybody) {
		if c.Chosen && c.Under == 0 && !c.Unquotable && !c.Danger {
			return candidate{role: survey.JoinRoles(c.Roles), text: p.Show(c)(0, len(c.Text)), source: p.Sources[c.From.File]}, true
		}
	}
	return candidate{}, false
}

// legible is how much, in shares, a sentence gains at most by reading well.
const legible = 0.1

// typical is a sentence about the theme that most people wrote about, of those that
// have one to quote: the one whose themes have the largest shares together.
func (p *Pass) typical() (best candidate, theme int, ok bool) {
	counts, _ := p.Tally.Count(p.at.themes)
	theme = -1
	for c := range p.sample() {
		for _, s := range p.sentences(c) {
			themes, tone := p.speaksOf(c, s.Span)
			if len(themes) == 0 || !s.quotable() {
				continue
			}
			q := p.candidate(c, s)
			q.score, q.tone = p.weight(themes, counts)+legible*q.score, tone
			leads := slices.MaxFunc(themes, func(a, b int) int { return cmp.Or(cmp.Compare(counts[a], counts[b]), cmp.Compare(b, a)) })
			if theme < 0 || cmp.Or(cmp.Compare(counts[leads], counts[theme]), cmp.Compare(theme, leads),
				cmp.Compare(q.score, best.score), cmp.Compare(best.text, q.text)) > 0 {
				best, theme = q, leads
			}
		}
	}
	return best, theme, theme >= 0
}

// speaksOf are the themes of a sentence, and the tone of the last.
func (p *Pass) speaksOf(c *Comment, s text.Span) (themes []int, tone survey.Tone) {
	for _, code := range c.Codings {
		if code.Theme < len(p.Themes) && code.Start >= s.Start && code.End <= s.End && !slices.Contains(themes, code.Theme) {
			themes = append(themes, code.Theme)
			tone = code.Tone
		}
	}
	return themes, tone
}

// weight sums the shares of themes.
func (p *Pass) weight(themes []int, counts []int64) float64 {
	var sum int64
	for _, t := range themes {
		sum += counts[t]
	}
	return float64(sum) / float64(max(p.People(), 1))
}
