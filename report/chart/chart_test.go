package chart

import (
	"bytes"
	"flag"
	"image/color"
	"image/png"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/report/look"
)

var update = flag.Bool("update", false, "write the golden files anew")

func examples() map[string]*findings.Finding {
	return map[string]*findings.Finding{
		"bars":    barsExample(6),
		"dots":    dotsExample(5),
		"diverge": divergeExample(5),
		"mirror":  mirrorExample(5),
		"heat":    heatExample(4),
		"likert":  likertExample(),
		"line":    lineExample(),
	}
}

func draw(t testing.TB, f *findings.Finding, format string) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Draw(f, say.English, &b, format); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestGolden(t *testing.T) {
	for name, f := range examples() {
		t.Run(name, func(t *testing.T) {
			got := draw(t, f, "svg")
			file := filepath.Join("testdata", name+".svg")
			if *update {
				if err := os.WriteFile(file, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got, want) {
				t.Errorf("%s has changed: look at the chart, then run go test -update", file)
			}
		})
	}
}

func TestSameBytesTwice(t *testing.T) {
	for name, f := range examples() {
		for _, format := range Kinds() {
			if !bytes.Equal(draw(t, f, format), draw(t, f, format)) {
				t.Errorf("%s: two %s of one finding differ", name, format)
			}
		}
	}
}

// A PNG is 640 points wide at 200 dots an inch, and says so.
func TestResolution(t *testing.T) {
	data := draw(t, barsExample(3), "png")
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := img.Bounds().Dx(), int(math.Round(width/72.0*dpi)); got != want {
		t.Errorf("width is %d pixels, want %d", got, want)
	}
	if !bytes.Contains(data, []byte("pHYs\x00\x00\x1e\xc2\x00\x00\x1e\xc2\x01")) {
		t.Error("the picture does not state 7874 pixels a meter")
	}
}

// A group that is withheld whole is named, and takes no room of the others.
func TestWithheldColumn(t *testing.T) {
	f := dotsExample(3)
	f.Figure.Values = []int{1, 2, 3}
	svg := string(draw(t, f, "svg"))
	if !strings.Contains(svg, ">Withheld: Staff<") || strings.Contains(svg, ">withheld<") {
		t.Error("the withheld column is not named once")
	}
}

func TestFormat(t *testing.T) {
	err := Draw(barsExample(1), say.English, io.Discard, "gif")
	if err == nil || !strings.Contains(err.Error(), `chart of themes: format "gif"`) {
		t.Errorf("error is %v", err)
	}
}

// Nothing to show is no chart, and an error to whoever draws it nevertheless.
func TestNotDrawable(t *testing.T) {
	hidden := barsExample(2)
	for _, row := range hidden.Table.Rows {
		row[1] = findings.HiddenCell()
	}
	noFigure, noColumn, ragged, kind := barsExample(2), barsExample(2), barsExample(2), barsExample(2)
	noFigure.Figure = nil
	noColumn.Figure.Values = []int{7}
	ragged.Table.Rows[1] = ragged.Table.Rows[1][:1]
	kind.Figure.Kind = 99
	for name, f := range map[string]*findings.Finding{
		"no rows": barsExample(0), "all withheld": hidden, "no figure": noFigure,
		"no such column": noColumn, "a short row": ragged, "no such kind": kind,
	} {
		if Drawable(f) {
			t.Errorf("%s: drawable", name)
		}
		if err := Draw(f, say.English, io.Discard, "svg"); err == nil {
			t.Errorf("%s: drawn without an error", name)
		}
		if alt := Alt(f, say.English); alt != "" {
			t.Errorf("%s: there is a text for no picture: %q", name, alt)
		}
	}
}

// A number that is withheld is nowhere in the picture, nor is its base.
func TestWithheld(t *testing.T) {
	for name, f := range examples() {
		row := f.Table.Rows[1]
		for j := 1; j < len(row); j++ {
			row[j] = findings.Cell{Label: row[j].Label, Number: 0.7777, Low: 0.7666, High: 0.7888, Base: 7999, Hidden: true}
		}
		svg := string(draw(t, f, "svg"))
		for _, secret := range []string{"78%", "77%", "79%", "7,999", "7999", "0.7", "NaN"} {
			if strings.Contains(svg, ">"+secret) || strings.Contains(svg, secret+"<") || strings.Contains(Alt(f, say.English), secret) {
				t.Errorf("%s shows %s", name, secret)
			}
		}
		if !strings.Contains(svg, ">withheld<") {
			t.Errorf("%s does not say that something is withheld", name)
		}
	}
}

// Roles and tones keep their colors; columns that could not be told apart by
// them are a series.
func TestColors(t *testing.T) {
	parent, teacher := look.Color("parent"), look.Color("teacher")
	for _, c := range []struct {
		keys []string
		want []color.RGBA
	}{
		{[]string{"parent", "teacher"}, []color.RGBA{parent, teacher}},
		{[]string{"", "teacher"}, []color.RGBA{look.Plain, teacher}},
		{[]string{"", ""}, look.Series(2)},
		{[]string{"parent", "parent"}, look.Series(2)},
		{[]string{"Oak", "Elm", "teacher"}, look.Series(3)},
	} {
		v := &view{}
		for _, key := range c.keys {
			v.columns = append(v.columns, findings.Column{Key: key})
		}
		if got := v.colors(); !slices.Equal(got, c.want) {
			t.Errorf("colors of %q are %v, want %v", c.keys, got, c.want)
		}
	}
}

func TestAlt(t *testing.T) {
	for _, c := range []struct {
		f    *findings.Finding
		want string
	}{
		{barsExample(5), "Bar chart: Share of the people who wrote something. Communication 55%; Learning support 37%; Respect and being heard 33%; and 2 more. 196 people who wrote something; lines are 95% intervals. Source: parents.xlsx, teachers.csv."},
		{mirrorExample(1), "Mirrored bar chart: Share of the people of each role who answered the question. Communication: What parents say they want from teachers 56%, What teachers believe parents want 50%. 158 parents and 38 teachers who answered; lines are 95% intervals."},
		{heatExample(4), "Heat map: People who wrote about both themes. The greatest is Communication by Learning support, 33. 196 people who wrote something."},
	} {
		if got := Alt(c.f, say.English); got != c.want {
			t.Errorf("Alt is\n%s\nwant\n%s", got, c.want)
		}
	}
}

func TestBalance(t *testing.T) {
	p := newPage(width, say.English)
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Teachers want roles and responsibilities", []string{"Teachers want roles", "and responsibilities"}},
		{"Trust", []string{"Trust"}},
		{"Responsibilities that we share", []string{"Responsibilities", "that we share"}},
	} {
		if got := p.balance(c.text, labelStyle, 120, 3); !slices.Equal(got, c.want) {
			t.Errorf("balance(%q) is %q, want %q", c.text, got, c.want)
		}
	}
}

