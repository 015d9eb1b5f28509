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
		files = append(files, &zip.File{FileHeader: zip.FileHeader{Name: fmt.Sprint(i, ".csv"), UncompressedSize64: unpackedFileLimit}})
	}
	if parts, err := checkParts(files); err != nil || len(parts) != len(files) {
		t.Errorf("%d files: %v", len(parts), err)
	}
	files = append(files, &zip.File{FileHeader: zip.FileHeader{Name: "last.csv", UncompressedSize64: 1}})
	if _, err := checkParts(files); err == nil || !strings.Contains(err.Error(), "unpack to more than any survey needs") {
		t.Errorf("got %v", err)
	}
}
