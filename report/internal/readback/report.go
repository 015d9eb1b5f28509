package readback

import (
	"fmt"
	"math"
	"time"

	"commonground/analysis/findings"
	"commonground/analysis/stats"
)

// Secret stands in every cell of the made-up report that is withheld. Real ones
// are empty; a format that leans on that would show it.
const Secret = 0.73391

var themes = []string{
	"Communication", "Trust & respect", "Homework <load>", "Time and availability", "Being heard",
	"Safety", "Learning support", "Meals", "Buses and arrival", "Recognition", "Shared goals",
}

// Report is the made-up survey of a school, with every finding that slides and
// memo tell of, and with staff as a group too small to show.
func Report() *findings.Report {
	r := &findings.Report{
		Title:   "Maple Grove Elementary: spring survey 2026",
		Made:    time.Date(2026, 5, 4, 13, 5, 0, 0, time.UTC),
		Summary: []string{"218 people answered; 162 of them wrote something.", "81 of 162 wrote about communication.", "Teachers write about shared goals more often than parents do."},
		Method: []findings.Note{{Title: "Base", Text: "People are counted, not mentions. A theme that one person names three times counts once."},
			{Title: "Privacy", Text: "Groups of fewer than five people are withheld. Read before you publish."}},
		Notes: []findings.Note{{Title: "Rows", Text: "225 rows read = 218 part of a response + 7 refused."}},
	}
	for _, f := range []findings.Finding{
		respondents(), invited(), prevalence(), byRole(), byQuestion(), tone(), mirror(), scales(), change(), quotes(), highlight(),
	} {
		r.Sections = append(r.Sections, findings.Section{ID: f.ID, Title: f.ID, Findings: []findings.Finding{f}})
	}
	for _, label := range themes {
		r.Codebook = append(r.Codebook, findings.Theme{ID: label, Label: label, Definition: "What people say of " + label + ".",
			Asset: "People care for " + label + ".", Ask: []string{"Where does " + label + " go well?"},
			Practices: []findings.Practice{{Text: "Try something small for " + label + ".", Source: "A book on " + label + " (2001)"}}})
	}
	return r
}

// Corrected is the same report with shares that a blind sample corrects: 40%, and as
// coded others.
func Corrected() *findings.Report {
	r := Report()
	f := r.Finding("themes")
	f.Table.Columns = append(f.Table.Columns, findings.Column{Name: "Corrected", Unit: findings.Share, Key: "share", Corrected: true})
	for i, row := range f.Table.Rows {
		f.Table.Rows[i] = append(row, findings.Cell{Number: 0.4, Low: 0.3, High: 0.5, Base: 60})
	}
	f.Figure.Values = []int{3}
	return r
}

// theme is a row's label: these themes have their labels as IDs.
func theme(label string) findings.Cell { return findings.Keyed(label, label) }

func share(x, n int64) findings.Cell { return findings.Estimate(stats.Wilson(x, n)) }

func count(n, base int64) findings.Cell {
	c := findings.Num(float64(n))
	c.Base = base
	return c
}

func hidden() findings.Cell {
	return findings.Cell{Hidden: true, Label: "secret label", Number: Secret, Low: Secret, High: Secret, Base: 73391, Caveats: []string{"secret caveat"}}
}

func respondents() findings.Finding {
	f := findings.Finding{ID: "respondents", Title: "218 people answered; 162 of them wrote something.",
		Table: findings.Table{Columns: []findings.Column{{Name: "By", Key: "by"}, {Name: "Group", Key: "group"},
			{Name: "Respondents", Unit: findings.Count, Key: "people"}, {Name: "Wrote something", Unit: findings.Count, Key: "wrote"}}}}
	for i, g := range [][4]string{{"all", "All", "everyone", "Everyone"}, {"role", "Role", "parent", "Parents"}, {"role", "Role", "teacher", "Teachers"},
		{"month", "Month", "2026-05", "2026-05"}, {"month", "Month", "2026-03", "2026-03"}} {
		n := int64(218 - 40*i)
		f.Table.Rows = append(f.Table.Rows, []findings.Cell{findings.Keyed(g[0], g[1]), findings.Keyed(g[2], g[3]), count(n, n), count(n-50, n)})
	}
	f.Table.Rows = append(f.Table.Rows, []findings.Cell{findings.Keyed("role", "Role"), findings.Keyed("staff", "Staff"), hidden(), hidden()})
	return f
}

