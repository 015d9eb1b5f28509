package thread

import (
	"regexp"
	"strings"
	"time"
)

var (
	ordinalRE = regexp.MustCompile(`(\d)(?:st|nd|rd|th)\b`)
	zoneRE    = regexp.MustCompile(` [A-Z]{2,4}$`)
	spanish   = strings.NewReplacer(" de ", " ", " del ", " ", " a las ", " ", "enero", "january", "febrero", "february", "marzo", "march", "abril", "april",
		"mayo", "may", "junio", "june", "julio", "july", "agosto", "august", "septiembre", "september", "setiembre", "september",
		"octubre", "october", "noviembre", "november", "diciembre", "december")
	spacesRE = regexp.MustCompile(`[\s,@|–-]+`)
)

var (
	dayLayouts  = []string{"January 2 2006", "Jan 2 2006", "2 January 2006", "2 Jan 2006", "Monday January 2 2006", "Mon Jan 2 2006", "Monday 2 January 2006", "Mon 2 Jan 2006", "2006 01 02"}
	timeLayouts = []string{"", " 3:04 pm", " 3:04pm", " 15:04", " 3:04:05 pm", " 3:04:05pm", " 15:04:05"}
)

// isoDate writes a date with a year as ISO 8601; a date that can't be read, or
// whose order of day and month is anybody's guess, stays as it is.
func isoDate(s string) string {
	plain := ordinalRE.ReplaceAllString(s, "$1")
	plain = zoneRE.ReplaceAllStringFunc(plain, func(z string) string {
		if z == " AM" || z == " PM" {
			return z
		}
		return ""
	})
	plain = strings.NewReplacer(".", "", " at ", " ").Replace(plain)
	plain = strings.ToLower(spacesRE.ReplaceAllString(plain, " "))
	plain = strings.ReplaceAll(spanish.Replace(plain), "sept ", "sep ")
	for _, day := range dayLayouts {
		for _, clock := range timeLayouts {
			t, err := time.Parse(day+clock, plain)
			if err != nil {
				continue
			}
			if clock == "" {
				return t.Format(time.DateOnly)
			}
			return t.Format("2006-01-02T15:04:05")
		}
	}
	return strings.TrimSpace(s)
}

// dateOf reads a line that says nothing but when.
func dateOf(s string) string { return isoDate(onlyWhen.FindStringSubmatch(s)[1]) }
