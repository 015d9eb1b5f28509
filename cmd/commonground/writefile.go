package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// replaceFile writes a file that its owner alone can read, whole or not at
// all; a file that was there before is kept beside it as NAME.previous.
func replaceFile(name string, write func(io.Writer) error) error {
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
	if _, err := os.Stat(name); err == nil {
		if err := os.Rename(name, name+".previous"); err != nil {
			return fmt.Errorf("writing %s: close it where it is open and run again: %w", name, err)
		}
	}
	return os.Rename(f.Name(), name)
}
