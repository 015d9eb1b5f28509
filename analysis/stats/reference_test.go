package stats

import (
	"math"
	"os"
	"strconv"
	"strings"
	"testing"
)

// A reference is what R and SciPy say, by the names in testdata/reference.txt
// and testdata/reference-scipy.txt, where the call that made it stands beside
// each value.
type reference map[string]float64

func readReference(t *testing.T) reference {
	t.Helper()
	values := reference{}
	for _, file := range []string{"testdata/reference.txt", "testdata/reference-scipy.txt"} {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			name, rest, _ := strings.Cut(line, "\t")
			value, _, _ := strings.Cut(rest, "\t")
			v, err := strconv.ParseFloat(value, 64)
			if err != nil {
				t.Fatal(err)
			}
			values[name] = v
		}
	}
	return values
}

// same wants got to be the value of that name, to 1e-9 of it.
func (r reference) same(t *testing.T, name string, got float64) {
	t.Helper()
	want, ok := r[name]
	if !ok {
		t.Errorf("no reference named %s", name)
	}
	near(t, name, got, want, 1e-9*max(1, math.Abs(want)))
}

// interval wants the ends of e to be the two values of that name.
func (r reference) interval(t *testing.T, name string, e Estimate) {
	t.Helper()
	r.same(t, name+"[0]", e.Low)
	r.same(t, name+"[1]", e.High)
}
