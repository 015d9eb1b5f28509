package sheet

import (
	"errors"
	"io"
)

// errShorter is met where a file lost its end since it was opened. To a reader
// of rows that would look like the end of the rows.
var errShorter = errors.New("the file became shorter while it was read: wait until the other program is done with it, and run again")

// whole reads a file as far as it went when it was opened, and fails where it
// no longer does.
type whole struct {
	r    io.ReaderAt
	size int64
}

func (w whole) ReadAt(p []byte, at int64) (int, error) {
	if at >= w.size {
		return 0, io.EOF
	}
	wanted := p[:min(int64(len(p)), w.size-at)]
	n, err := w.r.ReadAt(wanted, at)
	switch {
	case n < len(wanted) && errors.Is(err, io.EOF):
		return n, errShorter
	case n == len(wanted) && n < len(p):
		return n, io.EOF
	case n == len(wanted):
		return n, nil
	}
	return n, err
}
