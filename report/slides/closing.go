package slides

import (
	"strings"

	"commonground/analysis/findings"
	"commonground/report/internal/ooxml"
)

// protocol closes the meeting. Its steps are those of the data-driven dialogue
// of Wellman and Lipton (2004), with the step that it leads to.
func (d *deck) protocol() {
	s := d.slide(cardsLayout, d.Say("What do we make of it? Four steps in thirty minutes"))
	for i, step := range []struct{ name, time, do, ask string }{
		{"Predict", "5 minutes", "Before the numbers, each for yourself:", "What do I expect people to have written, and what makes me expect it?"},
		{"Observe", "10 minutes", "Only what is on the slides:", "What do I see? What surprises me? No “because” yet."},
		{"Infer", "8 minutes", "In pairs of different roles:", "What might explain it? What else would we have to know, and whom could we ask?"},
		{"Act", "7 minutes", "All together:", "What is one thing that we try, who begins, by when, and how will we know that it helped?"},
	} {
		s.text(main+i, plain(d.Say(step.name)), line{text: d.Say(step.time), size: 14, ink: ooxml.Secondary})
		s.text(cardText+i, line{text: d.Say(step.do), bold: true}, line{text: d.Say(step.ask), above: 8})
	}
	s.text(caption, plain(d.Say("After the data-driven dialogue of B. Wellman and L. Lipton (2004).")))
	s.say(d.Say("Keep the steps apart: most talk about numbers goes wrong where people explain before they have looked."))
	s.note(d.Say("How to"), d.Say("Let people write before they speak. Let each pair say one sentence. Write the one thing to try where all can see it, with a name and a date."))
}

// method says how the numbers came about.
func (d *deck) method() {
	if len(d.report.Method) == 0 {
		return
	}
	s := d.slide(textLayout, d.Say("How the numbers were made"))
	var lines []line
	for _, n := range d.report.Method {
		lines = append(lines, line{lead: n.Title + ": ", text: firstSentence(n.Text), bullet: true, above: 6})
		s.note(n.Title, n.Text)
	}
	s.text(main, lines...)
	for _, n := range d.report.Notes {
		s.note(d.leadOf(n), n.Text)
	}
}

// leadOf is a note's title, or what a plain remark is called.
func (d *deck) leadOf(n findings.Note) string {
	if n.Title == "" {
		return d.Say("Note")
	}
	return n.Title
}

// firstSentence is as much of a text as a slide has room for; the notes have
// the whole.
func firstSentence(text string) string {
	if first, _, more := strings.Cut(text, ". "); more {
		return first + "."
	}
	return text
}
