package intake

import (
	"strings"
	"testing"
	"time"
)

// All dates of a column are read in the one order that fits them all.
func TestDatesOfAColumn(t *testing.T) {
	tests := []struct {
		name, heading, cells string
		last                 string
		ambiguous            bool
	}{
		{"American", "Timestamp", "1/2/2026 8:00:00|4/27/2026 7:47:19", "2026-04-27T07:47:19Z", false},
		{"day first", "Timestamp", "1/2/2026 8:00|27/4/2026 21:05", "2026-04-27T21:05:00Z", false},
		{"either", "Timestamp", "1/2/2026 8:00:00|3/4/2026 8:00:00", "2026-03-04T08:00:00Z", true},
		{"either, in Spanish", "Marca temporal", "1/2/2026 8:00:00|3/4/2026 8:00:00", "2026-04-03T08:00:00Z", true},
		{"short years", "Timestamp", "5/4/26 13:05|5/14/26 1:05 PM", "2026-05-14T13:05:00Z", false},
		{"ISO", "Timestamp", "2026-05-04|2026-05-04T13:05:00.250Z", "2026-05-04T13:05:00.25Z", false},
		{"offset", "Timestamp", "2026-05-04 13:05:00|2026-05-04 13:05:00-06:00", "2026-05-04T19:05:00Z", false},
		{"forms", "Timestamp", "2026/03/02 2:05:33 PM GMT-6|2026/03/03 12:05:33 AM GMT-6", "2026-03-03T06:05:33Z", false},
		{"half days in Spanish", "Fecha", "13/4/2026 8:00 a. m.|14/4/2026 8:00 p. m.", "2026-04-14T20:00:00Z", false},
		{"names of months", "Date", "March 2, 2026|March 14, 2026 3:10 PM", "2026-03-14T15:10:00Z", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			in := mustOpen(t, Plan{}, "a.csv", tt.heading+"\tComments\n"+strings.ReplaceAll(tt.cells, "|", "\tWe like the new garden\n")+"\tThe office is kind to us\n")
			if k := in.Reads[0].Columns[0].Kind; k != Timestamp {
				t.Fatalf("a %s column", k)
			}
			all := responses(t, in)
			if got := all[len(all)-1].When.Format(time.RFC3339Nano); got != tt.last || !in.Made.Equal(all[len(all)-1].When) {
				t.Errorf("%s, made %v, want %s", got, in.Made, tt.last)
			}
			if got := len(in.Reads[0].Notes) > 0; got != tt.ambiguous {
				t.Errorf("notes %q", in.Reads[0].Notes)
			}
		})
	}
}

func TestNoDates(t *testing.T) {
	for _, cell := range []string{"", "3", "3/4", "555-0199", "1.2.3", "Mayor of town", "10:30", "2026", "12/25", "1-800-555-0199", "5 - Agree", "2 o'clock: yes"} {
		var d dates
		if d.add(cell) {
			t.Errorf("%q is read as a date", cell)
		}
	}
}
