package review

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"time"
)

// A goldLine is one comment as a file of JSON lines has it.
type goldLine struct {
	ID         goldName                     `json:"id"`
	Respondent goldName                     `json:"respondent"`
	Role       string                       `json:"role"`
	Question   string                       `json:"question"`
	Text       string                       `json:"text"`
	Lang       string                       `json:"lang"`
	Set        string                       `json:"set"`
	NoContent  *bool                        `json:"no_content"`
	Codes      map[string]string            `json:"codes"`
	Coder      string                       `json:"coder"`
	When       time.Time                    `json:"when"`
	Coders     map[string]map[string]string `json:"coders"`
}

// A goldName is a string, or a number that serves as one.
type goldName string

func (n *goldName) UnmarshalJSON(data []byte) error {
	if data[0] == '"' {
		return json.Unmarshal(data, (*string)(n))
	}
	var number json.Number
	err := json.Unmarshal(data, &number)
	*n = goldName(number)
	return err
}

// readLines reads one comment a line: a decision for what "codes" says, and one
// for each of "coders".
func (g *goldReader) readLines(r io.Reader) error {
	for i := range g.coded {
		g.coded[i] = true
	}
	lines := bufio.NewReader(r)
	for row := 1; ; row++ {
		line, err := lines.ReadBytes('\n')
		if line = bytes.TrimSpace(bytes.TrimPrefix(line, []byte("\ufeff"))); len(line) > 0 {
			g.readLine(line, row)
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s:%d: %w", g.file.File, row, err)
		}
	}
}

func (g *goldReader) readLine(data []byte, row int) {
	var l goldLine
	if err := json.Unmarshal(data, &l); err != nil {
		g.fail(fmt.Errorf("%s:%d: the line is not a comment with its codes as JSON: %w", g.file.File, row, err))
		return
	}
	if l.Codes == nil && l.Coders == nil {
		g.fail(fmt.Errorf(`%s:%d: the comment has no "codes"; write "codes": {} where it has no theme`, g.file.File, row))
		return
	}
	d := Decision{
		Comment: Comment{ID: string(l.ID), Respondent: string(l.Respondent), Role: l.Role, Question: l.Question, Lang: l.Lang, Set: l.Set, Text: l.Text},
		Coder:   l.Coder, When: l.When, Checked: true, Row: row,
	}
	if l.NoContent != nil {
		d.NoContent, g.file.NonAnswers = *l.NoContent, true
	}
	if l.Codes != nil {
		d.Codes, d.Open = g.codes(l.Codes, row)
		d.Common = len(l.Coders) > 0
		g.file.All = append(g.file.All, d)
	}
	d.Common = false
	for _, d.Coder = range slices.Sorted(maps.Keys(l.Coders)) {
		d.Codes, d.Open = g.codes(l.Coders[d.Coder], row)
		g.file.All = append(g.file.All, d)
	}
}

// codes puts tones by theme into the order of the codebook, and apart from what
// is left open.
func (g *goldReader) codes(tones map[string]string, row int) (codes []Code, open []string) {
	cells := make([]*string, len(g.themes))
	for _, name := range slices.Sorted(maps.Keys(tones)) {
		cell := tones[name]
		switch i := g.theme(name); {
		case i < 0:
			g.strange[name]++
		case cells[i] != nil:
			g.fail(fmt.Errorf("%s:%d: theme %q stands there twice", g.file.File, row, g.themes[i].ID))
		default:
			cells[i] = &cell
		}
	}
	for i, t := range g.themes {
		if cells[i] == nil {
			continue
		}
		cell := *cells[i]
		if isOpen(cell) {
			open = append(open, t.ID)
			continue
		}
		code, found, err := parseCode(t.ID, cell)
		if err != nil {
			g.fail(fmt.Errorf("%s:%d: theme %q: %w", g.file.File, row, t.ID, err))
		}
		if found {
			codes = append(codes, code)
		}
	}
	return codes, open
}
