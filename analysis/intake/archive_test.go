package intake

import (
	"archive/zip"
	"fmt"
	"strings"
	"testing"
)

// Files that are each short enough are refused when all together are too long.
func TestZipThatUnpacksToTooMuch(t *testing.T) {
	var files []*zip.File
	for i := range unpackedLimit / unpackedFileLimit {
		files = append(files, &zip.File{FileHeader: zip.FileHeader{Name: fmt.Sprint(i, ".csv"), UncompressedSize64: unpackedFileLimit, CompressedSize64: unpackedFileLimit / 20}})
	}
	if parts, err := checkParts(files); err != nil || len(parts) != len(files) {
		t.Errorf("%d files: %v", len(parts), err)
	}
	files = append(files, &zip.File{FileHeader: zip.FileHeader{Name: "last.csv", UncompressedSize64: 1}})
	if _, err := checkParts(files); err == nil || !strings.Contains(err.Error(), "unpack to more than any survey needs") {
		t.Errorf("got %v", err)
	}
}

// A file that packs far better than words do is a bomb, and so are many that do
// together.
func TestZipBombIsRefused(t *testing.T) {
	file := func(name string, size, packed uint64) *zip.File {
		return &zip.File{FileHeader: zip.FileHeader{Name: name, UncompressedSize64: size, CompressedSize64: packed}}
	}
	plain := file("plain.csv", 500<<20, 5<<20)
	tests := []struct {
		files []*zip.File
		ok    bool
	}{
		{[]*zip.File{plain, file("small.csv", 1<<20, 10)}, true},
		{[]*zip.File{plain, file("bomb.csv", 1<<30, 3<<20)}, false},
		{[]*zip.File{file("a.csv", 60<<20, 100), file("b.csv", 60<<20, 100)}, false},
	}
	for _, tt := range tests {
		if _, err := checkParts(tt.files); (err == nil) != tt.ok || err != nil && !strings.Contains(err.Error(), "unpacks to more than 200 times its size") {
			t.Errorf("%s: %v", tt.files[len(tt.files)-1].Name, err)
		}
	}
}
