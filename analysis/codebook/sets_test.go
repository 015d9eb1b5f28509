package codebook

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"commonground/analysis/survey"
)

const setBook = `id: sets
sets:
  en:
    teacher: [teacher*, coach]
    school: ["@teacher", the front office]
    parent: [parent*, mom]
  es:
    parent: [papá, mamá]
questions:
  agree:
    en: [in common, converge*]
    es: [en común]
themes:
  - id: blame
    patterns:
      en: ["@parent ~3 blame* ~3@school", "@school ~2~ fault"]
      es: ["@parent ~3 culpa*", l@s maestr@s]
  - id: aims
    patterns:
      en: [common goal]
    hints:
      en: [want, happy, safe]
    asked:
      agree:
        en: [the kids]
    inherited: [agree]
  - id: food
    patterns:
      en: [lunch]
    seldom: [agree]
    hints:
      en: [hungry]
  - id: hope
    patterns:
      en: [dream]
    hints:
      en: [hope*]
    expected: [agree]
`

func setCoder(t *testing.T) *Rules {
	t.Helper()
	b, err := Load(strings.NewReader(setBook), "sets.yaml")
	if err != nil {
		t.Fatal(err)
	}
	c, err := NewRules(b)
	if err != nil {
		t.Fatal(err)
	}
	c.Ask(&survey.Survey{Questions: []survey.Question{
		{Text: "What could be better?", Kind: survey.Open},
		{Text: "What do we have in common?", Kind: survey.Open},
	}})
	return c
}

// found returns the IDs of the themes of an answer to a question of setCoder.
func found(c *Rules, question int, text string, lang survey.Lang) string {
	r := &survey.Response{Answers: make([]survey.Answer, 2), Comments: []survey.Comment{{Question: question, Text: text, Lang: lang}}}
	var ids []string
	for _, k := range c.Code(nil, r) {
		if id := c.Themes()[k.Theme].ID; !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return strings.Join(ids, " ")
}

func TestSets(t *testing.T) {
	c := setCoder(t)
	for _, tt := range []struct {
		text string
		lang survey.Lang
		want string
	}{
		{"The parents always blame the teachers.", survey.English, "blame"},
		{"My mom blamed the front office", survey.English, "blame"},
		{"The teachers blame the parents.", survey.English, ""},
		{"The parents blame the school", survey.English, ""},
		{"It is the fault of the coach", survey.English, "blame"},
		{"The coach was at fault", survey.English, "blame"},
		{"La mamá le echa la culpa a todos", survey.Spanish, "blame"},
		{"L@s maestr@s gritan", survey.Spanish, "blame"},
	} {
		if got := found(c, 0, tt.text, tt.lang); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
		}
	}
}

// One hint is not enough but where the question makes the theme likely; a
// pattern is, but where it makes it unlikely.
func TestWhatTheQuestionTells(t *testing.T) {
	c := setCoder(t)
	for _, tt := range []struct {
		question int
		text     string
		want     string
	}{
		{0, "We want more shade on the playground", ""},
		{0, "We want them safe when they walk home", "aims"},
		{0, "They want the old bell, the one that rang all over town and was known to everybody. Safe", ""},
		{0, "All of us hope so, I am sure of that", ""},
		{1, "All of us hope so, I am sure of that", "hope"},
		{0, "It is about the kids and their shoes", ""},
		{1, "It is about the kids and their shoes", "aims"},
		{0, "Long hallways", ""},
		{1, "Long hallways", "aims"},
		{1, "Long hallways with green tiles that shine", ""},
		{1, "A dream", "hope"},
		{0, "The lunch is cold on most of the days", "food"},
		{1, "The lunch is cold on most of the days", ""},
		{1, "The lunch is cold and we are all hungry", "food"},
	} {
		if got := found(c, tt.question, tt.text, survey.English); got != tt.want {
			t.Errorf("%d %q: %q, want %q", tt.question, tt.text, got, tt.want)
		}
	}
}

func TestSetErrors(t *testing.T) {
	for _, tt := range []struct{ old, new, want string }{
		{`"@school ~2~ fault"`, `"@schol ~2~ fault"`, `there is no set @schol in this language; the sets to name here are @parent, @school, @teacher`},
		{`"@school ~2~ fault"`, `"at@school fault"`, `at@school: the name of a set stands by itself; put a space before the @`},
		{`"@school ~2~ fault"`, `'"@school" fault'`, `"@school": the name of a set stands by itself; put a space before the @`},
		{`parent: [papá, mamá]`, `parent: []`, `the set @parent has no words`},
		{`inherited: [agree]`, `inherited: [agreed]`, `unknown kind of question "agreed"; those under the key questions are agree`},
		{`    teacher: [teacher*, coach]`, `    parent: [teacher*, coach]`, `there is no set @teacher`},
		{`    parent: [parent*, mom]`, `    school: [parent*, mom]`, `the set @school is already defined`},
	} {
		s := strings.Replace(setBook, tt.old, tt.new, 1)
		if s == setBook {
			t.Fatal("nothing replaced", tt.old)
		}
		if _, err := Load(strings.NewReader(s), "sets.yaml"); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("error %v\nwant one with %s", err, tt.want)
		}
	}
}

// Sets of sets of sets come to what no machine holds, and so do parentheses.
func TestSetsAreBounded(t *testing.T) {
	var doubled strings.Builder
	doubled.WriteString("id: big\nsets:\n  en:\n    a0: [word]\n")
	for i := range 25 {
		fmt.Fprintf(&doubled, "    a%d: ['(@a%d|@a%d)']\n", i+1, i, i)
	}
	doubled.WriteString("themes:\n  - {id: one, patterns: {en: [one]}}\n")
	long := "id: big\nsets:\n  en:\n    a: [" + strings.Repeat("x, ", maxWritten) + "x]\nthemes:\n  - {id: one, patterns: {en: [one]}}\n"
	deep := "id: big\nthemes:\n  - {id: one, patterns: {en: ['" + strings.Repeat("(", 400_000) + "x" + strings.Repeat(")", 400_000) + "']}}\n"
	for name, tt := range map[string]struct{ book, want string }{
		"sets of sets":    {doubled.String(), "b.yaml:17: pattern \"(@a12|@a12)\": with its sets written out it is longer than 65536 letters"},
		"a long set":      {long, "b.yaml:4: the set @a comes to more than 65536 letters"},
		"deep in the end": {deep, "more than 100 parentheses stand within each other"},
	} {
		if _, err := Load(strings.NewReader(tt.book), "b.yaml"); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: error %.300v\nwant one with %s", name, err, tt.want)
		}
	}
}
