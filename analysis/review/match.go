package review

import (
	"fmt"
	"iter"
	"path/filepath"
	"slices"
	"strconv"

	"commonground/analysis/codebook"
	"commonground/analysis/survey"
)

// Match finds the answers that people decided on, by respondent, question and
// words. Where the respondent has another number now, a decision goes to the
// one answer with its words to its question, if there is just one. Each file is
// matched by itself, as files may number people differently. Where people
// decided differently on one answer, the last file has its way, and in a file
// what several agreed on, or else its last row; of themes that it leaves open, the
// last that doesn't. A file of which nothing fits is an error. themes are those
// that are coded.
func Match(s *survey.Survey, themes []codebook.Theme, responses iter.Seq2[*survey.Response, error], files ...*Decisions) (*Checks, error) {
	m := &matcher{survey: s, themes: themes, files: files, claims: map[claimKey]*claim{}, by: map[string]bool{}, wrote: map[string]bool{},
		checks: &Checks{of: map[int][]*Check{}}}
	for _, f := range files {
		m.claim(f)
	}
	if len(m.claims) > 0 {
		if err := m.exactly(responses); err != nil {
			return nil, err
		}
		m.twice()
		if err := m.byWords(responses); err != nil {
			return nil, err
		}
		m.join()
	}
	return m.checks, m.finish()
}

// A matcher makes Checks.
type matcher struct {
	survey *survey.Survey
	themes []codebook.Theme
	files  []*Decisions
	claims map[claimKey]*claim
	order  []*claim
	by     map[string]bool // respondents that decisions name
	wrote  map[string]bool // of them, those that there are
	moved  map[*Decisions]int
	checks *Checks
}

// question returns the first question of the same text as the one of that name,
// so that it doesn't matter whether a file names a question by ID or by text.
func (m *matcher) question(name string) int {
	i := m.survey.Find(name)
	if i < 0 || name == "" {
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
		key := claimKey{f, ref.Respondent, m.question(ref.Question), ref.Text, 0}
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
		m.checks.Among += len(r.Comments)
		who := strconv.Itoa(r.Respondent)
		if !m.by[who] {
			continue
		}
		m.wrote[who] = true
		times := map[claimKey]int{}
		for k := range r.Comments {
			key := claimKey{nil, who, questions[r.Comments[k].Question], words(r.Comments[k].Text), 0}
			nth := times[key]
			times[key]++
			key.nth = nth
			for _, key.file = range m.files {
				if c := m.claims[key]; c != nil {
					c.found, c.at = true, answerAt{r.Respondent, k, r.Comments[k].Question}
				}
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

// twice has rows that stand twice in a file, for an answer that was given once,
// decide on that one.
func (m *matcher) twice() {
	for _, c := range m.order {
		for once := c.key; !c.found && once.nth > 0; {
			once.nth--
			if first := m.claims[once]; first != nil && first.found {
				c.found, c.at = true, first.at
			}
		}
	}
}

// join makes one claim of all that are about one answer.
func (m *matcher) join() {
	about := map[answerAt]*claim{}
	m.order = slices.DeleteFunc(m.order, func(c *claim) bool {
		first := about[c.at]
		switch {
		case !c.found:
			return false
		case first == nil:
			about[c.at] = c
			return false
		}
		first.decisions = append(first.decisions, c.decisions...)
		return true
	})
}

// finish turns claims into checks.
func (m *matcher) finish() error {
	m.draw()
	t := &told{missing: map[*Decisions][]missed{}, overruled: map[*Decisions][]*Decision{}, unread: map[*Decisions]int{}}
	for _, c := range m.order {
		if !c.found {
			for _, d := range c.decisions {
				if d.Checked {
					t.missing[d.file] = append(t.missing[d.file], missed{d.Decision, c.why})
				}
			}
			continue
		}
		best := c.best()
		all := c.overruled()
		m.checks.lost += len(all)
		if slices.ContainsFunc(all, func(d decided) bool { return d.file != best.file }) {
			t.differ++
		}
		for _, d := range all {
			if d.file == best.file {
				t.overruled[d.file] = append(t.overruled[d.file], d.Decision)
			}
		}
		t.unread[best.file] += m.add(c, best)
	}
	for _, f := range m.files {
		if err := m.nothingFits(f, t.missing[f]); err != nil {
			return err
		}
		m.note(f, t)
	}
	m.noteDiffering(t.differ)
	return nil
}

// nothingFits returns an error where what people decided in a file is about
// answers that the survey doesn't have, but for a few that others gave too.
func (m *matcher) nothingFits(f *Decisions, missing []missed) error {
	n := 0
	for i := range f.All {
		if f.All[i].Checked {
			n++
		}
	}
	byWords := m.moved[f]
	if len(missing) == 0 || len(missing)+byWords < n || 2*byWords >= n || byWords > 0 && mostlySeveral(missing) {
		return nil
	}
	which := "none"
	if byWords > 0 {
		which = "none but by a few words"
	}
	return fmt.Errorf("%s: of its checked rows (%d), %s matches an answer of this survey: row %s. %s",
		filepath.Base(f.File), n, which, list(missing), likely(missing))
}

// add adds the check of a claim, and returns how many of its codes are of themes
// that are not looked for in answers to its question.
func (m *matcher) add(c *claim, best decided) (unread int) {
	d := *best.Decision
	d.Stratum = ""
	for _, other := range c.decisions { // a draw stays known in whichever file its row was checked
		if d.Stratum == "" && m.checks.Sample.same(other.file.Sample) {
			d.Stratum = other.Stratum
		}
	}
	check := &Check{
		Decision: &d, Respondent: c.at.respondent, Comment: c.at.comment, Number: len(m.checks.all) + 1, file: best.file,
	}
	m.decide(check, c, best)
	if blind := c.blind(m.checks.Sample); len(blind.decisions) > 0 {
		check.blind = m.said(blind)
		m.checks.Blind = true
	}
	m.checks.all = append(m.checks.all, check)
	m.checks.of[check.Respondent] = append(m.checks.of[check.Respondent], check)
	if check.Checked {
		m.checks.Answers++
	}
	for _, code := range check.Codes {
		if !m.reads(c, code.Theme) {
			unread++
		}
	}
	return unread
}