func invited() findings.Finding {
	return findings.Finding{ID: "respondents.invited", Title: "40% of the parents answered.",
		Notes: []findings.Note{{Title: "Who is missing", Text: "Fewer than half of the parents answered."}}}
}

func prevalence() findings.Finding {
	f := findings.Finding{ID: "themes", Title: "81 of 162 wrote about communication.",
		Table: findings.Table{Columns: []findings.Column{{Name: "Theme", Key: "theme"}, {Name: "People", Unit: findings.Count, Key: "people"}, {Name: "Share", Unit: findings.Share, Key: "share"}}},
		Figure: &findings.Figure{Kind: findings.Bars, Title: "Share of the people who wrote something", Values: []int{2},
			Caption: "Base: 162 people who wrote something; whiskers: 95% interval. Source: parents.xlsx."}}
	for i, name := range themes {
		x := int64(81 - 7*i)
		f.Table.Rows = append(f.Table.Rows, []findings.Cell{theme(name), count(x, 162), share(x, 162)})
	}
	return f
}

func byRole() findings.Finding {
	f := findings.Finding{ID: "themes.by.role", Title: "Teachers write about shared goals more often than parents do.",
		Table: findings.Table{Columns: []findings.Column{{Name: "Theme", Key: "theme"}, {Name: "Parents", Unit: findings.Share, Key: "parent"},
			{Name: "Teachers", Unit: findings.Share, Key: "teacher"}, {Name: "Staff", Unit: findings.Share, Key: "staff"}, {Name: "Parents minus teachers (points)", Unit: findings.Points, Key: "difference"}}},
		Figure: &findings.Figure{Kind: findings.Dots, Title: "Share of each group's people", Values: []int{1, 2, 3}, Caption: "Base: 128 parents and 36 teachers."}}
	for i, name := range themes {
		a, b := int64(60-5*i), int64(6+i)
		teachers := share(b, 36)
		teachers.Caveats = append(teachers.Caveats, "few people")
		apart := stats.Difference(a, 128, b, 36)
		f.Table.Rows = append(f.Table.Rows, []findings.Cell{theme(name), share(a, 128), teachers, hidden(), findings.Estimate(apart.Effect)})
		f.Tests = append(f.Tests, apart)
	}
	adjust(&f)
	return f
}

// adjust adjusts the tests of a finding's table for each other.
func adjust(f *findings.Finding) {
	var tests []*stats.Test
	for i := range f.Tests {
		tests = append(tests, &f.Tests[i])
	}
	stats.Adjust(tests)
}

func byQuestion() findings.Finding {
	return findings.Finding{ID: "themes.by.question", Title: "To “What could be better?”, half spoke of communication.",
		Table:  findings.Table{Columns: []findings.Column{{Name: "Theme", Key: "theme"}, {Name: "What goes well?", Unit: findings.Share, Key: "well"}, {Name: "What could be better?", Unit: findings.Share, Key: "better"}}},
		Figure: &findings.Figure{Kind: findings.Heat, Values: []int{1, 2}}}
}

func tone() findings.Finding {
	f := findings.Finding{ID: "themes.tone", Title: "Concern is voiced most often about communication.",
		Figure: &findings.Figure{Kind: findings.Diverge, Values: []int{1, 2}, Caption: "Base: 162 people who wrote something."},
		Table:  findings.Table{Columns: []findings.Column{{Name: "Theme", Key: "theme"}, {Name: "Concern", Unit: findings.Count, Key: "concern"}, {Name: "Praise", Unit: findings.Count, Key: "praise"}}}}
	for i, name := range themes {
		f.Table.Rows = append(f.Table.Rows, []findings.Cell{theme(name), count(int64(50-5*i), 162), count(int64(5+3*i), 162)})
	}
	return f
}

