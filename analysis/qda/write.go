package qda

import (
	"archive/zip"
	"compress/flate"
	"fmt"
	"hash/crc32"
	"io"
	"iter"
	"maps"
	"slices"
	"strconv"
	"time"

	"commonground/analysis/codebook"
	"commonground/analysis/survey"
)

// Names of what is in the zip file.
const (
	projectFile  = "project.qde"
	sourceFolder = "sources/"
	internal     = "internal://" // in the place of the folder, in paths
	space        = "urn:QDA-XML:project:1.0"
)

// Write writes the cases, which it goes through three times, as a project.
// Those who wrote nothing are left out. The same cases give the same bytes.
func (p *Project) Write(w io.Writer, cases iter.Seq2[*Case, error]) error {
	out := &writer{Project: p, zip: zip.NewWriter(w), cases: cases, codes: p.newCodes(), coders: map[string]bool{}, asked: make([]bool, len(p.Survey.Questions))}
	out.zip.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	err := out.sources()
	if err == nil {
		err = out.project()
	}
	if err == nil {
		err = out.zip.Close()
	}
	if err != nil {
		return fmt.Errorf("writing the project for programs of qualitative analysis: %w", err)
	}
	return nil
}

// A writer is a project being written.
type writer struct {
	*Project
	zip    *zip.Writer
	cases  iter.Seq2[*Case, error]
	codes  *codes
	coders map[string]bool // by name: people who decided
	facts  []facts         // of the texts, in order
	asked  []bool          // by question: somebody wrote an answer

	variable []string // by question: its GUID
}

// facts are what a case needs to know of its text.
type facts struct {
	guid     string
	programs int // codes of themes by the program
}

// each goes through the cases with a text, which it numbers from 0.
func (w *writer) each(take func(n int, c *Case) error) error {
	n := 0
	for c, err := range w.cases {
		if err != nil {
			return err
		}
		if len(c.Comments) == 0 {
			continue
		}
		if err := take(n, c); err != nil {
			return err
		}
		n++
	}
	return nil
}

// sources writes the texts, and learns what was answered and who decided.
func (w *writer) sources() error {
	return w.each(func(_ int, c *Case) error {
		for i := range c.Comments {
			comment := &c.Comments[i]
			w.asked[comment.Question] = true
			if comment.Checked || slices.ContainsFunc(comment.Codings, func(k codebook.Coding) bool { return k.By == codebook.ByPerson }) {
				w.coders[comment.Coder] = true
			}
		}
		s := w.source(c, w.codes)
		w.facts = append(w.facts, facts{s.guid, s.programs})
		return w.store(sourceFolder+s.guid+".txt", []byte(s.text))
	})
}

// store writes a part as it is: to compress each of many short texts by itself
// gains little and takes long.
func (w *writer) store(name string, text []byte) error {
	size := uint64(len(text))
	part, err := w.zip.CreateRaw(&zip.FileHeader{
		Name: name, Method: zip.Store, CRC32: crc32.ChecksumIEEE(text), CompressedSize64: size, UncompressedSize64: size,
	})
	if err != nil {
		return err
	}
	_, err = part.Write(text)
	return err
}

// project writes all but the texts, in the order of the schema.
func (w *writer) project() error {
	part, err := w.zip.Create(projectFile)
	if err != nil {
		return err
	}
	x := newXML(part)
	x.start("Project", "name", plain(w.Title), "origin", programName, "xmlns", space)
	w.users(x)
	x.start("CodeBook")
	x.start("Codes")
	tree(x, w.codes.all(w.asked))
	x.end()
	x.end()
	w.variables(x)
	if len(w.facts) > 0 { // the schema has no empty lists
		err = w.writeCases(x)
	}
	w.sets(x)
	x.text("Description", restricted)
	x.end()
	if err != nil {
		return err
	}
	return x.Flush()
}

// users are the coders.
func (w *writer) users(x *xmlWriter) {
	x.start("Users")
	x.empty("User", "guid", programGUID, "name", programName)
	for _, name := range slices.Sorted(maps.Keys(w.coders)) {
		shown := name
		if name == "" {
			shown = somebodyName
		}
		x.empty("User", "guid", userGUID(name), "name", plain(shown))
	}
	x.end()
}

func tree(x *xmlWriter, codes []codebook.QDACode) {
	for _, c := range codes {
		x.start("Code", "guid", c.GUID, "name", plain(c.Name), "isCodable", c.Codable)
		x.text("Description", plain(c.Description))
		tree(x, c.Codes)
		x.end()
	}
}

// writeCases writes the cases, then their texts with what is marked in them.
func (w *writer) writeCases(x *xmlWriter) error {
	x.start("Cases")
	err := w.each(func(n int, c *Case) error {
		w.writeCase(x, c, w.facts[n])
		return nil
	})
	x.end()
	if err != nil {
		return err
	}
	x.start("Sources")
	defer x.end()
	return w.each(func(_ int, c *Case) error {
		w.writeSource(x, w.source(c, w.codes))
		return nil
	})
}

func (w *writer) writeCase(x *xmlWriter, c *Case, text facts) {
	x.start("Case", "guid", within(text.guid, "case", "", 0, 0), "name", w.name(c))
	if c.Response.Unquotable {
		x.text("Description", "Did not agree to be quoted.")
	}
	value := func(variable, element, value string) {
		if value != "" {
			x.start("VariableValue")
			x.empty("VariableRef", "targetGUID", variable)
			x.text(element, value)
			x.end()
		}
	}
	for i := range w.Survey.Questions {
		q := &w.Survey.Questions[i]
		value(w.variable[i], variableType(q.Kind)+"Value", plain(answer(q, &c.Response.Answers[i])))
	}
	value(languageGUID, "TextValue", languages(c))
	value(countGUID, "IntegerValue", strconv.Itoa(text.programs))
	x.empty("SourceRef", "targetGUID", text.guid)
	x.end()
}

// writeSource writes a text's selections: one for all codes of a place.
func (w *writer) writeSource(x *xmlWriter, s *source) {
	x.start("TextSource", "guid", s.guid, "name", s.name, "plainTextPath", internal+s.guid+".txt", "creatingUser", programGUID)
	for i := 0; i < len(s.marks); {
		at := s.marks[i]
		x.start("PlainTextSelection", "guid", within(s.guid, "selection", "", at.start, at.end),
			"startPosition", strconv.Itoa(at.start), "endPosition", strconv.Itoa(at.end), "creatingUser", at.user)
		for ; i < len(s.marks) && s.marks[i].start == at.start && s.marks[i].end == at.end; i++ {
			m := s.marks[i]
			x.start("Coding", "guid", codingGUID(s.guid, m), "creatingUser", m.user, "creationDateTime", dateTime(m.when))
			x.empty("CodeRef", "targetGUID", m.code)
			x.end()
		}
		x.end()
	}
	x.end()
}

func dateTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format("2006-01-02T15:04:05Z")
}

// sets gather the codes of each tone.
func (w *writer) sets(x *xmlWriter) {
	if len(w.codes.tones) == 0 {
		return
	}
	x.start("Sets")
	for _, name := range orderedTones() {
		tone, _ := survey.ParseTone(name)
		x.start("Set", "guid", codebook.GUID("qda/set/"+name), "name", name)
		for _, tones := range w.codes.tones {
			x.empty("MemberCode", "targetGUID", tones[tone])
		}
		x.end()
	}
	x.end()
}
