package codebook

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"testing"

	"commonground/analysis/survey"
)

// climateComment is a made-up answer of a yearly survey, as evaluate --gold
// reads it too, with one coder's codes.
type climateComment struct {
	Text, Question, Lang, Set string
	Codes                     map[string]string
}

// The rules of school-climate agree with a coder about answers to a yearly
// survey. The set tuned is what they were made better on. Who did that had
// written and coded the set test before, and the set after when they were done:
// it says most, and no rule is to be made from it.
func TestClimateAgreesWithCoder(t *testing.T) {
	book, err := Builtin("school-climate")
	if err != nil {
		t.Fatal(err)
	}
	rules, err := NewRules(book)
	if err != nil {
		t.Fatal(err)
	}
	for set, floor := range map[string]struct{ precision, f1 float64 }{
		"tuned": {0.90, 0.92},
		"test":  {0.80, 0.82},
		"after": {0.75, 0.73},
	} {
		var hit, found, coded float64
		for _, c := range climateComments(t, set) {
			lang := map[string]survey.Lang{"en": survey.English, "es": survey.Spanish}[c.Lang]
			rules.Ask(&survey.Survey{Questions: []survey.Question{{Text: c.Question, Kind: survey.Open}}})
			themes := themesOf(rules, c.Text, lang)
			found += float64(len(themes))
			coded += float64(len(c.Codes))
			for _, theme := range themes {
				if c.Codes[theme] != "" {
					hit++
				}
			}
		}
		if precision, f1 := hit/found, 2*hit/(found+coded); precision < floor.precision || f1 < floor.f1 {
			t.Errorf("%s: precision %.3f, F1 %.3f; want at least %v, %v", set, precision, f1, floor.precision, floor.f1)
		}
	}
}

func climateComments(t *testing.T, set string) []climateComment {
	t.Helper()
	data, err := os.ReadFile("testdata/school-climate.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	var all []climateComment
	for line := range bytes.Lines(data) {
		var c climateComment
		if err := json.Unmarshal(line, &c); err != nil {
			t.Fatal(err)
		}
		all = append(all, c)
	}
	return slices.DeleteFunc(all, func(c climateComment) bool { return c.Set != set })
}

// themesOf returns the IDs of the themes that rules find in an answer to their
// first question, each once.
func themesOf(rules *Rules, text string, lang survey.Lang) []string {
	r := &survey.Response{Comments: []survey.Comment{{Text: text, Lang: lang}}}
	var ids []string
	for _, k := range rules.Code(nil, r) {
		ids = append(ids, rules.Themes()[k.Theme].ID)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}
