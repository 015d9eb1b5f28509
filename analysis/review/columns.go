package review

import "commonground/report/long"

// A column of the sheet.
type column struct {
	name  string
	width float64
	put   func(at cell, r *Row) // leaves out a cell that takes no room in the file
}

// A cell is where a column puts something.
type cell struct {
	*long.Rows
	column int // from 1
}

// firstTheme is the number of columns before those of the themes.
const firstTheme = 4

// yes is what a box has that is ticked.
const yes = "yes"

// ofTheme begins the name of a theme's column where another column has its ID.
const ofTheme = "theme: "

// ThemeColumn returns the name of a theme's column: its ID, or where that is the
// name of another column such as "text" or "role", the ID behind "theme: ".
func ThemeColumn(id string) string {
	if goldFactOf(id) != nil {
		return ofTheme + id
	}
	return id
}

// columns are those of the sheet, in order.
func (b *book) columns() []column {
	all := []column{
		{checked, 11, func(at cell, r *Row) { b.box(at, r.Checked) }},
		{"text", 70, func(at cell, r *Row) { b.text(at, r.Text) }},
		{"question", 28, func(at cell, r *Row) { b.text(at, r.Question) }},
		{"role", 12, func(at cell, r *Row) { b.text(at, r.Role) }},
	}
	for i, t := range b.themes {
		width := max(12, 1.1*float64(len(ThemeColumn(t.ID)))+4) // with room for the filter's button
		all = append(all, column{ThemeColumn(t.ID), width, func(at cell, r *Row) { b.tone(at, r, i) }})
	}
	switch {
	case b.disputed:
		all = append(all, column{differName, 44, func(at cell, r *Row) { b.text(at, r.Why) }})
	case !b.blind:
		all = append(all,
			column{whyName, 44, func(at cell, r *Row) { b.text(at, r.Why) }},
			column{programName, 30, func(at cell, r *Row) { b.text(at, r.Program) }},
		)
	}
	all = append(all,
		column{noContent, 13, func(at cell, r *Row) { b.box(at, r.NoContent && (r.Checked || !b.blind)) }},
		column{coderName, 14, func(at cell, r *Row) { b.text(at, r.Coder) }},
		column{whenName, 14, func(at cell, r *Row) { b.text(at, Date(r.When)) }},
	)
	if b.sampled {
		all = append(all, column{strataHead, 16, func(at cell, r *Row) { b.text(at, r.Stratum) }})
	}
	if b.sampled && !b.blind {
		all = append(all, column{blindName, 30, func(at cell, r *Row) { b.text(at, r.Blind) }})
	}
	return append(all,
		column{"language", 12, func(at cell, r *Row) { b.text(at, r.Lang) }},
		column{fileName, 24, func(at cell, r *Row) { b.text(at, r.File) }},
		column{"row", 9, func(at cell, r *Row) { at.Int(at.column, b.styles.text, r.Row) }},
		column{"respondent", 14, func(at cell, r *Row) { at.Int(at.column, b.styles.text, r.Respondent) }},
	)
}

func (b *book) text(at cell, s string) {
	if s != "" {
		at.Text(at.column, b.styles.text, s)
	}
}

func (b *book) box(at cell, ticked bool) {
	if ticked {
		b.text(at, yes)
	}
}

// tone fills the cell of a theme. In a blind sheet, only what a person decided
// is written.
func (b *book) tone(at cell, r *Row, theme int) {
	if theme < len(r.Tones) && r.Tones[theme] != "" && (r.Checked || !b.blind) {
		style, ok := b.styles.tone[r.Tones[theme]]
		if !ok {
			style = b.styles.text
		}
		at.Text(at.column, style, r.Tones[theme])
	}
}
