package review

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"commonground/analysis/codebook"
	"commonground/analysis/survey"
	"commonground/report/look"
)

// decisions reads a file of codes that is given as text.
func decisions(t *testing.T, name, content string) *Decisions {
	t.Helper()
	d, err := ReadDecisions(name, strings.NewReader(content), int64(len(content)), themes)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// brief is what decisions say, a line each: the coder, the respondent and the
// codes.
func brief(all []Decision) []string {
	var lines []string
	for _, d := range all {
		line := fmt.Sprintf("%s %s:", d.Coder, d.Comment.Respondent)
		for _, c := range d.Codes {
			tone := "x"
			if c.Toned {
				tone = c.Tone.String()
			}
			line += " " + c.Theme + "=" + tone
		}
		if d.NoContent {
			line += " none"
		}
		if !d.Checked {
			line += " unchecked"
		}
		lines = append(lines, line)
	}
	return lines
}

func TestCodesOfPeopleAreRead(t *testing.T) {
	for _, c := range []struct {
		what, file, content string
		want                []string
	}{
		{"JSON lines, with the codes of each coder", "gold.jsonl", "\ufeff" + `{"id":"c1","respondent":"r1","text":"Notes come late.","codes":{"communication":"concern"},"coders":{"B":{"communication":"concern","trust":"wish"},"A":{"communication":"concern"}}}
{"id":"c2","respondent":7,"text":"n/a","codes":{},"no_content":true}

{"id":"c3","respondent":"r3","text":"We do trust you.","coder":"Ana","codes":{"trust":"praise"}}`,
			[]string{" r1: communication=concern", "A r1: communication=concern", "B r1: communication=concern trust=wish", " 7: none", "Ana r3: trust=praise"}},
		{"JSON lines with themes by their labels", "gold.jsonl", `{"respondent":1,"text":"We do trust you.","codes":{"Trust and respect":"praise"}}`, []string{" 1: trust=praise"}},
		{"a sheet of theme columns", "a.csv", "respondent,text,Homework,trust\n1,Fewer worksheets.,Wish,\n2,We do trust you.,,praise\n3,n/a,,\n",
			[]string{" 1: homework=wish", " 2: trust=praise", " 3:"}},
		{"themes ticked without a tone", "a.csv", "respondent;text;homework;trust and respect\n1;Fewer worksheets.;x;0\n2;Less of it.;1;yes\n",
			[]string{" 1: homework=x", " 2: trust=x homework=x"}},
		{"columns for each coder", "a.csv", "respondent,text,trust: Ana,trust (Ben),Ana / homework,homework_Ben\n1,Fewer worksheets.,,praise,wish,wish\n",
			[]string{"Ana 1: homework=wish", "Ben 1: trust=praise homework=wish"}},
		{"themes of another codebook in rows of the code command", "a.csv", "respondent,text,checked,climate/trust,trust,program\n1,We trust you.,yes,concern,praise,trust: praise\n",
			[]string{" 1: trust=praise"}},
		{"rows for each coder", "a.csv", "coder,respondent,text,trust\nAna,1,We trust you.,praise\nBen,1,We trust you.,\n",
			[]string{"Ana 1: trust=praise", "Ben 1:"}},
		{"rows as the code command writes them", "a.csv", "file,row,respondent,role,question,language,text,no_content,communication,trust,why\nanswers.csv,2,1,parent,more,en,'=late notes,false,concern,,communication: late notes\nanswers.csv,3,2,parent,more,en,n/a,true,,,\n",
			[]string{" 1: communication=concern", " 2: none"}},
		{"rows that are checked, and others", "a.csv", "checked,respondent,text,trust\nyes,1,We trust you.,praise\n,2,No trust.,concern\nAS,3,Trust!,\nno,4,Hm.,\n",
			[]string{" 1: trust=praise", " 2: trust=concern unchecked", " 3:", " 4: unchecked"}},
	} {
		if diff := cmp.Diff(c.want, brief(decisions(t, c.file, c.content).All)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.what, diff)
		}
	}
}

