package intake

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"commonground/analysis/survey"
)

// A plan that names columns is obeyed: its IDs, texts, kinds and the order of
// its choices, in every file that has one of the headers.
func TestPlanNamesQuestions(t *testing.T) {
	plan := Plan{Questions: []Known{
		{ID: "heard", Text: "Do you feel heard?", Headers: []string{"I feel heard", "We are heard"}, Kind: ScaleColumn, Choices: []string{"Hardly", "So so", "Fully"}},
		{ID: "bus", Headers: []string{"Bus"}, Kind: SingleColumn, Choices: []string{"12", "14", "9"}},
		{ID: "channels", Text: "Which do you use?", Kind: MultipleColumn, Choices: []string{"Text", "Phone, or a call back", "Email"}},
		{ID: "app", Headers: []string{"The app"}, Kind: OpenColumn},
		{ID: "hours", Headers: []string{"Hours"}, Kind: AttributeKind, Choices: []string{"few", "many"}},
	}}
	in := mustOpen(t, plan,
		"2025.csv", "i feel HEARD,Bus,Which do you use?,The app,Hours\nHardly,9,\"Phone, or a call back, Email\",good,few\nFully,12,Email,bad,many\nSo so,14,\"Text, Email\",good,few\nPerhaps,13,Pigeon,good,none of them\n",
		"2026.csv", "We are heard,Which do you use? - Email,Which do you use? - Text,What else?\nfully!,Email,,We like the garden\nHardly,,Text,The office is kind\n")
	want := []string{"heard scale Hardly|So so|Fully", "bus single 12|14|9|13", "channels multiple Text|Phone, or a call back|Email|Pigeon", "app open", "hours single few|many|none of them", "what-else open"}
	if diff := cmp.Diff(want, described(in.Survey)); diff != "" {
		t.Fatal(diff)
	}
	if q := in.Survey.Questions[in.Survey.Index("heard")]; q.Text != "Do you feel heard?" {
		t.Errorf("text %q", q.Text)
	}
	if q := in.Survey.Questions[in.Survey.Index("hours")]; q.Use != survey.Attribute {
		t.Errorf("use %v", q.Use)
	}
	all := responses(t, in)
	var got []string
	for _, r := range all {
		got = append(got, answer(in.Survey, r, "heard")+", "+answer(in.Survey, r, "bus")+", "+answer(in.Survey, r, "channels")+", "+answer(in.Survey, r, "app"))
	}
	if diff := cmp.Diff([]string{"Hardly, 9, Phone, or a call back + Email, good", "Fully, 12, Email, bad", "So so, 14, Text + Email, good", ", 13, Pigeon, good", "Fully, , Email, ", "Hardly, , Text, "}, got); diff != "" {
		t.Error(diff)
	}
	var doubts []string
	for _, e := range in.Reads[0].Doubts {
		doubts = append(doubts, e.Error())
	}
	if diff := cmp.Diff([]string{
		`2025.csv:5: column "i feel HEARD": "Perhaps" is not among the question's choices; read as skipped`,
		`2025.csv:5: column "Bus": "13" was added to the question's choices, which don't list it`,
		`2025.csv:5: column "Which do you use?": "Pigeon" was added to the question's choices, which don't list it`,
		`2025.csv:5: column "Hours": "none of them" was added to the question's choices, which don't list it`,
	}, doubts); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{`Answers to "Do you feel heard?" that are not among its choices, and are read as skipped: 1; inspect shows which. If they are choices, add them to the question's list.`}, in.Notes); diff != "" || len(in.Joined) > 0 {
		t.Errorf("%s, joined %v", diff, in.Joined)
	}
}

