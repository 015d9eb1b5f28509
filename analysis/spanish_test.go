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

// riverbend is what a run finds in the sample of two years, as its study file has it.
func riverbend(t *testing.T, l say.Language) (*findings.Report, *survey.Survey) {
	t.Helper()
	folder, paths, err := samples.Open("riverbend")
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(paths, func(path string) bool { return strings.HasSuffix(path, ".yaml") })
	st, err := study.Read(paths[at], folder)
	if err != nil {
		t.Fatal(err)
	}
	plan := st.Plan()
	plan.Spool = t.TempDir()
	in, err := intake.Open(t.Context(), plan)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { in.Close() })
	found, err := analysis.Run(context.Background(), analysis.Plan{Lang: l, Small: int(st.Privacy), Invited: st.Invited, Spool: t.TempDir()}, in)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { found.Close() })
	return found.Report, in.Survey
}

// texts are all that a report says, but for the words of respondents, questions
// and file names.
func texts(r *findings.Report, s *survey.Survey) map[string]string {
	said := map[string]string{"title": r.Title}
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
	r, s := riverbend(t, say.Spanish)
	own := []string{s.Title}
	for _, q := range s.Questions {
		own = append(own, q.Text)
		own = append(own, q.Choices...)
	}
	for _, source := range r.Sources {
		own = append(own, source.File)
	}
	for f := range r.Findings() {
		for _, q := range f.Quotes {
			own = append(own, strings.Trim(q.Text, "“”\" "))
		}
	}
	slices.SortFunc(own, func(a, b string) int { return len(b) - len(a) })
	for where, text := range texts(r, s) {
		for _, words := range own {
			if words != "" {
				text = strings.ReplaceAll(text, words, "")
			}
		}
		if found := english.FindAllString(text, -1); found != nil {
			t.Errorf("%s\n\tsays %q", where, found)
		}
	}
	if len(r.Sections) < 10 {
		t.Errorf("%d sections", len(r.Sections))
	}
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