func TestFactsOfCommentsAreRead(t *testing.T) {
	got := decisions(t, "a.csv", "id,respondent,role,question,lang,set,text,when,coder,trust\nc1,5,both,going-well,es,plain,'=x   y,2026-05-31,Ana,wish\n").All
	d := got[0]
	want := Comment{ID: "c1", Respondent: "5", Role: "both", Question: "going-well", Lang: "es", Set: "plain", Text: "=x   y"}
	if diff := cmp.Diff(want, d.Comment); diff != "" {
		t.Errorf("comment (-want +got):\n%s", diff)
	}
	if d.When.Format("2006-01-02") != "2026-05-31" || d.Row != 2 {
		t.Errorf("decided on %v, in row %d", d.When, d.Row)
	}
	if c, ok := d.Code("trust"); !ok || c.Tone != survey.Wish || !c.Toned {
		t.Errorf("trust is %v, %v", c, ok)
	}
	if _, ok := d.Code("homework"); ok {
		t.Error("homework is coded")
	}
	if want := (Ref{"5", "going-well", "=x y"}); d.Comment.Ref() != want {
		t.Errorf("ref is %v, want %v", d.Comment.Ref(), want)
	}
}

func TestRefsOutliveAWorkbook(t *testing.T) {
	long := strings.Repeat("again and ", 4000)
	for written, read := range map[string]string{
		"two\r\nlines ":    "two\nlines",
		"a\u00a0space":     "a space",
		"a bell\a":         "a bell",
		long:               look.Clean(long),
		"  as it was, no?": "as it was, no?",
	} {
		if a, b := (Comment{Text: written}).Ref(), (Comment{Text: read}).Ref(); a != b {
			t.Errorf("%.40q is not found again as %.40q", written, read)
		}
	}
	if (Comment{Text: "a"}).Ref() == (Comment{Text: "a", Question: "other"}).Ref() {
		t.Error("the same answer to two questions is one")
	}
}

func TestWhatIsNotOfTheCodebookIsNoted(t *testing.T) {
	d := decisions(t, "a.csv", "text,trust,lunches,homework\nGood food.,,praise,\n")
	if diff := cmp.Diff([]string{`The column "lunches" names no theme of the codebook and is left out.`}, d.Notes); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"trust", "homework"}, d.Themes); diff != "" {
		t.Errorf("themes looked for (-want +got):\n%s", diff)
	}
	d = decisions(t, "a.jsonl", `{"text":"Good food.","codes":{"lunches":"praise","trust":"praise"}}`)
	if diff := cmp.Diff([]string{`The codebook has no theme "lunches": its codes (1) are left out.`}, d.Notes); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
}

// What a person added to a review workbook, and can't be carried on, is noted.
func TestWhatAPersonAddedIsNoted(t *testing.T) {
	path := saved(t, 5, excelize.TotalRows)
	f := open(t, path)
	for _, name := range []string{"My notes", "Sheet2"} {
		if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
	}
	for at, s := range map[string]string{"My notes!B2": "Ask Eva.", "Review!AC4": "praise", "Review!AD5": "See May."} {
		name, cell, _ := strings.Cut(at, "!")
		if err := f.SetCellStr(name, cell, s); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"Columns AC, AD have cells but no headings and are left out.", `The sheet "My notes" names no theme of the codebook and is left out.`}
	if diff := cmp.Diff(want, decisions(t, "review.xlsx", string(data)).Notes); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
}

func TestErrorsNameTheCell(t *testing.T) {
	for _, c := range []struct{ file, content, want string }{
		{"a.csv", "text,trust\nGood.,happy\n", `a.csv:2: column "trust": cell B2: "happy" is not a tone`},
		{"a.csv", "text,when,trust\nGood.,soon,\n", `a.csv:2: column "when": cell B2: "soon" is not a date`},
		{"a.csv", "text,no_content,trust\nGood.,perhaps,\n", `a.csv:2: column "no_content": cell B2: "perhaps" is neither yes nor no`},
		{"a.csv", "text,lunches\nGood.,x\n", `a.csv: no sheet has a header`},
		{"a.jsonl", "{\"text\":\"Good.\",\"codes\":{}}\n{\"text\":", `a.jsonl:2: the line is not a comment`},
		{"a.jsonl", `{"text":"Good.","codes":{"trust":"happy"}}`, `a.jsonl:1: theme "trust": "happy" is not a tone`},
		{"a.jsonl", `{"text":"Good.","codes":{"trust":"praise","Trust":"wish"}}`, `a.jsonl:1: theme "trust" stands there twice`},
		{"a.jsonl", `{"text":"Good."}`, `a.jsonl:1: the comment has no "codes"`},
		{"a.csv", "text,trust\n" + strings.Repeat("Good.,happy\n", 15), `a.csv: 5 more errors like these`},
	} {
		_, err := ReadDecisions(c.file, strings.NewReader(c.content), int64(len(c.content)), themes)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: error is %v, want %s", c.content, err, c.want)
		}
	}
}

