package thread

import (
	"bytes"
	"fmt"
	"io"

	"golang.org/x/net/html"
)

const (
	elementLimit = 250_000 // elements of a page, which take 300 bytes each; 10,000 comments have 200,000
	tagLimit     = 4 << 20 // bytes of one tag or text of a page
)

// keptAttributes are those that tell what an element is.
var keptAttributes = wordSet("class|id|itemprop|itemtype|datetime|content|title|alt|property|data-role|role")

// formatting are elements that a parser of HTML closes and opens again around
// others, without end in a hostile page. Nothing here depends on them.
var formatting = wordSet("b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u|a")

// unread are elements that nobody reads.
var unread = wordSet("script|style|noscript|iframe|template|svg|textarea|select|object|noembed|noframes|xmp|math|plaintext")

// A reducer copies a page without what isn't used of it, so that the tree of its
// elements is small.
type reducer struct {
	out      bytes.Buffer
	elements int
	hidden   string // the element being left out, or ""
}

func reduced(page []byte) ([]byte, error) {
	var r reducer
	z := html.NewTokenizer(bytes.NewReader(page))
	z.SetMaxBuf(tagLimit)
	for {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			if z.Err() != io.EOF {
				return nil, fmt.Errorf("a tag or text of the page has more than %d MiB: save it as HTML only, without its pictures", tagLimit>>20)
			}
			return r.out.Bytes(), nil
		case html.TextToken:
			if r.hidden == "" {
				r.out.Write(z.Raw())
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			r.tag(z, kind)
		}
		if r.elements > elementLimit {
			return nil, fmt.Errorf("the page has more than %d elements: save a page with fewer comments at a time", elementLimit)
		}
	}
}

func (r *reducer) tag(z *html.Tokenizer, kind html.TokenType) {
	tag, more := z.TagName()
	name := string(tag)
	switch {
	case r.hidden != "":
		if kind == html.EndTagToken && name == r.hidden {
			r.hidden = ""
		}
		return
	case unread[name]:
		if kind == html.StartTagToken {
			r.hidden = name
		}
		return
	case formatting[name]:
		name = "span"
	}
	if kind == html.EndTagToken {
		r.out.WriteString("</" + name + ">")
		return
	}
	r.elements++
	r.out.WriteString("<" + name)
	r.attributes(z, more)
	r.out.WriteByte('>')
}

func (r *reducer) attributes(z *html.Tokenizer, more bool) {
	const longest, most = 2000, 16 // bytes of one, and attributes of a tag
	for n := 0; more && n < most; {
		var key, val []byte
		if key, val, more = z.TagAttr(); keptAttributes[string(key)] && len(val) <= longest {
			fmt.Fprintf(&r.out, ` %s="%s"`, key, html.EscapeString(string(val)))
			n++
		}
	}
}
