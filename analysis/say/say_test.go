package say

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// said matches a template's call of say with its text.
var said = regexp.MustCompile("say(?:f)? (\"(?:[^\"\\\\]|\\\\.)*\"|`[^`]*`)")

// source is what the program's code says: all its string constants, and of them
// those that are handed to Say or Sayf.
type source struct {
	all    map[string]bool
	spoken map[string]string // where
}

func read(t *testing.T) source {
	t.Helper()
	s := source{map[string]bool{}, map[string]string{}}
	root := filepath.Join("..", "..")
	err := fs.WalkDir(os.DirFS(root), ".", func(file string, d fs.DirEntry, err error) error {
		switch ext := filepath.Ext(file); {
		case err != nil || d.IsDir():
			if d != nil && strings.HasPrefix(d.Name(), ".") && file != "." {
				return fs.SkipDir
			}
		case ext == ".tmpl":
			text, err := os.ReadFile(filepath.Join(root, file))
			if err != nil {
				return err
			}
			for _, m := range said.FindAllSubmatch(text, -1) {
				if text, err := strconv.Unquote(string(m[1])); err == nil {
					s.all[text], s.spoken[text] = true, file
				}
			}
		case ext == ".go" && !strings.HasSuffix(file, "_test.go"):
			f, err := parser.ParseFile(token.NewFileSet(), filepath.Join(root, file), nil, 0)
			if err != nil {
				return err
			}
			s.add(file, f)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// add notes a file's strings. A sum of constants is one.
func (s source) add(file string, f *ast.File) {
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case ast.Expr:
			if text, ok := constant(n); ok {
				s.all[text] = true
			}
		}
		if call, ok := n.(*ast.CallExpr); ok && len(call.Args) > 0 && speaks(call.Fun) {
			if text, ok := constant(call.Args[0]); ok {
				s.spoken[text] = file
			}
		}
		return true
	})
}

// speakers are the functions that say their first argument.
var speakers = []string{"Say", "Sayf", "notef"}

func speaks(fun ast.Expr) bool {
	sel, ok := fun.(*ast.SelectorExpr)
	return ok && slices.Contains(speakers, sel.Sel.Name)
}

func constant(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		if e.Kind == token.STRING {
			text, err := strconv.Unquote(e.Value)
			return text, err == nil
		}
	case *ast.BinaryExpr:
		left, ok1 := constant(e.X)
		right, ok2 := constant(e.Y)
		return left + right, ok1 && ok2 && e.Op == token.ADD
	case *ast.ParenExpr:
		return constant(e.X)
	}
	return "", false
}

func TestEveryTextIsInTheTable(t *testing.T) {
	for text, file := range read(t).spoken {
		if _, ok := table()[text]; !ok && strings.ContainsFunc(text, letter) {
			t.Errorf("%s says %q, which es.yaml lacks", file, text)
		}
	}
}

// letter leaves out texts that are verbs and punctuation alone.
func letter(r rune) bool {
	return r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' && r != 's' && r != 'd' && r != 'q' && r != 'v'
}

func TestNothingInTheTableIsDead(t *testing.T) {
	all := read(t).all
	for _, texts := range []map[string]string{table(), retoldTable()} {
		for text := range texts {
			if !all[text] {
				t.Errorf("the table of Spanish has %q, which nothing says any more", text)
			}
		}
	}
}

var anyVerb = regexp.MustCompile(`%(?:\[(\d+)\])?([-+#0-9.]*[a-zA-Z%])`)

// verbs lists a format's verbs in the order of their arguments.
func verbs(format string) []string {
	var found []string
	next := 1
	for _, m := range anyVerb.FindAllStringSubmatch(format, -1) {
		if m[2] == "%" {
			continue
		}
		if m[1] != "" {
			next, _ = strconv.Atoi(m[1])
		}
		found = append(found, strconv.Itoa(next)+m[2])
		next++
	}
	slices.Sort(found)
	return slices.Compact(found)
}

func TestBothSidesTakeTheSame(t *testing.T) {
	both := maps.Clone(table())
	maps.Copy(both, retoldTable())
	for english, other := range both {
		if a, b := verbs(english), verbs(other); !slices.Equal(a, b) {
			t.Errorf("%q takes %v, and %q takes %v", english, a, other, b)
		}
		if strings.TrimSpace(other) == "" {
			t.Errorf("%q has no Spanish", english)
		}
	}
}

func TestList(t *testing.T) {
	for _, c := range []struct {
		l     Language
		words []string
		want  string
	}{
		{English, nil, ""}, {English, []string{"a"}, "a"}, {English, []string{"a", "b"}, "a and b"}, {English, []string{"a", "b", "c"}, "a, b and c"},
		{Spanish, []string{"a", "b", "c"}, "a, b y c"}, {Spanish, []string{"padres", "hijos"}, "padres e hijos"},
		{Spanish, []string{"agua", "hielo"}, "agua y hielo"}, {Spanish, []string{"respeto", "“inclusión”"}, "respeto e “inclusión”"},
	} {
		if got := c.l.List(c.words); got != c.want {
			t.Errorf("%v: %q, want %q", c.words, got, c.want)
		}
	}
}

func TestParse(t *testing.T) {
	for _, l := range []Language{English, Spanish} {
		if got, err := Parse(l.String()); got != l || err != nil {
			t.Errorf("Parse(%v) = %v, %v", l, got, err)
		}
	}
	if _, err := Parse("fr"); err == nil || !strings.Contains(err.Error(), "en and es") {
		t.Errorf("an unknown language: %v", err)
	}
}

// A label keeps the capitals that it needs within a sentence.
func TestLower(t *testing.T) {
	for label, want := range map[string]string{
		"": "", "Shared goals": "shared goals", "IEP meetings": "IEP meetings", "Ánimo": "ánimo",
		"Parents (“Spanish” for “Home language”)": "parents (“Spanish” for “Home language”)",
	} {
		if got := Lower(label); got != want {
			t.Errorf("%q within a sentence is %q, want %q", label, got, want)
		}
	}
}
