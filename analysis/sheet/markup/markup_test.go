package markup

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"golang.org/x/text/encoding/htmlindex"
	"pgregory.net/rapid"
)

func charsetReader(label string, r io.Reader) (io.Reader, error) {
	enc, err := htmlindex.Get(label)
	if err != nil {
		return nil, err
	}
	return enc.NewDecoder().Reader(r), nil
}

// tagMark comes before what stands for a tag; XML's texts can't hold it.
const tagMark = "\x00"

// standardTokens writes what encoding/xml makes of a document.
func standardTokens(document string) (string, error) {
	var b strings.Builder
	d := xml.NewDecoder(strings.NewReader(document))
	d.CharsetReader = charsetReader
	for {
		token, err := d.RawToken()
		if err == io.EOF {
			return b.String(), wellFormed(document)
		}
		if err != nil {
			return b.String(), err
		}
		switch t := token.(type) {
		case xml.StartElement:
			fmt.Fprintf(&b, tagMark+"<%q:%q", t.Name.Space, t.Name.Local)
			for _, a := range t.Attr {
				fmt.Fprintf(&b, " %q:%q=%q", a.Name.Space, a.Name.Local, a.Value)
			}
			b.WriteString(">")
		case xml.EndElement:
			fmt.Fprintf(&b, tagMark+"</%q:%q>", t.Name.Space, t.Name.Local)
		case xml.CharData:
			b.Write(t)
		}
	}
}

// wellFormed is for what RawToken lets pass: ends of elements that were not
// open.
func wellFormed(document string) error {
	d := xml.NewDecoder(strings.NewReader(document))
	d.CharsetReader = charsetReader
	for {
		if _, err := d.Token(); err != nil {
			if err == io.EOF {
				return nil
			}
			return err
		}
	}
}

func lexerTokens(r io.Reader) (string, error) {
	var b strings.Builder
	l := NewLexer(r)
	l.CharsetReader = charsetReader
	for {
		t, err := l.Next()
		if err == io.EOF {
			return b.String(), nil
		}
		if err != nil {
			return b.String(), err
		}
		switch t.Kind {
		case Start:
			fmt.Fprintf(&b, tagMark+"<%q:%q", t.Name.Prefix, t.Name.Local)
			for _, a := range t.Attrs {
				fmt.Fprintf(&b, " %q:%q=%q", a.Name.Prefix, a.Name.Local, a.Value())
			}
			b.WriteString(">")
		case End:
			fmt.Fprintf(&b, tagMark+"</%q:%q>", t.Name.Prefix, t.Name.Local)
		case Text:
			b.Write(t.AppendText(nil))
		}
	}
}

// compare holds the lexer to encoding/xml: it refuses what that refuses, and
// sees the same in what both take.
func compare(t interface{ Fatalf(string, ...any) }, document string) {
	want, wantErr := standardTokens(document)
	got, err := lexerTokens(iotest.OneByteReader(strings.NewReader(document)))
	stricter := errors.Is(err, errEntities) || errors.Is(err, errCut) && !strings.Contains(want, tagMark)
	stricter = stricter || errors.Is(err, errLongName) || errors.Is(err, ErrLong)
	for _, refusal := range []string{"within each other", "begins nothing"} {
		stricter = stricter || err != nil && strings.Contains(err.Error(), refusal)
	}
	switch {
	case wantErr != nil && err == nil:
		t.Fatalf("%q: encoding/xml says %v, the lexer nothing", document, wantErr)
	case wantErr == nil && err != nil && !stricter:
		t.Fatalf("%q: encoding/xml says nothing, the lexer %v", document, err)
	case err == nil && got != want:
		t.Fatalf("%q:\ngot  %s\nwant %s", document, got, want)
	}
}

const declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`

const document = declaration + `<!DOCTYPE x PUBLIC "-//a>b//" 'c'>
<x:worksheet xmlns:x="http://x"><!-- a --><x:sheetData><row r="1" spans='1:2'><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t xml:space="preserve"> é &amp; &#x41;&lt;&#13;` + "\r\n" + `<![CDATA[<b>` + "\r\n" + `]]></t></is></c></row><row/></x:sheetData></x:worksheet>`

var seeds = []string{
	document, `<a b="1"c='&quot;'><![CDATA[]]]]></a>`,
	"<a b='1' c=\"2>\"/>", "<a:b c:d = 'x&amp;&#65;&#x42;'\n></a:b >", "<a>one\r\ntwo\rthree\n</a>", "<a><![CDATA[<a>\r\n]]]]></a>",
	"<!-- <a> --><?pi <b> ?><x/>", "\r\n<![CDATA[<a>]]>", "<a>&#" + strings.Repeat("0", 100) + "65;</a>",
	"<a:b:c/>", "<:a/><b:/>", "<é ü='ö'/>", "<a>&apos;&quot;&lt;&gt;&#13;</a>", "<a b='&#10;\r\n'/>",
	`<?xml version="1.0" encoding="windows-1252"?><t>se` + "\xf1" + `ora</t>`,
}

