package report

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"

	"commonground/analysis/findings"
)

// Save writes the files of the formats, and the extra files besides, as many
// at a time as there are processors. The extra files, which may hold most, are
// begun first. All are tried unless ctx is done; the error joins those of all
// files.
func (f *Folder) Save(ctx context.Context, r *findings.Report, formats []*Format, extra ...File) error {
	files := slices.Clone(extra)
	for _, file := range extra {
		f.extra = append(f.extra, file.Name)
	}
	for _, format := range formats {
		for file := range format.Files(r) {
			files = append(files, file)
		}
	}
	errs := make([]error, len(files))
	next := make(chan int)
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(files)) {
		workers.Go(func() {
			for i := range next {
				errs[i] = f.write(files[i])
			}
		})
	}
	for i := range files {
		if ctx.Err() != nil {
			break
		}
		next <- i
	}
	close(next)
	workers.Wait()
	return errors.Join(append(errs, ctx.Err())...)
}

func (f *Folder) write(file File) error {
	path := filepath.Join(f.fresh(), filepath.FromSlash(file.Name))
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	mode := file.Mode
	if mode == 0 {
		mode = 0o666
	}
	out, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	buffer := output{bufio.NewWriterSize(out, 1<<16), filepath.Join(f.work, file.Name)}
	err = errors.Join(file.Write(buffer), buffer.Flush(), out.Close())
	if err != nil {
		return fmt.Errorf("writing %s: %w", file.Name, first(err))
	}
	return nil
}

// output is a buffered file. Its name places what a writer needs to spool into
// the working folder.
type output struct {
	*bufio.Writer
	name string
}

func (o output) Name() string { return o.name }

// first keeps one of the errors that follow from each other, such as those of
// a disk that is full.
func first(err error) error {
	if all, ok := err.(interface{ Unwrap() []error }); ok {
		return all.Unwrap()[0]
	}
	return err
}
