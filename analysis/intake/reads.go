package intake

import (
	"fmt"
	"slices"
	"strings"

	"commonground/analysis/survey"
)

// report fills the reads in from the tables.
func (in *Intake) report() {
	for _, t := range in.tables {
		r := &in.Reads[t.source]
		t.lang = mainLanguage(t.columns)
		r.Used += t.rows
		r.Refused = append(r.Refused, t.refused...)
		r.Rows += t.rows + len(t.refused)
		r.Respondents += t.respondents()
		if t.rows > 0 && (r.Lang == survey.UnknownLang || r.Used == t.rows) {
			r.Lang = t.lang
		}
		in.Respondents += t.respondents()
		r.Notes = append(r.Notes, t.notes()...)
		r.RoleFrom = in.roleFrom(t)
		if e := t.header.export; e != nil && e.writes(r.Format) {
			r.Export = e.name
		}
		for _, c := range t.columns {
			if t.page == nil { // those of a post are no person's
				r.Columns = append(r.Columns, Column{Name: c.name, Kind: c.kind, Question: c.asked, Other: c.isOther()})
			}
			if c.kind == Timestamp && c.dates.newest[c.layout].After(in.Made) {
				in.Made = c.dates.newest[c.layout]
			}
		}
		r.reportOdd(t, &in.plan.Rows)
		if t.page == nil {
			r.Doubts = append(r.Doubts, t.doubts(in.questions)...)
			continue
		}
		r.Doubts = append(r.Doubts, t.page.doubts(t.file)...)
		r.Thread, r.Stated = t.page.Thread, t.page.Respondents
		for name := range t.page.names {
			in.Names = append(in.Names, name)
		}
	}
	in.Names = append(in.Names, in.plan.Names...)
	slices.Sort(in.Names)
	in.Names = slices.Compact(in.Names)
}

// notes are what a person should know of how the table was understood.
func (t *table) notes() []string {
	notes := slices.Clone(t.header.notes)
	if n := t.rows - t.respondents(); n > 0 && t.page == nil {
		notes = append(notes, fmt.Sprintf("By column %q, some people have several rows (%d more rows than people); each person counts once.", t.columns[t.key].name, n))
	}
	for _, c := range t.columns {
		if c.kind != Timestamp && c.kind != DateColumn {
			continue
		}
		if layout, ambiguous := c.dates.layout(spanishDates.in(c.folded)); ambiguous {
			order := "month before day"
			if dayFirst&(1<<layout) != 0 {
				order = "day before month"
			}
			notes = append(notes, fmt.Sprintf("The dates of column %q were read with the %s; they fit the other order as well.", c.name, order))
		}
	}
	return notes
}

// roleFrom says how the roles of the table's respondents are known.
func (in *Intake) roleFrom(t *table) string {
	if in.said(t) != survey.NoRole {
		return "as told for the file"
	}
	if t.page != nil {
		if t.page.signed {
			return "signatures, else concluded from the writers' own words"
		}
		return "concluded from the writers' own words"
	}
	var from []string
	if names := t.roleColumns(); len(names) > 0 {
		from = append(from, fmt.Sprintf("column %s", strings.Join(names, " and ")))
	}
	if t.role != survey.NoRole {
		from = append(from, t.named)
	}
	if len(from) == 0 {
		return "not stated"
	}
	return strings.Join(from, ", else ")
}

// said returns the role that the plan gives all respondents of the table.
func (in *Intake) said(t *table) survey.Role { return in.plan.Sources[t.source].Role }
