package learn

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"commonground/analysis/codebook"
	"commonground/analysis/survey"
)

const gardenBook = `
id: grounds
title: Grounds
version: 1
themes:
  - id: garden
    label: Garden
    group: Grounds
    definition: The school garden.
    patterns:
      en: [garden, compost]
  - id: parking
    label: Parking
    group: Grounds
    definition: Where cars stand.
    patterns:
      en: [parking, drop-off lane]
`

var asked = &survey.Survey{Questions: []survey.Question{{ID: "any", Text: "What would you like to tell us?"}}}

func rulesOf(t testing.TB, book string) *codebook.Rules {
	t.Helper()
	b, err := codebook.Load(strings.NewReader(book), "book.yaml")
	if err != nil {
		t.Fatal(err)
	}
	rules, err := codebook.NewRules(b)
	if err != nil {
		t.Fatal(err)
	}
	rules.Ask(asked)
	return rules
}

func base(t testing.TB) *Base {
	t.Helper()
	b, err := Shipped()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// told returns what people wrote about the grounds. Every fourth speaks of the
// garden, as other says: in the codebook's word, or in one that it doesn't know.
func told(n int, other bool) []Example {
	rng := rand.New(rand.NewPCG(5, 6))
	ends := []string{"all year", "near the gym", "with the little ones", "at last", "on Fridays", "when it rains", "and so do we"}
	var examples []Example
	for i := range n {
		ex := Example{Respondent: i, Comment: survey.Comment{}}
		subject := []string{"The library is open", "We like the new principal", "The parking is full", "The garden is lovely"}[i%4]
		switch i % 4 {
		case 2:
			ex.Codes = []Code{{Theme: 1}}
		case 3:
			ex.Codes = []Code{{Theme: 0}}
			if other {
				subject = []string{"The vegetables need water", "They grow vegetable beds", "Our kids love the vegetables"}[rng.IntN(3)]
			}
		}
		ex.Comment.Text = fmt.Sprintf("%s %s %s.", subject, ends[rng.IntN(len(ends))], ends[rng.IntN(len(ends))])
		examples = append(examples, ex)
	}
	return examples
}

func given(c codebook.Coder, text string) (themes []string) {
	ex := Example{Comment: survey.Comment{Text: text}}
	_, codings := ex.codeBy(c)
	for _, k := range codings {
		themes = append(themes, fmt.Sprint(c.Themes()[k.Theme].ID, " ", text[k.Start:k.End], " ", k.By))
	}
	return themes
}

func TestLearnsWordsThatTheRulesLack(t *testing.T) {
	rules := rulesOf(t, gardenBook)
	all := told(200, true)
	m, rep := Train(rules, base(t), asked, all[:120])
	garden, parking := rep.Themes[0], rep.Themes[1]
	if !garden.Learnt || garden.Cases != 30 {
		t.Errorf("garden: %+v", garden)
	}
	only := []bool{true, false}
	if before, after := Start(rules, base(t), asked).test(all[120:], only), m.test(all[120:], only); before.F1() > 0.1 || after.F1() < 0.9 {
		t.Errorf("garden in comments of others: F1 %.2f before and %.2f after", before.F1(), after.F1())
	}
	if parking.Learnt {
		t.Errorf("parking: %+v, though the rules find all of it", parking)
	}
	text := "My son waters the vegetables on Mondays"
	if got, want := given(m, text), []string{"garden vegetables 1"}; !slices.Equal(got, want) {
		t.Errorf("%s: %q, want %q", text, got, want)
	}
	if got := given(m, "The new bus is late on Fridays"); got != nil {
		t.Errorf("a comment without themes has %q", got)
	}
}

func TestLeavesRulesThatPeopleAgreeWith(t *testing.T) {
	rules := rulesOf(t, gardenBook)
	examples := told(120, false)
	m, rep := Train(rules, base(t), asked, examples)
	for _, theme := range rep.Themes {
		if theme.Learnt {
			t.Errorf("learnt of %s, where nothing was to be learnt", theme.Theme)
		}
	}
	held := Crossval(rules, base(t), asked, examples)
	for i, ex := range examples {
		_, want := ex.codeBy(rules)
		_, got := ex.codeBy(m)
		if !slices.Equal(got, want) || !slices.Equal(held[i], want) {
			t.Errorf("%q: %v by the model and %v held out, %v by the rules", ex.Comment.Text, got, held[i], want)
		}
	}
}

func TestLearnsThatARuleMisleads(t *testing.T) {
	rules := rulesOf(t, gardenBook)
	examples := told(120, false)
	for i := range examples {
		if i%4 == 3 && i%8 != 3 { // half of the gardens are the name of a street
			examples[i].Comment.Text = strings.Replace(examples[i].Comment.Text, "The garden is", "Garden Street is", 1)
			examples[i].Codes = nil
		}
	}
	m, _ := Train(rules, base(t), asked, examples)
	if got := given(m, "Garden Street is closed at last"); got != nil {
		t.Errorf("a street's name has the theme %q", got)
	}
	if got := given(m, "The garden is lovely in May"); len(got) != 1 {
		t.Errorf("the garden has the themes %q", got)
	}
}

func TestTooFewTeachNothing(t *testing.T) {
	for _, n := range []int{0, 1, Enough - 1} {
		_, rep := Train(rulesOf(t, gardenBook), base(t), asked, told(n, true))
		for _, theme := range rep.Themes {
			if theme.Learnt {
				t.Errorf("learnt of %s from %d comments", theme.Theme, n)
			}
		}
	}
}

// What a respondent's comments are coded as changes the codings of none of them.
func TestCrossvalIsBlind(t *testing.T) {
	const each = 12 // comments of a respondent
	rules, examples := rulesOf(t, gardenBook), told(120, true)
	for i := range examples {
		examples[i].Respondent = i / each
	}
	before := Crossval(rules, base(t), asked, examples)
	for _, person := range []int{0, 4, 9} {
		changed := slices.Clone(examples)
		for i := person * each; i < (person+1)*each; i++ {
			if changed[i].Codes = nil; len(examples[i].Codes) == 0 {
				changed[i].Codes = []Code{{Theme: 0}, {Theme: 1}}
			}
		}
		after := Crossval(rules, base(t), asked, changed)
		for i := person * each; i < (person+1)*each; i++ {
			if !slices.Equal(before[i], after[i]) {
				t.Errorf("%q: %v, and %v once its writer's codes changed", examples[i].Comment.Text, before[i], after[i])
			}
		}
	}
}

// What is learnt from is what is coded: the log odds of a comment are the same in
// the table of examples and when it is coded, but for how weights are rounded.
func TestTableIsWhatIsCoded(t *testing.T) {
	rules := rulesOf(t, gardenBook)
	examples := told(120, true)
	for i := range examples {
		examples[i].Comment.Text += " The vegetables, and the vegetables again, with the little ones."
	}
	table := newTable(rules, base(t), asked, examples)
	m := newModel(rules, base(t), asked)
	m.learn(table, table.all(), settings{words: []bool{true, false}, cost: 1, from: givenFrom})
	w := make([]float64, len(table.columns.keys))
	table.problem(0, table.prior[0]).fit(w, table.all(), 1)
	mind := m.newMind()
	for row, i := range table.example {
		r, codings := examples[i].codeBy(rules)
		mind.think(&r.Comments[0], codings)
		if want := table.prior[0][row] + dot(w, table.rows[row]); math.Abs(mind.odds[0]-want) > 0.2 {
			t.Fatalf("%q: log odds %.2f, want %.2f as learnt from", examples[i].Comment.Text, mind.odds[0], want)
		}
	}
}

func TestSameExamplesSameModel(t *testing.T) {
	var first bytes.Buffer
	for i := range 3 {
		m, _ := Train(rulesOf(t, gardenBook), base(t), asked, told(120, true))
		var b bytes.Buffer
		if err := m.Write(&b); err != nil {
			t.Fatal(err)
		}
		if i == 0 {
			first = b
		} else if !bytes.Equal(first.Bytes(), b.Bytes()) {
			t.Error("two trainings give two models")
		}
	}
}

func TestModelFile(t *testing.T) {
	rules, examples := rulesOf(t, gardenBook), told(120, true)
	m, _ := Train(rules, base(t), asked, examples)
	var file bytes.Buffer
	if err := m.Write(&file); err != nil {
		t.Fatal(err)
	}
	back, err := Read(bytes.NewReader(file.Bytes()), rules, base(t), asked)
	if err != nil {
		t.Fatal(err)
	}
	for _, ex := range examples {
		_, want := ex.codeBy(m)
		if _, got := ex.codeBy(back); !slices.Equal(got, want) {
			t.Errorf("%q: %v once read back, %v before", ex.Comment.Text, got, want)
		}
	}
	for _, change := range [][2]string{
		{"compost", "flowers"},
		{"en: [parking,", "en: [parking]\n    hints:\n      en: ["},
		{"definition: Where", "seldom: [cars]\n    definition: Where"},
		{"definition: Where", "expected: [cars]\n    definition: Where"},
		{"definition: Where", "inherited: [cars]\n    definition: Where"},
	} {
		book := strings.Replace(gardenBook, change[0], change[1], 1)
		book = strings.Replace(book, "themes:", "questions:\n  cars:\n    en: [cars]\nthemes:", 1)
		if _, err := Read(bytes.NewReader(file.Bytes()), rulesOf(t, book), base(t), asked); err == nil || !strings.Contains(err.Error(), "another codebook") {
			t.Errorf("reading with another codebook (%s): %v", change[1], err)
		}
	}
	for content, want := range map[string]string{"commonground model 1\nxyz": "another version", "id,text\n": "not a file of"} {
		if _, err := Read(strings.NewReader(content), rules, base(t), asked); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("reading %q: %v", content, err)
		}
	}
	for n := range file.Len() {
		if _, err := Read(bytes.NewReader(file.Bytes()[:n]), rules, base(t), asked); err == nil {
			t.Fatalf("the first %d bytes of a model are read as if they were all", n)
		}
	}
}

