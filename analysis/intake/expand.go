package intake

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"unicode"

	"commonground/analysis/sheet"
)

// expand puts the files of folders and zips in the place of the source that
// names them, each once. A source that is a file stays as it is.
func expand(sources []Source, spool string) ([]Source, error) {
	var all []Source
	for _, s := range sources {
		members, err := s.expand(spool)
		if err != nil {
			return nil, err
		}
		all = append(all, members...)
	}
	return all, refuseTwice(all)
}

// Files names the files that the plan reads, those in folders and zips by the
// paths that messages give.
func (p *Plan) Files() ([]string, error) {
	all, err := expand(p.Sources, p.Spool)
	names := make([]string, len(all))
	for i, s := range all {
		names[i] = s.Name
	}
	return names, err
}

// expand gives the files in the source, or the source itself.
func (s Source) expand(spool string) ([]Source, error) {
	if inside, ok := s.inside(spool); ok {
		s = inside
	}
	s.Name = printable(s.Name)
	isFolder, isArchive, err := s.container()
	switch {
	case err != nil:
		return nil, err
	case isFolder:
		return s.members(s.asFolder())
	case isArchive:
		return s.members(archive{source: s, spool: spool}, nil)
	}
	return []Source{s}, nil
}

func (s Source) container() (isFolder, isArchive bool, err error) {
	info, err := s.stat()
	if err != nil || info.IsDir() {
		return err == nil, false, err
	}
	r, size, closer, err := s.open()
	if err != nil {
		return false, false, err
	}
	defer closer.Close()
	return false, isZip(r) && sheet.IsArchive(r, size), nil
}

// asFolder gives the files of a folder. Links out of the folder can't be opened.
func (s Source) asFolder() (fs.FS, error) {
	if s.FS != nil {
		return fs.Sub(s.FS, s.Path)
	}
	return folder(s.Path), nil
}

// A folder is one on the machine. It holds nothing open between its files.
type folder string

func (f folder) Open(name string) (fs.File, error) {
	return within(f, func(files fs.FS) (fs.File, error) { return files.Open(name) })
}

// Stat tells of a file without opening it, which would wait for one that is a
// pipe.
func (f folder) Stat(name string) (fs.FileInfo, error) {
	return within(f, func(files fs.FS) (fs.FileInfo, error) { return fs.Stat(files, name) })
}

func (f folder) ReadDir(name string) ([]fs.DirEntry, error) {
	return within(f, func(files fs.FS) ([]fs.DirEntry, error) { return fs.ReadDir(files, name) })
}

func within[T any](f folder, do func(fs.FS) (T, error)) (T, error) {
	root, err := os.OpenRoot(string(f))
	if err != nil {
		var none T
		return none, err
	}
	defer root.Close()
	return do(root.FS())
}

// members gives the files in the source that can be read, in the order of their
// names. What is left out is told by the first of them.
func (s Source) members(files fs.FS, err error) ([]Source, error) {
	if err != nil {
		return nil, err
	}
	w := walk{source: s, files: files, reports: map[string]bool{}}
	if err := w.enter(".", 1); err != nil {
		return nil, err
	}
	if len(w.members) == 0 {
		return nil, w.out.refusal(s.Name)
	}
	slices.SortFunc(w.members, func(a, b Source) int { return cmp.Compare(a.Name, b.Name) })
	w.members[0].notes = w.out.notes()
	return w.members, nil
}

// assign gives the files the roles that the plan names them with.
func assign(roles []FileRole, files []Source) error {
	for _, r := range roles {
		found := false
		for i := range files {
			if r.Of(files[i].Name) {
				files[i].Role, found = r.Role, true
			}
		}
		if !found {
			return fmt.Errorf("%s is not among the files to read", r.File)
		}
	}
	return nil
}

// refuseTwice refuses a file that is read twice, such as by its own name and by
// its folder's: its people would count double.
func refuseTwice(all []Source) error {
	var infos []fs.FileInfo
	for i, s := range all {
		info, err := s.stat()
		if err != nil {
			return err
		}
		for j, other := range infos {
			if os.SameFile(info, other) || s.sameMember(all[j]) {
				return fmt.Errorf("%s and %s are the same file: its people would be counted twice", all[j].Name, all[i].Name)
			}
		}
		infos = append(infos, info)
	}
	return nil
}

// printable is a name without the characters that would do something to a
// terminal or a page instead of being shown.
func printable(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == unicode.ReplacementChar {
			return '?'
		}
		return r
	}, strings.ToValidUTF8(name, "?"))
}

// cause is what went wrong, without the path that a message names already.
func cause(err error) error {
	if p := new(fs.PathError); errors.As(err, &p) {
		return p.Err
	}
	return err
}
