package findings

import (
	"fmt"
	"slices"
	"strings"
)

var kindNames = []string{"bars", "dots", "diverge", "slope", "heat", "likert", "line"}

func (k FigureKind) String() string { return kindNames[k] }

// MarshalText gives the kind's name.
func (k FigureKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText takes a kind's name.
func (k *FigureKind) UnmarshalText(name []byte) error {
	i := slices.Index(kindNames, string(name))
	if i < 0 {
		return fmt.Errorf("kind of figure %q: want one of %s", name, strings.Join(kindNames, ", "))
	}
	*k = FigureKind(i)
	return nil
}
