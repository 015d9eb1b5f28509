package main

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"commonground/analysis/intake"
	"commonground/analysis/redact"
	"commonground/analysis/survey"
	"commonground/report/look"
)

// A masking writes answers without names, and gathers what it hid.
type masking struct {
	in       *intake.Intake // nil where text is all there is to mask
	text     string         // of a text file
	name     string         // of the text file
	redactor redact.Redactor
	listed   map[listedWord]*listing
	small    map[string]bool // words that are somewhere in lower case, and so no names
	texts    int
	masked   int // texts with something hidden
}

// A listedWord is what one line of the list is about.
type listedWord struct {
	words  string
	hidden bool
	why    string // of a hidden one, what it became
}

// A listing is how often a listedWord was met, and where first.
type listing struct {
	times int
	at    survey.Place
}

// newMasking reads what is to be masked. A text is read as a post with comments
// too, for the names of those who comment, but need not have any.
func newMasking(ctx context.Context, plan intake.Plan) (*masking, error) {
	m := &masking{redactor: redact.Redactor{Names: plan.Names}, listed: map[listedWord]*listing{}, small: map[string]bool{}}
	in, err := intake.Open(ctx, plan)
	if err == nil {
		m.redactor.Names = in.Names
	}
	if s := plan.Sources[0]; len(plan.Sources) == 1 && mayBeText(s.Name) && (err != nil || in.Reads[0].Format == "text") {
		if text, failed := readText(s); failed != nil || !isTable(text) {
			if in != nil {
				in.Close()
			}
			m.name, m.text = s.Name, text
			return m, failed
		}
	}
	m.in = in
	return m, err
}

// isTable reports whether a text's first line has cells.
func isTable(text string) bool {
	first, _, _ := strings.Cut(text, "\n")
	return strings.Contains(first, "\t")
}

func (m *masking) close() {
	if m.in != nil {
		m.in.Close()
	}
}

// readText reads a text file.
func readText(s intake.Source) (string, error) {
	read := os.ReadFile
	if s.FS != nil {
		read = func(path string) ([]byte, error) { return fs.ReadFile(s.FS, path) }
	}
	text, err := read(s.Path)
	if err != nil {
		return "", err
	}
	if text = bytes.TrimPrefix(text, []byte("\ufeff")); !utf8.Valid(text) {
		return "", fmt.Errorf("%s: the text isn't UTF-8: save it as UTF-8 and run again", s.Name)
	}
	return string(text), nil
}

// write writes the answers, or the text.
func (m *masking) write(w io.Writer) error {
	if m.in == nil {
		return m.writeText(w)
	}
	b := bufio.NewWriter(w)
	b.WriteString("file,row,respondent,role,question,text\n")
	role := m.in.Survey.Index(survey.RoleID)
	var line []byte
	for r, err := range m.in.Responses() {
		if err != nil {
			return err
		}
		for i := range r.Comments {
			c := &r.Comments[i]
			line = look.AppendCSV(line[:0], look.Inert(m.in.Reads[c.From.File].File))
			line = strconv.AppendInt(append(line, ','), int64(c.From.Row), 10)
			line = strconv.AppendInt(append(line, ','), int64(r.Respondent), 10)
			line = look.AppendCSV(append(line, ','), survey.JoinRoles(r.Roles(role)))
			line = look.AppendCSV(append(line, ','), m.in.Survey.Questions[c.Question].ID)
			line = look.AppendCSV(append(line, ','), look.Inert(m.mask(c.Text, c.From)))
			if _, err := b.Write(append(line, '\n')); err != nil {
				return err
			}
		}
	}
	return b.Flush()
}

// writeText writes the text. Each paragraph is masked as one comment.
func (m *masking) writeText(w io.Writer) error {
	b := bufio.NewWriter(w)
	row := 1
	for paragraph := range strings.SplitAfterSeq(m.text, "\n\n") {
		b.WriteString(m.mask(paragraph, survey.Place{Row: row}))
		row += strings.Count(paragraph, "\n")
	}
	return b.Flush()
}

// mask returns a text without names, and lists what it hid.
func (m *masking) mask(text string, from survey.Place) string {
	result := m.redactor.Redact(text)
	if strings.TrimSpace(text) != "" {
		m.texts++
	}
	if len(result.Hidden) > 0 {
		m.masked++
	}
	for _, h := range result.Hidden {
		kind := strings.TrimRight(strings.Trim(h.Mask, "[]"), " 0123456789")
		m.list(listedWord{text[h.Start:h.End], true, "[" + kind + "]"}, from)
	}
	for _, d := range result.Doubts() {
		m.list(listedWord{result.Text[d.Start:d.End], false, d.Why}, from)
	}
	for word := range strings.FieldsFuncSeq(result.Text, func(r rune) bool { return strings.ContainsRune(" ,.;:!?\n\r\t()\"", r) }) {
		if word[0] >= 'a' && !m.small[word] {
			m.small[strings.Clone(word)] = true
		}
	}
	return result.Text
}

func (m *masking) list(w listedWord, at survey.Place) {
	l := m.listed[w]
	if l == nil {
		w.words = strings.Clone(w.words)
		l = &listing{at: at}
		m.listed[w] = l
	}
	l.times++
}

// file names the file of a place.
func (m *masking) file(at survey.Place) string {
	if m.in == nil {
		return m.name
	}
	return m.in.Reads[at.File].File
}

// writeList writes what stayed and is doubtful and then what was hidden, the
// most frequent first. A capitalized word that others write in lower case is
// taken for no name.
func (m *masking) writeList(w io.Writer) error {
	var all []listedWord
	for word := range m.listed {
		if lower := strings.ToLower(word.words); word.hidden || lower == word.words || !m.small[lower] {
			all = append(all, word)
		}
	}
	slices.SortFunc(all, func(a, b listedWord) int {
		if a.hidden != b.hidden {
			if b.hidden {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(m.listed[b].times, m.listed[a].times), cmp.Compare(a.words, b.words), cmp.Compare(a.why, b.why))
	})
	b := bufio.NewWriter(w)
	b.WriteString("\"# " + originals + "\"\nstate,words,times,why or mask,first in file,row\n")
	var line []byte
	for _, word := range all {
		state, l := "doubtful", m.listed[word]
		if word.hidden {
			state = "hidden"
		}
		line = look.AppendCSV(append(append(line[:0], state...), ','), look.Inert(word.words))
		line = strconv.AppendInt(append(line, ','), int64(l.times), 10)
		line = look.AppendCSV(append(line, ','), word.why)
		line = look.AppendCSV(append(line, ','), look.Inert(m.file(l.at)))
		line = strconv.AppendInt(append(line, ','), int64(l.at.Row), 10)
		if _, err := b.Write(append(line, '\n')); err != nil {
			return err
		}
	}
	return b.Flush()
}
