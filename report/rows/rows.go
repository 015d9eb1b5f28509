// Package rows writes the comments that may be shown as a table for other
// programs: one comment a row, as the workbook's sheet of comments has them,
// with a column for each theme that holds the tone in which the comment speaks
// of it. They are masked, and nothing links the rows of one person.
package rows

import (
	"bufio"
	"fmt"
	"io"

	"commonground/analysis/findings"
	"commonground/report/look"
)

// facts are the columns before those of the themes.
var facts = [...]struct {
	name string
	of   func(*findings.Comment) string
}{
	{"role", func(c *findings.Comment) string { return c.Role }},
	{"question", func(c *findings.Comment) string { return c.Question }},
	{"text", func(c *findings.Comment) string { return c.Text }},
}

// mark tells Excel that a CSV file is in UTF-8.
const mark = "\ufeff"

// WriteCSV writes a header, and a row for each comment. A text that a
// spreadsheet would run as a formula has a ' before it; texts are never cut.
func WriteCSV(r *findings.Report, w io.Writer) error {
	out := bufio.NewWriter(w)
	line := []byte(mark)
	for i, f := range facts {
		if i > 0 {
			line = append(line, ',')
		}
		line = look.AppendCSV(line, f.name)
	}
	for _, t := range r.Codebook {
		line = look.AppendCSV(append(line, ','), look.Inert(t.ID))
	}
	out.Write(append(line, '\n'))
	if err := each(r, func(c *findings.Comment, tones []string) error {
		line = line[:0]
		for i, f := range facts {
			if i > 0 {
				line = append(line, ',')
			}
			line = look.AppendCSV(line, look.Inert(f.of(c)))
		}
		for _, tone := range tones {
			line = look.AppendCSV(append(line, ','), tone)
		}
		_, err := out.Write(append(line, '\n'))
		return err
	}); err != nil {
		return fmt.Errorf("writing the comments as CSV: %w", err)
	}
	return out.Flush() // and what went wrong before
}

// each calls put with every comment and its tone of each theme, "" for none. The
// tones are valid until the next call.
func each(r *findings.Report, put func(c *findings.Comment, tones []string) error) error {
	if r.Comments == nil {
		return nil
	}
	column := make(map[string]int, len(r.Codebook))
	for i, t := range r.Codebook {
		column[t.ID] = i
	}
	tones := make([]string, len(r.Codebook))
	for c, err := range r.Comments() {
		if err != nil {
			return err
		}
		clear(tones)
		for _, code := range c.Codes {
			if i, ok := column[code.Theme]; ok {
				tones[i] = code.Tone
			}
		}
		if err := put(&c, tones); err != nil {
			return err
		}
	}
	return nil
}