// The choices of a scale may be listed in one language and answered in another.
func TestListedScaleIsReadInBothLanguages(t *testing.T) {
	plan := Plan{Questions: []Known{{ID: "heard", Text: "I feel heard", Headers: []string{"I feel heard", "Me siento escuchado"}, Choices: []string{"Disagree", "Agree", "Strongly agree"}}}}
	in := mustOpen(t, plan, "en.csv", "I feel heard,Comments\nAgree,It is fine with us\nDisagree,All is good here\n",
		"es.csv", "Me siento escuchado,Comentarios\nDe acuerdo,Todo bien por aquí\nTotalmente de acuerdo,Nos gusta el jardín\n")
	var got []string
	for _, r := range responses(t, in) {
		got = append(got, answer(in.Survey, r, "heard"))
	}
	if diff := cmp.Diff([]string{"Agree", "Disagree", "Agree", "Strongly agree"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestPlanSaysWhatColumnsHold(t *testing.T) {
	const file = "Code,Seen,Nickname,Who fills this in,Allowed?,Took,Note\n7,3/4/2026,Bird,Parent,yes,40,We like the garden\n7,4/4/2026,Fish,Teacher,no,50,The office is kind\n8,5/4/2026,Bear,Parent,yes,60,It is fine\n"
	plan := Plan{Columns: []Use{
		{Header: "Code", Kind: RespondentID}, {Header: "Seen", Kind: Timestamp}, {Header: "nickname", Kind: Personal}, {Header: "Who fills this in", Kind: RoleColumn},
		{Header: "Allowed?", Kind: ConsentColumn}, {Header: "Took", Kind: DurationColumn}, {Header: "Never there", Kind: IgnoredColumn}, {Header: "Notes", Kind: StatusColumn},
	}}
	in := mustOpen(t, plan, "a.csv", file)
	want := []string{"Code: respondent id", "Seen: timestamp", "Nickname: personal", "Who fills this in: role", "Allowed?: consent", "Took: duration", "Note: open"}
	if diff := cmp.Diff(want, kinds(in.Reads[0])); diff != "" {
		t.Error(diff)
	}
	all := responses(t, in)
	if len(all) != 2 || !all[0].Unquotable || all[1].Unquotable {
		t.Errorf("%d responses; quotable %+v", len(all), all)
	}
	if diff := cmp.Diff([]string{`No file has a column "Never there" (ignored).`, `No file has a column "Notes" (status); did you mean "Note"?`}, in.Notes); diff != "" {
		t.Error(diff)
	}
}

func TestContradictedPlansAreRefused(t *testing.T) {
	many := "Bus,Note\n"
	for i := range 300 {
		many += strings.Repeat("x", i%7+1) + string(rune('a'+i%26)) + strings.Repeat("y", i/26) + ",We like the garden\n"
	}
	few := "Bus,Note\nred,We like the garden\nblue,The office is kind\n"
	tests := []struct {
		name, file string
		plan       Plan
		want       string
	}{
		{"many choices", many, Plan{Questions: []Known{{Text: "Bus", Kind: SingleColumn}}}, `a.csv: column "Bus" can't be taken for single: it has more than 200 different answers`},
		{"no number", few, Plan{Questions: []Known{{Text: "Bus", Kind: NumberColumn}}}, `a.csv: column "Bus" can't be taken for number: none of its cells is a number`},
		{"no date", few, Plan{Columns: []Use{{Header: "Bus", Kind: Timestamp}}}, `a.csv: column "Bus" can't be taken for timestamp: none of its cells is a date`},
		{"no scale", few, Plan{Questions: []Known{{Text: "Bus", Kind: ScaleColumn}}}, `a.csv: column "Bus" can't be taken for scale: its answers are on no scale that is known; list them as choices, lowest first`},
		{"no question", few, Plan{Questions: []Known{{Text: "Bus", Kind: Personal}}}, `the question "Bus" can't be of kind "personal"`},
		{"one header twice", few, Plan{Questions: []Known{{ID: "a", Headers: []string{"Bus"}}, {ID: "b", Headers: []string{"bus?"}}}}, `the column "bus?" is named in two questions, "Bus" and "bus?"`},
		{"one ID twice", few, Plan{Questions: []Known{{ID: "a", Text: "Bus"}, {ID: "a", Text: "Note"}}}, `two questions have the ID "a"`},
		{"a reserved ID", few, Plan{Questions: []Known{{ID: "wave", Text: "Bus"}}}, `the question "Bus" can't have the ID "wave"`},
		{"both", few, Plan{Questions: []Known{{Text: "Bus"}}, Columns: []Use{{Header: "Bus", Kind: Personal}}}, `the column "Bus" is named as one of a question and as personal`},
	}
	for _, tt := range tests {
		if _, err := open(t, tt.plan, "a.csv", tt.file); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %s", tt.name, err, tt.want)
		}
	}
}

func TestPlanPairsMirroredQuestions(t *testing.T) {
	plan := Plan{Names: []string{"Zoe", "Ana", "Zoe"}, Questions: []Known{
		{ID: "ours", Text: "Our hopes", Kind: OpenColumn, Mirror: "theirs"},
		{ID: "theirs", Text: "What do parents want from teachers?"},
	}}
	in := mustOpen(t, plan, "a.csv", "Our hopes,What do parents want from teachers?\nBackup at home,Some honest news\n")
	a, b := in.Survey.Questions[2], in.Survey.Questions[3]
	if a.Mirror != "theirs" || b.Mirror != "ours" || a.Wants != survey.Teacher || b.Wants != survey.Parent {
		t.Errorf("%+v\n%+v", a, b)
	}
	if !slices.Equal(in.Names, []string{"Ana", "Zoe"}) {
		t.Errorf("names %q", in.Names)
	}
}

func TestReworded(t *testing.T) {
	const last = "School,What is going well at our school?,How often do you hear from us?,I feel heard\nNorth,The garden is lovely,Weekly,Agree\nSouth,Notes come home,Monthly,Disagree\nNorth,We like it,Weekly,Agree\n"
	in := mustOpen(t, Plan{}, "2025.csv", last,
		"2026.csv", "School,What is going well?,How often do you hear from us now?,What is not going well?\nSouth,The new fence helps,Weekly,The bus is late\nNorth,Calls come early,Daily,Too many apps\n")
	want := []string{"school single North|South", "what-is-going-well-at-our-school open", "how-often-do-you-hear-from-us scale Monthly|Weekly|Daily", "i-feel-heard scale Disagree|Agree", "what-is-not-going-well open"}
	if got := described(in.Survey); len(got) != len(want) || got[1] != want[1] || got[4] != want[4] {
		t.Fatal(cmp.Diff(want, got))
	}
	if diff := cmp.Diff([]Joined{
		{ID: "what-is-going-well-at-our-school", Texts: []string{"What is going well at our school?", "What is going well?"}, Files: []string{"2025.csv", "2026.csv"}},
		{ID: "how-often-do-you-hear-from-us", Texts: []string{"How often do you hear from us?", "How often do you hear from us now?"}, Files: []string{"2025.csv", "2026.csv"}},
	}, in.Joined); diff != "" {
		t.Error(diff)
	}
	// the plan may keep them apart
	apart := mustOpen(t, Plan{Questions: []Known{{Text: "What is going well?"}}}, "2025.csv", last, "2026.csv", "What is going well?\nThe new fence helps\n")
	if apart.Survey.Index("what-is-going-well") < 0 || len(apart.Joined) > 0 {
		t.Errorf("joined %v of %v", apart.Joined, described(apart.Survey))
	}
}

// Two questions of one file are two, however near they are; so are those whose
// answers are of different kinds.
func TestNearQuestionsThatStayApart(t *testing.T) {
	tests := []struct{ name, a, b string }{
		{"of one file", "What is going well?,What is going well at school?\nThe garden,The office is kind\n", "Bus\n1\n2\n1\n"},
		{"one text is asked in the very words", "What is going well?\nThe garden is lovely here\n", "What is going well?,What is going well at school?\nThe garden it is,The office is kind\n"},
		{"of two kinds", "How often do we call you?\nAgree\nDisagree\n", "How often do we call you now?\nAs often as needed I would say\nNot as often as some others do\n"},
		{"with other choices", "Which bus do you take?\nRed\nBlue\nRed\nBlue\n", "Which bus do you take now?\nNorth\nSouth\nNorth\nSouth\n"},
	}
	for _, tt := range tests {
		if in := mustOpen(t, Plan{}, "a.csv", tt.a, "b.csv", tt.b); len(in.Joined) > 0 {
			t.Errorf("%s: joined %v", tt.name, in.Joined)
		}
	}
}
