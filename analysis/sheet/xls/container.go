package xls

import (
	"errors"
	"io"
	"math"
	"strings"

	"github.com/richardlehane/mscfb"
)

// directoryLimit is what may be read to find a workbook in its container: a
// directory of 100,000 streams, or the allocation table of a container of 2 GiB.
const directoryLimit = 16 << 20

// A container is the compound file around a workbook. It is opened anew for
// each reader, for a reader of mscfb keeps its place in itself.
type container struct {
	r    io.ReaderAt
	size int64
}

// records reads the workbook's stream from start to end, or to its own end.
func (c container) records(start, end int64) (*records, error) {
	lookups := &lookups{r: c.r, left: directoryLimit}
	dir, err := mscfb.New(lookups)
	if err != nil {
		return nil, damaged(err)
	}
	lookups.left = math.MaxInt64
	stream := bookStream(dir.File)
	switch {
	case stream == nil:
		return nil, errors.New("this is no Excel workbook: open it in the program that made it, and save it as .xlsx, .csv or .txt")
	case stream.Size > c.size:
		return nil, damaged(errCut)
	}
	if _, err := stream.Seek(start, io.SeekStart); err != nil {
		return nil, damaged(err)
	}
	return newRecords(io.LimitReader(stream, end-start)), nil
}

// bookStream finds the workbook. Excel 97 could save both versions in one file:
// Workbook is BIFF8, Book is BIFF5.
func bookStream(files []*mscfb.File) *mscfb.File {
	for _, name := range []string{"Workbook", "Book"} {
		for _, f := range files {
			if len(f.Path) == 0 && strings.EqualFold(f.Name, name) {
				return f
			}
		}
	}
	return nil
}

const pageSize = 4096

// lookups serves mscfb, which reads 4 bytes of the allocation table for each
// sector, from pages in memory, and stops a container whose tables go on forever.
type lookups struct {
	r     io.ReaderAt
	left  int64 // bytes that may still be read
	pages [32]struct {
		at   int64 // offset + 1, 0 for none
		data []byte
	}
}

func (l *lookups) ReadAt(p []byte, off int64) (int, error) {
	if l.left -= int64(len(p)); l.left < 0 {
		return 0, errors.New("its directory is larger than that of any workbook")
	}
	if len(p) != 4 || off < 0 {
		return l.r.ReadAt(p, off)
	}
	start := off / pageSize * pageSize
	page := &l.pages[start/pageSize%int64(len(l.pages))]
	if page.at != start+1 {
		if page.data == nil {
			page.data = make([]byte, pageSize)
		}
		n, err := l.r.ReadAt(page.data[:pageSize], start)
		if err != nil && err != io.EOF {
			return 0, err
		}
		page.at, page.data = start+1, page.data[:n]
	}
	if int(off-start) > len(page.data) {
		return 0, io.EOF
	}
	n := copy(p, page.data[off-start:])
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}
