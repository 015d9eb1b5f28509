package report

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"commonground/analysis/findings"
)

// texts is a format whose files hold fixed texts.
func texts(files map[string]string) []*Format {
	return []*Format{{Name: "texts", Files: func(*findings.Report) iter.Seq[File] {
		return func(yield func(File) bool) {
			for name, words := range files {
				if !yield(text(name, words)) {
					return
				}
			}
		}
	}}}
}

func text(name, words string) File {
	return File{Name: name, Write: func(w io.Writer) error {
		_, err := io.WriteString(w, words)
		return err
	}}
}

// tell writes a report that holds one text, and commits it.
func tell(t *testing.T, dir, words string, o Options, extra ...File) (kept string) {
	t.Helper()
	f, err := Begin(dir, o)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Abort()
	if err := f.Save(t.Context(), &findings.Report{}, texts(map[string]string{"findings.json": words}), extra...); err != nil {
		t.Fatal(err)
	}
	all, err := f.Commit()
	if err != nil {
		t.Fatal(err)
	}
	return all["review.xlsx"]
}

// tree lists the files under dir with their texts.
func tree(t *testing.T, dir string) string {
	t.Helper()
	var out strings.Builder
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(filepath.Join(dir, path))
		fmt.Fprintf(&out, "%s: %s\n", path, b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func wantTree(t *testing.T, dir, want string) {
	t.Helper()
	if got := tree(t, dir); got != want {
		t.Errorf("the folder holds\n%swant\n%s", got, want)
	}
}

func TestNewAndReplacedReport(t *testing.T) {
	home := t.TempDir()
	out := filepath.Join(home, "a", "out")
	tell(t, out, "one", Options{})
	wantTree(t, home, "a/out/findings.json: one\n")
	tell(t, out, "two", Options{})
	wantTree(t, home, "a/out/findings.json: two\na/out.previous/findings.json: one\n")
	tell(t, out, "three", Options{})
	wantTree(t, home, "a/out/findings.json: three\na/out.previous/findings.json: two\n")
}

func TestEmptyFolderIsUsed(t *testing.T) {
	tell(t, t.TempDir(), "one", Options{})
}

func TestForeignFolderIsRefused(t *testing.T) {
	home := t.TempDir()
	out := filepath.Join(home, "out")
	os.Mkdir(out, 0o777)
	os.WriteFile(filepath.Join(out, "thesis.docx"), []byte("mine"), 0o666)
	if _, err := Begin(out, Options{}); err == nil || !strings.Contains(err.Error(), "--force") {
		t.Errorf("error is %v, want one that names --force", err)
	}
	wantTree(t, home, "out/thesis.docx: mine\n")

	for _, words := range []string{"one", "two", "three"} {
		tell(t, out, words, Options{Force: true})
	}
	wantTree(t, home, "out/findings.json: three\nout.previous/thesis.docx: mine\nout.previous-2/findings.json: two\n")
}

// Somebody's own files are never lost beside a workbook of the same name.
func TestFilesBesideAReportAreNeverLost(t *testing.T) {
	home := t.TempDir()
	out := filepath.Join(home, "out")
	tell(t, out, "one", Options{})
	os.WriteFile(filepath.Join(out, "thesis.docx"), []byte("mine"), 0o666)
	if _, err := Begin(out, Options{}); err == nil || !strings.Contains(err.Error(), "thesis.docx") {
		t.Errorf("error is %v, want one that names the thesis", err)
	}
	for _, words := range []string{"two", "three", "four"} {
		tell(t, out, words, Options{Force: true})
	}
	if got := tree(t, home); !strings.Contains(got, "thesis.docx: mine") {
		t.Errorf("the thesis is gone:\n%s", got)
	}
}

func TestFileInTheWay(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	os.WriteFile(out, nil, 0o666)
	if _, err := Begin(out, Options{Force: true}); err == nil || !strings.Contains(err.Error(), "it is a file") {
		t.Errorf("error is %v, want that out is a file", err)
	}
}

func TestFailureLeavesTheOldReport(t *testing.T) {
	home := t.TempDir()
	out := filepath.Join(home, "out")
	tell(t, out, "one", Options{})
	f, err := Begin(out, Options{})
	if err != nil {
		t.Fatal(err)
	}
	full := errors.New("no space left on device")
	err = f.Save(t.Context(), &findings.Report{}, texts(map[string]string{"findings.json": "two"}),
		File{Name: "review.xlsx", Write: func(io.Writer) error { return full }})
	if !errors.Is(err, full) || !strings.Contains(err.Error(), "review.xlsx") {
		t.Errorf("error is %v, want it to name the file and the cause", err)
	}
	f.Abort()
	wantTree(t, home, "out/findings.json: one\n")
}

func TestCheckedFileIsCarriedOver(t *testing.T) {
	home := t.TempDir()
	out := filepath.Join(home, "out")
	keep := func(path string) (bool, error) {
		b, err := os.ReadFile(path)
		return strings.Contains(string(b), "checked"), err
	}
	review := func(words string) File {
		f := text("review.xlsx", words)
		f.Mode = 0o600
		return f
	}
	if kept := tell(t, out, "one", Options{Keep: keep}, review("first")); kept != "" {
		t.Errorf("a new report kept %q", kept)
	}
	if kept := tell(t, out, "two", Options{Keep: keep}, review("second")); kept != "" {
		t.Errorf("an unchecked file was kept beside %q", kept)
	}
	os.WriteFile(filepath.Join(out, "review.xlsx"), []byte("second, checked"), 0o600)
	if kept := tell(t, out, "three", Options{Keep: keep}, review("third")); kept != "review-new.xlsx" {
		t.Errorf("kept is %q, want review-new.xlsx", kept)
	}
	os.WriteFile(filepath.Join(out, "review-new.xlsx"), []byte("third, checked"), 0o600)
	if kept := tell(t, out, "four", Options{Keep: keep}, review("fourth")); kept != "review-new-2.xlsx" {
		t.Errorf("kept is %q, want review-new-2.xlsx", kept)
	}
	if kept := tell(t, out, "five", Options{Keep: func(path string) (bool, error) { return strings.HasSuffix(path, "review-new.xlsx"), nil }}, review("fourth")); kept != "" {
		t.Errorf("kept is %q, want the new file under its own name", kept)
	}
	wantTree(t, out, "findings.json: five\nreview-new.xlsx: third, checked\nreview.xlsx: fourth\n")
	os.WriteFile(filepath.Join(out, "review.xlsx"), []byte("second, checked"), 0o600)
	tell(t, out, "four", Options{Keep: keep}, review("fourth"))
	wantTree(t, out, "findings.json: four\nreview-new-2.xlsx: fourth\nreview-new.xlsx: third, checked\nreview.xlsx: second, checked\n")
	info, err := os.Stat(filepath.Join(out, "review.xlsx"))
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the kept file has mode %v (%v), want 0600", info.Mode(), err)
	}
}

func TestUnreadableWorkIsKept(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	keep := func(string) (bool, error) { return false, errors.New("encrypted") }
	tell(t, out, "one", Options{}, text("review.xlsx", "first"))
	if kept := tell(t, out, "two", Options{Keep: keep}, text("review.xlsx", "second")); kept != "review-new.xlsx" {
		t.Errorf("kept is %q: a file that can't be judged was replaced", kept)
	}
}

func TestOpenWorkbook(t *testing.T) {
	for _, lock := range []string{"~$report.xlsx", ".~lock.report.xlsx#"} {
		out := filepath.Join(t.TempDir(), "out")
		tell(t, out, "one", Options{})
		f, err := Begin(out, Options{})
		if err != nil {
			t.Fatal(err)
		}
		os.WriteFile(filepath.Join(out, lock), nil, 0o600)
		if _, err := f.Commit(); err == nil || !strings.Contains(err.Error(), "close report.xlsx and run again") {
			t.Errorf("with %s, Commit says %v", lock, err)
		}
		f.Abort()
		if _, err := Begin(out, Options{}); err == nil || !strings.Contains(err.Error(), "close report.xlsx and run again") {
			t.Errorf("with %s, Begin says %v", lock, err)
		}
		if b, err := os.ReadFile(filepath.Join(out, "findings.json")); string(b) != "one" {
			t.Errorf("the old report holds %q (%v)", b, err)
		}
	}
}

func TestKilledRunsAreSwept(t *testing.T) {
	home := t.TempDir()
	out := filepath.Join(home, "out")
	gone := filepath.Join(home, ".out.partial-999999999-1")
	alive := filepath.Join(home, fmt.Sprintf(".out.partial-%d-1", os.Getppid()))
	other := filepath.Join(home, ".other.partial-999999999-1")
	for _, dir := range []string{gone, alive, other} {
		os.Mkdir(dir, 0o700)
	}
	tell(t, out, "one", Options{})
	if exists(gone) || !exists(alive) || !exists(other) {
		t.Errorf("left: of a dead run %v, of a living one %v, of another folder %v; want false, true, true", exists(gone), exists(alive), exists(other))
	}
}

func TestSpoolsAreForTheOwner(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	f, err := Begin(out, Options{})
	if err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(f.Path())
	if err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("the working folder has mode %v (%v), want 0700", info.Mode(), err)
	}
	f.Abort()
	if exists(f.Path()) {
		t.Error("the working folder is still there")
	}
}
