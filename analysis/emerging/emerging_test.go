package emerging

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gonum.org/v1/gonum/mat"
	"pgregory.net/rapid"

	"commonground/analysis/codebook"
	"commonground/analysis/survey"
	"commonground/analysis/text"
)

// The values are those of Dunning (1993), the table of bigrams of the
// Swiss bank texts: k(AB), k(A~B), k(~AB), k(~A~B) of "the swiss", "can be"
// and "previous year".
func TestKeyness(t *testing.T) {
	for _, tt := range []struct {
		ab, a, b, none int
		want           float64
	}{
		{110, 2442, 111, 29114, 270.72},
		{29, 13, 123, 31612, 263.90},
		{31, 23, 139, 31584, 256.84},
		{0, 0, 5, 5, 0},
		{5, 0, 7, 0, 0},
		{0, 0, 0, 0, 0},
		{10, 20, 100, 200, 0},
	} {
		if got := Keyness(tt.ab, tt.a, tt.b, tt.none); math.Abs(got-tt.want) > 0.006 {
			t.Errorf("Keyness(%d, %d, %d, %d) = %.2f, want %.2f", tt.ab, tt.a, tt.b, tt.none, got, tt.want)
		}
	}
}

// Each round lessens the error, as Lee and Seung prove, and nothing becomes
// negative.
func TestFactorNeverGetsWorse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, m, k := rapid.IntRange(2, 12).Draw(t, "n"), rapid.IntRange(2, 8).Draw(t, "m"), rapid.IntRange(1, 3).Draw(t, "k")
		values := rapid.Float64Range(0, 1)
		dense := func(rows, columns int) *mat.Dense {
			d := mat.NewDense(rows, columns, nil)
			d.Apply(func(_, _ int, _ float64) float64 { return values.Draw(t, "value") }, d)
			return d
		}
		v, w, h := dense(n, m), dense(n, k), dense(k, m)
		before := distance(v, w, h)
		factor(v, w, h)
		if after := distance(v, w, h); after > before+1e-9 {
			t.Errorf("the error grew from %g to %g", before, after)
		}
		if mat.Min(w) < 0 || mat.Min(h) < 0 {
			t.Error("a factor is negative")
		}
	})
}

// What is a product of factors is found to be one.
func TestFactorFindsFactors(t *testing.T) {
	w := mat.NewDense(6, 2, []float64{1, 0, 2, 0, 1, 0, 0, 1, 0, 3, 1, 1})
	h := mat.NewDense(2, 4, []float64{1, 2, 0, 0, 0, 0, 3, 1})
	var v mat.Dense
	v.Mul(w, h)
	r := rand.New(rand.NewPCG(1, 2))
	start := func(rows, columns int) *mat.Dense {
		d := mat.NewDense(rows, columns, nil)
		d.Apply(func(_, _ int, _ float64) float64 { return r.Float64() }, d)
		return d
	}
	gotW, gotH := start(6, 2), start(2, 4)
	factor(&v, gotW, gotH)
	if d := distance(&v, gotW, gotH); d > 0.02*mat.Norm(&v, 2) {
		t.Errorf("distance %g", d)
	}
}

func distance(v, w, h *mat.Dense) float64 {
	var d mat.Dense
	d.Mul(w, h)
	d.Sub(v, &d)
	return mat.Norm(&d, 2)
}

// subjects are things that people write about, each with ways to say it.
var subjects = map[string][]string{
	"parking": {"Parking is a nightmare in the morning.", "The parking lot is too small", "There is nowhere to park, fix the parking lot.", "parking", "Cars block the parking lot entrance"},
	"lunch":   {"Lunch is too short.", "The lunches are cold and the lunch line is slow.", "Healthier lunches and more fruit please", "Twenty minutes for lunch!", "lunch food"},
	"app":     {"Too many homework apps.", "The homework app logs him out.", "One homework app instead of four homework apps", "That new homework app is confusing"},
	"patio":   {"El patio no tiene sombra.", "Falta sombra en el patio de recreo.", "Sombra en el patio por favor", "el patio"},
}

