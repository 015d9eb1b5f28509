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
func (b *book) sayTests(f *findings.Finding) string {
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
	return b.Sayf("Compared by: %s.", strings.Join(said, ", "))
}

// testTable returns the columns of a table of a finding's tests, and which of
// testColumns they are; none for tests that say no more than an interval, as the
// column of the finding's table tells them already. What is compared is as wide
// as the labels of that table.
func (b *book) testTable(f *findings.Finding) (columns []column, shown []int) {
	has := func(measure func(stats.Test) float64) bool {
		return slices.ContainsFunc(f.Tests, func(t stats.Test) bool { return !math.IsNaN(measure(t)) })
	}
	if !has(func(t stats.Test) float64 { return t.P }) && !has(func(t stats.Test) float64 { return t.Statistic }) {
		return nil, nil
	}
	columns = []column{{name: b.Say("Comparison")}}
	if labels := len(testName(f, 0)); labels > 1 {
		columns, _ = b.columnsOf(&f.Table)
		columns = slices.Clone(columns[:labels])
	}
	for i, c := range testColumns {
		if has(c.measure) {
			shown = append(shown, i)
			name := b.Say(c.name)
			columns = append(columns, column{name: name, unit: findings.Ratio, width: numberWidth(name)})
		}
	}
	return columns, shown
}

// tests writes a table of a finding's tests.
func (p *page) tests(f *findings.Finding) {
	columns, shown := p.testTable(f)
	if columns == nil {
		return
	}
	p.row++
	labels := len(columns) - len(shown)
	for i := range labels {
		columns[i].width = p.width(i + 1)
	}
	p.headRow(columns, false)
	head := p.row - 1
	for i, t := range f.Tests {
		high := 1
		for k, name := range testName(f, i) {
			p.text(k+1, name.Label, p.labelStyle(name.Key))
			high = max(high, look.Lines(name.Label, columns[k].width-1, 10))
		}
		p.height(13*float64(high) + 4)
		for j, k := range shown {
			c := testColumns[k]
			style := p.styles.decimal
			switch v := c.measure(t); {
			case math.IsNaN(v):
				p.blank(labels+j+1, style)
				continue
			case c.chance:
				style = p.styles.chance
			case c.whole:
				style = p.styles.number[findings.Count]
			}
			p.figure(labels+j+1, c.measure(t), style)
		}
		p.row++
	}
	p.addTable(p.tableName(f.ID+"_tests"), head, p.row-1, len(columns))
}

// testName says what was tested: the labels of the row, where there is a test for
// each; the line, where there is one for each line of a chart; or row and column,
// where there is one for each number, down one column after the other. Its method
// is named under the finding's table.
func testName(f *findings.Finding, i int) []findings.Cell {
	t := &f.Table
	rows := len(t.Rows)
	numbers := slices.DeleteFunc(slices.Clone(t.Columns), func(c findings.Column) bool { return c.Unit == findings.Label })
	switch {
	case f.Figure != nil && f.Figure.Kind == findings.Line && len(f.Tests) == len(numbers):
		return []findings.Cell{findings.Text(numbers[i].Name)}
	case len(f.Tests) == rows:
		return firstLabels(t, t.Rows[i])
	case len(f.Tests) == rows*len(numbers):
		var row []string
		for _, label := range firstLabels(t, t.Rows[i%rows]) {
			row = append(row, label.Label)
		}
		return []findings.Cell{findings.Text(strings.Join(row, ", ") + ": " + numbers[i/rows].Name)}
	}
	return []findings.Cell{findings.Text(f.Tests[i].Name)}
}

// firstLabels are those of a row that stand before its numbers.
func firstLabels(t *findings.Table, row []findings.Cell) []findings.Cell {
	var out []findings.Cell
	for j, c := range t.Columns {
		if c.Unit != findings.Label {
			break
		}
		out = append(out, row[j])
	}
	return out
}
