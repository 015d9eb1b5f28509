package report

import (
	"bytes"
	"context"
	"errors"
	"image/png"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"commonground/analysis/findings"
	"commonground/analysis/stats"
)

// school is a made-up report with one finding to draw and one without a figure.
func school() *findings.Report {
	return &findings.Report{
		Title:   "Maple Grove",
		Summary: []string{"Nine of 27 wrote about trust."},
		Sections: []findings.Section{{ID: "themes", Title: "Themes", Findings: []findings.Finding{
			{
				ID: "themes", Title: "Nine of 27 wrote about trust.",
				Table: findings.Table{
					Columns: []findings.Column{{Name: "Theme"}, {Name: "Share", Unit: findings.Share}},
					Rows:    [][]findings.Cell{{findings.Text("Trust"), findings.Estimate(stats.Wilson(9, 27))}, {findings.Text("Meals"), findings.Estimate(stats.Wilson(2, 27))}},
				},
				Figure: &findings.Figure{Kind: findings.Bars, Title: "Share of the people who wrote something", Values: []int{1}},
			},
			{ID: "themes.none", Title: "Nobody wrote about the rest."},
		}}},
		Comments: func() iter.Seq2[findings.Comment, error] {
			return func(yield func(findings.Comment, error) bool) {
				yield(findings.Comment{Role: "parent", Text: "We trust the school."}, nil)
			}
		},
	}
}

func saved(t *testing.T, formats []*Format) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "out")
	f, err := Begin(out, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Abort()
	if err := f.Save(t.Context(), school(), formats); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Commit(); err != nil {
		t.Fatal(err)
	}
	return out
}

// names lists the files under dir.
func names(t *testing.T, dir string) []string {
	t.Helper()
	var out []string
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			out = append(out, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestEveryFormatIsWritten(t *testing.T) {
	out := saved(t, Formats)
	want := []string{
		"charts/charts.json", "charts/themes.pdf", "charts/themes.png", "charts/themes.svg", "comments.csv", "comments.parquet",
		"findings.json", "findings.schema.json", "memo.docx", "report.html", "report.xlsx", "slides.pptx",
	}
	if diff := cmp.Diff(want, names(t, out)); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
	picture, err := os.Open(filepath.Join(out, "charts/themes.png"))
	if err != nil {
		t.Fatal(err)
	}
	defer picture.Close()
	if _, err := png.Decode(picture); err != nil {
		t.Error(err)
	}
	data, err := os.Open(filepath.Join(out, "findings.json"))
	if err != nil {
		t.Fatal(err)
	}
	defer data.Close()
	if r, err := findings.ReadJSON(data); err != nil || r.Title != "Maple Grove" {
		t.Errorf("findings.json is read as %+v (%v)", r, err)
	}
	for _, f := range Formats {
		if f.Name == "" || f.Doc == "" {
			t.Errorf("a format is not told of: %+v", f)
		}
	}
}

// A report can be replaced by the next one, whatever its formats.
func TestAFolderOfEveryFormatIsOurs(t *testing.T) {
	if other, err := foreign(saved(t, Formats)); other != "" || err != nil {
		t.Errorf("%s is taken for something else than a report (%v)", other, err)
	}
}

func TestSameFilesOnAnyNumberOfProcessors(t *testing.T) {
	many := saved(t, Formats)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	one := saved(t, Formats)
	for _, name := range names(t, many) {
		a, err := os.ReadFile(filepath.Join(many, name))
		if err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(filepath.Join(one, name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(a, b) {
			t.Errorf("%s differs", name)
		}
	}
}

func TestInterruptedSave(t *testing.T) {
	f, err := Begin(filepath.Join(t.TempDir(), "out"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Abort()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := f.Save(ctx, school(), Formats); !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v, want that the run was interrupted", err)
	}
}

func TestSpoolsOfWritersStayInTheWorkingFolder(t *testing.T) {
	f, err := Begin(filepath.Join(t.TempDir(), "out"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Abort()
	var name string
	err = f.Save(t.Context(), school(), nil, File{Name: "review.xlsx", Write: func(w io.Writer) error {
		name = w.(interface{ Name() string }).Name()
		return nil
	}})
	if err != nil || filepath.Dir(name) != f.Path() {
		t.Errorf("a writer would spool beside %s (%v), want in %s", name, err, f.Path())
	}
}

func TestErrorsOfAllFiles(t *testing.T) {
	f, err := Begin(filepath.Join(t.TempDir(), "out"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Abort()
	fail := func(name string) File {
		return File{Name: name, Write: func(io.Writer) error { return errors.New("no ink") }}
	}
	err = f.Save(t.Context(), school(), nil, fail("a.txt"), fail("b.txt"))
	if err == nil || !slices.Equal(strings.Split(err.Error(), "\n"), []string{"writing a.txt: no ink", "writing b.txt: no ink"}) {
		t.Errorf("error is %v", err)
	}
}
