package thread

import (
	"cmp"
	"fmt"
	"regexp"
	"strings"
	"time"
)

// Everything of an export is held until its end, since a post may stand behind
// its comments. These limits keep that within some 150 MiB; a school's blog stays
// far below.
const (
	postLimit    = 100_000
	commentLimit = 200_000
	textLimit    = 32 << 20 // bytes of all comments, without markup
)

var errTooMuch = fmt.Errorf("it holds more than %d posts, %d comments or %d MiB of what people wrote: export it in parts, for example by year", postLimit, commentLimit, textLimit>>20)

// A written is a comment as an export gives it.
type written struct {
	id, parent         string // as the export names them; parent is "" for no reply
	author, when, text string // text is plain
	ordinal            int    // among all comments of the file, from 1
}

// A post gathers its comments. Until says is called it is one that comments name
// and that the export doesn't have.
type post struct {
	Page     // without what the comments give
	answers  *answers
	comments []written
}

// A gathering is what is known of an export while it is read.
type gathering struct {
	posts   []*post
	byID    map[string]*post
	seen    int // comments, those left out too
	held    int // bytes of their texts
	leftOut leftOut
}

// post returns the post with an id, a new one for an id that is new.
func (g *gathering) post(id string) (*post, error) {
	if p := g.byID[id]; p != nil {
		return p, nil
	}
	if len(g.posts) == postLimit {
		return nil, errTooMuch
	}
	if g.byID == nil {
		g.byID = make(map[string]*post)
	}
	p := &post{Page: Page{Thread: new(Thread)}, answers: new(answers)}
	g.posts = append(g.posts, p)
	g.byID[id] = p
	return p, nil
}

// says lets the post say its title and body, which is plain text.
func (p *post) says(title, body string) {
	lines := append([]line{{text: cmp.Or(title, "Untitled")}, {}}, ownLines(body, 0)...)
	p.Thread, p.Entries = readPost(lines)
	p.Thread.Title = title
	p.answers = newAnswers(p.Thread.Questions, lines)
}

// add adds a comment to a post, or counts it as left out.
func (g *gathering) add(p *post, w written, why reason) error {
	g.seen++
	w.ordinal = g.seen
	w.author = publicName(w.author)
	if why == kept {
		switch text := strings.TrimSpace(spaces.Replace(w.text)); {
		case text == "":
			why = empty
		case removedRE.MatchString(text):
			why = deleted
		}
	}
	g.leftOut[why]++
	if why != kept {
		return nil
	}
	g.held += len(w.text)
	p.comments = append(p.comments, w)
	if g.held > textLimit || g.leftOut[kept] > commentLimit {
		return errTooMuch
	}
	return nil
}

// pages are the posts that have comments, in the order of the export.
func (g *gathering) pages() []Page {
	var pages []Page
	for _, p := range g.posts {
		if len(p.comments) > 0 {
			pages = append(pages, p.page())
		}
	}
	return pages
}

// export refuses an export in which nobody wrote anything that is shown.
func (g *gathering) export(f *feed) (*Export, error) {
	e := &Export{Encoding: f.name, Pages: g.pages(), Notes: f.notes}
	left := g.leftOut.note()
	switch {
	case len(e.Pages) == 0 && f.brokenAt != "":
		return nil, fmt.Errorf("the export is broken in %s, and no comment that readers of the blog could see stands before that: export it again", f.brokenAt)
	case len(e.Pages) == 0:
		why := strings.TrimSuffix(strings.TrimSpace("it holds no comment that readers of the blog could see. "+left), ".")
		return nil, fmt.Errorf("%s; export the posts together with their comments, or approve the comments first", why)
	}
	if f.brokenAt != "" {
		e.Notes = append(e.Notes, fmt.Sprintf("The export is broken in %s. What stands before that was read; what follows is missing: export it again.", f.brokenAt))
	}
	if left != "" {
		e.Notes = append(e.Notes, left)
	}
	return e, nil
}

// page reads the comments and numbers them; replies to comments that were left
// out are replies to nobody.
func (p *post) page() Page {
	page := p.Page
	page.Entries = countComments(page.Entries)
	number := make(map[string]int, len(p.comments)) // of a comment, by its id
	parents := make([]string, len(page.Entries), len(page.Entries)+len(p.comments))
	for i := range p.comments {
		w := &p.comments[i]
		n := 1
		if len(page.Entries) > 0 {
			n = page.Entries[len(page.Entries)-1].Comment + 1
		}
		for _, e := range p.answers.parts(w.comment()) {
			e.Comment = n
			page.Entries = append(page.Entries, e)
			parents = append(parents, w.parent)
			if w.id != "" {
				number[w.id] = n
			}
		}
	}
	for i := range page.Entries {
		if e := &page.Entries[i]; parents[i] != "" && number[parents[i]] != e.Comment {
			e.Reply = number[parents[i]]
		}
	}
	return page
}

// comment gives the comment lines to part, and the role that its writer states.
func (w *written) comment() comment {
	c := comment{line: w.ordinal, lines: ownLines(w.text, w.ordinal), breaks: true}
	c.author, c.role, c.when = w.author, "", dateTime(w.when)
	if author, role, ok := signature(w.author); ok && statesRole(w.author) {
		c.author, c.role = author, role
	}
	last := len(c.lines) - 1
	for last > 0 && c.lines[last].text == "" {
		last--
	}
	c.lines = c.lines[:last+1]
	if !c.sign() || hasText(c.lines) {
		return c
	}
	c.lines = ownLines(w.text, w.ordinal) // nothing but a signature is what was written
	return c
}

// statedRoleRE tells "Dana (parent)" and "Dana, 3rd grade teacher" from "Field, Rosa".
var statedRoleRE = regexp.MustCompile(`\)$|, ?[\p{Ll}\d]`)

func statesRole(name string) bool { return statedRoleRE.MatchString(name) }

var (
	mailRE     = regexp.MustCompile(`([^\s@<>()]+)@[^\s@<>()]+`)
	bracketsRE = regexp.MustCompile(`[<(]?` + mailRE.String() + `[>)]?`)
)

// publicName is a name without the domain of the e-mail address that some sign
// with, and without an address in brackets behind it.
func publicName(name string) string {
	bare := strings.TrimSpace(bracketsRE.ReplaceAllString(name, ""))
	if bare == "" {
		bare = mailRE.ReplaceAllString(name, "$1")
	}
	return strings.Join(strings.Fields(bare), " ")
}

// dateTime writes the time that an export states as ISO 8601 on the clock of
// where it was written; what can't be read stays as it is.
func dateTime(s string) string {
	s = strings.TrimSpace(s)
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05", "2006-01-02T15:04", time.DateTime} {
		if t, err := time.Parse(layout, s); err == nil && t.Year() > 0 {
			return t.Format("2006-01-02T15:04:05")
		}
	}
	if onlyWhen.MatchString(s) {
		return dateOf(s)
	}
	return s
}
