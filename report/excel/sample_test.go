package excel

import (
	"errors"
	"fmt"
	"iter"
	"math"
	"slices"
	"strings"
	"time"

	"commonground/analysis/findings"
	"commonground/analysis/stats"
)

// themeNames are the themes of the made-up school.
var themeNames = []string{
	"Communication", "Trust and respect", "Homework and workload", "Time and availability", "Being heard and involved",
	"Safety", "Learning support", "Meals", "Buses and arrival", "Recognition and thanks",
}

// sample is a made-up report with every kind of finding: the survey of a
// school with parents, teachers and a group too small to show.
func sample() *findings.Report {
	return &findings.Report{
		Title: "Maple Grove Elementary: spring survey 2026",
		Made:  time.Date(2026, 5, 4, 13, 5, 0, 0, time.UTC),
		Summary: []string{
			"One hundred and sixty-two people wrote something; half of them wrote about communication.",
			"Parents write about homework more often than teachers do (32% against 11%).",
			"Both sides want to be kept informed early, and neither side believes it of the other.",
		},
		Sources: []findings.Source{
			{File: "parents.xlsx", Format: "XLSX", Rows: 183, Used: 180, Respondents: 176, NoContent: 9, NotRead: 2, RoleFrom: "the file's name",
				Refused: []findings.Refusal{{Row: 17, Column: "Age", Reason: `"abc" is not a number`}, {Row: 90, Reason: "the row has more cells than the header"}, {Row: 91, Column: "When", Reason: "“yesterday” is not a date"}}},
			{File: "teachers.csv", Format: "CSV", Encoding: "windows-1252", Rows: 42, Used: 42, Respondents: 42, Stated: 45, RoleFrom: "the column “I am a”",
				Notes: []string{"Two columns are both called “Comments”; the second is read as “Comments 2”."}},
		},
		Sections: []findings.Section{
			{ID: "respondents", Title: "Who answered", Findings: []findings.Finding{respondents()}},
			{ID: "themes", Title: "Themes", Findings: []findings.Finding{themes("themes", themeNames), themes("themes.groups", []string{"Working together", "Daily life", "Learning"})}},
			{ID: "themes.by.role", Title: "Themes by role", Findings: []findings.Finding{byRole()}},
			{ID: "themes.by.question", Title: "Themes by question", Findings: []findings.Finding{byQuestion()}},
			{ID: "themes.tone", Title: "Tone", Findings: []findings.Finding{tone()}},
			{ID: "together", Title: "Themes that come together", Findings: []findings.Finding{together(), pairs()}},
			{ID: "mirror", Title: "The mirror", Findings: []findings.Finding{mirror()}},
			{ID: "channels", Title: "Channels", Findings: []findings.Finding{themes("channels", []string{"Phone", "Text message", "E-mail", "App", "Paper"})}},
			{ID: "scales", Title: "Scales", Findings: []findings.Finding{scales()}},
			{ID: "choices", Title: "Answers to choose from: yes/no?", Findings: []findings.Finding{themes("choices.grade", []string{"Kindergarten", "Grade 1", "Grade 2"})}},
			{ID: "change", Title: "What changed", Findings: []findings.Finding{trend()}},
			{ID: "quotes", Title: "Quotes", Findings: []findings.Finding{quotes()}},
			{ID: "highlight", Title: "One statement for the whole", Findings: []findings.Finding{{
				ID: "highlight", Title: "If you read one sentence, read this one.",
				Quotes: []findings.Quote{{Text: "Tell us early, tell us plainly, and ask what we see at home.", Role: "parent", Theme: "Communication", Tone: "wish", Source: "parents.xlsx, What could be better?"}},
			}}},
		},
		Codebook: codebookThemes(),
		Method: []findings.Note{
			{Title: "Counting", Text: "People are counted, not mentions: a theme that one person names three times counts once."},
			{Title: "Intervals", Text: "Low and high are the ends of a 95% interval (Wilson): if the same school were asked again, the share would lie between them nineteen times in twenty, as far as chance alone is at work."},
			{Title: "Small groups", Text: "Groups of fewer than 5 people are withheld whole."},
		},
		Notes:    []findings.Note{{Text: "Two answers are in a language that the program does not read; they are counted, not coded."}},
		Comments: comments(40),
	}
}

func share(x, n int64) findings.Cell { return findings.Estimate(stats.Wilson(x, n)) }

func count(n int64) findings.Cell { return findings.Num(float64(n)) }

// roleKeys are the keys of groups of people.
var roleKeys = map[string]string{"Everyone": "everyone", "Parents": "parent", "Teachers": "teacher", "English": "en", "Spanish": "es"}

