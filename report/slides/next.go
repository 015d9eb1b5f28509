package slides

import (
	"strings"

	"commonground/report/internal/ooxml"
	"commonground/report/internal/story"
)

// strengths restates what people praise and what worries them as strengths and
// needs.
func (d *deck) strengths() {
	strong, needed := story.Balance(d.report)
	tone := d.report.Finding("themes.tone")
	if len(strong)+len(needed) == 0 {
		return
	}
	s := d.slide(columnsLayout, d.Say("Strengths to build on, and needs to meet"))
	for i, column := range []struct {
		name   string
		themes []story.Theme
	}{{d.Say("Strengths to build on"), strong}, {d.Say("Needs to meet"), needed}} {
		if len(column.themes) == 0 {
			continue
		}
		s.text(main+2*i, plain(column.name))
		var lines []line
		for j, t := range column.themes[:min(4, len(column.themes))] {
			above := 12.0
			if j == 0 {
				above = 0
			}
			lines = append(lines, line{text: t.About.Asset, above: above},
				line{text: t.Label + ": " + t.Told("praise", "concern", "wish"), size: 14, ink: ooxml.Secondary, above: 2})
		}
		s.text(second+2*i, lines...)
	}
	s.text(caption, plain(d.Say("Strengths: themes that more people praise than voice concern about. Needs: the others.")+" "+tone.Figure.Caption))
	s.say(d.Say("A worry is a strength that somebody misses. Read the sentences aloud, then ask: where have we seen this go well?"))
	for f := range d.report.Findings() {
		if strings.HasPrefix(f.ID, "balance.") {
			s.note(d.Say("In balance"), f.Title)
		}
	}
	s.caveats(tone)
}

// tryNext lists practices for the themes that most people wrote about.
func (d *deck) tryNext() {
	const most = 5
	var lines []line
	for round := range most {
		for _, t := range story.Themes(d.report, most) {
			if len(lines) < 2*most && round < len(t.About.Practices) {
				p := t.About.Practices[round]
				lines = append(lines, line{lead: t.Label + ". ", text: p.Text, above: 11},
					line{text: p.Source, size: 14, ink: ooxml.Secondary, above: 1})
			}
		}
	}
	if len(lines) == 0 {
		return
	}
	lines[0].above = 0
	s := d.slide(textLayout, d.Say("What we can try next"))
	s.text(main, lines...)
	s.text(caption, plain(d.Say("Practices from the codebook for the themes that most people wrote about, each with what it is based on.")))
	s.say(d.Say("Don't try all of it. Choose one that this group can begin next week, and say how you will know whether it helped."))
	s.note(d.Say("Note"), d.Say("That others found a practice helpful does not mean that it answers what people wrote here: ask some of them first."))
}
