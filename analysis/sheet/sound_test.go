package sheet

import (
	"io"
	"strings"
	"testing"
)

func TestBrokenSheetIsRefusedAndNotCutShort(t *testing.T) {
	const row1 = `<row r="1"><c r="A1"><v>1</v></c></row>`
	tests := []struct{ name, xml, want string }{
		{"whole", `<?xml version="1.0" encoding="UTF-8"?><worksheet><sheetData>` + row1 + `<row><c/></row><row r="9"/></sheetData></worksheet>`, ""},
		{"another encoding", `<?xml version="1.0" encoding="windows-1252"?><worksheet><t>se` + "\xf1" + `ora</t></worksheet>`, ""},
		{"cut off", `<worksheet><sheetData>` + row1, "behind row 1: XML syntax error"},
		{"control character", `<worksheet>` + row1 + "<t>\x01</t></worksheet>", "illegal character"},
		{"unknown entity", `<worksheet><t>&nbsp;</t></worksheet>`, "behind row 0"},
		{"wrong end", `<worksheet>` + row1 + `</oops>`, "closed by </oops>"},
		{"row twice", `<worksheet>` + row1 + row1 + `</worksheet>`, "row 1 follows row 1"},
		{"row that no sheet has", `<worksheet><row r="1048577"/></worksheet>`, "row 1048577 follows row 0"},
		{"row without number", `<worksheet><row r="x"/></worksheet>`, "row -1 follows row 0"},
		{"nested", strings.Repeat("<a>", 1000), "within each other"},
	}
	for _, tt := range tests {
		err := sound(strings.NewReader(tt.xml))
		if tt.want == "" && err != nil || tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want)) {
			t.Errorf("%s: got %v, want %q", tt.name, err, tt.want)
		}
	}
}

// blanks is a text without end.
type blanks struct{}

func (blanks) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
}

func TestTextWithoutEndIsRefused(t *testing.T) {
	err := sound(io.MultiReader(strings.NewReader("<worksheet>"), blanks{}))
	if err == nil || !strings.Contains(err.Error(), "longer than any cell") {
		t.Errorf("got %v", err)
	}
}
