// Package readback serves the tests of formats: it opens office files that were
// written, checks that they hold together, and has a made-up report to write.
package readback

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
	"testing"
)

// A File is an office file that was opened: its parts by name.
type File map[string][]byte

// Open opens an office file and every workbook inside. It fails the test where
// XML is not well formed, a relationship points nowhere, or a part has no
// content type.
func Open(t testing.TB, data []byte) File {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatalf("opening the file: %v", err)
	}
	f := File{}
	for _, part := range z.File {
		r, err := part.Open()
		if err != nil {
			t.Fatalf("opening %s: %v", part.Name, err)
		}
		if f[part.Name], err = io.ReadAll(r); err != nil {
			t.Fatalf("reading %s: %v", part.Name, err)
		}
	}
	for name, data := range f {
		switch path.Ext(name) {
		case ".xml", ".rels":
			f.wellFormed(t, name)
		case ".xlsx":
			Open(t, data)
		}
		if strings.HasSuffix(name, ".rels") {
			f.linked(t, name)
		}
	}
	f.typed(t)
	return f
}

func (f File) wellFormed(t testing.TB, name string) {
	t.Helper()
	for d := xml.NewDecoder(bytes.NewReader(f[name])); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatalf("%s is not well formed: %v", name, err)
		}
	}
}

// linked checks that each relationship of a list points at a part.
func (f File) linked(t testing.TB, list string) {
	t.Helper()
	var all struct {
		Relationship []struct {
			ID     string `xml:"Id,attr"`
			Type   string `xml:",attr"`
			Target string `xml:",attr"`
		}
	}
	if err := xml.Unmarshal(f[list], &all); err != nil {
		t.Fatal(err)
	}
	folder := path.Dir(path.Dir(list))
	seen := map[string]bool{}
	for _, r := range all.Relationship {
		target, fromTop := strings.CutPrefix(r.Target, "/")
		if !fromTop {
			target = path.Join(folder, r.Target)
		}
		if f[target] == nil {
			t.Errorf("%s: %s points at %s, which is no part", list, r.ID, target)
		}
		if r.ID == "" || r.Type == "" || seen[r.ID] {
			t.Errorf("%s: the relationship %+v has no ID or type of its own", list, r)
		}
		seen[r.ID] = true
	}
}

// typed checks that each part has a content type, and that no type is stated of
// a part that isn't there.
func (f File) typed(t testing.TB) {
	t.Helper()
	var types struct {
		Default []struct {
			Extension string `xml:",attr"`
		}
		Override []struct {
			PartName string `xml:",attr"`
		}
	}
	if err := xml.Unmarshal(f["[Content_Types].xml"], &types); err != nil {
		t.Fatalf("the content types: %v", err)
	}
	known := map[string]bool{"[Content_Types].xml": true}
	for _, o := range types.Override {
		name := strings.TrimPrefix(o.PartName, "/")
		if known[name] = true; f[name] == nil {
			t.Errorf("a content type is stated of %s, which is no part", name)
		}
	}
	byEnding := map[string]bool{}
	for _, d := range types.Default {
		byEnding[d.Extension] = d.Extension != "xml"
	}
	for name := range f {
		if !known[name] && !byEnding[strings.TrimPrefix(path.Ext(name), ".")] {
			t.Errorf("%s has no content type", name)
		}
	}
}

// Text returns the words of a part, a line for each paragraph.
func (f File) Text(t testing.TB, name string) string {
	t.Helper()
	var out strings.Builder
	inText := false
	for d := xml.NewDecoder(bytes.NewReader(f[name])); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out.String()
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			inText = token.Name.Local == "t" || token.Name.Local == "v"
		case xml.EndElement:
			if inText = false; token.Name.Local == "p" || token.Name.Local == "v" {
				out.WriteByte('\n')
			}
		case xml.CharData:
			if inText {
				out.Write(token)
			}
		}
	}
}

// Everything returns all parts, and those of the workbooks inside, one after
// the other.
func (f File) Everything(t testing.TB) string {
	t.Helper()
	var out strings.Builder
	for name, data := range f {
		if path.Ext(name) == ".xlsx" {
			out.WriteString(Open(t, data).Everything(t))
		}
		out.Write(data)
	}
	return out.String()
}
