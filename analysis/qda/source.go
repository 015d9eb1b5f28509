package qda

import (
	"cmp"
	"encoding/binary"
	"encoding/hex"
	"hash/fnv"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"commonground/analysis/codebook"
	"commonground/analysis/survey"
)

// A source is the text of a case, with what is marked in it.
type source struct {
	guid, name string
	text       string
	marks      []mark // by place
	programs   int    // of them, codes of themes by the program
}

// A mark is a code at a place, in code points.
type mark struct {
	start, end int
	code       string // GUID
	user       string // GUID
	when       time.Time
}

// source lays out the text of a case, and marks what is coded in it.
func (p *Project) source(c *Case, codes *codes) *source {
	s := &source{name: p.name(c)}
	var text strings.Builder
	at := 0
	put := func(part string) {
		text.WriteString(part)
		at += utf8.RuneCountInString(part)
	}
	for i := range c.Comments {
		comment := &c.Comments[i]
		if i > 0 {
			put("\n\n")
		}
		put(plain(p.Survey.Questions[comment.Question].Text) + "\n")
		start := at
		put(plain(comment.Text))
		if at > start {
			s.mark(comment, start, at, codes)
		}
	}
	s.text = text.String()
	// With the words in it, two studies of one title have no case in common.
	s.guid = codebook.GUID("qda/source/" + p.Title + "/" + strconv.Itoa(c.Response.Respondent) + "/" + s.text)
	s.order(codes)
	return s
}

// order sorts the marks by place, and leaves out what two rules earned by the
// same words.
func (s *source) order(codes *codes) {
	slices.SortStableFunc(s.marks, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end), cmp.Compare(a.code, b.code), cmp.Compare(a.user, b.user))
	})
	s.marks = slices.Compact(s.marks)
	for _, m := range s.marks {
		if m.user == programGUID && codes.ofThemes[m.code] {
			s.programs++
		}
	}
}

// mark marks an answer that stands there, and the mentions in it.
func (s *source) mark(c *Comment, start, end int, codes *codes) {
	person := userGUID(c.Coder)
	add := func(start, end int, code, user string, when time.Time) {
		s.marks = append(s.marks, mark{start, end, code, user, when})
	}
	add(start, end, codes.questions[c.Question].GUID, programGUID, time.Time{})
	if c.State == survey.NoContent {
		add(start, end, codes.noContent.GUID, programGUID, time.Time{})
	}
	if c.Checked {
		add(start, end, codes.checked.GUID, person, c.When)
	}
	same := isPlain(c.Text)
	for _, k := range c.Codings {
		from, to := start+runes(c.Text, k.Start, same), start+runes(c.Text, k.End, same)
		if from >= to { // it is of all words, or of none that are left
			from, to = start, end
		}
		if k.By == codebook.ByPerson {
			add(from, to, codes.tones[k.Theme][k.Tone], person, c.When)
		} else {
			add(from, to, codes.tones[k.Theme][k.Tone], programGUID, time.Time{})
		}
	}
}

// runes turns a place in an original text into one in the plain text.
func runes(s string, at int, isPlain bool) int {
	if isPlain {
		return utf8.RuneCountInString(s[:at])
	}
	return utf8.RuneCountInString(plain(s[:at]))
}

func userGUID(name string) string {
	if name == "" {
		name = somebodyName
	}
	return codebook.GUID("qda/user/" + name)
}

// codingGUID is that of a code given to a place by somebody.
func codingGUID(source string, m mark) string {
	return within(source, m.code, m.user, m.start, m.end)
}

// within is the GUID of something that is of a text: that of the text but for
// the last 12 digits, which are a hash.
func within(source, what, who string, start, end int) string {
	const kept = len("00000000-0000-0000-0000-")
	if len(source) < kept {
		return ""
	}
	h := fnv.New64a()
	var numbers [16]byte
	binary.BigEndian.PutUint64(numbers[:], uint64(start))
	binary.BigEndian.PutUint64(numbers[8:], uint64(end))
	h.Write(numbers[:])
	io.WriteString(h, what+"/"+who)
	digits := hex.EncodeToString(h.Sum(nil)[:6])
	return source[:kept] + digits
}
