package excel

import (
	"github.com/xuri/excelize/v2"

	"commonground/report/look"
)

// colored returns the key where it is that of a role or a tone, and "" else.
func colored(key string) string {
	if look.Color(key) == look.Plain {
		return ""
	}
	return key
}

// labelStyle is the style of a label with that key: a role or a tone has its
// color at its side.
func (b *book) labelStyle(key string) int { return b.beside(colored(key), "center", b.styles.label) }

// textStyle is the style of one of many texts, as labelStyle.
func (b *book) textStyle(key string) int { return b.beside(colored(key), "top", b.styles.text) }

func (b *book) beside(key, vertical string, plain int) int {
	if key == "" {
		return plain
	}
	id, ok := b.styles.keyed[vertical+key]
	if !ok {
		id = b.style(&excelize.Style{
			Font: &excelize.Font{Family: look.SheetFont, Size: 10, Color: look.Hex(look.Ink)},
			Border: []excelize.Border{{Type: "left", Color: look.Hex(look.Color(key)), Style: 5},
				{Type: "bottom", Color: look.Hex(look.Grid), Style: 1}},
			Alignment: &excelize.Alignment{Horizontal: "left", Vertical: vertical, WrapText: true, Indent: 1},
		})
		b.styles.keyed[vertical+key] = id
	}
	return id
}

// keyHead is the style of the head of a column of numbers of a role or a tone,
// which has its color below.
func (b *book) keyHead(key string) int {
	id, ok := b.styles.keyedHead[key]
	if !ok {
		id = b.style(&excelize.Style{
			Font:      &excelize.Font{Family: look.SheetFont, Size: 10, Color: look.Hex(look.Ink), Bold: true},
			Fill:      excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{look.Hex(look.Veil)}},
			Border:    []excelize.Border{{Type: "bottom", Color: look.Hex(look.Color(key)), Style: 5}},
			Alignment: &excelize.Alignment{Horizontal: "right", Vertical: "center", WrapText: true, Indent: 2},
		})
		b.styles.keyedHead[key] = id
	}
	return id
}

// statement is the typeface of the highlighted statement, in the color of who
// said it.
func (b *book) statement(role string) typeface {
	return typeface{b.style(&excelize.Style{
		Font:      &excelize.Font{Family: look.SheetFont, Size: 12, Color: look.Hex(look.Ink)},
		Alignment: &excelize.Alignment{Horizontal: "left", Vertical: "center", WrapText: true, Indent: 1},
		Border:    []excelize.Border{{Type: "left", Color: look.Hex(look.Color(role)), Style: 5}},
	}), 12, 8}
}

func (b *book) style(s *excelize.Style) int {
	id, err := b.file.NewStyle(s)
	b.check(err)
	return id
}
