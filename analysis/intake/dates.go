package intake

import (
	"strings"
	"time"
)

// dateLayouts are the ways to write a day, the American before the others.
// Columns are read in the first layout that fits all their dates.
var dateLayouts = [numLayouts]string{
	"2006-1-2", "2006/1/2", "2006.1.2",
	"1/2/2006", "2/1/2006", "1/2/06", "2/1/06",
	"1-2-2006", "2-1-2006", "1-2-06", "2-1-06",
	"2.1.2006", "2.1.06",
	"Jan 2 2006", "January 2 2006", "2 Jan 2006", "2 January 2006", "2-Jan-2006", "2-Jan-06",
}

var clockLayouts = []string{"15:04:05", "15:04", "3:04:05 PM", "3:04 PM", "3:04:05PM", "3:04PM"}

// A dateMask is a set of date layouts: bit i stands for dateLayouts[i].
type dateMask uint32

const (
	numLayouts          = 19
	anyDate    dateMask = 1<<numLayouts - 1
)

// dayFirst are the layouts that a Spanish heading makes likelier than the
// American ones.
const dayFirst dateMask = 1<<4 | 1<<6 | 1<<8 | 1<<10

// A moment is the date and time that a cell can mean.
type moment struct {
	day   string
	clock time.Duration
	zone  *time.Location
	timed bool // the cell has a time of day
}

// readMoment splits a cell into its day and its time of day.
func readMoment(cell string) (moment, bool) {
	if len(cell) < 6 || len(cell) > 40 || !startsLikeDate(cell) {
		return moment{}, false
	}
	m := moment{zone: time.UTC}
	colon := strings.IndexByte(cell, ':')
	if colon < 0 {
		m.day = strings.ReplaceAll(cell, ",", "")
		return m, true
	}
	cut := strings.LastIndexAny(cell[:colon], " T\u202f")
	if cut < 0 {
		return moment{}, false
	}
	m.day = strings.TrimSpace(strings.ReplaceAll(cell[:cut], ",", ""))
	m.timed = true
	return m, m.readClock(cell[cut+1:])
}

// halfDays writes the halves of a day as time.Parse wants them.
var halfDays = strings.NewReplacer("\u202f", " ", "A. M.", "AM", "P. M.", "PM", "A.M.", "AM", "P.M.", "PM")

// readClock reads "2:05:33 PM GMT-6" and the like.
func (m *moment) readClock(s string) bool {
	if strings.Trim(s, "0123456789:.") != "" {
		s = halfDays.Replace(strings.ToUpper(s))
	}
	clock := s
	if strings.HasSuffix(s, "Z") {
		clock = s[:len(s)-1]
	} else if i := strings.IndexAny(s, "+-"); i > 0 {
		offset, ok := readOffset(s[i:])
		if !ok {
			return false
		}
		m.zone = time.FixedZone("", offset)
		clock = strings.TrimSpace(strings.TrimSuffix(strings.TrimSuffix(s[:i], "GMT"), "UTC"))
	} else if i := strings.LastIndexByte(s, ' '); i > 0 && len(s)-i >= 4 {
		clock = s[:i] // the name of a zone, which says no offset for certain
	}
	for _, layout := range clockLayouts {
		if t, err := time.Parse(layout, clock); err == nil {
			m.clock = t.Sub(t.Truncate(24 * time.Hour))
			return true
		}
	}
	return false
}

// readOffset reads "-6", "+0530" or "-05:00" as seconds east of UTC.
func readOffset(s string) (int, bool) {
	for _, layout := range []string{"-07:00", "-0700", "-07"} {
		text := s
		if layout == "-07" && len(s) == 2 {
			text = s[:1] + "0" + s[1:]
		}
		if t, err := time.Parse(layout, text); err == nil {
			_, offset := t.Zone()
			return offset, true
		}
	}
	return 0, false
}

// startsLikeDate spares most cells the trial of all layouts.
func startsLikeDate(s string) bool {
	if s[0] >= '0' && s[0] <= '9' {
		i := 1
		for i < 4 && s[i] >= '0' && s[i] <= '9' {
			i++
		}
		return strings.IndexByte("/-. ", s[i]) >= 0
	}
	return len(s) > 8 && strings.Contains("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec", s[:3])
}

// in returns the moment as the layout reads its day.
func (m moment) in(layout int) (time.Time, bool) {
	t, err := time.Parse(dateLayouts[layout], m.day)
	if err != nil {
		return time.Time{}, false
	}
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, m.zone).Add(m.clock).UTC(), true
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
