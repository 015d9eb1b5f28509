package intake

import (
	"strings"
	"time"
)

// dateLayouts are the ways to write a day, the American before the others.
// Columns are read in the first layout that fits all their dates.
var dateLayouts = [numLayouts]dateLayout{
	numeric("y-m-d"), numeric("y/m/d"), numeric("y.m.d"),
	numeric("m/d/y"), numeric("d/m/y"), short("m/d/y"), short("d/m/y"),
	numeric("m-d-y"), numeric("d-m-y"), short("m-d-y"), short("d-m-y"),
	numeric("d.m.y"), short("d.m.y"),
	named("Jan 2 2006"), named("January 2 2006"), named("2 Jan 2006"), named("2 January 2006"), named("2-Jan-2006"), named("2-Jan-06"),
}

// A dateLayout is a way to write a day: in three numbers, or as package time
// lays it out.
type dateLayout struct {
	separator        byte // of the numbers; 0 for a month by its name
	year, month, day int  // their places
	digits           int  // of the year
	named            string
}

func numeric(order string) dateLayout {
	return dateLayout{
		separator: order[1], digits: 4,
		year: strings.IndexByte(order, 'y') / 2, month: strings.IndexByte(order, 'm') / 2, day: strings.IndexByte(order, 'd') / 2,
	}
}

// short is a layout with two digits for the year.
func short(order string) dateLayout {
	l := numeric(order)
	l.digits = 2
	return l
}

func named(layout string) dateLayout { return dateLayout{named: layout} }

// A dateMask is a set of date layouts: bit i stands for dateLayouts[i].
type dateMask uint32

const (
	numLayouts          = 19
	anyDate    dateMask = 1<<numLayouts - 1
)

// dayFirst are the layouts that a Spanish heading makes likelier than the
// American ones.
const dayFirst dateMask = 1<<4 | 1<<6 | 1<<8 | 1<<10

// in returns the moment as the layout reads its day.
func (m *moment) in(layout int) (time.Time, bool) {
	l := &dateLayouts[layout]
	if l.separator != m.separator {
		return time.Time{}, false
	}
	var t time.Time
	if l.named != "" {
		var err error
		if t, err = time.Parse(l.named, m.day); err != nil {
			return time.Time{}, false
		}
	} else {
		year, month, day := m.numbers[l.year], time.Month(m.numbers[l.month]), m.numbers[l.day]
		switch {
		case m.digits[l.year] != l.digits || m.digits[l.month] > 2 || m.digits[l.day] > 2:
			return time.Time{}, false
		case l.digits == 2 && year < 69:
			year += 2000
		case l.digits == 2:
			year += 1900
		}
		t = time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
		if t.Month() != month || t.Day() != day {
			return time.Time{}, false // there is no such day
		}
	}
	return t.Add(m.clock - m.east), true
}

// dates learns how a column writes its dates.
type dates struct {
	fits   dateMask // the layouts that fit every date so far
	some   bool
	timed  bool
	newest [numLayouts]time.Time
}

// add reports whether the cell is a date that can be read as those before it.
func (d *dates) add(cell string) bool {
	m, ok := readMoment(cell)
	if !ok {
		return false
	}
	if !d.some {
		d.fits = anyDate
	}
	var fits dateMask
	for i := range dateLayouts {
		if d.fits&(1<<i) == 0 {
			continue
		}
		if t, ok := m.in(i); ok {
			fits |= 1 << i
			if t.After(d.newest[i]) {
				d.newest[i] = t
			}
		}
	}
	if fits == 0 {
		return false
	}
	d.some, d.fits = true, fits
	d.timed = d.timed || m.timed
	return true
}

// layout returns the layout to read the column in, and whether another fits
// as well.
func (d *dates) layout(spanish bool) (layout int, ambiguous bool) {
	fits := d.fits
	if spanish && fits&dayFirst != 0 {
		fits &= dayFirst
	}
	for i := range dateLayouts {
		if fits&(1<<i) != 0 {
			return i, d.fits&^(1<<i)&(dayFirst|dayFirst>>1) != 0
		}
	}
	return 0, false
}

// readDate reads a cell in a column's layout.
func readDate(cell string, layout int) (time.Time, bool) {
	m, ok := readMoment(cell)
	if !ok {
		return time.Time{}, false
	}
	return m.in(layout)
}
