package html

import (
	"encoding/base64"
	"fmt"
	"html/template"
	"slices"
	"strconv"
	"strings"

	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/report/chart"
	"commonground/report/internal/story"
)

// A view is a report as the page's template takes it.
type view struct {
	*findings.Report
	Made      string
	Logo      template.URL // with the picture itself; "" for none
	Roles     []role       // whose words are quoted, for the filter
	Highlight *quote
	Themes    []theme
	Sections  []section
	Refused   int // rows, of all sources
}

// A role is that of people, or the roles of those who have several.
type role struct{ Key, Name string }

type section struct {
	findings.Section
	Findings []finding
}

// A finding is a finding with its chart and table as the page shows them.
type finding struct {
	*findings.Finding
	Chart   template.HTML // empty where nothing is drawn
	Columns []column
	Rows    [][]cell
	Quotes  []quote
}

type column struct {
	Name string
	Text bool // its cells are labels
}

// A cell is a cell's text and what to sort it by.
type cell struct {
	Text     string
	Interval string
	Sort     string
	Head     bool // names its row
	Number   bool
	Hidden   bool
	Caveats  string
}

type quote struct {
	findings.Quote
	Words, By, Spoken string // Spoken is its tone
}

// A theme is a card of a theme: what it means, how many spoke of it, how.
type theme struct {
	story.Theme
	Quotes []quote
}

func newView(r *findings.Report) (*view, error) {
	v := &view{Report: r}
	if !r.Made.IsZero() {
		v.Made = r.Lang.Day(r.Made.UTC())
	}
	if r.Logo != nil {
		v.Logo = template.URL("data:image/" + r.Logo.Kind + ";base64," + base64.StdEncoding.EncodeToString(r.Logo.Data))
	}
	for _, s := range r.Sources {
		v.Refused += len(s.Refused)
	}
	for _, t := range story.Themes(r, len(r.Codebook)) {
		v.Themes = append(v.Themes, theme{t, v.quotes(t.Quotes)})
	}
	for _, s := range r.Sections {
		one := section{Section: s}
		for i := range s.Findings {
			f, err := v.finding(&s.Findings[i])
			if err != nil {
				return nil, err
			}
			switch s.ID {
			case "highlight":
				if len(f.Quotes) > 0 {
					v.Highlight = &f.Quotes[0]
				}
			case "quotes": // they stand with their themes
			default:
				one.Findings = append(one.Findings, f)
			}
		}
		if len(one.Findings) > 0 {
			v.Sections = append(v.Sections, one)
		}
	}
	return v, nil
}

// quotes are quotes as they are shown; their roles are noted for the filter.
func (v *view) quotes(all []findings.Quote) []quote {
	var shown []quote
	for _, q := range all {
		if one := (role{q.Role, findings.RoleWords(v.Lang, q.Role)}); q.Role != "" && !slices.Contains(v.Roles, one) {
			v.Roles = append(v.Roles, one)
		}
		shown = append(shown, quote{q, story.Words(q), story.By(v.Lang, q), findings.ToneWord(v.Lang, q.Tone)})
	}
	return shown
}

func (v *view) finding(f *findings.Finding) (finding, error) {
	out := finding{Finding: f, Quotes: v.quotes(f.Quotes)}
	if chart.Drawable(f) {
		var err error
		if out.Chart, err = picture(f, v.Lang); err != nil {
			return out, fmt.Errorf("drawing %s: %w", f.ID, err)
		}
	}
	for _, c := range f.Table.Columns {
		out.Columns = append(out.Columns, column{c.Name, c.Unit == findings.Label})
	}
	for _, row := range f.Table.Rows {
		var cells []cell
		for j, c := range row {
			one := newCell(v.Lang, f.Table.Columns[j], c)
			one.Head = j == 0
			cells = append(cells, one)
		}
		out.Rows = append(out.Rows, cells)
	}
	return out, nil
}

func newCell(l say.Language, column findings.Column, c findings.Cell) cell {
	v := story.Value{Lang: l, Column: column, Cell: c}
	out := cell{
		Text: v.Text(), Interval: v.Interval(), Hidden: c.Hidden,
		Number: column.Unit != findings.Label,
	}
	if !c.Hidden {
		out.Sort, out.Caveats = c.Label, strings.Join(c.Caveats, "; ")
	}
	if v.Shown() {
		out.Sort = strconv.FormatFloat(c.Number, 'g', -1, 64)
	}
	return out
}
