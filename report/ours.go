package report

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// ours are the patterns of the names in a report's folder, and of those that
// computers put into any folder.
var ours = []string{
	"report.xlsx", "findings.json", "charts", "review*.xlsx", "coder.model", "report.html",
	"slides.pptx", "memo.docx", "findings.schema.json", "comments.csv", "comments.parquet", "study*.qdpx", "codebook*.qdc",
	".DS_Store", "Thumbs.db", "desktop.ini",
}

// foreign returns the name of something in a folder that no report has in it,
// or "".
func foreign(dir string) (string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return "", err
	}
	for _, e := range entries {
		mine := func(pattern string) bool {
			ok, _ := filepath.Match(pattern, e.Name())
			return ok
		}
		if !slices.ContainsFunc(ours, mine) && !isLock(e.Name()) {
			return e.Name(), nil
		}
	}
	return "", nil
}

// openElsewhere finds the files that Excel and LibreOffice put beside a
// workbook while it is open.
func openElsewhere(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return fmt.Errorf("output folder %s: %w", dir, err)
	}
	for _, e := range entries {
		if name, ok := lockOf(e.Name()); ok {
			return fmt.Errorf("%s is open in another program: close %s and run again (if it is not open, delete %s)",
				filepath.Join(dir, name), name, filepath.Join(dir, e.Name()))
		}
	}
	return nil
}

// lockOf returns the file that a lock of Excel or LibreOffice is for.
func lockOf(name string) (locked string, ok bool) {
	if locked, ok = strings.CutPrefix(name, "~$"); ok {
		return locked, true
	}
	locked, ok = strings.CutPrefix(name, ".~lock.")
	return strings.TrimSuffix(locked, "#"), ok
}

func isLock(name string) bool {
	_, ok := lockOf(name)
	return ok
}
