package thread

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"io"
	"regexp"
	"strings"
)

// IsBlogger reports whether the beginning of a file, as UTF-8, is that of a
// Blogger export, of the older form (blog-….xml) or as Takeout gives it (feed.atom).
func IsBlogger(head []byte) bool {
	return bytes.Contains(head, []byte("<feed")) &&
		(bytes.Contains(head, []byte("tag:blogger.com")) || bytes.Contains(head, []byte("schemas.google.com/blogger")) || bytes.Contains(head, []byte("purl.org/syndication/thread")))
}

// ReadBlogger reads a Blogger export of any encoding. Each post or page with
// comments is a page; templates and settings are skipped.
func ReadBlogger(r io.Reader) (*Export, error) {
	b := blogger{feed: openFeed(r)}
	if err := b.each(b.start, func(string) {}); err != nil {
		return nil, err
	}
	return b.export(b.feed)
}

type blogger struct {
	*feed
	gathering
}

// A bloggerEntry is a post, a comment, a template or a setting. E-mail and URL of
// its author are left unread.
type bloggerEntry struct {
	ID      string `xml:"id"`
	Title   markup `xml:"title"`
	Content markup `xml:"content"`
	Summary markup `xml:"summary"`
	Created string `xml:"published"`
	Author  struct {
		Name string `xml:"name"`
	} `xml:"author"`
	Categories []struct {
		Term string `xml:"term,attr"`
	} `xml:"category"`
	InReplyTo struct { // of a comment: the post
		Ref    string `xml:"ref,attr"`
		Source string `xml:"source,attr"`
	} `xml:"in-reply-to"`
	Links []struct {
		Rel  string `xml:"rel,attr"`
		Href string `xml:"href,attr"`
	} `xml:"link"`
	Properties []struct {
		Name  string `xml:"name,attr"`
		Value string `xml:"value,attr"`
	} `xml:"extendedProperty"`
	// As Takeout gives them:
	Type        string `xml:"type"`
	Status      string `xml:"status"`
	Post        string `xml:"parent"`
	RepliedTo   string `xml:"inReplyTo"`
	TrashedTime string `xml:"trashed"`
}

func (b *blogger) start(start xml.StartElement) error {
	switch start.Name.Local {
	case "feed":
		return nil
	case "entry":
	default:
		return b.Skip()
	}
	var e bloggerEntry
	if err := b.DecodeElement(&e, &start); err != nil {
		return err
	}
	kind := e.kind()
	if kind != "comment" && kind != "post" && kind != "page" {
		return nil
	}
	id := e.ID
	if kind == "comment" {
		id = cmp.Or(e.InReplyTo.Ref, e.InReplyTo.Source, e.Post)
	}
	p, err := b.post(lastNumber(id))
	if err != nil {
		return err
	}
	body := cmp.Or(e.Content, e.Summary).text()
	if kind != "comment" {
		p.says(oneLine(string(e.Title)), body)
		return nil
	}
	return b.add(p, written{id: lastNumber(e.ID), parent: e.parent(), author: oneLine(e.Author.Name), when: e.Created, text: body}, e.reason())
}

// kind is "post", "page", "comment", "template" or "settings".
func (e *bloggerEntry) kind() string {
	for _, c := range e.Categories {
		if _, kind, ok := strings.Cut(c.Term, "kind#"); ok {
			return kind
		}
	}
	switch {
	case e.Type != "":
		return strings.ToLower(strings.TrimSpace(e.Type))
	case e.InReplyTo.Ref != "":
		return "comment"
	}
	return "post"
}

// parent is the comment that a comment replies to, or "".
func (e *bloggerEntry) parent() string {
	for _, l := range e.Links {
		if l.Rel == "related" && strings.Contains(l.Href, "/comments/") {
			return lastNumber(l.Href)
		}
	}
	return lastNumber(e.RepliedTo)
}

func (e *bloggerEntry) reason() reason {
	if strings.TrimSpace(e.TrashedTime) != "" {
		return trash
	}
	for _, p := range e.Properties {
		if p.Name == "blogger.contentRemoved" && isSet(p.Value) {
			return deleted
		}
	}
	switch strings.ToUpper(strings.TrimSpace(e.Status)) {
	case "", "LIVE":
		return kept
	case "SPAM", "SPAM_COMMENT":
		return spam
	case "EMPTIED", "DELETED", "SOFT_DELETED":
		return deleted
	}
	return unapproved
}

var lastNumberRE = regexp.MustCompile(`(\d+)\D*$`)

// lastNumber is what the several names of one post or comment share; a name
// without a number is itself.
func lastNumber(id string) string {
	if m := lastNumberRE.FindStringSubmatch(id); m != nil {
		return m[1]
	}
	return id
}
