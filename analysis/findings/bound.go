package findings

import (
	"fmt"
	"slices"

	"commonground/analysis/say"
)

// Bound says how a cell's number stands to the one that it tells of. What is no
// closer told than by a bound can't be worked out from the cell.
type Bound uint8

// The bounds.
const (
	Exact   Bound = iota
	AtLeast       // the number is that or more
	AtMost        // the number is that or less
)

var boundNames = []string{"", "at least", "at most"}

func (b Bound) String() string { return boundNames[b] }

// MarshalText gives the bound's name, "" for Exact.
func (b Bound) MarshalText() ([]byte, error) { return []byte(b.String()), nil }

// UnmarshalText takes a bound's name.
func (b *Bound) UnmarshalText(name []byte) error {
	i := slices.Index(boundNames, string(name))
	if i < 0 {
		return fmt.Errorf("bound %q: want %q, %q or nothing", name, AtLeast, AtMost)
	}
	*b = Bound(i)
	return nil
}

// bounded writes a bound: "at least 38 of 40", "95% or more".
func (c Cell) bounded(l say.Language, u Unit) string {
	n, counted := c.Counted(u)
	switch {
	case counted && c.Bound == AtLeast:
		return l.Sayf("at least %s of %s", Count.Text(n), Count.Text(float64(c.Base)))
	case counted:
		return l.Sayf("at most %s of %s", Count.Text(n), Count.Text(float64(c.Base)))
	case c.Bound == AtLeast:
		return l.Sayf("%s or more", u.In(l, c.Number))
	}
	return l.Sayf("%s or less", u.In(l, c.Number))
}
