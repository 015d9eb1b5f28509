package codebook

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"commonground/analysis/survey"
)

func load(t *testing.T, s string) *Codebook {
	t.Helper()
	b, err := Load(strings.NewReader(s), "b.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestHashIsOfWhatIsSaid(t *testing.T) {
	want := load(t, smallBook).Hash
	same := map[string]string{
		"comments": "# a remark\n" + strings.ReplaceAll(smallBook, "label: Trust", "label: Trust # really"),
		"quotes":   strings.ReplaceAll(smallBook, "- trust*", `- "trust*"`),
		"lists":    strings.ReplaceAll(smallBook, "[keeping one's word]", "\n      - keeping one's word"),
		"order":    strings.Replace(smallBook, "id: small\ntitle: A small book\n", "title: A small book\nid: small\n", 1),
		"folding":  strings.ReplaceAll(smallBook, "definition: Faith in the other side.", "definition: >-\n      Faith in\n      the other side."),
	}
	for name, s := range same {
		if got := load(t, s).Hash; got != want {
			t.Errorf("%s: hash %s, want %s", name, got, want)
		}
	}
	other := map[string]string{
		"pattern":  strings.ReplaceAll(smallBook, "- trust*", "- trusts"),
		"language": strings.ReplaceAll(smallBook, "es: [confia*]", "en-: [confia*]"),
		"version":  strings.ReplaceAll(smallBook, "version: 2", "version: 3"),
		"order":    strings.ReplaceAll(smallBook, "        - trust*\n        - (keep*|kept) ~2 (word|promise*)", "        - (keep*|kept) ~2 (word|promise*)\n        - trust*"),
	}
	delete(other, "language") // no such key
	for name, s := range other {
		if got := load(t, s).Hash; got == want {
			t.Errorf("%s: the hash stays %s", name, got)
		}
	}
}

func TestDiff(t *testing.T) {
	a := load(t, smallBook)
	if changes := Diff(a, a); len(changes) > 0 {
		t.Errorf("a codebook differs from itself: %v", changes)
	}
	b := load(t, strings.NewReplacer(
		"version: 2", "version: 3", "- trust*", "- trusting", "[trust fund]", "[trust fund, trust bank]",
		"themes:\n", "themes:\n  - id: parking\n    label: Parking\n    patterns: {en: [parking]}\n",
	).Replace(smallBook))
	want := []Change{
		{"", "version", "2", "3"},
		{"parking", "theme", "", "Parking"},
		{"trust", "pattern (en)", "trust*", ""},
		{"trust", "pattern (en)", "", "trusting"},
		{"trust", "unless (en)", "", "trust bank"},
	}
	if diff := cmp.Diff(want, Diff(a, b)); diff != "" {
		t.Error(diff)
	}
	for i := range want {
		want[i].Old, want[i].New = want[i].New, want[i].Old
	}
	if diff := cmp.Diff(want, Diff(b, a), cmpopts.SortSlices(func(x, y Change) bool { return x.Theme+x.What+x.Old+x.New < y.Theme+y.What+y.Old+y.New })); diff != "" {
		t.Error(diff)
	}
}

// All that a codebook says is compared, and so are the words that tell kinds of
// questions.
func TestDiffSeesAll(t *testing.T) {
	a := load(t, setBook)
	for _, tt := range []struct {
		old, new string
		want     []Change
	}{
		{"[in common, converge*]", "[in common, alike]", []Change{{"", "question agree (en)", "converge*", ""}, {"", "question agree (en)", "", "alike"}}},
		{"inherited: [agree]", "expected: [agree]", []Change{{"aims", "inherited", "agree", ""}, {"aims", "expected", "", "agree"}}},
		{"[want, happy, safe]", "[safe, want, happy]", nil},
		{"[want, happy, safe]", "[want, happy, safe, safe]", []Change{{"aims", "hint (en)", "", "safe"}}},
		{"[teacher*, coach]", "[teacher*]", []Change{{"", "set @teacher (en)", "coach", ""}}},
	} {
		b := load(t, strings.Replace(setBook, tt.old, tt.new, 1))
		if diff := cmp.Diff(tt.want, Diff(a, b)); diff != "" {
			t.Errorf("%s: %s", tt.new, diff)
		}
	}
}

var noLines = cmp.Options{
	cmpopts.IgnoreFields(Pattern{}, "Line"), cmpopts.IgnoreFields(Example{}, "Line"), cmpopts.IgnoreFields(Codebook{}, "Hash"), cmpopts.EquateEmpty(),
}

func TestWrittenCodebooksAreRead(t *testing.T) {
	for _, name := range Builtins() {
		b, err := Builtin(name)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(b, load(t, write(t, b, name)), noLines); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// write writes a codebook with the rules of a built-in one.
func write(t *testing.T, b *Codebook, rules string) string {
	t.Helper()
	data, err := BuiltinFile(rules)
	if err != nil {
		t.Fatal(err)
	}
	var file bytes.Buffer
	if _, err := b.Write(&file, data, rules); err != nil {
		t.Fatal(err)
	}
	return file.String()
}

// A theme without an id in a file of rules lends its rules to none.
func TestRulesWithoutAnID(t *testing.T) {
	var file bytes.Buffer
	bare, err := load(t, smallBook).Write(&file, []byte("themes:\n  - label: Food\n  - trust\n"), "rules.yaml")
	if err != nil || !slices.Equal(bare, []string{"trust"}) {
		t.Errorf("%q are without rules (%v), want trust", bare, err)
	}
}

// The name-based UUID of "python.org" among DNS names is in the documentation
// of Python's module uuid.
func TestGUID(t *testing.T) {
	dns := urlSpace
	dns[3] = 0x10
	if got := guid(dns, "python.org"); got != "886313e1-3b8a-5372-9b90-0c9aee199e5d" {
		t.Errorf("guid %s", got)
	}
}

// TestQDCComesBack checks that all but the patterns survives a program of
// qualitative analysis.
func TestQDCComesBack(t *testing.T) {
	for _, name := range Builtins() {
		want, err := Builtin(name)
		if err != nil {
			t.Fatal(err)
		}
		var file bytes.Buffer
		if err := want.WriteQDC(&file); err != nil {
			t.Fatal(err)
		}
		got, err := ReadQDC(&file, name+".qdc", want.Title)
		if err != nil {
			t.Fatal(err)
		}
		got.ID, got.Version = want.ID, want.Version
		got = load(t, write(t, got, name))
		if diff := cmp.Diff(want, got, noLines, cmpopts.SortSlices(func(a, b Theme) bool { return a.ID < b.ID })); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestAnyDescriptionComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.StringMatching(`[a-zé"&<>';:,.()-]{1,12}( [a-z]{1,5}){0,3}`)
		want := Theme{ID: "t", Label: "T", Definition: "A " + words.Draw(t, "definition")}
		want.Include = rapid.SliceOfN(words, 0, 3).Draw(t, "include")
		want.Exclude = rapid.SliceOfN(words, 0, 3).Draw(t, "exclude")
		for _, s := range rapid.SliceOfN(words, 0, 3).Draw(t, "examples") {
			want.example(survey.English, s, false)
			want.example(survey.Spanish, s, true)
		}
		b := Codebook{ID: "b", Themes: []Theme{want}}
		var file bytes.Buffer
		if err := b.WriteQDC(&file); err != nil {
			t.Fatal(err)
		}
		got, err := ReadQDC(&file, "b.qdc", "b")
		if err != nil {
			t.Fatal(err)
		}
		byKind := cmpopts.SortSlices(func(a, b Example) bool { return !a.Counter && b.Counter })
		if diff := cmp.Diff(want, got.Themes[0], noLines, byKind); diff != "" {
			t.Error(diff)
		}
	})
}

// TestQDCOfOtherPrograms reads what programs are known to write: an old name
// space or none, an outer code, empty Sets, odd colors, braces, nested codes,
// sets instead of nesting, UTF-16.
func TestQDCOfOtherPrograms(t *testing.T) {
	const nested = `<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns="http://schema.qdasoftware.org/versions/Codebook/v0.3" origin="Some Program 12">
  <Codes><Code guid="1" name="Nodes" isCodable="false">
    <Code guid="2" name="School day" isCodable="true" color="-16711936"><Description>All of it.</Description>
      <Code guid="3" name="Lunch" isCodable="1" color="red"><Code guid="4" name="Lunch line" isCodable="true"/></Code>
      <Code guid="5" name="Bus" />
    </Code>
    <Code guid="6" name="Lunch" isCodable="true"><Description>
Eating.
Example (en): Too little time to eat.
</Description></Code>
    <Code guid="7" name="¿?" isCodable="true"/>
  </Code></Codes>
  <Sets/>
</CodeBook>`
	const sets = `<Project xmlns="urn:QDA-XML:project:1.0"><Users/><CodeBook><Codes>
<Code guid="{AB}" name="Lunch" isCodable="true"/><Code guid="cd" name="Bus" isCodable="true"/></Codes>
<Sets><Set guid="9" name="Day"><MemberCode guid="ab"/></Set><Set guid="8" name="Other"><MemberCode guid="{AB}"/></Set></Sets></CodeBook></Project>`
	for _, tt := range []struct {
		name, file string
		want       []string // id, label, group and definition
	}{
		{"nested", nested, []string{
			"school-day|School day|School day|All of it.", "lunch|Lunch|School day|", "lunch-line|Lunch line|School day|",
			"bus|Bus|School day|", "lunch-2|Lunch||Eating.", "theme|¿?||",
		}},
		{"utf-16", string(utf16File(strings.Replace(nested, "utf-8", "utf-16", 1))), []string{
			"school-day|School day|School day|All of it.", "lunch|Lunch|School day|", "lunch-line|Lunch line|School day|",
			"bus|Bus|School day|", "lunch-2|Lunch||Eating.", "theme|¿?||",
		}},
		{"sets", sets, []string{"lunch|Lunch|Day|", "bus|Bus||"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b, err := ReadQDC(strings.NewReader(tt.file), "b.qdc", "Our Book")
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, th := range b.Themes {
				got = append(got, strings.Join([]string{th.ID, th.Label, th.Group, th.Definition}, "|"))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
			if again := load(t, write(t, b, "channels")); again.ID != "our-book" || len(again.Themes) != len(b.Themes) {
				t.Errorf("%+v", again)
			}
		})
	}
}

func TestQDCErrors(t *testing.T) {
	for file, want := range map[string]string{
		"":                      "b.qdc: not readable as a REFI-QDA codebook: it has no element CodeBook",
		"<html></html>":         "it has no element CodeBook",
		"<CodeBook><Codes>":     "b.qdc: not readable as a REFI-QDA codebook",
		"<CodeBook></CodeBook>": "b.qdc: there is no code in it",
		`<?xml version="1.0" encoding="koi8-r"?><CodeBook/>`: "it is encoded as koi8-r; save it as UTF-8",
	} {
		if _, err := ReadQDC(strings.NewReader(file), "b.qdc", "b"); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want %q", file, err, want)
		}
	}
}

func utf16File(s string) []byte {
	data := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(s)) {
		data = append(data, byte(u), byte(u>>8))
	}
	return data
}

func FuzzReadQDC(f *testing.F) {
	f.Add([]byte(`<CodeBook><Codes><Code guid="1" name="a"/></Codes></CodeBook>`))
	f.Add(utf16File(`<CodeBook><Codes><Code name="a"><Description>Id: é</Description></Code></Codes></CodeBook>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := ReadQDC(bytes.NewReader(data), "b.qdc", "b")
		if err != nil {
			return
		}
		var file bytes.Buffer
		if _, err := b.Write(&file, []byte("{}"), "none"); err != nil {
			t.Fatal(err)
		}
		if _, err := Load(&file, "b.yaml"); err != nil {
			t.Errorf("%v in\n%s", err, file.String())
		}
	})
}

// TestQDCIsValid holds what is written against the shape that REFI-QDA's schema
// prescribes, with xmllint where there is one.
func TestQDCIsValid(t *testing.T) {
	xmllint, err := exec.LookPath("xmllint")
	if err != nil {
		t.Skip("there is no xmllint")
	}
	for _, name := range Builtins() {
		b, err := Builtin(name)
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(t.TempDir(), name+".qdc")
		var data bytes.Buffer
		if err := b.WriteQDC(&data); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, data.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command(xmllint, "--noout", "--relaxng", filepath.Join("testdata", "codebook.rng"), file).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
	}
}
