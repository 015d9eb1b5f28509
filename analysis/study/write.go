package study

import (
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"commonground/analysis/intake"
)

// Write writes the study as a file for a person to correct: what it says, in
// plain words what that means, and an example of what it doesn't say.
func (s *Study) Write(w io.Writer) error {
	p := &pen{}
	p.head(s)
	p.sources(s)
	p.questions(s)
	p.columns(s)
	p.rows(s)
	p.people(s)
	p.coding(s)
	_, err := io.WriteString(w, p.String())
	return err
}

func (p *pen) head(s *Study) {
	p.remark("This study file tells commonground what it needs to know of your survey.\n" +
		"It was guessed from your files: correct what is wrong, save it, and run\n\n" +
		"    commonground report study.yaml\n\n" +
		"Lines that begin with # are explanations, and examples of what you may add: take the # and the space\n" +
		"behind it away to use one. Files are named from the folder that this file lies in.")
	p.section("What stands above the report.")
	if p.item("title", s.Title); s.Title == "" {
		p.line("# title: What families told us this spring")
	}
	if s.School == (School{}) {
		p.line("# school:\n#   name: Your School\n#   logo: logo.png    # PNG or JPEG, up to 1 MB")
		return
	}
	p.line("school:")
	p.item("  name", s.School.Name)
	p.item("  logo", s.School.Logo)
}

func (p *pen) sources(s *Study) {
	p.section("The files with the answers.\n" +
		"role: of everybody who wrote in the file: parent, teacher, staff, student or community. Leave it out where a\n" +
		"      column of the file, or what people say of themselves, tells who they are.\n" +
		"wave: the year or round that the answers belong to.")
	p.line("sources:")
	for _, from := range s.Sources {
		p.line("  - file: %s", quote(from.File))
		p.item("    role", from.Role.String())
		p.item("    wave", from.Wave)
	}
	p.section("How years are told apart inside of a file that has no wave above: by a column, or by the month that begins a new one.")
	switch {
	case s.Waves.Column != "":
		p.line("waves:\n  column: %s", quote(s.Waves.Column))
	case s.Waves.Starts != 0:
		p.line("waves:\n  starts: %s", s.Waves.Starts)
	default:
		p.line("# waves:\n#   starts: August")
	}
	p.section("The groups to compare people by, besides their roles: ids of questions below, or wave, or file.")
	if p.list("", "groups", s.Groups); len(s.Groups) == 0 {
		p.line("# groups: [wave]")
	}
}

func (p *pen) questions(s *Study) {
	p.section("The questions.\n" +
		"id:      a short name, the same every year.\n" +
		"text:    the question as the report words it.\n" +
		"headers: the columns that answer it, as the files word them. A question asked in other words in another file\n" +
		"         or year has each wording here. To join two questions, list the headers of both under one and delete\n" +
		"         the other; to part them, make two.\n" +
		"kind:    open (people's own words), single (one choice), multiple (several choices), scale (ordered choices),\n" +
		"         number, date, or attribute (a fact about the person, such as the grade).\n" +
		"choices: in order, the lowest of a scale first.\n" +
		"mirror:  the id of the question that asks the other side about the same.")
	if len(s.Questions) == 0 {
		p.line("# questions:\n#   - id: improve\n#     text: What could we do better?\n#     kind: open")
		return
	}
	p.line("questions:")
	for _, q := range s.Questions {
		p.line("  - id: %s", quote(q.ID))
		p.item("    text", q.Text)
		p.list("    ", "headers", q.Headers)
		p.item("    kind", string(q.Kind))
		p.list("    ", "choices", q.Choices)
		p.item("    mirror", q.Mirror)
	}
}

func (p *pen) columns(s *Study) {
	p.section("What the other columns hold: " + strings.Join(words(columnKinds), ", ") + ".\n" +
		"What is personal serves to tell people apart, and is never shown.")
	if len(s.Columns) == 0 {
		p.line("# columns:\n#   - header: Child's name\n#     kind: personal")
	} else {
		p.line("columns:")
		for _, c := range s.Columns {
			p.line("  - header: %s\n    kind: %s", quote(c.Header), c.Kind)
		}
	}
	p.section("The column that says whether a person may be quoted.")
	if p.item("consent", s.Consent); s.Consent == "" {
		p.line("# consent: May we quote you?")
	}
}

