package ods

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"commonground/analysis/sheet/number"
)

// plainNumber is the number in shortest decimal; "" when it is none.
func plainNumber(written string) string {
	const exact = 15 // digits
	if len(written) <= exact && isCount(written) {
		return written
	}
	n, err := strconv.ParseFloat(written, 64)
	if err != nil || math.IsNaN(n) || math.IsInf(n, 0) {
		return ""
	}
	return number.Plain(n)
}

// isCount tells whether s is a whole number as it would be written here.
func isCount(s string) bool {
	return s == "0" || s != "" && s[0] != '0' && strings.Trim(s, "0123456789") == ""
}

// Dates count from firstDay; a time of day has no other date.
var firstDay = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)

// plainDate is a date, with a time if there is one, or a time alone when the
// date is that from which dates count. A date that no calendar has is as it is
// written.
func plainDate(written string) string {
	if _, err := time.Parse("2006-01-02", written); err == nil {
		return written
	}
	t, err := time.Parse("2006-01-02T15:04:05", written)
	if err != nil {
		return written
	}
	// A time is kept as part of a day, and comes back a little too early.
	t = t.Add(time.Millisecond / 2).Truncate(time.Second)
	day := t.Truncate(24 * time.Hour)
	switch {
	case day.Equal(t):
		return t.Format(time.DateOnly)
	case day.Equal(firstDay):
		return t.Format(time.TimeOnly)
	}
	return t.Format("2006-01-02T15:04:05")
}

// plainClock is a duration (PT36H00M00S) as hours, minutes and seconds; as a
// date where the time of day was all that was shown of one. What is no duration
// is as it is written.
func plainClock(written string) string {
	seconds, ok := parseDuration(written)
	const day, leapYear = 24 * 3600, 366
	switch {
	case !ok || seconds < 0:
		return written
	case seconds >= leapYear*day:
		return time.Unix(firstDay.Unix()+int64(seconds), 0).UTC().Format("2006-01-02T15:04:05")
	}
	return fmt.Sprintf("%02d:%02d:%02d", seconds/3600, seconds/60%60, seconds%60)
}

// parseDuration reads days, hours, minutes and seconds (XML Schema part 2,
// 3.2.6), and rounds to seconds.
func parseDuration(written string) (seconds int, ok bool) {
	rest, ok := strings.CutPrefix(strings.Replace(written, "T", "", 1), "P")
	total := 0.0
	units := []struct {
		letter  string
		seconds float64
	}{{"D", 24 * 3600}, {"H", 3600}, {"M", 60}, {"S", 1}}
	found := false
	for _, unit := range units {
		number, behind, is := strings.Cut(rest, unit.letter)
		if !is {
			continue
		}
		n, err := strconv.ParseFloat(number, 64)
		if err != nil || n < 0 || n > 1e9 {
			return 0, false
		}
		total += n * unit.seconds
		rest, found = behind, true
	}
	return int(math.Round(total)), ok && found && rest == "" && total < 2e11
}

func plainTruth(written string) string {
	switch written {
	case "true", "1":
		return "TRUE"
	case "false", "0":
		return "FALSE"
	}
	return ""
}
