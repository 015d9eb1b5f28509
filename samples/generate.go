//go:build ignore

// Generate writes the riverbend survey's files from comments.csv: made-up
// respondents around made-up comments, the same bytes at every run. The blog's
// thread is written by hand.
//
//	go run samples/generate.go
package main

import (
	"bytes"
	"encoding/csv"
	"flag"
	"fmt"
	"log"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// An item is a statement to agree with, as parents and as teachers are asked
// about it, and how far each side agrees on average, from -2 to 2.
type item struct {
	parents, teachers       string
	parentMean, teacherMean float64
}

var items = []item{
	{"I feel welcome at school.", "Families feel welcome at our school.", 0.7, 1.3},
	{"Teachers keep me informed about how my child is doing.", "I keep families informed about how their child is doing.", 0.5, 1.3},
	{"I hear good news from school, not only problems.", "I share good news with families, not only problems.", -0.1, 0.9},
	{"I trust the teachers at this school.", "Families trust the teachers at this school.", 1.0, 0.8},
	{"When I raise a concern, the school listens and follows up.", "When families raise a concern, the school listens and follows up.", 0.1, 0.9},
	{"The school asks for my opinion before decisions are made.", "The school asks families for their opinion before decisions are made.", -0.4, -0.1},
}

var (
	agreement     = []string{"Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"}
	grades        = []string{"Kindergarten", "Grade 1", "Grade 2", "Grade 3", "Grade 4", "Grade 5"}
	languages     = []string{"English", "Spanish", "Somali", "Vietnamese", "Other"}
	nonAnswers    = []string{"n/a", "n/a", "None", "nothing right now", "-"}
	mailboxes     = []string{"rowan", "casey", "lupe", "farah", "minh", "teo", "nadia", "brooke", "hodan", "wes", "inez", "carl"}
	questions     = []string{"going-well", "improve", "other"} // as comments.csv names openQuestions
	openQuestions = []string{
		"What is going well between home and school?",
		"What could we do better?",
		"Is there anything else you would like us to know?",
	}
)

// A form is what one side is asked, by whom it is filled in, and from when on.
type form struct {
	columns   []string
	statement func(item) string
	mean      func(item) float64
	roles     []string // of those who write no comment
	people    int
	opened    time.Time
	draw      *rand.Rand
}

func parents() *form {
	return &form{
		columns:   []string{"Timestamp", "Role", "Grade(s)", "Home language", "Email Address"},
		statement: func(it item) string { return it.parents },
		mean:      func(it item) float64 { return it.parentMean },
		roles:     []string{"Parent/guardian", "Parent/guardian", "Parent/guardian", "Parent/guardian", "Parent/guardian", "Grandparent"},
		people:    180,
		opened:    time.Date(2026, time.April, 27, 7, 0, 0, 0, time.UTC),
		draw:      rand.New(rand.NewPCG(2026, 1)),
	}
}

func teachers() *form {
	return &form{
		columns:   []string{"Timestamp", "Role", "Grade(s)", "Home language"},
		statement: func(it item) string { return it.teachers },
		mean:      func(it item) float64 { return it.teacherMean },
		roles:     []string{"Teacher", "Teacher", "Paraprofessional/Staff"},
		people:    42,
		opened:    time.Date(2026, time.May, 4, 7, 0, 0, 0, time.UTC),
		draw:      rand.New(rand.NewPCG(2026, 2)),
	}
}

// A row is one filled-in form; cells begin behind the timestamp.
type row struct {
	when  time.Time
	cells []string
}

// paperForm was typed in by the office, one cell too far to the right.
var paperForm = row{time.Date(2026, time.May, 5, 15, 30, 0, 0, time.UTC), []string{
	"(paper form)", "Parent/guardian", "Grade 2", "English", "", "Agree", "Agree", "Disagree", "Agree", "Agree", "Disagree",
	"", "more crossing guards", "thank you for asking",
}}

// A person is a respondent, with a comment or "" for each open question.
type person struct {
	role, lang string
	comments   [3]string
}

func main() {
	log.SetFlags(0)
	in := flag.String("comments", "samples/comments.csv", "the comments to use")
	out := flag.String("o", "samples/riverbend/2026", "the folder to write to")
	flag.Parse()
	if err := generate(*in, *out); err != nil {
		log.Fatal(err)
	}
}

func generate(in, out string) error {
	fromHome, fromSchool, err := readComments(in)
	if err != nil {
		return err
	}
	fromSchool = append(fromSchool, person{role: "Principal", lang: "en"})

	home := parents()
	rows := home.fill(fromHome)
	rows = slices.Insert(rows, 121, paperForm)
	rows = slices.Insert(rows, 64, row{}) // emptied by hand
	if err := writeXLSX(filepath.Join(out, "parents.xlsx"), home.header(), rows); err != nil {
		return err
	}
	school := teachers()
	rows = school.fill(fromSchool)
	rows = slices.Insert(rows, 17, row{})
	return writeCSV(filepath.Join(out, "teachers.csv"), school.header(), rows)
}

// readComments returns those who wrote something, in the order of the file.
func readComments(name string) (home, school []person, err error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", name, err)
	}
	last := ""
	for _, r := range records[1:] {
		id, role, question, lang, text := r[0], r[1], r[2], r[3], r[4]
		side := &home
		if role == "Teacher" || role == "Paraprofessional/Staff" {
			side = &school
		}
		if id != last {
			*side = append(*side, person{role: role, lang: lang})
			last = id
		}
		(*side)[len(*side)-1].comments[slices.Index(questions, question)] = text
	}
	return home, school, nil
}

