package thread

import (
	"strings"
	"testing"
)

// What the author of a post writes below it is no answer, and is left out where
// the page or the export says who that is. A name that is the same doesn't.
func TestCommentsByTheAuthorOfThePost(t *testing.T) {
	wxr := func(accounts, comments string) string {
		return `<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel>` + accounts + `<item><title>Lunch: what should we cook?</title><dc:creator>alder</dc:creator>` + comments + `</item></channel></rss>`
	}
	const (
		account = `<wp:author><wp:author_id>7</wp:author_id><wp:author_login>alder</wp:author_login></wp:author><wp:author><wp:author_id>8</wp:author_id><wp:author_login>birch</wp:author_login></wp:author>`
		soup    = `<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_author>Dana</wp:comment_author><wp:comment_content>Soup</wp:comment_content><wp:comment_user_id>0</wp:comment_user_id></wp:comment>`
		bread   = `<wp:comment><wp:comment_author>Birch</wp:comment_author><wp:comment_content>Bread</wp:comment_content><wp:comment_user_id>8</wp:comment_user_id></wp:comment>`
		thanks  = `<wp:comment><wp:comment_author>Ms. Alder</wp:comment_author><wp:comment_content>Thanks</wp:comment_content><wp:comment_parent>1</wp:comment_parent><wp:comment_user_id>7</wp:comment_user_id></wp:comment>`
		note    = "1 comment was left out: 1 by the author of the post"
	)
	list := func(comments string) string {
		return `<html><body><h1>Lunch</h1><p>What should we cook?</p><ol class="commentlist">` + comments + `</ol></body></html>`
	}
	said := func(class, name, text, below string) string {
		return `<li class="comment ` + class + `"><div class="comment-body"><cite class="fn">` + name + `</cite><div class="comment-content">` + text + `</div></div>` + below + `</li>`
	}
	for _, tt := range []struct {
		name, file string
		texts      string
		note       string
	}{
		{"WordPress export", wxr(account, soup+bread+thanks), "Soup|Bread", note},
		{"WordPress export without accounts", wxr("", soup+thanks), "Soup|Thanks", ""},
		{"WordPress page", list(said("", "Dana", "Soup", `<ol class="children">`+said("byuser bypostauthor", "Ms. Alder", "Thanks", `<ol class="children">`+said("", "Dana", "Welcome", "")+`</ol>`)+`</ol>`) + said("byuser", "Birch", "Bread", "")), "Soup|Welcome|Bread", note},
		{"WordPress page with the body alone", `<html><h1>Lunch</h1><div><div class="comment-body">` + `<cite class="fn">Dana</cite><p>Soup</p></div></div><div class="bypostauthor"><div class="comment-body"><cite class="fn">Ms. Alder</cite><p>Thanks</p></div></div></html>`, "Soup", note},
		{"Blogger page", list(strings.Replace(said("", "Alder", "Thanks", ""), "</cite>", `</cite><span class="icon user blog-author"></span>`, 1) + said("", "Dana", "Soup", "")), "Soup", note},
	} {
		t.Run(tt.name, func(t *testing.T) {
			read := ReadWebPage
			if strings.HasPrefix(tt.file, "<rss") {
				read = ReadWordPress
			}
			e, err := read(strings.NewReader(tt.file))
			if err != nil {
				t.Fatal(err)
			}
			notes := strings.Join(e.Notes, " ")
			if got := texts(e); got != tt.texts || !strings.HasPrefix(notes, tt.note) || tt.note == "" && notes != "" {
				t.Errorf("got %q with the notes %q, want %q and %q", got, notes, tt.texts, tt.note)
			}
		})
	}
}

func TestPagesCutOff(t *testing.T) {
	const page = `<html><body><h1>Lunch</h1><p>What should we cook?</p><ol class="commentlist"><li class="comment"><cite class="fn">Dana</cite><p>Soup</p></li></ol></body></html>`
	for _, tt := range []struct {
		name, page string
		cut        bool
	}{
		{"whole", page, false},
		{"whole, in capitals", strings.ReplaceAll(page, "html>", "HTML>"), false},
		{"in a comment", page[:strings.Index(page, "up</p>")], true},
		{"behind the comments", page[:strings.Index(page, "</body>")], true},
		{"part of a page", strings.TrimSuffix(strings.TrimPrefix(page, "<html>"), "</html>"), false},
	} {
		e, err := ReadWebPage(strings.NewReader(tt.page))
		if err != nil {
			t.Fatal(tt.name, err)
		}
		if notes := strings.Join(e.Notes, " "); strings.Contains(notes, "lacks its end") != tt.cut {
			t.Errorf("%s: notes %q", tt.name, notes)
		}
	}
}
