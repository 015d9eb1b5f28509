package qda

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"time"

	"commonground/analysis/codebook"
	"commonground/analysis/sheet/markup"
)

const (
	// projectLimit is what the XML may grow to: 100,000 respondents take half
	// of it. Beyond it is no survey but a zip bomb.
	projectLimit = 1 << 30
	// textLimit is what one text may grow to, and textsLimit all of them.
	textLimit  = 64 << 20
	textsLimit = 1 << 30
)

var errTooLarge = errors.New("it would unpack to more than any survey needs")

// IsProject reports whether a file is a REFI-QDA project, by what is in it.
func IsProject(r io.ReaderAt, size int64) bool {
	dir, err := zip.NewReader(r, size)
	return err == nil && projectPart(dir) != nil
}

func projectPart(dir *zip.Reader) *zip.File {
	for _, part := range dir.File {
		if strings.EqualFold(path.Ext(part.Name), ".qde") {
			return part
		}
	}
	return nil
}

// A file is a project as it was read: all that has to do with codes.
type file struct {
	users     map[string]string // names by GUID
	codes     []codebook.QDACode
	variables map[string]string // names by GUID
	cases     []fileCase
	sources   []fileSource
	others    int // pictures, PDFs, audio and video files
	notes     int
	links     int

	parts map[string]*zip.File // by name in lower case
	room  int64                // for texts
}

type (
	fileCase struct {
		Codes  []reference `xml:"CodeRef"`
		Values []struct {
			Variable reference `xml:"VariableRef"`
			Integer  string    `xml:"IntegerValue"`
		} `xml:"VariableValue"`
		Sources []reference `xml:"SourceRef"`
	}
	fileSource struct {
		GUID       string          `xml:"guid,attr"`
		Name       string          `xml:"name,attr"`
		Path       string          `xml:"plainTextPath,attr"`
		Content    string          `xml:"PlainTextContent"`
		Codings    []fileCoding    `xml:"Coding"`
		Selections []fileSelection `xml:"PlainTextSelection"`
	}
	fileSelection struct {
		Start   int          `xml:"startPosition,attr"`
		End     int          `xml:"endPosition,attr"`
		Codings []fileCoding `xml:"Coding"`
	}
	fileCoding struct {
		GUID string    `xml:"guid,attr"`
		User string    `xml:"creatingUser,attr"`
		When string    `xml:"creationDateTime,attr"`
		Code reference `xml:"CodeRef"`
	}
	reference struct {
		GUID string `xml:"targetGUID,attr"`
	}
)

