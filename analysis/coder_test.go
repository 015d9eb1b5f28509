package analysis_test

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"

	"commonground/analysis"
	"commonground/analysis/codebook"
	"commonground/analysis/intake"
	"commonground/analysis/learn"
	"commonground/analysis/review"
)

const groundsBook = `
id: grounds
title: Grounds
version: 1
themes:
  - id: garden
    label: Garden
    group: Grounds
    definition: The school garden.
    patterns: {en: [garden, compost]}
  - id: parking
    label: Parking
    group: Grounds
    definition: Where cars stand.
    patterns: {en: [parking, drop-off lane]}
`

// grounds are answers of which every fourth speaks of the garden in words that
// the codebook lacks, and what a person decided on the first of them.
func grounds(answers, checked int, change map[int]string) (file, codes string) {
	var f, c strings.Builder
	f.WriteString("Role,What could we do better?\n")
	c.WriteString("respondent,question,text,garden,parking,no_content\n")
	ends := []string{"all year", "near the gym", "with the little ones", "at last", "on Fridays", "when it rains"}
	for i := range answers {
		text := []string{"The library is open", "We like the new principal", "The parking is full", "Our kids water the vegetables"}[i%4] +
			" " + ends[i/4%len(ends)] + " " + ends[i/24%len(ends)]
		fmt.Fprintf(&f, "Parent,%s\n", text)
		if i < checked {
			code := []string{",", ",", ",concern", "praise,"}[i%4]
			if other, ok := change[i]; ok {
				code = other
			}
			fmt.Fprintf(&c, "%d,What could we do better?,%s,%s,\n", i+1, text, code)
		}
	}
	return f.String(), c.String()
}

func chained(t *testing.T, answers, checked int, change map[int]string, plan analysis.Plan) (*intake.Intake, *analysis.Found) {
	t.Helper()
	file, csv := grounds(answers, checked, change)
	var err error
	if plan.Book, err = codebook.Load(strings.NewReader(groundsBook), "book.yaml"); err != nil {
		t.Fatal(err)
	}
	codes, err := review.ReadDecisions("codes.csv", strings.NewReader(csv), int64(len(csv)), plan.Book.Themes)
	if err != nil {
		t.Fatal(err)
	}
	plan.Spool = t.TempDir()
	if checked > 0 {
		plan.Codes = append(plan.Codes, codes)
	}
	in := open(t, map[string]string{"parents.csv": file})
	found, err := analysis.Run(context.Background(), plan, in)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { found.Close() })
	return in, found
}

// From what people decided on some answers the others are coded; what was
// decided stays; and the machine's codes of these are those of one who doesn't
// know the decision.
func TestLearnsFromChecks(t *testing.T) {
	machine := func(found *analysis.Found, respondent int) []codebook.Coding {
		return found.Chain.Checks.Of(respondent, 0).Machine
	}
	_, before := chained(t, 160, 120, nil, analysis.Plan{RulesOnly: true})
	_, found := chained(t, 160, 120, nil, analysis.Plan{})
	if before.Chain.Learnt != nil || before.Chain.Model != nil || len(machine(before, 4)) != 0 {
		t.Error("a model codes, though the rules alone should")
	}
	if found.Chain.Learnt == nil || !found.Chain.Learnt.Themes[0].Learnt || found.Chain.Learnt.Themes[1].Learnt {
		t.Fatalf("learnt %+v", found.Chain.Learnt)
	}
	vegetables := 0
	for row, err := range found.Review() {
		if err != nil {
			t.Fatal(err)
		}
		garden := row.Tones[0] != ""
		if garden != strings.Contains(row.Text, "vegetables") {
			t.Errorf("%q is coded %q", row.Text, row.Tones)
		}
		if garden && !row.Checked {
			vegetables++
			if !strings.Contains(row.Why, "garden: vegetables (by the model, ") {
				t.Errorf("%q: why is %q", row.Text, row.Why)
			}
		}
	}
	if vegetables != 10 {
		t.Errorf("%d answers about the garden were not checked", vegetables)
	}
	for respondent, code := range map[int]string{4: ",", 8: "praise,wish"} {
		_, changed := chained(t, 160, 120, map[int]string{respondent - 1: code}, analysis.Plan{})
		if got, want := machine(changed, respondent), machine(found, respondent); len(want) != 1 || !slices.Equal(got, want) {
			t.Errorf("respondent %d: the machine says %v, and %v before the person said otherwise", respondent, got, want)
		}
	}
	said := fmt.Sprint(found.Report.Method)
	for _, want := range []string{"by a model that comes with the program and weighs", "Learnt from 120 checked answers: to find garden better in other people's answers."} {
		if !strings.Contains(said, want) {
			t.Errorf("the method doesn't say %q: %s", want, said)
		}
	}
	if said := fmt.Sprint(before.Report.Method); strings.Contains(said, "model") {
		t.Errorf("rules alone: %s", said)
	}
}

