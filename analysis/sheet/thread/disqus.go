package thread

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"
)

// IsDisqus reports whether the beginning of a file, as UTF-8, is that of a
// Disqus export.
func IsDisqus(head []byte) bool { return bytes.Contains(head, []byte("<disqus")) }

// ReadDisqus reads a Disqus export of any encoding. Each thread with comments
// that were neither deleted nor spam is a page; its text is not in the export, so
// that questions are known only from titles.
func ReadDisqus(r io.Reader) (*Export, error) {
	d := disqus{feed: openFeed(r)}
	if err := d.each(d.start, func(string) {}); err != nil {
		return nil, err
	}
	return d.export(d.feed)
}

type disqus struct {
	*feed
	gathering
}

type disqusRef struct {
	ID string `xml:"id,attr"`
}

type disqusThread struct {
	disqusRef
	Title   markup `xml:"title"`
	Message markup `xml:"message"`
}

// A disqusPost leaves e-mail, user name and IP address unread.
type disqusPost struct {
	disqusRef
	Author struct {
		Name string `xml:"name"`
	} `xml:"author"`
	Created string    `xml:"createdAt"`
	Message markup    `xml:"message"`
	Deleted string    `xml:"isDeleted"`
	Spam    string    `xml:"isSpam"`
	Thread  disqusRef `xml:"thread"`
	Parent  disqusRef `xml:"parent"`
}

func (d *disqus) start(start xml.StartElement) error {
	switch start.Name.Local {
	case "disqus":
		return nil
	case "thread":
		var t disqusThread
		if err := d.DecodeElement(&t, &start); err != nil {
			return err
		}
		p, err := d.post(t.ID)
		if err != nil {
			return err
		}
		p.says(oneLine(string(t.Title)), t.Message.text())
		return nil
	case "post":
		return d.comment(start)
	}
	return d.Skip()
}

func (d *disqus) comment(start xml.StartElement) error {
	var c disqusPost
	if err := d.DecodeElement(&c, &start); err != nil {
		return err
	}
	p, err := d.post(c.Thread.ID)
	if err != nil {
		return err
	}
	why := kept
	switch {
	case isSet(c.Spam):
		why = spam
	case isSet(c.Deleted):
		why = deleted
	}
	return d.add(p, written{id: c.ID, parent: c.Parent.ID, author: oneLine(c.Author.Name), when: c.Created, text: c.Message.text()}, why)
}

// isSet reports whether a flag says anything but no.
func isSet(flag string) bool {
	switch strings.ToLower(strings.TrimSpace(flag)) {
	case "", "false", "0", "no":
		return false
	}
	return true
}
