package xls

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The texts are those that package sheet gives for the same cells of an .xlsx.
func TestDates(t *testing.T) {
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
		{"American date", 46146, "m/d/yy", "2026-05-04"},
		{"date with a locale", 46146, "[$-409]d-mmm-yyyy;@", "2026-05-04"},
		{"month", 46143, "mmm-yy", "2026-05-01"},
		{"month alone", 46143, "mmmm", "2026-05-01"},
		{"date and time", serial, "m/d/yy h:mm", "2026-05-04T13:05:59"},
		{"last second of a day", 46146.99999, "yyyy-mm-dd hh:mm", "2026-05-04T23:59:59"},
		{"rounds to the next day", 46146.9999999, "yyyy-mm-dd hh:mm", "2026-05-05"},
		{"time", 0.5, "h:mm AM/PM", "12:00:00"},
		{"time of an hour count", 1.5, "[h]:mm", "36:00:00"},
		{"date and time shown as a time", serial, "h:mm", "2026-05-04T13:05:59"},
		{"negative", -3.5, "m/d/yy", "-3.5"},
		{"too large", 3e6, "m/d/yy", "3000000"},
		{"text format", 46146, "@", "46146"},
		{"first of January 1900", 1, "m/d/yy", "1900-01-01"},
		{"first of March 1900", 61, "m/d/yy", "1900-03-01"},
	}
	var globals, cells []byte
	var want []string
	for i, tt := range tests {
		globals = join(globals, record(recFormat, 164+i, unicode(tt.format)))
	}
	for i, tt := range tests {
		globals = join(globals, record(recXF, 0, 164+i, [16]byte{}))
		cells = join(cells, label(i, 0, tt.name), numberCell(i, 1, i, tt.value))
		want = append(want, tt.name+"|"+tt.want)
	}
	var got []string
	b := open(t, one(globals, cells).file())
	for row, err := range b.Sheets[0].Rows() {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, strings.Join(row.Cells, "|"))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestBuiltInFormats(t *testing.T) {
	tests := []struct {
		format int
		want   string
	}{{0, "46146.5"}, {9, "46146.5"}, {14, "2026-05-04T12:00:00"}, {20, "2026-05-04T12:00:00"}, {22, "2026-05-04T12:00:00"}, {49, "46146.5"}}
	for _, tt := range tests {
		b := open(t, one(record(recXF, 0, tt.format, [16]byte{}), numberCell(0, 0, 0, 46146.5)).file())
		if got := rowsOf(&b.Sheets[0]); got[0] != "1|"+tt.want {
			t.Errorf("format %d: got %q, want %q", tt.format, got, tt.want)
		}
	}
}

func TestDatesSince1904(t *testing.T) {
	globals := join(record(recDateMode, 1), record(recXF, 0, 14, [16]byte{}))
	b := open(t, one(globals, numberCell(0, 0, 0, 46146-1462), rkCell(1, 0, (46146-1462)<<2|2)).file())
	if diff := cmp.Diff([]string{"1|2026-05-04", "2|2026-05-04"}, rowsOf(&b.Sheets[0])); diff != "" {
		t.Error(diff)
	}
}

func TestFormatsOfBIFF5(t *testing.T) {
	m := one(join(record(recFormat, 164, uint8(6), []byte("d.m.yy")), record(recXF, 0, 164, [12]byte{})), numberCell(0, 0, 0, 46146))
	m.isBIFF5 = true
	if got := rowsOf(&open(t, m.file()).Sheets[0]); got[0] != "1|2026-05-04" {
		t.Errorf("got %q", got)
	}
}
