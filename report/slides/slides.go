// Package slides writes a report as a deck for a staff meeting of half an hour:
// who answered, what matters most, where the sides meet, a slide for each
// leading theme, and what to do with it. What the report has no finding for has
// no slide. Charts can be edited, layouts and colors are those of a theme, and
// the notes say of each slide what its numbers rest on.
package slides

import (
	"io"

	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/report/internal/ooxml"
	"commonground/report/internal/story"
)

// Write writes r to w as a presentation. The same report gives the same bytes.
func Write(r *findings.Report, w io.Writer) error {
	d := newDeck(r)
	for _, tell := range []func(*deck){
		(*deck).opening, (*deck).whoAnswered, (*deck).highlight,
		(*deck).mattersMost, (*deck).scales, (*deck).sideBySide, (*deck).common, (*deck).mirror,
	} {
		tell(d)
	}
	behind := len(d.slides)
	for _, tell := range []func(*deck){
		(*deck).strengths, (*deck).changed, (*deck).tryNext, (*deck).protocol, (*deck).method,
	} {
		tell(d)
	}
	d.eachTheme(behind)
	d.finish()
	return d.pkg.Write(w)
}

// A deck is a presentation in the making.
type deck struct {
	report       *findings.Report
	say.Language // of the report
	pkg          ooxml.Package
	show         *ooxml.Part // the presentation
	master       *ooxml.Part
	layouts      map[*layout]*ooxml.Part
	notes        *ooxml.Part // master of the notes
	slides       []*slide
	heard        story.Heard
}

// footer stands at the foot of every slide.
func (d *deck) footer() string {
	if dates := story.Dates(d.report); dates != "" {
		return d.Sayf("%s · answers %s", d.report.Title, dates)
	}
	return d.report.Title
}
