package analysis

import (
	"fmt"
	"time"

	"commonground/analysis/findings"
	"commonground/analysis/intake"
)

// notLast returns an error where the findings that were published are no older than
// the answers: then they are of this year, and nothing could have changed since.
func notLast(published *findings.Report, in *intake.Intake) error {
	if published == nil || published.Made.IsZero() || in.Made.IsZero() || published.Made.Before(in.Made) {
		return nil
	}
	return fmt.Errorf("the published findings “%s” are of answers up to %s, and the newest answers are of %s: they are of this wave. "+
		"Name the findings.json of the wave before, or leave “published” out", published.Title, published.Made.Format(time.DateOnly), in.Made.Format(time.DateOnly))
}
