// Package study reads and writes study files: what a school knows of its
// survey, in a file that a person corrects once and uses every year. Where
// there is none, everything in it is guessed.
package study

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"commonground/analysis/codebook"
	"commonground/analysis/intake"
	"commonground/analysis/measure"
	"commonground/analysis/say"
	"commonground/analysis/survey"
)

// A Study is what a study file says. Its zero value says nothing: all is left
// to be found out.
type Study struct {
	Title     string
	School    School
	Sources   []Source
	Waves     intake.Waves
	Questions []intake.Known
	Columns   []intake.Use      // of columns that answer no question
	Consent   string            // header of the column that says who may be quoted
	Groups    []string          // IDs of the questions to compare people by
	Invited   []measure.Invited // to answer
	Codebooks []Codebook
	Roster    Roster
	Privacy   Privacy
	Margins   []measure.Margin // to weight people to
	Rows      intake.Rows
	Published string // last year's published findings.json, from the study's folder

	folder   string   // that the file lies in; within files, if set
	files    fs.FS    // nil for the machine's
	enrolled []string // the names in Roster.File
}

// A School is whose survey it is.
type School struct {
	Name string
	Logo string // a picture, from the study's folder
}

// A Source is one file with answers.
type Source struct {
	File string      // from the study's folder, with forward slashes
	Role survey.Role // of all who wrote in it; NoRole to find out
	Wave string      // of all its rows; "" to find out
}

// A Codebook is one to code with.
type Codebook struct {
	Name      string   // of a built-in one, or a file in the study's folder
	Questions []string // IDs of the open questions that it reads; none means all
}

// A Roster lists people whose names are taken out of what is shown.
type Roster struct {
	Names []string
	File  string // a text file with one name a line, from the study's folder
}

// Privacy is the number of people from which on a group is shown; 0 stands for
// Internal.
type Privacy int

// The profiles that have a name.
const (
	Internal Privacy = 5
	Public   Privacy = 10

	leastPrivacy = 3 // fewer would tell of single people
)

// Plan returns what intake is to read, and what is known of it. Files are named
// as the user reaches them.
func (s *Study) Plan() intake.Plan {
	plan := intake.Plan{
		Title: s.TitleIn(say.English), Questions: s.Questions, Columns: s.Columns, Waves: s.Waves, Rows: s.Rows, By: s.Groups,
		Names: append(append([]string(nil), s.Roster.Names...), s.enrolled...),
	}
	for _, from := range s.Sources {
		at := s.Path(from.File)
		plan.Sources = append(plan.Sources, intake.Source{Name: at, Path: at, FS: s.files, Role: from.Role, Wave: from.Wave})
	}
	if s.Consent != "" {
		plan.Columns = append(append([]intake.Use(nil), s.Columns...), intake.Use{Header: s.Consent, Kind: intake.ConsentColumn})
	}
	return plan
}

// TitleIn is the report's in that language: it names the school.
func (s *Study) TitleIn(l say.Language) string {
	switch name := s.School.Name; {
	case name == "" || strings.Contains(s.Title, name):
		return s.Title
	case s.Title == "":
		return l.Sayf("%s: what parents and teachers wrote", name)
	default:
		return name + ": " + s.Title
	}
}

// Path returns where a file that the study names lies: within the file system
// that the study was read from, or on the machine.
func (s *Study) Path(file string) string {
	if s.files != nil {
		return path.Join(s.folder, file)
	}
	local := filepath.FromSlash(file)
	if filepath.IsAbs(local) {
		return local
	}
	return filepath.Join(s.folder, local)
}

// Book returns the codebook to code with, which joins those that the study
// names; nil where it names none.
func (s *Study) Book() (*codebook.Codebook, error) {
	var parts []codebook.Part
	for _, c := range s.Codebooks {
		b, err := s.book(c.Name)
		if err != nil {
			return nil, err
		}
		parts = append(parts, codebook.Part{Book: b, Questions: c.Questions})
	}
	if len(parts) == 0 {
		return nil, nil
	}
	return codebook.Join(parts...), nil
}

func (s *Study) book(name string) (*codebook.Codebook, error) {
	if isBuiltin(name) {
		return codebook.Builtin(name)
	}
	data, err := s.load(s.Path(name))
	if err != nil {
		return nil, fmt.Errorf("reading the codebook: %w", err)
	}
	return codebook.Load(bytes.NewReader(data), s.Path(name))
}

func isBuiltin(name string) bool { return slices.Contains(codebook.Builtins(), name) }