// themed are texts that a theme covers, with words of all kinds.
var themed = []string{
	"The teachers always answer my email.", "I wish they would call before there is a problem.", "Communication is great.",
	"They never listen to parents at the meeting.", "We feel welcome at the school.", "My daughter is treated with respect.",
	"The meeting is at ten in the morning and the office is too small.", "La maestra siempre contesta los mensajes.", "No nos escuchan en las juntas.",
}

// corpus mixes n texts of each subject with twice as many of themes.
func corpus(n int, r *rand.Rand) []Text {
	var texts []Text
	names := []string{"parking", "lunch", "app", "patio"}
	for i := range n {
		for _, s := range names {
			lang := survey.English
			if s == "patio" {
				lang = survey.Spanish
			}
			texts = append(texts, Text{Lang: lang, Words: subjects[s][(i+r.IntN(2))%len(subjects[s])]})
		}
		for range 8 {
			texts = append(texts, Text{Lang: survey.English, Words: themed[r.IntN(len(themed))], Known: true})
		}
	}
	r.Shuffle(len(texts), func(i, j int) { texts[i], texts[j] = texts[j], texts[i] })
	for i := range texts {
		texts[i].Person = i
	}
	return texts
}

func TestSubjectsSurface(t *testing.T) {
	texts := corpus(30, rand.New(rand.NewPCG(1, 2)))
	found := Find(texts, Options{})
	var names []string
	for _, g := range found.Groups {
		var words []string
		for _, t := range g.Terms {
			words = append(words, found.Terms[t].Text)
		}
		names = append(names, strings.Join(words, ", "))
		t.Logf("%d people, %s: %s; %s", g.People, g.Lang, strings.Join(words, ", "), g.Pattern)
		t.Logf("    %q", texts[g.Texts[0]].Words)
	}
	if len(found.Groups) != 4 {
		t.Errorf("%d groups, want 4", len(found.Groups))
	}
	for s := range subjects {
		if !slices.ContainsFunc(names, func(n string) bool { return strings.Contains(n, s) }) {
			t.Errorf("%s is in no group of %v", s, names)
		}
	}
	for _, g := range found.Groups {
		if (g.Lang == survey.Spanish) != strings.Contains(g.Pattern, "patio") {
			t.Errorf("%s is in %s", g.Pattern, g.Lang)
		}
		if g.People < 28 || g.People > 30 {
			t.Errorf("%s: %d people, want 28 to 30", g.Pattern, g.People)
		}
	}
}

// TestPatternsFindTheirGroups puts the suggested patterns into a codebook.
func TestPatternsFindTheirGroups(t *testing.T) {
	texts := corpus(30, rand.New(rand.NewPCG(3, 4)))
	found := Find(texts, Options{})
	for _, g := range found.Groups {
		book := fmt.Sprintf("id: b\nthemes:\n  - id: new\n    patterns:\n      %s:\n        - %s\n", g.Lang, g.Pattern)
		b, err := codebook.Load(strings.NewReader(book), "b.yaml")
		if err != nil {
			t.Fatal(err)
		}
		rules, err := codebook.NewRules(b)
		if err != nil {
			t.Fatal(err)
		}
		right, wrong := 0, 0
		for i, text := range texts {
			switch {
			case len(rules.Explain(text.Words, -1, g.Lang).Found) == 0:
			case slices.Contains(g.Texts, i):
				right++
			default:
				wrong++
			}
		}
		if float64(right) < covering*float64(len(g.Texts)) || wrong > 2 {
			t.Errorf("%s finds %d of %d texts, and %d others", g.Pattern, right, len(g.Texts), wrong)
		}
	}
}

func TestFindIsTheSameEveryTime(t *testing.T) {
	texts := corpus(20, rand.New(rand.NewPCG(5, 6)))
	want := Find(texts, Options{})
	for range 3 {
		if diff := cmp.Diff(want, Find(texts, Options{})); diff != "" {
			t.Fatal(diff)
		}
	}
}

