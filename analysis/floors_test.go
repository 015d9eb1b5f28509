package analysis_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// floors are the packages from the ground up. A package imports only from lower
// floors; packages of one floor do not import each other.
var floors = [][]string{
	{"analysis/sheet/markup", "analysis/sheet/number"},
	{"analysis/sheet/thread", "analysis/sheet/xls", "analysis/sheet/ods"},
	{"samples", "analysis/survey", "analysis/sheet", "analysis/text", "analysis/stats", "analysis/spool", "analysis/say", "report/look"},
	{"analysis/intake", "analysis/codebook", "analysis/redact", "analysis/findings", "report/long"},
	{"analysis/tally", "analysis/privacy", "analysis/emerging", "analysis/learn", "analysis/review", "report/chart", "report/internal/ooxml", "report/internal/story", "report/internal/readback"},
	{"analysis/measure", "analysis/evaluate", "analysis/qda", "analysis/learn/newbase", "report/excel", "report/rows", "report/html", "report/slides", "report/memo"},
	{"analysis", "report"},
	{"analysis/study"},
	{"cmd/commonground"},
}

// rooms are the only packages that may use a third party.
var rooms = map[string][]string{
	"gonum.org/v1/plot":                {"report/chart"},
	"gonum.org/v1/gonum":               {"analysis/emerging", "analysis/learn", "analysis/stats"},
	"github.com/kljensen/snowball":     {"analysis/text"},
	"golang.org/x/image":               {"report/chart"},
	"github.com/parquet-go/parquet-go": {"report/rows"},
	"github.com/xuri/excelize":         {"analysis/sheet", "analysis/review", "report/excel", "samples"},
	"golang.org/x/text":                {"analysis/sheet", "analysis/sheet/thread", "analysis/sheet/xls", "analysis/text"},
	"golang.org/x/net/html":            {"analysis/sheet", "analysis/sheet/thread"},
	"github.com/PuerkitoBio/goquery":   {"analysis/sheet/thread"},
	"github.com/richardlehane/mscfb":   {"analysis/sheet/xls"},
	"github.com/wlynxg/chardet":        {"analysis/sheet"},
	"github.com/clipperhouse/uax29":    {"analysis/text"},
	"go.yaml.in/yaml":                  {"analysis/codebook", "analysis/say", "analysis/study"},
	"github.com/spf13/cobra":           {"cmd/commonground"},
	"golang.org/x/term":                {"cmd/commonground"},
	"github.com/inconshreveable":       {"cmd/commonground"},
}

const module = "commonground/"

// imports lists what each package imports outside its tests.
func imports(t *testing.T) map[string][]string {
	t.Helper()
	found := map[string][]string{}
	root := ".."
	err := fs.WalkDir(os.DirFS(root), ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(file) != ".go" || strings.HasSuffix(file, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), filepath.Join(root, file), nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, i := range f.Imports {
			name, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				return err
			}
			found[path.Dir(file)] = append(found[path.Dir(file)], name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestImportsRunDown(t *testing.T) {
	floor := map[string]int{}
	for i, packages := range floors {
		for _, p := range packages {
			floor[p] = i
		}
	}
	all := imports(t)
	for p := range floor {
		if _, ok := all[p]; !ok {
			t.Errorf("no package %s: take it off its floor", p)
		}
	}
	for from, names := range all {
		here, ok := floor[from]
		if !ok {
			t.Errorf("%s stands on no floor", from)
		}
		for _, name := range names {
			to, ours := strings.CutPrefix(name, module)
			if ours && floor[to] >= here {
				t.Errorf("%s (floor %d) imports %s (floor %d)", from, here+1, to, floor[to]+1)
			}
		}
	}
}

func TestReportsSeeFindingsAlone(t *testing.T) {
	for from, names := range imports(t) {
		if from != "report" && !strings.HasPrefix(from, "report/") {
			continue
		}
		for _, name := range names {
			seen := []string{module + "analysis/findings", module + "analysis/say", module + "analysis/stats"}
			if strings.HasPrefix(name, module+"analysis") && !slices.Contains(seen, name) {
				t.Errorf("%s imports %s", from, name)
			}
		}
	}
}

func TestThirdPartiesKeepToTheirRooms(t *testing.T) {
	used := map[[2]string]bool{} // by library and package
	for from, names := range imports(t) {
		for _, name := range names {
			if first, _, _ := strings.Cut(name, "/"); !strings.Contains(first, ".") {
				continue // of the standard library, or ours
			}
			known := false
			for library, allowed := range rooms {
				if !strings.HasPrefix(name, library) {
					continue
				}
				known, used[[2]string{library, from}] = true, true
				if !slices.Contains(allowed, from) {
					t.Errorf("%s imports %s, which belongs to %v", from, name, allowed)
				}
			}
			if !known {
				t.Errorf("%s imports %s, which has no room", from, name)
			}
		}
	}
	for library, allowed := range rooms {
		for _, from := range allowed {
			if !used[[2]string{library, from}] {
				t.Errorf("%s has a room for %s, and does not use it", from, library)
			}
		}
	}
}