func respondents() findings.Finding {
	f := findings.Finding{ID: "respondents", Title: "218 people answered; 162 of them wrote something.",
		Table: findings.Table{Columns: []findings.Column{{Name: "By", Key: "by"}, {Name: "Group", Key: "group"}, {Name: "Respondents", Unit: findings.Count, Key: "people"}, {Name: "Wrote something", Unit: findings.Count, Key: "wrote"}, {Name: "Wrote nothing", Unit: findings.Count}}}}
	for i, g := range []string{"Everyone", "Parents", "Teachers", "English", "Spanish"} {
		by := []string{"All", "Role", "Role", "Language", "Language"}[i]
		n := int64(218 - 40*i)
		f.Table.Rows = append(f.Table.Rows, []findings.Cell{findings.Keyed(strings.ToLower(by), by), findings.Keyed(roleKeys[g], g), {Number: float64(n), Low: math.NaN(), High: math.NaN(), Base: n},
			{Number: float64(n - 50), Low: math.NaN(), High: math.NaN(), Base: n}, {Number: 50, Low: math.NaN(), High: math.NaN(), Base: n}})
	}
	f.Table.Rows = append(f.Table.Rows, []findings.Cell{findings.Keyed("role", "Role"), findings.Keyed("staff", "Staff"), findings.HiddenCell(), findings.HiddenCell(), findings.HiddenCell()})
	return f
}

func themes(id string, names []string) findings.Finding {
	f := findings.Finding{ID: id, Title: "Half of the 162 people wrote about " + names[0] + ".",
		Table: findings.Table{Columns: []findings.Column{{Name: "Theme"}, {Name: "People", Unit: findings.Count}, {Name: "Share", Unit: findings.Share}}},
		Figure: &findings.Figure{Kind: findings.Bars, Title: "Share of the people who wrote something", Values: []int{2},
			Caption: "Base: 162 people who wrote something; whiskers: 95% interval. Source: parents.xlsx and teachers.csv."},
	}
	for i, name := range names {
		x := int64(81 - 8*i)
		f.Table.Rows = append(f.Table.Rows, []findings.Cell{findings.Text(name), count(x), share(x, 162)})
	}
	return f
}

func byRole() findings.Finding {
	f := findings.Finding{ID: "themes.by.role", Title: "Parents write about homework more often than teachers do (32% against 11%).",
		Table: findings.Table{Columns: []findings.Column{{Name: "Theme"}, {Name: "Parents", Unit: findings.Share, Key: "parent"},
			{Name: "Teachers", Unit: findings.Share, Key: "teacher"}, {Name: "Staff", Unit: findings.Share, Key: "staff"}, {Name: "Parents minus teachers", Unit: findings.Points}}},
		Figure: &findings.Figure{Kind: findings.Dots, Title: "Share of each group's people who wrote something", Values: []int{1, 2, 3},
			Caption: "Base: 128 parents and 36 teachers."},
		Notes: []findings.Note{{Title: "Both", Text: "People who are parent and teacher are in both columns, and on neither side of the difference."}},
	}
	for i, name := range themeNames {
		a, b := int64(70-7*i), int64(6+2*i)
		test := stats.Newcombe(a, 128, b, 36)
		test.P, test.Q = 0.0004*float64(i*i), math.NaN()
		difference := findings.Estimate(test.Effect)
		f.Tests = append(f.Tests, test)
		teachers := share(b, 36)
		if i < 3 {
			teachers.Caveats = append(teachers.Caveats, "fewer than 10 people")
		}
		f.Table.Rows = append(f.Table.Rows, []findings.Cell{findings.Text(name), share(a, 128), teachers, findings.HiddenCell(), difference})
	}
	return f
}

func byQuestion() findings.Finding {
	f := findings.Finding{ID: "themes.by.question", Title: "To “What could be better?”, 48% of those who wrote something spoke of communication.",
		Table:  findings.Table{Columns: []findings.Column{{Name: "Theme"}}},
		Figure: &findings.Figure{Kind: findings.Heat, Title: "Share of the people who wrote something to that question", Values: []int{1, 2, 3}},
	}
	for _, q := range []string{"What is going well at our school?", "What could be better?", "What do you wish teachers knew about your child?"} {
		f.Table.Columns = append(f.Table.Columns, findings.Column{Name: q, Unit: findings.Share})
	}
	for i, name := range themeNames {
		f.Table.Rows = append(f.Table.Rows, []findings.Cell{findings.Text(name), share(int64(40-3*i), 130), share(int64(5+4*i), 110), share(int64(i*i), 95)})
	}
	return f
}

