package main

import (
	"fmt"
	"strings"

	"commonground/analysis"
	"commonground/analysis/codebook"
	"commonground/analysis/evaluate"
	"commonground/analysis/learn"
	"commonground/analysis/review"
)

// code has the gold coded as report would, and says by which coder.
func (o *evaluateOptions) code(rules *codebook.Rules, gold *evaluate.Gold, known []*review.Decisions) ([]evaluate.Coded, error) {
	if o.learn {
		base, err := o.base()
		if err != nil {
			return nil, err
		}
		gold.Notes = append(gold.Notes, "Coded by "+rules.Name()+", each person's comments by what was learnt from the other people's.")
		return gold.Crossval(rules, base), nil
	}
	plan := analysis.Plan{Codes: known}
	if err := chooseModel(&plan, o.model); err != nil {
		return nil, err
	}
	var model *learn.Model
	var err error
	if !plan.RulesOnly && len(known) > 0 {
		if model, err = o.learnFrom(rules, gold, known); err != nil {
			return nil, err
		}
	}
	rules.Ask(gold.Survey())
	if model == nil {
		if model, err = analysis.Model(rules, gold.Survey(), &plan); err != nil {
			return nil, err
		}
	}
	if model == nil {
		gold.Notes = append(gold.Notes, "Coded by the rules of "+rules.Name()+" alone.")
		return gold.Code(rules.Code), nil
	}
	gold.Notes = append(gold.Notes, "Coded by "+model.Name()+".")
	return gold.Code(model.Code), nil
}

// learnFrom returns a model that learnt from what is known of comments besides
// the gold; nil where that is too little.
func (o *evaluateOptions) learnFrom(rules *codebook.Rules, gold *evaluate.Gold, known []*review.Decisions) (*learn.Model, error) {
	checked, err := evaluate.NewGold(rules.Themes(), known...)
	if err != nil {
		return nil, fmt.Errorf("learning from --codes: %w", err)
	}
	examples, _ := checked.Examples()
	if len(examples) < learn.Enough {
		gold.Notes = append(gold.Notes, fmt.Sprintf("Nothing was learnt from --codes: that takes %d checked comments.", learn.Enough))
		return nil, nil
	}
	base, err := o.base()
	if err != nil {
		return nil, err
	}
	gold.Share(checked)
	rules.Ask(gold.Survey())
	model, report := learn.Train(rules, base, gold.Survey(), examples)
	gold.Notes = append(gold.Notes, analysis.Learnt(report))
	gold.Notes = append(gold.Notes, notLearnt(report)...)
	return model, nil
}

// notLearnt says why nothing was learnt of other themes.
func notLearnt(report *learn.Report) []string {
	var kept, few, notes []string
	for _, t := range report.Themes {
		switch {
		case t.Learnt || t.Cases == 0:
		case t.Cases >= learn.Cases:
			kept = append(kept, t.Theme)
		default:
			few = append(few, t.Theme)
		}
	}
	if len(kept) > 0 {
		notes = append(notes, "No better by what could be learnt, and found as before: "+strings.Join(kept, ", ")+".")
	}
	if len(few) > 0 {
		notes = append(notes, fmt.Sprintf("Had by fewer than %d of the checked answers, and found as before: %s.", learn.Cases, strings.Join(few, ", ")))
	}
	return notes
}

// base is what learning starts from: what comes with the program, or with
// --model none the rules alone.
func (o *evaluateOptions) base() (*learn.Base, error) {
	if o.model == noModel {
		return learn.None(), nil
	}
	return learn.Shipped()
}
