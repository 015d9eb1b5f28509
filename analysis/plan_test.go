package analysis_test

import (
	"context"
	"strings"
	"testing"

	"commonground/analysis"
)

// Groups are as large as the plan wants them before anything is told of them,
// and the report says so.
func TestPlanSaysFromHowManyOnAGroupIsShown(t *testing.T) {
	shows := func(small int) (themes bool, said string) {
		found, err := analysis.Run(context.Background(), analysis.Plan{Small: small, Spool: t.TempDir()},
			open(t, map[string]string{"parents.csv": twelveParents}))
		if err != nil {
			t.Fatal(err)
		}
		defer found.Close()
		var b strings.Builder
		if err := found.Report.WriteJSON(&b); err != nil {
			t.Fatal(err)
		}
		return found.Report.Finding("themes") != nil, b.String()
	}
	if themes, said := shows(12); !themes || !strings.Contains(said, "fewer than 12 people") {
		t.Errorf("themes %v: %s", themes, said)
	}
	if themes, said := shows(13); themes || !strings.Contains(said, "Too few people answered to show any numbers.") {
		t.Errorf("themes %v: %s", themes, said)
	}
}
