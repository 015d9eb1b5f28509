package intake

import (
	"context"
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
	Names       []string  // of the plan and of the authors of comments on posts, sorted; for taking them out of texts, and no other use
	Joined      []Joined  // questions that were taken for one, though files word them differently
	Notes       []string  // of what the plan names and no file has

	plan         Plan
	known        *known
	waves        map[string]int // places of the waves by their keys
	spool        *spool.File
	tables       []*table
	dictionaries []*dictionary
	questions    []*question
}

// Open reads the sources once, learns what their columns hold, and keeps their
// rows in a working file, which Close removes. It stops where ctx does.
func Open(ctx context.Context, plan Plan) (*Intake, error) {
	if len(plan.Sources) == 0 {
		return nil, errors.New("no file was named")
	}
	known, err := newKnown(&plan)
	if err != nil {
		return nil, err
	}
	sp, err := spool.New(plan.Spool)
	if err != nil {
		return nil, err
	}
	in := &Intake{plan: plan, known: known, spool: sp}
	if err := in.open(ctx); err != nil {
		return nil, errors.Join(err, in.Close())
	}
	return in, nil
}

// Close removes the working file. No responses can be read afterwards.
func (in *Intake) Close() error { return in.spool.Close() }

func (in *Intake) open(ctx context.Context) (err error) {
	if in.plan.Sources, err = expand(in.plan.Sources, in.plan.Spool); err != nil {
		return err
	}
	if err := assign(in.plan.Roles, in.plan.Sources); err != nil {
		return err
	}
	if err := in.readAll(ctx); err != nil {
		return err
	}
	if err := in.known.refuseMissing(&in.plan); err != nil {
		return err
	}
	if err := in.settle(ctx); err != nil {
		return err
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

// settle tells what the tables hold, once all are read: a dictionary may come
// last.
func (in *Intake) settle(ctx context.Context) error {
	if err := in.translate(); err != nil {
		return err
	}
	for _, t := range in.tables {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := t.settle(&in.plan, in.spool); err != nil {
			return fmt.Errorf("%s: %w", t.file, err)
		}
		if err := t.counted(); err != nil {
			return fmt.Errorf("%s: %w", t.file, err)
		}
		t.noteCodes()
		t.noteRoles()
	}
	return nil
}

// isAnswered reports whether a question is answered by respondents, and not
// known of their role, file or wave alone.
func isAnswered(q survey.Question) bool {
	return q.Use != survey.RoleUse && q.Use != survey.FileUse && q.Use != survey.WaveUse
}

// read reads the tables of one source.
func (in *Intake) read(ctx context.Context, index int, source Source) error {
	r, size, closer, err := source.open()
	if err != nil {
		return err
	}
	defer closer.Close()
	file, err := sheet.Open(source.Name, stoppable{r, ctx}, size)
	if err != nil {
		return err
	}
	in.Reads = append(in.Reads, Read{File: source.Name, Format: file.Format, Encoding: file.Encoding, Notes: slices.Concat(source.notes, file.Notes)})
	var read []*table
	var refused []*sheet.RowError // of tables left out
	headed, known := false, len(in.dictionaries)
	for _, from := range file.Tables {
		t, err := in.readTable(ctx, index, source, from)
		if err != nil {
			return err
		}
		headed = headed || filledCells(t.header.cells) > 0
		if d, err := t.dictionary(in.spool); err != nil || d != nil {
			if err != nil {
				return err
			}
			in.dictionaries = append(in.dictionaries, d)
			in.Reads[index].Notes = append(in.Reads[index].Notes, "This is a data dictionary: it has the words of questions and choices, and no answers.")
			continue
		}
		if why := t.leaveOut(read); why != "" {
			in.Reads[index].Notes = append(in.Reads[index].Notes, why)
			refused = append(refused, t.refused...)
			continue
		}
		read = append(read, t)
	}
	if len(read) == 0 && len(in.dictionaries) == known {
		return noAnswers(source.Name, file.Tables, headed, refused)
	}
	in.tables = append(in.tables, read...)
	return nil
}

// readTable reads one table and spools its rows.
func (in *Intake) readTable(ctx context.Context, index int, source Source, from sheet.Table) (*table, error) {
	t := &table{source: index, file: source.Name, name: from.Name, from: in.spool.Size(), key: -1, known: in.known, people: newPeople()}
	t.role, t.named = fileRole(from.Name), "the sheet's name"
	if t.role == survey.NoRole {
		t.role, t.named = fileRole(source.Name), "the file's name"
	}
	if from.Thread != nil {
		t.startThread(from.Thread)
	}
	var head []sheet.Row // until the header is found
	for row, err := range from.Rows {
		var refused *sheet.RowError
		switch {
		case ctx.Err() != nil:
			return nil, ctx.Err()
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
	t.to = in.spool.Size()
	if t.rows == 0 {
		t.refuseWide()
	}
	return t, nil
}

// join makes one questionnaire of all tables.
func (in *Intake) join() {
	files := make([]string, len(in.plan.Sources))
	for i, s := range in.plan.Sources {
		files[i] = s.Name
	}
	q := newQuestionnaire(files, in.findWaves(), in.known)
	summarized := 0
	for _, t := range in.tables {
		if t.page != nil {
			t.page.before = summarized
			summarized += len(t.page.Findings)
			t.page.ask(q, t)
		} else {
			q.add(t)
		}
	}
	for _, t := range in.tables {
		q.addEmpty(t.columns)
	}
	in.Survey = &survey.Survey{Title: in.plan.Title, Questions: q.finish()}
	in.questions = q.questions
	in.Joined = q.joined()
	in.Notes = append(in.Notes, in.known.missing(&in.plan)...)
	for _, asked := range in.questions {
		in.Notes = append(in.Notes, asked.unlisted()...)
	}
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
