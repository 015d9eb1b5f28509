package findings

import "testing"

// A label keeps the capitals that it needs within a sentence.
func TestLower(t *testing.T) {
	for label, want := range map[string]string{
		"": "", "Shared goals": "shared goals", "IEP meetings": "IEP meetings", "Ánimo": "ánimo",
		"Parents (“Spanish” for “Home language”)": "parents (“Spanish” for “Home language”)",
	} {
		if got := Lower(label); got != want {
			t.Errorf("%q within a sentence is %q, want %q", label, got, want)
		}
	}
}

func TestList(t *testing.T) {
	for _, c := range []struct {
		words []string
		want  string
	}{{nil, ""}, {[]string{"a"}, "a"}, {[]string{"a", "b"}, "a and b"}, {[]string{"a", "b", "c"}, "a, b and c"}} {
		if got := List(c.words); got != c.want {
			t.Errorf("%q are joined to %q, want %q", c.words, got, c.want)
		}
	}
}
