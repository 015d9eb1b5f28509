package excel

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"commonground/analysis/findings"
	"commonground/report/look"
)

// quotes writes findings that are told by people's own words: a single quote
// as it is, several as a table to filter.
func (p *page) quotes() {
	columns := p.said([]column{{name: "Theme", width: 30}, {name: "Tone", width: 12, says: findings.ToneWord},
		{name: "Role", width: 14, says: findings.RoleWords}, {name: "Quote", width: 84}, {name: "Source", width: 44}})
	p.setWidths(columns)
	p.head()
	for _, f := range p.shows {
		p.heading(f.Title)
		if len(f.Quotes) == 1 {
			p.paragraph(p.quotation(f.Quotes[0]), 4, p.statement(f.Quotes[0].Role))
		} else if len(f.Quotes) > 1 {
			p.rowsOf(f.ID+"_quotes", columns, func(yield func([]string) bool) {
				for _, q := range f.Quotes {
					if !yield([]string{q.Theme, q.Tone, q.Role, q.Text, q.Source}) {
						return
					}
				}
			})
		}
		p.row++
		if main, _ := p.layout(f); len(f.Table.Rows) > 0 {
			p.table(f, f.ID, main)
		}
		p.remarks(f, 4)
		p.row++
	}
	p.close()
}

func (p *page) setWidths(columns []column) {
	for i, c := range columns {
		p.check(p.file.SetColWidth(p.sheet, columnName(i+1), columnName(i+1), c.width))
	}
	p.right = max(p.right, len(columns))
}

// rowsOf writes a table of texts from the current row. Those of a column that
// says them are keys.
func (p *page) rowsOf(name string, columns []column, rows iter.Seq[[]string]) {
	p.headRow(columns, false)
	head := p.row - 1
	for texts := range rows {
		height := 1
		for i, s := range texts {
			style := p.styles.text
			if word := columns[i].says; word != nil {
				s, style = word(p.Language, s), p.textStyle(s)
			}
			p.text(i+1, s, style)
			height = max(height, look.Lines(s, columns[i].width-1, 10))
		}
		p.height(13*float64(height) + 5)
		p.row++
	}
	if p.row > head+1 {
		p.addTable(p.tableName(name), head, p.row-1, len(columns))
	}
}

// said names columns in the report's language.
func (b *book) said(columns []column) []column {
	out := slices.Clone(columns)
	for i := range out {
		out[i].name = b.Say(out[i].name)
	}
	return out
}

// plainTable writes a sheet that is one table of texts, of that name.
func (p *page) plainTable(name string, columns []column, rows iter.Seq[[]string]) {
	p.setWidths(columns)
	p.head()
	p.frozen, p.repeat = p.row, p.row
	p.rowsOf(name, columns, rows)
	p.close()
}

// commentColumns are the columns of the comments: nothing that could tell
// which comments come from the same person.
var commentColumns = []column{{name: "Comment", width: 90}, {name: "Role", width: 16},
	{name: "Question", width: 40}, {name: "Themes", width: 60}}

// comments writes the comments in the order given.
func (p *page) comments() {
	p.right, p.bodyOf = len(commentColumns), p.sheet
	p.setup()
	p.row = 2
	p.link(1, p.back(), p.tabs[1])
	stream, err := p.file.NewStreamWriter(p.sheet)
	if err != nil {
		p.check(err)
		return
	}
	for i, c := range commentColumns {
		p.check(stream.SetColWidth(i+1, i+1, c.width))
	}
	const head = 4
	p.frozen, p.repeat = head, head
	p.check(stream.SetPanes(panes(head)))
	p.check(stream.SetRow(at(1, 1), []any{excelize.Cell{StyleID: p.styles.sheet, Value: p.title}}, excelize.RowOpts{Height: 28}))
	p.check(stream.SetRow(at(1, 2), []any{excelize.Cell{StyleID: p.styles.link, Value: p.back()}}))
	p.check(stream.SetRow(at(1, 3), []any{excelize.Cell{StyleID: p.styles.under,
		Value: p.Say("Names, addresses and numbers are masked. The order has no meaning: it does not show who wrote what else.")}}))
	names := make([]any, len(commentColumns))
	for i, c := range p.said(commentColumns) {
		names[i] = excelize.Cell{StyleID: p.styles.head, Value: c.name}
	}
	p.check(stream.SetRow(at(1, head), names, excelize.RowOpts{Height: 20}))
	p.row = head + 1
	left := p.commentRows()
	if p.row > head+1 {
		p.check(stream.AddTable(&excelize.Table{Range: at(1, head) + ":" + at(len(commentColumns), p.row-1), Name: p.tableName("comments")}))
	}
	if left > 0 {
		p.body.Begin(p.row, 0)
		p.body.Text(1, p.styles.text, p.Sayf(
			"A sheet ends here: %s more comments do not fit. “commonground code” writes every comment to a CSV file, unmasked.",
			findings.Count.Text(float64(left))))
	}
	p.check(p.body.Err())
	p.finish()
	p.check(stream.Flush())
}

// commentRows writes a row for each comment, and returns how many had no room.
// The last row is kept for saying so.
func (p *page) commentRows() (left int) {
	labels := map[string]string{}
	for _, t := range p.report.Codebook {
		labels[t.ID] = t.Label
	}
	for c, err := range p.report.Comments() {
		if err != nil {
			p.check(fmt.Errorf("reading the comments: %w", err))
			return left
		}
		if p.row >= p.rowLimit {
			left++
			continue
		}
		texts := [...]string{c.Text, findings.RoleWords(p.Language, c.Role), c.Question, p.codes(c.Codes, labels)}
		styles := [...]int{p.styles.text, p.textStyle(c.Role), p.styles.text, p.styles.text}
		high := 1
		for i, s := range texts {
			if s != "" {
				high = max(high, look.Lines(s, commentColumns[i].width-1, 10))
			}
		}
		p.body.Begin(p.row, min(13*float64(high)+4, excelize.MaxRowHeight))
		for i, s := range texts {
			p.body.Text(i+1, styles[i], s)
		}
		p.row++
	}
	return left
}

// codes lists a comment's themes with their tones: "Trust (concern); Meals (wish)".
func (b *book) codes(codes []findings.Code, labels map[string]string) string {
	var out strings.Builder
	for i, c := range codes {
		if i > 0 {
			out.WriteString("; ")
		}
		label, ok := labels[c.Theme]
		if !ok {
			label = c.Theme
		}
		out.WriteString(label)
		if c.Tone != "" {
			out.WriteString(" (" + findings.ToneWord(b.Language, c.Tone) + ")")
		}
	}
	return out.String()
}
