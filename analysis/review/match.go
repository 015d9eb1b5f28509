package review

import (
	"fmt"
	"iter"
	"slices"
	"strconv"

	"commonground/analysis/codebook"
	"commonground/analysis/survey"
)

// Checks are what people decided on the answers of one survey. Its zero value
// and nil are those of nobody.
type Checks struct {
	Answers int      // that a person decided on
	Notes   []string // what of the files could not be used, or was found again elsewhere: a sentence each
	Sample  *Sample  // the draw that some rows are of; nil for none

	all  []*Check
	of   map[int][]*Check // by respondent
	lost map[string]int   // rows by file: checked, and not among the checks
}

// A Check is a row of a file of codes, found again among the answers. Of a
// sample there are checks for rows that nobody has decided on yet.
type Check struct {
	*Decision
	Respondent int               // of the survey
	Comment    int               // index into Response.Comments
	Number     int               // of the check, from 1
	Machine    []codebook.Coding // what the coder would have said; known when the response is coded

	file *Decisions
}

// Of returns the check of one answer, or nil.
func (c *Checks) Of(respondent, comment int) *Check {
	if c == nil {
		return nil
	}
	for _, check := range c.of[respondent] {
		if check.Comment == comment {
			return check
		}
	}
	return nil
}

// Nth returns the check of that Number, or nil for 0.
func (c *Checks) Nth(number int) *Check {
	if number == 0 {
		return nil
	}
	return c.all[number-1]
}

// Said returns what to say of the checks: how many count, and the Notes.
func (c *Checks) Said() []string {
	var said []string
	if c.Answers > 0 {
		said = append(said, fmt.Sprintf("People decided on %s: their codes count there, and not the program's.", answers(c.Answers)))
	}
	return append(said, c.Notes...)
}

// Whole reports whether all that people checked in a file is among the checks,
// so that a new file can take its place.
func (c *Checks) Whole(file string) bool {
	lost, known := c.lost[file]
	return known && lost == 0
}

// Match finds the answers that people decided on, by respondent, question and
// words. Where the respondent has another number now, a decision goes to the
// one answer with its words to its question, if there is just one. Where people
// decided differently on one answer, the last file has its way, and in a file
// what several agreed on, or else its last row.
func Match(s *survey.Survey, responses iter.Seq2[*survey.Response, error], files ...*Decisions) (*Checks, error) {
	m := &matcher{survey: s, claims: map[claimKey]*claim{}, by: map[string]bool{},
		checks: &Checks{of: map[int][]*Check{}, lost: map[string]int{}}}
	for _, f := range files {
		m.claim(f)
	}
	if len(m.claims) > 0 {
		if err := m.exactly(responses); err != nil {
			return nil, err
		}
		if err := m.byWords(responses); err != nil {
			return nil, err
		}
	}
	m.finish(files)
	return m.checks, nil
}

// A claimKey is an answer as decisions name it. Where one person gave the same
// answer twice, nth tells the two apart.
type claimKey struct {
	respondent string
	question   int // the first of that text in the survey; -1 for none of it
	text       string
	nth        int
}

// A claim is what the files say of one answer, in their order.
type claim struct {
	key       claimKey
	decisions []decided
	found     bool
	at        answerAt
}

type decided struct {
	*Decision
	file *Decisions
}

// An answerAt is where an answer stands.
type answerAt struct{ respondent, comment int }

// A matcher makes Checks.
type matcher struct {
	survey *survey.Survey
	claims map[claimKey]*claim
	order  []*claim
	by     map[string]bool // respondents that decisions name
	moved  map[*Decisions]int
	checks *Checks
}

// question returns the first question of the same text as the one of that name,
// so that it doesn't matter whether a file names a question by ID or by text.
func (m *matcher) question(name string) int {
	i := m.survey.Find(name)
	if i < 0 {
		return -1
	}
	return m.survey.Find(m.survey.Questions[i].Text)
}

// claim gathers the rows of a file that say something: those that are checked,
// and those of a sample.
func (m *matcher) claim(f *Decisions) {
	type once struct {
		coder string
		key   claimKey
	}
	times := map[once]int{}
	for i := range f.All {
		d := &f.All[i]
		if !d.Checked && d.Stratum == "" {
			continue
		}
		ref := d.Comment.Ref()
		key := claimKey{ref.Respondent, m.question(ref.Question), ref.Text, 0}
		o := once{d.Coder, key}
		key.nth = times[o]
		times[o]++
		c := m.claims[key]
		if c == nil {
			c = &claim{key: key}
			m.claims[key] = c
			m.order = append(m.order, c)
			m.by[ref.Respondent] = true
		}
		c.decisions = append(c.decisions, decided{d, f})
	}
}

