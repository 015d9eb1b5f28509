package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// replaceFile writes a file that its owner alone can read, whole or not at
// all; a file that was there before is kept beside it as NAME.previous.
func replaceFile(name string, write func(io.Writer) error) error {
	info, err := os.Stat(name)
	if err == nil && !info.Mode().IsRegular() {
		return fmt.Errorf("writing %s: it is no file; choose another name with -o", name)
	}
	there := err == nil
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".partial-*")
	if err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	defer os.Remove(f.Name())
	if err := write(f); err != nil {
		f.Close()
		return err
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	previous := name + ".previous"
	if there {
		if err := os.Rename(name, previous); err != nil {
			return fmt.Errorf("writing %s: close it where it is open and run again: %w", name, err)
		}
	}
	if err := os.Rename(f.Name(), name); err != nil {
		if there {
			err = errors.Join(err, os.Rename(previous, name))
		}
		return fmt.Errorf("writing %s: %w", name, err)
	}
	return nil
}
