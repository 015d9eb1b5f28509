package analysis

import (
	"bytes"
	"fmt"
	"slices"

	"commonground/analysis/codebook"
	"commonground/analysis/intake"
	"commonground/analysis/learn"
	"commonground/analysis/review"
	"commonground/analysis/survey"
)

// A Chain codes answers: by the rules of a codebook, then by a model that weighs
// what they find, then by what people decided, each with the last word over the
// one before it.
type Chain struct {
	codebook.Coder
	Checks *review.Checks // what people decided on
	Model  *learn.Model   // nil where the rules code alone
	Learnt *learn.Report  // from the checks; nil where there are too few to learn from
}

// NewChain returns the coder of a run by the plan. What people decided is found
// again among the answers, which takes a reading of them; where that is enough
// to learn from, the model learns from it.
func NewChain(in *intake.Intake, rules *codebook.Rules, plan *Plan) (*Chain, error) {
	checks, err := review.Match(in.Survey, rules.Themes(), in.Responses(), plan.Codes...)
	if err != nil {
		return nil, fmt.Errorf("finding the checked answers again: %w", err)
	}
	c := &Chain{Checks: checks}
	coder := codebook.Coder(rules)
	if !plan.RulesOnly {
		if coder, err = c.model(in, rules, plan); err != nil {
			return nil, err
		}
	}
	c.Coder = checks.Over(codebook.Within(coder, in.Survey))
	return c, nil
}

// model returns the coder below people's decisions: one that learnt from these,
// where they are enough, or else the plan's model over the rules.
func (c *Chain) model(in *intake.Intake, rules *codebook.Rules, plan *Plan) (codebook.Coder, error) {
	at, examples, err := examples(in, c.Checks, rules.Themes())
	if err != nil {
		return nil, err
	}
	if len(examples) >= learn.Enough {
		base, err := learn.Shipped()
		if err != nil {
			return nil, err
		}
		c.Model, c.Learnt = learn.Train(rules, base, in.Survey, examples)
		return newHeldOut(c.Model, at, learn.Crossval(rules, base, in.Survey, examples)), nil
	}
	if c.Model, err = Model(rules, in.Survey, plan); c.Model == nil {
		return rules, err
	}
	return c.Model, nil
}

// Model returns the model that codes where nothing is learnt anew: that of the
// plan, or the one that ships with the program if it knows the codebook; nil for
// none.
func Model(rules *codebook.Rules, s *survey.Survey, plan *Plan) (*learn.Model, error) {
	base, err := learn.Shipped()
	switch {
	case err != nil || plan.RulesOnly:
		return nil, err
	case plan.Model != nil:
		m, err := learn.Read(bytes.NewReader(plan.Model), rules, base, s)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", plan.ModelFile, err)
		}
		return m, nil
	case base.Knows(rules.Themes()):
		return learn.Start(rules, base, s), nil
	}
	return nil, nil
}

// An answer is where a comment stands.
type answer struct{ respondent, comment int }

// examples returns the answers on which people decided, as a model learns from
// them, in the order of the files.
func examples(in *intake.Intake, checks *review.Checks, themes []codebook.Theme) (at []answer, all []learn.Example, err error) {
	if checks.Answers == 0 {
		return nil, nil, nil
	}
	for r, err := range in.Responses() {
		if err != nil {
			return nil, nil, fmt.Errorf("learning from the checked answers: %w", err)
		}
		for k := range r.Comments {
			check := checks.Of(r.Respondent, k)
			if check == nil || !check.Checked {
				continue
			}
			ex := learn.Example{Respondent: r.Respondent, Comment: r.Comments[k]}
			for t := range themes {
				if slices.Contains(check.Open, themes[t].ID) {
					ex.Open = append(ex.Open, t)
				}
			}
			for _, code := range check.Codes {
				if t := slices.IndexFunc(themes, func(t codebook.Theme) bool { return t.ID == code.Theme }); t >= 0 {
					ex.Codes = append(ex.Codes, learn.Code{Theme: t, Tone: code.Tone})
				}
			}
			at, all = append(at, answer{r.Respondent, k}), append(all, ex)
		}
	}
	return at, all, nil
}

// heldOut codes the answers that a model learnt from as one would that learnt
// from other people's alone: what people decided must not pass for what the
// machine would have said.
type heldOut struct {
	codebook.Coder
	codings map[answer][]codebook.Coding
	people  map[int]bool
}

func newHeldOut(coder codebook.Coder, at []answer, codings [][]codebook.Coding) *heldOut {
	h := &heldOut{coder, map[answer][]codebook.Coding{}, map[int]bool{}}
	for i, a := range at {
		for k := range codings[i] {
			codings[i][k].Comment = a.comment
		}
		h.codings[a], h.people[a.respondent] = codings[i], true
	}
	return h
}

// Code implements codebook.Coder.
func (h *heldOut) Code(dst []codebook.Coding, r *survey.Response) []codebook.Coding {
	from := len(dst)
	dst = h.Coder.Code(dst, r)
	if !h.people[r.Respondent] {
		return dst
	}
	learnt := slices.Clone(dst[from:])
	dst = dst[:from]
	for k := range r.Comments {
		codings, ok := h.codings[answer{r.Respondent, k}]
		if !ok {
			codings = codebook.Of(learnt, k)
		}
		dst = append(dst, codings...)
	}
	return dst
}
