package review

import (
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"commonground/analysis/codebook"
	"commonground/analysis/survey"
)

var asked = &survey.Survey{Questions: []survey.Question{
	{ID: "role", Kind: survey.Multiple, Use: survey.RoleUse},
	{ID: "well", Text: "What is going well?"},
	{ID: "better", Text: "What could be better?"},
}}

// wrote are responses of people who wrote these texts, to question 1 and then 2
// in turn; a text "" was left out.
func wrote(people ...[]string) iter.Seq2[*survey.Response, error] {
	return func(yield func(*survey.Response, error) bool) {
		for i, texts := range people {
			r := &survey.Response{Respondent: i + 1, Answers: make([]survey.Answer, 3)}
			for k, s := range texts {
				if s != "" {
					r.Comments = append(r.Comments, survey.Comment{Question: 1 + k%2, Text: s})
				}
			}
			if !yield(r, nil) {
				return
			}
		}
	}
}

func match(t *testing.T, responses iter.Seq2[*survey.Response, error], files ...*Decisions) *Checks {
	t.Helper()
	c, err := Match(asked, themes, responses, files...)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// whole reports whether the checks hold all that people did in one file.
func whole(t *testing.T, c *Checks, responses iter.Seq2[*survey.Response, error], file *Decisions) bool {
	t.Helper()
	alone, err := Match(asked, themes, responses, file)
	return err == nil && c.Hold(alone)
}

// where says which answers have checks: "2/0 trust" is comment 0 of respondent 2.
func where(c *Checks) []string {
	var all []string
	for _, check := range c.all {
		line := fmt.Sprintf("%d/%d", check.Respondent, check.Comment)
		for _, code := range check.Codes {
			line += " " + code.Theme
		}
		all = append(all, line)
	}
	return all
}

func TestChecksFindTheirAnswers(t *testing.T) {
	people := wrote([]string{"We trust you.", "More notes."}, []string{"We trust you.", ""}, []string{"Calls.", "Calls.", "Calls."})
	for _, c := range []struct {
		what, rows string
		want       []string
		note       string
	}{
		{"by respondent, question and text", "1,What is going well?,We trust you.,praise\n1,better,More  notes.,\n2,well,We trust you.,", []string{"1/0 trust", "1/1", "2/0"}, ""},
		{"a question's text in other letters", "2,WHAT IS GOING WELL?,We trust you.,x", []string{"2/0 trust"}, ""},
		{"the same words twice from one person", "3,well,Calls.,x\n3,better,Calls.,\n3,well,Calls.,praise", []string{"3/0 trust", "3/1", "3/2 trust"}, ""},
		{"another number, but words that one answer has", "9,better,More notes.,x", []string{"1/1 trust"}, "1 row was found again by its words alone"},
		{"another number, and words that two have", "9,well,We trust you.,x\n3,well,Calls.,x", []string{"3/0 trust"}, "1 checked row matches no answer: row 2 (several people wrote these words)"},
		{"another number, and words that nobody has", "9,well,We doubt you.,x\n3,well,Calls.,x", []string{"3/0 trust"}, "1 checked row matches no answer: row 2 (nobody wrote these words)"},
		{"two other numbers with words that one answer has", "8,better,More notes.,x\n9,better,More notes.,\n3,well,Calls.,x", []string{"3/0 trust"}, "2 checked rows match no answer: rows 2, 3 (several people wrote these words)"},
		{"another number, beside the respondent's own row", "9,better,More notes.,\n1,better,More notes.,x", []string{"1/1 trust"}, "1 checked row matches no answer: row 2 (nobody wrote these words)"},
		{"no respondent, but words that one answer has", ",better,More notes.,x", []string{"1/1 trust"}, "by its words alone"},
		{"no question, but its respondent wrote that once", "2,,We trust you.,x", []string{"2/0 trust"}, "by its words alone"},
		{"other words", "1,better,More notes!,x\n3,well,Calls.,x", []string{"3/0 trust"}, "matches no answer: row 2 (the respondent wrote otherwise)"},
		{"a question that isn't asked, and no such words", "1,worse,Less.,x\n3,well,Calls.,x", []string{"3/0 trust"}, "matches no answer: row 2 (the question is not asked)"},
		{"words that answer another question", "1,well,More notes.,x\n3,well,Calls.,x", []string{"3/0 trust"}, "matches no answer"},
		{"a row that stands there twice, and decides otherwise", "1,well,We trust you.,x\n1,well,We trust you.,", []string{"1/0"}, "a.csv: 1 row says otherwise of an answer than a later one: the later one counts (row 2)."},
		{"a row that stands there twice", "1,well,We trust you.,x\n1,well,We trust you.,x", []string{"1/0 trust"}, ""},
		{"most rows fit nothing", "1,well,Less.,x\n2,well,More.,\n3,well,Calls.,x", []string{"3/0 trust"}, "a.csv: Is the file of another survey"},
		{"most rows fit several", ",well,We trust you.,x\n,better,More notes.,x\n,well,We trust you.,", []string{"1/1 trust"}, "keep the columns “respondent” and “question” as they were written"},
	} {
		d := decisions(t, "a.csv", "respondent,question,text,trust,communication,homework,checked\n"+strings.ReplaceAll(c.rows, "\n", ",,,yes\n")+",,,yes\n")
		got := match(t, people, d)
		if diff := cmp.Diff(c.want, where(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.what, diff)
		}
		if notes := strings.Join(got.Notes, "\n"); !strings.Contains(notes, c.note) || c.note == "" && notes != "" {
			t.Errorf("%s: notes %q, want %q", c.what, notes, c.note)
		}
		all := !strings.Contains(strings.Join(got.Notes, ""), "no answer") && !strings.Contains(c.note, "otherwise")
		if got := whole(t, got, people, d); got != all {
			t.Errorf("%s: whole is %v", c.what, got)
		}
	}
}

// A file of which nothing fits is of another survey, and no report is made of it.
func TestFileOfAnotherSurveyIsRefused(t *testing.T) {
	d := decisions(t, "last.csv", "respondent,question,text,trust,checked\n1,well,We trusted you.,x,yes\n2,lunch,Good.,,yes\n3,well,Hm.,x,\n")
	_, err := Match(asked, themes, wrote([]string{"We trust you."}), d)
	want := "last.csv: of its checked rows (2), none matches an answer of this survey: row 2 (the respondent wrote otherwise); 3 (the question is not asked). Is the file of another survey"
	if err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("error %v, want %s", err, want)
	}
}

