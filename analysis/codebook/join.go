package codebook

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"slices"
	"strings"

	"commonground/analysis/survey"
)

// A Part is one of several codebooks that code in one pass.
type Part struct {
	Book      *Codebook // as Join made its themes' IDs and labels
	Questions []string  // IDs of the open questions that it reads; nil for all
}

// Join makes one codebook of several, whose themes are those of the first, then
// those of the next. A theme whose ID or label one before has gets its
// codebook's before or behind it: school-climate/communication.
func Join(parts ...Part) *Codebook {
	if len(parts) == 1 && len(parts[0].Questions) == 0 {
		return parts[0].Book
	}
	all := &Codebook{}
	var ids, titles, versions []string
	hash := sha256.New()
	for _, part := range parts {
		if len(part.Questions) == 0 {
			part.Questions = nil
		}
		book := *part.Book
		book.Themes = nil
		for _, t := range Apart(part.Book, all).Themes {
			t.Reads = part.Questions
			book.Themes = append(book.Themes, t)
		}
		all.Themes = append(all.Themes, book.Themes...)
		all.Parts = append(all.Parts, Part{&book, part.Questions})
		ids, titles, versions = append(ids, book.ID), append(titles, cmp.Or(book.Title, book.ID)), append(versions, book.Version)
		io.WriteString(hash, book.Hash+" "+strings.Join(part.Questions, " ")+"\n")
	}
	all.ID, all.Title, all.Version = strings.Join(ids, "-"), strings.Join(titles, " and "), strings.Join(versions, " and ")
	all.Hash = hex.EncodeToString(hash.Sum(nil))[:hashDigits]
	return all
}

// Apart returns the codebook with other IDs and labels for the themes whose own
// other has too.
func Apart(b, other *Codebook) *Codebook {
	apart := *b
	apart.Themes = slices.Clone(b.Themes)
	for i := range apart.Themes {
		t := &apart.Themes[i]
		if other.theme(t.ID) != nil {
			t.ID = b.ID + "/" + t.ID
		}
		title := cmp.Or(b.Title, b.ID)
		if slices.ContainsFunc(other.Themes, func(o Theme) bool { return o.Label == t.Label }) {
			t.Label += " (" + title + ")"
		}
		if es := &t.Spanish; es.Label != "" && slices.ContainsFunc(other.Themes, func(o Theme) bool { return o.Spanish.Label == es.Label }) {
			es.Label += " (" + cmp.Or(b.Spanish, title) + ")"
		}
	}
	return &apart
}

// Within keeps the themes of a coder to the questions that they read.
func Within(c Coder, s *survey.Survey) Coder {
	w := &within{Coder: c}
	limited := false
	for _, t := range c.Themes() {
		var reads []bool
		if t.Reads != nil {
			limited = true
			for _, q := range s.Questions {
				reads = append(reads, slices.Contains(t.Reads, q.ID))
			}
		}
		w.reads = append(w.reads, reads)
	}
	if !limited {
		return c
	}
	return w
}

type within struct {
	Coder
	reads [][]bool // by theme and question; nil for all questions
}

// Code implements Coder.
func (w *within) Code(dst []Coding, r *survey.Response) []Coding {
	from := len(dst)
	dst = w.Coder.Code(dst, r)
	kept := dst[:from]
	for _, k := range dst[from:] {
		asked := r.Comments[k.Comment].Question // -1 where it answers none
		if reads := w.reads[k.Theme]; reads == nil || asked >= 0 && reads[asked] {
			kept = append(kept, k)
		}
	}
	return kept
}
