package review

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"commonground/analysis/survey"
	"commonground/report/look"
)

// styles are the numbers of the workbook's cell styles.
type styles struct {
	instructions, head, text int
	empty                    int // of a cell that a person may write into
	done                     int // of a row's box that is ticked
	tone                     map[string]int
}

func (b *book) newStyles() {
	style := func(size float64, bold bool, fill string, align excelize.Alignment) int {
		s := excelize.Style{Font: &excelize.Font{Family: look.SheetFont, Size: size, Bold: bold, Color: look.Hex(look.Ink)}, Alignment: &align}
		s.Border = []excelize.Border{{Type: "bottom", Color: look.Hex(look.Grid), Style: 1}}
		if fill != "" {
			s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{fill}}
		}
		id, err := b.file.NewStyle(&s)
		b.check(err)
		return id
	}
	top := excelize.Alignment{Horizontal: "left", Vertical: "top", WrapText: true, Indent: 1}
	b.check(b.file.SetDefaultFont(look.SheetFont))
	b.styles = styles{
		instructions: style(11, false, "FFF4D6", excelize.Alignment{Horizontal: "left", Vertical: "center", WrapText: true, Indent: 1}),
		head:         style(10, true, look.Hex(look.Veil), excelize.Alignment{Horizontal: "left", Vertical: "center", WrapText: true, Indent: 1}),
		text:         style(10, false, "", top),
		tone:         map[string]int{},
	}
	entry, err := b.file.NewStyle(&excelize.Style{Font: &excelize.Font{Family: look.SheetFont, Size: 10, Color: look.Hex(look.Ink)}, Alignment: &top})
	b.check(err)
	b.styles.empty = entry
	done, err := b.file.NewConditionalStyle(&excelize.Style{Font: &excelize.Font{Bold: true, Color: look.Hex(look.Paper)},
		Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{look.Hex(look.Plain)}}})
	b.check(err)
	b.styles.done = done
	for _, tone := range survey.Tones() { // told apart at a glance; the word says the same
		b.styles.tone[tone] = style(10, false, look.Hex(look.Pale(look.Color(tone))), top)
	}
}

// head writes the instructions, and the header of the table.
func (b *book) head(stream *excelize.StreamWriter, columns []column) {
	b.check(stream.MergeCell(at(1, 1), at(2, 1)))
	instructions, height := toCorrect, 78.0
	switch {
	case b.disputed:
		instructions = toSettle
	case b.blind:
		instructions, height = toCode, 108
	}
	b.check(stream.SetRow(at(1, 1), []any{excelize.Cell{StyleID: b.styles.instructions, Value: instructions}}, excelize.RowOpts{Height: height}))
	names := make([]any, len(columns))
	for i, c := range columns {
		names[i] = excelize.Cell{StyleID: b.styles.head, Value: c.name}
	}
	b.check(stream.SetRow(at(1, headRow), names, excelize.RowOpts{Height: 26}))
}

// explain writes the sheet that says what the theme columns mean.
func (b *book) explain() {
	_, err := b.file.NewSheet(themeSheet)
	b.check(err)
	for i, width := range []float64{28, 28, 26, 70, 50, 50} {
		name, err := excelize.ColumnNumberToName(i + 1)
		b.check(err)
		b.check(b.file.SetColWidth(themeSheet, name, name, width))
	}
	b.explainRow(1, b.styles.head, "column", "theme", "group", "meaning", "such as", "but not")
	for i, t := range b.themes {
		b.explainRow(i+2, b.styles.text, ThemeColumn(t.ID), t.Label, t.Group, t.Definition, strings.Join(t.Include, "; "), strings.Join(t.Exclude, "; "))
	}
	b.check(b.file.SetPanes(themeSheet, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}))
}

func (b *book) explainRow(row, style int, texts ...string) {
	for i, s := range texts {
		b.check(b.file.SetCellStr(themeSheet, at(i+1, row), look.Clean(s)))
	}
	b.check(b.file.SetCellStyle(themeSheet, at(1, row), at(len(texts), row), style))
}
