package codebook

import (
	"strings"
	"testing"
)

func finds(t *testing.T, pattern, s string) bool {
	t.Helper()
	phrases, err := parsePattern(pattern)
	if err != nil {
		t.Fatal(err)
	}
	return len(slowFind(phrases, s)) > 0
}

func TestPatterns(t *testing.T) {
	for _, tt := range []struct {
		pattern, in string
		want        bool
	}{
		{"trust", "I TRUST them", true},
		{"trust", "mistrust and trusting", false},
		{"communicat*", "Communicating!", true},
		{"communicat*", "commune", false},
		{"on the same page", "on the, same page", true},
		{"on the same page", "on the. Same page", false},
		{"keep ~3 informed", "keep all of us informed", true},
		{"keep ~3 informed", "keep informed", true},
		{"keep ~3 informed", "keep each and every one informed", false},
		{"what do * want", "what do parents want", true},
		{"what do * want", "what do want", false},
		{"(call|text|email) me", "please text me", true},
		{"(call|send a note to|e-mail*) me", "send a note to me", true},
		{"(call|send a note to|e-mail*) me", "emailing me", true},
		{"(call|send a note to|e-mail*) me", "e-mailing me", true},
		{"follow-up", "follow up", true},
		{"follow-up", "followup", true},
		{"follow up", "Follow-up", true},
		{"follow up", "followup", false},
		{"teacher", "the teacher's", true},
		{"teacher's", "the teacher", true},
		{"teachers", "the teachers’ room", true},
		{"don't", "dont", true},
		{"dont", "don’t", true},
		{"comunicacion", "COMUNICACIÓN", true},
		{"comunicación", "comunicacion", true},
		{"niño", "nin\u0303o", true},
		{"n/a", "N/A", true},
		{"blame ~2~ teacher", "they blame the teacher", true},
		{"blame ~2~ teacher", "the teacher gets blame", true},
		{"blame ~2~ teacher", "the teacher is said to blame", false},
		{"(a|b) ~1~ c d", "c d x b", true},
		{"(a|b) ~1~ c d", "d c b", false},
		{"keep ~3informed", "keep all of us informed", true},
		{"a ~1 ~2 b", "a x x x b", true},
		{"(c ~2~ d) ~2~ e", "e d c", true},
		{"(c ~2~ d) ~2~ e", "d c e", true},
		{"((a ~1~ b)|c) ~1~ d", "d b a", true},
	} {
		if got := finds(t, tt.pattern, tt.in); got != tt.want {
			t.Errorf("%q in %q: %v, want %v", tt.pattern, tt.in, got, tt.want)
		}
	}
}

func TestPatternErrors(t *testing.T) {
	for _, tt := range []struct{ pattern, want string }{
		{"", "at least one word"},
		{"  ", "at least one word"},
		{"...", "no letters"},
		{"(call|text", "( without its )"},
		{"call) me", ") without its ("},
		{"(call|) me", "alternative in the parentheses is empty"},
		{"call|", "at least one word"},
		{"te*xt", "a star stands at the end"},
		{"keep ~x informed", "~ takes a number"},
		{"keep ~20 informed", "~ takes a number from 1 to 15"},
		{"~3 informed", "a gap or a lone star stands between"},
		{"keep *", "a gap or a lone star stands between"},
		{strings.Repeat("(a b|c d|e f) ", 7), "more than 1024 ways"},
		{"keep ~15 ~15 ~15 informed", "gaps and lone stars beside each other add up: to at most 15 words"},
		{"keep ~15 * informed", "gaps and lone stars beside each other add up: to at most 15 words"},
		{"(keep ~15|a) (~15 informed|b)", "gaps and lone stars beside each other add up: to at most 15 words"},
		{strings.Repeat("a ", 101), "more than 100 words stand in a row"},
		{strings.Repeat("a-", 101), "more than 100 words stand in a row"},
		{strings.Repeat("a ", 60) + "~2~" + strings.Repeat(" a", 60), "more than 100 words stand in a row"},
		{"c ~2~ d ~2~ e", "only one ~n~ can stand in a row; put two of the words in parentheses"},
		{"(c ~2~ d ~2~ e) f", "only one ~n~ can stand in a row; put two of the words in parentheses"},
	} {
		_, err := parsePattern(tt.pattern)
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%q: error %v, want one that says %q", tt.pattern, err, tt.want)
		}
	}
}
