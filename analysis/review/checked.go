package review

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Checked counts the rows of a review workbook that are marked as checked. A
// workbook that has no such column is an error: what is not known to be
// unchecked must not be replaced. What is unpacked of it for a moment stands
// beside it.
func Checked(f *os.File) (int, error) {
	n, err := countChecked(f)
	if err != nil {
		return 0, fmt.Errorf("looking for checked rows: %w", err)
	}
	return n, nil
}

func countChecked(f *os.File) (n int, err error) {
	file, err := excelize.OpenReader(f, excelize.Options{TmpDir: filepath.Dir(f.Name())})
	if err != nil {
		return 0, err
	}
	defer file.Close()
	rows, err := file.Rows(file.GetSheetName(0))
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	at := -1
	for row := 1; rows.Next(); row++ {
		cells, err := rows.Columns()
		if err != nil {
			return 0, err
		}
		if at < 0 {
			at = indexFold(cells, checked)
			if at < 0 && row > 20 {
				break
			}
		} else if at < len(cells) && strings.TrimSpace(cells[at]) != "" {
			n++
		}
	}
	if at < 0 {
		return 0, fmt.Errorf("its first sheet has no column %q", checked)
	}
	return n, rows.Error()
}

func indexFold(cells []string, name string) int {
	for i, c := range cells {
		if strings.EqualFold(strings.TrimSpace(c), name) {
			return i
		}
	}
	return -1
}
