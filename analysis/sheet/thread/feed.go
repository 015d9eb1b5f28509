package thread

import (
	"bufio"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
)

const (
	exportLimit = 256 << 20 // bytes of an XML export: a decade of a busy blog has 100 MB
	tokenLimit  = 4 << 20   // bytes of one text or tag, which is held in memory several times over; the longest novels have 3 MB
	depthLimit  = 200       // open elements: exports have a dozen
)

var (
	errExportTooLong = fmt.Errorf("the file has more than %d MiB: export it in parts, for example by year", exportLimit>>20)
	errTokenTooLong  = fmt.Errorf("a text or tag has more than %d MiB", tokenLimit>>20)
	errTooDeep       = fmt.Errorf("more than %d elements are nested", depthLimit)
)

// A feed reads an XML export token by token. It takes what isn't well formed as
// far as it can; entities of the file's own are never expanded.
type feed struct {
	*xml.Decoder
	guard    *guard
	notes    []string
	name     string // of the encoding
	brokenAt string // where the export can't be read on, and why, or ""
}

func openFeed(r io.Reader) *feed {
	text, name := decoded(bufio.NewReaderSize(&limited{r: r, left: exportLimit}, headSize))
	br := bufio.NewReaderSize(text, headSize)
	f := &feed{name: name}
	head, _ := br.Peek(headSize)
	if start := feedStart(head); start > 0 {
		br.Discard(start)
		if len(bytes.TrimSpace(head[:start])) > 0 {
			f.notes = append(f.notes, "What stands before the beginning of the export was skipped.")
		}
	}
	f.guard = &guard{source: &bounded{r: br}}
	f.guard.Decoder = xml.NewDecoder(f.guard.source)
	f.guard.Strict = false
	f.guard.Entity = xml.HTMLEntity
	f.guard.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // decoded already
	f.Decoder = xml.NewTokenDecoder(f.guard)
	return f
}

var feedStartRE = regexp.MustCompile(`<\?xml|<(?:rss|feed|disqus)[\s>]`)

// feedStart is where the XML begins, behind warnings of the program that wrote
// it and the like.
func feedStart(head []byte) int {
	if at := feedStartRE.FindIndex(head); at != nil {
		return at[0]
	}
	return 0
}

// each calls start for each element and end behind each that start didn't read
// whole, until the outermost ends. What can't be read ends the export, with a note; errors of start stop.
func (f *feed) each(start func(xml.StartElement) error, end func(name string)) error {
	for {
		t, err := f.Token()
		if err == nil {
			switch t := t.(type) {
			case xml.StartElement:
				err = start(t)
			case xml.EndElement:
				if end(t.Name.Local); len(f.guard.open) == 0 {
					return nil
				}
			}
		}
		switch {
		case err == io.EOF:
			return nil
		case errors.Is(err, errTooMuch), errors.Is(err, errExportTooLong):
			return err
		case err != nil:
			return f.broken(err)
		}
	}
}

// broken says how far the export could be read. An error of the file itself,
// rather than of what it says, is returned.
func (f *feed) broken(err error) error {
	var syntax *xml.SyntaxError
	var unmarshal xml.UnmarshalError
	why := ""
	switch {
	case errors.As(err, &syntax):
		why = syntax.Msg
	case errors.Is(err, errTooDeep), errors.Is(err, errTokenTooLong), errors.As(err, &unmarshal):
		why = err.Error()
	case errors.Is(err, io.ErrUnexpectedEOF):
		why = "unexpected EOF"
	default:
		return err
	}
	if strings.Contains(why, "EOF") {
		why = "it ends in the middle, as if cut off"
	}
	line, _ := f.guard.InputPos()
	f.brokenAt = fmt.Sprintf("line %d (%s)", line, why)
	return nil
}

// A guard is the tokens of a decoder, unless they are too long or too deep. It
// ends elements whose end is missing where the end of one around them comes, and
// drops ends without a beginning.
type guard struct {
	*xml.Decoder
	source *bounded
	open   []xml.Name
	ending xml.Name // while those within it are ended
}

func (g *guard) Token() (xml.Token, error) {
	for {
		if g.ending.Local != "" {
			return g.end(), nil
		}
		g.source.left = tokenLimit
		t, err := g.RawToken()
		switch t := t.(type) {
		case xml.StartElement:
			if g.open = append(g.open, t.Name); len(g.open) > depthLimit {
				return nil, errTooDeep
			}
		case xml.EndElement:
			if slices.Contains(g.open, t.Name) {
				g.ending = t.Name
			}
			continue
		}
		return t, err
	}
}

// end ends the last open element.
func (g *guard) end() xml.Token {
	last := len(g.open) - 1
	name := g.open[last]
	g.open = g.open[:last]
	if name == g.ending {
		g.ending = xml.Name{}
	}
	return xml.EndElement{Name: name}
}

// bounded gives left bytes and then fails.
type bounded struct {
	r    *bufio.Reader
	left int
}

func (b *bounded) ReadByte() (byte, error) {
	if b.left--; b.left < 0 {
		return 0, errTokenTooLong
	}
	return b.r.ReadByte()
}

func (b *bounded) Read(p []byte) (int, error) {
	p = p[:min(len(p), max(b.left, 0))]
	if len(p) == 0 {
		return 0, errTokenTooLong
	}
	n, err := b.r.Read(p)
	b.left -= n
	return n, err
}

// limited fails where the file goes on behind its limit.
type limited struct {
	r    io.Reader
	left int64
}

func (l *limited) Read(p []byte) (int, error) {
	n, err := l.r.Read(p)
	if l.left -= int64(n); l.left < 0 {
		return 0, errExportTooLong
	}
	return n, err
}

// A markup is what an element holds, as HTML: its text is markup that was
// escaped, and elements that weren't are markup too.
type markup string

// UnmarshalXML reads the element to its end.
func (m *markup) UnmarshalXML(d *xml.Decoder, _ xml.StartElement) error {
	var b strings.Builder
	for depth := 1; depth > 0; {
		t, err := d.Token()
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.CharData:
			b.Write(t)
		case xml.StartElement:
			depth++
			b.WriteString("<" + t.Name.Local + ">")
		case xml.EndElement:
			if depth--; depth > 0 {
				b.WriteString("</" + t.Name.Local + ">")
			}
		}
		if b.Len() > tokenLimit {
			return errTokenTooLong
		}
	}
	*m = markup(b.String())
	return nil
}

// text is the markup as plain text; without paragraphs and <br> its line ends
// count.
func (m markup) text() string {
	return plainText(string(m), !blockRE.MatchString(string(m)))
}

var blockRE = regexp.MustCompile(`(?i)<(?:p|br|div)[\s/>]`)
