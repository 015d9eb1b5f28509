package main

import (
	"bytes"
	"context"
	"io"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"commonground/analysis/findings"
)

// Every number of report.xlsx is the number of findings.json, on both samples.
func TestWorkbookAgreesWithJSON(t *testing.T) {
	for _, sample := range []string{"riverbend", "blog"} {
		t.Run(sample, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "out")
			var said bytes.Buffer
			args := []string{"report", "-o", dir, "--formats", "xlsx,json", samplePrefix + sample}
			if code := execute(context.Background(), args, io.Discard, &said); code != done {
				t.Fatalf("exit code %d: %s", code, &said)
			}
			f, err := os.Open(filepath.Join(dir, "findings.json"))
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			r, err := findings.ReadJSON(f)
			if err != nil {
				t.Fatal(err)
			}
			book, err := excelize.OpenFile(filepath.Join(dir, "report.xlsx"))
			if err != nil {
				t.Fatal(err)
			}
			defer book.Close()
			compare(t, r, cellsOf(t, book))
		})
	}
}

// compare looks every number of the report up among the workbook's cells.
func compare(t *testing.T, r *findings.Report, cells map[string]string) {
	compared := 0
	for f := range r.Findings() {
		for j, column := range f.Table.Columns {
			for i, row := range f.Table.Rows {
				got, want := cells[cellKey(f.ID, column.Name, i)], row[j].Label
				if !math.IsNaN(row[j].Number) {
					want = strconv.FormatFloat(row[j].Number, 'g', -1, 64)
					if n, err := strconv.ParseFloat(got, 64); err == nil {
						got = strconv.FormatFloat(n, 'g', -1, 64)
					}
					compared++
				}
				if row[j].Hidden {
					want = "withheld"
				}
				if got != want {
					t.Errorf("%s, %s, row %d: %q in the workbook, %q in the JSON", f.ID, column.Name, i+1, got, want)
				}
			}
		}
	}
	if compared < 200 {
		t.Errorf("only %d numbers were compared", compared)
	}
}

// cellKey names a cell by its finding, column and row.
func cellKey(finding, column string, row int) string {
	table := "t_" + strings.NewReplacer(".", "_", "-", "_").Replace(finding)
	return table + "/" + column + "/" + strconv.Itoa(row)
}

// cellsOf reads the cells of every Excel table.
func cellsOf(t *testing.T, book *excelize.File) map[string]string {
	cells := map[string]string{}
	for _, sheet := range book.GetSheetList() {
		tables, err := book.GetTables(sheet)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := book.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for _, table := range tables {
			from, to, _ := strings.Cut(table.Range, ":")
			left, top, _ := excelize.CellNameToCoordinates(from)
			right, bottom, _ := excelize.CellNameToCoordinates(to)
			for i := range bottom - top {
				for j := left - 1; j < min(right, len(rows[top+i])); j++ {
					cells[table.Name+"/"+rows[top-1][j]+"/"+strconv.Itoa(i)] = rows[top+i][j]
				}
			}
		}
	}
	return cells
}
