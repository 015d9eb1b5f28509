package ods

import (
	"bytes"

	"commonground/analysis/sheet/markup"
)

// A space is a namespace that matters here.
type space uint8

const (
	other space = iota
	office
	style
	table
	text
	calcext
)

// names are the prefixes that every program uses, and the ends of the
// namespaces' URIs (OpenDocument 1.3 part 3, 2.2).
var names = []struct {
	space       space
	prefix, uri string
}{
	{office, "office", "opendocument:xmlns:office:1.0"},
	{style, "style", "opendocument:xmlns:style:1.0"},
	{table, "table", "opendocument:xmlns:table:1.0"},
	{text, "text", "opendocument:xmlns:text:1.0"},
	{calcext, "calcext", "calc:xmlns:calcext:1.0"},
}

// prefixes say which namespace a prefix stands for.
type prefixes map[string]space

// prefixesOf reads the declarations of the document's first element. What is
// not declared means what it usually does.
func prefixesOf(root *markup.Token) prefixes {
	p := make(prefixes)
	for _, n := range names {
		p[n.prefix] = n.space
	}
	for _, a := range root.Attrs {
		prefix := string(a.Name.Local)
		if len(a.Name.Prefix) == 0 && prefix == "xmlns" {
			prefix = ""
		} else if string(a.Name.Prefix) != "xmlns" {
			continue
		}
		p[prefix] = other
		for _, n := range names {
			if bytes.HasSuffix(a.Value(), []byte(n.uri)) {
				p[prefix] = n.space
			}
		}
	}
	return p
}

// of is the namespace of a name.
func (p prefixes) of(n markup.Name) space { return p[string(n.Prefix)] }

// is tells whether n is that element.
func (p prefixes) is(n markup.Name, s space, local string) bool {
	return string(n.Local) == local && p.of(n) == s
}

// attr is the value of an attribute, or "".
func (p prefixes) attr(e *markup.Token, s space, local string) string {
	for _, a := range e.Attrs {
		if p.is(a.Name, s, local) {
			return string(a.Value())
		}
	}
	return ""
}
