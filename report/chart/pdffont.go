package chart

import (
	"bytes"
	"fmt"
	"math"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
)

// A pen is what a letter is drawn with: the letter, and its weight.
type pen struct {
	letter rune
	bold   bool
}

// A pdfLetter is a letter that a page uses. Letters are written as fonts of
// drawings (type 3): no font file has to be taken apart, and none is put whole
// into each of many small files.
type pdfLetter struct {
	letter  rune
	advance int    // in units of em
	drawing []byte // its outline
}

const (
	fontSize = 250  // letters of a font
	em       = 2048 // units of its drawings: those of most font files, so that nothing is rounded
)

// words writes a line of text, with the letters as near to each other as they
// were measured.
func (c *pdfCanvas) words(w words) {
	face := c.page.face(w.style)
	turn := "1 0 0 1"
	if w.turned {
		turn = "0 1 -1 0"
	}
	c.say("BT %s rg %s %s %s Tm", paintOf(w.style.color), turn, num(w.x), c.up(w.y))
	var buf sfnt.Buffer
	var before sfnt.GlyphIndex
	current := -1
	for i, r := range w.text {
		glyph, err := face.Face.GlyphIndex(&buf, r)
		if err != nil {
			continue // the text is clean: what the font lacks was left out
		}
		at := c.letter(pen{r, w.style.bold}, face.Face, glyph)
		if n := at / fontSize; n != current {
			c.say("/F%d %s Tf", n, num(w.style.size))
			current = n
		}
		if kern, err := face.Face.Kern(&buf, before, glyph, em, font.HintingNone); i > 0 && err == nil && kern != 0 {
			c.say("[%s <%02X>] TJ", num(-1000*float64(kern)/em), at%fontSize)
		} else {
			c.say("<%02X> Tj", at%fontSize)
		}
		before = glyph
	}
	c.say("ET")
}

// letter returns the place of a letter, which is drawn when it is new.
func (c *pdfCanvas) letter(p pen, face *sfnt.Font, glyph sfnt.GlyphIndex) int {
	if at, ok := c.pens[p]; ok {
		return at
	}
	var buf sfnt.Buffer
	advance, _ := face.GlyphAdvance(&buf, glyph, em, font.HintingNone)
	outline, err := face.LoadGlyph(&buf, glyph, em, nil)
	if err != nil {
		outline = nil // takes its room, and shows nothing
	}
	c.pens[p] = len(c.letters)
	c.letters = append(c.letters, pdfLetter{p.letter, int(advance), drawing(int(advance), outline)})
	return c.pens[p]
}

// drawing writes an outline, whose y axis points down.
func drawing(advance int, outline sfnt.Segments) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%d 0 0 -1024 4096 4096 d1\n", advance)
	var x, y float64
	for _, s := range outline {
		at := func(i int) (float64, float64) { return float64(s.Args[i].X), -float64(s.Args[i].Y) }
		last := 0
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			fmt.Fprintf(&b, "%s m\n", points(at(0)))
		case sfnt.SegmentOpLineTo:
			fmt.Fprintf(&b, "%s l\n", points(at(0)))
		case sfnt.SegmentOpQuadTo: // raised to a cubic curve
			qx, qy := at(0)
			ex, ey := at(1)
			fmt.Fprintf(&b, "%s %s %s c\n", points(x+(qx-x)*2/3, y+(qy-y)*2/3), points(ex+(qx-ex)*2/3, ey+(qy-ey)*2/3), points(ex, ey))
			last = 1
		case sfnt.SegmentOpCubeTo:
			fmt.Fprintf(&b, "%s %s %s c\n", points(at(0)), points(at(1)), points(at(2)))
			last = 2
		}
		x, y = at(last)
	}
	b.WriteString("f\n")
	return b.Bytes()
}

func points(x, y float64) string { return num(math.Round(x*10)/10) + " " + num(math.Round(y*10)/10) }

// blocks are the letters, font by font.
func (c *pdfCanvas) blocks() [][]pdfLetter {
	var all [][]pdfLetter
	for from := 0; from < len(c.letters); from += fontSize {
		all = append(all, c.letters[from:min(from+fontSize, len(c.letters))])
	}
	return all
}

// fontNames lists the fonts, the first of which is that object.
func (c *pdfCanvas) fontNames(object int) string {
	names := ""
	for i, letters := range c.blocks() {
		names += fmt.Sprintf("/F%d %d 0 R ", i, object)
		object += 2 + len(letters)
	}
	return names
}

// fonts adds the fonts: of each the font, what its codes mean, and its drawings.
func (c *pdfCanvas) fonts(d *pdfFile) {
	for _, letters := range c.blocks() {
		first := len(d.objects) + 1
		var names, procs, widths, meanings bytes.Buffer
		for i, l := range letters {
			fmt.Fprintf(&names, "/g%d", i)
			fmt.Fprintf(&procs, "/g%d %d 0 R ", i, first+2+i)
			fmt.Fprintf(&widths, "%d ", l.advance)
			fmt.Fprintf(&meanings, "1 beginbfchar <%02X> <%s> endbfchar\n", i, utf16Hex(string(l.letter))[len("FEFF"):])
		}
		d.object("<</Type /Font /Subtype /Type3 /FontBBox [0 -1024 4096 4096] /FontMatrix [%g 0 0 %[1]g 0 0] /Resources <<>> "+
			"/FirstChar 0 /LastChar %d /Widths [%s] /Encoding <</Type /Encoding /Differences [0 %s]>> /CharProcs <<%s>> /ToUnicode %d 0 R>>",
			1.0/em, len(letters)-1, widths.Bytes(), names.Bytes(), procs.Bytes(), first+1)
		d.stream(fmt.Appendf(nil, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Letters def\n/CMapType 2 def\n"+
			"1 begincodespacerange <00> <FF> endcodespacerange\n%sendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n", meanings.Bytes()))
		for _, l := range letters {
			d.stream(l.drawing)
		}
	}
}
