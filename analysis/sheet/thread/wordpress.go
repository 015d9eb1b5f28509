package thread

import (
	"bytes"
	"encoding/xml"
	"io"
	"strconv"
	"strings"
)

// IsWordPress reports whether the beginning of a file, as UTF-8, is that of a
// WordPress export (WXR).
func IsWordPress(head []byte) bool {
	return bytes.Contains(head, []byte("<rss")) && (bytes.Contains(head, []byte("wordpress.org/export/")) || bytes.Contains(head, []byte("<wp:")))
}

// ReadWordPress reads a WordPress export (WXR) of any encoding. Each item with
// approved comments is a page.
func ReadWordPress(r io.Reader) (*Export, error) {
	w := wordpress{feed: openFeed(r)}
	err := w.each(w.start, func(name string) {
		if name == "item" {
			w.item = nil
		}
	})
	if err != nil {
		return nil, err
	}
	return w.export(w.feed)
}

type wordpress struct {
	*feed
	gathering
	accounts map[string]string // numbers of those who write for the blog, by the names they log in with
	items    int
	item     *wordpressItem // open, or nil
}

// A wordpressItem may name its body before or behind its comments.
type wordpressItem struct {
	title, body string
	creator     string // the name that the author logs in with
	post        *post  // nil before the first comment
}

// A wordpressComment leaves e-mail, URL and IP address unread.
type wordpressComment struct {
	ID       string  `xml:"comment_id"`
	Author   string  `xml:"comment_author"`
	Date     string  `xml:"comment_date"`
	GMT      string  `xml:"comment_date_gmt"`
	Content  markup  `xml:"comment_content"`
	Approved *string `xml:"comment_approved"`
	Type     string  `xml:"comment_type"`
	Parent   string  `xml:"comment_parent"`
	Account  string  `xml:"comment_user_id"` // of one who writes for the blog, else 0
}

func (w *wordpress) start(start xml.StartElement) error {
	var text markup
	switch name := start.Name.Local; {
	case name == "rss" || name == "channel" || name == "RDF":
		return nil
	case name == "author" && w.item == nil:
		return w.account(start)
	case name == "item":
		w.items++
		w.item = new(wordpressItem)
		return nil
	case w.item == nil:
		return w.Skip()
	case name == "comment":
		return w.comment(start)
	case name == "title":
		if err := w.DecodeElement(&text, &start); err != nil {
			return err
		}
		w.item.title = oneLine(string(text))
	case name == "creator":
		if err := w.DecodeElement(&text, &start); err != nil {
			return err
		}
		w.item.creator = oneLine(string(text))
	case name == "encoded" && !strings.Contains(start.Name.Space, "excerpt"):
		if err := w.DecodeElement(&text, &start); err != nil {
			return err
		}
		w.item.body = plainText(string(text), true)
	default:
		return w.Skip()
	}
	if w.item.post != nil {
		w.item.post.says(w.item.title, w.item.body)
	}
	return nil
}

// account remembers who writes for the blog, and by which number comments name
// them.
func (w *wordpress) account(start xml.StartElement) error {
	var a struct {
		ID    string `xml:"author_id"`
		Login string `xml:"author_login"`
	}
	if err := w.DecodeElement(&a, &start); err != nil {
		return err
	}
	if w.accounts == nil {
		w.accounts = make(map[string]string)
	}
	if len(w.accounts) < postLimit {
		w.accounts[oneLine(a.Login)] = strings.TrimSpace(a.ID)
	}
	return nil
}

func (w *wordpress) comment(start xml.StartElement) error {
	var c wordpressComment
	if err := w.DecodeElement(&c, &start); err != nil {
		return err
	}
	if w.item.post == nil {
		p, err := w.post(strconv.Itoa(w.items))
		if err != nil {
			return err
		}
		p.says(w.item.title, w.item.body)
		w.item.post = p
	}
	when := c.Date
	if when == "" || strings.HasPrefix(when, "0000") {
		when = strings.TrimPrefix(c.GMT, "0000-00-00 00:00:00")
	}
	parent := strings.TrimSpace(c.Parent)
	if parent == "0" {
		parent = ""
	}
	return w.add(w.item.post, written{
		id: strings.TrimSpace(c.ID), parent: parent,
		author: oneLine(c.Author), when: when, text: plainText(string(c.Content), true),
	}, w.reason(&c))
}

// reason leaves out what the author of the post wrote, where the export names
// the author's account.
func (w *wordpress) reason(c *wordpressComment) reason {
	why := c.reason()
	account := strings.TrimSpace(c.Account)
	if why == kept && account != "" && account != "0" && account == w.accounts[w.item.creator] {
		return ofAuthor
	}
	return why
}

func (c *wordpressComment) reason() reason {
	switch strings.ToLower(strings.TrimSpace(c.Type)) {
	case "", "comment", "review":
	case "pingback":
		return pingback
	case "trackback":
		return trackback
	default:
		return notComment
	}
	if c.Approved == nil {
		return kept // as old exports have it, of approved comments only
	}
	switch strings.ToLower(strings.TrimSpace(*c.Approved)) {
	case "1", "approve", "approved":
		return kept
	case "spam":
		return spam
	case "trash", "post-trashed":
		return trash
	}
	return unapproved
}
