// Package evaluate says how well a coder does: it has the comments coded that
// people coded, and compares.
//
//	gold, err := evaluate.NewGold(themes, files...)
//	codings := gold.Code(coder.Code)
//	report := gold.Measure(codings, evaluate.Options{By: []evaluate.By{evaluate.Language}})
//
// What is compared is whether a comment has a theme: once for each comment and
// each theme that people looked for. How it is spoken of, its tone, is compared
// where both found the theme.
package evaluate

import (
	"commonground/analysis/codebook"
	"commonground/analysis/stats"
	"commonground/analysis/survey"
)

// Options say what to measure besides the whole.
type Options struct {
	By []By // parts of the gold to measure one by one
}

// By names what the comments of a gold are told apart by.
type By string

// The ways to part a gold.
const (
	Language By = "language"
	Set      By = "set"
	Role     By = "role"
	Question By = "question"
)

// A Report is how well the machine does against people, and people among
// themselves.
type Report struct {
	Machine    Comparison  `json:"machine"`         // with what people agreed on
	Parts      []Part      `json:"parts"`           // in the order of Options.By
	Coders     *Coders     `json:"coders"`          // nil where the gold doesn't tell several apart
	Confusions []Confusion `json:"confusions"`      // by theme
	Tones      []ToneCount `json:"tones"`           // where both found the theme
	NoContent  *Fourfold   `json:"no_content"`      // non-answers, told from answers; nil where the gold marks none
	Curve      []Point     `json:"curve,omitempty"` // of learning, where it was asked for
	NotRead    int         `json:"not_read"`        // comments in a language without patterns; they count as coded with no theme
}

// A Part is one way in which the gold is parted.
type Part struct {
	By    By           `json:"by"`
	Parts []Comparison `json:"parts"` // in the order of their first comments
}

// A ToneCount is how many mentions people heard in one tone, and the machine in
// another.
type ToneCount struct {
	People  string `json:"people"`
	Machine string `json:"machine"`
	Times   int    `json:"times"`
}

// Measure compares the machine's codings with the gold. codings are those of
// Code, on this gold.
func (g *Gold) Measure(codings []Coded, o Options) *Report {
	machine := make([]Codes, len(g.Cases))
	report := &Report{Parts: []Part{}, NoContent: g.nonAnswers(codings)}
	for i := range g.Cases {
		machine[i] = g.codesOf(codings[i].Codings)
		if codings[i].State == survey.NotRead {
			report.NotRead++
		}
	}
	gold := make([]Codes, len(g.Cases))
	for i := range g.Cases {
		gold[i] = g.Cases[i].Codes
	}
	report.Machine = g.compare("machine", g.all(), gold, machine)
	for _, by := range o.By {
		part := Part{By: by}
		for _, p := range g.part(by) {
			part.Parts = append(part.Parts, g.compare(p.name, p.cases, gold, machine))
		}
		report.Parts = append(report.Parts, part)
	}
	if len(g.Coders) > 1 {
		report.Coders = g.coders()
	}
	report.Confusions = g.confusions(codings, machine)
	report.Tones = g.tones(machine)
	return report
}

// codesOf sums the codings of a comment up.
func (g *Gold) codesOf(codings []codebook.Coding) Codes {
	codes := make(Codes, len(g.Themes))
	for i, t := range g.Themes {
		if tone, ok := codebook.ToneOf(codings, t.index); ok {
			codes[i] = toned(tone)
		}
	}
	return codes
}

// A Fourfold is stats.Fourfold as JSON has it.
type Fourfold struct {
	Hit    int64 `json:"hit"`
	False  int64 `json:"false"`
	Missed int64 `json:"missed"`
	None   int64 `json:"none"`
}

// nonAnswers compares which comments say nothing.
func (g *Gold) nonAnswers(codings []Coded) *Fourfold {
	var f stats.Fourfold
	for i := range g.Cases {
		f.Count(codings[i].State == survey.NoContent, g.Cases[i].NoContent)
	}
	if f.Hit+f.Missed == 0 {
		return nil
	}
	return (*Fourfold)(&f)
}

// A Figure is an estimate with its 95% bootstrap interval over people, as JSON
// has it: null for what can't be told.
type Figure struct {
	Value stats.Number `json:"value"`
	Low   stats.Number `json:"low"`
	High  stats.Number `json:"high"`
}

func figure(e stats.Estimate) Figure {
	return Figure{stats.Number(e.Value), stats.Number(e.Low), stats.Number(e.High)}
}
