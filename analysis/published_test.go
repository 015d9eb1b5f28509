package analysis

import (
	"testing"
	"time"

	"commonground/analysis/findings"
	"commonground/analysis/intake"
)

// Published findings are of a wave before: of the same one, nothing could have
// changed since.
func TestPublishedFindingsAreOfAWaveBefore(t *testing.T) {
	may := time.Date(2026, time.May, 4, 0, 0, 0, 0, time.UTC)
	for _, tt := range []struct {
		what      string
		published *findings.Report
		refused   bool
	}{
		{"none", nil, false},
		{"last year's", &findings.Report{Made: may.AddDate(-1, 0, 0)}, false},
		{"this year's", &findings.Report{Made: may}, true},
		{"later ones", &findings.Report{Made: may.AddDate(0, 1, 0)}, true},
		{"without a date", &findings.Report{}, false},
	} {
		if err := notLast(tt.published, &intake.Intake{Made: may}); (err != nil) != tt.refused {
			t.Errorf("%s: %v", tt.what, err)
		}
	}
}
