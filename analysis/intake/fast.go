package intake

import (
	"cmp"
	"math"
	"slices"
	"time"
)

// A timing is how long the respondent of a row took, in seconds.
type timing struct{ row, took int32 }

// A span is the two columns that say when respondents began and ended; -1 for
// none.
type span struct{ start, end int }

var noSpan = span{-1, -1}

var (
	startNames = phrases{"start", "start time", "starttime", "start date", "startdate", "started", "date started", "start date utc", "date created", "hora de inicio", "fecha de inicio", "inicio"}
	endNames   = phrases{"end", "end time", "endtime", "end date", "enddate", "submitdate", "submit date utc", "date submitted", "completion time", "date modified",
		"hora de finalizacion", "fecha de finalizacion", "fin"}
)

// spanOf returns the first of either, if the table has both.
func spanOf(columns []*column) span {
	find := func(names phrases) int {
		return slices.IndexFunc(columns, func(c *column) bool {
			return c.kind == Timestamp && c.dates.timed && (names.is(c.folded) || names.is(fold(c.code)))
		})
	}
	s := span{find(startNames), find(endNames)}
	if s.start < 0 || s.end < 0 {
		return noSpan
	}
	return s
}

// took returns how long the respondent of a row took, as a column says it or the
// times of start and end do.
func (l *look) took(cells []string) (time.Duration, bool) {
	for _, i := range l.durations {
		if took, ok := l.table.columns[i].duration(cell(cells, i)); ok {
			return took, true
		}
	}
	if l.span == noSpan {
		return 0, false
	}
	from, ok := l.table.time(cells, l.span.start)
	to, ended := l.table.time(cells, l.span.end)
	return to.Sub(from), ok && ended && !to.Before(from)
}

// time reads the date in a column of a row.
func (t *table) time(cells []string, column int) (time.Time, bool) {
	return readDate(cell(cells, column), t.columns[column].layout)
}

// enoughTimes is how many rows need a duration before a third of their median
// says anything.
const enoughTimes = 20

// findFast finds the rows that took less than the time given, or than a third
// of the median where it is 0.
func (o *odd) findFast(fastest time.Duration) {
	limit := int32(min(fastest/time.Second, math.MaxInt32))
	if limit == 0 {
		if len(o.times) < enoughTimes {
			return
		}
		sorted := slices.SortedFunc(slices.Values(o.times), func(a, b timing) int { return cmp.Compare(a.took, b.took) })
		limit = sorted[len(sorted)/2].took / 3
	}
	for _, t := range o.times {
		if t.took < limit {
			o.rows[fastRow] = append(o.rows[fastRow], int(t.row))
		}
	}
}
