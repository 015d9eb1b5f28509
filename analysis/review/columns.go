package review

import (
	"github.com/xuri/excelize/v2"

	"commonground/report/look"
)

// A column of the sheet; its cell is nil where it takes no room in the file.
type column struct {
	name  string
	width float64
	cell  func(r *Row) any
}

// firstTheme is the number of columns before those of the themes.
const firstTheme = 4

// yes is what a box has that is ticked.
const yes = "yes"

// columns are those of the sheet, in order.
func (b *book) columns() []column {
	all := []column{
		{checked, 11, func(r *Row) any { return b.box(r.Checked) }},
		{"text", 70, func(r *Row) any { return b.text(r.Text) }},
		{"question", 28, func(r *Row) any { return b.text(r.Question) }},
		{"role", 12, func(r *Row) any { return b.text(r.Role) }},
	}
	for i, t := range b.themes {
		width := max(12, 1.1*float64(len(t.ID))+4) // with room for the filter's button
		all = append(all, column{t.ID, width, func(r *Row) any { return b.tone(r, i) }})
	}
	if !b.blind {
		all = append(all, column{whyName, 44, func(r *Row) any { return b.text(r.Why) }})
	}
	all = append(all,
		column{noContent, 13, func(r *Row) any { return b.box(r.NoContent && (r.Checked || !b.blind)) }},
		column{coderName, 14, func(r *Row) any { return b.text(r.Coder) }},
		column{whenName, 14, func(r *Row) any { return b.text(Date(r.When)) }},
	)
	if b.sampled {
		all = append(all, column{strataHead, 16, func(r *Row) any { return b.text(r.Stratum) }})
	}
	return append(all,
		column{"language", 12, func(r *Row) any { return b.text(r.Lang) }},
		column{"file", 24, func(r *Row) any { return b.text(r.File) }},
		column{"row", 9, func(r *Row) any { return excelize.Cell{StyleID: b.styles.text, Value: r.Row} }},
		column{"respondent", 14, func(r *Row) any { return excelize.Cell{StyleID: b.styles.text, Value: r.Respondent} }},
	)
}

func (b *book) text(s string) any {
	if s == "" {
		return nil
	}
	return excelize.Cell{StyleID: b.styles.text, Value: look.Clean(s)}
}

func (b *book) box(ticked bool) any {
	if !ticked {
		return nil
	}
	return b.text(yes)
}

// tone is the cell of a theme. In a blind sheet, only what a person decided is
// written.
func (b *book) tone(r *Row, theme int) any {
	if theme >= len(r.Tones) || r.Tones[theme] == "" || b.blind && !r.Checked {
		return nil
	}
	return excelize.Cell{StyleID: b.styles.tone[r.Tones[theme]], Value: r.Tones[theme]}
}
