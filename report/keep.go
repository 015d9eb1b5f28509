package report

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// carryOver copies the old files of that name, or of names that were made from
// it, in which a person has worked into the new report, and returns the name of
// the new file, which is another if that one is taken. A file that can't be
// judged is carried over too.
func (f *Folder) carryOver(name string) (string, error) {
	stem, ext := strings.TrimSuffix(name, filepath.Ext(name)), filepath.Ext(name)
	old, err := os.ReadDir(f.target)
	if err != nil {
		return "", err
	}
	kept := map[string]bool{}
	for _, e := range old {
		if strings.HasPrefix(e.Name(), stem) && strings.HasSuffix(e.Name(), ext) {
			kept[e.Name()] = f.worked(filepath.Join(f.target, e.Name()))
		}
	}
	fresh := name
	for n := 1; kept[fresh]; n++ {
		fresh = stem + "-new" + ext
		if n > 1 {
			fresh = fmt.Sprintf("%s-new-%d%s", stem, n, ext)
		}
	}
	if err := os.Rename(filepath.Join(f.fresh(), name), filepath.Join(f.fresh(), fresh)); err != nil {
		return "", err
	}
	for _, e := range old {
		if kept[e.Name()] {
			if err := copyFile(filepath.Join(f.target, e.Name()), filepath.Join(f.fresh(), e.Name())); err != nil {
				return "", fmt.Errorf("keeping the checked %s: %w", e.Name(), err)
			}
		}
	}
	return fresh, nil
}

func (f *Folder) worked(path string) bool {
	if f.options.Keep == nil {
		return false
	}
	keep, err := f.options.Keep(path)
	return keep || err != nil
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	info, err := in.Stat()
	if err != nil {
		return err
	}
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, info.Mode().Perm())
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close(), os.Chtimes(to, info.ModTime(), info.ModTime()))
}
