// Package analysis turns responses into findings: it codes them, counts
// people, measures, and withholds what would expose somebody.
package analysis

import (
	"cmp"

	"commonground/analysis/codebook"
	"commonground/analysis/findings"
	"commonground/analysis/measure"
	"commonground/analysis/review"
	"commonground/analysis/say"
)

// Small is the number of respondents from which on a group is shown, unless a
// plan says otherwise.
const Small = 5

// A Plan says what to find out.
type Plan struct {
	Lang      say.Language        // to write the report in
	Book      *codebook.Codebook  // the themes; nil for the built-in "partnership"
	Codes     []*review.Decisions // of people: they go before the machine's, which learns from them
	Model     []byte              // learnt before, as learn.Model.Write wrote it; nil to learn from Codes, or to start from what ships
	ModelFile string              // its name, for errors
	RulesOnly bool                // code without a model
	ByDoubt   bool                // the review file begins with what is most worth a check
	Small     int                 // groups of fewer respondents are withheld; 0 for Small
	Invited   []measure.Invited   // to answer, as far as that is known
	Margins   []measure.Margin    // to weight people to
	Published *findings.Report    // last year's, as it was published; nil for none
	Logo      *findings.Picture   // the school's, for the report; nil for none
	Spool     string              // folder for working files; "" for the system's
	Version   string              // of the program, for the report's method
	Step      func(done int)      // called from time to time with the number of responses coded; may be nil
}

// small is the number of respondents from which on a group is shown.
func (p *Plan) small() int64 { return int64(cmp.Or(p.Small, Small)) }

// book returns the plan's codebook.
func (p *Plan) book() (*codebook.Codebook, error) {
	if p.Book != nil {
		return p.Book, nil
	}
	return codebook.Builtin("partnership")
}
