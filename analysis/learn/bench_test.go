package learn

import (
	"math/rand/v2"
	"testing"

	"commonground/analysis/codebook"
	"commonground/analysis/survey"
)

// spoken returns coded comments that are made of the built-in examples.
func spoken(rules *codebook.Rules, n int) []Example {
	rng := rand.New(rand.NewPCG(1, 2))
	var examples []Example
	for i := range n {
		ex := Example{Respondent: i}
		for range 1 + rng.IntN(3) {
			theme := rng.IntN(len(rules.Themes()))
			sentence := rules.Themes()[theme].Examples
			if ex.Comment.Text != "" {
				ex.Comment.Text += " "
			}
			ex.Comment.Text += sentence[rng.IntN(len(sentence))].Text
			ex.Codes = append(ex.Codes, Code{Theme: theme})
		}
		examples = append(examples, ex)
	}
	return examples
}

// The codings of a model, side by side with those of the rules.
func BenchmarkCode(b *testing.B) {
	rules := partnership(b)
	examples := spoken(rules, 500)
	base := base(b)
	model, _ := Train(rules, base, asked, examples)
	coders := []struct {
		name  string
		coder codebook.Coder
	}{{"rules", rules}, {"base", Start(rules, base, asked)}, {"model", model}}
	for _, c := range coders {
		b.Run(c.name, func(b *testing.B) {
			size := 0
			var r survey.Response
			for i := range examples {
				r.Comments = append(r.Comments, examples[i].Comment)
				size += len(examples[i].Comment.Text)
			}
			b.SetBytes(int64(size))
			b.ReportAllocs()
			var codings []codebook.Coding
			for b.Loop() {
				codings = c.coder.Code(codings[:0], &r)
			}
		})
	}
}

func BenchmarkTrain(b *testing.B) {
	rules := partnership(b)
	examples := spoken(rules, 500)
	for b.Loop() {
		Train(rules, base(b), asked, examples)
	}
}

func BenchmarkCrossval(b *testing.B) {
	rules := partnership(b)
	examples := spoken(rules, 500)
	for b.Loop() {
		Crossval(rules, base(b), asked, examples)
	}
}
