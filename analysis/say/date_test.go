package say

import (
	"testing"
	"time"
)

func TestDates(t *testing.T) {
	day := time.Date(2026, time.September, 4, 0, 0, 0, 0, time.UTC)
	for l, want := range map[Language][2]string{
		English: {"September 4, 2026", "September 2026"},
		Spanish: {"4 de septiembre de 2026", "septiembre de 2026"},
	} {
		if d, m := l.Day(day), l.Month(day); d != want[0] || m != want[1] {
			t.Errorf("%v: %q, %q; want %q", l, d, m, want)
		}
	}
}
