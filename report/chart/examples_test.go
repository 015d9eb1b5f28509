package chart

import (
	"cmp"
	"math"
	"slices"

	"commonground/analysis/findings"
)

// themes are made-up counts: respondents with the theme among parents and
// among teachers, and their concern, wish, neutral and praise.
var themes = []struct {
	label            string
	parents, teacher int
	tones            [4]int
}{
	{"Communication", 88, 19, [4]int{52, 31, 14, 22}},
	{"Learning support", 61, 12, [4]int{20, 28, 9, 25}},
	{"Respect and being heard", 44, 21, [4]int{41, 12, 3, 15}},
	{"Time and availability", 40, 17, [4]int{33, 17, 9, 2}},
	{"Knowing each child", 35, 4, [4]int{11, 12, 6, 14}},
	{"Trust", 27, 14, [4]int{17, 5, 4, 18}},
	{"Behavior and safety", 25, 9, [4]int{22, 8, 2, 3}},
	{"Positive contact", 22, 6, [4]int{9, 11, 1, 9}},
	{"Shared goals", 20, 11, [4]int{2, 14, 9, 8}},
	{"Roles and responsibilities", 17, 13, [4]int{12, 8, 11, 1}},
	{"Involvement and decisions", 16, 3, [4]int{8, 9, 2, 1}},
	{"Teamwork", 15, 10, [4]int{3, 9, 4, 10}},
	{"Welcome and belonging", 12, 2, [4]int{4, 3, 1, 7}},
	{"School leadership", 11, 5, [4]int{9, 3, 2, 3}},
	{"Access and barriers", 9, 3, [4]int{8, 4, 0, 0}},
	{"Defensiveness and blame", 6, 8, [4]int{13, 1, 0, 0}},
	{"Authenticity", 4, 1, [4]int{1, 1, 0, 3}},
	{"Asset-based view", 3, 2, [4]int{0, 1, 0, 4}},
	{"Deficit view", 0, 1, [4]int{1, 0, 0, 0}},
}

const parents, teachers = 158, 38

// share is a cell of k of n people. Its interval is only about right.
func share(k, n int) findings.Cell {
	p := float64(k) / float64(n)
	d := 1.96*math.Sqrt(p*(1-p)/float64(n)) + 1/float64(n)
	return findings.Cell{Number: p, Low: max(0, p-d), High: min(1, p+d), Base: int64(n)}
}

func count(k int) findings.Cell { return findings.Num(float64(k)) }

func barsExample(rows int) *findings.Finding {
	f := &findings.Finding{
		ID:    "themes",
		Title: "107 of 196 who wrote something wrote about communication",
		Table: findings.Table{Columns: []findings.Column{{Name: "Theme"}, {Name: "Everyone", Unit: findings.Share}}},
		Figure: &findings.Figure{
			Kind: findings.Bars, Values: []int{1},
			Title:   "Share of the people who wrote something",
			Caption: "196 people who wrote something; lines are 95% intervals. Source: parents.xlsx, teachers.csv.",
		},
	}
	for _, t := range themes[:rows] {
		f.Table.Rows = append(f.Table.Rows, []findings.Cell{findings.Text(t.label), share(t.parents+t.teacher, parents+teachers)})
	}
	slices.SortStableFunc(f.Table.Rows, func(a, b []findings.Cell) int { return cmp.Compare(b[1].Number, a[1].Number) })
	return f
}

func dotsExample(rows int) *findings.Finding {
	f := &findings.Finding{
		ID:    "themes.by.role",
		Title: "Teachers wrote about respect more often than parents did, and parents more often about knowing each child",
		Table: findings.Table{Columns: []findings.Column{
			{Name: "Theme"},
			{Name: "Parents", Unit: findings.Share, Key: "parent"},
			{Name: "Teachers", Unit: findings.Share, Key: "teacher"},
			{Name: "Staff", Unit: findings.Share, Key: "staff"},
		}},
		Figure: &findings.Figure{
			Kind: findings.Dots, Values: []int{1, 2},
			Title:   "Share of the people of each role who wrote something",
			Caption: "158 parents and 38 teachers who wrote something; 3 people are both and stand in both columns. Pale lines are 95% intervals.",
		},
	}
	for _, t := range themes[:rows] {
		f.Table.Rows = append(f.Table.Rows, []findings.Cell{findings.Text(t.label), share(t.parents, parents), share(t.teacher, teachers), findings.HiddenCell()})
	}
	return f
}

