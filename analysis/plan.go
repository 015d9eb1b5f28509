// Package analysis turns responses into findings: it codes them, counts
// people, measures, and withholds what would expose somebody.
package analysis

import (
	"fmt"
	"strings"

	"commonground/analysis/codebook"
	"commonground/analysis/survey"
)

// Small is the number of respondents from which on a group is shown.
const Small = 5

// A Plan says what to find out.
type Plan struct {
	Title   string             // of the report; "" for the survey's own
	Book    *codebook.Codebook // the themes; nil for the built-in "partnership"
	By      []string           // IDs or texts of questions whose answers split people into groups
	Spool   string             // folder for working files; "" for the system's
	Version string             // of the program, for the report's method
	Step    func(done int)     // called from time to time with the number of responses coded; may be nil
}

// book returns the plan's codebook.
func (p *Plan) book() (*codebook.Codebook, error) {
	if p.Book != nil {
		return p.Book, nil
	}
	return codebook.Builtin("partnership")
}

// by finds the questions asked for as groups.
func (p *Plan) by(s *survey.Survey) ([]int, error) {
	var found []int
	for _, name := range p.By {
		i := s.Find(name)
		if i < 0 || len(s.Questions[i].Choices) == 0 {
			return nil, fmt.Errorf("no question %q to group people by: the survey has %s", name, groupable(s))
		}
		found = append(found, i)
	}
	return found, nil
}

// groupable names the questions that can be grouped by.
func groupable(s *survey.Survey) string {
	var names []string
	for _, q := range s.Questions {
		if len(q.Choices) > 0 {
			names = append(names, q.ID)
		}
	}
	return strings.Join(names, ", ")
}