func (f *form) header() []string {
	header := slices.Clone(f.columns)
	for _, it := range items {
		header = append(header, f.statement(it))
	}
	return append(header, openQuestions...)
}

// fill lets the people and as many without comments as are missing answer the
// form, over two weeks.
func (f *form) fill(people []person) []row {
	for len(people) < f.people {
		people = append(people, person{role: f.pick(f.roles), lang: "en"})
	}
	var rows []row
	for i, p := range people {
		minutes := time.Duration(f.draw.IntN(15 * 60))
		seconds := time.Duration(f.draw.IntN(60))
		when := f.opened.AddDate(0, 0, f.draw.IntN(14)).Add(minutes*time.Minute + seconds*time.Second)
		cells := []string{p.role, f.grades(), f.language(p)}
		if slices.Contains(f.columns, "Email Address") {
			cells = append(cells, fmt.Sprintf("%s.%d@example.org", f.pick(mailboxes), 100+i))
		}
		cells = append(cells, f.ratings(p)...)
		rows = append(rows, row{when, append(cells, f.comments(p)...)})
	}
	slices.SortStableFunc(rows, func(a, b row) int { return a.when.Compare(b.when) })
	return rows
}

func (f *form) pick(from []string) string { return from[f.draw.IntN(len(from))] }

func (f *form) grades() string {
	first := f.draw.IntN(len(grades))
	if later := grades[first+1:]; len(later) > 0 && f.draw.IntN(3) == 0 {
		return grades[first] + ", " + f.pick(later)
	}
	return grades[first]
}

func (f *form) language(p person) string {
	switch {
	case p.lang == "es":
		return "Spanish"
	case f.draw.IntN(6) == 0:
		return f.pick(languages)
	}
	return "English"
}

// ratings draws p's answers to the items. Those who wrote what goes well agree
// more, those who wrote what to do better agree less, and some skip an item.
func (f *form) ratings(p person) []string {
	mood := 0.7 * f.draw.NormFloat64()
	if p.comments[0] != "" {
		mood += 0.3
	}
	if p.comments[1] != "" {
		mood -= 0.3
	}
	var answers []string
	for _, it := range items {
		degree := 2 + f.mean(it) + mood + f.draw.NormFloat64()
		answer := agreement[int(min(max(degree+0.5, 0), 4))]
		if f.draw.IntN(30) == 0 {
			answer = ""
		}
		answers = append(answers, answer)
	}
	return answers
}

// comments returns p's, and now and then "n/a" of who has nothing to say.
func (f *form) comments(p person) []string {
	if p.comments == [3]string{} && f.draw.IntN(4) == 0 {
		p.comments[f.draw.IntN(3)] = f.pick(nonAnswers)
	}
	return p.comments[:]
}

func writeXLSX(name string, header []string, rows []row) error {
	f := excelize.NewFile()
	defer f.Close()
	const sheet = "Form Responses 1"
	if err := f.SetSheetName("Sheet1", sheet); err != nil {
		return err
	}
	if err := f.SetSheetRow(sheet, "A1", &header); err != nil {
		return err
	}
	date, err := f.NewStyle(&excelize.Style{CustomNumFmt: new("m/d/yyyy h:mm:ss")})
	if err != nil {
		return err
	}
	if err := f.SetColWidth(sheet, "A", "A", 18); err != nil {
		return err
	}
	for i, r := range rows {
		if r.when.IsZero() {
			continue
		}
		at := fmt.Sprintf("A%d", i+2)
		if err := f.SetCellValue(sheet, at, r.when); err != nil {
			return err
		}
		if err := f.SetCellStyle(sheet, at, at, date); err != nil {
			return err
		}
		if err := f.SetSheetRow(sheet, fmt.Sprintf("B%d", i+2), &r.cells); err != nil {
			return err
		}
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		return err
	}
	return os.WriteFile(name, b.Bytes(), 0o644)
}

// writeCSV writes the rows as a form tool does, and then one that somebody
// typed by hand, with a comma that no quotes protect.
func writeCSV(name string, header []string, rows []row) error {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Write(header)
	for _, r := range rows {
		if r.when.IsZero() {
			w.Write(make([]string, len(header)))
			continue
		}
		w.Write(append([]string{r.when.Format(time.DateTime)}, r.cells...))
	}
	w.Flush()
	typed := []string{"2026-05-18 08:05:00", "Teacher", "Grade 3", "English", "Agree", "Agree", "Agree", "Strongly agree", "Agree", "Disagree",
		"They help when I ask, and they stay", "A second crossing guard", "Thanks for asking"}
	b.WriteString(strings.Join(typed, ",") + "\n")
	return os.WriteFile(name, b.Bytes(), 0o644)
}
