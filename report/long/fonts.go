package long

import (
	"bytes"
	"io"
	"regexp"
	"slices"
)

// stylePart is the part that the fonts stand in.
const stylePart = "xl/styles.xml"

// fontOrder is the order of a font's parts that ECMA-376 asks for (part 1,
// 18.8.22). The library has one of its own, at which strict readers balk.
var fontOrder = []string{"b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign",
	"sz", "color", "name", "family", "charset", "scheme"}

var (
	aFont     = regexp.MustCompile(`<font>(?:<\w+[^>]*></\w+>)*</font>`)
	partOfOne = regexp.MustCompile(`<(\w+)[^>]*></\w+>`)
)

// A styleSheet is the part of the styles, with its fonts in order. The library
// writes it at once.
type styleSheet struct{ part io.Writer }

func (s styleSheet) Write(xml []byte) (int, error) {
	_, err := s.part.Write(aFont.ReplaceAllFunc(xml, inOrder))
	return len(xml), err
}

func inOrder(font []byte) []byte {
	parts := partOfOne.FindAllSubmatch(font, -1)
	slices.SortStableFunc(parts, func(a, b [][]byte) int {
		return slices.Index(fontOrder, string(a[1])) - slices.Index(fontOrder, string(b[1]))
	})
	whole := make([][]byte, len(parts))
	for i, p := range parts {
		whole[i] = p[0]
	}
	return slices.Concat([]byte("<font>"), bytes.Join(whole, nil), []byte("</font>"))
}
