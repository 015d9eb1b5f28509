package learn

import (
	"slices"
	"testing"

	"commonground/analysis/survey"
)

// of returns the features of a kind that a text has.
func of(k kind, s string) []feature {
	p := passage{}.cut(s)
	return slices.DeleteFunc(p.features(survey.English), func(f feature) bool { return f.kind != k })
}

// Words are taken together with those before them in their sentence.
func TestWordsTogether(t *testing.T) {
	for _, tt := range []struct {
		text                 string
		pairs, skips, triple int
	}{
		{"Homework", 0, 0, 0},
		{"nobody called", 1, 0, 0},
		{"nobody called back", 2, 1, 1},
		{"nobody called back. Never ever", 3, 1, 1},
		{"nobody ever called back", 3, 2, 2},
	} {
		got := [...]int{len(of(pairKind, tt.text)), len(of(skipKind, tt.text)), len(of(tripleKind, tt.text))}
		if want := [...]int{tt.pairs, tt.skips, tt.triple}; got != want {
			t.Errorf("%q has pairs, pairs with a word between, and triples: %v, want %v", tt.text, got, want)
		}
	}
}

// What is taken together depends on the order of the words; of a pair with a word
// between, not on that word.
func TestOrderOfWords(t *testing.T) {
	for _, tt := range []struct {
		kind kind
		a, b string
		same bool
	}{
		{pairKind, "blame teachers", "teachers blame", false},
		{skipKind, "teachers blame parents", "parents blame teachers", false},
		{skipKind, "teachers blame parents", "teachers help parents", true},
		{tripleKind, "teachers blame parents", "teachers help parents", false},
		{tripleKind, "teachers blame parents", "blame teachers parents", false},
		{tripleKind, "teachers blame parents", "teacher blamed parent", true},
	} {
		if a, b := of(tt.kind, tt.a), of(tt.kind, tt.b); (a[0].key == b[0].key) != tt.same {
			t.Errorf("%q and %q: the same is %v, want %v", tt.a, tt.b, !tt.same, tt.same)
		}
	}
}
