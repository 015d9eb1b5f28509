package analysis

import (
	"context"
	"errors"

	"commonground/analysis/codebook"
	"commonground/analysis/intake"
)

// Open reads the sources of a plan and, meanwhile, compiles a codebook into the
// rules of a Chain. The caller closes the intake.
func Open(ctx context.Context, plan intake.Plan, book *codebook.Codebook) (*intake.Intake, *codebook.Rules, error) {
	var rules *codebook.Rules
	compiled := make(chan error, 1)
	go func() {
		var err error
		rules, _, err = Rules(book)
		compiled <- err
	}()
	in, err := intake.Open(ctx, plan)
	if failed := <-compiled; failed != nil && err == nil {
		return nil, nil, errors.Join(failed, in.Close())
	}
	if err != nil {
		return nil, nil, err
	}
	rules.Ask(in.Survey)
	return in, rules, nil
}

// Rules compiles a codebook, and behind its themes the channels of
// communication, which every run looks for. All commands code by these, so that
// they find the same.
func Rules(book *codebook.Codebook) (rules *codebook.Rules, channels *codebook.Codebook, err error) {
	if channels, err = codebook.Builtin("channels"); err != nil {
		return nil, nil, err
	}
	channels = codebook.Apart(channels, book)
	rules, err = codebook.NewRules(book, channels)
	return rules, channels, err
}
