package excel

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/report/internal/story"
	"commonground/report/look"
)

// A column of a sheet shows one part of a column of a finding's table.
type column struct {
	name  string // as the header says it, unlike any other of its table
	from  int    // index into the finding's columns; -1 for the remarks
	part  part
	unit  findings.Unit
	width float64
	key   string // of a role or a tone, for its color; "" for others

	says func(say.Language, string) string // the words for its keys, where it holds keys; nil else
}

// part says which numbers of a cell a column of the sheet shows.
type part uint8

const (
	value part = iota
	low
	high
	base
	remarks
)

// layout spreads a finding's table over a sheet. One or two numbers have their
// intervals beside them; more are easier to compare without, and their
// intervals get a table of their own. Bases that differ from row to row follow the values, and
// remarks are last.
func (b *book) layout(f *findings.Finding) (main, intervals []column) {
	t := &f.Table
	values, ends := b.columnsOf(t)
	if upright(f) {
		for i := range values {
			if values[i].unit != findings.Label {
				values[i].width = max(9, b.shownWidth(t, values[i].from))
			}
		}
	}
	if len(ends) > 4 {
		first := slices.IndexFunc(values, func(c column) bool { return c.unit != findings.Label })
		intervals = b.distinct(append(slices.Clone(values[:first]), ends...))
		ends = nil
	}
	for _, c := range values {
		main = append(main, c)
		for _, end := range ends {
			if end.from == c.from {
				main = append(main, end)
			}
		}
	}
	main = append(main, b.bases(t)...)
	if slices.ContainsFunc(t.Rows, func(row []findings.Cell) bool { return remark(t, row) != "" }) {
		main = append(main, column{name: b.Say("Remarks"), from: -1, part: remarks, width: 26})
	}
	return b.distinct(main), intervals
}

// distinct makes the names of columns fit to head an Excel table: on one line,
// not empty, and no two alike.
func (b *book) distinct(columns []column) []column {
	taken := map[string]bool{}
	for i := range columns {
		name := strings.Join(strings.Fields(look.Clean(columns[i].name)), " ")
		if name == "" {
			name = b.Say("Column")
		}
		columns[i].name = unique(taken, name, " ", 250)
	}
	return columns
}

// columnsOf returns a column for each of a table's, and those of the intervals.
func (b *book) columnsOf(t *findings.Table) (values, intervals []column) {
	for j, c := range t.Columns {
		if c.Unit == findings.Label {
			values = append(values, column{name: c.Name, from: j, unit: c.Unit, width: labelWidth(t, j)})
			continue
		}
		number := column{name: c.Name, from: j, unit: c.Unit, width: max(numberWidth(c.Name), b.shownWidth(t, j)), key: colored(c.Key)}
		values = append(values, number)
		if some(t, j, func(cell findings.Cell) bool {
			return cell.Ends(c.Unit) && (!math.IsNaN(cell.Low) || !math.IsNaN(cell.High))
		}) {
			from, to := number, number
			from.name, from.part = b.Sayf("%s low", c.Name), low
			to.name, to.part = b.Sayf("%s high", c.Name), high
			intervals = append(intervals, from, to)
		}
	}
	return values, intervals
}

// bases returns a column for the bases that differ from row to row, or one for
// each column of the table where they differ within a row too. Bases that a
// column of counts shows already are left out.
func (b *book) bases(t *findings.Table) []column {
	var out []column
	for j, c := range t.Columns {
		if _, same := story.CommonBase(t, j); !same && c.Unit != findings.Label && !counted(t, j) {
			out = append(out, column{name: b.Sayf("%s base", c.Name), from: j, part: base, unit: findings.Count, width: numberWidth(c.Name)})
		}
	}
	if len(out) < 2 {
		return out
	}
	for _, row := range t.Rows {
		for _, c := range out[1:] {
			if row[c.from].Base != row[out[0].from].Base || row[c.from].Hidden != row[out[0].from].Hidden {
				return out
			}
		}
	}
	out[0].name = b.Say("Base")
	return out[:1]
}

// counted reports whether some column's numbers are the bases of column j.
func counted(t *findings.Table, j int) bool {
	for k, c := range t.Columns {
		if c.Unit == findings.Count && !slices.ContainsFunc(t.Rows, func(row []findings.Cell) bool {
			return !row[j].Hidden && row[k].Number != float64(row[j].Base)
		}) {
			return true
		}
	}
	return false
}

func isHeat(f *findings.Finding) bool { return f.Figure != nil && f.Figure.Kind == findings.Heat }

func some(t *findings.Table, j int, yes func(findings.Cell) bool) bool {
	return slices.ContainsFunc(t.Rows, func(row []findings.Cell) bool { return yes(row[j]) })
}

func labelWidth(t *findings.Table, j int) float64 {
	longest := utf8.RuneCountInString(t.Columns[j].Name) + 3
	for _, row := range t.Rows {
		longest = max(longest, utf8.RuneCountInString(row[j].Label))
	}
	return min(max(float64(longest)*1.05+2, 12), 46)
}

// shownWidth leaves room for the longest number of a column as it is shown.
func (b *book) shownWidth(t *findings.Table, j int) float64 {
	longest := 0
	for _, row := range t.Rows {
		longest = max(longest, utf8.RuneCountInString(row[j].Text(b.Language, t.Columns[j].Unit)))
	}
	return 0.95*float64(longest) + 3
}

// numberWidth leaves room for the longest word of the name and for the
// filter's button.
func numberWidth(name string) float64 {
	longest := 4
	for _, word := range strings.Fields(name) {
		longest = max(longest, utf8.RuneCountInString(word))
	}
	return min(max(float64(longest)*1.2+4, 10), 18)
}
