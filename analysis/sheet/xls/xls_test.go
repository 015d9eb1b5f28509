package xls

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// rowsOf gives "number|cell|cell" for each row, and the error, if there is one.
func rowsOf(s *Sheet) []string {
	var rows []string
	for row, err := range s.Rows() {
		if err != nil {
			return append(rows, err.Error())
		}
		rows = append(rows, fmt.Sprintf("%d|%s", row.Number, strings.Join(row.Cells, "|")))
	}
	return rows
}

func TestCells(t *testing.T) {
	tests := []struct {
		name  string
		cells []byte // in row 0, from column 1
		want  string
	}{
		{"number", numberCell(0, 1, 0, 2.5), "2.5"},
		{"number off by the last bit", numberCell(0, 1, 0, 0.1+0.2), "0.3"},
		{"large number", numberCell(0, 1, 0, 114252004123), "114252004123"},
		{"more than 15 digits", numberCell(0, 1, 0, 3784736753204013), "3784736753204010"},
		{"15 digits and a sign", numberCell(0, 1, 0, -3.14159265358979), "-3.14159265358979"},
		{"small fraction", numberCell(0, 1, 0, 5.44229225295952e-06), "0.00000544229225295952"},
		{"beyond all surveys", numberCell(0, 1, 0, 1e22), "1E+22"},
		{"next to nothing", numberCell(0, 1, 0, -4.82001422747541e-11), "-4.82001422747541E-11"},
		{"small number", numberCell(0, 1, 0, -0.00025), "-0.00025"},
		{"whole RK", rkCell(0, 1, 1234<<2|2), "1234"},
		{"negative RK", rkCell(0, 1, 0xFFFFFFF4|2), "-3"},
		{"RK of hundredths", rkCell(0, 1, 1234<<2|3), "12.34"},
		{"RK of a float", rkCell(0, 1, 0x3FF80000), "1.5"},
		{"several RK", record(recMulRK, 0, 1, 0, uint32(1<<2|2), 0, uint32(5<<2|2), 2), "1|5"},
		{"text in the cell", label(0, 1, "Call me, señora"), "Call me, señora"},
		{"text of UTF-16", label(0, 1, "Ραντεβού 😀"), "Ραντεβού 😀"},
		{"half of a surrogate pair", record(recLabel, 0, 1, 0, 2, uint8(wide), uint16(0xD83D), 'x'), "\uFFFDx"},
		{"shared text", sharedCell(0, 1, 1), "homework"},
		{"true", record(recBoolErr, 0, 1, 0, uint8(1), uint8(0)), "TRUE"},
		{"false", record(recBoolErr, 0, 1, 0, uint8(0), uint8(0)), "FALSE"},
		{"error", record(recBoolErr, 0, 1, 0, uint8(0x2A), uint8(1)), "#N/A"},
		{"formula of a number", formula(0, 1, bits(0.25)), "0.25"},
		{"formula of a boolean", formula(0, 1, []byte{1, 0, 1, 0, 0, 0, 0xFF, 0xFF}), "TRUE"},
		{"formula of an error", formula(0, 1, []byte{2, 0, 7, 0, 0, 0, 0xFF, 0xFF}), "#DIV/0!"},
		{"formula of an empty text", join(formula(0, 1, []byte{3, 0, 0, 0, 0, 0, 0xFF, 0xFF}), numberCell(0, 2, 0, 1)), "|1"},
		{"formula of a text", join(formula(0, 1, textResult), record(recString, unicode("Yes")), numberCell(0, 2, 0, 1)), "Yes|1"},
		{"shared formula of a text", join(formula(0, 1, textResult), record(0x04BC, [10]byte{}), record(recString, unicode("Yes"))), "Yes"},
		{"text of a formula that goes on", join(formula(0, 1, textResult), record(recString, 5, uint8(0), []byte("Ye")), record(recContinue, uint8(wide), utf16s("s 😀")[:3])), "Yes \uFFFD"},
		{"blank", join(record(0x0201, 0, 1, 0), numberCell(0, 2, 0, 1)), "|1"},
		{"the same cell twice", join(numberCell(0, 1, 0, 1), numberCell(0, 1, 0, 2)), "2"},
		{"a chart in the sheet", join(record(recBOF, 0x0600, 0x20, 0, 0), numberCell(0, 1, 0, 9), record(recEOF), numberCell(0, 1, 0, 1)), "1"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := open(t, one(table("bus", "homework"), label(0, 0, "x"), tt.cells).file())
			if diff := cmp.Diff([]string{"1|x|" + tt.want}, rowsOf(&b.Sheets[0])); diff != "" {
				t.Error(diff)
			}
		})
	}
}

var textResult = []byte{0, 0, 0, 0, 0, 0, 0xFF, 0xFF}

