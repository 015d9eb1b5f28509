package samples

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

func TestEachNameOpens(t *testing.T) {
	for _, name := range Names() {
		fsys, paths, err := Open(name)
		if err != nil {
			t.Fatal(err)
		}
		if len(paths) == 0 {
			t.Errorf("%s: no files", name)
		}
		for _, path := range paths {
			if _, err := fs.Stat(fsys, path); err != nil {
				t.Error(err)
			}
		}
	}
}

func TestUnknownNameListsTheOthers(t *testing.T) {
	_, _, err := Open("lakeside")
	if err == nil || !strings.Contains(err.Error(), "blog, riverbend") {
		t.Errorf("got %v, want an error that lists the samples", err)
	}
}

// In 2026, 180 parents, one emptied row and one shifted row; in 2025, 164, one
// who sent the form twice, a trial and an emptied row.
func TestParents(t *testing.T) {
	checkRows(t, sheetRows(t, "riverbend/2026/parents.xlsx"), 180, 1)
	checkRows(t, sheetRows(t, "riverbend/2025/parents.xlsx"), 164+2, 0)
}

func sheetRows(t *testing.T, name string) [][]string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(read(t, name)))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(f.GetSheetName(0))
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// 42 teachers and staff, one emptied row and one with a comma too many.
func TestTeachers(t *testing.T) {
	r := csv.NewReader(bytes.NewReader(read(t, "riverbend/2026/teachers.csv")))
	r.FieldsPerRecord = -1
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	checkRows(t, rows, 42, 1)
}

func checkRows(t *testing.T, rows [][]string, want, wantLong int) {
	t.Helper()
	var filled, empty, long int
	for _, row := range rows[1:] {
		switch {
		case strings.Join(row, "") == "":
			empty++
		case len(row) > len(rows[0]):
			long++
		default:
			filled++
		}
	}
	if filled != want || empty != 1 || long != wantLong {
		t.Errorf("%d filled, %d empty, %d too long; want %d, 1, %d", filled, empty, long, want, wantLong)
	}
}

func TestThread(t *testing.T) {
	text := string(read(t, "blog/thread.txt"))
	authors := regexp.MustCompile(`(?m)^(.+) says:$`).FindAllStringSubmatch(text, -1)
	var names []string
	for _, a := range authors {
		names = append(names, a[1])
	}
	slices.Sort(names)
	if people := len(slices.Compact(slices.Clone(names))); people != 27 || len(names) != 30 {
		t.Errorf("%d comments by %d people, want 30 by 27", len(names), people)
	}
}

// What is committed is what generate.go makes of the comments. A workbook is
// compared part by part, as another version of Go may compress it otherwise.
func TestGenerate(t *testing.T) {
	dir := t.TempDir()
	out, err := exec.Command("go", "run", "generate.go", "-comments", ".", "-o", dir).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	made := func(name string) []byte {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	const again = "not what generate.go makes: run go run samples/generate.go"
	for _, year := range []string{"2025", "2026"} {
		teachers, parents := year+"/teachers.csv", year+"/parents.xlsx"
		if !bytes.Equal(made(teachers), read(t, "riverbend/"+teachers)) {
			t.Errorf("%s is %s", teachers, again)
		}
		if diff := cmp.Diff(parts(t, made(parents)), parts(t, read(t, "riverbend/"+parents))); diff != "" {
			t.Errorf("%s is %s\n%s", parents, again, diff)
		}
	}
}

// parts returns the files of a workbook by name.
func parts(t *testing.T, workbook []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		b, err := fs.ReadFile(z, f.Name)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(b)
	}
	return parts
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	b, err := files.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
