package intake

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"commonground/analysis/sheet"
	"commonground/analysis/spool"
	"commonground/analysis/survey"
	"commonground/analysis/text"
)

// An Intake is a survey that has been read: what its files hold, and the
// responses, which wait in a working file until Close.
type Intake struct {
	Survey      *survey.Survey
	Reads       []Read    // one a source, in their order
	Respondents int       // in all sources
	Made        time.Time // of the newest answer; zero when no answer has a date
	Names       []string  // of the authors of comments on posts, sorted; for taking them out of texts, and no other use

	plan      Plan
	spool     *spool.File
	tables    []*table
	questions []*question
}

// Open reads the sources once, learns what their columns hold, and keeps their
// rows in a working file, which Close removes.
func Open(plan Plan) (*Intake, error) {
	if len(plan.Sources) == 0 {
		return nil, errors.New("no file was named")
	}
	sp, err := spool.New(plan.Spool)
	if err != nil {
		return nil, err
	}
	in := &Intake{plan: plan, spool: sp}
	if err := in.open(); err != nil {
		return nil, errors.Join(err, in.Close())
	}
	return in, nil
}

// Close removes the working file. No responses can be read afterwards.
func (in *Intake) Close() error { return in.spool.Close() }

func (in *Intake) open() error {
	for i, source := range in.plan.Sources {
		if err := in.read(i, source); err != nil {
			return err
		}
	}
	if err := in.keepGroups(); err != nil {
		return err
	}
	in.join()
	in.report()
	if !slices.ContainsFunc(in.Survey.Questions, isAnswered) {
		return errNoQuestion(in.Reads)
	}
	return nil
}

// isAnswered reports whether a question is answered by respondents, and not
// known of their role or file alone.
func isAnswered(q survey.Question) bool { return q.Use != survey.RoleUse && q.Use != survey.FileUse }

// read reads the tables of one source.
func (in *Intake) read(index int, source Source) error {
	r, size, closer, err := source.open()
	if err != nil {
		return err
	}
	defer closer.Close()
	file, err := sheet.Open(source.Name, r, size)
	if err != nil {
		return err
	}
	in.Reads = append(in.Reads, Read{File: source.Name, Format: file.Format, Encoding: file.Encoding, Notes: file.Notes})
	var read []*table
	var refused []*sheet.RowError // of tables left out
	headed := false
	for _, from := range file.Tables {
		t, err := in.readTable(index, source, from)
		if err != nil {
			return err
		}
		headed = headed || filledCells(t.header.cells) > 0
		if why := t.leaveOut(read); why != "" {
			in.Reads[index].Notes = append(in.Reads[index].Notes, why)
			refused = append(refused, t.refused...)
			continue
		}
		read = append(read, t)
	}
	if len(read) == 0 {
		return noAnswers(source.Name, file.Tables, headed, refused)
	}
	in.tables = append(in.tables, read...)
	return nil
}

// noAnswers says why a file without answers is refused.
func noAnswers(name string, tables []sheet.Table, headed bool, refused []*sheet.RowError) error {
	if len(refused) > 0 {
		return fmt.Errorf("%s: none of the rows below the header could be read as answers; the first: %w", name, refused[0])
	}
	if len(tables) > 0 && tables[0].Thread != nil {
		return fmt.Errorf("%s: no responses found: the post has no comments that could be told from the page around them", name)
	}
	if len(tables) == 0 {
		return fmt.Errorf("%s: the file has no table in it", name)
	}
	if !headed {
		return fmt.Errorf("%s: no cell of the file has anything in it: export the answers again", name)
	}
	return fmt.Errorf("%s: the file has a header but no answers", name)
}

// readTable reads one table and spools its rows.
func (in *Intake) readTable(index int, source Source, from sheet.Table) (*table, error) {
	t := &table{source: index, file: source.Name, name: from.Name, from: in.spool.Size(), key: -1, people: newPeople()}
	t.role = fileRole(from.Name)
	if t.role == survey.NoRole {
		t.role = fileRole(source.Name)
	}
	if from.Thread != nil {
		t.startThread(from.Thread)
	}
	var head []sheet.Row // until the header is found
	for row, err := range from.Rows {
		var refused *sheet.RowError
		switch {
		case errors.As(err, &refused):
			switch {
			case t.columns != nil:
				err = nil
			case len(head) == 0:
				return nil, fmt.Errorf("%w (without the header, no column is known)", refused)
			default:
				err = t.addHead(head, in.spool)
			}
			t.gap(refused.Row)
			t.refused = append(t.refused, refused)
		case err != nil:
			return nil, err
		case t.columns != nil:
			err = t.add(row, in.spool)
		default:
			head = append(head, sheet.Row{Number: row.Number, Cells: cloneCells(row.Cells)})
			if len(head) == headRows {
				err = t.addHead(head, in.spool)
			}
		}
		if err != nil {
			return nil, err
		}
	}
	if t.columns == nil && len(head) > 0 {
		if err := t.addHead(head, in.spool); err != nil {
			return nil, err
		}
	}
	return t, t.settle(in.spool)
}

// join makes one questionnaire of all tables.
func (in *Intake) join() {
	files := make([]string, len(in.plan.Sources))
	for i, s := range in.plan.Sources {
		files[i] = s.Name
	}
	q := newQuestionnaire(files)
	summarized := 0
	for _, t := range in.tables {
		if t.page != nil {
			t.page.before = summarized
			summarized += len(t.page.Findings)
			t.page.ask(q)
		} else {
			q.add(t.columns)
		}
	}
	for _, t := range in.tables {
		q.addEmpty(t.columns)
	}
	in.Survey = &survey.Survey{Title: in.plan.Title, Questions: q.finish()}
	in.questions = q.questions
	in.split()
}

// langSample is how many texts of a column tell its language.
const langSample = 60

// mainLanguage returns the language that most texts of the open columns are in.
func mainLanguage(columns []*column) survey.Lang {
	name := text.MainLanguage(func(yield func(string) bool) {
		for _, c := range columns {
			if c.kind != OpenColumn {
				continue
			}
			for _, v := range c.values[:min(len(c.values), langSample)] {
				if !yield(v.text) {
					return
				}
			}
		}
	})
	return survey.Lang(max(0, slices.Index(survey.Langs(), name)))
}