// Who reads the report in Spanish codes in Spanish.
func TestSpanishMarks(t *testing.T) {
	d := decisions(t, "a.csv", "text,checked,communication,trust,homework\nBien.,Sí,preocupación,Elogio,DESEO\nMal.,no,preocupacion,neutral,sí\n")
	var got []string
	for i := range d.All {
		said := Said{Codes: d.All[i].Codes}
		got = append(got, fmt.Sprintf("%t %s", d.All[i].Checked, said.String()))
	}
	want := []string{"true communication: concern; trust: praise; homework: wish", "false communication: concern; trust: neutral; homework: x"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A review workbook that a person corrected comes back: what was changed, added
// and cleared, and which rows were checked.
func TestReviewWorkbookComesBack(t *testing.T) {
	path := saved(t, 5, excelize.TotalRows)
	f := open(t, path)
	for cell, s := range map[string]string{"A4": "yes", "E4": "", "F4": "concern", "G4": "wish", "A7": "yes"} {
		if err := f.SetCellStr(sheet, cell, s); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	d := decisions(t, "review.xlsx", string(data))
	want := []string{" 1: trust=concern homework=wish", " 2: communication=concern trust=praise unchecked",
		" 3: communication=concern trust=praise unchecked", " 4: none", " 5: communication=concern trust=praise unchecked"}
	if diff := cmp.Diff(want, brief(d.All)); diff != "" {
		t.Errorf("decisions (-want +got):\n%s", diff)
	}
	if got := d.All[0].Comment; got.Text != "=Answer 0: the notes come late, but I trust the staff." || got.Role != "parent" || got.Lang != "en" || len(d.Notes) > 0 {
		t.Errorf("comment %+v, notes %q", got, d.Notes)
	}
}

// Whatever themes are called, be it as other columns are or as another theme's
// label, their columns come back.
func TestEveryThemeComesBack(t *testing.T) {
	books := map[string][]codebook.Theme{"labels": {{ID: "a", Label: "B"}, {ID: "b", Label: "A"}, {ID: "c"}}}
	for _, fact := range goldFacts {
		for _, name := range fact.names {
			books["facts"] = append(books["facts"], codebook.Theme{ID: name, Label: strings.ToUpper(name)})
		}
	}
	for _, name := range codebook.Builtins() {
		b, err := codebook.Builtin(name)
		if err != nil {
			t.Fatal(err)
		}
		books[name] = b.Themes
	}
	for name, themes := range books {
		row := Row{Checked: true, Text: "One of each.", Role: "parent", Question: "Well?", Lang: "en", Respondent: 7}
		var want []Code
		for i, theme := range themes {
			row.Tones = append(row.Tones, survey.Tones()[i%4])
			want = append(want, Code{theme.ID, survey.Tone(i % 4), true})
		}
		var file bytes.Buffer
		if err := Write(&file, Sheet{Themes: themes}, func(yield func(Row, error) bool) { yield(row, nil) }); err != nil {
			t.Fatal(err)
		}
		d, err := ReadDecisions("review.xlsx", bytes.NewReader(file.Bytes()), int64(file.Len()), themes)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if len(d.All) != 1 || len(d.Unasked) > 0 || len(d.Notes) > 0 {
			t.Errorf("%s: %d rows, unasked %q, notes %q", name, len(d.All), d.Unasked, d.Notes)
			continue
		}
		if diff := cmp.Diff(want, d.All[0].Codes); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		if c := d.All[0].Comment; c.Text != row.Text || c.Role != "parent" || c.Respondent != "7" || c.Question != "Well?" {
			t.Errorf("%s: comment %+v", name, c)
		}
	}
}

func FuzzReadDecisions(f *testing.F) {
	f.Add("a.csv", "text,trust: Ana\nGood.,x\n")
	f.Add("a.jsonl", `{"text":"Good.","codes":{"trust":"praise"},"coders":{"A":{}}}`)
	f.Fuzz(func(t *testing.T, name, content string) {
		d, err := ReadDecisions(name, strings.NewReader(content), int64(len(content)), themes)
		if err != nil {
			return
		}
		for _, one := range d.All {
			for _, c := range one.Codes {
				if _, ok := one.Code(c.Theme); !ok || c.Tone > survey.Wish {
					t.Errorf("row %d: %+v", one.Row, c)
				}
			}
		}
	})
}