// What was learnt takes a sentence, however many themes there are.
func TestWhatWasLearntIsSaid(t *testing.T) {
	few := learn.ThemeReport{Theme: "few", Cases: learn.Cases - 1}
	kept := learn.ThemeReport{Theme: "kept", Cases: 30}
	one := learn.ThemeReport{Theme: "one", Cases: 20, Learnt: true}
	for _, c := range []struct {
		themes []learn.ThemeReport
		want   string
	}{
		{[]learn.ThemeReport{few, kept}, "The 52 checked answers taught the program nothing new yet: a theme is learnt once 10 of them have it, and only where that finds it better in other people's answers."},
		{nil, "The 52 checked answers taught the program nothing new yet: a theme is learnt once 10 of them have it, and only where that finds it better in other people's answers."},
		{[]learn.ThemeReport{few, one, kept}, "Learnt from 52 checked answers: to find one better in other people's answers."},
		{slices.Repeat([]learn.ThemeReport{one, few}, 17), "Learnt from 52 checked answers: to find 17 of the themes better in other people's answers."},
	} {
		if got := analysis.Learnt(&learn.Report{Checked: 52, Themes: c.themes}); got != c.want {
			t.Errorf("%v: %q, want %q", c.themes, got, c.want)
		}
	}
}

// A few checks teach nothing, and that is said.
func TestFewChecksTeachNothing(t *testing.T) {
	_, found := chained(t, 60, 30, nil, analysis.Plan{})
	if found.Chain.Model != nil || found.Chain.Learnt != nil {
		t.Errorf("learnt %+v", found.Chain.Learnt)
	}
}

// The order in which answers are worth a check begins with the doubtful ones and
// ends with those that were checked; it loses none; and any number of cores
// finds the same.
func TestReviewOrder(t *testing.T) {
	rows := func(cores int) (texts []string) {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(cores))
		_, found := chained(t, 160, 120, nil, analysis.Plan{ByDoubt: true})
		checked := false
		for row, err := range found.Review() {
			if err != nil {
				t.Fatal(err)
			}
			if checked && !row.Checked {
				t.Errorf("row %d stands behind those that were checked", row.Row)
			}
			checked = row.Checked
			texts = append(texts, fmt.Sprint(row.Row, row.Text, row.Why))
		}
		return texts
	}
	one := rows(1)
	if len(one) != 160 || !slices.Equal(one, rows(4)) {
		t.Errorf("%d rows, and others on four cores", len(one))
	}
}

// Of the built-in codebook, the model that ships with the program knows more
// than the rules.
func TestShippedModelCodes(t *testing.T) {
	in := open(t, map[string]string{"parents.csv": twelveParents})
	found, err := analysis.Run(context.Background(), analysis.Plan{Spool: t.TempDir()}, in)
	if err != nil {
		t.Fatal(err)
	}
	defer found.Close()
	if found.Chain.Model == nil || found.Chain.Learnt != nil {
		t.Error("the shipped model doesn't code")
	}
}