func TestSheets(t *testing.T) {
	m := made{globals: record(recObProj), sheets: []madeSheet{
		{name: "Eltern & Schüler", cells: numberCell(0, 0, 0, 1)},
		{name: "Chart", kind: 2},
		{name: "Old", state: 1, cells: numberCell(4, 1, 0, 2)},
		{name: "Macros", kind: 1},
		{name: "Very old", state: 2},
	}}
	b := open(t, m.file())
	var got []string
	for i := range b.Sheets {
		s := &b.Sheets[i]
		got = append(got, fmt.Sprint(s.Name, " ", s.Hidden, " ", rowsOf(s), rowsOf(s)))
	}
	want := []string{"Eltern & Schüler false [1|1] [1|1]", "Old true [5||2] [5||2]", "Very old true [] []"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if len(b.Notes) != 1 || !strings.Contains(b.Notes[0], "macros") {
		t.Errorf("got notes %q", b.Notes)
	}
}

func TestLinksToOtherFilesAreTold(t *testing.T) {
	tests := []struct {
		name    string
		m       made
		isNoted bool
	}{
		{"this workbook", made{globals: record(recSupBook, 1, 0x0401)}, false},
		{"functions of an add-in", made{globals: record(recSupBook, 1, 0x3A01)}, false},
		{"a file", made{globals: record(recSupBook, 1, unicode("\x01last year.xls"))}, true},
		{"BIFF5, a file", made{isBIFF5: true, globals: record(recExternBook, uint8(9), uint8(1), []byte("last.xls"))}, true},
		{"BIFF5, a sheet", made{isBIFF5: true, globals: record(recExternBook, uint8(4), uint8(3), []byte("Data"))}, false},
	}
	for _, tt := range tests {
		if b := open(t, tt.m.file()); (len(b.Notes) > 0) != tt.isNoted {
			t.Errorf("%s: got notes %q", tt.name, b.Notes)
		}
	}
}

func TestRefused(t *testing.T) {
	var many []madeSheet
	for i := range maxSheets + 1 {
		many = append(many, madeSheet{name: fmt.Sprint(i)})
	}
	whole := one(nil, label(0, 0, strings.Repeat("x", 200))).file()
	tests := []struct {
		name string
		file []byte
		want string
	}{
		{"password", one(record(recFilePass, 1)).file(), "remove the password"},
		{"BIFF4", record(0x0409, 4, 0x10, 0), "before 1993"},
		{"BIFF2", join(record(0x0009, 2, 0x10), numberCell(0, 0, 0, 1)), "before 1993"},
		{"bare, from a script", join(record(0x0809, 0, 0x10, 0, 0), numberCell(0, 0, 0, 1)), "before 1993"},
		{"BIFF4 in a compound file", compound("Book", record(0x0409, 4, 0x100, 0), 1), "before 1993"},
		{"another program's", compound("WordDocument", nil, 1), "no Excel workbook"},
		{"empty", nil, "could not be read"},
		{"no workbook in the stream", compound("Workbook", record(recNumber, 0, 0), 1), "doesn't begin"},
		{"cut in its directory", whole[:9000], "damaged"},
		{"cut in its stream", whole[:12310], "damaged"},
		{"code page", made{isBIFF5: true, globals: record(recCodePage, 1)}.file(), "code page 1,"},
		{"too many sheets", made{sheets: many}.file(), "more than 1000 sheets"},
		{"a directory without end", compound("Workbook", nil, directoryLimit/4096), "directory is larger"},
		{"more text than can be held", one(manyTexts(textsLimit/16 + 1)).file(), "take more memory"},
		{"a text that ends too soon", one(record(recSST, uint32(1), uint32(1), 9, uint8(0), []byte("short"))).file(), "too short"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Open(bytes.NewReader(tt.file), int64(len(tt.file)))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want an error with %q", err, tt.want)
			}
		})
	}
}

// manyTexts is a table of empty texts.
func manyTexts(n int) []byte {
	const perRecord = 2700
	body := bin(uint32(n), uint32(n))
	var b []byte
	for id := recSST; n > 0; id, body = recContinue, nil {
		now := min(n, perRecord)
		b = append(b, record(id, append(body, make([]byte, 3*now)...))...)
		n -= now
	}
	return b
}

func TestErrorsNameSheetAndRow(t *testing.T) {
	tests := []struct {
		name  string
		cells []byte
		want  string
	}{
		{"short record", record(recNumber, 6, 0, 0), `sheet "Parents", row 7: `},
		{"column beyond the last", numberCell(6, 256, 0, 1), `sheet "Parents", row 7: `},
		{"numbers beyond the last column", record(recMulRK, 6, 255, 0, uint32(2), 0, uint32(2), 256), `sheet "Parents", row 7: `},
		{"text that isn't there", sharedCell(6, 0, 2), `sheet "Parents", row 7: `},
		{"text that ends too soon", record(recLabel, 6, 0, 0, 9, uint8(0), []byte("short")), `sheet "Parents", row 7: `},
		{"record that ends beyond the sheet", bin(recNumber, 20000), `sheet "Parents", behind row 5: `},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := one(table("bus", "homework"), numberCell(4, 0, 0, 1), tt.cells)
			m.sheets = append(m.sheets, madeSheet{name: "Teachers", cells: numberCell(0, 0, 0, 3)})
			b := open(t, m.file())
			rows := rowsOf(&b.Sheets[0])
			if last := rows[len(rows)-1]; !strings.HasPrefix(last, tt.want) || !strings.Contains(last, "save it as .xlsx") {
				t.Errorf("got %q, want %q", last, tt.want)
			}
			if rows := rowsOf(&b.Sheets[1]); !slices.Equal(rows, []string{"1|3"}) {
				t.Errorf("the sheet behind it gave %q", rows)
			}
		})
	}
}

func TestNoSheetIsReadTwice(t *testing.T) {
	m := one(record(recBoundSheet, uint32(0), uint8(0), uint8(0), unicodeName("A")), numberCell(0, 0, 0, 1))
	m.globals = append(m.globals, m.globals...)
	file := m.file()
	if _, err := Open(bytes.NewReader(file), int64(len(file))); err == nil || !strings.Contains(err.Error(), `"A" has the place of another`) {
		t.Errorf("got %v", err)
	}
}
