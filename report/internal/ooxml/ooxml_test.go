package ooxml_test

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/report/internal/ooxml"
	"commonground/report/internal/readback"
	"commonground/report/look"
)

// packed is a small office file with two parts that point at each other
// across folders.
func packed(name, value string) []byte {
	var p ooxml.Package
	first := p.Part("ppt/slides/slide1.xml", "application/one+xml")
	second := p.Part("ppt/charts/chart1.xml", "application/two+xml")
	p.Link("officeDocument", first)
	id := first.Link("chart", second)
	second.Link("back", first)
	first.Set(ooxml.E(`a:root xmlns:a="a"`, ooxml.A("link", id), ooxml.A("name", name), ooxml.E("a:t", ooxml.T(value))))
	second.Set(ooxml.E("empty"))
	var b bytes.Buffer
	if err := p.Write(&b); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func TestPackageHoldsTogether(t *testing.T) {
	f := readback.Open(t, packed("n", "v"))
	if got, want := string(f["ppt/slides/slide1.xml"]), `<a:root xmlns:a="a" link="rId1" name="n"><a:t>v</a:t></a:root>`; !strings.HasSuffix(got, want) {
		t.Errorf("the part is %s, want %s", got, want)
	}
	if got := string(f["ppt/slides/_rels/slide1.xml.rels"]); !strings.Contains(got, `Target="../charts/chart1.xml"`) {
		t.Errorf("the relationship is %s", got)
	}
	if !bytes.Equal(packed("n", "v"), packed("n", "v")) {
		t.Error("the same parts gave different bytes")
	}
}

// Whatever people write comes back as they wrote it, but for what XML cannot
// hold.
func TestTextIsEscaped(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := rapid.String().Draw(rt, "text")
		f := readback.Open(t, packed(s, s))
		if got := f.Text(t, "ppt/slides/slide1.xml"); got != look.Clean(s) {
			t.Errorf("%q came back as %q", s, got)
		}
	})
}

func TestNodes(t *testing.T) {
	for _, c := range []struct {
		node ooxml.Node
		want string
	}{
		{ooxml.E("a"), "<a/>"},
		{ooxml.E(`a x="1"`, ooxml.A("y", `<"&`+"\n")), `<a x="1" y="&lt;&quot;&amp;&#10;"/>`},
		{ooxml.E("a", ooxml.If(false, ooxml.E("b")), ooxml.All(ooxml.A("x", "1"), ooxml.E("c"))), `<a x="1"><c/></a>`},
		{ooxml.E("a", ooxml.Each([]string{"b", "c"}, func(_ int, s string) ooxml.Node { return ooxml.E(s) })), "<a><b/><c/></a>"},
		{ooxml.E("a", ooxml.T("")), "<a/>"},
	} {
		var p ooxml.Package
		part := p.Part("x.xml", "t")
		part.Set(c.node)
		if _, got, _ := strings.Cut(string(part.Data), "\n"); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}

// chart is a chart of a table with a row that has an interval, and one that is
// withheld.
func chart() *ooxml.Chart {
	table := findings.Table{
		Columns: []findings.Column{{Name: "Theme"}, {Name: "Parents", Unit: findings.Share, Key: "parent"}, {Name: "Others", Unit: findings.Share}},
		Rows: [][]findings.Cell{
			{findings.Text("Trust & respect"), {Number: 0.5, Low: 0.25, High: 0.75, Base: 80}, findings.Num(0.125)},
			{findings.Text("Meals"), findings.HiddenCell(), findings.Num(math.NaN())},
		},
	}
	c := ooxml.Figure(say.English, &table, 0, []int{1, 2}, table.Rows)
	c.Size, c.Width, c.Height, c.Room = 12, 400, 200, 0.3
	return c
}

func TestChart(t *testing.T) {
	var p ooxml.Package
	page := p.Part("ppt/page.xml", "application/page+xml")
	p.Link("officeDocument", page)
	page.Set(ooxml.E("page", page.Graphic(p.Chart("ppt", chart()))))
	var b bytes.Buffer
	if err := p.Write(&b); err != nil {
		t.Fatal(err)
	}
	f := readback.Open(t, b.Bytes())
	xml := string(f["ppt/charts/chart1.xml"])
	for _, want := range []string{
		`<c:f>Data!$B$2:$B$3</c:f>`, `<c:f>Data!$D$2:$D$3</c:f>`, `<c:f>Data!$E$2:$E$3</c:f>`, // values, and both whiskers
		`<c:v>Trust &amp; respect</c:v>`, `<c:formatCode>0%</c:formatCode><c:ptCount val="2"/><c:pt idx="0"><c:v>0.5</c:v></c:pt></c:numCache>`,
		`<a:srgbClr val="` + look.Hex(look.Color("parent")) + `"/>`,
	} {
		if !strings.Contains(xml, want) {
			t.Errorf("the chart lacks %s", want)
		}
	}
	if strings.Count(xml, "<c:errBars>") != 1 {
		t.Error("whiskers are drawn for a series without intervals, or for none")
	}
	sheet := readback.Open(t, f["ppt/embeddings/workbook1.xlsx"]).Text(t, "xl/worksheets/sheet1.xml")
	if want := "ThemeParentsOthersParents, whisker downParents, whisker upTrust & respect0.5\n0.125\n0.25\n0.25\nMeals"; sheet != want {
		t.Errorf("the workbook holds %q, want %q", sheet, want)
	}
}

func TestAltText(t *testing.T) {
	if got, want := chart().Alt, "Bar chart. Trust & respect Parents 50%, Others 13%; Meals Parents withheld."; got != want {
		t.Errorf("the alt text is %q, want %q", got, want)
	}
}

// A bar of few people says how many of how many, as every format does.
func TestFewPeopleAreCounted(t *testing.T) {
	table := findings.Table{
		Columns: []findings.Column{{Name: "Theme"}, {Name: "Staff", Unit: findings.Share}},
		Rows:    [][]findings.Cell{{findings.Text("Trust"), {Number: 0.5, Low: 0.2, High: 0.8, Base: 8}}},
	}
	c := ooxml.Figure(say.English, &table, 0, []int{1}, table.Rows)
	c.Size, c.Width, c.Height = 12, 400, 200
	var p ooxml.Package
	drawn := p.Chart("ppt", c)
	if want := `<c:numFmt formatCode="&quot;4 of 8&quot;" sourceLinked="0"/>`; !strings.Contains(string(drawn.Data), want) || c.Alt != "Bar chart. Trust 4 of 8." {
		t.Errorf("no label of the chart is %s, or it is told as %q", want, c.Alt)
	}
}