func TestWrap(t *testing.T) {
	p := newPage(width, say.English)
	for _, c := range []struct {
		text  string
		width float64
		most  int
		want  []string
	}{
		{"", 100, 3, []string{""}},
		{"Trust", 100, 3, []string{"Trust"}},
		{"  Respect and\nbeing heard ", 80, 3, []string{"Respect and", "being heard"}},
		{"Respect and being heard", 80, 1, []string{"Respect and…"}},
		{"Ganztagsgrundschule", 60, 3, []string{"Ganztagsgr", "undschule"}},
		{"Trust 👍🏽 家長", 100, 3, []string{"Trust □□"}},
		{"\x00a\u200bb\xff", 100, 1, []string{"ab"}},
	} {
		if got := p.wrap(c.text, labelStyle, c.width, c.most); !slices.Equal(got, c.want) {
			t.Errorf("wrap(%q) is %q, want %q", c.text, got, c.want)
		}
	}
}

// A number for several answers has no answer's color, and lies where those answers
// do: left of the middle, right of it, or over it.
func TestSeveralAnswersTogether(t *testing.T) {
	f := &findings.Finding{ID: "scales", Figure: &findings.Figure{Kind: findings.Likert, Values: []int{1, 2, 3, 4, 5, 6, 7, 8}}, Table: findings.Table{Columns: []findings.Column{{Name: "Item"}}}}
	for _, c := range []findings.Column{{Name: "Never"}, {Name: "Seldom"}, {Key: "lower"}, {Name: "Sometimes"}, {Key: "middle"}, {Key: "higher"}, {Name: "Often"}, {Name: "Always"}} {
		c.Unit = findings.Share
		f.Table.Columns = append(f.Table.Columns, c)
	}
	for _, tt := range []struct {
		column int
		below  float64
	}{{1, 0.5}, {3, 0.5}, {4, 0.25}, {5, 0.25}, {6, 0}, {7, 0}} {
		row := slices.Repeat([]findings.Cell{findings.Text("together")}, 9)
		row[tt.column] = findings.Num(0.5)
		f.Table.Rows = [][]findings.Cell{row}
		v, err := newView(f, say.English)
		if err != nil {
			t.Fatal(err)
		}
		if got := v.below(v.rows[0]); got != tt.below {
			t.Errorf("column %d: %v lies below the middle, want %v", tt.column, got, tt.below)
		}
	}
	fills := look.Answers(f.Table.Keys(f.Figure.Values))
	if slices.Contains(look.Scale(5), fills[2]) || fills[2] != fills[4] || fills[3] != look.Scale(5)[2] {
		t.Errorf("colors %v", fills)
	}
}
