package say

import (
	"fmt"
	"time"
)

// months are their Spanish names, which are written small.
var months = [...]string{"enero", "febrero", "marzo", "abril", "mayo", "junio",
	"julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"}

// Day writes a date: "May 4, 2026", "4 de mayo de 2026".
func (l Language) Day(t time.Time) string {
	if l == Spanish {
		return fmt.Sprintf("%d de %s", t.Day(), l.Month(t))
	}
	return t.Format("January 2, 2006")
}

// Month writes the month of a date: "May 2026", "mayo de 2026".
func (l Language) Month(t time.Time) string {
	if l == Spanish {
		return fmt.Sprintf("%s de %d", months[t.Month()-time.January], t.Year())
	}
	return t.Format("January 2006")
}
