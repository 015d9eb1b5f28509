package codebook

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestCopy checks that a copy says what its original says, under its own ID,
// and that the place for a new theme holds one once its signs are taken away.
func TestCopy(t *testing.T) {
	for _, name := range Builtins() {
		data, err := BuiltinFile(name)
		if err != nil {
			t.Fatal(err)
		}
		made, err := Copy(data, name, "ours")
		if err != nil {
			t.Fatal(err)
		}
		was, is := load(t, string(data)), load(t, string(made))
		if diff := cmp.Diff([]Change{{"", "id", name, "ours"}}, Diff(was, is)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		with := load(t, uncomment(string(made), "- id: parking"))
		changes := Diff(is, with)
		if len(changes) != 1 || changes[0] != (Change{"parking", "theme", "", "Parking"}) {
			t.Errorf("%s: with the new theme: %v", name, changes)
		}
		for _, problem := range with.Check() {
			if problem.Theme == "parking" {
				t.Errorf("%s: %v", name, problem)
			}
		}
	}
}

func TestCopyOfATightFile(t *testing.T) {
	s := "id: \"small\"\nthemes:\n- id: trust\n  patterns:\n    en: [trust]\n"
	made, err := Copy([]byte(s), "small.yaml", "ours")
	if err != nil {
		t.Fatal(err)
	}
	if b := load(t, uncomment(string(made), "- id: parking")); b.ID != "ours" || len(b.Themes) != 2 {
		t.Errorf("copy %+v", b)
	}
	if _, err := Copy([]byte(`{id: a, themes: [{id: b, patterns: {en: [c]}}]}`), "a.yaml", "ours"); err == nil {
		t.Error("a codebook in brackets is copied")
	}
}

// Lines end as the author's machine ends them, or as a text pasted from elsewhere
// has them.
func TestCopyWhateverEndsLines(t *testing.T) {
	for _, end := range []string{"\n", "\r\n", "\r", "\u0085", "\u2028"} {
		s := strings.ReplaceAll("# a book\n"+smallBook, "\n", end)
		made, err := Copy([]byte(s), "b.yaml", "ours")
		if err != nil {
			t.Errorf("%q: %v", end, err)
			continue
		}
		if diff := cmp.Diff([]Change{{"", "id", "small", "ours"}}, Diff(load(t, s), load(t, string(made)))); diff != "" {
			t.Errorf("%q: %s", end, diff)
		}
	}
}

// A copy that would keep the ID of its original is none.
func TestCopyOfAFoldedID(t *testing.T) {
	s := strings.Replace(smallBook, "id: small", "id: >-\n  small", 1)
	_, err := Copy([]byte(s), "b.yaml", "ours")
	if err == nil || !strings.Contains(err.Error(), "b.yaml:1: no other id can be written in the place of this one; write it as in id: small") {
		t.Errorf("error %v, want one that says how to write the id", err)
	}
}

// uncomment takes the # and the space from the lines that begin with that one.
func uncomment(s, first string) string {
	var b strings.Builder
	in := false
	for line := range strings.Lines(s) {
		if strings.Contains(line, "# "+first) {
			in = true
		}
		if in && strings.HasPrefix(strings.TrimSpace(line), "# ") {
			line = strings.Replace(line, "# ", "", 1)
		} else if in {
			in = false
		}
		b.WriteString(line)
	}
	return b.String()
}

// A copy says what its original says, or is refused.
func FuzzCopy(f *testing.F) {
	f.Add(smallBook)
	f.Add(setBook)
	f.Add("id: >-\n  a\nthemes:\n -\n  # x\n   id: b\n   patterns: {en: [c]}\n")
	f.Add("\ufeffid: \"b\"\rthemes:\r- patterns: {en: ['TELL ~2~ (a|b) ~3c']}\r  id: x\r")
	f.Fuzz(func(t *testing.T, s string) {
		made, err := Copy([]byte(s), "b.yaml", "ours")
		if err != nil {
			return
		}
		for _, c := range Diff(load(t, s), load(t, string(made))) {
			if c.What != "id" || c.New != "ours" {
				t.Errorf("the copy has another %s: %q for %q", c.What, c.New, c.Old)
			}
		}
	})
}
