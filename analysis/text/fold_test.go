package text

import (
	"html"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"":             "",
		"Trust":        "trust",
		"COMUNICACIÓN": "comunicacion",
		"nin\u0303o":   "nino",
		"pingüino":     "pinguino",
		"Straße":       "strasse",
		"teacher's":    "teacher",
		"Teacher’S":    "teacher",
		"don't":        "dont",
		"Couldn’t":     "couldnt",
		"they'll":      "they'll",
		"they’ll":      "they'll",
		"_very_":       "very",
		"co\u00adop":   "coop",
		"ｏｋ":           "ok",
		"3.5":          "3.5",
		"ếẫ":           "ea",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

// What differs only in case or accents folds to the same.
func TestFoldIgnoresCaseAndAccents(t *testing.T) {
	plain := strings.NewReplacer("á", "a", "é", "e", "í", "i", "ó", "o", "ú", "u", "ñ", "n", "ü", "u")
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[a-zá-ñéíóúü0-9]{0,12}`).Draw(t, "word")
		if a, b := Fold(word), Fold(strings.ToUpper(word)); !strings.ContainsAny(word, "ßÿ") && a != b {
			t.Fatalf("%q folds to %q, in capitals to %q", word, a, b)
		}
		if a, b := Fold(word), Fold(plain.Replace(word)); a != b {
			t.Fatalf("%q folds to %q, without accents to %q", word, a, b)
		}
		if a := Fold(word); Fold(a) != a {
			t.Fatalf("%q folds to %q, which folds on to %q", word, a, Fold(a))
		}
	})
}

func TestUnescape(t *testing.T) {
	for in, want := range map[string]string{
		"":                          "",
		"plain":                     "plain",
		"R&D & AT&T":                "R&D & AT&T",
		"don&#39;t":                 "don't",
		"a&nbsp;b":                  "a\u00a0b",
		"&lt;3 &amp; &quot;x&quot;": `<3 & "x"`,
		"&bogus; &;":                "&bogus; &;",
		"ni&ntilde;o":               "niño",
		"&semi;":                    ";",
	} {
		if got := Unescape(in).Text; got != want {
			t.Errorf("Unescape(%q) = %q, want %q", in, got, want)
		}
	}
}

// Each piece of the decoded text leads back to the piece it was made from.
func TestOriginal(t *testing.T) {
	piece := rapid.SampledFrom([]string{"a", "año", " ", "&amp;", "&#39;", "&ntilde;", "&", ";", "&x;", "’", "."})
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOf(piece).Draw(t, "pieces"), "")
		u := Unescape(s)
		for i := 0; i < len(u.Text); {
			_, n := utf8.DecodeRuneInString(u.Text[i:])
			sp := u.Original(Span{i, i + n})
			if got := html.UnescapeString(s[sp.Start:sp.End]); got != u.Text[i:i+n] {
				t.Fatalf("%q: decoded %q leads back to %q", s, u.Text[i:i+n], s[sp.Start:sp.End])
			}
			i += n
		}
	})
}