func divergeExample(rows int) *findings.Finding {
	f := &findings.Finding{
		ID:    "themes.tone",
		Title: "Communication draws the most concern, and learning support the most praise",
		Table: findings.Table{Columns: []findings.Column{{Name: "Theme"}}},
		Figure: &findings.Figure{
			Kind: findings.Diverge, Values: []int{1, 2, 3, 4},
			Title:   "People who mentioned the theme, by tone",
			Caption: "196 people who wrote something. A person who voiced several tones on a theme counts once in each.",
		},
	}
	for _, tone := range []string{"Concern", "Wish", "Neutral", "Praise"} {
		key := map[string]string{"Concern": "concern", "Wish": "wish", "Neutral": "neutral", "Praise": "praise"}[tone]
		f.Table.Columns = append(f.Table.Columns, findings.Column{Name: tone, Unit: findings.Count, Key: key})
	}
	for _, t := range themes[:rows] {
		f.Table.Rows = append(f.Table.Rows, []findings.Cell{findings.Text(t.label), count(t.tones[0]), count(t.tones[1]), count(t.tones[2]), count(t.tones[3])})
	}
	return f
}

func mirrorExample(rows int) *findings.Finding {
	f := dotsExample(rows)
	f.ID = "mirror.parents"
	f.Title = "Parents want more communication than teachers believe they do"
	f.Table.Columns[1].Name = "What parents say they want from teachers"
	f.Table.Columns[2].Name = "What teachers believe parents want"
	f.Figure.Kind = findings.Slope
	f.Figure.Title = "Share of the people of each role who answered the question"
	f.Figure.Caption = "158 parents and 38 teachers who answered; lines are 95% intervals."
	return f
}

func heatExample(rows int) *findings.Finding {
	f := &findings.Finding{
		ID:    "together",
		Title: "Trust and respect come together most often",
		Table: findings.Table{Columns: []findings.Column{{Name: "Theme"}}},
		Figure: &findings.Figure{
			Kind:    findings.Heat,
			Title:   "People who wrote about both themes",
			Caption: "196 people who wrote something.",
		},
	}
	for i, t := range themes[:rows] {
		f.Table.Columns = append(f.Table.Columns, findings.Column{Name: t.label, Unit: findings.Count})
		f.Figure.Values = append(f.Figure.Values, i+1)
		cells := []findings.Cell{findings.Text(t.label)}
		for j, u := range themes[:rows] {
			switch {
			case i == j:
				cells = append(cells, findings.Num(math.NaN()))
			default:
				cells = append(cells, count((t.parents*u.parents)/160+(i*j)%7))
			}
		}
		f.Table.Rows = append(f.Table.Rows, cells)
	}
	return f
}

func likertExample() *findings.Finding {
	f := &findings.Finding{
		ID:    "scales",
		Title: "Most agree that staff greet families warmly; fewer know whom to ask",
		Table: findings.Table{Columns: []findings.Column{{Name: "Statement"}}},
		Figure: &findings.Figure{
			Kind: findings.Likert, Values: []int{1, 2, 3, 4, 5},
			Title:   "Share of the people who answered",
			Caption: "Parents and teachers together. Source: parents.xlsx, teachers.csv.",
		},
	}
	for _, c := range []string{"Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"} {
		f.Table.Columns = append(f.Table.Columns, findings.Column{Name: c, Unit: findings.Share})
	}
	for _, r := range []struct {
		text   string
		counts [5]int
	}{
		{"Staff at this school greet families warmly.", [5]int{4, 10, 21, 80, 62}},
		{"I know whom to ask when my child struggles with something at school or on the way there.", [5]int{31, 44, 38, 52, 10}},
		{"Messages from the school arrive in a language that my family reads.", [5]int{2, 6, 9, 60, 98}},
		{"Teachers and parents make decisions about a child's learning together, and each side knows what the other one is doing about it at home or in class.", [5]int{18, 39, 51, 49, 17}},
		{"My child is safe at school.", [5]int{0, 0, 0, 71, 104}},
	} {
		n := 0
		for _, k := range r.counts {
			n += k
		}
		cells := []findings.Cell{findings.Text(r.text)}
		for _, k := range r.counts {
			cells = append(cells, share(k, n))
		}
		f.Table.Rows = append(f.Table.Rows, cells)
	}
	return f
}

func lineExample() *findings.Finding {
	f := &findings.Finding{
		ID:    "learning-curve",
		Title: "How well comments are coded after so many others were checked",
		Table: findings.Table{Columns: []findings.Column{
			{Name: "Checked"}, {Name: "F1", Unit: findings.Mean}, {Name: "Precision", Unit: findings.Mean}, {Name: "Recall", Unit: findings.Mean},
		}},
		Figure: &findings.Figure{
			Kind: findings.Line, Values: []int{1, 2, 3},
			Title: "Checked comments of other people, drawn at random", Caption: "Means of 5 draws, made up.",
		},
	}
	for _, r := range []struct {
		checked        string
		f1, both, most float64
	}{{"0", 0.61, 0.66, 0.57}, {"40", 0.62, 0.67, 0.58}, {"80", 0.64, 0.68, 0.6}, {"150", 0.69, 0.73, 0.65}, {"250", 0.81, 0.83, 0.8}} {
		f1 := findings.Num(r.f1)
		f1.Low, f1.High = r.f1-0.05, r.f1+0.04
		f.Table.Rows = append(f.Table.Rows, []findings.Cell{findings.Text(r.checked), f1, findings.Num(r.both), findings.Num(r.most)})
	}
	return f
}
