package qda

import (
	"bufio"
	"encoding/xml"
	"io"
	"strings"
)

// An xmlWriter writes elements as they come; encoding/xml would take ten times as
// long for the many small ones. Names are those of the schema, and values are
// plain. The first error stays with the writer below.
type xmlWriter struct {
	*bufio.Writer
	open []string
}

func newXML(w io.Writer) *xmlWriter {
	x := &xmlWriter{Writer: bufio.NewWriter(w)}
	x.WriteString(xml.Header)
	return x
}

// start begins an element, with attributes as pairs of name and value. Those
// without a value are left out.
func (x *xmlWriter) start(name string, attributes ...string) {
	x.tag(name, attributes)
	x.WriteString(">\n")
	x.open = append(x.open, name)
}

// empty writes an element without content.
func (x *xmlWriter) empty(name string, attributes ...string) {
	x.tag(name, attributes)
	x.WriteString("/>\n")
}

// text writes an element that holds a text; none where that is empty.
func (x *xmlWriter) text(name, content string) {
	if content == "" {
		return
	}
	x.tag(name, nil)
	x.WriteByte('>')
	x.value(content)
	x.close(name)
}

// end ends the element that was begun last.
func (x *xmlWriter) end() {
	last := len(x.open) - 1
	x.close(x.open[last])
	x.open = x.open[:last]
}

func (x *xmlWriter) tag(name string, attributes []string) {
	x.WriteByte('<')
	x.WriteString(name)
	for i := 0; i < len(attributes); i += 2 {
		if attributes[i+1] != "" {
			x.WriteByte(' ')
			x.WriteString(attributes[i])
			x.WriteString(`="`)
			x.value(attributes[i+1])
			x.WriteByte('"')
		}
	}
}

func (x *xmlWriter) close(name string) {
	x.WriteString("</")
	x.WriteString(name)
	x.WriteString(">\n")
}

// value writes a text. Errors stay with the writer.
func (x *xmlWriter) value(s string) {
	if strings.ContainsAny(s, "<>&\"'\n\t") {
		xml.EscapeText(x, []byte(s))
	} else {
		x.WriteString(s)
	}
}