func TestUncheckedRowsAreNobodysDecision(t *testing.T) {
	d := decisions(t, "a.csv", "respondent,question,text,trust,communication,homework,checked\n1,well,We trust you.,concern,,,\n2,well,Hm.,concern,,,no\n")
	if c := match(t, wrote([]string{"We trust you."}, []string{"Hm."}), d); c.Answers != 0 || !strings.Contains(strings.Join(c.Notes, ""), "No row is marked as checked") {
		t.Errorf("%d answers, %q", c.Answers, c.Notes)
	}
	if c := match(t, wrote([]string{"We trust you."})); c.Answers != 0 || c.Of(1, 0) != nil || c.Nth(0) != nil {
		t.Error("checks without any file")
	}
}

// Of several people the last file counts, and in a file what they agreed on.
func TestOneDecisionHasItsWay(t *testing.T) {
	people := wrote([]string{"We trust you."})
	a := decisions(t, "a.csv", "respondent,question,text,communication,checked,coder,trust,homework\n1,well,We trust you.,,yes,Ana,x,\n")
	b := decisions(t, "b.csv", "respondent,question,text,communication,checked,coder,trust,homework\n1,well,We trust you.,,yes,Ben,,x\n")
	unchecked := decisions(t, "c.csv", "respondent,question,text,communication,checked,coder,trust,homework\n1,well,We trust you.,,,,x,x\n")
	all := decisions(t, "d.jsonl", `{"respondent":1,"question":"well","text":"We trust you.","codes":{"trust":"praise"},"coders":{"A":{"homework":"wish"},"B":{"trust":"praise"}}}`)
	named := decisions(t, "e.csv", "respondent,question,text,coder,trust,trust: Ana,homework: Ben\n1,well,We trust you.,Maria,x,,wish\n")
	for _, c := range []struct {
		files  []*Decisions
		want   string
		differ bool
		whole  bool
	}{
		{[]*Decisions{a, b}, "1/0 homework", true, false},
		{[]*Decisions{b, a}, "1/0 trust", true, true},
		{[]*Decisions{a, a}, "1/0 trust", false, true},
		{[]*Decisions{a, unchecked}, "1/0 trust", false, true},
		{[]*Decisions{all}, "1/0 trust", false, false},
		{[]*Decisions{named}, "1/0 trust homework", false, false},
	} {
		got := match(t, people, c.files...)
		if diff := cmp.Diff([]string{c.want}, where(got)); diff != "" {
			t.Error(diff)
		}
		if differ := strings.Contains(strings.Join(got.Notes, ""), "decided differently"); differ != c.differ {
			t.Errorf("%s: notes %q", c.want, got.Notes)
		}
		if got := whole(t, got, people, a); got != c.whole {
			t.Errorf("%s: a.csv is whole: %v", c.want, got)
		}
	}
}

