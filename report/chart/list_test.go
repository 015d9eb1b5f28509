package chart

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"commonground/analysis/findings"
	"commonground/analysis/say"
)

func TestListSaysWhatAPictureCannot(t *testing.T) {
	drawn, undrawn := barsExample(2), barsExample(2)
	undrawn.ID, undrawn.Figure = "none", nil
	r := &findings.Report{
		Sources:  []findings.Source{{File: "parents.csv"}},
		Sections: []findings.Section{{Findings: []findings.Finding{*drawn, *undrawn}}},
	}
	var b bytes.Buffer
	if err := WriteList(r, &b); err != nil {
		t.Fatal(err)
	}
	var got []entry
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	want := []entry{{
		ID: drawn.ID, Title: drawn.Title, Alt: Alt(drawn, say.English), Base: drawn.Figure.Caption,
		Source: []string{"parents.csv"}, Files: []string{"themes.png", "themes.svg", "themes.pdf"},
	}}
	if diff := cmp.Diff(want, got); diff != "" || got[0].Alt == "" || got[0].Base == "" {
		t.Errorf("list (-want +got):\n%s", diff)
	}
}
