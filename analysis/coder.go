package analysis

import (
	"fmt"

	"commonground/analysis/codebook"
	"commonground/analysis/intake"
	"commonground/analysis/review"
)

// Chain returns the coder of a run: the rules, and over them what people
// decided, each link with the last word over the one before it. What people
// decided is found again among the answers, which takes a reading of them.
func Chain(in *intake.Intake, rules codebook.Coder, codes []*review.Decisions) (codebook.Coder, *review.Checks, error) {
	checks, err := review.Match(in.Survey, in.Responses(), codes...)
	if err != nil {
		return nil, nil, fmt.Errorf("finding the checked answers again: %w", err)
	}
	return checks.Over(rules), checks, nil
}
