package analysis_test

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"testing"

	"commonground/analysis"
	"commonground/analysis/findings"
	"commonground/analysis/intake"
	"commonground/analysis/measure"
	"commonground/analysis/say"
	"commonground/analysis/study"
	"commonground/analysis/survey"
	"commonground/samples"
)

// inSpanish is what a run says in Spanish of answers read by an intake's plan.
func inSpanish(t *testing.T, from intake.Plan, plan analysis.Plan) (*findings.Report, *survey.Survey) {
	t.Helper()
	from.Spool, plan.Spool, plan.Lang = t.TempDir(), t.TempDir(), say.Spanish
	in, err := intake.Open(t.Context(), from)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { in.Close() })
	found, err := analysis.Run(context.Background(), plan, in)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { found.Close() })
	return found.Report, in.Survey
}

// riverbend is the sample of two years, as its study file has it.
func riverbend(t *testing.T) (*findings.Report, *survey.Survey) {
	t.Helper()
	folder, paths, err := samples.Open("riverbend")
	if err != nil {
		t.Fatal(err)
	}
	st, err := study.Read(paths[0], folder)
	if err != nil {
		t.Fatal(err)
	}
	return inSpanish(t, st.Plan(), analysis.Plan{Small: int(st.Privacy), Invited: st.Invited, Margins: st.Margins})
}

// blog is the thread of comments, whose authors summed them up.
func blog(t *testing.T) (*findings.Report, *survey.Survey) {
	t.Helper()
	folder, paths, err := samples.Open("blog")
	if err != nil {
		t.Fatal(err)
	}
	return inSpanish(t, intake.Plan{Sources: []intake.Source{{Name: paths[0], Path: paths[0], FS: folder}}}, analysis.Plan{})
}

// texts are all that a report says, but for the words of respondents, questions
// and file names.
func texts(r *findings.Report) map[string]string {
	said := map[string]string{}
	add := func(where string, all ...string) {
		for _, text := range all {
			if text != "" {
				said[where+": "+text] = text
			}
		}
	}
	notes := func(where string, all []findings.Note) {
		for _, n := range all {
			add(where, n.Title, n.Text)
		}
	}
	add("summary", r.Summary...)
	notes("method", r.Method)
	notes("notes", r.Notes)
	for _, source := range r.Sources {
		add("source", source.RoleFrom)
		add("source", source.Notes...)
		for _, refusal := range source.Refused {
			add("source", refusal.Reason)
		}
	}
	for _, w := range r.Withheld {
		add("withheld", w.Where, w.Group, w.Rule)
	}
	for _, theme := range r.Codebook {
		add("codebook", theme.Label, theme.Group, theme.Definition, theme.Asset)
		add("codebook", slices.Concat(theme.Include, theme.Exclude, theme.Ask)...)
		for _, p := range theme.Practices {
			add("codebook", p.Text)
		}
	}
	for _, section := range r.Sections {
		add("section", section.Title)
		for _, f := range section.Findings {
			add(f.ID, f.Title)
			notes(f.ID, f.Notes)
			for _, c := range f.Table.Columns {
				add(f.ID, c.Name)
			}
			for _, row := range f.Table.Rows {
				for _, c := range row {
					add(f.ID, c.Label)
					add(f.ID, c.Caveats...)
				}
			}
			for _, test := range f.Tests {
				add(f.ID, test.Name, test.Why, test.Measure)
				add(f.ID, test.Caveats...)
			}
			if f.Figure != nil {
				add(f.ID, f.Figure.Title, f.Figure.Caption)
			}
		}
	}
	return said
}

// english are words that no Spanish sentence has.
var english = regexp.MustCompile(`(?i)\b(the|of|and|or|to|in|by|with|for|from|is|are|was|were|people|who|what|which|wrote|write|answered|about|than|more|fewer|shares?|theme|themes|parents?|teachers?|staff|students?|points?|withheld|question|group)\b`)

// In a Spanish report nothing is said in English but what people themselves wrote.
func TestASpanishReportIsInSpanish(t *testing.T) {
	for name, read := range map[string]func(*testing.T) (*findings.Report, *survey.Survey){"riverbend": riverbend, "blog": blog} {
		r, s := read(t)
		own := ownWords(r, s)
		for where, text := range texts(r) {
			for _, words := range own {
				text = strings.ReplaceAll(text, words, "")
			}
			if found := english.FindAllString(text, -1); found != nil {
				t.Errorf("%s, %s\n\tsays %q", name, where, found)
			}
		}
		if len(r.Sections) < 8 {
			t.Errorf("%s has %d sections", name, len(r.Sections))
		}
	}
}

// ownWords are what people wrote, longest first: respondents, and authors of surveys
// and of summaries.
func ownWords(r *findings.Report, s *survey.Survey) []string {
	own := []string{r.Title}
	for _, q := range s.Questions {
		own = append(append(own, q.Text), q.Choices...)
	}
	for _, source := range r.Sources {
		own = append(own, source.File)
	}
	for f := range r.Findings() {
		for _, q := range f.Quotes {
			own = append(own, strings.Trim(q.Text, "“”\" "))
		}
		if f.ID == "summary" {
			for _, n := range f.Notes[1:] {
				own = append(own, n.Text)
			}
		}
		if strings.HasPrefix(f.ID, "emerging") {
			for _, row := range f.Table.Rows {
				own = append(own, row[0].Label, row[len(row)-1].Label)
			}
		}
	}
	own = slices.DeleteFunc(own, func(words string) bool { return words == "" })
	slices.SortFunc(own, func(a, b string) int { return len(b) - len(a) })
	return own
}

// Sections are named in both languages, and so is what each of them answers.
func TestMeasuresAreInSpanish(t *testing.T) {
	for _, m := range measure.All {
		for _, text := range []string{m.Title, m.Doc} {
			if say.Spanish.Say(text) == text {
				t.Errorf("%s: %q is not in the table of Spanish", m.Name, text)
			}
		}
	}
}