// The shipped base knows the themes of the built-in codebook.
func TestShipped(t *testing.T) {
	book, err := codebook.Builtin("partnership")
	if err != nil {
		t.Fatal(err)
	}
	for _, theme := range book.Themes {
		if !slices.Contains(base(t).themes, theme.ID) {
			t.Errorf("the base does not know %s; train it again with newbase", theme.ID)
		}
	}
}

func partnership(t testing.TB) *codebook.Rules {
	t.Helper()
	book, err := codebook.Builtin("partnership")
	if err != nil {
		t.Fatal(err)
	}
	rules, err := codebook.NewRules(book)
	if err != nil {
		t.Fatal(err)
	}
	rules.Ask(asked)
	return rules
}

func TestCodingsOfAnyText(t *testing.T) {
	rules := partnership(t)
	m := Start(rules, base(t), asked)
	words := rapid.SampledFrom([]string{"teacher", "never", "emails", "trust", "&amp;", "niños", "la maestra", ".", "’", "listen", "they don’t", "\n", "🙂", "hom\x80e"})
	rapid.Check(t, func(t *rapid.T) {
		var r survey.Response
		for range rapid.IntRange(1, 3).Draw(t, "comments") {
			r.Comments = append(r.Comments, survey.Comment{Text: strings.Join(rapid.SliceOf(words).Draw(t, "words"), " ")})
		}
		codings := m.Code(nil, &r)
		if !slices.IsSortedFunc(codings, func(a, b codebook.Coding) int {
			return slices.Compare([]int{a.Comment, a.Start, a.Theme}, []int{b.Comment, b.Start, b.Theme})
		}) {
			t.Errorf("out of order: %v", codings)
		}
		for _, k := range codings {
			if s := r.Comments[k.Comment].Text; k.Start < 0 || k.Start >= k.End || k.End > len(s) || k.P <= 0 || k.P > 1 {
				t.Errorf("%q: %+v", s, k)
			}
		}
	})
}

