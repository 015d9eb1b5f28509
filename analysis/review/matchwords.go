package review

import (
	"iter"
	"strconv"

	"commonground/analysis/survey"
)

// Why rows are not found again.
const (
	notAsked    = "%s (the question is not asked)"
	wroteElse   = "%s (the respondent wrote otherwise)"
	nobodyWrote = "%s (nobody wrote these words)"
	severalOf   = "%s (several people wrote these words)"
)

// byWords finds what is left by question and words alone, or by words alone
// where the survey has no question of that name: if just one claim of a file and
// just one answer have them. Where the question isn't known, what its respondent
// wrote goes before what others did.
func (m *matcher) byWords(responses iter.Seq2[*survey.Response, error]) error {
	left := map[string][]*claim{}
	taken := map[claimedAt]bool{}
	for _, c := range m.order {
		if c.found {
			taken[claimedAt{c.key.file, c.at}] = true
		} else {
			left[c.key.text] = append(left[c.key.text], c)
		}
	}
	if len(left) == 0 {
		return nil
	}
	fits, own := map[*claim][]answerAt{}, map[*claim][]answerAt{}
	questions := m.questions()
	for r, err := range responses {
		if err != nil {
			return err
		}
		who := strconv.Itoa(r.Respondent)
		for k := range r.Comments {
			at := answerAt{r.Respondent, k, r.Comments[k].Question}
			for _, c := range left[words(r.Comments[k].Text)] {
				if taken[claimedAt{c.key.file, at}] || c.key.question >= 0 && c.key.question != questions[at.question] {
					continue
				}
				if c.key.question < 0 && c.key.respondent == who {
					own[c] = append(own[c], at)
				}
				if len(fits[c]) < 2 {
					fits[c] = append(fits[c], at)
				}
			}
		}
	}
	for c, all := range own {
		if len(all) == 1 {
			fits[c] = all
		}
	}
	m.assign(fits)
	for _, c := range m.order {
		if !c.found {
			c.why = m.why(c, len(fits[c]))
		}
	}
	return nil
}

// A claimedAt is an answer for which claims of one file stand against each other.
type claimedAt struct {
	file *Decisions
	at   answerAt
}

// assign gives each claim the answer that it fits, if no other answer fits it and
// no other claim of its file fits the answer.
func (m *matcher) assign(fits map[*claim][]answerAt) {
	wanted := map[claimedAt]int{}
	for c, all := range fits {
		for _, at := range all {
			wanted[claimedAt{c.key.file, at}]++
		}
	}
	m.moved = map[*Decisions]int{}
	for c, all := range fits {
		if len(all) == 1 && wanted[claimedAt{c.key.file, all[0]}] == 1 {
			c.found, c.at = true, all[0]
			m.moved[c.key.file]++
		}
	}
}

// why says what keeps a claim from its answer.
func (m *matcher) why(c *claim, fits int) string {
	switch name := c.decisions[0].Comment.Question; {
	case fits > 0:
		return severalOf
	case c.key.question < 0 && name != "":
		return notAsked
	case m.wrote[c.key.respondent]:
		return wroteElse
	}
	return nobodyWrote
}
