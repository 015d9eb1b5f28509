package intake

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A blank header over answers is a question like others, and a note beside the
// table costs nobody the row.
func TestBlankHeadersAndNotesBesideTheTable(t *testing.T) {
	tests := []struct {
		name, file, kinds, doubt, refused string
	}{
		{"answers under a blank header", "Role,Comments,\nParent,We like the garden,It is fine with us\nTeacher,Notes come home,We feel heard\n",
			"Role: role, Comments: open, Column C: open", "", ""},
		{"a note beside the table", "Role,Comments,,\nParent,We like the garden,,call back\nTeacher,Notes come home,,\nParent,We feel heard,,\n",
			"Role: role, Comments: open", `"call back" stands behind the last column`, ""},
		{"a note in the next cell", "Comments,Role,\nWe like the garden,Parent,done\nNotes come home,Teacher,\nWe feel heard,Parent,\nThe bus is safe,Parent,\n",
			"Comments: open, Role: role", "", "the row has 3 cells"},
		{"a note behind a scale", "Role,Lunch is good,\nParent,Agree,done\nTeacher,Disagree,\nParent,Agree,\nParent,Agree,\n",
			"Role: role, Lunch is good: scale", `"done" stands behind`, ""},
		{"words cut at a comma", "Role,Comments\nParent,We like the garden, and the bus\nTeacher,Notes come home, but late\n",
			"", "", "none of the rows"},
	}
	for _, tt := range tests {
		in, err := open(t, Plan{}, "a.csv", tt.file)
		if err != nil {
			if tt.kinds != "" || !strings.Contains(err.Error(), tt.refused) {
				t.Errorf("%s: %v", tt.name, err)
			}
			continue
		}
		checkRows(t, in)
		r := in.Reads[0]
		if diff := cmp.Diff(tt.kinds, strings.Join(kinds(r), ", ")); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
		var doubts, refused []string
		for _, d := range r.Doubts {
			doubts = append(doubts, d.Error())
		}
		for _, d := range r.Refused {
			refused = append(refused, d.Error())
		}
		if !strings.Contains(strings.Join(doubts, " "), tt.doubt) || !strings.Contains(strings.Join(refused, " "), tt.refused) || (len(refused) > 0) != (tt.refused != "") {
			t.Errorf("%s: doubts %q, refused %q", tt.name, doubts, refused)
		}
	}
}
