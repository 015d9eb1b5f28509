package analysis

import (
	"errors"

	"commonground/analysis/codebook"
	"commonground/analysis/intake"
)

// Open reads the sources of a plan and, meanwhile, compiles a codebook into the
// coder of what people wrote in them. The caller closes the intake.
func Open(plan intake.Plan, book *codebook.Codebook) (*intake.Intake, *codebook.Rules, error) {
	var rules *codebook.Rules
	compiled := make(chan error, 1)
	go func() {
		var err error
		rules, err = codebook.NewRules(book)
		compiled <- err
	}()
	in, err := intake.Open(plan)
	if failed := <-compiled; failed != nil && err == nil {
		return nil, nil, errors.Join(failed, in.Close())
	}
	if err != nil {
		return nil, nil, err
	}
	rules.Ask(in.Survey)
	return in, rules, nil
}