func TestFewPeopleAreNoGroup(t *testing.T) {
	texts := corpus(20, rand.New(rand.NewPCG(7, 8)))
	for i := range 30 { // one person who says a thing again and again, and three who do once
		texts = append(texts, Text{Person: 9000 + max(0, i-26), Words: "Ban the leaf blowers"})
	}
	for _, term := range Find(texts, Options{}).Terms {
		if strings.Contains(term.Text, "blower") {
			t.Errorf("%q of %d people stands out", term.Text, term.People)
		}
	}
	if found := Find(texts, Options{Small: 25}); len(found.Terms)+len(found.Groups) > 0 {
		t.Errorf("%d terms and %d groups of 25 people", len(found.Terms), len(found.Groups))
	}
}

func TestNothingStandsOutOfNothing(t *testing.T) {
	for name, texts := range map[string][]Text{
		"none": nil, "empty": {{}, {Known: true}}, "known alone": {{Words: "Parking", Known: true}},
	} {
		if found := Find(texts, Options{}); len(found.Terms)+len(found.Groups) > 0 {
			t.Errorf("%s: %v", name, found)
		}
	}
}

// TestWithoutKnownTexts checks that what is written often is found where there
// is nothing to compare with.
func TestWithoutKnownTexts(t *testing.T) {
	texts := slices.DeleteFunc(corpus(20, rand.New(rand.NewPCG(9, 10))), func(t Text) bool { return t.Known })
	if found := Find(texts, Options{}); len(found.Groups) != 4 {
		t.Errorf("%d groups, want 4", len(found.Groups))
	}
}

func TestTokenize(t *testing.T) {
	var got []string
	for _, w := range (vocabulary{}).tokenize("Ms. [name of person] loves Drop-Off, parking lots & 30 apps; Más útiles!", survey.English) {
		got = append(got, fmt.Sprintf("%s/%s/%d/%t", w.form, w.key, w.kind, w.joined))
	}
	want := []string{
		"ms/ms/0/false", "loves/love/0/false", "drop/drop/0/true", "off/off/1/true", "parking/parking/0/false", "lots/lot/2/true",
		"30/30/2/false", "apps/app/0/true", "más/mas/2/false", "útiles/utile/0/true",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// People who write of one and of several write of the same.
func TestOneAndSeveralAreOneTerm(t *testing.T) {
	for lang, words := range map[survey.Lang]string{
		survey.English: "grade grades|phone phones|score scores|store stores|bus buses|cookie cookies|movie movies|family families|class classes|" +
			"lunch lunches|headache headaches|house houses|prize prizes|quiz quizzes|box boxes|potato potatoes|shoe shoes|tax taxes|tie ties|" +
			"college colleges|campus campuses|tennis|cafeteria cafeterias",
		survey.Spanish: "lápiz lápices|papel papeles|clase clases|padre padres|libro libros|menú menús|autobús autobuses|mes meses|interés intereses|" +
			"luz luces|útil útiles|baño baños|llave llaves|reunión reuniones|paz|dulce dulces",
	} {
		of := map[string]string{}
		for pair := range strings.SplitSeq(words, "|") {
			one, several, _ := strings.Cut(pair, " ")
			key := number(text.Fold(one), lang)
			if other := number(text.Fold(several), lang); several != "" && other != key {
				t.Errorf("%s: %q for one and %q for several", pair, key, other)
			}
			if of[key] != "" {
				t.Errorf("%q and %q are one term", of[key], pair)
			}
			of[key] = pair
		}
	}
}

func TestAnyTextIsTaken(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		texts := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Text {
			return Text{Person: rapid.IntRange(0, 20).Draw(t, "person"), Words: rapid.String().Draw(t, "words"), Known: rapid.Bool().Draw(t, "known")}
		}), 0, 60).Draw(t, "texts")
		for _, g := range Find(texts, Options{Small: 2}).Groups {
			if g.People < 2 || len(g.Terms) == 0 || len(g.Texts) == 0 || g.Pattern == "" {
				t.Errorf("group %+v", g)
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	texts := corpus(834, rand.New(rand.NewPCG(11, 12))) // some 10,000
	for b.Loop() {
		Find(texts, Options{})
	}
}
