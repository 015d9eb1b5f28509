package learn

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"commonground/analysis/survey"
)

// What a text tells is the sum of what its features do, as they are learnt of, and
// what its likest sentence tells is what that does by itself.
func TestTellsAllThatIsLearnt(t *testing.T) {
	w := base(t).words
	g := newGlossary(w)
	words := rapid.SampledFrom([]string{"teacher", "never", "Never", "answers", "my", "emails", "niños", "la", "maestra", "the", "they don’t", ".", "O’Neill"})
	rapid.Check(t, func(t *rapid.T) {
		lang := rapid.SampledFrom([]survey.Lang{survey.English, survey.Spanish}).Draw(t, "language")
		p := passage{}.cut("We " + strings.Join(rapid.SliceOfN(words, 1, 12).Draw(t, "words"), " "))
		want := make([]float32, w.width)
		w.add(want, merge(p.features(lang)))
		best := slices.Repeat([]float32{float32(math.Inf(-1))}, w.width)
		for from := 0; from < len(p.words); from = p.sentenceEnd(from) {
			says := make([]float32, w.width)
			w.add(says, merge((&passage{p.text, p.words[from:p.sentenceEnd(from)]}).features(lang)))
			for j, v := range says {
				best[j] = max(best[j], v)
			}
		}
		told, most := g.tell(p, lang)
		for j, got := range told {
			if math.Abs(float64(got-want[j])) > 1e-3 {
				t.Fatalf("%q tells %v of theme %d, its features %v", p.text.Text, got, j, want[j])
			}
			if got := most[j]; math.Abs(float64(got-best[j])) > 1e-3 {
				t.Fatalf("a sentence of %q tells %v of theme %d, those of its sentences %v", p.text.Text, got, j, best[j])
			}
		}
	})
}

// It does not matter which words were met before.
func TestForgetsWithoutHarm(t *testing.T) {
	g := newGlossary(base(t).words)
	tell := func(s string) []float32 {
		told, _ := g.tell(passage{}.cut(s), survey.English)
		return slices.Clone(told)
	}
	text := "Nobody ever answers my emails, and the teacher never calls"
	want := tell(text)
	rng := rand.New(rand.NewPCG(1, 2))
	for i := range 3 * len(g.known) {
		tell(fmt.Sprintf("word%d", rng.IntN(2*len(g.known))))
		if i%1000 == 0 && !slices.Equal(tell(text), want) {
			t.Fatalf("%q tells something else after %d other words", text, i)
		}
	}
	if 2*g.words > len(g.known) {
		t.Errorf("%d words are kept in %d places", g.words, len(g.known))
	}
}
