package excel

import (
	"math"
	"slices"
	"strings"

	"commonground/analysis/findings"
	"commonground/analysis/stats"
	"commonground/report/look"
)

// testColumns are the numbers of a test. One that no test of a table has is
// left out.
var testColumns = []struct {
	name    string
	chance  bool // a probability
	whole   bool // counts people
	measure func(stats.Test) float64
}{
	{"Effect", false, false, func(t stats.Test) float64 { return t.Effect.Value }},
	{"Effect low", false, false, func(t stats.Test) float64 { return t.Effect.Low }},
	{"Effect high", false, false, func(t stats.Test) float64 { return t.Effect.High }},
	{"People", false, true, func(t stats.Test) float64 { return t.Effect.Base }},
	{"Statistic", false, false, func(t stats.Test) float64 { return t.Statistic }},
	{"df", false, false, func(t stats.Test) float64 { return t.DF }},
	{"p", true, false, func(t stats.Test) float64 { return t.P }},
	{"q", true, false, func(t stats.Test) float64 { return t.Q }},
}

// sayTests names the tests of a finding in a line.
func sayTests(f *findings.Finding) string {
	var said []string
	for _, t := range f.Tests {
		s := t.Name
		if t.Measure != "" {
			s += " (" + t.Measure + ")"
		}
		if !slices.Contains(said, s) {
			said = append(said, s)
		}
	}
	if len(said) == 0 {
		return ""
	}
	return "Compared by: " + strings.Join(said, ", ") + "."
}

// tests writes a table of a finding's tests. Tests that say no more than an
// interval are told by their column of the finding's table already.
func (p *page) tests(f *findings.Finding) {
	has := func(measure func(stats.Test) float64) bool {
		return slices.ContainsFunc(f.Tests, func(t stats.Test) bool { return !math.IsNaN(measure(t)) })
	}
	if !has(func(t stats.Test) float64 { return t.P }) && !has(func(t stats.Test) float64 { return t.Statistic }) {
		return
	}
	p.row++
	p.part()
	columns := []column{{name: "Comparison"}}
	var shown []int
	for i, c := range testColumns {
		if has(c.measure) {
			shown = append(shown, i)
			columns = append(columns, column{name: c.name, unit: findings.Ratio, width: 10})
		}
	}
	columns[0].width = p.width(1)
	p.headRow(columns, false)
	head := p.row - 1
	for i, t := range f.Tests {
		name := testName(f, i)
		p.text(1, name, p.styles.label)
		p.height(13*float64(look.Lines(name, columns[0].width-1, 10)) + 4)
		for j, k := range shown {
			c := testColumns[k]
			style := p.styles.decimal
			switch v := c.measure(t); {
			case math.IsNaN(v):
				p.blank(j+2, style)
				continue
			case c.chance:
				style = p.styles.chance
			case c.whole:
				style = p.styles.number[findings.Count]
			}
			p.figure(j+2, c.measure(t), style)
		}
		p.row++
	}
	p.addTable(p.tableName(f.ID+"_tests"), head, p.row-1, len(columns))
}

// testName says what was tested: the row, where there is a test for each; the
// line, where there is one for each line of a chart; or both, where there is one
// for each number, down one column after the other. Its method is named under
// the finding's table.
func testName(f *findings.Finding, i int) string {
	t := &f.Table
	rows := len(t.Rows)
	numbers := slices.DeleteFunc(slices.Clone(t.Columns), func(c findings.Column) bool { return c.Unit == findings.Label })
	row := func(i int) string { return strings.Join(labelsOf(t, t.Rows[i]), ": ") }
	switch {
	case f.Figure != nil && f.Figure.Kind == findings.Line && len(f.Tests) == len(numbers):
		return numbers[i].Name
	case len(f.Tests) == rows:
		return row(i)
	case len(f.Tests) == rows*len(numbers):
		return row(i%rows) + ": " + numbers[i/rows].Name
	}
	return f.Tests[i].Name
}
