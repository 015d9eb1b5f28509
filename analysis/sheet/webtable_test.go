package sheet

import (
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWebTables(t *testing.T) {
	tests := []struct {
		name, page string
		want       []string
	}{
		{"plain", "<html><head><style>td{}</style></head><body><p>Export</p><TABLE><TR><TH>Role<TH>Comment<TR><TD>Parent</TD><td>Call&nbsp;us,<br>\n  please &amp; often</td></tr></table>",
			[]string{"1|Role|Comment", "2|Parent|Call us,\nplease & often"}},
		{"stacked header", "<table><tr><td rowspan=2>Role</td><td colspan=2>How are</td></tr><tr><td>phone</td><td>mail</td></tr><tr></tr><tr><td>Parent</td><td>1</td><td>2</td></tr></table>",
			[]string{"1|Role|How are", "2||phone|mail", "4|Parent|1|2"}},
		{"a table within a cell, and one for layout", "<table><tr><td>menu</td></tr></table><table><tr><td>a</td><td>b</td></tr><tr><td>1</td><td><table><tr><td>x</td></tr></table></td></tr></table>",
			[]string{"1|a|b", "2|1|x"}},
	}
	for _, tt := range tests {
		f := openString(t, "export.xls", tt.page)
		if diff := cmp.Diff(tt.want, rowsOf(f)); diff != "" || f.Format != "table of a web page" {
			t.Errorf("%s: %s: -want +got\n%s", tt.name, f.Format, diff)
		}
		if len(f.Notes) != 1 || !strings.Contains(f.Notes[0], "named .xls") {
			t.Errorf("%s: notes %q", tt.name, f.Notes)
		}
	}
}

func TestWebTablesCutOff(t *testing.T) {
	const page = "<table><tr><td>role</td></tr><tr><td>Parent</td></tr><tr><td>Tea"
	f := openString(t, "a.html", page)
	if notes := strings.Join(f.Notes, " "); !strings.Contains(notes, "ends within row 3") {
		t.Errorf("notes %q", notes)
	}
}

// endless is a file of that size whose content is never asked for.
type endless struct{ t *testing.T }

func (e endless) ReadAt([]byte, int64) (int, error) {
	e.t.Error("the page is read")
	return 0, io.EOF
}

func TestWebTablesThatClaimTooMuch(t *testing.T) {
	if _, err := openWebTables("a.xls", endless{t}, webTableLimit+1); err == nil || !strings.Contains(err.Error(), "more than 64 MiB") {
		t.Errorf("got %v", err)
	}
	wide := "<table><tr><td>role</td></tr><tr>" + strings.Repeat("<td colspan=1000000000 rowspan=1000000000>x</td>", 2*columnLimit/spanLimit) + "</tr><tr><td>y</td></tr></table>"
	rows := rowsOf(openString(t, "a.xls", wide))
	if got := strings.Count(rows[1], "|"); got > columnLimit || !strings.HasPrefix(rows[1], "2|x"+strings.Repeat("|", spanLimit)+"x") {
		t.Errorf("a row of %d cells: %.1100q", got, rows[1])
	}
}

func FuzzWebTables(f *testing.F) {
	f.Add("<table><tr><td rowspan=2>a<td colspan=3>b<tr><td>c</table>")
	f.Add("<tABLE><td >0<tr><td>00")
	f.Fuzz(func(t *testing.T, page string) {
		file, err := openWebTables("a.xls", strings.NewReader(page), int64(len(page)))
		if err != nil {
			return
		}
		for _, table := range file.Tables {
			checkRows(t, table)
		}
	})
}