// fateKeys are the kinds of rows whose fate a study may decide.
func fateKeys(r *intake.Rows) []struct {
	key, usual, meaning string
	fate                intake.Fate
} {
	return []struct {
		key, usual, meaning string
		fate                intake.Fate
	}{
		{"duplicates", "keep", "the same time and the same answers as a row before", r.Duplicates},
		{"tests", "keep", `"test" and "asdf" for answers`, r.Tests},
		{"empty", "keep", "no answer to any question", r.Empty},
		{"previews", "leave out", "made by the survey's authors to try it", r.Previews},
		{"unfinished", "keep", "the person stopped before the end", r.Unfinished},
		{"fast", "keep", "answered too quickly to have read the questions", r.Fast},
		{"shifted", "keep", "answers that stand a column off; mend puts them back", r.Shifted},
	}
}

func (p *pen) rows(s *Study) {
	p.section("Rows that you may want to leave out: keep, or leave out. Those left out are listed with the reason.")
	mark := ""
	if s.Rows == (intake.Rows{}) {
		mark = "# "
	}
	p.line("%srows:", mark)
	for _, f := range fateKeys(&s.Rows) {
		word, hidden := f.usual, mark
		if f.fate == intake.Usual {
			hidden = "# "
		} else {
			word = fateWords[slices.Index(fates, f.fate)]
		}
		p.line("%s  %-12s %-10s # %s", hidden, f.key+":", word, f.meaning)
	}
	if s.Rows.Fastest > 0 {
		p.line("  fastest-seconds: %d", s.Rows.Fastest/time.Second)
	} else {
		p.line("#   fastest-seconds: 60     # fewer are too quick; without this line, a third of what the middle person took")
	}
}

func (p *pen) people(s *Study) {
	p.section("From how many people on a group is shown: internal (5), public (10, for what you publish), or a number from 3.")
	switch s.Privacy {
	case 0:
		p.line("# privacy: public")
	case Internal:
		p.line("privacy: internal")
	case Public:
		p.line("privacy: public")
	default:
		p.line("privacy: %d", s.Privacy)
	}
	p.section("People whose names are taken out of what is shown: here, or one a line in a text file.")
	if len(s.Roster.Names) == 0 && s.Roster.File == "" {
		p.line("# roster:\n#   names: [Robin Example]\n#   file: staff.txt")
	} else {
		p.line("roster:")
		p.list("  ", "names", s.Roster.Names)
		p.item("  file", s.Roster.File)
	}
	p.section("How many people were asked: of a role, or of those who would give one answer to a question; in all, or in one wave.")
	if len(s.Invited) == 0 {
		p.line("# invited:\n#   - role: parent\n#     people: 420\n#   - role: parent\n#     question: grade\n#     answer: Grade 1\n#     people: 70")
		return
	}
	p.line("invited:")
	for _, i := range s.Invited {
		p.line("  - people: %d", i.People)
		p.item("    role", i.Role.String())
		p.item("    question", i.Question)
		p.item("    answer", i.Answer)
		p.item("    wave", i.Wave)
	}
}

func (p *pen) coding(s *Study) {
	p.section("The codebooks: built in (partnership, school-climate), or a file.\n" +
		"questions: ids of the open questions that it reads; without this line it reads all.")
	if len(s.Codebooks) == 0 {
		p.line("# codebooks:\n#   - name: partnership")
	} else {
		p.line("codebooks:")
		for _, b := range s.Codebooks {
			p.line("  - name: %s", quote(b.Name))
			p.list("    ", "questions", b.Questions)
		}
	}
	p.section("How all people asked, whether they answered or not, are known to be made up, in percent: the report then shows what people\n" +
		"wrote about weighted to that, beside the shares as counted. The answers are those to a question with single choices,\n" +
		"or roles under question: role. People with another answer, or with none, keep their weight.")
	if len(s.Margins) == 0 {
		p.line("# margins:\n#   - question: home-language\n#     shares:\n#       - answer: English\n#         percent: 70\n" +
			"#       - answer: Spanish\n#         percent: 30")
	} else {
		p.line("margins:")
		for _, m := range s.Margins {
			p.line("  - question: %s\n    shares:", quote(m.Question))
			for _, share := range m.Shares {
				p.line("      - answer: %s\n        percent: %s", quote(share.Answer), strconv.FormatFloat(share.Percent, 'f', -1, 64))
			}
		}
	}
	p.section("The findings.json of the report that you published last year, to tell what changed by other rules of coding.")
	if p.item("published", s.Published); s.Published == "" {
		p.line("# published: last-year/findings.json")
	}
}
