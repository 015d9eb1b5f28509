package measure

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"commonground/analysis/codebook"
	"commonground/analysis/findings"
	"commonground/analysis/review"
	"commonground/analysis/say"
	"commonground/analysis/stats"
	"commonground/analysis/survey"
	"commonground/analysis/tally"
)

// A machine codes each respondent as these people are written.
type machine struct {
	themes []codebook.Theme
	people []person
}

func (m machine) Name() string             { return "machine" }
func (m machine) Themes() []codebook.Theme { return m.themes }
func (m machine) Code(dst []codebook.Coding, r *survey.Response) []codebook.Coding {
	_, codings := m.people[r.Respondent-1].response(r.Respondent)
	return append(dst, codings...)
}

// judged counts people of whom some were drawn and coded blindly: the IDs of
// the themes that a person finds in what they wrote, by respondent.
func judged(t *testing.T, people []person, drawn map[int][]string) *Pass {
	t.Helper()
	p := *pass(people)
	d := &review.Decisions{File: "sheet.xlsx", Sample: &review.Sample{Blind: true, Strata: []review.Stratum{{Name: "everybody"}}}}
	all := func(yield func(*survey.Response, error) bool) {
		for i, who := range people {
			if r, _ := who.response(i + 1); !yield(r, nil) {
				return
			}
		}
	}
	for r := range all {
		themes, ok := drawn[r.Respondent]
		if !ok {
			continue
		}
		for _, c := range r.Comments {
			dec := review.Decision{Checked: true, Stratum: "everybody", Comment: review.Comment{
				Respondent: strconv.Itoa(r.Respondent), Question: p.Survey.Questions[c.Question].ID, Text: c.Text,
			}}
			for _, id := range themes {
				dec.Codes = append(dec.Codes, review.Code{Theme: id})
			}
			d.All = append(d.All, dec)
		}
	}
	for _, theme := range p.Themes {
		d.Themes = append(d.Themes, theme.ID)
	}
	checks, err := review.Match(p.Survey, p.Themes, all, d)
	if err != nil {
		t.Fatal(err)
	}
	p.layout, p.at, p.cuts = tally.Layout{}, items{}, nil
	p.Checks = checks
	p.Sample = &Sample{Strata: 1, Stratum: func(*survey.Response) int { return 0 }}
	p.Tally = tally.New(p.Layout())
	coder := checks.Over(machine{p.Themes, people})
	for r := range all {
		p.Tally.Add(r, coder.Code(nil, r))
	}
	return &p
}

// overheard are people of whom the machine doesn't hear that most parents know
// what teachers want.
func overheard() (people []person, drawn map[int][]string) {
	drawn = map[int][]string{}
	add := func(n, sampled int, who person, themes ...string) {
		for i := range n {
			people = append(people, who)
			if i < sampled {
				drawn[len(people)] = themes
			}
		}
	}
	add(60, 20, teacher(teachersWant, aboutTrust), "trust")
	add(20, 7, teacher(teachersWant, aboutNothing))
	add(60, 20, parent(teachersWant, aboutNothing), "trust")
	add(40, 10, parent(teachersWant, aboutTrust), "trust")
	add(30, 10, parent(teachersWant, aboutNothing))
	return people, drawn
}

// Both sides of the mirror are held against the sample, theirs.
func TestMirrorIsCorrected(t *testing.T) {
	people, drawn := overheard()
	plain := only(t, Mirror, pass(people))
	if v := plain.Table.Rows[0][mirrorVerdict].Key; v != verdictOneSided {
		t.Fatalf("as coded, trust is %q", v)
	}
	if !slices.ContainsFunc(plain.Notes, isAsCoded) {
		t.Errorf("notes %v", plain.Notes)
	}
	f := only(t, Mirror, judged(t, people, drawn))
	row := f.Table.Rows[0]
	want := stats.Corrected(stats.Checked{Both: 10, Person: 20, Neither: 10, Coded: 40, People: 130})
	if c := row[mirrorOther]; c.Number != want.Value || c.Low != want.Low || c.Base != 40 {
		t.Errorf("parents %v, want %v", c, want)
	}
	if row[mirrorVerdict].Key == verdictOneSided {
		t.Error("what only the program's errors set apart is told as one-sided")
	}
	if coded := row[mirrorVerdict+2]; coded.Number < .3 || coded.Number > .6 || coded.Base != 130 || f.Table.Columns[mirrorVerdict+2].Name != "The other side, as coded" {
		t.Errorf("as coded: %v", coded)
	}
	if slices.ContainsFunc(f.Notes, isAsCoded) || !tellsExactly(f.Notes, "Parents: trust") && !tellsExactly(f.Notes, "Teachers: trust") {
		t.Errorf("notes %v", f.Notes)
	}
	if c := f.Table.Columns; !c[mirrorSelf].Corrected || !c[mirrorOther].Corrected || c[mirrorVerdict+1].Corrected {
		t.Errorf("columns %v", c)
	}
}

// Every theme that a person found has its rows, and the order is that of the
// corrected shares.
func TestCorrectedSharesRuleTheOrder(t *testing.T) {
	drawn := map[int][]string{}
	for i := range 30 {
		drawn[i+1] = []string{"respect"} // which the machine never finds
	}
	p := judged(t, slices.Concat(times(50, parent(parentsWant, aboutTrust)), times(50, parent(parentsWant, aboutNothing))), drawn)
	f := only(t, Themes, p)
	last := len(f.Table.Columns) - 1
	if f.Table.Rows[0][0].Label != "Respect" || f.Table.Rows[0][1].Number != 30 || f.Table.Rows[0][last].Bound != findings.AtLeast || f.Figure.Values[0] != last {
		t.Errorf("rows %v, drawn %v", f.Table.Rows, f.Figure.Values)
	}
	if got := p.order([]int64{50, 0}); !slices.Equal(got, []int{respect, trust}) {
		t.Errorf("order %v, though all wrote about respect", got)
	}
	if title := Themes.Say(say.English, &f); !strings.HasPrefix(title, "An estimated 99% or more") || !strings.Contains(title, "blind sample of 30 people") {
		t.Errorf("title %q", title)
	}
}

