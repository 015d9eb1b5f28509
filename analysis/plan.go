// Package analysis turns responses into findings: it codes them, counts
// people, measures, and withholds what would expose somebody.
package analysis

import "commonground/analysis/codebook"

// Small is the number of respondents from which on a group is shown.
const Small = 5

// A Plan says what to find out.
type Plan struct {
	Book    *codebook.Codebook // the themes; nil for the built-in "partnership"
	Spool   string             // folder for working files; "" for the system's
	Version string             // of the program, for the report's method
	Step    func(done int)     // called from time to time with the number of responses coded; may be nil
}

// book returns the plan's codebook.
func (p *Plan) book() (*codebook.Codebook, error) {
	if p.Book != nil {
		return p.Book, nil
	}
	return codebook.Builtin("partnership")
}
