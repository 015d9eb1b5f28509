package main

import (
	"fmt"
	"slices"
	"strings"

	"commonground/analysis/evaluate"
)

// voted says how codes in dispute enter the gold.
func (p *evaluationPrinter) voted() {
	c := p.report.Coders
	if c == nil || !c.Voted {
		return
	}
	by := "more than half of those who coded it"
	if len(c.Each) == 2 {
		by = "both coders"
	}
	fmt.Fprintf(p.w, "The gold gives a comment the themes that %s found in it. In dispute: %s.\n"+
		"So the machine is compared with what people agree on, and they with each other: its alpha can be above theirs.\n",
		by, plural(len(c.Disagreements), "code"))
}

// coders prints how far the people who coded agree, and what their codes are good
// for.
func (p *evaluationPrinter) coders() {
	c := p.report.Coders
	switch {
	case c == nil:
		fmt.Fprint(p.w, "\nThe gold doesn't tell several coders apart, so there is nothing to compare between them.\n")
		return
	case len(c.Each) == 2:
		p.pair(c)
	default:
		p.several(c)
	}
	p.verdicts(c)
	p.disagreements(c.Disagreements)
}

// pair prints how far two people agree; neither is measured by the other.
func (p *evaluationPrinter) pair(c *evaluate.Coders) {
	one, other := c.Each[0].Name, c.Each[1].Name
	all := c.Each[0]
	fmt.Fprintf(p.w, "\n%s and %s both coded %s: alpha %s; kappa of the tones %s\n", one, other,
		plural(all.Comments, "comment"), interval(c.Alpha), interval(all.ToneKappa))
	only := max(len("only "+one), len("only "+other))
	fmt.Fprintf(p.w, "%-16s %5s %*s %*s  %-16s %s\n", "theme", "both", only, "only "+one, only, "only "+other, "alpha", "their codes are")
	for i, t := range c.Themes {
		of := all.Themes[i] // of the first coder: what the other missed or added
		fmt.Fprintf(p.w, "%-16s %5s %*s %*s  %-16s %s\n", t.Theme, count(of.Hit), only, count(of.False), only, count(of.Missed), interval(t.Alpha), t.Verdict)
	}
}

// several prints each person beside the others, and how far all of them agree.
func (p *evaluationPrinter) several(c *evaluate.Coders) {
	fmt.Fprint(p.w, "\nEach coder against what more than half of the others say:\n")
	p.comparisons("coder", c.Each)
	fmt.Fprintf(p.w, "All of them together: alpha %s\n\nF1 of each\n%-16s", interval(c.Alpha), "theme")
	for _, one := range c.Each {
		fmt.Fprintf(p.w, " %-16s", one.Name)
	}
	fmt.Fprintf(p.w, " %-16s %s\n", "alpha of all", "their codes are")
	for i, t := range c.Themes {
		fmt.Fprintf(p.w, "%-16s", t.Theme)
		for _, one := range c.Each {
			fmt.Fprintf(p.w, " %-16s", interval(one.Themes[i].F1))
		}
		fmt.Fprintf(p.w, " %-16s %s\n", interval(t.Alpha), t.Verdict)
	}
}

// verdicts counts the themes by what their codes are good for.
func (p *evaluationPrinter) verdicts(c *evaluate.Coders) {
	var all []string
	for _, v := range []evaluate.Verdict{evaluate.Reliable, evaluate.Tentative, evaluate.Unreliable, evaluate.TooFew} {
		n := 0
		for _, t := range c.Themes {
			if t.Verdict == v {
				n++
			}
		}
		if n > 0 {
			all = append(all, fmt.Sprintf("%s: %s", v, plural(n, "theme")))
		}
	}
	fmt.Fprintf(p.w, "%s. Reliable is an alpha of %v or more, and from %v on it will do for tentative conclusions (Krippendorff 2004);\n"+
		"too few are fewer than %d comments in which anybody found the theme.\n", strings.Join(all, "; "), evaluate.Firm, evaluate.Loose, evaluate.Enough)
}

// disagreements prints the first of each theme.
func (p *evaluationPrinter) disagreements(all []evaluate.Disagreement) {
	for len(all) > 0 {
		theme := all[0].Theme
		of := slices.IndexFunc(all, func(d evaluate.Disagreement) bool { return d.Theme != theme })
		if of < 0 {
			of = len(all)
		}
		fmt.Fprintf(p.w, "\n%s: the coders differ in %s\n", theme, count(of))
		for _, d := range all[:min(p.show, of)] {
			fmt.Fprintf(p.w, "  %s yes, %s no, in %s: %s\n", strings.Join(d.Found, ", "), strings.Join(d.Not, ", "), d.Comment, opening(d.Text))
		}
		all = all[of:]
	}
}
