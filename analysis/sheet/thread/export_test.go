package thread

import (
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// readers are the readers of exports by what recognises their files.
var readers = []struct {
	name  string
	sniff func([]byte) bool
	read  func(io.Reader) (*Export, error)
	files []string
}{
	{"WordPress", IsWordPress, ReadWordPress, []string{"wordpress.xml"}},
	{"Disqus", IsDisqus, ReadDisqus, []string{"disqus.xml"}},
	{"Blogger", IsBlogger, ReadBlogger, []string{"blogger.xml", "takeout.atom"}},
	{"web page", IsWebPage, ReadWebPage, []string{"wordpress.html", "disqus.html", "blogger.html", "blogger-old.html", "schema.html", "plain.html"}},
}

func fixture(t testing.TB, name string) string {
	b, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// showExport writes what was read: notes, then each page as show does, with its
// title, and with replies and inferred questions after the text.
func showExport(e *Export) string {
	var b strings.Builder
	for _, note := range e.Notes {
		fmt.Fprintf(&b, "! %s\n", note)
	}
	for _, p := range e.Pages {
		fmt.Fprintf(&b, "= %s\n", p.Thread.Title)
		rows := strings.SplitAfter(show(p.Thread, nil), "\n")
		b.WriteString(strings.Join(rows, ""))
		for _, entry := range p.Entries {
			row := strings.TrimSuffix(show(&Thread{}, []Entry{entry}), "\n")
			row = strings.ReplaceAll(row, "\n", " / ")
			if entry.Reply > 0 {
				row += fmt.Sprintf(" (to #%d)", entry.Reply)
			}
			if entry.Inferred {
				row += " (inferred)"
			}
			b.WriteString(row + "\n")
		}
	}
	return b.String()
}

func TestExports(t *testing.T) {
	for _, tt := range []struct{ file, want string }{
		{"wordpress.xml", `
! What stands before the beginning of the export was skipped.
! 5 comments were left out: 1 spam, 1 in the trash, 1 not approved, 1 pingback, 1 without text.
= Partners & friends
Q1 What do parents want from teachers?
Q2 What do teachers want from parents?
1 #1 Dana & Lee when=2026-10-20T08:15:00: Call me early. / Even when nothing is wrong. ¶ A café would be nice too. / Really <soon>.
3 #2 sam q=1 when=2026-10-21T09:00:00: A call. (to #1)
3 #2 sam q=2 when=2026-10-21T09:00:00: A note &undeclared; home. (to #1)
5 #3 Kim role=teacher q=2: As for what teachers want from parents: read with them. Every night. (inferred)
= Lunch
Q1 What should we cook?
6 #1: Soup
`},
		{"disqus.xml", `
! 2 comments were left out: 1 spam, 1 deleted.
= Lunch: what should we cook?
Q1 what should we cook?
1 #1 Dana when=2026-10-20T08:15:00: Soup. ¶ And bread / from the baker & co.
2 #2 when=2026-10-20T09:15:00: No soup! (to #1)
= 
5 #1 Kim: Which thread is this?
`},
		{"blogger.xml", `
! 1 comment was left out: 1 deleted.
= Homework and recess
Q1 How long should homework be?
Q2 How long should recess be?
1 #1 Dana when=2026-10-20T08:15:00: Thanks.
1 #1 Dana q=1 when=2026-10-20T08:15:00: Regarding homework, ten minutes are plenty. (inferred)
1 #1 Dana q=2 when=2026-10-20T08:15:00: As for recess, an hour. (inferred)
2 #2 Anonymous when=2026-10-20T09:15:00: An hour? Two! (to #1)
`},
		{"takeout.atom", `
! 1 comment was left out: 1 spam.
= Lunch
Q1 What should we cook?
1 #1 Dana when=2026-10-20T08:15:00: Soup.
2 #2 Kim when=2026-10-20T09:15:00: Cold soup? (to #1)
`},
		{"wordpress.html", `
! 2 comments were left out: 1 not approved, 1 pingback.
= Partners
Q1 What do parents want from teachers?
Q2 What do teachers want from parents?
1 #1 Dana when=2026-10-20T08:15:00: Call me early. / Even when nothing is wrong. ¶ • By phone / • By note
2 #2 Sam when=2026-10-21T09:00:00: I do! (to #1)
3 #3 Lee when=2026-10-21T10:00:00: So do I. (to #2)
5 #4 Kim when=2026-10-22T08:00:00: Fewer tests.
`},
		{"disqus.html", `
= Lunch
Q1 What should we cook?
1 #1 Dana when=2026-10-20T08:15:00: Soup. ¶ And bread.
2 #2 Sam when=2 days ago: No soup! (to #1)
3 #3 Kim when=a day ago: Rice.
`},
		{"blogger.html", `
= Lunch
Q1 What should we cook?
1 #1 Dana when=2026-10-20T08:15:00: Soup. / Every day.
2 #2 Anonymous when=2026-10-20T09:00:00: No soup! (to #1)
`},
		{"blogger-old.html", `
= Lunch
Q1 What should we cook?
1 #1 Dana when=2026-10-20T08:15:00: Soup.
2 #2 Anonymous when=10/21/2026 9:00 AM: Bread.
`},
		{"schema.html", `
= Recess
Q1 How long should recess be?
1 #1 Dana when=2026-10-20T08:15:00: An hour.
2 #2 Sam when=2026-10-21: Two. (to #1)
`},
		{"plain.html", `
! The page does not mark its comments as such; they were told apart by what the text looks like. Lines are counted in the text of the page.
= Recess
Q1 How long should recess be?
7 #1 Dana: An hour. Or more.
11 #2 Sam: Two.
`},
	} {
		t.Run(tt.file, func(t *testing.T) {
			source := fixture(t, tt.file)
			for _, r := range readers {
				if !r.sniff([]byte(source)) {
					continue
				}
				e, err := r.read(strings.NewReader(source))
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(strings.TrimPrefix(tt.want, "\n"), showExport(e)); diff != "" {
					t.Errorf("%s: -want +got\n%s", r.name, diff)
				}
				return
			}
			t.Error("nothing reads it")
		})
	}
}
