package thread

import (
	"strings"
	"testing"
)

// private is what the fixtures say of their writers and what never leaves a reader.
var private = []string{"home.test", "school.test", "192.0.2.", "dana.test", "dana_user", "blogger.com"}

func checkExport(t *testing.T, e *Export) {
	t.Helper()
	for _, p := range e.Pages {
		comments := 0
		for _, entry := range p.Entries {
			if strings.TrimSpace(entry.Text) == "" || entry.Question < 0 || entry.Question > len(p.Thread.Questions) || entry.Under > len(p.Thread.Findings) {
				t.Errorf("%+v", entry)
			}
			if entry.Comment != comments && entry.Comment != comments+1 || entry.Reply < 0 || entry.Reply == entry.Comment {
				t.Errorf("comment %d follows comment %d and replies to %d", entry.Comment, comments, entry.Reply)
			}
			comments = entry.Comment
		}
		for _, entry := range p.Entries {
			if entry.Reply > comments {
				t.Errorf("a reply to comment %d of %d", entry.Reply, comments)
			}
		}
	}
}

// E-mail addresses, IP addresses, user names and links of writers stay behind.
func TestPrivate(t *testing.T) {
	for _, r := range readers {
		for _, file := range r.files {
			e, err := r.read(strings.NewReader(fixture(t, file)))
			if err != nil {
				t.Fatal(err)
			}
			checkExport(t, e)
			all := showExport(e)
			for _, p := range private {
				if strings.Contains(all, p) {
					t.Errorf("%s: %q came out", file, p)
				}
			}
		}
	}
}

func FuzzReadWordPress(f *testing.F) { fuzzReader(f, 0) }
func FuzzReadDisqus(f *testing.F)    { fuzzReader(f, 1) }
func FuzzReadBlogger(f *testing.F)   { fuzzReader(f, 2) }
func FuzzReadWebPage(f *testing.F)   { fuzzReader(f, 3) }

func fuzzReader(f *testing.F, i int) {
	r := readers[i]
	for _, file := range r.files {
		f.Add(fixture(f, file))
	}
	f.Fuzz(func(t *testing.T, file string) {
		r.sniff([]byte(file))
		if e, err := r.read(strings.NewReader(file)); err == nil {
			checkExport(t, e)
		}
	})
}
