package slides

import (
	"slices"
	"strings"

	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/report/internal/ooxml"
	"commonground/report/internal/story"
	"commonground/report/look"
)

// A meeting of half an hour has time for so many slides.
const (
	mostSlides = 16
	mostThemes = 6
	fewThemes  = 4
)

// eachTheme gives the leading themes a slide each, as many as find room beside
// all other slides, and puts them behind the first of these.
func (d *deck) eachTheme(behind int) {
	others := len(d.slides)
	for _, t := range story.Themes(d.report, max(fewThemes, min(mostThemes, mostSlides-others))) {
		d.theme(&t)
	}
	d.slides = slices.Concat(d.slides[:behind], d.slides[others:], d.slides[behind:others])
}

func (d *deck) theme(t *story.Theme) {
	title := d.Sayf("%s: %s wrote about it", t.Label, t.Count())
	if t.Corrects() {
		title = d.Sayf("%s: an estimated %s wrote about it", t.Label, t.Share.Text())
	}
	s := d.slide(themeLayout, title)
	s.text(main, plain(t.Share.Text()))
	s.text(second, base(t)...)
	if tones := t.Tones; len(tones) > 0 {
		s.chart(third, toneChart(t), 0.3)
	}
	voices := d.heard.Voices(t.Quotes, 2)
	if len(voices) < 2 {
		voices = story.Heard{}.Voices(t.Quotes, 2) // rather the same again than none
	}
	for i, q := range voices {
		s.quote(fourth+i, q)
	}
	if len(t.About.Ask) > 0 {
		s.text(sixth, line{lead: d.Say("To discuss") + ": ", text: t.About.Ask[0]})
	}
	s.say(aloud(t))
	if tone := d.report.Finding("themes.tone"); len(t.Tones) > 0 {
		s.text(caption, plain(d.Say("Below the share: how many of these people spoke of it in each tone; one person can be in several.")+" "+tone.Figure.Caption))
	}
	s.note(d.Say("What it means"), t.About.Definition)
	for _, question := range t.About.Ask {
		s.note(d.Say("To discuss"), question)
	}
	s.caveats(d.report.Finding("themes"))
}

// aloud is how to say the numbers of a theme.
func aloud(t *story.Theme) string {
	said := t.Lang.Sayf("Of %s people who wrote something, %s wrote about %s", t.People.Of(), t.People.Text(), say.Lower(t.Label))
	switch share := t.Percent(); {
	case t.Corrects():
		said = t.Lang.Sayf("An estimated %s of those who wrote something wrote about %s, corrected by a blind sample; as coded these are %s",
			share, say.Lower(t.Label), t.Count())
	case share != "":
		said += ": " + share
	}
	said += "."
	if between := t.Share.Interval(); between != "" {
		said += " " + t.Lang.Sayf("With chance alone at work the share could as well lie anywhere from %s.", between)
	}
	if told := t.Told("concern", "wish", "praise"); told != "" {
		said += " " + t.Lang.Sayf("By tone: %s.", told)
	}
	return said + " " + t.Lang.Say("Then read the quotes: they show how it is said, and not how many say it.")
}

// base says what the share is of, and how sure it is.
func base(t *story.Theme) []line {
	of := t.Lang.Say("of the people who wrote something")
	if t.Corrects() {
		of = t.Lang.Sayf("of the people who wrote something, estimated (as coded %s)", t.Count())
	}
	lines := []line{plain(of)}
	if between := t.Share.Interval(); between != "" {
		lines = append(lines, line{text: t.Lang.Sayf("95%% interval: %s", between), ink: ooxml.Secondary})
	}
	if roles := byRole(t); roles != "" {
		lines = append(lines, line{text: roles, ink: ooxml.Secondary})
	}
	return lines
}

// byRole lists the shares of the roles; "" where there are no two.
func byRole(t *story.Theme) string {
	const between = " · "
	shares, _ := t.ByRole(func(role story.Value) string { return role.Name + " " + role.Told() })
	_, coded := t.ByRole(func(role story.Value) string {
		return findings.RolePeople(t.Lang, role.Column.Key) + " " + role.Told()
	})
	switch {
	case len(shares)+len(coded) < 2:
		return ""
	case len(coded) > 0: // said once for all of them
		shares = append(shares, t.Lang.Sayf("as coded: %s", strings.Join(coded, between)))
	}
	return say.Capital(strings.Join(shares, between))
}

// toneChart shows how many people spoke of a theme in each tone.
func toneChart(t *story.Theme) *ooxml.Chart {
	tones := findings.Table{Columns: []findings.Column{{Name: t.Lang.Say("Tone")}, {Name: t.Lang.Say("People"), Unit: findings.Count}}}
	var inks []ooxml.Ink
	for _, tone := range t.Tones {
		tones.Rows = append(tones.Rows, []findings.Cell{findings.Text(tone.Name), tone.Cell})
		inks = append(inks, ooxml.Fixed(look.Color(tone.Column.Key)))
	}
	c := ooxml.Figure(t.Lang, &tones, 0, []int{1}, tones.Rows)
	c.Series[0].Inks = inks
	return c
}
