package study

import (
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"commonground/analysis/intake"
	"commonground/analysis/survey"
)

// Guess returns the study that an intake's files make by themselves: all that
// was found out, written down. Its files are named from the folder that the
// program runs in.
func Guess(in *intake.Intake) (*Study, error) {
	s := &Study{Title: in.Survey.Title, Privacy: Internal, Codebooks: []Codebook{{Name: "partnership"}}, folder: "."}
	seen, err := look(in)
	if err != nil {
		return nil, err
	}
	for i := range in.Reads {
		r := &in.Reads[i]
		s.Sources = append(s.Sources, Source{File: filepath.ToSlash(r.File), Role: seen[i].role(r), Wave: seen[i].wave(r)})
	}
	s.guessQuestions(in)
	s.guessColumns(in)
	for _, q := range in.Survey.Questions {
		if q.By {
			s.Groups = append(s.Groups, q.ID)
		}
	}
	s.Rows = intake.Rows{
		Duplicates: intake.Keep, Tests: intake.Keep, Empty: intake.Keep, Previews: intake.LeaveOut,
		Unfinished: intake.Keep, Fast: intake.Keep, Shifted: intake.Keep,
	}
	return s, nil
}

// guessQuestions writes down the survey's questions, and which columns answer
// them.
func (s *Study) guessQuestions(in *intake.Intake) {
	for i, q := range in.Survey.Questions {
		if q.Use != survey.Asked && q.Use != survey.Attribute {
			continue
		}
		known := intake.Known{ID: q.ID, Text: q.Text, Headers: headers(in.Reads, i, &q), Kind: kinds[q.Kind], Mirror: q.Mirror}
		if q.Use == survey.Attribute {
			known.Kind = intake.AttributeKind
		}
		if len(q.Choices) <= mostChoices {
			known.Choices = q.Choices
		}
		s.Questions = append(s.Questions, known)
	}
}

// mostChoices is how many choices of a question are written down: of more, a
// person checks none.
const mostChoices = 40

var kinds = [...]intake.ColumnKind{
	survey.Open: intake.OpenColumn, survey.Single: intake.SingleColumn, survey.Multiple: intake.MultipleColumn,
	survey.Scale: intake.ScaleColumn, survey.Number: intake.NumberColumn, survey.Date: intake.DateColumn,
}

// headers lists the headers of the columns that answer a question, in the order
// of the files. A question that spreads over the columns of a file has its own
// text for one.
func headers(reads []intake.Read, question int, q *survey.Question) []string {
	var all []string
	for _, r := range reads {
		var here []string
		for _, c := range r.Columns {
			if c.Question == question && !slices.Contains(here, c.Name) {
				here = append(here, c.Name)
			}
		}
		if len(here) > 1 && q.Kind == survey.Multiple {
			here = []string{q.Text} // spread over columns
		}
		for _, h := range here {
			if !slices.Contains(all, h) {
				all = append(all, h)
			}
		}
	}
	return all
}

// guessColumns writes down what the columns hold that answer no question, where
// all files agree.
func (s *Study) guessColumns(in *intake.Intake) {
	kind := map[string]intake.ColumnKind{}
	for _, q := range s.Questions {
		for _, h := range q.Headers {
			kind[h] = ""
		}
	}
	var order []string
	for _, r := range in.Reads {
		for _, c := range r.Columns {
			if r.Thread != nil || c.Name == "" || c.Kind == intake.EmptyColumn || !slices.Contains(columnKinds, c.Kind) {
				continue
			}
			switch before, known := kind[c.Name]; {
			case !known:
				kind[c.Name], order = c.Kind, append(order, c.Name)
			case before != c.Kind:
				kind[c.Name] = ""
			}
		}
	}
	for _, h := range order {
		switch k := kind[h]; {
		case k == "":
		case k == intake.ConsentColumn && s.Consent == "":
			s.Consent = h
		case k == intake.WaveColumn && s.Waves.Column == "":
			s.Waves.Column = h
		default:
			s.Columns = append(s.Columns, intake.Use{Header: h, Kind: k})
		}
	}
}

// seen is what the responses of one file tell.
type seen struct {
	roles    map[survey.Role]bool
	from, to time.Time // of the answers with a date
}

func look(in *intake.Intake) ([]seen, error) {
	all := make([]seen, len(in.Reads))
	role := in.Survey.Index(survey.RoleID)
	for r, err := range in.Responses() {
		if err != nil {
			return nil, err
		}
		for _, at := range r.From {
			f := &all[at.File]
			if f.roles == nil {
				f.roles = map[survey.Role]bool{}
			}
			for _, known := range r.Roles(role) {
				f.roles[known] = true
			}
			if r.When.IsZero() {
				continue
			}
			if f.from.IsZero() || r.When.Before(f.from) {
				f.from = r.When
			}
			if r.When.After(f.to) {
				f.to = r.When
			}
		}
	}
	return all, nil
}

// role is that of everybody in the file, where it is known of the whole file
// and not of each person.
func (f *seen) role(r *intake.Read) survey.Role {
	each := r.Thread != nil || slices.ContainsFunc(r.Columns, func(c intake.Column) bool { return c.Kind == intake.RoleColumn })
	if each || len(f.roles) != 1 {
		return survey.NoRole
	}
	for role := range f.roles {
		if role != survey.Unknown {
			return role
		}
	}
	return survey.NoRole
}

// aYear is a year, or a school year, in the name of a file or folder.
var aYear = regexp.MustCompile(`(?:^|[^0-9])((?:19|20)[0-9]{2}(?:[-–_](?:20)?[0-9]{2})?)(?:[^0-9]|$)`)

// wave names the wave of the file by the year in its name or its folders', the
// nearest to the file first, or else by that of its answers, if it is one. A
// file with a column of waves has none.
func (f *seen) wave(r *intake.Read) string {
	if slices.ContainsFunc(r.Columns, func(c intake.Column) bool { return c.Kind == intake.WaveColumn }) {
		return ""
	}
	for _, part := range slices.Backward(strings.Split(filepath.ToSlash(r.File), "/")) {
		if m := aYear.FindStringSubmatch(part); m != nil {
			return strings.NewReplacer("_", "-", "–", "-").Replace(m[1])
		}
	}
	if !f.from.IsZero() && f.from.Year() == f.to.Year() {
		return strconv.Itoa(f.from.Year())
	}
	return ""
}
