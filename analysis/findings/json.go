package findings

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"time"

	"commonground/analysis/say"
	"commonground/analysis/stats"
)

// WriteJSON writes the report as the package comment describes, without its
// Comments. The same report gives the same bytes.
func (r *Report) WriteJSON(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(newDocument(r)); err != nil {
		return fmt.Errorf("writing findings as JSON: %w", err)
	}
	return nil
}

// ReadJSON reads what WriteJSON wrote. The report has no Comments, and lists
// that were nil may be empty.
func ReadJSON(r io.Reader) (*Report, error) {
	dec := json.NewDecoder(r)
	dec.DisallowUnknownFields()
	var d document
	if err := dec.Decode(&d); err != nil {
		return nil, fmt.Errorf("reading findings from JSON: %w", err)
	}
	return d.report(), nil
}

// document is a Report as JSON has it: no list in it is nil.
type document struct {
	Lang     say.Language `json:"lang"`
	Title    string       `json:"title"`
	Made     *time.Time   `json:"made"`
	Summary  []string     `json:"summary"`
	Sources  []Source     `json:"sources"`
	Sections []Section    `json:"sections"`
	Codebook []Theme      `json:"codebook"`
	Method   []Note       `json:"method"`
	Notes    []Note       `json:"notes"`
	Withheld []Withheld   `json:"withheld"`
}

func newDocument(r *Report) document {
	d := document{
		Lang:    r.Lang,
		Title:   r.Title,
		Summary: list(r.Summary),
		Sources: each(r.Sources, func(s *Source) {
			s.Refused = list(s.Refused)
			s.Notes = list(s.Notes)
		}),
		Sections: each(r.Sections, func(s *Section) {
			s.Findings = each(s.Findings, fillFinding)
		}),
		Codebook: each(r.Codebook, func(t *Theme) {
			t.Include = list(t.Include)
			t.Exclude = list(t.Exclude)
			t.Ask = list(t.Ask)
			t.Practices = list(t.Practices)
		}),
		Method: list(r.Method),
		Notes:  list(r.Notes), Withheld: list(r.Withheld),
	}
	if !r.Made.IsZero() {
		made := r.Made.UTC()
		d.Made = &made
	}
	return d
}

func fillFinding(f *Finding) {
	f.Table.Columns = list(f.Table.Columns)
	f.Table.Rows = each(f.Table.Rows, func(row *[]Cell) { *row = list(*row) })
	if f.Figure != nil {
		figure := *f.Figure
		figure.Values = list(figure.Values)
		f.Figure = &figure
	}
	f.Tests = list(f.Tests)
	f.Quotes = list(f.Quotes)
	f.Notes = list(f.Notes)
}

func (d *document) report() *Report {
	r := &Report{
		Lang: d.Lang, Title: d.Title, Summary: d.Summary, Sources: d.Sources, Sections: d.Sections,
		Codebook: d.Codebook, Method: d.Method, Notes: d.Notes, Withheld: d.Withheld,
	}
	if d.Made != nil {
		r.Made = *d.Made
	}
	return r
}

// list returns s, or an empty slice for nil.
func list[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

// each returns a copy of s, never nil, with its elements changed.
func each[T any](s []T, change func(*T)) []T {
	s = list(slices.Clone(s))
	for i := range s {
		change(&s[i])
	}
	return s
}

// cell is a Cell as JSON has it.
type cell struct {
	Label     string       `json:"label"`
	Key       string       `json:"key"`
	Number    stats.Number `json:"number"`
	Bound     Bound        `json:"bound"`
	Low       stats.Number `json:"low"`
	High      stats.Number `json:"high"`
	Base      *int64       `json:"base"`
	Hidden    bool         `json:"hidden"`
	Estimated bool         `json:"estimated"`
	Caveats   []string     `json:"caveats"`
}

// MarshalJSON writes NaN and a base of 0 as null, and of a withheld cell nothing else.
func (c Cell) MarshalJSON() ([]byte, error) {
	if c.Hidden {
		c = HiddenCell()
	}
	out := cell{
		Label: c.Label, Key: c.Key, Number: stats.Number(c.Number), Bound: c.Bound, Low: stats.Number(c.Low), High: stats.Number(c.High),
		Hidden: c.Hidden, Caveats: list(c.Caveats), Estimated: c.Estimated,
	}
	if c.Base != 0 {
		out.Base = &c.Base
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false) // json.Marshal would, for every report that holds the cell
	err := enc.Encode(out)
	return b.Bytes(), err
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (c *Cell) UnmarshalJSON(data []byte) error {
	var in cell
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	*c = Cell{
		Label: in.Label, Key: in.Key, Number: float64(in.Number), Bound: in.Bound, Low: float64(in.Low), High: float64(in.High),
		Hidden: in.Hidden, Caveats: in.Caveats, Estimated: in.Estimated,
	}
	if in.Base != nil {
		c.Base = *in.Base
	}
	return nil
}
