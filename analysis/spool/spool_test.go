package spool_test

import (
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"commonground/analysis/spool"
)

// Records come back as they were written, all in order or one alone, and the
// file is gone afterwards.
func TestRecordsComeBack(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.SliceOf(rapid.SliceOf(rapid.Byte())).Draw(t, "records")
		f, err := spool.New(dir)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		for _, body := range want {
			if err := f.Write(spool.Append(nil, body)); err != nil {
				t.Fatal(err)
			}
		}
		i := 0
		for rec, err := range f.All() {
			if err != nil {
				t.Fatal(err)
			}
			again, err := f.At(rec.At)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff([]string{string(want[i]), string(want[i])}, []string{string(rec.Body), string(again.Body)}); diff != "" {
				t.Fatal(diff)
			}
			i++
		}
		if i != len(want) {
			t.Fatalf("%d records, want %d", i, len(want))
		}
	})
	left, err := os.ReadDir(dir)
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// Others can't read what a working file holds while it is there.
func TestSpoolIsItsOwnersAlone(t *testing.T) {
	dir := t.TempDir()
	f, err := spool.New(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files { // none, where files need no names
		info, err := file.Info()
		if err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("mode %v, %v", info.Mode(), err)
		}
	}
}