// exactly finds the answers of claims by all that they say.
func (m *matcher) exactly(responses iter.Seq2[*survey.Response, error]) error {
	questions := m.questions()
	for r, err := range responses {
		if err != nil {
			return err
		}
		who := strconv.Itoa(r.Respondent)
		if !m.by[who] {
			continue
		}
		times := map[claimKey]int{}
		for k := range r.Comments {
			key := claimKey{who, questions[r.Comments[k].Question], words(r.Comments[k].Text), 0}
			nth := times[key]
			times[key]++
			key.nth = nth
			if c := m.claims[key]; c != nil {
				c.found, c.at = true, answerAt{r.Respondent, k}
			}
		}
	}
	return nil
}

// questions is question of each question of the survey.
func (m *matcher) questions() []int {
	all := make([]int, len(m.survey.Questions))
	for i, q := range m.survey.Questions {
		all[i] = m.question(q.ID)
	}
	return all
}

// byWords finds what is left by question and words alone, or by words alone
// where the survey has no question of that name: if just one claim and just one
// answer have them.
func (m *matcher) byWords(responses iter.Seq2[*survey.Response, error]) error {
	left := map[string][]*claim{}
	taken := map[answerAt]bool{}
	for _, c := range m.order {
		if c.found {
			taken[c.at] = true
		} else {
			left[c.key.text] = append(left[c.key.text], c)
		}
	}
	if len(left) == 0 {
		return nil
	}
	fits := map[*claim][]answerAt{}
	questions := m.questions()
	for r, err := range responses {
		if err != nil {
			return err
		}
		for k := range r.Comments {
			at := answerAt{r.Respondent, k}
			for _, c := range left[words(r.Comments[k].Text)] {
				if !taken[at] && (c.key.question < 0 || c.key.question == questions[r.Comments[k].Question]) && len(fits[c]) < 2 {
					fits[c] = append(fits[c], at)
				}
			}
		}
	}
	wanted := map[answerAt]int{}
	for _, all := range fits {
		for _, at := range all {
			wanted[at]++
		}
	}
	m.moved = map[*Decisions]int{}
	for c, all := range fits {
		if len(all) == 1 && wanted[all[0]] == 1 {
			c.found, c.at = true, all[0]
			m.moved[c.decisions[len(c.decisions)-1].file]++
		}
	}
	return nil
}

// finish turns claims into checks.
func (m *matcher) finish(files []*Decisions) {
	missing := map[*Decisions][]*Decision{}
	differ := 0
	for _, f := range files {
		m.checks.lost[f.File] += len(f.Notes)
	}
	for _, c := range m.order {
		if !c.found {
			for _, d := range c.decisions {
				if d.Checked {
					missing[d.file] = append(missing[d.file], d.Decision)
					m.checks.lost[d.file.File]++
				}
			}
			continue
		}
		best := c.best()
		for _, d := range c.decisions {
			if d.Checked && d.Decision != best.Decision {
				m.checks.lost[d.file.File]++
			}
		}
		if c.differ() {
			differ++
		}
		m.add(c, best)
	}
	for _, f := range files {
		m.note(f, missing[f])
	}
	m.noteDiffering(differ)
	m.drawn(files)
}

// add adds the check of a claim.
func (m *matcher) add(c *claim, best decided) {
	d := *best.Decision
	for _, other := range c.decisions { // a draw stays known in whichever file its row was checked
		if d.Stratum == "" {
			d.Stratum = other.Stratum
		}
	}
	check := &Check{Decision: &d, Respondent: c.at.respondent, Comment: c.at.comment, Number: len(m.checks.all) + 1, file: best.file}
	m.checks.all = append(m.checks.all, check)
	m.checks.of[check.Respondent] = append(m.checks.of[check.Respondent], check)
	if check.Checked {
		m.checks.Answers++
	}
}

// best is the decision that has its way.
func (c *claim) best() decided {
	best := c.decisions[0]
	for _, d := range c.decisions[1:] {
		switch {
		case d.Checked != best.Checked:
			if d.Checked {
				best = d
			}
		case d.file == best.file && best.Coder == "" && d.Coder != "": // what was agreed on stays
		default:
			best = d
		}
	}
	return best
}

// differ reports whether people decided differently, and nobody says what they
// agreed on.
func (c *claim) differ() bool {
	best := c.best()
	return slices.ContainsFunc(c.decisions, func(d decided) bool {
		agreed := d.file == best.file && best.Coder == ""
		return d.Checked && !agreed && (d.NoContent != best.NoContent || !slices.Equal(d.Codes, best.Codes))
	})
}

func words(text string) string { return Comment{Text: text}.Ref().Text }
