package sheet

import (
	"io"
	"strings"
	"testing"
)

// sound reads the XML of a sheet to its end.
func sound(part io.Reader) error {
	s := &sheetScan{lexer: lexerOf(part)}
	for {
		if err := s.next(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

func TestBrokenSheetIsRefusedAndNotCutShort(t *testing.T) {
	const row1 = `<row r="1"><c r="A1"><v>1</v></c></row>`
	tests := []struct{ name, xml, want string }{
		{"whole", `<?xml version="1.0" encoding="UTF-8"?><worksheet><sheetData>` + row1 + `<row><c/></row><row r="9"/></sheetData></worksheet>`, ""},
		{"another encoding", `<?xml version="1.0" encoding="windows-1252"?><worksheet><t>se` + "\xf1" + `ora</t></worksheet>`, ""},
		{"cut off", `<worksheet><sheetData>` + row1, "behind row 1: the file ends in the middle"},
		{"control character", `<worksheet>` + row1 + "<t>\x01</t></worksheet>", "a character that XML does not allow"},
		{"unknown entity", `<worksheet><t>&nbsp;</t></worksheet>`, "behind row 0"},
		{"wrong end", `<worksheet>` + row1 + `</oops>`, "closed by </oops>"},
		{"row twice", `<worksheet>` + row1 + row1 + `</worksheet>`, "row 1 follows row 1"},
		{"row that no sheet has", `<worksheet><row r="1048577"/></worksheet>`, "row 1048577 follows row 0"},
		{"row without number", `<worksheet><row r="x"/></worksheet>`, "row -1 follows row 0"},
		{"column that no sheet has", `<worksheet><row r="1"><c r="XFE1"/></row></worksheet>`, `"XFE1" is no cell`},
		{"too many columns", `<worksheet><row r="1"><c r="XFD1"/><c/></row></worksheet>`, "more than 16384 cells"},
		{"cells out of order", `<worksheet><row><c r="C1"/><c r="B1"/></row></worksheet>`, "cell B1 stands behind"},
		{"cell twice", `<worksheet><row><c r="C1"/><c r="C1"/></row></worksheet>`, "cell C1 stands behind"},
		{"cell without row", `<worksheet><row/><c r="C1"/></worksheet>`, "in no row"},
		{"row within a row", `<worksheet><row><row/></row></worksheet>`, "row 2 follows row 1"},
		{"number of no text", `<worksheet><row><c t="s"><v>-1</v></c></row></worksheet>`, `"-1" is no number of a text`},
		{"drawings behind the rows", `<worksheet><sheetData>` + row1 + `</sheetData><from><row>7</row></from><c/></worksheet>`, ""},
		{"nested", strings.Repeat("<a>", 1000), "within each other"},
		{"entities", `<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>`, "declares entities of its own"},
		{"nothing", "", "ends in the middle"},
	}
	for _, tt := range tests {
		err := sound(strings.NewReader(tt.xml))
		if tt.want == "" && err != nil || tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want)) {
			t.Errorf("%s: got %v, want %q", tt.name, err, tt.want)
		}
	}
}

// A sheet of a few kilobytes can't claim a row of 16,384 cells a thousand times
// over and over.
func TestSheetThatClaimsTooManyCellsIsRefused(t *testing.T) {
	var rows []io.Reader
	for range cellLimit/columnLimit + 1 {
		rows = append(rows, strings.NewReader(`<row><c r="XFD1"><v>1</v></c></row>`))
	}
	err := sound(io.MultiReader(append([]io.Reader{strings.NewReader("<worksheet>")}, rows...)...))
	if err == nil || !strings.Contains(err.Error(), "more than 134217728 cells") {
		t.Errorf("got %v", err)
	}
}
