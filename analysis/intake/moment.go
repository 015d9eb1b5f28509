package intake

import (
	"strings"
	"time"
)

// A moment is the date and time that a cell can mean.
type moment struct {
	day       string
	numbers   [3]int // of the day, where it is numbers
	digits    [3]int // of each
	separator byte   // between them; 0 for a day in words
	clock     time.Duration
	east      time.Duration // of UTC
	timed     bool          // the cell has a time of day
}

// readMoment splits a cell into its day and its time of day.
func readMoment(cell string) (moment, bool) {
	var m moment
	if len(cell) < 6 || len(cell) > 40 || !startsLikeDate(cell) {
		return m, false
	}
	m.day = cell
	if colon := strings.IndexByte(cell, ':'); colon >= 0 {
		cut := strings.LastIndexAny(cell[:colon], " T\u202f")
		if cut < 0 || !m.readClock(cell[cut+1:]) {
			return m, false
		}
		m.day, m.timed = cell[:cut], true
	}
	m.day = strings.TrimSpace(strings.ReplaceAll(m.day, ",", ""))
	m.readNumbers()
	return m, true
}

// readNumbers reads a day that is three numbers.
func (m *moment) readNumbers() {
	rest := m.day
	for i := range m.numbers {
		m.numbers[i], m.digits[i] = leadingDigits(rest)
		rest = rest[m.digits[i]:]
		switch {
		case m.digits[i] == 0 || i == 2 && rest != "":
			m.separator = 0
			return
		case i == 2:
			return
		case rest == "" || i == 1 && rest[0] != m.separator:
			m.separator = 0
			return
		}
		m.separator, rest = rest[0], rest[1:]
	}
}

// leadingDigits reads the number of at most four digits that s begins with.
func leadingDigits(s string) (number, digits int) {
	for digits < min(len(s), 4) && s[digits] >= '0' && s[digits] <= '9' {
		number = number*10 + int(s[digits]-'0')
		digits++
	}
	return number, digits
}

// halfDays writes the halves of a day as time.Parse wants them.
var halfDays = strings.NewReplacer("\u202f", " ", "A. M.", "AM", "P. M.", "PM", "A.M.", "AM", "P.M.", "PM")

// readClock reads "2:05:33 PM GMT-6" and the like.
func (m *moment) readClock(s string) bool {
	if m.readTime(s) {
		return true
	}
	s = halfDays.Replace(strings.ToUpper(s))
	clock := s
	if strings.HasSuffix(s, "Z") {
		clock = s[:len(s)-1]
	} else if i := strings.IndexAny(s, "+-"); i > 0 {
		offset, ok := readOffset(s[i:])
		if !ok {
			return false
		}
		m.east = time.Duration(offset) * time.Second
		clock = strings.TrimSpace(strings.TrimSuffix(strings.TrimSuffix(s[:i], "GMT"), "UTC"))
	} else if i := strings.LastIndexByte(s, ' '); i > 0 && len(s)-i >= 4 {
		clock = s[:i] // the name of a zone, which says no offset for certain
	}
	return m.readTime(clock)
}

// readTime reads "14:05", "2:05 PM" and "14:05:33.5".
func (m *moment) readTime(s string) bool {
	hour, digits := leadingDigits(s)
	parts := [2]int{} // minutes and seconds
	if s = s[digits:]; digits < 1 || digits > 2 || s == "" {
		return false
	}
	for i := range parts {
		if s == "" || s[0] != ':' {
			break
		}
		if parts[i], digits = leadingDigits(s[1:]); digits != 2 || parts[i] > 59 {
			return false
		}
		s = s[3:]
	}
	var fraction time.Duration
	if strings.HasPrefix(s, ".") {
		rest := strings.TrimLeft(s[1:], "0123456789")
		fraction, _ = time.ParseDuration("0" + s[:len(s)-len(rest)] + "s")
		s = rest
	}
	switch half := strings.TrimPrefix(s, " "); {
	case half == "":
	case hour > 12 || half != "AM" && half != "PM":
		return false
	case half == "PM":
		hour = hour%12 + 12
	default:
		hour %= 12
	}
	m.clock = time.Duration(hour)*time.Hour + time.Duration(parts[0])*time.Minute + time.Duration(parts[1])*time.Second + fraction
	return hour < 24
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
