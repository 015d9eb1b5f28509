//go:build ignore

// Generate writes the riverbend survey's files of two years from comments.csv
// and comments-2025.csv: made-up respondents around made-up comments, the same
// bytes at every run. The study file and the blog's thread are written by hand.
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
// about it, how far each side agrees on average, from -2 to 2, and how much more
// parents do than the year before.
type item struct {
	parents, teachers       string
	parentMean, teacherMean float64
	gain                    float64
}

var items = []item{
	{"I feel welcome at school.", "Families feel welcome at our school.", 0.7, 1.3, 0.1},
	{"Teachers keep me informed about how my child is doing.", "I keep families informed about how their child is doing.", 0.5, 1.3, 0.8},
	{"I hear good news from school, not only problems.", "I share good news with families, not only problems.", -0.1, 0.9, 0.2},
	{"I trust the teachers at this school.", "Families trust the teachers at this school.", 1.0, 0.8, 0},
	{"When I raise a concern, the school listens and follows up.", "When families raise a concern, the school listens and follows up.", 0.1, 0.9, 0.1},
	{"The school asks for my opinion before decisions are made.", "The school asks families for their opinion before decisions are made.", -0.4, -0.1, 0},
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

// A year is one round of the survey.
type year struct {
	folder    string
	comments  string
	began     time.Time // for parents; for teachers a week later
	parents   int
	teachers  int
	mailboxes int     // number of the first address
	gained    float64 // share of the items' gains that is made
	reworded  *strings.Replacer
	seed      uint64
}

// lastYear asked some questions in other words, and offered other choices.
var lastYear = year{
	folder: "2025", comments: "comments-2025.csv", began: time.Date(2025, time.April, 28, 7, 0, 0, 0, time.UTC),
	parents: 164, teachers: 39, mailboxes: 500, seed: 2025,
	reworded: strings.NewReplacer(
		"What is going well between home and school?", "What is going well between school and home?",
		"What could we do better?", "How can we improve?",
		"I trust the teachers at this school.", "I trust the teachers at our school.",
		"Neither agree nor disagree", "Neutral", "Parent/guardian", "Parent or guardian",
	),
}

var thisYear = year{
	folder: "2026", comments: "comments.csv", began: time.Date(2026, time.April, 27, 7, 0, 0, 0, time.UTC),
	parents: 180, teachers: 42, mailboxes: 100, gained: 1, seed: 2026,
	reworded: strings.NewReplacer(),
}

// A form is what one side is asked, by whom it is filled in, and from when on.
type form struct {
	year
	columns   []string
	statement func(item) string
	mean      func(item) float64
	roles     []string // of those who write no comment
	people    int
	opened    time.Time
	draw      *rand.Rand
}

func (y year) parentsForm() *form {
	return &form{
		year:      y,
		columns:   []string{"Timestamp", "Role", "Grade(s)", "Home language", "Email Address"},
		statement: func(it item) string { return it.parents },
		mean:      func(it item) float64 { return it.parentMean - (1-y.gained)*it.gain },
		roles:     []string{"Parent/guardian", "Parent/guardian", "Parent/guardian", "Parent/guardian", "Parent/guardian", "Grandparent"},
		people:    y.parents,
		opened:    y.began,
		draw:      rand.New(rand.NewPCG(y.seed, 1)),
	}
}

func (y year) teachersForm() *form {
	return &form{
		year:      y,
		columns:   []string{"Timestamp", "Role", "Grade(s)", "Home language"},
		statement: func(it item) string { return it.teachers },
		mean:      func(it item) float64 { return it.teacherMean },
		roles:     []string{"Teacher", "Teacher", "Paraprofessional/Staff"},
		people:    y.teachers,
		opened:    y.began.AddDate(0, 0, 7),
		draw:      rand.New(rand.NewPCG(y.seed, 2)),
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

// trial was sent by whoever made the form of 2025.
var trial = row{time.Date(2025, time.April, 25, 16, 2, 11, 0, time.UTC), []string{
	"Parent or guardian", "Kindergarten", "English", "office@example.org", "Agree", "Agree", "Agree", "Agree", "Agree", "Agree", "test", "test", "asdf",
}}

// typed was typed by hand, with a comma that no quotes protect.
const typed = "2026-05-18 08:05:00,Teacher,Grade 3,English,Agree,Agree,Agree,Strongly agree,Agree,Disagree," +
	"They help when I ask, and they stay,A second crossing guard,Thanks for asking\n"

// A person is a respondent, with a comment or "" for each open question.
type person struct {
	role, lang string
	comments   [3]string
}

func main() {
	log.SetFlags(0)
	in := flag.String("comments", "samples", "the folder with the comments to use")
	out := flag.String("o", "samples/riverbend", "the folder to write to")
	flag.Parse()
	if err := generate(*in, *out); err != nil {
		log.Fatal(err)
	}
}

func generate(in, out string) error {
	home, school, err := thisYear.answers(in)
	if err != nil {
		return err
	}
	home = slices.Insert(home, 121, paperForm)
	home = slices.Insert(home, 64, row{}) // emptied by hand
	school = slices.Insert(school, 17, row{})
	if err := thisYear.write(out, home, school, typed); err != nil {
		return err
	}
	if home, school, err = lastYear.answers(in); err != nil {
		return err
	}
	home = slices.Insert(home, 90, home[90]) // sent twice
	home = slices.Insert(home, 31, row{})
	home = slices.Insert(home, 0, trial)
	return lastYear.write(out, home, school, "")
}

// answers returns the filled-in forms of a year.
func (y year) answers(in string) (home, school []row, err error) {
	fromHome, fromSchool, err := readComments(filepath.Join(in, y.comments))
	if err != nil {
		return nil, nil, err
	}
	fromSchool = append(fromSchool, person{role: "Principal", lang: "en"})
	return y.parentsForm().fill(fromHome), y.teachersForm().fill(fromSchool), nil
}

// write writes the two files of a year; more stands behind the teachers' rows.
func (y year) write(out string, home, school []row, more string) error {
	out = filepath.Join(out, y.folder)
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	if err := writeXLSX(filepath.Join(out, "parents.xlsx"), y.parentsForm().header(), home); err != nil {
		return err
	}
	return writeCSV(filepath.Join(out, "teachers.csv"), y.teachersForm().header(), school, more)
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
		if role == "Teacher" || strings.HasSuffix(strings.ToLower(role), "staff") {
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
	header = append(header, openQuestions...)
	for i := range header {
		header[i] = f.reworded.Replace(header[i])
	}
	return header
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
		cells := []string{f.reworded.Replace(p.role), f.grades(), f.language(p)}
		if slices.Contains(f.columns, "Email Address") {
			cells = append(cells, fmt.Sprintf("%s.%d@example.org", f.pick(mailboxes), f.mailboxes+i))
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
		answers = append(answers, f.reworded.Replace(answer))
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

// writeCSV writes the rows as a form tool does, and more behind them.
func writeCSV(name string, header []string, rows []row, more string) error {
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
	b.WriteString(more)
	return os.WriteFile(name, b.Bytes(), 0o644)
}
