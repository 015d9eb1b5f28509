package ooxml

import (
	"bytes"
	"strings"

	"commonground/report/look"
)

// A Node is a piece of XML: an element, an attribute of the element that it is
// put into, a text, or several of these in a row. The zero Node writes nothing.
type Node struct {
	tag  string // of an element
	name string // of an attribute
	text string // of a text or an attribute
	in   []Node
}

// E returns an element. Its tag may carry the attributes that are always the
// same, written as in a file: `a:off x="0" y="0"`.
func E(tag string, in ...Node) Node { return Node{tag: tag, in: in} }

// A returns an attribute whose value varies.
func A(name, value string) Node { return Node{name: name, text: value} }

// T returns a text.
func T(text string) Node { return Node{text: text} }

// All returns several nodes as one.
func All(nodes ...Node) Node { return Node{in: nodes} }

// Each returns a node for every item.
func Each[S any](items []S, node func(i int, item S) Node) Node {
	var all Node
	for i, item := range items {
		all.in = append(all.in, node(i, item))
	}
	return all
}

// If returns the node where yes, and nothing otherwise.
func If(yes bool, n Node) Node {
	if yes {
		return n
	}
	return Node{}
}

// document writes n as a whole XML file.
func document(n Node) []byte {
	var b bytes.Buffer
	b.WriteString(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n")
	n.write(&b)
	return b.Bytes()
}

func (n Node) write(b *bytes.Buffer) {
	if n.tag == "" {
		if n.name == "" {
			b.WriteString(escaped.Replace(look.Clean(n.text)))
		}
		n.content(b)
		return
	}
	b.WriteString("<" + n.tag)
	n.attributes(b)
	if n.empty() {
		b.WriteString("/>")
		return
	}
	b.WriteByte('>')
	n.content(b)
	name, _, _ := strings.Cut(n.tag, " ")
	b.WriteString("</" + name + ">")
}

func (n Node) content(b *bytes.Buffer) {
	for _, c := range n.in {
		c.write(b)
	}
}

// attributes writes those among the nodes of an element.
func (n Node) attributes(b *bytes.Buffer) {
	for _, c := range n.in {
		switch {
		case c.name != "":
			b.WriteString(" " + c.name + `="` + escaped.Replace(look.Clean(c.text)) + `"`)
		case c.tag == "":
			c.attributes(b)
		}
	}
}

// empty reports whether an element, or a list, has nothing in it but attributes.
func (n Node) empty() bool {
	for _, c := range n.in {
		if c.tag != "" || c.name == "" && (c.text != "" || !c.empty()) {
			return false
		}
	}
	return true
}

// escaped also keeps line breaks in attributes, where a reader would take them
// for spaces.
var escaped = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\n", "&#10;", "\t", "&#9;")
