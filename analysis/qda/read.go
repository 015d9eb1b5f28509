package qda

import (
	"cmp"
	"fmt"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"commonground/analysis/codebook"
	"commonground/analysis/review"
)

// ReadDecisions reads a project for what people decided: an answer for each place
// that has the code of a question. What is not understood is told in the Notes:
// codes that are no theme, codes of places outside of all answers or of several,
// pictures, memos.
func ReadDecisions(name string, r io.ReaderAt, size int64, themes []codebook.Theme) (*review.Decisions, error) {
	f, err := open(name, r, size)
	if err != nil {
		return nil, err
	}
	m := newMeanings(themes, f.codes)
	rd := &reader{file: f, meanings: m, strange: map[string]int{}, counts: f.counts(),
		found: &review.Decisions{File: name, Shown: true, NonAnswers: m.has(noContentCode)}}
	for i := range f.sources {
		if err := rd.source(&f.sources[i]); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	if len(rd.found.All) == 0 {
		return nil, fmt.Errorf("%s: no place in it has the code of a question, by which answers are found: was it made from the study.qdpx of a report?", name)
	}
	for i, t := range themes {
		if m.coded[i] {
			rd.found.Themes = append(rd.found.Themes, t.ID)
		} else {
			rd.found.Unasked = append(rd.found.Unasked, t.ID)
		}
	}
	rd.note()
	return rd.found, nil
}

// A reader gathers decisions.
type reader struct {
	file     *file
	meanings *meanings
	found    *review.Decisions
	counts   map[string]int // codes by the program as the project was written, by source

	strange           map[string]int // codes that are no theme: how many places have them
	whole             int            // codes of whole texts and cases
	nowhere, several  []string       // where codes lie outside of answers, or in several
	without, shrunken []string       // texts without an answer; those from which codes were taken
}

// A place is a code that somebody gave to a part of a text.
type place struct {
	start, end int // code points
	meaning
	by   string // name of who did; "" for the program, or for nobody known
	own  bool   // by a person
	when time.Time
}

// source adds the decisions on the answers of a text.
func (rd *reader) source(s *fileSource) error {
	content, err := rd.file.text(s)
	if err != nil {
		return err
	}
	text := []rune(content)
	places, programs := rd.places(s, text)
	rd.whole += len(s.Codings)
	answers := answersAmong(places)
	if len(answers) == 0 {
		rd.without = append(rd.without, s.Name)
		return nil
	}
	counted, known := rd.counts[bare(s.GUID)]
	gone := known && programs < counted
	if gone {
		rd.shrunken = append(rd.shrunken, s.Name)
	}
	of := rd.assign(s, places, answers)
	for i, a := range answers {
		d := rd.decision(of[i])
		d.Checked = d.Checked || gone
		d.Comment = review.Comment{Respondent: respondent(s.Name), Question: a.name, Text: string(text[a.start:a.end])}
		d.Row, _ = strconv.Atoi(d.Comment.Respondent)
		rd.found.All = append(rd.found.All, d)
	}
	return nil
}

// answersAmong are the places with the code of a question, each once.
func answersAmong(places []place) []place {
	var answers []place
	for _, p := range places {
		same := func(a place) bool { return a.start == p.start && a.end == p.end }
		if p.kind == questionCode && !slices.ContainsFunc(answers, same) {
			answers = append(answers, p)
		}
	}
	return answers
}

// places lists the codes of a text's selections, and counts those of themes by
// the program.
func (rd *reader) places(s *fileSource, text []rune) (places []place, programs int) {
	for i := range s.Selections {
		sel := &s.Selections[i]
		start, end := trim(text, sel.Start, sel.End)
		for k := range sel.Codings {
			c := &sel.Codings[k]
			m, ok := rd.meanings.of[bare(c.Code.GUID)]
			if !ok {
				m.name = c.Code.GUID
			}
			if m.kind == unknownCode {
				rd.strange[m.name]++
				continue
			}
			p := place{start: start, end: end, meaning: m, own: !isProgram(s, sel, c)}
			if p.own {
				p.by, p.when = rd.file.users[bare(c.User)], c.when()
			} else if m.kind == themeCode {
				programs++
			}
			places = append(places, p)
		}
	}
	return places, programs
}

// isProgram reports whether a code is as the program gave it: some programs
// forget who gave a code, others give it a GUID of their own.
func isProgram(s *fileSource, sel *fileSelection, c *fileCoding) bool {
	if bare(c.User) == programGUID {
		return true
	}
	return c.GUID != "" && bare(c.GUID) == codingGUID(bare(s.GUID), mark{start: sel.Start, end: sel.End, code: bare(c.Code.GUID), user: programGUID})
}

// trim takes what lies outside of the text, and blanks, off the ends of a place.
func trim(text []rune, start, end int) (int, int) {
	start, end = max(0, min(start, len(text))), max(0, min(end, len(text)))
	for start < end && unicode.IsSpace(text[start]) {
		start++
	}
	for start < end && unicode.IsSpace(text[end-1]) {
		end--
	}
	return start, max(start, end)
}

// assign finds the answer of each place: the one that it shares words with.
func (rd *reader) assign(s *fileSource, places, answers []place) [][]place {
	of := make([][]place, len(answers))
	for _, p := range places {
		if p.kind == questionCode {
			continue
		}
		in, n := -1, 0
		for i, a := range answers {
			if p.start < a.end && a.start < p.end || p.start == p.end && a.start <= p.start && p.start < a.end {
				in, n = i, n+1
			}
		}
		where := fmt.Sprintf("%s in %s at %d", p.name, s.Name, p.start)
		switch n {
		case 0:
			rd.nowhere = append(rd.nowhere, where)
		case 1:
			of[in] = append(of[in], p)
		default:
			rd.several = append(rd.several, where)
		}
	}
	return of
}

// decision is what the codes of an answer say. Where people gave codes of a
// theme, theirs tell the tone.
func (rd *reader) decision(places []place) review.Decision {
	var d review.Decision
	slices.SortStableFunc(places, func(a, b place) int { return cmp.Compare(a.start, b.start) })
	for _, t := range rd.meanings.themes {
		var all, own []review.Code
		for _, p := range places {
			if p.kind == themeCode && p.code.Theme == t.ID {
				all = append(all, p.code)
				if p.own {
					own = append(own, p.code)
				}
			}
		}
		if len(own) > 0 {
			all = own
		}
		if len(all) > 0 {
			d.Codes = append(d.Codes, toneAmong(all))
		}
	}
	coders := map[string]bool{}
	for _, p := range places {
		d.NoContent = d.NoContent || p.kind == noContentCode
		if p.own || p.kind == checkedCode {
			d.Checked = true
			coders[p.by] = true
			if p.when.After(d.When) {
				d.When = p.when
			}
		}
	}
	if len(coders) == 1 {
		for d.Coder = range coders {
		}
	}
	if d.Coder == somebodyName {
		d.Coder = ""
	}
	return d
}

// respondent is the number that Write gave a case, by the name of its text; ""
// where it has another name now.
func respondent(name string) string {
	digits, ok := strings.CutPrefix(strings.TrimSuffix(name, path.Ext(name)), caseName+" ")
	n, err := strconv.Atoi(strings.TrimSpace(digits))
	if !ok || err != nil {
		return ""
	}
	return strconv.Itoa(n)
}

// counts are the codes that the program gave to each text, as far as its cases
// tell.
func (f *file) counts() map[string]int {
	counts := map[string]int{}
	for _, c := range f.cases {
		for _, v := range c.Values {
			n, err := strconv.Atoi(strings.TrimSpace(v.Integer))
			if f.variables[bare(v.Variable.GUID)] != countName || err != nil {
				continue
			}
			for _, s := range c.Sources {
				counts[bare(s.GUID)] = n
			}
		}
	}
	return counts
}
