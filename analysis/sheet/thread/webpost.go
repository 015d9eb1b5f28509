package thread

import (
	"strings"

	"github.com/PuerkitoBio/goquery"
)

// Where a page has the title and the text of its post, the surest place first.
var (
	titleMarkup = []string{`.entry-title`, `.post-title`, `[itemprop~="headline"]`, `article h1`, `main h1`, `meta[property="og:title"]`, `h1`, `title`}
	postMarkup  = []string{`.entry-content`, `[itemprop~="articleBody"]`, `.post-body`, `.post-content`, `.article-body`, `.article-content`, `.post__content`, `article`, `main`, `#content`, `body`}
	// aside is what a page has besides its post.
	aside = `nav, aside, footer, form, [role="navigation"], [role="search"], #comments, #disqus_thread, #respond, #sidebar, .comments-area, .comments, .sidebar, .widget, .menu,` +
		`.related, .sharedaddy, .share, .post-navigation, .entry-meta, .entry-footer, .post-footer, .entry-title, .post-title, [itemprop~="headline"], h1, title`
)

func pageTitle(doc *goquery.Document) string {
	for _, markup := range titleMarkup {
		s := doc.Find(markup).First()
		title := strings.Join(strings.Fields(rendered(s)), " ")
		if markup == "title" {
			title = strings.Join(strings.Fields(s.Text()), " ")
		}
		if content := s.AttrOr("content", ""); content != "" {
			title = content
		}
		if title != "" {
			return title
		}
	}
	return ""
}

// postText is the text of the post of a page whose comments have been taken out.
func postText(doc *goquery.Document) string {
	doc.Find(aside).Remove()
	for _, markup := range postMarkup {
		if text := withoutChrome(rendered(doc.Find(markup).First())); text != "" {
			return text
		}
	}
	return ""
}
