package intake

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// open opens the source, which is a file, for reading at any place.
func (s Source) open() (io.ReaderAt, int64, io.Closer, error) {
	info, err := s.stat()
	if err != nil {
		return nil, 0, nil, err
	}
	if !info.IsDir() && !info.Mode().IsRegular() {
		return nil, 0, nil, fmt.Errorf("%s: this is a pipe or a device and not a file, and a file is read twice: save what it holds, and name that file", s.Name)
	}
	f, err := s.file()
	if err != nil {
		return nil, 0, nil, s.explain(err)
	}
	if r, ok := f.(io.ReaderAt); ok {
		return r, info.Size(), f, nil
	}
	data, err := io.ReadAll(f)
	if err != nil {
		f.Close()
		return nil, 0, nil, s.explain(err)
	}
	return bytes.NewReader(data), int64(len(data)), f, nil
}

func (s Source) file() (fs.File, error) {
	if s.FS != nil {
		return s.FS.Open(s.Path)
	}
	return os.Open(s.Path)
}

func (s Source) stat() (info fs.FileInfo, err error) {
	if s.FS != nil {
		info, err = fs.Stat(s.FS, s.Path)
	} else {
		info, err = os.Stat(s.Path)
	}
	return info, s.explain(err)
}

// IsThere reports whether the source is a file or folder, or within a zip.
func (s Source) IsThere() bool {
	if inside, ok := s.inside(""); ok {
		s = inside
	}
	_, err := s.stat()
	return err == nil
}

// inside returns the source as a file of the zip that its path leads into, if it
// leads into one: "answers.zip/parents.csv".
func (s Source) inside(spool string) (Source, bool) {
	if _, err := s.stat(); err == nil || s.Path == "" {
		return s, false
	}
	slashed := s.Path
	if s.FS == nil {
		slashed = filepath.ToSlash(s.Path)
	}
	for cut := strings.LastIndexByte(slashed, '/'); cut > 0; cut = strings.LastIndexByte(slashed[:cut], '/') {
		zip := Source{Name: slashed[:cut], Path: s.Path[:cut], FS: s.FS}
		info, err := zip.stat()
		if err != nil {
			continue
		}
		if _, isArchive, err := zip.container(); info.IsDir() || err != nil || !isArchive {
			return s, false
		}
		s.FS, s.Path = archive{source: zip, spool: spool}, slashed[cut+1:]
		return s, true
	}
	return s, false
}

// sameMember reports whether both are the same file of one zip.
func (s Source) sameMember(other Source) bool {
	a, ok := s.FS.(archive)
	b, too := other.FS.(archive)
	if !ok || !too || s.Path != other.Path {
		return false
	}
	x, err := a.source.stat()
	y, err2 := b.source.stat()
	return err == nil && err2 == nil && (os.SameFile(x, y) || a.source.Path == b.source.Path)
}

// explain says of which source an error of the system is.
func (s Source) explain(err error) error {
	switch {
	case err == nil:
		return nil
	case s.Path == "":
		return errors.New("the name of a file is empty: look for quotes or a variable with nothing in it on the command line")
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: there is no such file", s.Name)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%s: this file may not be read by you: %w", s.Name, fs.ErrPermission)
	}
	return fmt.Errorf("%s: %w", s.Name, cause(err))
}

// A stoppable reader ends where its context does: much is read of some files
// before their first row is known.
type stoppable struct {
	io.ReaderAt
	ctx context.Context
}

func (s stoppable) ReadAt(p []byte, at int64) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.ReaderAt.ReadAt(p, at)
}
