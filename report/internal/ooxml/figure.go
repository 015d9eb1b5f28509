package ooxml

import (
	"image/color"
	"math"
	"strings"

	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/report/look"
)

// Figure returns a chart of some columns and rows of a finding's table in that
// language, with whiskers where the numbers have intervals. What is withheld has
// no bar. Its sizes are left for the page that shows it.
func Figure(l say.Language, t *findings.Table, label int, values []int, rows [][]findings.Cell) *Chart {
	c := &Chart{Lang: l, Name: t.Columns[label].Name, Format: t.Columns[values[0]].Unit.Format()}
	for _, row := range rows {
		c.Labels = append(c.Labels, row[label].Label)
	}
	series := Colors(look.Series(len(values)))
	for i, j := range values {
		s := Series{Name: t.Columns[j].Name, Ink: series[i]}
		if known := look.Color(t.Columns[j].Key); known != look.Plain {
			s.Ink = Fixed(known)
		} else if len(values) == 1 {
			s.Ink = Accent
		}
		for _, row := range rows {
			s.add(l, row[j], t.Columns[j].Unit)
		}
		s.trim()
		c.Series = append(c.Series, s)
	}
	c.Alt = alt(l, t, label, values, rows)
	return c
}

func (s *Series) add(l say.Language, cell findings.Cell, unit findings.Unit) {
	if cell.Hidden {
		cell = findings.HiddenCell()
	}
	v, low, high := cell.Number, cell.Low, cell.High
	s.Formats = append(s.Formats, cell.Format(l, unit))
	s.Values = append(s.Values, v)
	s.Low = append(s.Low, low)
	s.High = append(s.High, high)
}

// trim takes the whiskers off a series that has none.
func (s *Series) trim() {
	for _, v := range s.High {
		if !math.IsNaN(v) {
			return
		}
	}
	s.Low, s.High = nil, nil
}

// alt puts a chart into words, row by row.
func alt(l say.Language, t *findings.Table, label int, values []int, rows [][]findings.Cell) string {
	var said []string
	for _, row := range rows {
		var numbers []string
		for _, j := range values {
			number := row[j].Text(l, t.Columns[j].Unit)
			if row[j].Hidden {
				number = l.Say("withheld")
			}
			if number == "" {
				continue
			}
			if len(values) > 1 {
				number = t.Columns[j].Name + " " + number
			}
			numbers = append(numbers, number)
		}
		said = append(said, row[label].Label+" "+strings.Join(numbers, ", "))
	}
	return l.Say("Bar chart") + ". " + strings.Join(said, "; ") + "."
}

// Stack puts each row's bars end to end, in those colors, without whiskers.
func (c *Chart) Stack(colors []color.RGBA) {
	c.Stacked = true
	for i := range c.Series {
		s := &c.Series[i]
		s.Ink, s.Low, s.High = Fixed(colors[i]), nil, nil
	}
}
