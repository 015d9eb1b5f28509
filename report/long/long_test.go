package long

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"commonground/report/look"
)

const part = "xl/worksheets/sheet1.xml"

// A line is a row to write: one text, and a number behind it.
type line struct {
	Height float64
	Text   string
	Style  int
	Number int
}

// workbook writes a head by the library, and below it the lines: by Rows, or
// by the library too.
func workbook(t rapid.TB, lines []line, ours bool) []byte {
	file := excelize.NewFile()
	defer file.Close()
	rows := New(t.(interface{ TempDir() string }).TempDir())
	defer rows.Close()
	stream, err := file.NewStreamWriter("Sheet1")
	check(t, err)
	check(t, stream.SetRow("A1", []any{"text", "number"}))
	for i, l := range lines {
		if ours {
			rows.Begin(i+2, l.Height)
			rows.Text(1, l.Style, l.Text)
			rows.Int(28, l.Style, l.Number)
			continue
		}
		cells := make([]any, 28)
		cells[0], cells[27] = excelize.Cell{StyleID: l.Style}, excelize.Cell{StyleID: l.Style, Value: l.Number}
		if s := look.Clean(l.Text); s != "" {
			cells[0] = excelize.Cell{StyleID: l.Style, Value: s}
		}
		at, _ := excelize.CoordinatesToCellName(1, i+2)
		check(t, stream.SetRow(at, cells, excelize.RowOpts{Height: l.Height}))
	}
	check(t, rows.Err())
	check(t, stream.Flush())
	var out bytes.Buffer
	file.SetZipWriter(func(io.Writer) excelize.ZipWriter {
		z := NewZip(&out)
		if ours {
			z.Put(part, rows)
		}
		return z
	})
	check(t, file.Write(io.Discard))
	return out.Bytes()
}

func check(t rapid.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func sheet(t rapid.TB, book []byte) string {
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	check(t, err)
	f, err := z.Open(part)
	check(t, err)
	xml, err := io.ReadAll(f)
	check(t, err)
	return string(xml)
}

// inT gives a rapid check the folders of its test.
type inT struct {
	*rapid.T
	t *testing.T
}

func (t inT) TempDir() string { return t.t.TempDir() }

func TestRowsAreAsTheLibraryWritesThem(t *testing.T) {
	text := rapid.OneOf(rapid.String(), rapid.StringMatching(`[ \n\t]?[a-z <>&"'_;\n\t]*[ \n]?`), rapid.Just(strings.Repeat("año 😀 ", 6000)))
	lines := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) line {
		return line{
			Height: rapid.SampledFrom([]float64{0, 17, 21.25, 409}).Draw(t, "height"),
			Text:   text.Draw(t, "text"),
			Style:  rapid.IntRange(1, 300).Draw(t, "style"),
			Number: rapid.IntRange(-5, 1<<40).Draw(t, "number"),
		}
	}), 0, 8)
	rapid.Check(t, func(rt *rapid.T) {
		drawn, t := lines.Draw(rt, "lines"), inT{rt, t}
		if diff := cmp.Diff(sheet(t, workbook(t, drawn, false)), sheet(t, workbook(t, drawn, true))); diff != "" {
			t.Fatalf("library, ours: %s", diff)
		}
	})
}

func TestTextsComeBack(t *testing.T) {
	texts := []string{"plain", "=1+1", " blank before and after ", "two\nlines", "“quoted” & <marked> 'so'", "_x0041_", "_x005F_x0041_", "_x0041_x0042_", "a_x00e9", "_xyz_"}
	var lines []line
	for _, s := range texts {
		lines = append(lines, line{Text: s, Style: 1})
	}
	file, err := excelize.OpenReader(bytes.NewReader(workbook(t, lines, true)))
	check(t, err)
	defer file.Close()
	rows, err := file.GetRows("Sheet1")
	check(t, err)
	var got []string
	for _, row := range rows[1:] {
		got = append(got, row[0])
	}
	if diff := cmp.Diff(texts, got); diff != "" {
		t.Error(diff)
	}
}

// fill writes n rows of what can hardly be compressed.
func fill(rows *Rows, n int) {
	letters := rand.New(rand.NewPCG(1, 2))
	text := make([]byte, 1500)
	for row := range n {
		for i := range text {
			text[i] = byte('a' + letters.IntN(26))
		}
		rows.Begin(row+1, 0)
		rows.Text(1, 1, string(text))
	}
}

func TestManyRowsNeedAFileThatIsGoneAfterwards(t *testing.T) {
	dir := t.TempDir()
	rows := New(dir)
	fill(rows, 3000)
	check(t, rows.Err())
	if rows.done.file == nil || len(rows.buf)+len(rows.done.buf) > 2*inMemory {
		t.Errorf("%d and %d bytes are kept in memory", len(rows.buf), len(rows.done.buf))
	}
	var out bytes.Buffer
	z := NewZip(&out)
	z.Put(part, rows)
	w, err := z.Create(part)
	check(t, err)
	_, err = io.WriteString(w, "<sheetData></sheetData>")
	check(t, errors.Join(err, z.Close()))
	if got := strings.Count(sheet(t, out.Bytes()), "</row>"); got != 3000 {
		t.Errorf("%d rows came back, not 3000", got)
	}
	check(t, rows.Close())
	if left, _ := filepath.Glob(filepath.Join(dir, "*")); len(left) > 0 {
		t.Errorf("left behind: %q", left)
	}
}

func TestRowsWithoutAPlaceAreAnError(t *testing.T) {
	z := NewZip(io.Discard)
	z.Put(part, New(""))
	w, err := z.Create(part)
	check(t, err)
	_, err = io.WriteString(w, "<worksheet></worksheet>")
	if err := errors.Join(err, z.Close()); err == nil || !strings.Contains(err.Error(), part) {
		t.Errorf("got %v, want an error that names %s", err, part)
	}
}

func TestAFolderThatCannotBeWrittenIsAnError(t *testing.T) {
	rows := New(filepath.Join(t.TempDir(), "missing"))
	fill(rows, 3000)
	if err := rows.Err(); err == nil || !os.IsNotExist(rows.err) {
		t.Errorf("got %v", err)
	}
	check(t, rows.Close())
}
