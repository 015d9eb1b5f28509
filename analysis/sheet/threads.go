package sheet

import (
	"errors"
	"io"
	"strings"

	"commonground/analysis/sheet/thread"
)

// asText is a Sniff for text in whichever encoding.
func asText(sniff func(head []byte) bool) func([]byte) bool {
	return func(head []byte) bool { return sniff([]byte(decodedHead(head))) }
}

// isWebPage tells a page from a table whose first cell has a tag in it.
func isWebPage(head []byte) bool {
	s := decodedHead(head)
	if !thread.IsWebPage([]byte(s)) {
		return false
	}
	start := strings.ToLower(strings.TrimLeft(s[:min(len(s), 64)], "\ufeff \t\r\n"))
	return strings.HasPrefix(start, "<!doctype") || strings.HasPrefix(start, "<html") || !sniffDelimiter(s).certain()
}

// openExport is the Tables of a format that holds posts with comments.
func openExport(read func(io.Reader) (*thread.Export, error)) func(string, io.ReaderAt, int64) (*File, error) {
	return func(_ string, r io.ReaderAt, size int64) (*File, error) {
		return threadFile(read(io.NewSectionReader(r, 0, size)))
	}
}

func threadFile(export *thread.Export, err error) (*File, error) {
	if err != nil {
		return nil, err
	}
	f := &File{Encoding: export.Encoding, Notes: export.Notes}
	for _, page := range export.Pages {
		t := Table{Thread: page.Thread, Rows: entryRows(page.Entries)}
		if len(export.Pages) > 1 {
			t.Name = page.Thread.Title
		}
		f.Tables = append(f.Tables, t)
	}
	return f, nil
}

// openWebPage reads the comments of a page, or its tables where it has no
// comments.
func openWebPage(name string, r io.ReaderAt, size int64) (*File, error) {
	f, err := threadFile(thread.ReadWebPage(io.NewSectionReader(r, 0, size)))
	if err != nil {
		return nil, err
	}
	for _, t := range f.Tables {
		for range t.Rows {
			return f, nil
		}
	}
	tables, err := openWebTables(name, r, size)
	if errors.Is(err, errNoWebTable) {
		return f, nil
	}
	return tables, err
}
