package findings_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"commonground/analysis"
	"commonground/analysis/findings"
	"commonground/analysis/intake"
	"commonground/samples"
)

// A node is a part of a schema, of as much of JSON Schema as ours uses.
type node struct {
	Ref        string           `json:"$ref"`
	Type       any              `json:"type"` // a name, or several
	Enum       []string         `json:"enum"`
	AnyOf      []*node          `json:"anyOf"`
	Items      *node            `json:"items"`
	Required   []string         `json:"required"`
	Properties map[string]*node `json:"properties"`
	More       *bool            `json:"additionalProperties"`
	Minimum    *float64         `json:"minimum"`
	Defs       map[string]*node `json:"$defs"`
}

// A checker looks for what is wrong with a document, and remembers which keys
// of the schema it has met.
type checker struct {
	defs  map[string]*node
	met   map[*node]map[string]bool
	wrong []string
}

func newChecker(t *testing.T) (*checker, *node) {
	t.Helper()
	var root node
	var b bytes.Buffer
	if err := findings.WriteSchema(&b); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b.Bytes(), &root); err != nil {
		t.Fatal(err)
	}
	return &checker{defs: root.Defs, met: map[*node]map[string]bool{}}, &root
}

func (c *checker) fail(at, format string, args ...any) {
	c.wrong = append(c.wrong, at+": "+fmt.Sprintf(format, args...))
}

func (c *checker) check(at string, n *node, v any) {
	if name, ok := strings.CutPrefix(n.Ref, "#/$defs/"); ok {
		if n = c.defs[name]; n == nil {
			c.fail(at, "the schema has no %q", name)
			return
		}
	}
	if len(n.AnyOf) > 0 {
		if v != nil { // the one other choice is null
			c.check(at, n.AnyOf[0], v)
		}
		return
	}
	if n.Type != nil && !slices.ContainsFunc(strings.Fields(strings.Trim(fmt.Sprint(n.Type), "[]")), func(name string) bool { return isA(name, v) }) {
		c.fail(at, "%v is no %v", v, n.Type)
		return
	}
	switch v := v.(type) {
	case map[string]any:
		c.object(at, n, v)
	case []any:
		for i, element := range v {
			c.check(fmt.Sprintf("%s[%d]", at, i), n.Items, element)
		}
	case string:
		if n.Enum != nil && !slices.Contains(n.Enum, v) {
			c.fail(at, "%q is none of %q", v, n.Enum)
		}
	case float64:
		if n.Minimum != nil && v < *n.Minimum {
			c.fail(at, "%g is under %g", v, *n.Minimum)
		}
	}
}

func (c *checker) object(at string, n *node, v map[string]any) {
	if c.met[n] == nil {
		c.met[n] = map[string]bool{}
	}
	for _, key := range n.Required {
		if _, ok := v[key]; !ok {
			c.fail(at, "%q is required and not there", key)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(v)) {
		if n.Properties[key] == nil {
			c.fail(at, "the schema has no key %q", key)
			continue
		}
		c.met[n][key] = true
		c.check(at+"."+key, n.Properties[key], v[key])
	}
}

// isA reports whether a value is of a type by its name in a schema.
func isA(name string, v any) bool {
	switch v := v.(type) {
	case nil:
		return name == "null"
	case bool:
		return name == "boolean"
	case string:
		return name == "string"
	case []any:
		return name == "array"
	case map[string]any:
		return name == "object"
	case float64:
		return name == "number" || name == "integer" && v == math.Trunc(v)
	}
	return false
}

// full fills everything that a value can hold, lists with one element.
func full(v reflect.Value) {
	switch v.Interface().(type) {
	case time.Time:
		v.Set(reflect.ValueOf(time.Date(2026, 5, 31, 0, 0, 0, 0, time.UTC)))
		return
	case findings.Unit, findings.FigureKind:
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString("a")
	case reflect.Int, reflect.Int64:
		v.SetInt(1)
	case reflect.Float64:
		v.SetFloat(0.5)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		full(v.Elem())
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		full(v.Index(0))
	case reflect.Struct:
		for i := range v.NumField() {
			full(v.Field(i))
		}
	}
}

// The schema names exactly the keys that a report can have.
func TestSchemaIsThatOfTheTypes(t *testing.T) {
	var r findings.Report
	full(reflect.ValueOf(&r).Elem())
	c, root := newChecker(t)
	c.check("report", root, document(t, &r))
	for _, wrong := range c.wrong {
		t.Error(wrong)
	}
	c.defs[""] = root
	for name, n := range c.defs {
		for key := range n.Properties {
			if !c.met[n][key] {
				t.Errorf("no %s has the schema's key %q", name, key)
			}
		}
		if n.More == nil || *n.More {
			t.Errorf("the schema lets %q have any key", name)
		}
	}
}

// What a run on each of the built-in samples finds is valid.
func TestSamplesAreValid(t *testing.T) {
	for _, names := range [][]string{{"riverbend/2026/parents.xlsx", "riverbend/2026/teachers.csv"}, {"blog"}} {
		c, root := newChecker(t)
		c.check(names[0], root, document(t, found(t, names)))
		for _, wrong := range c.wrong {
			t.Error(wrong)
		}
	}
}

// found is the report on samples.
func found(t *testing.T, names []string) *findings.Report {
	t.Helper()
	var files []intake.Source
	for _, name := range names {
		folder, paths, err := samples.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, intake.Source{Name: name, Path: paths[0], FS: folder})
	}
	in, err := intake.Open(t.Context(), intake.Plan{Sources: files, Spool: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	run, err := analysis.Run(t.Context(), analysis.Plan{RulesOnly: true, Spool: t.TempDir()}, in)
	if err != nil {
		t.Fatal(err)
	}
	defer run.Close()
	return run.Report
}

func TestWrongDocumentsAreFound(t *testing.T) {
	for at, wrong := range map[string]string{
		"made": `7`, "title": `null`, "summary": `[1]`, "notes": `[{"title": "a"}]`, "sources": `{}`, "more": `1`,
		"withheld": `[{"where": "a", "group": "b", "rule": "c", "number": 3}]`,
	} {
		doc := document(t, &findings.Report{}).(map[string]any)
		doc[at] = parsed(t, []byte(wrong))
		c, root := newChecker(t)
		if c.check("report", root, doc); len(c.wrong) == 0 {
			t.Errorf("%s: %s is taken for valid", at, wrong)
		}
	}
}

// document is a report as its JSON reads.
func document(t *testing.T, r *findings.Report) any {
	t.Helper()
	var b bytes.Buffer
	if err := r.WriteJSON(&b); err != nil {
		t.Fatal(err)
	}
	return parsed(t, b.Bytes())
}

func parsed(t *testing.T, data []byte) any {
	t.Helper()
	var v any
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	return v
}
