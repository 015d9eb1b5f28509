package codebook

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"commonground/analysis/text"
)

// slowFind is the obvious way to find one pattern: try each phrase at each
// word.
func slowFind(phrases []phrase, s string) []match {
	words := text.Words(nil, s)
	var folded []string
	for _, w := range words {
		folded = append(folded, text.Fold(s[w.Start:w.End]))
	}
	takes := func(el element, word string) bool {
		return slices.ContainsFunc(el.words, func(f wordForm) bool {
			return word == f.text || f.star && strings.HasPrefix(word, f.text)
		})
	}
	var found []match
	var rest func(ph phrase, first, last int)
	rest = func(ph phrase, first, last int) {
		if len(ph) == 0 {
			found = append(found, match{0, int32(first), int32(last)})
			return
		}
		for at := last + 1; at < len(words) && words[at].Before&text.SentenceStart == 0; at++ {
			between := at - last - 1
			if between >= ph[0].min && between <= ph[0].max && takes(ph[0], folded[at]) {
				rest(ph[1:], first, at)
			}
		}
	}
	for _, ph := range phrases {
		for at := range words {
			if takes(ph[0], folded[at]) {
				rest(ph[1:], at, at)
			}
		}
	}
	return found
}

// checkMatcher compares the machine with slowFind, all patterns at once.
func checkMatcher(t interface{ Fatalf(string, ...any) }, patterns []string, s string) {
	var b machineBuilder
	var want []match
	rules := int32(0)
	for _, source := range patterns {
		phrases, err := parsePattern(source)
		if err != nil {
			continue
		}
		b.add(0, int(rules), phrases)
		for _, m := range slowFind(phrases, s) {
			want = append(want, match{rules, m.first, m.last})
		}
		rules++
	}
	rd := (&engine{machine: b.build(1)}).newReading()
	rd.open(s)
	rd.find(0)
	if diff := gocmp.Diff(tidy(want), tidy(rd.found), gocmp.AllowUnexported(match{})); diff != "" {
		t.Fatalf("patterns %q in %q: -slow +fast\n%s", patterns, s, diff)
	}
}

func tidy(found []match) []match {
	found = slices.Clone(found)
	slices.SortFunc(found, func(a, b match) int {
		return cmp.Or(cmp.Compare(a.rule, b.rule), cmp.Compare(a.first, b.first), cmp.Compare(a.last, b.last))
	})
	return slices.Compact(found)
}

func TestMatcherIsTheSlowOne(t *testing.T) {
	word := rapid.SampledFrom([]string{"a", "b", "ab", "abc", "a-b", "ñandú", "don't", "a*", "ab*", "~2", "~1", "~1~", "*",
		"(a|b)", "(ab*|c)", "(a b|c)", "(a ~1 b|b-c)"})
	pattern := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(word, 1, 4).Draw(t, "words"), " ")
	})
	piece := rapid.SampledFrom([]string{"a ", "b ", "ab ", "abc ", "abcd ", "A-B ", "c, ", "b. ", "Ñandu ", "DON’T ", "x "})
	rapid.Check(t, func(t *rapid.T) {
		patterns := rapid.SliceOfN(pattern, 1, 6).Draw(t, "patterns")
		s := strings.Join(rapid.SliceOfN(piece, 0, 14).Draw(t, "text"), "")
		checkMatcher(t, patterns, s)
	})
}

func FuzzMatcher(f *testing.F) {
	f.Add("trust\ncommunicat*\non the same page\nkeep ~3 informed", "Keep us all informed: we trust communication. On the same page!")
	f.Add("(call|text|e-mail) (me|us)\nfollow-up*\nwhat do * want", "E-mail me, text us; followups follow up. What do they want")
	f.Add("teacher's\nmañana\ndon't\na ~9 a ~9 a", "Teachers’ teacher’s manana dont a a a a a a a")
	f.Fuzz(func(t *testing.T, patterns, s string) {
		if len(patterns) > 200 || len(s) > 400 || strings.ContainsRune(s, '&') {
			return
		}
		checkMatcher(t, strings.Split(patterns, "\n"), s)
	})
}
