package long

import (
	"errors"
	"io"
	"os"
)

// A kept is bytes to be read again. Up to a size that most surveys stay under
// they are in memory, beyond it in a working file that its owner alone can read
// and which, where the system allows it, has no name.
type kept struct {
	dir   string
	buf   []byte // the last of them
	file  *os.File
	named bool
	total int64
}

// inMemory is up to how many bytes need no file.
const inMemory = 1 << 20

func (k *kept) Write(p []byte) (int, error) {
	k.buf = append(k.buf, p...)
	k.total += int64(len(p))
	if len(k.buf) < inMemory {
		return len(p), nil
	}
	if k.file == nil {
		file, err := os.CreateTemp(k.dir, "commonground-*.rows")
		if err != nil {
			return 0, err
		}
		k.file, k.named = file, os.Remove(file.Name()) != nil
	}
	_, err := k.file.Write(k.buf)
	k.buf = k.buf[:0]
	return len(p), err
}

func (k *kept) writeTo(w io.Writer) error {
	if k.file != nil {
		if _, err := io.Copy(w, io.NewSectionReader(k.file, 0, k.total-int64(len(k.buf)))); err != nil {
			return err
		}
	}
	_, err := w.Write(k.buf)
	return err
}

// close removes the file.
func (k *kept) close() error {
	if k.file == nil {
		return nil
	}
	err := k.file.Close()
	if k.named {
		err = errors.Join(err, os.Remove(k.file.Name()))
	}
	return err
}
