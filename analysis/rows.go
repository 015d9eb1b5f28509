package analysis

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"commonground/analysis/review"
	"commonground/analysis/spool"
	"commonground/analysis/survey"
)

// Sample returns the draw that some answers are of; nil where none is known.
func (f *Found) Sample() *review.Sample {
	if f.Chain.Checks.Sample == nil {
		return nil
	}
	sample := *f.Chain.Checks.Sample
	sample.Blind = false // the review file shows the program's codes
	return &sample
}

// Review yields every answer with its codes and its words as written: first those
// that seem to tell of danger, then the others in the order of the files; or,
// where the plan asks for it, by what is most worth a check, and what people
// decided on last.
func (f *Found) Review() iter.Seq2[review.Row, error] {
	records := f.coded.All()
	if f.byDoubt {
		records = f.doubtful()
	}
	return func(yield func(review.Row, error) bool) {
		for _, first := range []bool{true, false} {
			if first && f.ReadFirst == 0 {
				continue
			}
			for rec, err := range records {
				if err != nil {
					yield(review.Row{}, err)
					return
				}
				if c, _ := readCoded(rec); c.Danger == first && !yield(f.row(rec), nil) {
					return
				}
			}
		}
	}
}

// row is a record as the review file has it.
func (f *Found) row(rec spool.Record) review.Row {
	c, rv := readCoded(rec)
	check := f.Chain.Checks.Nth(rv.check)
	row := review.Row{
		File: f.in.Reads[c.From.File].File, Row: c.From.Row, Respondent: c.Respondent,
		Role: survey.JoinRoles(c.Roles), Question: f.in.Survey.Questions[c.Question].Text,
		Lang: c.Lang.String(), Text: c.Text, NoContent: c.State == survey.NoContent,
		Tones:   make([]string, len(f.Themes)),
		Program: check.Program(f.Themes, c.Codings, c.State),
		Why:     string(check.AppendWhy(nil, f.Themes, c.Text, c.Codings)),
	}
	for t := range f.Themes {
		row.Tones[t] = check.Cell(f.Themes, t, c.Codings)
	}
	check.Fill(&row)
	if c.Danger {
		row.Why = strings.TrimSuffix(f.danger.why(c.Text)+"; "+row.Why, "; ")
	}
	return row
}

// doubtful yields the records with the most doubtful first.
func (f *Found) doubtful() iter.Seq2[spool.Record, error] {
	return func(yield func(spool.Record, error) bool) {
		type place struct {
			doubt float64
			at    int64
		}
		var places []place
		for rec, err := range f.coded.All() {
			if err != nil {
				yield(spool.Record{}, err)
				return
			}
			_, rv := readCoded(rec)
			if check := f.Chain.Checks.Nth(rv.check); check != nil && check.Checked {
				rv.doubt = -1
			}
			places = append(places, place{rv.doubt, rec.At})
		}
		slices.SortFunc(places, func(a, b place) int {
			return cmp.Or(cmp.Compare(b.doubt, a.doubt), cmp.Compare(a.at, b.at))
		})
		for _, p := range places {
			rec, err := f.coded.At(p.at)
			if !yield(rec, err) || err != nil {
				return
			}
		}
	}
}
