package intake

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
)

// open opens the source for reading at any place.
func (s Source) open() (io.ReaderAt, int64, io.Closer, error) {
	if info, err := os.Stat(s.Path); s.FS == nil && err == nil && !info.IsDir() && !info.Mode().IsRegular() {
		return nil, 0, nil, fmt.Errorf("%s: this is a pipe or a device and not a file, and a file is read twice: save what it holds, and name that file", s.Name)
	}
	f, err := s.file()
	if err != nil {
		return nil, 0, nil, err
	}
	info, err := f.Stat()
	if err == nil && info.IsDir() {
		err = s.folder()
	}
	if err != nil {
		f.Close()
		return nil, 0, nil, err
	}
	if r, ok := f.(io.ReaderAt); ok {
		return r, info.Size(), f, nil
	}
	data, err := io.ReadAll(f)
	if err != nil {
		f.Close()
		return nil, 0, nil, fmt.Errorf("%s: %w", s.Name, err)
	}
	return bytes.NewReader(data), int64(len(data)), f, nil
}

func (s Source) file() (fs.File, error) {
	var f fs.File
	var err error
	if s.FS != nil {
		f, err = s.FS.Open(s.Path)
	} else {
		f, err = os.Open(s.Path)
	}
	switch {
	case s.Path == "":
		return nil, errors.New("the name of a file is empty: look for quotes or a variable with nothing in it on the command line")
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%s: there is no such file", s.Name)
	case errors.Is(err, fs.ErrPermission):
		return nil, fmt.Errorf("%s: this file may not be read by you: %w", s.Name, fs.ErrPermission)
	case err != nil:
		return nil, fmt.Errorf("%s: %w", s.Name, err)
	}
	return f, nil
}

// folder says that a folder was named, and gives a file in it as an example.
func (s Source) folder() error {
	files := s.FS
	if files == nil {
		files = os.DirFS(s.Path)
	}
	at := "."
	if s.FS != nil {
		at = s.Path
	}
	entries, _ := fs.ReadDir(files, at)
	for _, e := range entries {
		if e.Type().IsRegular() {
			return fmt.Errorf("%s: this is a folder; name the files in it, such as %s", s.Name, path.Join(s.Name, e.Name()))
		}
	}
	return fmt.Errorf("%s: this is a folder, and no file is in it", s.Name)
}
