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

// What a text tells is the sum of what its features do, as they are learnt of.
func TestTellsAllThatIsLearnt(t *testing.T) {
	w := base(t).words
	g := newGlossary(w)
	words := rapid.SampledFrom([]string{"teacher", "never", "Never", "answers", "my", "emails", "niños", "la", "maestra", "the", "they don’t", ".", "O’Neill"})
	rapid.Check(t, func(t *rapid.T) {
		lang := rapid.SampledFrom([]survey.Lang{survey.English, survey.Spanish}).Draw(t, "language")
		p := passage{}.cut(strings.Join(rapid.SliceOfN(words, 1, 12).Draw(t, "words"), " "))
		want := make([]float32, w.width)
		w.add(want, merge(p.features(lang)))
		for j, got := range g.tell(p, lang) {
			if math.Abs(float64(got-want[j])) > 1e-3 {
				t.Fatalf("%q tells %v of theme %d, its features %v", p.text.Text, got, j, want[j])
			}
		}
	})
}

// It does not matter which words were met before.
func TestForgetsWithoutHarm(t *testing.T) {
	g := newGlossary(base(t).words)
	tell := func(s string) []float32 {
		return slices.Clone(g.tell(passage{}.cut(s), survey.English))
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
