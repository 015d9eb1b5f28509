package codebook

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

// A QDACode is a code as REFI-QDA has it: a theme, a group that holds its themes,
// or something else that texts are marked with.
type QDACode struct {
	GUID        string    `xml:"guid,attr"`
	Name        string    `xml:"name,attr"`
	Codable     string    `xml:"isCodable,attr"` // "true" where texts can be given it
	Description string    `xml:"Description,omitempty"`
	Codes       []QDACode `xml:"Code"`
}

// The other elements of a REFI-QDA codebook (Codebook.xsd 1.0 of qdasoftware.org),
// by local name alone: programs write them in several name spaces.
type (
	qdcBook struct {
		XMLName xml.Name  `xml:"CodeBook"`
		Space   string    `xml:"xmlns,attr"`
		Origin  string    `xml:"origin,attr,omitempty"`
		Codes   []QDACode `xml:"Codes>Code"`
		Sets    *qdcSets  `xml:"Sets"` // nil for none: the schema has no empty ones
	}
	qdcSets struct {
		Sets []qdcSet `xml:"Set"`
	}
	qdcSet struct {
		Name    string      `xml:"name,attr"`
		Members []qdcMember `xml:"MemberCode"`
	}
	qdcMember struct {
		GUID string `xml:"guid,attr"`
	}
)

const qdcSpace = "urn:QDA-XML:codebook:1.0"

// WriteQDC writes the codebook for programs of qualitative analysis, as
// REFI-QDA has it. Groups are codes that hold their themes. Patterns are left
// behind: no such program knows what to do with them.
func (b *Codebook) WriteQDC(w io.Writer) error {
	book := qdcBook{Space: qdcSpace, Origin: "commonground", Codes: b.QDACodes()}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	out := xml.NewEncoder(w)
	out.Indent("", "  ")
	if err := out.Encode(book); err != nil {
		return fmt.Errorf("writing codebook %s: %w", b.ID, err)
	}
	_, err := io.WriteString(w, "\n")
	return err
}

// QDACodes returns the themes as codes, within the codes of their groups.
func (b *Codebook) QDACodes() []QDACode {
	var codes []QDACode
	groups := map[string]int{} // where a group's code stands
	for i := range b.Themes {
		t := &b.Themes[i]
		code := QDACode{GUID: b.guid("theme", t.ID), Name: t.Label, Codable: "true", Description: t.describe()}
		if t.Group == "" {
			codes = append(codes, code)
			continue
		}
		at, ok := groups[t.Group]
		if !ok {
			at = len(codes)
			groups[t.Group] = at
			codes = append(codes, QDACode{GUID: b.guid("group", t.Group), Name: t.Group, Codable: "false"})
		}
		codes[at].Codes = append(codes[at].Codes, code)
	}
	return codes
}

func (b *Codebook) guid(what, id string) string {
	return GUID("codebook/" + b.ID + "/" + what + "/" + id)
}

// ThemeID returns the ID of the theme that a code was made of, as its
// description has it; "" where it names none.
func (c *QDACode) ThemeID() string {
	for l := range strings.Lines(c.Description) {
		if label, id, ok := strings.Cut(l, ":"); ok && strings.TrimSpace(label) == idLabel {
			return unbroken(id)
		}
	}
	return ""
}

// idLabel begins the line of a description that holds the theme's ID. The
// other lines are labelled by what lines calls them.
const idLabel = "Id"

// describe puts what a theme means into one text: its definition, then a
// labelled line for each of the rest.
func (t *Theme) describe() string {
	var b strings.Builder
	if t.Definition != "" {
		b.WriteString(unbroken(t.Definition) + "\n\n")
	}
	for _, l := range t.lines() {
		if _, ok := labelled[l.what]; ok {
			fmt.Fprintf(&b, "%s: %s\n", strings.ToUpper(l.what[:1])+l.what[1:], unbroken(l.text))
		}
	}
	fmt.Fprintf(&b, "%s: %s", idLabel, t.ID)
	return b.String()
}

// unbroken writes a text in one line.
func unbroken(s string) string { return strings.Join(strings.Fields(s), " ") }