// Files that number people differently are about the same answers all the same.
func TestFilesMayNumberPeopleDifferently(t *testing.T) {
	people := wrote([]string{"We trust you.", "More notes."}, []string{"Calls."})
	const head = "respondent,question,text,trust,communication,homework,checked\n"
	now := decisions(t, "now.csv", head+"1,well,We trust you.,x,,,yes\n2,well,Calls.,,x,,yes\n")
	before := decisions(t, "before.csv", head+"11,well,We trust you.,,,x,yes\n11,better,More notes.,,x,,yes\n")
	swapped := decisions(t, "swapped.csv", head+"2,well,We trust you.,,,x,yes\n1,well,Calls.,,x,,yes\n")
	twice := decisions(t, "twice.csv", head+"1,well,We trust you.,x,,,yes\n1,well,We trust you.,x,,,yes\n")
	for _, c := range []struct {
		what    string
		files   []*Decisions
		want    []string
		differ  string
		byWords []string
	}{
		{"the old numbers last", []*Decisions{now, before}, []string{"1/0 homework", "2/0 communication", "1/1 communication"}, "On 1 answer people", []string{"before.csv: 2 rows"}},
		{"the old numbers first", []*Decisions{before, now}, []string{"1/0 trust", "1/1 communication", "2/0 communication"}, "On 1 answer people", []string{"before.csv: 2 rows"}},
		{"one another's numbers", []*Decisions{now, swapped}, []string{"1/0 homework", "2/0 communication"}, "On 1 answer people", []string{"swapped.csv: 2 rows"}},
		{"old numbers of two kinds", []*Decisions{swapped, before}, []string{"1/0 homework", "2/0 communication", "1/1 communication"}, "", []string{"swapped.csv: 2 rows", "before.csv: 2 rows"}},
		{"a row that stands twice in the first", []*Decisions{twice, before}, []string{"1/0 homework", "1/1 communication"}, "On 1 answer people", []string{"before.csv: 2 rows"}},
	} {
		got := match(t, people, c.files...)
		notes := strings.Join(got.Notes, "\n")
		if diff := cmp.Diff(c.want, where(got)); diff != "" || got.Answers != len(c.want) {
			t.Errorf("%s: %d answers (-want +got):\n%s", c.what, got.Answers, diff)
		}
		if !strings.Contains(notes, c.differ) || c.differ == "" && strings.Contains(notes, "differently") || strings.Contains(notes, "no answer") {
			t.Errorf("%s: notes %q", c.what, notes)
		}
		if strings.Count(notes, "by their words alone") != len(c.byWords) || slices.ContainsFunc(c.byWords, func(f string) bool { return !strings.Contains(notes, f+" were found again") }) {
			t.Errorf("%s: notes %q, want %q found by words", c.what, notes, c.byWords)
		}
		if !whole(t, got, people, c.files[len(c.files)-1]) {
			t.Errorf("%s: something of the last file is lost", c.what)
		}
	}
}

// A fixed coder finds communication in bytes 0 to 2 and trust, twice, in every
// text, and takes what begins with "n" for no answer.
type fixed struct{}

func (fixed) Name() string             { return "fixed" }
func (fixed) Themes() []codebook.Theme { return themes }
func (fixed) Code(dst []codebook.Coding, r *survey.Response) []codebook.Coding {
	for k := range r.Comments {
		c := &r.Comments[k]
		if c.State = survey.Read; strings.HasPrefix(c.Text, "n") {
			c.State = survey.NoContent
		} else {
			dst = append(dst, codebook.Coding{Comment: k, Theme: 0, Start: 0, End: 2, Tone: survey.Concern, P: 1},
				codebook.Coding{Comment: k, Theme: 1, Start: 1, End: 3, Tone: survey.Concern, P: 1},
				codebook.Coding{Comment: k, Theme: 1, Start: 4, End: 6, Tone: survey.Praise, P: 1})
		}
		r.Raise(c.Question, c.State)
	}
	return dst
}

