package thread

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
)

// commentMarkup are the ways to mark a comment; the first that a page uses is
// what its comments are found by.
var commentMarkup = []string{
	`[itemtype$="schema.org/Comment"], [itemtype$="schema.org/UserComments"], [itemtype$="schema.org/Answer"]`,
	`li.post:has(.post-message)`, // Disqus
	`.commentlist > li, .comment-list > li, .wp-block-comment-template > li, .commentlist .children > li, .comment-list .children > li, .wp-block-comment-template ol > li`, // WordPress
	`[itemprop~="comment"]`,
	`li.comment, div.comment, article.comment, section.comment, tr.comment, td.comment, dd.comment, p.comment`, // Blogger and others
	`article[id^="comment-"], div[id^="comment-"], li[id^="comment-"]`,
	`.comment-body`,
}

// Where a comment says what, the surest place first.
var (
	authorMarkup = places(
		`[itemprop~="author"] [itemprop~="name"]`, `[itemprop~="author"]`, `[itemprop~="creator"]`, `.comment-author .fn`, `.fn`,
		`.wp-block-comment-author-name`, `.comment-author-name`, `.comment-header .user`, `.post-byline .author`, `.publisher-anchor-color:not(.post-message)`,
		`.comment-author cite`, `.comment-author`, `.comment__author`, `.comment_author`, `.commenter`, `.author`, `.username`, `.user-name`, `.user`, `cite`,
	)
	whenMarkup = places(
		`time[datetime]`, `[itemprop~="datePublished"]`, `[itemprop~="dateCreated"]`, `[itemprop~="commentTime"]`, `.time-ago`, `.comment-date`, `.comment_date`,
		`.comment-meta a`, `.comment-meta span`, `.commentmetadata`, `.comment-metadata`, `.comment-meta`, `.comment__date`, `.datetime`, `.comment-timestamp`, `.timestamp`, `.comment-time`, `.date`, `time`,
	)
	textMarkup = places(
		`[itemprop~="text"]`, `[itemprop~="commentText"]`, `.comment-content`, `.wp-block-comment-content`, `.comment-text`, `.comment_text`, `.comment__text`,
		`.comment__content`, `.comment__body`, `.post-message`, `.comment-message`, `.comment-entry`, `.comment-body`, `.comment-copy`,
	)
	awaiting = goquery.Single(`.comment-awaiting-moderation`)
	// How WordPress and Blogger mark a comment by the author of the post.
	byPostAuthor = goquery.Single(`.bypostauthor`)
	byBlogAuthor = goquery.Single(`.blog-author`)
)

// longestLabel is the longest text, in bytes, that can be a name or a time.
const longestLabel = 100

// What a comment has besides what its writer wrote.
var (
	aroundTags    = wordSet("time|form|nav|footer|menu")
	aroundClasses = wordSet(`comment-author|vcard|comment-meta|commentmetadata|comment-metadata|comment-header|comment-footer|comment-actions|comment-reply-link|comment-edit-link
reply|edit-link|says|avatar|avatar-image-container|item-control|comment-timestamp|comment-replies|replies|vote|voting|share|permalink`)
)

func isAround(_ int, s *goquery.Selection) bool {
	for class := range strings.FieldsSeq(s.AttrOr("class", "")) {
		if aroundClasses[class] {
			return true
		}
	}
	return aroundTags[goquery.NodeName(s)]
}

// places are elements of which the first counts.
func places(selectors ...string) []goquery.Matcher {
	all := make([]goquery.Matcher, len(selectors))
	for i, s := range selectors {
		all[i] = goquery.Single(s)
	}
	return all
}

// A found is an element that holds a comment, or others that do.
type found struct {
	element *goquery.Selection
	parent  int // index of the one that it stands in or below, or -1
}

var depthRE = regexp.MustCompile(`(?:^|\s)depth-(\d{1,3})(?:\s|$)`)

// comments adds the comments of a page to a post and takes them out of the page.
// The last come first, so that each has been rid of the replies within it.
func (g *gathering) comments(p *post, doc *goquery.Document) error {
	pairBlogger(doc)
	all := foundComments(doc)
	read := make([]written, len(all))
	why := make([]reason, len(all))
	for i, f := range slices.Backward(all) {
		read[i], why[i] = f.read()
		f.element.Remove()
	}
	for i := range all {
		if why[i] == empty {
			continue // an element around comments, or a heading
		}
		read[i].id = strconv.Itoa(i)
		if up := parentOf(all, why, i); up >= 0 {
			read[i].parent = strconv.Itoa(up)
		}
		if err := g.add(p, read[i], why[i]); err != nil {
			return err
		}
	}
	return nil
}

// parentOf returns the comment that comment i replies to, or -1. An element
// without text of its own stands for the first comment within it.
func parentOf(all []found, why []reason, i int) int {
	for i >= 0 {
		up := all[i].parent
		if up < 0 || why[up] != empty {
			return up
		}
		first := up + 1 // in document order
		if first != i && why[first] != empty {
			return first
		}
		i = up
	}
	return -1
}

