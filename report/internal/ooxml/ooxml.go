// Package ooxml writes what the files of office programs are made of: parts
// with their relationships in a zip, XML, themes, and native charts with the
// workbook that they are edited by. It is for slides and memo alike.
//
// Formats: ECMA-376, "Office Open XML file formats", parts 1 (markup) and 2
// (packages).
package ooxml

import (
	"archive/zip"
	"cmp"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"time"
)

// A Package is an office file: parts that point at each other.
type Package struct {
	root   Part // its relationships are those of the whole package
	parts  []*Part
	charts int
}

// A Part is one file of a package. It takes its XML by Set or, if it holds
// something else, its bytes by Data.
type Part struct {
	Name string // from the package's root, without a leading slash: "ppt/slides/slide1.xml"
	Data []byte

	contentType string
	links       []link
}

type link struct {
	kind string
	to   *Part
}

// Part adds a part.
func (p *Package) Part(name, contentType string) *Part {
	part := &Part{Name: name, contentType: contentType}
	p.parts = append(p.parts, part)
	return part
}

// Link makes the package itself point at a part.
func (p *Package) Link(kind string, to *Part) { p.root.Link(kind, to) }

// Set makes n the content of the part.
func (p *Part) Set(n Node) { p.Data = document(n) }

// Link makes the part point at another, and returns the ID by which the part's
// XML names the relationship. The kind is the last word of the relationship's
// type, or a whole one.
func (p *Part) Link(kind string, to *Part) string {
	if !strings.Contains(kind, "://") {
		kind = officeRelation + kind
	}
	p.links = append(p.links, link{kind, to})
	return relationID(len(p.links) - 1)
}

func relationID(i int) string { return fmt.Sprintf("rId%d", i+1) }

const officeRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

// Write writes the package as a zip. The same parts give the same bytes: they
// are sorted, and have no date.
func (p *Package) Write(w io.Writer) error {
	z := zip.NewWriter(w)
	for _, part := range p.files() {
		f, err := z.CreateHeader(&zip.FileHeader{Name: part.Name, Method: zip.Deflate, Modified: noDate})
		if err == nil {
			_, err = f.Write(part.Data)
		}
		if err != nil {
			return fmt.Errorf("writing the part %s: %w", part.Name, err)
		}
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("closing the package: %w", err)
	}
	return nil
}

// noDate is the first that a zip can hold.
var noDate = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// files lists the parts and those that tell of them, which readers want first.
func (p *Package) files() []*Part {
	files := []*Part{p.contentTypes(), relations(&p.root)}
	sorted := slices.SortedFunc(slices.Values(p.parts), func(a, b *Part) int { return cmp.Compare(a.Name, b.Name) })
	for _, part := range sorted {
		files = append(files, part)
		if len(part.links) > 0 {
			files = append(files, relations(part))
		}
	}
	return files
}

// contentTypes says what each part holds: parts of XML one by one, others by
// the ending of their names.
func (p *Package) contentTypes() *Part {
	endings := map[string]string{"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
	var overrides Node
	for _, part := range p.parts {
		if ending := strings.TrimPrefix(path.Ext(part.Name), "."); ending != "xml" {
			endings[ending] = part.contentType
			continue
		}
		overrides.in = append(overrides.in, E("Override", A("PartName", "/"+part.Name), A("ContentType", part.contentType)))
	}
	var defaults Node
	for _, ending := range []string{"rels", "xml", "png", "jpeg", "xlsx"} {
		if t := endings[ending]; t != "" {
			defaults.in = append(defaults.in, E("Default", A("Extension", ending), A("ContentType", t)))
		}
	}
	types := &Part{Name: "[Content_Types].xml"}
	types.Set(E(`Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"`, defaults, overrides))
	return types
}

// relations is the part that lists what another points at.
func relations(of *Part) *Part {
	folder, file := path.Split(of.Name)
	list := &Part{Name: folder + "_rels/" + file + ".rels"}
	list.Set(E(`Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"`,
		Each(of.links, func(i int, l link) Node {
			return E("Relationship", A("Id", relationID(i)), A("Type", l.kind), A("Target", relative(folder, l.to.Name)))
		})))
	return list
}

// relative is the way to a part from a folder, which is "" or ends in a slash.
func relative(folder, name string) string {
	up := ""
	for !strings.HasPrefix(name, folder) {
		folder = strings.TrimSuffix(folder, "/")
		folder = folder[:strings.LastIndex(folder, "/")+1]
		up += "../"
	}
	return up + strings.TrimPrefix(name, folder)
}
