package analysis

import (
	"errors"
	"iter"
	"slices"

	"commonground/analysis/codebook"
	"commonground/analysis/qda"
)

// Cases yields every respondent with all that they wrote and its codes, in the
// order of the files. Nothing is masked or withheld: it is for a restricted file.
func (f *Found) Cases() iter.Seq2[*qda.Case, error] {
	return func(yield func(*qda.Case, error) bool) {
		next, stop := iter.Pull2(f.coded.All())
		defer stop()
		for resp, err := range f.in.Responses() {
			if err != nil {
				yield(nil, err)
				return
			}
			c := &qda.Case{Response: resp, Comments: make([]qda.Comment, len(resp.Comments))}
			for i := range c.Comments {
				rec, err, ok := next()
				if !ok {
					err = errors.New("the working file of codes ends too early")
				}
				if err != nil {
					yield(nil, err)
					return
				}
				coded, rv := readCoded(rec)
				themes := slices.DeleteFunc(coded.Codings, func(k codebook.Coding) bool { return k.Theme >= len(f.Themes) }) // others are channels
				check := f.Chain.Checks.Nth(rv.check)
				of := qda.Comment{Question: coded.Question, Text: coded.Text, State: coded.State, Lang: coded.Lang, Codings: themes, Checked: check.Complete()}
				if check != nil && check.Checked {
					of.Coder, of.When = check.Coder, check.When
				}
				c.Comments[i] = of
			}
			if !yield(c, nil) {
				return
			}
		}
	}
}
