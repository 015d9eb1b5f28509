package look

import (
	"strings"
	"testing"
)

func TestClean(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"plain", "plain"},
		{"señora — “ok” 🙂", "señora — “ok” 🙂"},
		{"a\x00b\x1bc\r\nd\re\tf", "abc\nd\ne\tf"},
		{"bad \xff byte", "bad \uFFFD byte"},
		{"\uFFFE\uFFFFx", "x"},
		{strings.Repeat("x", cellLimit), strings.Repeat("x", cellLimit)},
		{strings.Repeat("x", cellLimit+1), strings.Repeat("x", cellLimit-len([]rune(cutMark))) + cutMark},
		{strings.Repeat("🙂", 20000), strings.Repeat("🙂", (cellLimit-len([]rune(cutMark)))/2) + cutMark},
	} {
		if got := Clean(c.in); got != c.want {
			t.Errorf("Clean(%.20q…) = %d bytes %.20q…, want %d bytes", c.in, len(got), got, len(c.want))
		}
	}
}
