package report

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// A Folder is a report being written beside the folder that it will replace.
// Until Commit the old report is whole; after a failure, Abort leaves no trace.
type Folder struct {
	target  string // absolute
	work    string // beside target, readable by its owner alone: spools, and the report until it is done
	options Options
	extra   []string // names of the files that Save was given besides the formats
}

// Options say what may be replaced.
type Options struct {
	Force bool // also a folder that is no report; it is kept like an old report

	// Keep reports whether a person has worked in the old report's file at
	// path, one of those given to Save besides the formats. Such a file is
	// carried over, and the new one gets another name. nil keeps none.
	Keep func(path string) (bool, error)
}

// Begin prepares to write a report to folder dir: it refuses a folder that must
// not be replaced, removes what earlier runs left behind when they were killed,
// and makes a working folder beside dir. The caller has to call Abort, which
// does nothing after Commit.
func Begin(dir string, o Options) (*Folder, error) {
	target, err := filepath.Abs(dir)
	if err != nil {
		return nil, fmt.Errorf("output folder %s: %w", dir, err)
	}
	if real, err := filepath.EvalSymlinks(target); err == nil {
		target = real
	}
	f := &Folder{target: target, options: o}
	if err := f.replaceable(); err != nil {
		return nil, err
	}
	parent, name := filepath.Split(target)
	if err := os.MkdirAll(parent, 0o777); err != nil {
		return nil, fmt.Errorf("output folder %s: making the folder around it: %w", dir, err)
	}
	sweep(parent, name)
	f.work, err = os.MkdirTemp(parent, fmt.Sprintf(".%s.partial-%d-*", name, os.Getpid()))
	if err != nil {
		return nil, fmt.Errorf("output folder %s: nothing can be written beside it; choose another with -o: %w", dir, err)
	}
	if err := os.Mkdir(f.fresh(), 0o777); err != nil {
		f.Abort()
		return nil, fmt.Errorf("output folder %s: %w", dir, err)
	}
	return f, nil
}

// Path is a folder for working files, readable by its owner alone, that is
// gone after Commit or Abort.
func (f *Folder) Path() string { return f.work }

// fresh is where the new report is written.
func (f *Folder) fresh() string { return filepath.Join(f.work, "report") }

// Abort removes all that was written. The old report stays as it is.
func (f *Folder) Abort() {
	// What can't be removed now is swept by the next run.
	_ = os.RemoveAll(f.work)
}

// replaceable refuses a target that must not be replaced.
func (f *Folder) replaceable() error {
	info, err := os.Stat(f.target)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("output folder %s: %w", f.target, err)
	case !info.IsDir():
		return fmt.Errorf("output folder %s: it is a file; choose another name with -o", f.target)
	}
	other, err := foreign(f.target)
	if err != nil {
		return fmt.Errorf("output folder %s: %w", f.target, err)
	}
	if other != "" && !f.options.Force {
		return fmt.Errorf("output folder %s: it holds something else than a report, such as %s; choose another with -o, or set it aside with --force",
			f.target, other)
	}
	return openElsewhere(f.target)
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// Commit puts the new report in the place of the old one, which is kept
// beside it as "<folder>.previous". Where a file that a person has worked in
// was carried over, kept has the name of the new file beside it, by that of the
// file. After an error the old report is where it was.
func (f *Folder) Commit() (kept map[string]string, err error) {
	if !exists(f.target) {
		if err := os.Rename(f.fresh(), f.target); err != nil {
			return nil, fmt.Errorf("output folder %s: %w", f.target, err)
		}
		f.Abort()
		return nil, nil
	}
	if err := openElsewhere(f.target); err != nil {
		return nil, err
	}
	kept = map[string]string{}
	for _, name := range f.extra {
		new, err := f.carryOver(name)
		if err != nil {
			return nil, err
		}
		if new != name {
			kept[name] = new
		}
	}
	if err := f.swap(); err != nil {
		return nil, fmt.Errorf("replacing the report in %s: close report.xlsx and whatever else of it is open, and run again: %w", f.target, err)
	}
	f.Abort()
	return kept, nil
}

// swap renames the old report to its second name and the new one to the first.
// A report before the old one is set aside, and is gone with the working folder.
func (f *Folder) swap() error {
	previous, before := f.previous(), filepath.Join(f.work, "before")
	if exists(previous) {
		if err := os.Rename(previous, before); err != nil {
			return err
		}
	}
	if err := os.Rename(f.target, previous); err != nil {
		return errors.Join(err, restore(before, previous))
	}
	if err := os.Rename(f.fresh(), f.target); err != nil {
		return errors.Join(err, restore(previous, f.target), restore(before, previous))
	}
	return nil
}

func restore(from, to string) error {
	if !exists(from) {
		return nil
	}
	return os.Rename(from, to)
}

// previous is the name under which the old report is kept: one that is free,
// or that of a report alone, so that nothing else is ever lost.
func (f *Folder) previous() string {
	path := f.target + ".previous"
	for n := 2; exists(path); n++ {
		if other, err := foreign(path); other == "" && err == nil {
			break
		}
		path = fmt.Sprintf("%s.previous-%d", f.target, n)
	}
	return path
}