// tellsExactly reports whether notes say that the sample alone was compared in a row.
func tellsExactly(notes []findings.Note, row string) bool {
	return slices.ContainsFunc(notes, func(n findings.Note) bool {
		return strings.HasPrefix(n.Text, "From the blind sample alone: of fewer than 30 people of a group") && strings.Contains(strings.ToLower(n.Text), strings.ToLower(row))
	})
}

func isAsCoded(n findings.Note) bool { return n == (&Pass{}).asCoded() }

// Where hardly any teachers are checked, the share of everyone is corrected and theirs is
// not: then it is called as coded, and nobody is compared by it.
func TestWhatIsNotCorrectedIsCalledAsCoded(t *testing.T) {
	var people []person
	for i := range 154 {
		who, about := parent, aboutNothing
		if i >= 128 {
			who = teacher
		}
		if i%4 > 0 == (i < 128) {
			about = aboutTrust
		}
		people = append(people, who(parentsWant, about))
	}
	for _, c := range []struct {
		parents, teachers int // checked
		columns, caption  string
		title             string
		compared, asCoded bool
	}{
		{42, 6, "Parents (as coded), Teachers (as coded), Parents (corrected)", "Base: 128 parents and 26 teachers; shares as coded; whiskers",
			"Too few parents or teachers are checked by the blind sample to compare them.", false, false},
		{42, 12, "Parents (as coded), Teachers (as coded), Parents (corrected), Teachers (corrected)",
			"shares corrected by a blind sample of 42 parents and 12 teachers", "Parents write about trust more often than teachers do.", true, false},
		{5, 4, "Parents, Teachers", "Base: 128 parents and 26 teachers; whiskers", "Parents write about trust more often than teachers do.", true, true},
	} {
		drawn := map[int][]string{}
		for i := range c.parents {
			if drawn[1+i] = nil; i%4 > 0 {
				drawn[1+i] = []string{"trust"}
			}
		}
		for i := range c.teachers {
			if drawn[129+i] = nil; i%4 == 0 {
				drawn[129+i] = []string{"trust"}
			}
		}
		f := only(t, ByRole, judged(t, people, drawn))
		var columns []string
		for _, column := range f.Table.Columns {
			if column.Unit == findings.Share {
				columns = append(columns, column.Name)
			}
		}
		if got := strings.Join(columns, ", "); got != c.columns || !strings.Contains(f.Figure.Caption, c.caption) {
			t.Errorf("%d and %d: columns %s; %s", c.parents, c.teachers, got, f.Figure.Caption)
		}
		if title := ByRole.Say(say.English, &f); title != c.title {
			t.Errorf("%d and %d: %q", c.parents, c.teachers, title)
		}
		if compared := !math.IsNaN(f.Table.Cell(f.Table.Rows[0], "difference").Number); compared != c.compared {
			t.Errorf("%d and %d: %v", c.parents, c.teachers, f.Table.Rows[0])
		}
		if asCoded := slices.ContainsFunc(f.Notes, func(n findings.Note) bool { return strings.Contains(n.Text, "26 teachers, as coded;") }); asCoded != c.asCoded {
			t.Errorf("%d and %d: notes %v", c.parents, c.teachers, f.Notes)
		}
	}
}

// Of a few checked teachers a difference is told by what they wrote alone, tested
// exactly, whatever the program finds; of very few none is.
func TestFewWhoAreCheckedAreComparedExactly(t *testing.T) {
	for _, c := range []struct {
		teachers, trusting int
		title, test        string
	}{
		{8, 8, "Too few parents or teachers are checked by the blind sample to compare them.", ""},
		{4, 4, "Too few parents or teachers are checked by the blind sample to compare them.", ""},
		{12, 1, "No difference between parents and teachers stands out from chance, with all themes looked at together.", "Newcombe interval, Fisher's exact test"},
		{12, 8, "Teachers write about trust more often than parents do.", "Newcombe interval, Fisher's exact test"},
	} {
		people := slices.Concat(times(128, parent(parentsWant, aboutTrust)), times(26, teacher(parentsWant, aboutNothing)))
		drawn := map[int][]string{}
		for i := range 42 {
			drawn[1+i] = nil
		}
		for i := range c.teachers {
			if drawn[129+i] = nil; i < c.trusting {
				drawn[129+i] = []string{"trust"}
			}
		}
		f := only(t, ByRole, judged(t, people, drawn))
		row := slices.IndexFunc(f.Table.Rows, func(row []findings.Cell) bool { return row[0].Key == "trust" })
		if title := ByRole.Say(say.English, &f); title != c.title {
			t.Errorf("%d of %d teachers: %q", c.trusting, c.teachers, title)
		}
		if tellsExactly(f.Notes, "trust") != (c.test != "") {
			t.Errorf("%d of %d teachers: notes %v", c.trusting, c.teachers, f.Notes)
		}
		if test := f.Tests[row]; c.test != "" && test.Name != c.test || c.test == "" && findings.Tells(test) {
			t.Errorf("%d of %d teachers are compared by %+v", c.trusting, c.teachers, test)
		}
	}
}