func trend() findings.Finding {
	f := findings.Finding{ID: "change.trend", Title: "From 2024 to 2026, fewer people wrote about communication.",
		Table: findings.Table{Columns: []findings.Column{{Name: "Wave"}, {Name: "Communication", Unit: findings.Share}, {Name: "Meals", Unit: findings.Share}}},
		Figure: &findings.Figure{Kind: findings.Line, Title: "Share of the people who wrote something", Values: []int{1, 2},
			Caption: "Base: the people of each wave who wrote something; whiskers: 95% interval."},
	}
	for i, wave := range []string{"2024", "2025", "2026"} {
		f.Table.Rows = append(f.Table.Rows, []findings.Cell{findings.Text(wave), share(int64(90-12*i), 150), share(int64(30+i), 150)})
	}
	return f
}

func tone() findings.Finding {
	f := findings.Finding{ID: "themes.tone", Title: "Concern is voiced most often about communication (31), praise about trust and respect (24).",
		Table: findings.Table{Columns: []findings.Column{{Name: "Theme"}, {Name: "Concern", Unit: findings.Count, Key: "concern"}, {Name: "Wish", Unit: findings.Count, Key: "wish"},
			{Name: "Neutral", Unit: findings.Count, Key: "neutral"}, {Name: "Praise", Unit: findings.Count, Key: "praise"}, {Name: "People", Unit: findings.Count}}},
		Figure: &findings.Figure{Kind: findings.Diverge, Title: "People who spoke of the theme in that tone", Caption: "Base: 162 people who wrote something.", Values: []int{1, 2, 3, 4}},
	}
	for i, name := range themeNames {
		f.Table.Rows = append(f.Table.Rows, []findings.Cell{findings.Text(name), count(int64(31 - 3*i)), count(int64(20 - i)), count(int64(4 + i%3)), count(int64(4 + 2*i)), count(int64(60 - 2*i))})
	}
	return f
}

func together() findings.Finding {
	f := findings.Finding{ID: "together", Title: "People who write about communication often write about trust too.",
		Table:  findings.Table{Columns: []findings.Column{{Name: "Theme"}}},
		Figure: &findings.Figure{Kind: findings.Heat, Title: "People who wrote about both themes", Caption: "Base: 162 people who wrote something."},
		Notes:  []findings.Note{{Text: "The diagonal holds everyone who wrote about the theme."}},
	}
	for i, name := range themeNames {
		f.Table.Columns = append(f.Table.Columns, findings.Column{Name: name, Unit: findings.Count})
		f.Figure.Values = append(f.Figure.Values, i+1)
		row := []findings.Cell{findings.Text(name)}
		for j := range themeNames {
			n := int64(81 - 8*i)
			if i != j {
				n = int64(30 - 2*(i+j) + (i*j)%7)
			}
			row = append(row, findings.Cell{Number: float64(max(n, 0)), Low: math.NaN(), High: math.NaN(), Base: 162})
		}
		f.Table.Rows = append(f.Table.Rows, row)
	}
	return f
}

func pairs() findings.Finding {
	f := findings.Finding{ID: "together.pairs", Title: "Trust and respect come with being heard 1.8 times as often as chance would have it.",
		Table: findings.Table{Columns: []findings.Column{{Name: "Theme"}, {Name: "And"}, {Name: "People", Unit: findings.Count}, {Name: "Share", Unit: findings.Share}, {Name: "Lift", Unit: findings.Ratio}}}}
	for i := range 6 {
		x := int64(30 - 4*i)
		f.Table.Rows = append(f.Table.Rows, []findings.Cell{findings.Text(themeNames[i]), findings.Text(themeNames[i+1]), count(x), share(x, 162),
			{Number: 1.85 - 0.1*float64(i), Low: 1.1, High: 2.4, Base: 162}})
	}
	return f
}

func mirror() findings.Finding {
	f := findings.Finding{ID: "mirror", Title: "The two sides see it differently: parents want homework and workload.",
		Table: findings.Table{Columns: []findings.Column{{Name: "Wish"}, {Name: "Say it themselves", Unit: findings.Share, Key: "self"}, {Name: "The other side believes it", Unit: findings.Share, Key: "other"},
			{Name: "Difference", Unit: findings.Points}, {Name: "Verdict"}}},
		Figure: &findings.Figure{Kind: findings.Slope, Title: "Share of those who answered the question", Caption: "Base: 120 parents and 36 teachers.", Values: []int{1, 2}},
	}
	for i, name := range themeNames[:6] {
		a, b := int64(60-8*i), int64(8+3*i)
		difference := findings.Estimate(stats.Newcombe(a, 120, b, 36).Effect)
		f.Table.Rows = append(f.Table.Rows, []findings.Cell{findings.Text("Parents want " + name), share(a, 120), share(b, 36), difference,
			findings.Text([]string{"one-sided", "shared", "not settled at this size"}[i%3])})
	}
	return f
}

