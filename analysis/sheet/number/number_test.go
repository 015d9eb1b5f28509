package number

import (
	"math"
	"testing"
)

func TestText(t *testing.T) {
	const serial = 46146 + (13*3600+5*60+59)/86400.0 // 2026-05-04 13:05:59
	tests := []struct {
		name   string
		value  float64
		format string
		want   string
	}{
		{"shown as per cent", 0.25, "0%", "0.25"},
		{"shown rounded", 2.675, "0", "2.675"},
		{"shown with a currency", 12.5, `"€"#,##0.00;[Red]-"€"#,##0.00`, "12.5"},
		{"shown with a unit that has the letters of dates", 12, `0 "days"`, "12"},
		{"shown with escaped letters", 12, `0\d`, "12"},
		{"shown as general", 12, `General "h"`, "12"},
		{"letters of dates in the second section", 12, `0;"minus" d`, "12"},
		{"semicolon in quotes", 46146, `";"d`, "2026-05-04"},
		{"quotes and brackets without end", 46146, `d"[`, "2026-05-04"},
		{"American date", 46146, "m/d/yy", "2026-05-04"},
		{"date with a locale", 46146, "[$-409]d-mmm-yyyy;@", "2026-05-04"},
		{"month", 46143, "mmm-yy", "2026-05-01"},
		{"month alone", 46143, "mmmm", "2026-05-01"},
		{"date and time", serial, "m/d/yy h:mm", "2026-05-04T13:05:59"},
		{"last second of a day", 46146.99999, "yyyy-mm-dd hh:mm", "2026-05-04T23:59:59"},
		{"rounds to the next day", 46146.9999999, "yyyy-mm-dd hh:mm", "2026-05-05"},
		{"time", 0.5, "h:mm AM/PM", "12:00:00"},
		{"time of an hour count", 1.5, "[h]:mm", "36:00:00"},
		{"minutes that count on", 1.5, "[mm]:ss", "36:00:00"},
		{"date and time shown as a time", serial, "h:mm", "2026-05-04T13:05:59"},
		{"negative", -3.5, "m/d/yy", "-3.5"},
		{"too large", 3e6, "m/d/yy", "3000000"},
		{"text format", 46146, "@", "46146"},
		{"first of January 1900", 1, "m/d/yy", "1900-01-01"},
		{"first of March 1900", 61, "m/d/yy", "1900-03-01"},
		{"no number", math.NaN(), "m/d/yy", "NaN"},
	}
	for _, tt := range tests {
		if got := Text(tt.value, KindOfCode(tt.format), false); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
	if got := Text(46146-1462, Date, true); got != "2026-05-04" {
		t.Errorf("since 1904: got %q", got)
	}
}

func TestPlain(t *testing.T) {
	tests := map[float64]string{
		0: "0", math.Copysign(0, -1): "0", 3.0000000000000004: "3", 0.1 + 0.2: "0.3", -2.5: "-2.5", 1e-3: "0.001",
		114252004123: "114252004123", 1e20: "100000000000000000000", 1e300: "1E+300", 1e-300: "1E-300", 0.1000000000000000055: "0.1",
	}
	for v, want := range tests {
		if got := Plain(v); got != want {
			t.Errorf("%g: got %q, want %q", v, got, want)
		}
	}
}

func TestBuiltInFormats(t *testing.T) {
	for id, want := range map[int]Kind{0: Number, 9: Number, 14: Date, 20: Clock, 22: Date, 46: Clock, 49: Number, 57: Date} {
		if got := KindOfBuiltIn(id); got != want {
			t.Errorf("format %d: got %v, want %v", id, got, want)
		}
	}
}
