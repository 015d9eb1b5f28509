package stats

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func (s *Items) add(answers ...int64) {
	s.People++
	for i, x := range answers {
		s.Sums[i] += x
		for j, y := range answers {
			s.Products[i][j] += x * y
		}
	}
}

func TestItems(t *testing.T) {
	r := readReference(t)
	answers := [][]int64{
		{4, 5, 2, 3, 4, 1, 5, 3, 4, 2, 5, 4, 3, 2}, {4, 4, 1, 3, 5, 2, 5, 2, 4, 3, 4, 5, 3, 1},
		{3, 5, 2, 2, 4, 2, 4, 3, 3, 2, 5, 3, 4, 2}, {2, 4, 3, 5, 3, 1, 4, 4, 2, 3, 5, 2, 3, 4},
	}
	s := NewItems(4)
	for i := range answers[0] {
		s.add(answers[0][i], answers[1][i], answers[2][i], answers[3][i])
	}
	e := s.Consistency()
	r.same(t, "alpha", e.Value)
	r.same(t, "alpha low", e.Low)
	r.same(t, "alpha high", e.High)
	rest := s.Rest()
	for i, name := range []string{"item-rest[0]", "item-rest[1]", "item-rest[2]", "item-rest[3]"} {
		r.same(t, name, rest[i].Value)
	}
	r.interval(t, "item-rest 1 interval", rest[0])
}

func TestItemsWithoutFigures(t *testing.T) {
	alike, one := NewItems(2), NewItems(1)
	for x := range int64(5) {
		alike.add(x, x)
		one.add(x)
	}
	near(t, "alpha of items answered alike", alike.Consistency().Value, 1, 1e-12)
	near(t, "correlation of items answered alike", alike.Rest()[0].Value, 1, 1e-12)
	near(t, "alpha of one item", one.Consistency().Value, nan, 0)
	near(t, "correlation of one item", one.Rest()[0].Value, nan, 0)
	near(t, "alpha of nobody", NewItems(3).Consistency().Value, nan, 0)
	near(t, "alpha of no items", NewItems(0).Consistency().Value, nan, 0)
	against := NewItems(2)
	against.add(1, 5)
	against.add(5, 1)
	near(t, "alpha where the sum doesn't vary", against.Consistency().Value, nan, 0)
}

func TestItemsProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		there, back := NewItems(3), NewItems(3)
		for range rapid.IntRange(0, 30).Draw(t, "people") {
			a := rapid.SliceOfN(rapid.Int64Range(1, 5), 3, 3).Draw(t, "answers")
			there.add(a...)
			back.add(6-a[2], 6-a[1], 6-a[0])
		}
		e, again := there.Consistency(), back.Consistency()
		if e.Value > 1 || e.Low > e.Value || e.High < e.Value || math.IsInf(e.Low, 0) {
			t.Errorf("alpha %v", e)
		}
		if math.Abs(e.Value-again.Value) > 1e-9 {
			t.Errorf("alpha %v, of all scales turned around %v", e, again)
		}
		for i, e := range there.Rest() {
			if e.Value < -1 || e.Value > 1 || e.Low > e.Value || e.High < e.Value {
				t.Errorf("item-rest %v", e)
			}
			if again := back.Rest()[2-i]; math.Abs(e.Value-again.Value) > 1e-9 {
				t.Errorf("item-rest %v, of all scales turned around %v", e, again)
			}
		}
	})
}
