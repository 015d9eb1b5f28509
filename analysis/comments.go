package analysis

import (
	"iter"
	"slices"
	"strings"

	"commonground/analysis/codebook"
	"commonground/analysis/findings"
	"commonground/analysis/measure"
	"commonground/analysis/survey"
)

// show gives pieces of a comment as they may be shown: masked by all that the
// whole comment gives away, and in one line.
func (r *run) show(c *measure.Comment) func(start, end int) string {
	masked := r.redact.Redact(c.Text)
	return func(start, end int) string {
		start, end = masked.Map(start, end)
		return strings.Join(strings.Fields(masked.Text[start:end]), " ")
	}
}

// mask takes names and numbers out of a text.
func (r *run) mask(s string) string { return r.redact.Redact(s).Text }

// masked is the survey as it may be shown: questions and choices can name
// people too.
func (r *run) masked(s *survey.Survey) *survey.Survey {
	shown := &survey.Survey{Title: s.Title, Questions: slices.Clone(s.Questions)}
	for i := range shown.Questions {
		q := &shown.Questions[i]
		q.Text = r.mask(q.Text)
		q.Choices = slices.Clone(q.Choices)
		for k := range q.Choices {
			q.Choices[k] = r.mask(q.Choices[k])
		}
	}
	return shown
}

// comments returns the comments that may be shown; nil where none may. Their
// order is that of a hash of their words, so that it links no two answers of one
// person and stays the same from run to run.
func (r *run) comments() (func() iter.Seq2[findings.Comment, error], error) {
	rows := newRows(r.pass)
	for rec, err := range r.coded.All() {
		if err != nil {
			return nil, err
		}
		c, _ := readCoded(rec)
		if c.Danger {
			r.urgent++
		}
		if !c.Earlier && c.State >= survey.NotRead {
			rows.add(c, rec.At)
		}
	}
	shown := rows.shown()
	if len(shown) == 0 {
		return nil, nil
	}
	return func() iter.Seq2[findings.Comment, error] {
		return func(yield func(findings.Comment, error) bool) {
			for _, row := range shown {
				rec, err := r.coded.At(row.at)
				if err != nil {
					yield(findings.Comment{}, err)
					return
				}
				if c, rv := readCoded(rec); !yield(r.comment(c, rv.masked, rows.role(row)), nil) {
					return
				}
			}
		}
	}, nil
}

// comment is one comment as it may be shown. It was masked when it was coded, on
// all cores: each format that lists the comments asks for all of them.
func (r *run) comment(c *measure.Comment, masked, role string) findings.Comment {
	shown := findings.Comment{
		Role:     role,
		Question: r.pass.Survey.Questions[c.Question].Text,
		Text:     masked,
	}
	for t := range r.book.Themes {
		if tone, ok := codebook.ToneOf(c.Codings, t); ok {
			shown.Codes = append(shown.Codes, findings.Code{Theme: r.book.Themes[t].ID, Tone: tone.String()})
		}
	}
	return shown
}
