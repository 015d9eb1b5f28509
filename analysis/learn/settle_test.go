package learn

import (
	"bytes"
	"slices"
	"testing"

	"commonground/analysis/codebook"
)

// A checker who finds what the rules find, and nothing else, is believed: the
// themes that are found so are given, the others aren't.
func TestLearnsWhomToTrust(t *testing.T) {
	rules := partnership(t)
	examples := spoken(rules, 200)
	for i := range examples {
		_, codings := examples[i].codeBy(rules)
		examples[i].Codes = nil
		for theme := range rules.Themes() {
			if _, ok := codebook.ToneOf(codings, theme); ok {
				examples[i].Codes = append(examples[i].Codes, Code{Theme: theme})
			}
		}
	}
	checked, others := examples[:80], examples[80:]
	m, rep := Train(rules, base(t), asked, checked)
	every := slices.Repeat([]bool{true}, len(rules.Themes()))
	before, after := Start(rules, base(t), asked).test(others, every), m.test(others, every)
	if before.F1() > 0.85 || after.F1() < 0.95 {
		t.Errorf("F1 %.2f before and %.2f after", before.F1(), after.F1())
	}
	if len(m.Learnt()) != len(rules.Themes()) || !rep.Themes[0].Learnt {
		t.Errorf("learnt only of %q", m.Learnt())
	}
	var file bytes.Buffer
	if err := m.Write(&file); err != nil {
		t.Fatal(err)
	}
	back, err := Read(&file, rules, base(t), asked)
	if err != nil || back.test(others, every) != after {
		t.Errorf("once read back it codes otherwise: %v", err)
	}
}

// Of themes that a checker did not look for, nothing is learnt.
func TestThemesNotSought(t *testing.T) {
	rules := partnership(t)
	examples := spoken(rules, 200)
	checked := slices.Clone(examples[:80])
	for i := range checked {
		checked[i].Codes = slices.DeleteFunc(slices.Clone(checked[i].Codes), func(c Code) bool { return c.Theme >= 4 })
	}
	m, _ := Train(rules, base(t), asked, checked)
	others := make([]bool, len(rules.Themes()))
	for theme := range others {
		others[theme] = theme >= 4
	}
	before, after := Start(rules, base(t), asked).test(examples[80:], others), m.test(examples[80:], others)
	if after.F1() < before.F1()-0.02 {
		t.Errorf("themes that nobody looked for: F1 %.2f before and %.2f after", before.F1(), after.F1())
	}
}
