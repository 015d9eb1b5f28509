package thread

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// unwritten are elements whose content nobody wrote for readers.
var unwritten = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Template: true, atom.Noscript: true, atom.Iframe: true, atom.Svg: true,
	atom.Select: true, atom.Textarea: true, atom.Button: true, atom.Title: true, atom.Object: true, atom.Audio: true, atom.Video: true,
}

// lineEndsAt says how many line ends the begin and the end of an element make:
// two part paragraphs.
var lineEndsAt = map[atom.Atom]int{
	atom.P: 2, atom.H1: 2, atom.H2: 2, atom.H3: 2, atom.H4: 2, atom.H5: 2, atom.H6: 2, atom.Blockquote: 2, atom.Pre: 2, atom.Hr: 2,
	atom.Table: 2, atom.Dl: 2, atom.Ul: 2, atom.Ol: 2, atom.Section: 2, atom.Article: 2, atom.Figure: 2, atom.Main: 2, atom.Aside: 2, atom.Nav: 2,
	atom.Div: 1, atom.Li: 1, atom.Dt: 1, atom.Dd: 1, atom.Tr: 1, atom.Header: 1, atom.Footer: 1, atom.Address: 1, atom.Figcaption: 1,
	atom.Form: 1, atom.Fieldset: 1, atom.Details: 1, atom.Summary: 1, atom.Option: 1,
}

// plainText turns HTML into text as it is read: ends of blocks and <br> become
// line ends, an empty line parts paragraphs, items of lists keep their bullet or
// number. With breaks, as in what WordPress stores, the line ends of the source
// count too.
func plainText(source string, breaks bool) string {
	w := plainWriter{breaks: breaks}
	if !strings.ContainsAny(source, "<&") {
		w.text(source)
		return w.b.String()
	}
	z := html.NewTokenizer(strings.NewReader(source))
	var hidden atom.Atom // the element being left out
	for {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			return w.b.String()
		case html.TextToken:
			if hidden == 0 {
				w.text(string(z.Text()))
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			tag := atom.Lookup(name)
			switch {
			case hidden != 0:
				if kind == html.EndTagToken && tag == hidden {
					hidden = 0
				}
			case kind == html.StartTagToken && unwritten[tag]:
				hidden = tag
			case tag == atom.Img && more:
				w.text(emojiOf(z))
			default:
				w.tag(tag, kind == html.EndTagToken)
			}
		}
	}
}

// emojiOf returns the character that a picture stands for, or "".
func emojiOf(z *html.Tokenizer) string {
	emoji, alt := false, ""
	for more := true; more; {
		var key, val []byte
		key, val, more = z.TagAttr()
		switch string(key) {
		case "class":
			emoji = bytes.Contains(val, []byte("emoji")) || bytes.Contains(val, []byte("smiley"))
		case "alt":
			alt = string(val)
		}
	}
	if !emoji {
		return ""
	}
	return alt
}

// A plainWriter writes text and holds back what may turn out to stand at its end.
type plainWriter struct {
	b       strings.Builder
	breaks  bool
	ends    int    // line ends due before the next word
	space   bool   // a space is due
	after   bool   // right behind a tag that ends a line: line ends of the source say no more
	marker  string // of the item that begins
	counted []int  // of the open lists: items so far, or -1 for those with bullets
}

func (w *plainWriter) text(s string) {
	for s != "" {
		i := strings.IndexFunc(s, unicode.IsSpace)
		if i < 0 {
			i = len(s)
		}
		if i > 0 {
			w.word(s[:i])
		}
		rest := strings.TrimLeftFunc(s[i:], unicode.IsSpace)
		if gap := s[i : len(s)-len(rest)]; gap != "" {
			w.gap(gap)
		}
		s = rest
	}
}

func (w *plainWriter) gap(white string) {
	n := strings.Count(lineEnds.Replace(white), "\n")
	if !w.breaks || n == 0 {
		w.space = true
		return
	}
	if !w.after {
		w.end(w.ends + n)
	}
}

func (w *plainWriter) word(s string) {
	if w.b.Len() > 0 {
		if w.ends > 0 {
			w.b.WriteString("\n\n"[:w.ends])
		} else if w.space {
			w.b.WriteByte(' ')
		}
	}
	w.b.WriteString(w.marker)
	w.b.WriteString(s)
	w.ends, w.space, w.after, w.marker = 0, false, false, ""
}

// end lets at least n line ends stand before the next word, two at most.
func (w *plainWriter) end(n int) { w.ends = max(w.ends, min(n, 2)) }

func (w *plainWriter) tag(tag atom.Atom, closes bool) {
	within := len(w.counted) > 0
	switch tag {
	case atom.Br:
		w.end(w.ends + 1)
		w.after = true
		return
	case atom.Td, atom.Th:
		w.space = true
		return
	case atom.Ul, atom.Ol:
		w.list(tag, closes)
	case atom.Li:
		if !closes {
			w.item()
		}
	}
	if n := lineEndsAt[tag]; n > 0 {
		if within && len(w.counted) > 0 {
			n = 1 // within a list nothing parts paragraphs
		}
		w.end(n)
		w.after = true
	}
}

func (w *plainWriter) list(tag atom.Atom, closes bool) {
	switch {
	case closes && len(w.counted) > 0:
		w.counted = w.counted[:len(w.counted)-1]
	case !closes && tag == atom.Ol:
		w.counted = append(w.counted, 0)
	case !closes:
		w.counted = append(w.counted, -1)
	}
	w.marker = ""
}

func (w *plainWriter) item() {
	last := len(w.counted) - 1
	switch {
	case last < 0:
	case w.counted[last] < 0:
		w.marker = "• "
	default:
		w.counted[last]++
		w.marker = strconv.Itoa(w.counted[last]) + ". "
	}
}

// oneLine is plainText for titles and names.
func oneLine(source string) string {
	return strings.Join(strings.Fields(spaces.Replace(plainText(source, false))), " ")
}