func TestDoubts(t *testing.T) {
	rules := rulesOf(t, gardenBook)
	m, _ := Train(rules, base(t), asked, told(120, true))
	doubts := m.Doubts(nil, &survey.Response{Comments: []survey.Comment{
		{Text: "They grow vegetable beds near the gym"}, {Text: "A vegetable stall?"}, {Text: "n/a"},
	}})
	if len(doubts) != 3 || doubts[0] >= doubts[1] || doubts[2] != 0 {
		t.Errorf("%v; the second is the most doubtful, the last not at all", doubts)
	}
}

// Both ways to fit find the same weights.
func TestFitsAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const columns = 4
		p := &problem{}
		value := rapid.Float64Range(-2, 2)
		for range rapid.IntRange(1, 30).Draw(t, "rows") {
			var row []entry
			for j := range columns {
				row = append(row, entry{int32(j), float32(value.Draw(t, "value"))})
			}
			p.add(row, value.Draw(t, "prior"))
			p.yes = append(p.yes, rapid.Bool().Draw(t, "yes"))
		}
		one, other := make([]float64, columns), make([]float64, columns)
		p.fitFew(one, p.all(), 0.3)
		p.fit(other, p.all(), 0.3)
		for j := range one {
			if math.Abs(one[j]-other[j]) > 0.02 {
				t.Fatalf("%v by Newton's method, %v in the dual", one, other)
			}
		}
	})
}