func scales() findings.Finding {
	f := findings.Finding{ID: "scales", Title: "“I know whom to ask” is answered most favorably: 71% chose “Agree” or “Strongly agree”.",
		Table:  findings.Table{Columns: []findings.Column{{Name: "Item"}, {Name: "Who"}, {Name: "Answers", Unit: findings.Count}}},
		Figure: &findings.Figure{Kind: findings.Likert, Title: "Share of the people who answered the item", Caption: "Base: people who answered the item."},
	}
	for j, choice := range []string{"Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"} {
		f.Figure.Values = append(f.Figure.Values, j+3)
		f.Table.Columns = append(f.Table.Columns, findings.Column{Name: choice, Unit: findings.Share})
	}
	for i, item := range []string{"I know whom to ask", "I am told in good time", "My child is known here"} {
		for k, who := range []string{"Everyone", "Parents", "Teachers"} {
			n := []int64{200, 160, 40}[k]
			row := []findings.Cell{findings.Text(item + " — " + who), findings.Keyed(roleKeys[who], who), {Number: float64(n), Low: math.NaN(), High: math.NaN(), Base: n}}
			for j := range 5 {
				row = append(row, share(n*int64([]int{1, 2, 3, 6, 8}[(j+i)%5])/20, n))
			}
			f.Table.Rows = append(f.Table.Rows, row)
		}
	}
	return f
}

func quotes() findings.Finding {
	f := findings.Finding{ID: "quotes", Title: "What they said, in their own words.",
		Table: findings.Table{Columns: []findings.Column{{Name: "Theme"}, {Name: "People", Unit: findings.Count}, {Name: "Quotes shown", Unit: findings.Count}}},
		Notes: []findings.Note{{Text: "Names, addresses and numbers are masked."}}}
	for i, name := range themeNames[:4] {
		f.Table.Rows = append(f.Table.Rows, []findings.Cell{findings.Text(name), count(int64(81 - 8*i)), count(2)})
		for k, role := range []string{"parent", "teacher"} {
			f.Quotes = append(f.Quotes, findings.Quote{Text: madeUp[(i+k)%len(madeUp)], Role: role, Theme: name, Tone: []string{"concern", "praise"}[k], Source: "parents.xlsx, What could be better?"})
		}
	}
	return f
}

func codebookThemes() []findings.Theme {
	var out []findings.Theme
	for i, name := range themeNames {
		out = append(out, findings.Theme{ID: fmt.Sprintf("theme-%d", i), Label: name, Group: "Working together",
			Definition: "What people write about " + name + ", whether they praise it, worry about it or wish for more of it.",
			Include:    []string{"a note home that came late", "a call that was not returned"}, Exclude: []string{"the school's telephone bill"},
			Asset: "Families and school tell each other what they know.", Ask: []string{"Who hears from us first?"},
			Practices: []findings.Practice{{Text: "Promise a reply within two days.", Source: "Made up"}}})
	}
	return out
}

var madeUp = []string{
	"The newsletter reaches us after the event, so we plan around guesses.",
	"=SUM(A1:A9) is what my answer to the last question felt like.",
	"I felt heard at the spring meeting, and [name] wrote down what I asked for.",
	"Less homework on the days with practice would help.\nWe have three children.",
	"Gracias por llamarnos en español.",
}

func comments(n int) func() iter.Seq2[findings.Comment, error] {
	roles := []string{"parent", "teacher", "", "parent, teacher"}
	return func() iter.Seq2[findings.Comment, error] {
		return func(yield func(findings.Comment, error) bool) {
			for i := range n {
				c := findings.Comment{Role: roles[i%len(roles)], Question: "What could be better?", Text: madeUp[i%len(madeUp)]}
				for k := range i % 3 {
					c.Codes = append(c.Codes, findings.Code{Theme: fmt.Sprintf("theme-%d", (i+k)%len(themeNames)), Tone: []string{"concern", "wish"}[k]})
				}
				if !yield(c, nil) {
					return
				}
			}
		}
	}
}

// summaryOfPost is a made-up report of a blog's summary: small, without roles to compare.
func summaryOfPost() *findings.Report {
	r := sample()
	r.Title = "What we heard from you"
	r.Sections = slices.DeleteFunc(r.Sections, func(s findings.Section) bool {
		return s.ID != "themes" && s.ID != "themes.tone" && s.ID != "quotes" && s.ID != "highlight"
	})
	return r
}

func brokenComments() iter.Seq2[findings.Comment, error] {
	return func(yield func(findings.Comment, error) bool) {
		yield(findings.Comment{}, errors.New("spool: short read"))
	}
}