// What people decided replaces what the machine found, theme by theme, and its
// words where both found one.
func TestPeopleHaveTheLastWord(t *testing.T) {
	person := func(theme, start, end int, tone survey.Tone) codebook.Coding {
		return codebook.Coding{Theme: theme, Start: start, End: end, Tone: tone, By: codebook.ByPerson, Rule: -1, P: 1}
	}
	machine := codebook.Coding{Theme: 0, Start: 0, End: 2, Tone: survey.Concern, P: 1}
	for _, c := range []struct {
		what, head, cells, text string
		state                   survey.State
		want                    []codebook.Coding
	}{
		{"nothing", "communication,trust,homework", ",,", "We trust.", survey.Read, nil},
		{"another tone", "communication,trust,homework", ",wish,", "We trust.", survey.Read, []codebook.Coding{person(1, 1, 3, survey.Wish)}},
		{"the tone of the second mention", "communication,trust,homework", ",praise,", "We trust.", survey.Read, []codebook.Coding{person(1, 4, 6, survey.Praise)}},
		{"a tick", "communication,trust,homework", "x,,", "We trust.", survey.Read, []codebook.Coding{person(0, 0, 2, survey.Concern)}},
		{"a theme of the person's own", "communication,trust,homework", ",,wish", "We trust.", survey.Read, []codebook.Coding{person(2, 0, 9, survey.Wish)}},
		{"a theme that the file didn't ask for", "trust", "", "We trust.", survey.Read, []codebook.Coding{machine}},
		{"no answer", "communication,trust,no_content", ",,yes", "We trust.", survey.NoContent, nil},
		{"no answer, but a theme", "trust,communication,no_content", "x,,yes", "We trust.", survey.Read, []codebook.Coding{person(1, 1, 3, survey.Praise)}},
		{"an answer after all", "communication,trust,no_content", ",,", "nobody", survey.Read, nil},
		{"what isn't told", "communication,trust", ",", "nobody", survey.NoContent, nil},
	} {
		d := decisions(t, "a.csv", "respondent,question,text,checked,"+c.head+"\n1,well,"+c.text+",yes,"+c.cells+"\n")
		for r, err := range wrote([]string{c.text, "Other."}) {
			if err != nil {
				t.Fatal(err)
			}
			checks := match(t, wrote([]string{c.text, "Other."}), d)
			got := checks.Over(fixed{}).Code(nil, r)
			if diff := cmp.Diff(c.want, append([]codebook.Coding(nil), codebook.Of(got, 0)...)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.what, diff)
			}
			if r.Comments[0].State != c.state || r.Answers[1].State != c.state {
				t.Errorf("%s: states %v and %v, want %v", c.what, r.Comments[0].State, r.Answers[1].State, c.state)
			}
			if len(codebook.Of(got, 1)) != 3 || r.Answers[2].State != survey.Read {
				t.Errorf("%s: the other answer has %v", c.what, codebook.Of(got, 1))
			}
			if check := checks.Of(1, 0); len(check.Machine) != 3 && c.text == "We trust." {
				t.Errorf("%s: the machine's own codes are lost: %v", c.what, check.Machine)
			}
		}
	}
}

