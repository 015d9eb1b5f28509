package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"commonground/analysis/evaluate"
	"commonground/analysis/findings"
)

// An evaluationPrinter lays an evaluation out as text.
type evaluationPrinter struct {
	w      io.Writer
	report *evaluate.Report
	show   int // mistakes of each kind of a theme
}

func (p *evaluationPrinter) print(by []string) {
	r := p.report
	m := &r.Machine
	fmt.Fprintf(p.w, "%s comments of %s people. In brackets: 95%% intervals, by drawing the people anew.\n\n", count(m.Comments), count(m.People))
	p.comparisons("coder", []evaluate.Comparison{r.Machine})
	p.voted()
	fmt.Fprintf(p.w, "\nTone, where the theme is right: %s the same, kappa %s\n", interval(m.Micro.Tone), interval(m.ToneKappa))
	if n := r.NoContent; n != nil {
		fmt.Fprintf(p.w, "Non-answers: %d found, %d wrongly so, %d missed\n", n.Hit, n.False, n.Missed)
	}
	if r.NotRead > 0 {
		fmt.Fprintf(p.w, "Not read, and counted as without themes: %d comments in other languages\n", r.NotRead)
	}
	if r.Curve != nil {
		printCurve(p.w, r.Curve)
	}
	for _, b := range by {
		switch b {
		case byTheme:
			p.themes()
			p.confusions()
		case byCoder:
			p.coders()
		default:
			i := slices.IndexFunc(r.Parts, func(part evaluate.Part) bool { return string(part.By) == b })
			fmt.Fprintln(p.w)
			p.comparisons(b, r.Parts[i].Parts)
		}
	}
}

// comparisons prints a line for each, with the name of what they are of.
func (p *evaluationPrinter) comparisons(of string, all []evaluate.Comparison) {
	fmt.Fprintf(p.w, "%-16s %8s  %-16s %-16s %-16s %-16s %-16s %-16s %s\n",
		of, "comments", "precision", "recall", "micro-F1", "macro-F1", "kappa", "alpha", "tone")
	for _, c := range all {
		fmt.Fprintf(p.w, "%-16s %8s  %-16s %-16s %-16s %-16s %-16s %-16s %s\n", c.Name, count(c.Comments),
			interval(c.Micro.Precision), interval(c.Micro.Recall), interval(c.Micro.F1), interval(c.Macro.F1),
			interval(c.Micro.Kappa), interval(c.Micro.Alpha), interval(c.Micro.Tone))
	}
}

// themes prints a line for each theme.
func (p *evaluationPrinter) themes() {
	r := p.report
	line := func(theme, gold, found string, figures ...string) {
		cells := fmt.Sprintf("%-16s %5s %5s ", theme, gold, found)
		for _, f := range figures {
			cells += fmt.Sprintf(" %-16s", f)
		}
		fmt.Fprintln(p.w, strings.TrimRight(cells, " "))
	}
	head := []string{"precision", "recall", "F1", "kappa", "alpha", "tone"}
	if r.Coders != nil {
		head = append(head, "people's alpha")
	}
	fmt.Fprintln(p.w)
	line("theme", "gold", "found", head...)
	for i, t := range r.Machine.Themes {
		figures := []string{interval(t.Precision), interval(t.Recall), interval(t.F1), interval(t.Kappa), interval(t.Alpha), interval(t.Tone)}
		if r.Coders != nil {
			figures = append(figures, interval(r.Coders.Themes[i].Alpha))
		}
		line(t.Theme, count(t.Hit+t.Missed), count(t.Hit+t.False), figures...)
	}
	fmt.Fprintf(p.w, "Macro-F1 is the mean of the themes that %d comments or more have: here %s.\n", evaluate.Enough, count(r.Machine.Macro.Themes))
}

// confusions prints where the machine went wrong, theme by theme.
func (p *evaluationPrinter) confusions() {
	for i := range p.report.Confusions {
		if c := &p.report.Confusions[i]; c.False+len(c.Missed) > 0 {
			p.confusion(c)
		}
	}
	head := "\ntone: what people heard, and what the machine did\n"
	for _, t := range p.report.Tones {
		if t.People != t.Machine {
			fmt.Fprintf(p.w, "%s  %s as %s: %s\n", head, t.People, t.Machine, count(t.Times))
			head = ""
		}
	}
}

func (p *evaluationPrinter) confusion(c *evaluate.Confusion) {
	fmt.Fprintf(p.w, "\n%s: %s wrongly found, %s missed\n", c.Theme, count(c.False), count(len(c.Missed)))
	var words, themes []string
	for _, w := range c.Words[:min(p.show, len(c.Words))] {
		words = append(words, fmt.Sprintf("“%s” %s", w.Words, count(len(w.Comments))))
	}
	p.list("misled by", words, len(c.Words))
	for _, o := range c.Instead[:min(p.show, len(c.Instead))] {
		themes = append(themes, fmt.Sprintf("%s %s", o.Theme, count(o.Times)))
	}
	p.list("where it missed", themes, len(c.Instead))
	for _, m := range c.Missed[:min(p.show, len(c.Missed))] {
		fmt.Fprintf(p.w, "  missed in %s: %s\n", m.Comment, opening(m.Text))
	}
}

// list prints the first of several things, if any.
func (p *evaluationPrinter) list(what string, first []string, of int) {
	if len(first) == 0 {
		return
	}
	fmt.Fprintf(p.w, "  %s %s", what, strings.Join(first, ", "))
	if of > len(first) {
		fmt.Fprintf(p.w, " and %s more", count(of-len(first)))
	}
	fmt.Fprintln(p.w)
}

// opening is how a text begins, in one line.
func opening(text string) string {
	const enough = 160 // bytes
	var line strings.Builder
	for _, word := range strings.Fields(text) {
		if line.Len() > enough {
			return line.String() + " …"
		}
		if line.Len() > 0 {
			line.WriteByte(' ')
		}
		line.WriteString(word)
	}
	return line.String()
}

func count(n int) string { return findings.Count.Text(float64(n)) }

// interval writes a figure with its interval: "0.84 (0.79-0.88)".
func interval(f evaluate.Figure) string {
	value := findings.Mean.Text(float64(f.Value))
	low, high := findings.Mean.Text(float64(f.Low)), findings.Mean.Text(float64(f.High))
	switch {
	case value == "":
		return "-"
	case low == "":
		return value
	}
	return fmt.Sprintf("%s (%s-%s)", value, low, high)
}