func mirror() findings.Finding {
	f := findings.Finding{ID: "mirror", Title: "Both sides name communication among what teachers want.",
		Figure: &findings.Figure{Kind: findings.Slope, Title: "Share of those who answered the question", Values: []int{3, 4}, Caption: "Base: 30 teachers and 90 parents."},
		Table: findings.Table{Columns: []findings.Column{{Name: "Wish", Key: "wanted"}, {Name: "Side", Key: "side"}, {Name: "Theme", Key: "theme"}, {Name: "Say it themselves", Unit: findings.Share, Key: "self"},
			{Name: "The other side believes it", Unit: findings.Share, Key: "other"}, {Name: "Difference", Unit: findings.Points, Key: "difference"}, {Name: "Verdict", Key: "verdict"}}}}
	for i, role := range []string{"teacher", "parent", "teacher", "parent"} {
		x := int64(12 - 2*i)
		side := map[string]string{"teacher": "Teachers", "parent": "Parents"}[role]
		verdict := []findings.Cell{findings.Keyed("shared", "shared"), findings.Keyed("one-sided", "one-sided"),
			findings.Keyed("open", "not settled at this size"), findings.Keyed("open", "not settled at this size")}[i]
		f.Table.Rows = append(f.Table.Rows, []findings.Cell{findings.Text(side + ": " + themes[i]), findings.Keyed(role, side), theme(themes[i]),
			share(x, 30), share(x+5, 90), findings.Estimate(stats.Newcombe(x, 30, x+5, 90).Effect), verdict})
	}
	return f
}

func scales() findings.Finding {
	f := findings.Finding{ID: "scales", Title: "“I feel welcome.”: 70% agree.",
		Figure: &findings.Figure{Kind: findings.Likert, Title: "Share of those who answered", Values: []int{3, 4, 5}, Caption: "Base: people who answered the item."},
		Table: findings.Table{Columns: []findings.Column{{Name: "Item", Key: "item"}, {Name: "Who", Key: "who"}, {Name: "Answers", Unit: findings.Count, Key: "answers"},
			{Name: "Disagree", Unit: findings.Share}, {Name: "Neither", Unit: findings.Share}, {Name: "Agree", Unit: findings.Share}}}}
	for i := range int64(3) {
		f.Table.Rows = append(f.Table.Rows, []findings.Cell{findings.Text(fmt.Sprintf("Item %d", i+1)), findings.Keyed("everyone", "Everyone"), count(100, 100), share(20-i, 100), share(10, 100), share(70+i, 100)})
	}
	f.Table.Rows = append(f.Table.Rows, []findings.Cell{findings.Text("Item 1 — Staff"), findings.Keyed("staff", "Staff"), hidden(), hidden(), hidden(), hidden()})
	return f
}

func change() findings.Finding {
	f := findings.Finding{ID: "change", Title: "In 2026 fewer people wrote about communication than in 2025.",
		Figure: &findings.Figure{Kind: findings.Dots, Title: "Share of the people who wrote something", Values: []int{1, 2}, Caption: "Base: 120 people in 2025 and 162 in 2026."},
		Table: findings.Table{Columns: []findings.Column{{Name: "Theme", Key: "theme"}, {Name: "2025", Unit: findings.Share, Key: "before"},
			{Name: "2026", Unit: findings.Share, Key: "after"}, {Name: "Change (points)", Unit: findings.Points, Key: "change"}}}}
	for i, name := range themes {
		f.Table.Rows = append(f.Table.Rows, []findings.Cell{theme(name), share(70, 120), share(int64(81-7*i), 162), findings.Num(math.NaN())})
		f.Tests = append(f.Tests, stats.Difference(int64(81-7*i), 162, 70, 120))
	}
	adjust(&f)
	return f
}

func quotes() findings.Finding {
	f := findings.Finding{ID: "quotes", Title: "What people wrote, theme by theme."}
	for _, theme := range themes {
		for i, role := range []string{"parent", "teacher", "parent, teacher", "parent"} {
			f.Quotes = append(f.Quotes, findings.Quote{Text: fmt.Sprintf("Words %d of a %s on %s, & more.", i+1, role, theme), Role: role, Theme: theme,
				Tone: []string{"concern", "praise"}[i%2], Source: "parents.xlsx, What could be better?"})
		}
	}
	return f
}

func highlight() findings.Finding {
	return findings.Finding{ID: "highlight", Title: "“Tell us early.” (parent)", Notes: []findings.Note{{Text: "The sentence that speaks of the leading themes."}},
		Quotes: []findings.Quote{{Text: "Tell us early, tell us plainly, and ask what we see at home.", Role: "parent", Tone: "wish", Source: "parents.xlsx, What could be better?"}}}
}
