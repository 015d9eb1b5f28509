package thread

import (
	"io"
	"strconv"
	"strings"
	"testing"
)

const (
	disqusHead  = `<?xml version="1.0"?><disqus xmlns:dsq="x"><thread dsq:id="1"><title>Lunch</title></thread>`
	disqusSoup  = `<post><message>Soup</message><thread dsq:id="1"/></post>`
	disqusBread = `<post><message>Bread</message><thread dsq:id="1"/></post>`
)

func texts(e *Export) string {
	var all []string
	for _, p := range e.Pages {
		for _, entry := range p.Entries {
			all = append(all, entry.Text)
		}
	}
	return strings.Join(all, "|")
}

// Exports are read as far as they are well formed.
func TestBrokenExports(t *testing.T) {
	for _, tt := range []struct{ name, export, texts, note string }{
		{"garbage ahead", "PHP Notice: <br/> slow\n" + disqusHead + disqusSoup + "</disqus>", "Soup", "skipped"},
		{"cut off in a comment", disqusHead + disqusSoup + `<post><message>Brea`, "Soup", "broken in line 1 (it ends in the middle, as if cut off)"},
		{"cut off in a tag", disqusHead + disqusSoup + `<post><mess`, "Soup", "as if cut off"},
		{"cut off between comments", disqusHead + disqusSoup, "Soup", "as if cut off"},
		{"an unbound prefix", strings.Replace(disqusHead, ` xmlns:dsq="x"`, "", 1) + disqusSoup + disqusBread + "</disqus>", "Soup|Bread", ""},
		{"an undeclared entity", disqusHead + strings.Replace(disqusSoup, "Soup", "Soup&nbsp;&amp; &soupe;", 1) + "</disqus>", "Soup & &soupe;", ""},
		{"control characters", disqusHead + strings.Replace(disqusSoup, "Soup", "So\x01up\x00 &#x1F; &#0;hot", 1) + "</disqus>", "So up hot", ""},
		{"bytes of Windows-1252", disqusHead + strings.Replace(disqusSoup, "Soup", "Caf\xe9", 1) + "</disqus>", "Café", ""},
		{"a declared encoding", strings.Replace(disqusHead, `"1.0"`, `"1.0" encoding="ISO-8859-1"`, 1) + strings.Replace(disqusSoup, "Soup", "Caf\xe9", 1) + "</disqus>", "Café", ""},
		{"UTF-16", utf16(disqusHead + disqusSoup + "</disqus>"), "Soup", ""},
		{"a byte order mark", "\xef\xbb\xbf" + disqusHead + disqusSoup + "</disqus>", "Soup", ""},
		{"tags that cross", disqusHead + "<post><message><p>Soup</message><thread dsq:id=1></post>" + disqusBread + "</disqus>", "Soup|Bread", ""},
		{"an attribute without quotes", disqusHead + strings.Replace(disqusSoup, `"1"`, `1`, 1) + disqusBread + "</disqus>", "Soup|Bread", ""},
		{"a bare <", disqusHead + disqusSoup + strings.Replace(disqusSoup, "Soup", "1 < 2", 1) + disqusBread + "</disqus>", "Soup", "broken in line 1"},
		{"text behind the end", disqusHead + disqusSoup + "</disqus>\n<br>Fatal error", "Soup", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			e, err := ReadDisqus(strings.NewReader(tt.export))
			if err != nil {
				t.Fatal(err)
			}
			notes := strings.Join(e.Notes, " ")
			if got := texts(e); got != tt.texts || !strings.Contains(notes, tt.note) || tt.note == "" && notes != "" {
				t.Errorf("got %q with the notes %q, want %q and %q", got, notes, tt.texts, tt.note)
			}
		})
	}
}

func utf16(s string) string {
	var b strings.Builder
	b.WriteString("\xff\xfe")
	for _, c := range []byte(s) {
		b.Write([]byte{c, 0})
	}
	return b.String()
}

