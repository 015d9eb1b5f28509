package review

import (
	"iter"
	"strconv"

	"commonground/analysis/survey"
)

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
		m.checks.lost[f.File] += len(f.Notes) + f.Unasked
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
	check := &Check{
		Decision: &d, Respondent: c.at.respondent, Comment: c.at.comment, Number: len(m.checks.all) + 1,
		file: best.file, blind: c.blind(),
	}
	m.checks.all = append(m.checks.all, check)
	m.checks.of[check.Respondent] = append(m.checks.of[check.Respondent], check)
	if check.Checked {
		m.checks.Answers++
	}
}
