package main

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// The base that ships is what this program makes of the comments beside it, and
// of the rules as they are now.
func TestShippedIsMadeOfThese(t *testing.T) {
	if runtime.GOARCH != "amd64" {
		t.Skip("sums are rounded otherwise here")
	}
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	made := filepath.Join(t.TempDir(), "base.model")
	if err := train(made, "partnership", []string{"comments.jsonl"}); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(made)
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("../base.model")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("the base was trained with other rules: go generate ./analysis/learn")
	}
}
