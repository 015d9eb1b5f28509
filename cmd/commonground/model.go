package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"commonground/analysis"
	"commonground/report"
)

// modelName is the restricted file of a report's folder that holds what was
// learnt from people's decisions.
const modelName = "coder.model"

// noModel is what --model takes to leave coding to the rules.
const noModel = "none"

// addModelFlag adds the option that says which model codes besides the rules.
func addModelFlag(cmd *cobra.Command, model *string) {
	cmd.Flags().StringVar(model, "model", "", "“none” to code by the codebook's rules alone, or a `FILE` "+modelName+" of an earlier report\n"+
		"(default: what is learnt from --codes, or else the model that comes with the program)")
}

// chooseModel puts into the plan what --model says.
func chooseModel(plan *analysis.Plan, model string) error {
	switch {
	case model == "":
		return nil
	case model == noModel:
		plan.RulesOnly = true
		return nil
	case len(plan.Codes) > 0:
		return misuse{fmt.Errorf("--model %s with --codes: a model is learnt anew from what people decided; give one of the two", model)}
	}
	saved, err := os.ReadFile(model)
	if err != nil {
		return fmt.Errorf("reading the model: %w", err)
	}
	plan.Model, plan.ModelFile = saved, model
	return nil
}

// errNoModel is that of asking a model what is worth a check where there is none.
var errNoModel = errors.New("--review-order: no model codes here, which could say what is worth a check: leave out --model none; of a codebook of your own, one is learnt from 40 checked answers on (--codes)")

// modelFiles is the restricted file with what was learnt, if anything was.
func modelFiles(found *analysis.Found) []report.File {
	if found.Chain.Learnt == nil || len(found.Chain.Model.Learnt()) == 0 {
		return nil
	}
	return []report.File{{Name: modelName, Mode: 0o600, Write: func(w io.Writer) error { return found.Chain.Model.Write(w) }}}
}
