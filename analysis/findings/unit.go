package findings

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"commonground/analysis/say"
)

// Unit says what a number counts, and so how it is written.
type Unit uint8

// The units.
const (
	Label  Unit = iota // no number: Cell.Label
	Count              // people, answers: "27"
	Share              // a proportion in [0,1]: "36%"
	Points             // a difference of shares in [-1,1]: "+12 points"
	Ratio              // such as a lift: "1.8"
	Mean               // of a scale: "3.42"
)

var unitNames = []string{"label", "count", "share", "points", "ratio", "mean"}

func (u Unit) String() string { return unitNames[u] }

// MarshalText gives the unit's name.
func (u Unit) MarshalText() ([]byte, error) { return []byte(u.String()), nil }

// UnmarshalText takes a unit's name.
func (u *Unit) UnmarshalText(name []byte) error {
	i := slices.Index(unitNames, string(name))
	if i < 0 {
		return fmt.Errorf("unit %q: want one of %s", name, strings.Join(unitNames, ", "))
	}
	*u = Unit(i)
	return nil
}

// Text is In in English. But for Points, it is the same in every language.
func (u Unit) Text(v float64) string { return u.In(say.English, v) }

// In is the only place where a number becomes text. It rounds v to 15
// significant digits and those to the unit's own, halves away from zero, which
// is how a spreadsheet with the number format Format shows v: a share of 0.285
// is "29%" in both, although the nearest float64 is a little less. The text of
// NaN or an infinity, and of a Label, is "".
func (u Unit) In(l say.Language, v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return ""
	}
	switch u {
	case Count:
		return rounded(v, 0, 0)
	case Share:
		return rounded(v, 2, 0) + "%"
	case Points:
		return points(l, rounded(v, 2, 0))
	case Ratio:
		return rounded(v, 0, 1)
	case Mean:
		return rounded(v, 0, 2)
	}
	return ""
}

// Format is the number format that makes a spreadsheet show what Text does.
// For Points it shows the same digits, but with a percent sign in place of the
// word, as no format multiplies by 100 without one.
func (u Unit) Format() string {
	switch u {
	case Count:
		return "#,##0"
	case Share:
		return "0%"
	case Points:
		return "+0%;-0%;0%"
	case Ratio:
		return "#,##0.0"
	case Mean:
		return "#,##0.00"
	}
	return "@"
}

// points puts the sign and the word to a number of points.
func points(l say.Language, n string) string {
	if n != "0" && !strings.HasPrefix(n, "-") {
		n = "+" + n
	}
	if strings.TrimLeft(n, "+-") == "1" {
		return l.Sayf("%s point", n)
	}
	return l.Sayf("%s points", n)
}
