package analysis

import (
	"encoding/binary"
	"iter"

	"commonground/analysis/codebook"
	"commonground/analysis/measure"
	"commonground/analysis/review"
	"commonground/analysis/spool"
	"commonground/analysis/survey"
)

// appendCoded appends a spool record for each comment of a response. role is
// the index of the role question; earlier says that the response is of a wave
// before the newest; danger says which comments seem to tell of danger; doubts are
// the comments', or none. mask makes a text fit to be shown.
func appendCoded(dst []byte, r *survey.Response, codings []codebook.Coding, role int, earlier bool, checks *review.Checks, danger []bool, doubts []float64, mask func(string) string) []byte {
	var roles uint64
	for _, p := range r.Answers[role].Picks {
		roles |= 1 << p
	}
	for i := range r.Comments {
		c := &r.Comments[i]
		mine := codebook.Of(codings, i)
		check := 0
		if c := checks.Of(r.Respondent, i); c != nil {
			check = c.Number
		}
		doubt := uint64(0)
		if i < len(doubts) {
			doubt = uint64(doubts[i] * inThousandths)
		}
		body := make([]byte, 0, len(c.Text)+16*(len(mine)+2))
		for _, u := range []uint64{
			uint64(r.Respondent), roles, uint64(c.Question), uint64(c.State), uint64(c.Lang),
			uint64(c.From.File), uint64(c.From.Row), flag(r.Unquotable), flag(earlier), flag(danger[i]), flag(c.Chosen), uint64(c.Under), uint64(check), doubt, uint64(len(mine)),
		} {
			body = binary.AppendUvarint(body, u)
		}
		for _, k := range mine {
			for _, u := range []int{k.Theme, k.Start, k.End, int(k.Tone), int(k.By), k.Rule + 1} {
				body = binary.AppendUvarint(body, uint64(u))
			}
			if k.By == codebook.ByModel {
				body = binary.AppendUvarint(body, uint64(k.P*inThousandths))
			}
		}
		masked := ""
		if c.State >= survey.NotRead {
			masked = mask(c.Text)
		}
		if masked == c.Text { // as most are
			masked = ""
		}
		body = append(binary.AppendUvarint(body, uint64(len(masked))), masked...)
		body = append(body, c.Text...)
		dst = spool.Append(dst, body)
	}
	return dst
}

// inThousandths is how probabilities and doubts are written.
const inThousandths = 1000

func flag(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

// A reviewed is what measures do not need of a comment, but the files that list
// all of them.
type reviewed struct {
	check  int     // number
	doubt  float64 // of its codes
	masked string  // its text as it may be shown
}

// readCoded reads one record of appendCoded.
func readCoded(rec spool.Record) (*measure.Comment, reviewed) {
	c := &measure.Comment{Respondent: rec.Int()}
	for roles, p := rec.Uint(), 0; roles > 0; roles, p = roles>>1, p+1 {
		if roles&1 == 1 {
			c.Roles = append(c.Roles, survey.Parent+survey.Role(p))
		}
	}
	c.Question = rec.Int()
	c.State, c.Lang = survey.State(rec.Uint()), survey.Lang(rec.Uint())
	c.From = survey.Place{File: rec.Int(), Row: rec.Int()}
	c.Unquotable, c.Earlier, c.Danger = rec.Uint() == 1, rec.Uint() == 1, rec.Uint() == 1
	c.Chosen, c.Under = rec.Uint() == 1, rec.Int()
	rv := reviewed{check: rec.Int(), doubt: float64(rec.Uint()) / inThousandths}
	c.Codings = make([]codebook.Coding, 0, rec.Int())
	for range cap(c.Codings) {
		k := codebook.Coding{
			Theme: rec.Int(), Start: rec.Int(), End: rec.Int(),
			Tone: survey.Tone(rec.Uint()), By: codebook.Source(rec.Uint()), Rule: rec.Int() - 1, P: 1,
		}
		if k.By == codebook.ByModel {
			k.P = float64(rec.Uint()) / inThousandths
		}
		c.Codings = append(c.Codings, k)
	}
	rv.masked = rec.Text(rec.Int())
	c.Text = rec.Text(len(rec.Body))
	if rv.masked == "" {
		rv.masked = c.Text
	}
	return c, rv
}

// readAll yields the comments of a spool of such records, in input order, of
// the respondents to keep; nil keeps all.
func readAll(f *spool.File, keep func(respondent int) bool) iter.Seq2[*measure.Comment, error] {
	return func(yield func(*measure.Comment, error) bool) {
		for rec, err := range f.All() {
			if err != nil {
				yield(nil, err)
				return
			}
			if first := rec; keep != nil && !keep(first.Int()) {
				continue
			}
			if c, _ := readCoded(rec); !yield(c, nil) {
				return
			}
		}
	}
}
