package main

import (
	"testing"

	"commonground/analysis/evaluate"
)

// Two rows of figures are told in words, and what it takes to have more.
func TestCurveSays(t *testing.T) {
	at := func(checked int, low, f1, high float64) evaluate.Point {
		return evaluate.Point{Checked: checked, F1: f1, Low: low, High: high}
	}
	for _, c := range []struct {
		points []evaluate.Point
		want   string
	}{
		{[]evaluate.Point{at(0, .85, .87, .89), at(40, .84, .871, .9)},
			"40 checked comments taught the program nothing that shows: F1 is 0.87 with them and 0.87 without. To try 80, there must be 120."},
		{[]evaluate.Point{at(0, .85, .87, .89), at(40, .84, .89, .9)},
			"Whether what is learnt from 40 checked comments helps can't be told: F1 is 0.89 with it and 0.87 without, and one draw differs from another by as much. To try 80, there must be 120."},
		{[]evaluate.Point{at(0, .60, .62, .64), at(40, .66, .69, .72), at(80, .7, .75, .8), at(150, .8, .82, .84), at(250, .85, .86, .87)},
			"What is learnt from 250 checked comments helps: F1 is 0.86 with it and 0.62 without."},
	} {
		if got := curveSays(c.points); got != c.want {
			t.Errorf("%v: %q, want %q", c.points, got, c.want)
		}
	}
}