// The model takes some words for others, beside the forms of a word.
func TestStem(t *testing.T) {
	for _, pair := range []string{"children kids", "didnt cannot", "told telling"} {
		a, b, _ := strings.Cut(pair, " ")
		if stem(a, survey.English) != stem(b, survey.English) {
			t.Errorf("%s and %s have the stems %s and %s", a, b, stem(a, survey.English), stem(b, survey.English))
		}
	}
	if stem("best", survey.Spanish) == stem("good", survey.Spanish) {
		t.Error("English words are taken for others in Spanish too")
	}
}

func TestCurve(t *testing.T) {
	points := Curve(rulesOf(t, gardenBook), base(t), asked, told(200, true), []int{0, 40, 100, 190}, 2)
	for _, p := range points {
		if p.Low > p.F1 || p.F1 > p.High {
			t.Errorf("the mean %v of draws from %v to %v", p.F1, p.Low, p.High)
		}
	}
	if len(points) != 3 || points[0].F1 >= points[2].F1 || points[2].Checked != 100 {
		t.Errorf("%+v", points)
	}
}

// What is explained is what is coded.
func TestExplains(t *testing.T) {
	rules := rulesOf(t, gardenBook)
	m, _ := Train(rules, base(t), asked, told(120, true))
	if ex := m.Explain("The parking is full", -1, survey.UnknownLang); len(ex.Found) != 1 || len(ex.More) != 0 || ex.P[1] <= ex.From {
		t.Errorf("what the rules found: %+v, probable by %v", ex.Found, ex.P)
	}
	ex := m.Explain("My son waters the vegetables", -1, survey.UnknownLang)
	if len(ex.More) != 1 || ex.More[0].Theme != 0 || ex.More[0].P != ex.P[0] || ex.P[0] <= ex.From {
		t.Errorf("what the model found: %+v, probable by %v", ex.More, ex.P)
	}
	if ex := m.Explain("n/a", -1, survey.UnknownLang); ex.P != nil || ex.More != nil {
		t.Errorf("no answer: %+v", ex)
	}
}
