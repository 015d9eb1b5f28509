package intake

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"commonground/analysis/survey"
)

const oneAnswer = "Role,What could we do better?\nParent,Call us\n"

// zipped makes a zip file of names and contents in turn.
func zipped(t *testing.T, files ...string) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		f, err := w.Create(files[i])
		if err == nil {
			_, err = io.WriteString(f, files[i+1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// write writes names and contents in turn into a new folder.
func write(t *testing.T, files ...string) string {
	t.Helper()
	dir := t.TempDir()
	for i := 0; i < len(files); i += 2 {
		at := filepath.Join(dir, files[i])
		if err := os.MkdirAll(filepath.Dir(at), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, []byte(files[i+1]), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// everything is what the folders and zips of schools hold besides answers.
func everything(t *testing.T) []string {
	return []string{
		"teachers.csv", oneAnswer,
		"parents.csv", "What could we do better?\nWrite us\n",
		".DS_Store", "x", "__MACOSX/._parents.csv", "x", "~$parents.xlsx", "x", ".hidden.csv", oneAnswer,
		"report.xlsx", "ours", "review.xlsx", "ours", "findings.json", "{}",
		"photo.jpg", "\xff\xd8\xff\xe0\x00\x10JFIF", "empty.csv", "", "readme.txt", "Dear all,\n\nhere are the answers. They came in May.\n",
		"old.zip", zipped(t, "parents.csv", oneAnswer),
	}
}

func TestFolderStandsForItsFiles(t *testing.T) {
	dir := write(t, append(everything(t), "1/2/3/4/5/6/7/8/old.csv", oneAnswer)...)
	if runtime.GOOS != "windows" {
		for name, to := range map[string]string{"secret.csv": "/etc/passwd", "again.csv": "../other.csv"} {
			if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
				t.Fatal(err)
			}
		}
	}
	in, err := Open(t.Context(), Plan{Spool: t.TempDir(), Sources: []Source{{Name: "answers", Path: dir, Wave: "2026"}}})
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	checkMembers(t, in, "answers")
	notes := strings.Join(in.Reads[0].Notes, "\n")
	for _, want := range []string{"answers/1/2/3/4/5/6/7/8 was left out: it lies more than 8 folders deep", "answers/secret.csv was left out: it is a link to something outside"} {
		if runtime.GOOS != "windows" && !strings.Contains(notes, want) {
			t.Errorf("no note %q in\n%s", want, notes)
		}
	}
}

func TestZipStandsForItsFiles(t *testing.T) {
	dir := write(t, "answers.zip", zipped(t, everything(t)...))
	in, err := Open(t.Context(), Plan{Spool: t.TempDir(), Sources: []Source{{Name: "answers.zip", Path: filepath.Join(dir, "answers.zip")}}})
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	checkMembers(t, in, "answers.zip")
}

func checkMembers(t *testing.T, in *Intake, name string) {
	t.Helper()
	var files []string
	for _, r := range in.Reads {
		files = append(files, r.File)
	}
	if diff := cmp.Diff([]string{name + "/parents.csv", name + "/teachers.csv"}, files); diff != "" {
		t.Error(diff)
	}
	notes := strings.Join(in.Reads[0].Notes, "\n")
	for _, want := range []string{
		"/photo.jpg was left out: a picture", "/empty.csv was left out: the file is empty", "/readme.txt was left out: no comments",
		"/old.zip was left out: a zip file within", "/report.xlsx was left out: it is part of a report", "/findings.json was left out", "Hidden files were left out",
	} {
		if !strings.Contains(notes, want) {
			t.Errorf("no note %q in\n%s", want, notes)
		}
	}
	n := 0
	for r, err := range in.Responses() {
		if err != nil {
			t.Fatal(err)
		}
		if n++; n == 1 && r.Answers[rolePlace].Picks[0] != survey.Parent.Choice() {
			t.Errorf("the role of %s is not known by its name", in.Reads[0].File)
		}
	}
	if n != 2 {
		t.Errorf("%d responses", n)
	}
}

// A large file goes through a working file, which doesn't stay behind.
func TestLargeFileOfZip(t *testing.T) {
	long := "What could we do better?\n" + strings.Repeat(strings.Repeat("Call us more often. ", 50)+"\n", heldFileLimit/1000+100)
	dir := write(t, "answers.zip", zipped(t, "a/parents.csv", long))
	spool := t.TempDir()
	in, err := Open(t.Context(), Plan{Spool: spool, Sources: []Source{{Name: "answers.zip", Path: filepath.Join(dir, "answers.zip")}}})
	if err != nil {
		t.Fatal(err)
	}
	if in.Respondents != heldFileLimit/1000+100 || in.Reads[0].File != "answers.zip/a/parents.csv" {
		t.Errorf("%d respondents in %s", in.Respondents, in.Reads[0].File)
	}
	if err := in.Close(); err != nil {
		t.Fatal(err)
	}
	if left, err := os.ReadDir(spool); err != nil || len(left) > 0 {
		t.Errorf("%v, %v left behind", err, left)
	}
}

func TestFoldersAndZipsThatAreRefused(t *testing.T) {
	claims := func(size uint64, flags uint16) string {
		var b bytes.Buffer
		w := zip.NewWriter(&b)
		_, err := w.CreateRaw(&zip.FileHeader{Name: "a.csv", UncompressedSize64: size, Flags: flags})
		if err == nil {
			err = w.Close()
		}
		if err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	many := make([]string, 2*(memberLimit+1))
	for i := range many {
		many[i] = strings.Repeat("a", i%2) + "x" + string(rune('a'+i/2%26)) + strings.Repeat("y", i/52)
	}
	tests := []struct{ name, content, want string }{
		{"bomb.zip", claims(unpackedFileLimit+1, 0), "unpack to more than any survey needs"},
		{"locked.zip", claims(10, 1), "protected with a password"},
		{"lying.zip", claims(10, 0), "lying.zip/a.csv"},
		{"twice.zip", zipped(t, "a.csv", oneAnswer, "a.csv", oneAnswer), "two files called a.csv"},
		{"photos.zip", zipped(t, "a.jpg", "\xff\xd8\xff\xe0\x00\x10JFIF"), "no file in it can be read: photos.zip/a.jpg"},
		{"hidden.zip", zipped(t, ".a.csv", oneAnswer), "no file is in it"},
		{"empty.zip", zipped(t), "no file is in it"},
		{"many.zip", zipped(t, many...), "more than 1000 files"},
	}
	for _, tt := range tests {
		dir := write(t, tt.name, tt.content)
		_, err := Open(t.Context(), Plan{Spool: dir, Sources: []Source{{Name: tt.name, Path: filepath.Join(dir, tt.name)}}})
		if err == nil || !strings.Contains(err.Error(), tt.want) || !strings.HasPrefix(err.Error(), tt.name) {
			t.Errorf("%s: got %v, want %q", tt.name, err, tt.want)
		}
	}
}

func TestFileThatIsReadTwiceIsRefused(t *testing.T) {
	dir := write(t, "parents.csv", oneAnswer)
	_, err := Open(t.Context(), Plan{Spool: dir, Sources: []Source{{Name: "here", Path: dir}, {Name: "p", Path: filepath.Join(dir, "parents.csv")}}})
	if err == nil || !strings.Contains(err.Error(), "here/parents.csv and p are the same file") {
		t.Errorf("got %v", err)
	}
}

func TestNamesAreShownWithoutControlCharacters(t *testing.T) {
	dir := write(t, "answers.zip", zipped(t, "\x1b[31mparents\u202e\n.csv", oneAnswer))
	in, err := Open(t.Context(), Plan{Spool: dir, Sources: []Source{{Name: "a\x07.zip", Path: filepath.Join(dir, "answers.zip")}}})
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	if want := "a?.zip/?[31mparents??.csv"; in.Reads[0].File != want {
		t.Errorf("got %q, want %q", in.Reads[0].File, want)
	}
}

// A file that shrinks or goes while it is read is told, and nothing panics.
func TestFileThatVanishes(t *testing.T) {
	dir := write(t, "answers.zip", zipped(t, "parents.csv", oneAnswer), "parents.csv", oneAnswer)
	for _, name := range []string{"answers.zip", "parents.csv"} {
		at := filepath.Join(dir, name)
		all, err := expand([]Source{{Name: name, Path: at}}, dir)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.Truncate(at, 0); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(t.Context(), Plan{Spool: dir, Sources: all}); err == nil || !strings.HasPrefix(err.Error(), name) {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

// The folders within a folder or zip are entered, and their files may be named
// one by one.
func TestFoldersWithin(t *testing.T) {
	const older = "What could we do better?\nCall us\n"
	files := []string{"2025/parents.csv", older, "2026/parents.csv", older + "Write us\n", "2026/staff/teachers.csv", older, "2026/out/findings.json", "{}", "2026/out/report.xlsx", "ours"}
	dir := write(t, append(files, "all.zip", zipped(t, files...))...)
	all := []string{"2025/parents.csv", "2026/parents.csv", "2026/staff/teachers.csv"}
	tests := []struct {
		source string
		roles  []FileRole
		want   []string
		err    string
	}{
		{"all.zip", []FileRole{{"all.zip/2025/parents.csv", survey.Staff}}, all, ""},
		{"all.zip", []FileRole{{"parents.csv", survey.Staff}}, all, ""},
		{"all.zip/2025/parents.csv", []FileRole{{"2025/parents.csv", survey.Staff}}, all[:1], ""},
		{"2026", []FileRole{{"./2026/parents.csv", survey.Staff}}, all[1:], ""},
		{"all.zip", []FileRole{{"arents.csv", survey.Staff}}, nil, "arents.csv is not among the files to read"},
		{"all.zip/2024/parents.csv", nil, nil, "all.zip/2024/parents.csv: there is no such file"},
		{"2026/parents.csv/x", nil, nil, "2026/parents.csv/x: "},
	}
	for _, tt := range tests {
		in, err := Open(t.Context(), Plan{Spool: t.TempDir(), Sources: []Source{{Name: tt.source, Path: filepath.Join(dir, tt.source)}}, Roles: tt.roles})
		if tt.err != "" {
			if err == nil || !strings.Contains(err.Error(), tt.err) {
				t.Errorf("%s: error %v, want %s", tt.source, err, tt.err)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", tt.source, err)
			continue
		}
		var names []string
		staff := 0
		for _, r := range in.Reads {
			names = append(names, r.File[strings.LastIndex(r.File, "20"):])
			if r.RoleFrom == "as told for the file" {
				staff++
			}
		}
		if diff := cmp.Diff(tt.want, names); diff != "" || staff == 0 {
			t.Errorf("%s: %d files have the role\n%s", tt.source, staff, diff)
		}
		in.Close()
	}
	_, err := Open(t.Context(), Plan{Spool: t.TempDir(), Sources: []Source{{Name: "all.zip", Path: filepath.Join(dir, "all.zip")}, {Name: "all.zip/2025/parents.csv", Path: filepath.Join(dir, "all.zip/2025/parents.csv")}}})
	if err == nil || !strings.Contains(err.Error(), "counted twice") {
		t.Errorf("a zip and a file in it: %v", err)
	}
}

// One file that can't be read doesn't keep the others of its folder or zip from
// being read; named itself, it does.
func TestBrokenFileAmongOthers(t *testing.T) {
	files := []string{"a-broken.csv", "Role,What could we do better?\n", "parents.csv", oneAnswer, "teachers.csv", oneAnswer}
	dir := write(t, append(files, "all.zip", zipped(t, files...))...)
	in, err := Open(t.Context(), Plan{Spool: t.TempDir(), Sources: []Source{{Name: "all.zip", Path: filepath.Join(dir, "all.zip")}}})
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	if diff := cmp.Diff([]string{"NOT READ: all.zip/a-broken.csv: the file has a header but no answers. The other files of the folder or zip were read without it."}, in.Notes); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"all.zip/parents.csv", "all.zip/teachers.csv"}, in.Survey.Questions[filePlace].Choices); diff != "" || len(in.Reads) != 2 {
		t.Errorf("%d reads, %s", len(in.Reads), diff)
	}
	if _, err := Open(t.Context(), Plan{Spool: t.TempDir(), Sources: []Source{{Name: "a-broken.csv", Path: filepath.Join(dir, "a-broken.csv")}}}); err == nil {
		t.Error("a broken file that was named is passed over")
	}
}

// A name that leads out of a zip is said to do so.
func TestZipWithNamesThatLeadOut(t *testing.T) {
	dir := write(t, "all.zip", zipped(t, "../../evil.csv", oneAnswer, "parents.csv", oneAnswer))
	in, err := Open(t.Context(), Plan{Spool: t.TempDir(), Sources: []Source{{Name: "all.zip", Path: filepath.Join(dir, "all.zip")}}})
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	if notes := strings.Join(in.Reads[0].Notes, " "); !strings.Contains(notes, "may lead out of it") || strings.Contains(notes, "Hidden") {
		t.Errorf("%q", notes)
	}
}