// Who decided on some of the themes is known in the next file, in which the others
// stand as the program codes them, with a question mark that says so.
func TestThemesThatNobodyDecidedOnStayOpen(t *testing.T) {
	people := wrote([]string{"We trust you."})
	some := decisions(t, "a.csv", "respondent,question,text,trust,checked,coder\n1,well,We trust you.,x,yes,Ana\n")
	c := match(t, people, some)
	var row Row
	check := c.Of(1, 0)
	if check.Fill(&row); !row.Checked || row.Coder != "Ana" || c.Answers != 1 || !strings.Contains(strings.Join(c.Notes, ""), "no columns for 2 themes") {
		t.Errorf("checked is %v, notes %q", row.Checked, c.Notes)
	}
	codings := []codebook.Coding{{Theme: 0, Tone: survey.Concern}, {Theme: 1, By: codebook.ByPerson}}
	for i, want := range []string{"concern?", "x", "?"} {
		if got := check.Cell(themes, i, codings); got != want {
			t.Errorf("under %s stands %q, want %q", themes[i].ID, got, want)
		}
	}
	if check.Complete() || !whole(t, c, people, some) {
		t.Errorf("complete is %v", check.Complete())
	}
	next := decisions(t, "b.csv", "respondent,question,text,communication,trust,homework,checked,coder\n1,well,We trust you.,concern?,x,?,yes,Ana\n")
	c = match(t, people, next)
	if check := c.Of(1, 0); !cmp.Equal(check.Decided, []string{"trust"}) || !cmp.Equal(check.Open, []string{"communication", "homework"}) ||
		!strings.Contains(strings.Join(c.Notes, ""), "1 checked row leaves a theme open") {
		t.Errorf("decided %q, open %q, notes %q", check.Decided, check.Open, c.Notes)
	}
	if !whole(t, c, people, some) {
		t.Error("what was decided before is lost")
	}
	late := decisions(t, "c.csv", "respondent,question,text,communication,homework,checked,coder\n1,well,We trust you.,,wish,yes,Ben\n")
	if c = match(t, people, next, late); !cmp.Equal(where(c), []string{"1/0 trust homework"}) || !c.Of(1, 0).Complete() || strings.Contains(strings.Join(c.Notes, ""), "differently") {
		t.Errorf("two people who decided on different themes: %q, open %q, notes %q", where(c), c.Of(1, 0).Open, c.Notes)
	}
	columns := decisions(t, "d.csv", "respondent,question,text,trust: Ana,communication: Ben,homework: Ben\n1,well,We trust you.,x,,wish\n")
	if c = match(t, people, columns); !cmp.Equal(where(c), []string{"1/0 trust homework"}) || !c.Of(1, 0).Complete() || strings.Contains(strings.Join(c.Notes, ""), "open") {
		t.Errorf("two people with columns of their own: %q, open %q, notes %q", where(c), c.Of(1, 0).Open, c.Notes)
	}
}

// A theme that is not looked for in answers to a question is not open there, and
// a code of it is said not to count.
func TestThemesOfOtherQuestionsAreNotOpen(t *testing.T) {
	limited := slices.Clone(themes)
	limited[2].Reads = []string{"better"}
	people := wrote([]string{"We trust you.", "Less of it."})
	for rows, want := range map[string]string{
		"1,well,We trust you.,,?,yes":    "",
		"1,better,Less of it.,,?,yes":    "homework",
		"1,well,We trust you.,,wish,yes": "",
	} {
		d := decisions(t, "a.csv", "respondent,question,text,trust,homework,checked,communication\n"+rows+",\n")
		c, err := Match(asked, limited, people, d)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(c.all[0].Open, " "); got != want {
			t.Errorf("%s: open is %q, want %q", rows, got, want)
		}
		if said := strings.Contains(strings.Join(c.Notes, ""), "1 code is of a theme that is not looked for"); said != strings.Contains(rows, "wish") {
			t.Errorf("%s: notes %q", rows, c.Notes)
		}
	}
}

func TestWhySaysWhoChecked(t *testing.T) {
	codings := []codebook.Coding{{Theme: 1, Start: 3, End: 8, By: codebook.ByPerson}, {Theme: 2, Start: 0, End: 9, By: codebook.ByPerson}}
	for cells, want := range map[string]string{
		"yes,Ana,2026-05-30":      "checked by Ana on 2026-05-30; trust: trust",
		"yes,,2026-05-30 14:05":   "checked on 2026-05-30 14:05; trust: trust",
		"yes,Ana,":                "checked by Ana; trust: trust",
		"AS,,2026-05-30T00:00:00": "checked on 2026-05-30; trust: trust",
	} {
		d := decisions(t, "a.csv", "respondent,question,text,trust,checked,coder,when\n1,well,We trust.,x,"+cells+"\n")
		c := match(t, wrote([]string{"We trust."}), d).Of(1, 0)
		if got := string(c.AppendWhy(nil, themes, "We trust.", codings)); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if got := string((*Check)(nil).AppendWhy(nil, themes, "We trust.", codings[:1])); got != "trust: trust" {
		t.Errorf("unchecked: %q", got)
	}
}
