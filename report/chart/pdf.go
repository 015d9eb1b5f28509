package chart

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"image/color"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode/utf16"

	"commonground/report/look"
)

// pdf writes the page as a PDF (ISO 32000-1) of one page: lines, and letters that
// can be searched and copied. It says when it was made nowhere, so that the same
// page has the same bytes.
func (p *page) pdf(w io.Writer, title, alt string) error {
	c := &pdfCanvas{page: p, pens: map[pen]int{}}
	c.box(box{0, 0, p.width, p.height, look.Paper})
	for _, s := range p.shapes {
		switch s := s.(type) {
		case box:
			c.box(s)
		case line:
			c.line(s)
		case dot:
			c.dot(s)
		case words:
			c.words(s)
		default:
			return fmt.Errorf("a shape of type %T has no form in a PDF", s)
		}
	}
	d := &pdfFile{}
	d.object(`<</Type /Catalog /Pages 2 0 R /Lang (en) /ViewerPreferences <</DisplayDocTitle true>>>>`)
	d.object(`<</Type /Pages /Kids [3 0 R] /Count 1>>`)
	d.object(`<</Type /Page /Parent 2 0 R /MediaBox [0 0 %s %s] /Contents 4 0 R /Resources <</Font <<%s>>>>>>`,
		num(p.width), num(p.height), c.fontNames(firstFont))
	d.stream(c.content.Bytes())
	d.object(`<</Title <%s> /Subject <%s>>>`, utf16Hex(printable(title)), utf16Hex(printable(alt)))
	c.fonts(d)
	return d.write(w)
}

// Numbers of the objects that others name.
const (
	infoObject = 5
	firstFont  = 6
)

// A pdfCanvas puts shapes into the content of a page.
type pdfCanvas struct {
	page    *page
	content bytes.Buffer
	pens    map[pen]int // letters that were used: their places in letters
	letters []pdfLetter
}

func (c *pdfCanvas) say(format string, args ...any) {
	fmt.Fprintf(&c.content, format+"\n", args...)
}

// up turns a place on the page, which counts from its top, into one of a PDF.
func (c *pdfCanvas) up(y float64) string { return num(c.page.height - y) }

func (c *pdfCanvas) box(b box) {
	c.say("%s rg %s %s %s %s re f", paintOf(b.fill), num(b.x), c.up(b.y+b.h), num(b.w), num(b.h))
}

func (c *pdfCanvas) line(l line) {
	c.say("%s RG %s w %s %s m %s %s l S", paintOf(l.color), num(l.width), num(l.x1), c.up(l.y1), num(l.x2), c.up(l.y2))
}

// dot draws a circle of four curves, which are off it by less than 0.03%.
func (c *pdfCanvas) dot(d dot) {
	k := d.r * 4 / 3 * (math.Sqrt2 - 1)
	c.say("%s rg %s %s m", paintOf(d.fill), num(d.x+d.r), c.up(d.y))
	for _, from := range [][2]float64{{1, 0}, {0, 1}, {-1, 0}, {0, -1}} { // to a quarter further on
		x, y := from[0]*d.r, from[1]*d.r
		kx, ky := from[0]*k, from[1]*k
		c.say("%s %s %s %s %s %s c", num(d.x+x-ky), c.up(d.y+y+kx), num(d.x-y+kx), c.up(d.y+x+ky), num(d.x-y), c.up(d.y+x))
	}
	c.say("f")
}

// A pdfFile gathers objects, which are numbered from 1.
type pdfFile struct {
	objects [][]byte
	zip     *zlib.Writer // to use again: a new one takes longer than a letter
}

func (d *pdfFile) object(format string, args ...any) {
	d.objects = append(d.objects, fmt.Appendf(nil, format, args...))
}

func (d *pdfFile) stream(data []byte) {
	var b bytes.Buffer
	if d.zip == nil {
		d.zip = zlib.NewWriter(&b)
	}
	d.zip.Reset(&b)
	d.zip.Write(data) // a buffer takes all
	d.zip.Close()
	d.object("<</Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream", b.Len(), b.Bytes())
}

// write writes the objects with the table of where they are.
func (d *pdfFile) write(w io.Writer) error {
	b := []byte("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n") // the second line says that the file is binary
	table := "0000000000 65535 f \n"
	for i, o := range d.objects {
		table += fmt.Sprintf("%010d 00000 n \n", len(b))
		b = fmt.Appendf(b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	b = fmt.Appendf(b, "xref\n0 %d\n%strailer\n<</Size %[1]d /Root 1 0 R /Info %[3]d 0 R>>\nstartxref\n%[4]d\n%%%%EOF\n", len(d.objects)+1, table, infoObject, len(b))
	_, err := w.Write(b)
	return err
}

// num writes a number to a thousandth of a point.
func num(v float64) string {
	s := strings.TrimRight(strconv.FormatFloat(v, 'f', 3, 64), "0")
	if s = strings.TrimSuffix(s, "."); s == "-0" {
		return "0"
	}
	return s
}

func paintOf(c color.RGBA) string {
	return num(float64(c.R)/255) + " " + num(float64(c.G)/255) + " " + num(float64(c.B)/255)
}

// utf16Hex writes a text as PDFs have those of their properties.
func utf16Hex(s string) string {
	b := []byte("FEFF")
	for _, u := range utf16.Encode([]rune(s)) {
		b = fmt.Appendf(b, "%04X", u)
	}
	return string(b)
}
