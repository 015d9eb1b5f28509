package codebook

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

// The elements of a REFI-QDA codebook (Codebook.xsd 1.0 of qdasoftware.org), by
// local name alone: programs write them in several name spaces.
type (
	qdcBook struct {
		XMLName xml.Name  `xml:"CodeBook"`
		Space   string    `xml:"xmlns,attr"`
		Origin  string    `xml:"origin,attr,omitempty"`
		Codes   []qdcCode `xml:"Codes>Code"`
		Sets    *qdcSets  `xml:"Sets"` // nil for none: the schema has no empty ones
	}
	qdcCode struct {
		GUID        string    `xml:"guid,attr"`
		Name        string    `xml:"name,attr"`
		Codable     string    `xml:"isCodable,attr"`
		Description string    `xml:"Description,omitempty"`
		Codes       []qdcCode `xml:"Code"`
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
	book := qdcBook{Space: qdcSpace, Origin: "commonground"}
	groups := map[string]int{} // where a group's code stands
	for i := range b.Themes {
		t := &b.Themes[i]
		code := qdcCode{GUID: b.guid("theme", t.ID), Name: t.Label, Codable: "true", Description: t.describe()}
		if t.Group == "" {
			book.Codes = append(book.Codes, code)
			continue
		}
		at, ok := groups[t.Group]
		if !ok {
			at = len(book.Codes)
			groups[t.Group] = at
			book.Codes = append(book.Codes, qdcCode{GUID: b.guid("group", t.Group), Name: t.Group, Codable: "false"})
		}
		book.Codes[at].Codes = append(book.Codes[at].Codes, code)
	}
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

func (b *Codebook) guid(what, id string) string {
	return guid(urlSpace, "commonground:codebook/"+b.ID+"/"+what+"/"+id)
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