// What an export holds beyond the limits is not read, and said.
func TestExportLimits(t *testing.T) {
	bomb := `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>`
	for _, tt := range []struct{ name, export, texts, note string }{
		{"entities of its own", bomb + disqusHead[len(`<?xml version="1.0"?>`):] + strings.Replace(disqusSoup, "Soup", "&b;", 1) + "</disqus>", "&b;", ""},
		{"a million nested tags", disqusHead + disqusSoup + strings.Repeat("<a>", 1_000_000), "Soup", "more than 200 elements are nested"},
		{"a million nested tags in a comment", disqusHead + disqusSoup + "<post><message>" + strings.Repeat("<a>", 1_000_000), "Soup", "more than 200 elements are nested"},
		{"a text without end", disqusHead + disqusSoup + "<post><message>" + strings.Repeat("soup ", 1_000_000), "Soup", "more than 4 MiB"},
		{"a tag without end", disqusHead + disqusSoup + "<post " + strings.Repeat(`a="" `, 1_000_000), "Soup", "more than 4 MiB"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			e, err := ReadDisqus(strings.NewReader(tt.export))
			if err != nil {
				t.Fatal(err)
			}
			if got, notes := texts(e), strings.Join(e.Notes, " "); got != tt.texts || !strings.Contains(notes, tt.note) {
				t.Errorf("got %q with the notes %q, want %q and %q", got, notes, tt.texts, tt.note)
			}
		})
	}
	for _, tt := range []struct{ name, export, want string }{
		{"no comment", disqusHead + "</disqus>", "no comment that readers of the blog could see"},
		{"cut off before its comments", disqusHead, "broken in line 1 (it ends in the middle, as if cut off), and no comment"},
		{"nothing but spam", disqusHead + "<post><message>a</message><isSpam>true</isSpam></post></disqus>", "1 comment was left out: 1 spam"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := ReadDisqus(strings.NewReader(tt.export)); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %q", err, tt.want)
			}
		})
	}
	if _, err := io.ReadAll(&limited{r: strings.NewReader("soup"), left: 3}); err != errExportTooLong {
		t.Errorf("got %v, want %v", err, errExportTooLong)
	}
}

// What is held of an export is limited, whatever its markup.
func TestGatheringLimits(t *testing.T) {
	var g gathering
	for i := range postLimit {
		if _, err := g.post(strconv.Itoa(i)); err != nil {
			t.Fatal(i, err)
		}
	}
	if _, err := g.post("one more"); err != errTooMuch {
		t.Errorf("got %v for another post", err)
	}
	for i := range commentLimit {
		if err := g.add(g.posts[0], written{text: "soup"}, kept); err != nil {
			t.Fatal(i, err)
		}
	}
	if err := g.add(g.posts[0], written{text: "soup"}, spam); err != nil {
		t.Errorf("got %v for spam", err)
	}
	if err := g.add(g.posts[0], written{text: "soup"}, kept); err != errTooMuch {
		t.Errorf("got %v for another comment", err)
	}
	g = gathering{}
	p, _ := g.post("")
	if err := g.add(p, written{text: strings.Repeat("soup", textLimit/4)}, kept); err != nil {
		t.Error(err)
	}
	if err := g.add(p, written{text: "soup"}, kept); err != errTooMuch {
		t.Errorf("got %v for more text", err)
	}
}

func TestWebPageLimits(t *testing.T) {
	for _, tt := range []struct{ name, page, want string }{
		{"a long page", "<html>" + strings.Repeat("soup ", pageLimit/5), "more than 32 MiB"},
		{"many elements", "<html>" + strings.Repeat("<p>", elementLimit), "more than 250000 elements"},
		{"deep nesting", "<html>" + strings.Repeat("<div>", 100_000), "nested too deeply"},
		{"a tag without end", "<html " + strings.Repeat("a ", tagLimit), "more than 4 MiB"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := ReadWebPage(strings.NewReader(tt.page)); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %q", err, tt.want)
			}
		})
	}
	picture := `<img src="data:image/png;base64,` + strings.Repeat("QUJD", tagLimit/4+1) + `">`
	fonts := strings.Repeat(`<font size="1"><font size="2"><font size="3"><p>`, 60)
	for name, page := range map[string]string{
		"a picture within the page":       picture + `<p class="comment"><i class="author">Dana</i> <span class="comment-text">Soup</span></p>`,
		"formatting without end":          `<div class="comment">` + fonts + `<cite>Dana</cite><p class="comment-text">Soup</p></div>`,
		"Windows-1252 that says UTF-8":    "<meta charset=utf-8><p class=comment><cite>Ren\xe9</cite><span class=comment-text>Soup</span></p>",
		"Windows-1252 that says so":       "<meta charset=windows-1252><p class=comment><cite>Ren\xe9</cite><span class=comment-text>Soup</span></p>",
		"UTF-8 that says it is something": "<meta charset=iso-8859-1><p class=comment><cite>René</cite><span class=comment-text>Soup</span></p>",
	} {
		t.Run(name, func(t *testing.T) {
			e, err := ReadWebPage(strings.NewReader("<html><body>" + page))
			if err != nil {
				t.Fatal(err)
			}
			if got := texts(e); got != "Soup" {
				t.Errorf("got %q", got)
			}
			if author := e.Pages[0].Entries[0].Author; strings.HasPrefix(author, "Ren") && author != "René" {
				t.Errorf("got the author %q", author)
			}
		})
	}
}