// pairBlogger puts the parts of each comment of Blogger's older pages, which
// stand beside each other, into one element.
func pairBlogger(doc *goquery.Document) {
	doc.Find("dt.comment-author").Each(func(_ int, s *goquery.Selection) {
		s.NextUntil("dt").AddSelection(s).WrapAllHtml(`<div class="comment"></div>`)
	})
}

func foundComments(doc *goquery.Document) []found {
	for _, markup := range commentMarkup {
		elements := doc.Find(markup)
		if elements.Length() == 0 {
			continue
		}
		if elements.Length() > 1 || isSigned(elements) {
			return nested(elements)
		}
	}
	return nil
}

// isSigned tells a single comment from another element that is called so.
func isSigned(s *goquery.Selection) bool {
	author, _ := firstOf(s, authorMarkup, nameOf)
	when, _ := firstOf(s, whenMarkup, timeOf)
	return author != "" || when != ""
}

// nested tells what each element replies to: the one that it is in, or the last
// one whose class says one depth less.
func nested(elements *goquery.Selection) []found {
	at := make(map[*html.Node]int, elements.Length())
	for i, n := range elements.Nodes {
		at[n] = i
	}
	all := make([]found, elements.Length())
	var last [1000]int // by depth
	elements.Each(func(i int, s *goquery.Selection) {
		f := found{element: s, parent: -1}
		depth := 0
		if m := depthRE.FindStringSubmatch(s.AttrOr("class", "")); m != nil {
			depth, _ = strconv.Atoi(m[1])
			last[depth] = i + 1
		}
		for n := s.Nodes[0].Parent; n != nil && f.parent < 0; n = n.Parent {
			if up, ok := at[n]; ok {
				f.parent = up
			}
		}
		if f.parent < 0 && depth > 1 {
			f.parent = last[depth-1] - 1
		}
		all[i] = f
	})
	return all
}

// read takes the parts of a comment from its element; the reason is empty where
// it holds none.
func (f *found) read() (written, reason) {
	s := f.element
	switch {
	case s.HasClass("pingback"):
		return written{}, pingback
	case s.HasClass("trackback"):
		return written{}, trackback
	case s.FindMatcher(awaiting).Length() > 0:
		return written{}, unapproved
	}
	ofPost := s.IsMatcher(byPostAuthor) || s.Parent().IsMatcher(byPostAuthor) || s.FindMatcher(byBlogAuthor).Length() > 0
	author, by := firstOf(s, authorMarkup, nameOf)
	when, on := firstOf(s, whenMarkup, timeOf)
	w := written{author: author, when: when}
	by.Remove()
	on.Remove()
	text := s
	for _, place := range textMarkup {
		if t := s.FindMatcher(place); t.Length() > 0 {
			text = t
			break
		}
	}
	text.Find("*").FilterFunction(isAround).Remove()
	w.text = rendered(text)
	if text == s {
		w.text = withoutChrome(w.text)
	}
	switch {
	case w.text == "" || author == "" && isCommentsHeading(w.text):
		return w, empty
	case ofPost:
		return w, ofAuthor
	}
	return w, kept
}

// firstOf returns what the first place that says something says, and the place.
func firstOf(s *goquery.Selection, places []goquery.Matcher, value func(*goquery.Selection) string) (string, *goquery.Selection) {
	for _, place := range places {
		at := s.FindMatcher(place)
		if at.Length() == 0 {
			continue
		}
		if v := value(at); v != "" {
			return v, at
		}
	}
	return "", &goquery.Selection{}
}

var saysRE = regexp.MustCompile(`(?i)(?:^by:? |\s+` + verbs + `(?: on)?\b.{0,40}$|[\s:.…,]+$)`)

func nameOf(s *goquery.Selection) string {
	name := cmp.Or(s.AttrOr("content", ""), strings.Join(strings.Fields(rendered(s)), " "))
	if len(name) > longestLabel {
		return ""
	}
	return strings.TrimSpace(saysRE.ReplaceAllString(saysRE.ReplaceAllString(name, ""), ""))
}

func timeOf(s *goquery.Selection) string {
	if t := cmp.Or(s.AttrOr("datetime", ""), s.AttrOr("content", "")); t != "" {
		return t
	}
	text := strings.Join(strings.Fields(rendered(s)), " ")
	if s.HasClass("time-ago") {
		return cmp.Or(s.AttrOr("title", ""), text)
	}
	if len(text) > longestLabel || !strings.ContainsAny(text, "0123456789") && !onlyWhen.MatchString(text) {
		return ""
	}
	return text
}

// withoutChrome drops the lines that the page put around what somebody wrote.
func withoutChrome(s string) string {
	var kept []string
	for l := range strings.SplitSeq(s, "\n") {
		if !isChrome(strings.TrimSpace(l)) {
			kept = append(kept, l)
		}
	}
	return strings.TrimSpace(strings.Join(kept, "\n"))
}