func TestLexerSeesWhatEncodingXMLSees(t *testing.T) {
	for _, seed := range seeds {
		compare(t, seed)
	}
	for i := len(declaration); i < len(document); i++ { // encoding/xml takes a broken declaration amiss
		compare(t, document[:i])
		compare(t, document[:i]+document[i+1:])
	}
	rapid.Check(t, func(t *rapid.T) {
		broken := document
		for range rapid.IntRange(1, 4).Draw(t, "mistakes") {
			at := rapid.IntRange(len(declaration), len(broken)).Draw(t, "at")
			until := min(len(broken), at+rapid.IntRange(0, 3).Draw(t, "cut"))
			insert := rapid.SampledFrom([]string{"", "<", ">", "/", "&", ";", "'", `"`, "=", " ", ":", "-", "!", "]]>", "--", "<!--", "<![CDATA[", "<?", "?>", "</row>", "<row>", "&#0;", "&#xd800;", "&#xfffe;", "\x00", "\xff", "\r", "<a b='1'c='2'/>", "é"}).Draw(t, "insert")
			broken = broken[:at] + insert + broken[until:]
		}
		compare(t, broken)
	})
}

// Tokens that lie across the ends of the buffer are seen whole.
func TestTokensAcrossBuffers(t *testing.T) {
	for _, n := range []int{64<<10 - 100, 64<<10 - 3, 64 << 10, 200 << 10} {
		compare(t, "<a>"+strings.Repeat("x", n)+`<b c="`+strings.Repeat("y", n)+`"/>é<!--`+strings.Repeat("z", n)+"--></a>")
	}
}

func FuzzLexer(f *testing.F) {
	for _, seed := range seeds {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, document string) {
		for i := range len(document) {
			if document[i] >= 0x80 {
				t.Skip() // letters of names beyond ASCII are not told from other characters
			}
		}
		if strings.Contains(document, "<?xml") || strings.Contains(document, "<!DOCTYPE") {
			t.Skip() // versions that encoding/xml doesn't know, and comments in document types
		}
		compare(t, document)
	})
}

func TestLexerRefuses(t *testing.T) {
	tests := []string{
		"< a>", "<>", "</>", "</a b>", "<a b>", "<a b=c>", "<a b='<'>", "<a b='1>", "<a", "<a/", "<a b=/>", "<a / >", "<a 'b'>",
		"&amp", "&;", "&#;", "&#x;", "&#xg;", "&#0;", "&#1;", "&#x110000;", "&nbsp;", "&x41;", "& b;",
		"<!-- ", "<!-- -- -->", "<![CDATA[ ]]", "]]>", "<?xml ", "<? x?>", "<!DOCTYPE a [", "<!DOCTYPE a [<!ENTITY b 'c'>]>", "<!ELEMENT a>",
		"\x00", "<a b='\x02'/>", "\xff", "<a b='\xc3'/>", "<![CDATA[\x01]]>", `<?xml version="1.0" encoding="klingon"?>`,
		"", "x", "<a>", "</a>", "<a></b>", strings.Repeat("<a>", depthLimit+1),
	}
	for _, s := range tests {
		for _, s := range []string{s, "<x>" + s + "</x>"} {
			if s == "<x></x>" || s == "<x>x</x>" {
				continue
			}
			if got, err := lexerTokens(strings.NewReader(s)); err == nil {
				t.Errorf("%q gives %s", s, got)
			}
		}
	}
	if _, err := NewLexer(strings.NewReader(`<?xml encoding="UTF-16"?><a/>`)).Next(); err == nil || !strings.Contains(err.Error(), `the encoding is "UTF-16"`) {
		t.Errorf("another encoding: got %v", err)
	}
}

// Names are limited, and the limit is said.
func TestLongNamesAreRefused(t *testing.T) {
	for _, form := range []string{"<%s/>", "<x %s='1'/>", "<?%s ?><x/>"} {
		for length, want := range map[int]error{nameLimit: nil, nameLimit + 1: errLongName} {
			document := fmt.Sprintf(form, strings.Repeat("a", length))
			compare(t, document)
			if _, err := lexerTokens(strings.NewReader(document)); err != want {
				t.Errorf(form+" with a name of %d bytes: got %v", "…", length, err)
			}
		}
	}
}

// blanks is a text without end.
type blanks struct{}

func (blanks) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
}

func TestTextWithoutEndIsRefused(t *testing.T) {
	for _, start := range []string{"<a>", "<a b='", "<!-- ", "<a><![CDATA[", "<!DOCTYPE a", "<?a "} {
		if _, err := lexerTokens(io.MultiReader(strings.NewReader(start), blanks{})); err != ErrLong {
			t.Errorf("%s: got %v", start, err)
		}
	}
}

// A lexer that begins at an offset, within an element, sees the rest as one that
// came there.
func TestLexerGoesOnInTheMiddle(t *testing.T) {
	const all = "<a:b><c>é&amp;\r\n</c><d/></a:b>"
	for whole := NewLexer(strings.NewReader(all)); ; {
		token, err := whole.Next()
		if err != nil || string(token.Name.Local) == "c" {
			break
		}
		rest := NewLexer(strings.NewReader(all[whole.Offset():]))
		rest.Within("a:b")
		for {
			want, wantErr := whole.Next()
			got, err := rest.Next()
			if err != wantErr || err == nil && (got.Kind != want.Kind || string(got.Name.Local) != string(want.Name.Local) || rest.Depth() != whole.Depth()) {
				t.Fatalf("got %v, %v, want %v, %v", got, err, want, wantErr)
			}
			if err != nil {
				return
			}
		}
	}
	t.Error("nothing was compared")
}
