package slides

import (
	"strings"

	"commonground/report/internal/ooxml"
	"commonground/report/internal/story"
)

// strengths restates what people praise and what worries them as strengths, there or
// wanted.
func (d *deck) strengths() {
	strong, needed := story.Balance(d.report)
	tone := d.report.Finding("themes.tone")
	if len(strong)+len(needed) == 0 {
		return
	}
	build, wanted := d.Say("Strengths to build on"), d.Say("Wanted, and not there yet")
	var s *slide
	switch {
	case len(needed) == 0:
		s = d.slide(textLayout, build)
		s.text(main, assets(strong)...)
	case len(strong) == 0:
		s = d.slide(textLayout, wanted)
		s.text(main, assets(needed)...)
	default:
		s = d.slide(columnsLayout, d.Say("Strengths to build on, and what is wanted"))
		s.text(main, plain(build))
		s.text(second, assets(strong)...)
		s.text(third, plain(wanted))
		s.text(fourth, assets(needed)...)
	}
	s.text(caption, plain(d.Say("Strengths: themes that more people praise than voice concern about. Wanted: those that more people voice concern about.")+" "+tone.Figure.Caption))
	if len(needed) > 0 {
		s.say(d.Say("What is wanted is no fact yet: each sentence says how it would be if the worry were met. Ask: where have we seen this go well?"))
	} else {
		s.say(d.Say("Read the sentences aloud, then ask: where have we seen this, and how do we keep it?"))
	}
	for f := range d.report.Findings() {
		if strings.HasPrefix(f.ID, "balance.") {
			s.note(d.Say("In balance"), f.Title)
		}
	}
	s.caveats(tone)
}

// assets say themes by their strengths, with how they were spoken of.
func assets(themes []story.Theme) []line {
	var lines []line
	for _, t := range themes[:min(4, len(themes))] {
		lines = append(lines, line{text: t.About.Asset, above: 12},
			line{text: t.Label + ": " + t.Told("praise", "concern", "wish"), size: 14, ink: ooxml.Secondary, above: 2})
	}
	lines[0].above = 0
	return lines
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
