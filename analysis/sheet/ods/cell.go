package ods

import (
	"bytes"
	"errors"
	"strconv"

	"commonground/analysis/sheet/markup"
)

// cellContent is the content of the innermost open cell, read to its end: the
// value where there is one, for what is shown of it is rounded and translated.
func (s *scan) cellContent(e *markup.Token) (string, error) {
	if value := s.value(e); value != "" {
		return value, s.skip()
	}
	s.cell.reset()
	err := s.cellText()
	return string(s.cell.text), err
}

// value is the value that the cell's tag tells, or "". Errors of formulas have
// none: the text says what they are.
func (s *scan) value(e *markup.Token) string {
	var kind, number, date, clock, truth, written []byte
	for _, a := range e.Attrs {
		switch s.prefixes.of(a.Name) {
		case calcext:
			if string(a.Name.Local) == "value-type" && string(a.Value()) == "error" {
				return ""
			}
		case office:
			switch string(a.Name.Local) {
			case "value-type":
				kind = a.Value()
			case "value":
				number = a.Value()
			case "date-value":
				date = a.Value()
			case "time-value":
				clock = a.Value()
			case "boolean-value":
				truth = a.Value()
			case "string-value":
				written = a.Value()
			}
		}
	}
	switch string(kind) {
	case "float", "percentage", "currency":
		return plainNumber(string(number))
	case "date":
		return plainDate(string(date))
	case "time":
		return plainClock(string(clock))
	case "boolean":
		return plainTruth(string(truth))
	case "string":
		return string(written)
	}
	return ""
}

// cellText adds the text of the innermost open element, to its end. Comments on
// the cell, drawings and footnotes are no part of it.
func (s *scan) cellText() error {
	for {
		token, err := s.Next()
		if err != nil {
			return err
		}
		switch token.Kind {
		case markup.End:
			return nil
		case markup.Text:
			s.cell.addText(token)
		case markup.Start:
			err = s.textElement(token)
		}
		if err == nil && len(s.cell.text) > markup.TextLimit {
			err = markup.ErrLong
		}
		if err != nil {
			return err
		}
	}
}

func (s *scan) textElement(e *markup.Token) error {
	if s.prefixes.of(e.Name) != text {
		return s.skip()
	}
	switch string(e.Name.Local) {
	case "note", "ruby-text":
		return s.skip()
	case "p", "h":
		s.cell.begin()
		err := s.cellText()
		s.cell.inside = false
		return err
	case "s":
		n := 1
		if written := s.prefixes.attr(e, text, "c"); written != "" {
			var err error
			if n, err = strconv.Atoi(written); err != nil || n < 0 || n > markup.TextLimit {
				return errors.New("text:s tells no count of spaces")
			}
		}
		s.cell.add(bytes.Repeat([]byte{' '}, n)...)
	case "tab":
		s.cell.add('\t')
	case "line-break":
		s.cell.add('\n')
	}
	return s.cellText()
}

// A cellText gathers the paragraphs of a cell, with a line feed between them.
// White space stays as it is: OpenDocument says to make one space of it (1.3 part
// 3, 6.1.2), but LibreOffice's spreadsheets neither read nor write it so.
type cellText struct {
	text       []byte
	paragraphs int
	inside     bool // of a paragraph; what is written between them is no text
}

func (c *cellText) reset() { *c = cellText{text: c.text[:0]} }

func (c *cellText) begin() {
	if c.paragraphs++; c.paragraphs > 1 {
		c.text = append(c.text, '\n')
	}
	c.inside = true
}

func (c *cellText) addText(t *markup.Token) {
	if c.inside {
		c.text = t.AppendText(c.text)
	}
}

func (c *cellText) add(chars ...byte) {
	if c.inside {
		c.text = append(c.text, chars...)
	}
}