// open reads a project, but for its texts.
func open(name string, r io.ReaderAt, size int64) (*file, error) {
	dir, err := zip.NewReader(r, size)
	if err != nil {
		return nil, fmt.Errorf("%s: the project is damaged or not completely downloaded: export it again from the program that made it", name)
	}
	part := projectPart(dir)
	if part == nil {
		return nil, fmt.Errorf("%s: it is not a REFI-QDA project, for it has no .qde file: export the project as REFI-QDA (.qdpx)", name)
	}
	f := &file{users: map[string]string{}, variables: map[string]string{}, parts: map[string]*zip.File{}, room: textsLimit}
	for _, p := range dir.File {
		f.parts[strings.ToLower(path.Base(strings.ReplaceAll(p.Name, `\`, "/")))] = p
	}
	data, err := unpack(part, projectLimit)
	if err == nil {
		err = f.read(data)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: reading %s: %w", name, part.Name, err)
	}
	return f, nil
}

// unpack returns what is in a part of a zip file, if it is not more than limit.
func unpack(part *zip.File, limit int64) ([]byte, error) {
	const encrypted = 1 // bit 0 of the general purpose flags (APPNOTE.TXT, 4.4.4)
	if part.Flags&encrypted != 0 {
		return nil, errors.New("it is protected with a password: export it again without one")
	}
	if part.UncompressedSize64 > uint64(limit) {
		return nil, errTooLarge
	}
	r, err := part.Open()
	if err != nil {
		return nil, markup.Plain(err)
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err == nil && int64(len(data)) > limit {
		err = errTooLarge
	}
	return data, markup.Plain(err)
}

// read goes through the project's elements.
func (f *file) read(data []byte) error {
	d := xml.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if start, ok := token.(xml.StartElement); ok {
			if err := f.element(d, start); err != nil {
				return err
			}
		}
	}
}

// element reads the elements that matter whole, and goes into the others.
func (f *file) element(d *xml.Decoder, start xml.StartElement) error {
	switch start.Name.Local {
	case "User":
		f.users[bare(attribute(start, "guid"))] = attribute(start, "name")
	case "Codes":
		var all struct {
			Codes []codebook.QDACode `xml:"Code"`
		}
		err := d.DecodeElement(&all, &start)
		f.codes = append(f.codes, all.Codes...)
		return err
	case "Variable":
		f.variables[bare(attribute(start, "guid"))] = attribute(start, "name")
	case "Case":
		f.cases = append(f.cases, fileCase{})
		return d.DecodeElement(&f.cases[len(f.cases)-1], &start)
	case "TextSource":
		f.sources = append(f.sources, fileSource{})
		return d.DecodeElement(&f.sources[len(f.sources)-1], &start)
	case "PictureSource", "PDFSource", "AudioSource", "VideoSource":
		f.others++
		return d.Skip()
	case "Note":
		f.notes++
		return d.Skip()
	case "Link":
		f.links++
		return d.Skip()
	}
	return nil
}

func attribute(start xml.StartElement, name string) string {
	for _, a := range start.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// bare is a GUID without the braces that some programs put around it.
func bare(guid string) string { return strings.ToLower(strings.Trim(guid, " {}")) }

// text returns the text of a source.
func (f *file) text(s *fileSource) (string, error) {
	if s.Path == "" {
		return s.Content, nil
	}
	part := f.parts[strings.ToLower(path.Base(strings.ReplaceAll(s.Path, `\`, "/")))]
	if part == nil {
		return "", fmt.Errorf("the text of %q is not in the file: %s", s.Name, s.Path)
	}
	data, err := unpack(part, min(textLimit, f.room))
	f.room -= int64(len(data))
	if err != nil {
		return "", fmt.Errorf("the text of %q, %s: %w", s.Name, part.Name, err)
	}
	return string(bytes.TrimPrefix(data, []byte("\ufeff"))), nil
}

func (c *fileCoding) when() time.Time {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05"} {
		if t, err := time.Parse(layout, c.When); err == nil {
			return t.UTC()
		}
	}
	return time.Time{}
}

// Codebook reads the codebook of a project, without the codes that stand for
// tones and questions.
func Codebook(name string, r io.ReaderAt, size int64, title string) (*codebook.Codebook, error) {
	f, err := open(name, r, size)
	if err != nil {
		return nil, err
	}
	return codebook.FromQDA(themesAlone(f.codes), name, cmp.Or(title, programName))
}

// themesAlone leaves out the codes that Write adds to those of a codebook.
func themesAlone(codes []codebook.QDACode) []codebook.QDACode {
	var kept []codebook.QDACode
	for _, c := range codes {
		if isOurs(&c) {
			continue
		}
		var within []codebook.QDACode
		for _, sub := range c.Codes {
			if _, tone := toneOf(c.Name, &sub); !tone {
				within = append(within, sub)
			}
		}
		c.Codes = themesAlone(within)
		kept = append(kept, c)
	}
	return kept
}

// isOurs reports whether a code marks answers, or holds codes that do.
func isOurs(c *codebook.QDACode) bool {
	marks := func(c *codebook.QDACode) bool {
		return described(c, questionLabel) != "" || described(c, markLabel) != ""
	}
	return marks(c) || len(c.Codes) > 0 && marks(&c.Codes[0])
}

// Untouched reports whether a project is as Write wrote it: every program that
// writes one says that it did.
func Untouched(name string, r io.ReaderAt, size int64) (bool, error) {
	fail := func(err error) (bool, error) { return false, fmt.Errorf("%s: looking who wrote it: %w", name, err) }
	dir, err := zip.NewReader(r, size)
	if err != nil {
		return fail(markup.Plain(err))
	}
	part := projectPart(dir)
	if part == nil {
		return fail(errors.New("it has no .qde file"))
	}
	data, err := part.Open()
	if err != nil {
		return fail(markup.Plain(err))
	}
	defer data.Close()
	d := xml.NewDecoder(data)
	for {
		token, err := d.Token()
		if err != nil {
			return fail(markup.Plain(err))
		}
		if start, ok := token.(xml.StartElement); ok {
			return attribute(start, "origin") == programName, nil
		}
	}
}
