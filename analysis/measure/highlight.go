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
		} else if q, ok := p.typical(); ok {
			f.Quotes = []findings.Quote{q.quote("")}
			f.Notes = []findings.Note{p.notef("The sentence that speaks of the themes that most people wrote about.")}
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

// typical is the sentence whose themes have the largest shares together.
func (p *Pass) typical() (candidate, bool) {
	counts, _ := p.Tally.Count(p.at.themes)
	var best candidate
	for c := range p.sample() {
		for _, s := range p.sentences(c) {
			weight, tone := p.weight(c, s.Span, counts)
			if weight == 0 || !s.quotable() {
				continue
			}
			q := p.candidate(c, s)
			q.score, q.tone = weight+legible*q.score, tone
			if cmp.Or(cmp.Compare(q.score, best.score), cmp.Compare(best.text, q.text)) > 0 || best.text == "" {
				best = q
			}
		}
	}
	return best, best.text != ""
}

// weight sums the shares of the themes that a sentence speaks of.
func (p *Pass) weight(c *Comment, s text.Span, counts []int64) (float64, survey.Tone) {
	var seen []int
	var sum int64
	var tone survey.Tone
	for _, code := range c.Codings {
		if code.Theme < len(p.Themes) && code.Start >= s.Start && code.End <= s.End && !slices.Contains(seen, code.Theme) {
			seen = append(seen, code.Theme)
			sum += counts[code.Theme]
			tone = code.Tone
		}
	}
	return float64(sum) / float64(max(p.People(), 1)), tone
}
