package study

import (
	"fmt"
	"path/filepath"
	"slices"

	"commonground/analysis/intake"
	"commonground/analysis/survey"
)

// PlanFor returns the plan to read new files by: with what is known of the
// questions and columns of the study. Choices in no order of their own are left to be found,
// so that new ones are.
func (s *Study) PlanFor(files []intake.Source) intake.Plan {
	plan := s.Plan()
	known := intake.Plan{Sources: files, Waves: plan.Waves}
	for _, u := range plan.Columns {
		u.Optional = true // this year's files may have others
		known.Columns = append(known.Columns, u)
	}
	for _, q := range plan.Questions {
		if q.Kind != intake.ScaleColumn {
			q.Choices = nil
		}
		known.Questions = append(known.Questions, q)
	}
	return known
}

// Changes are what differs between the questions of two years.
type Changes struct {
	New  []intake.Known // asked this year alone
	Gone []intake.Known // asked last year alone
}

// Carry takes over what last year's study says beyond its files. The questions
// of s were found in an intake that knew last year's. The numbers of people
// invited are last year's, and stay behind.
func (s *Study) Carry(last *Study) (Changes, error) {
	var c Changes
	s.recognize(last)
	for i := range s.Questions {
		q := &s.Questions[i]
		old := last.question(q.ID)
		if old == nil {
			c.New = append(c.New, *q)
			continue
		}
		q.Headers = union(q.Headers, old.Headers)
		q.Choices = union(old.Choices, q.Choices)
		q.Kind, q.Mirror = old.Kind, old.Mirror
		if old.Text != "" {
			q.Text = old.Text
		}
	}
	for _, q := range last.Questions {
		if s.question(q.ID) == nil {
			c.Gone = append(c.Gone, q)
		}
	}
	for i := range s.Questions {
		if q := &s.Questions[i]; s.question(q.Mirror) == nil {
			q.Mirror = ""
		}
	}
	s.settle(last)
	return c, s.rebase(last)
}

// settle takes over what is no question.
func (s *Study) settle(last *Study) {
	s.Title, s.School, s.Privacy, s.Rows, s.Roster = last.Title, last.School, last.Privacy, last.Rows, last.Roster
	s.Groups, s.Codebooks = s.known(last.Groups), nil
	for _, b := range last.Codebooks {
		s.Codebooks = append(s.Codebooks, Codebook{Name: b.Name, Questions: s.known(b.Questions)})
	}
	if s.Waves == (intake.Waves{}) {
		s.Waves.Starts = last.Waves.Starts
	}
	for _, m := range last.Margins {
		if len(s.known([]string{m.Question})) > 0 {
			s.Margins = append(s.Margins, m)
		}
	}
}

func (s *Study) question(id string) *intake.Known {
	for i := range s.Questions {
		if s.Questions[i].ID == id && id != "" {
			return &s.Questions[i]
		}
	}
	return nil
}

// known returns those of the IDs that the study knows.
func (s *Study) known(ids []string) []string {
	var all []string
	for _, id := range ids {
		if s.question(id) != nil || id == survey.RoleID || id == survey.FileID || id == survey.WaveID {
			all = append(all, id)
		}
	}
	return all
}

func union(first, then []string) []string {
	all := slices.Clone(first)
	for _, t := range then {
		if !slices.Contains(all, t) {
			all = append(all, t)
		}
	}
	return all
}

// rebase names the files that were taken over from last from the folder of s.
func (s *Study) rebase(last *Study) error {
	moved := []*string{&s.School.Logo, &s.Roster.File}
	for i := range s.Codebooks {
		if !isBuiltin(s.Codebooks[i].Name) {
			moved = append(moved, &s.Codebooks[i].Name)
		}
	}
	return s.move(moved, last)
}

// PutIn names all files of the study from another folder, which it is going to
// be written to.
func (s *Study) PutIn(folder string) error {
	from := *s
	s.folder = folder
	moved := []*string{&s.School.Logo, &s.Roster.File, &s.Published}
	for i := range s.Sources {
		moved = append(moved, &s.Sources[i].File)
	}
	for i := range s.Codebooks {
		if !isBuiltin(s.Codebooks[i].Name) {
			moved = append(moved, &s.Codebooks[i].Name)
		}
	}
	return s.move(moved, &from)
}

// move names files that are named from the folder of from, from the folder of
// s.
func (s *Study) move(files []*string, from *Study) error {
	here, err := filepath.Abs(s.folder)
	if err != nil {
		return fmt.Errorf("finding the folder of the study: %w", err)
	}
	for _, f := range files {
		if *f == "" || filepath.IsAbs(filepath.FromSlash(*f)) {
			continue
		}
		at, err := filepath.Abs(from.Path(*f))
		if err != nil {
			return fmt.Errorf("finding %s: %w", *f, err)
		}
		if rel, err := filepath.Rel(here, at); err == nil {
			at = rel
		}
		*f = filepath.ToSlash(at)
	}
	return nil
}
