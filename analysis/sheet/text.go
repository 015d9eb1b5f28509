package sheet

import (
	"fmt"
	"io"

	"commonground/analysis/sheet/thread"
)

// textLimit is the longest page that is read: a thread of some 50,000 comments.
// A page is held in memory, since only its end tells what its beginning was.
const textLimit = 32 << 20

func openText(name string, r io.ReaderAt, size int64) (*File, error) {
	if size > textLimit {
		return nil, fmt.Errorf("it has no columns, and is too long for a post with comments (%d MiB at most); if it is a table, name it .csv", textLimit>>20)
	}
	chars, notes, err := findCharset(r, size)
	if err != nil {
		return nil, err
	}
	b, err := io.ReadAll(chars.decoded(r, size))
	if err != nil {
		return nil, err
	}
	post, entries := thread.ReadText(string(b))
	f := &File{Encoding: chars.name, Notes: notes, Tables: []Table{{Thread: post, Rows: entryRows(entries)}}}
	if len(entries) == 0 && len(post.Questions) == 0 {
		f.Notes = append(f.Notes, `Neither questions nor comments were recognized in this text. Put a line that says "Comments" above the first comment, and a number or "Name wrote:" before each.`)
	}
	return f, nil
}

func entryRows(entries []thread.Entry) func(func(Row, error) bool) {
	return func(yield func(Row, error) bool) {
		for i := range entries {
			if !yield(Row{Number: entries[i].Line, Cells: entries[i].Cells()}, nil) {
				return
			}
		}
	}
}
