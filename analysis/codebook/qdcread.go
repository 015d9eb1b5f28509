package codebook

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf16"

	"commonground/analysis/survey"
	"commonground/analysis/text"
)

// labelled are the lines of a description that belong to a theme's lists.
var labelled = map[string]func(t *Theme, s string){
	"include":              func(t *Theme, s string) { t.Include = append(t.Include, s) },
	"exclude":              func(t *Theme, s string) { t.Exclude = append(t.Exclude, s) },
	"example (en)":         func(t *Theme, s string) { t.example(survey.English, s, false) },
	"example (es)":         func(t *Theme, s string) { t.example(survey.Spanish, s, false) },
	"counter-example (en)": func(t *Theme, s string) { t.example(survey.English, s, true) },
	"counter-example (es)": func(t *Theme, s string) { t.example(survey.Spanish, s, true) },
}

func (t *Theme) example(lang survey.Lang, s string, counter bool) {
	t.Examples = append(t.Examples, Example{Lang: lang, Text: s, Counter: counter})
}

// ReadQDC reads a REFI-QDA codebook, as programs of qualitative analysis write
// it, or the codebook of a REFI-QDA project. A code that holds codes is the group of all
// within it. Themes come without patterns: Write adds some. name is the file's, for errors, and
// gives the codebook its title.
func ReadQDC(r io.Reader, name, title string) (*Codebook, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	book, err := decodeQDC(data)
	if err != nil {
		return nil, fmt.Errorf("%s: not readable as a REFI-QDA codebook: %w", name, err)
	}
	return fromQDA(book.Codes, setsOf(book.Sets), name, title)
}

// FromQDA makes a codebook of codes, as ReadQDC does.
func FromQDA(codes []QDACode, name, title string) (*Codebook, error) {
	return fromQDA(codes, nil, name, title)
}

// fromQDA is given the groups of codes by their GUIDs, besides the codes that
// hold others.
func fromQDA(codes []QDACode, groups map[string]string, name, title string) (*Codebook, error) {
	b := &Codebook{ID: Slug(title), Title: title, Version: "1"}
	if b.ID == "" {
		b.ID = "imported"
	}
	codes = unwrap(codes)
	for i := range codes {
		b.gather(&codes[i], groups[bare(codes[i].GUID)])
	}
	if len(b.Themes) == 0 {
		return nil, fmt.Errorf("%s: there is no code in it", name)
	}
	return b, nil
}

// decodeQDC finds the codebook in a file, wherever it stands.
func decodeQDC(data []byte) (*qdcBook, error) {
	d := xml.NewDecoder(bytes.NewReader(fromUTF16(data)))
	d.CharsetReader = charset
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil, errors.New("it has no element CodeBook")
		}
		if err != nil {
			return nil, err
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == "CodeBook" {
			var book qdcBook
			start.Name.Space = ""
			return &book, d.DecodeElement(&book, &start)
		}
	}
}

// fromUTF16 turns a file that begins with the mark of UTF-16 into UTF-8.
func fromUTF16(data []byte) []byte {
	var little bool
	switch {
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}):
		little = true
	case !bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		return bytes.TrimPrefix(data, []byte("\ufeff"))
	}
	var units []uint16
	for pair := range slices.Chunk(data[2:len(data)/2*2], 2) {
		if little {
			units = append(units, uint16(pair[1])<<8|uint16(pair[0]))
		} else {
			units = append(units, uint16(pair[0])<<8|uint16(pair[1]))
		}
	}
	return []byte(string(utf16.Decode(units)))
}

// charset reads what fromUTF16 has turned into UTF-8 already, and Latin-1.
func charset(label string, r io.Reader) (io.Reader, error) {
	switch label = strings.ToLower(label); label {
	case "utf-16", "utf-16le", "utf-16be", "us-ascii", "ascii":
		return r, nil
	case "iso-8859-1", "latin1":
		data, err := io.ReadAll(r)
		runes := make([]rune, len(data))
		for i, c := range data {
			runes[i] = rune(c)
		}
		return strings.NewReader(string(runes)), err
	}
	return nil, fmt.Errorf("it is encoded as %s; save it as UTF-8", label)
}

// unwrap takes the codes out of the single outer one that some programs put
// around all of them.
func unwrap(codes []QDACode) []QDACode {
	outer := []string{"nodes", "codes", "code system", "codesystem", "codebook", "code tree"}
	for len(codes) == 1 && len(codes[0].Codes) > 0 && slices.Contains(outer, strings.ToLower(strings.TrimSpace(codes[0].Name))) {
		codes = codes[0].Codes
	}
	return codes
}

// setsOf returns, for each code in a set, the first set's name.
func setsOf(sets *qdcSets) map[string]string {
	of := map[string]string{}
	if sets == nil {
		return of
	}
	for _, s := range sets.Sets {
		for _, m := range s.Members {
			if _, ok := of[bare(m.GUID)]; !ok {
				of[bare(m.GUID)] = unbroken(s.Name)
			}
		}
	}
	return of
}

// bare is a GUID without the braces that some programs put around it.
func bare(guid string) string { return strings.ToLower(strings.Trim(guid, " {}")) }

// gather adds a code and those within it.
func (b *Codebook) gather(c *QDACode, group string) {
	name := unbroken(c.Name)
	if group == "" && len(c.Codes) > 0 {
		group = name
	}
	if c.codable() {
		t := Theme{Label: name, Group: group}
		t.parse(c.Description)
		t.ID = b.unused(t.ID, name)
		if t.Label == "" {
			t.Label = t.ID
		}
		b.Themes = append(b.Themes, t)
	}
	for i := range c.Codes {
		b.gather(&c.Codes[i], group)
	}
}

// codable reports whether texts can be given the code. Where a file doesn't
// say, those that hold others can't.
func (c *QDACode) codable() bool {
	switch strings.ToLower(strings.TrimSpace(c.Codable)) {
	case "true", "1", "yes":
		return true
	case "false", "0", "no":
		return false
	}
	return len(c.Codes) == 0
}

// parse takes apart what describe wrote, and takes all other lines for the
// definition.
func (t *Theme) parse(description string) {
	var rest []string
	for l := range strings.Lines(description) {
		label, s, ok := strings.Cut(l, ":")
		label, s = strings.ToLower(strings.TrimSpace(label)), unbroken(s)
		add := labelled[label]
		switch {
		case ok && s != "" && add != nil:
			add(t, s)
		case ok && s != "" && label == strings.ToLower(idLabel):
			t.ID = Slug(s)
		default:
			rest = append(rest, l)
		}
	}
	t.Definition = unbroken(strings.Join(rest, " "))
}

// unused returns an ID that no theme has yet: the given one, or one made of
// the name, with a number where that is taken.
func (b *Codebook) unused(id, name string) string {
	if id == "" {
		id = Slug(name)
	}
	if id == "" {
		id = "theme"
	}
	free := id
	for n := 2; b.theme(free) != nil; n++ {
		free = fmt.Sprintf("%s-%d", id, n)
	}
	return free
}

// Slug makes an ID of a name: "Class size" becomes "class-size".
func Slug(name string) string {
	var words []string
	for _, w := range text.Words(nil, name) {
		if s := strings.Trim(strings.Map(idLetter, text.Fold(name[w.Start:w.End])), "-"); s != "" {
			words = append(words, s)
		}
	}
	return strings.Join(words, "-")
}

func idLetter(r rune) rune {
	if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
		return r
	}
	return -1
}
