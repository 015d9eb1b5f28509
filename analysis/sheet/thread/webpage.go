package thread

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/transform"
)

// pageLimit is the longest web page, pictures and scripts within it included; one
// with 10,000 comments has 20 MB.
const pageLimit = 32 << 20

var markupRE = regexp.MustCompile(`(?i)^(?:\s|\x{FEFF}|<\?xml[^>]*>|<!--(?:[^-]|-[^-])*-->)*<(?:!doctype html|html|head|body|article|main|section|div|ol|ul|meta|title|link|script|style|h1|p)[\s>]`)

// IsWebPage reports whether the beginning of a file, as UTF-8, is that of an
// HTML page.
func IsWebPage(head []byte) bool { return markupRE.Match(head) }

// ReadWebPage reads a saved HTML page of any encoding. Where its markup doesn't
// tell its comments apart, what a reader sees of it is read as ReadText does.
func ReadWebPage(r io.Reader) (*Export, error) {
	b, err := io.ReadAll(io.LimitReader(r, pageLimit+1))
	if err != nil {
		return nil, err
	}
	if len(b) > pageLimit {
		return nil, fmt.Errorf("the page has more than %d MiB: save it as HTML only, without its pictures", pageLimit>>20)
	}
	b, encoding, err := decodedPage(b)
	if err != nil {
		return nil, err
	}
	doc, err := parsedPage(b)
	if err != nil {
		return nil, err
	}
	cut := isCut(b)
	title := pageTitle(doc)
	var g gathering
	p, err := g.post("")
	if err != nil {
		return nil, err
	}
	if err := g.comments(p, doc); err != nil {
		return nil, err
	}
	e := &Export{Encoding: encoding}
	if cut {
		e.Notes = append(e.Notes, cutNote)
	}
	if len(p.comments) > 0 {
		p.says(title, postText(doc))
		e.Pages = g.pages()
	} else {
		e.visible(doc, title)
	}
	if note := g.leftOut.note(); note != "" {
		e.Notes = append(e.Notes, note)
	}
	return e, nil
}

const cutNote = "The page lacks its end (</html>), as if it were cut off: look whether its last comments were read, and save it again if not."

var endRE = regexp.MustCompile(`(?i)</html\s*>`)

// isCut reports whether a whole page lacks its end. Parts of a page have none.
func isCut(b []byte) bool {
	return htmlRE.Match(b[:min(len(b), headSize)]) && !endRE.Match(b)
}

var htmlRE = regexp.MustCompile(`(?i)<html[\s>]`)

// visible reads what a reader sees of a page that doesn't mark its comments.
func (e *Export) visible(doc *goquery.Document, title string) {
	doc.Find("nav, aside, form").Remove()
	thread, entries := ReadText(rendered(doc.Find("body")))
	thread.Title = cmp.Or(title, thread.Title)
	e.Pages = []Page{{thread, entries}}
	if len(entries) > 0 {
		e.Notes = append(e.Notes, "The page does not mark its comments as such; they were told apart by what the text looks like. Lines are counted in the text of the page.")
	}
}

func parsedPage(b []byte) (*goquery.Document, error) {
	b, err := reduced(withoutData(b))
	if err != nil {
		return nil, err
	}
	root, err := html.Parse(bytes.NewReader(b))
	if err != nil {
		return nil, errors.New("its elements are nested too deeply for a page that people read")
	}
	return goquery.NewDocumentFromNode(root), nil
}

// decodedPage is the page as UTF-8. Pages that are UTF-8 are read as such
// whatever they declare: browsers save them so.
func decodedPage(b []byte) ([]byte, string, error) {
	name := declaredCharset(b[:min(len(b), headSize)])
	enc, _ := charset.Lookup(name)
	if !strings.HasPrefix(name, "utf-16") {
		if utf8.Valid(b) {
			return b, "UTF-8", nil
		}
		enc, name, _ = charset.DetermineEncoding(b, "")
	}
	if name == "utf-8" || enc == nil {
		b, _, err := transform.Bytes(cleaner{}, b)
		return b, "UTF-8", err
	}
	b, err := enc.NewDecoder().Bytes(b)
	return b, shownName(name), err
}

var dataRE = regexp.MustCompile(`data:[A-Za-z0-9/+.;=-]{0,80},[A-Za-z0-9+/=%]+`)

// withoutData takes the pictures and fonts out that some browsers save within
// the page.
func withoutData(b []byte) []byte {
	if !bytes.Contains(b, []byte("base64,")) {
		return b
	}
	return dataRE.ReplaceAll(b, nil)
}

// rendered is the text of elements as a reader sees it.
func rendered(s *goquery.Selection) string {
	var b strings.Builder
	for _, n := range s.Nodes {
		if html.Render(&b, n) != nil {
			return "" // of an element that can't be rendered, such as <plaintext>
		}
	}
	return plainText(b.String(), false)
}
