package analysis

import (
	"slices"

	"commonground/analysis/findings"
	"commonground/analysis/measure"
	"commonground/analysis/stats"
)

// decide settles which groups the report tells of, before anything is measured.
// From then on the tallies hold no number that must not be told.
func (r *run) decide() {
	told := r.pass.Census.Decide(r.pass.Small)
	for _, p := range r.passes {
		p.Withhold(told)
	}
	weighting := r.pass.Weigh()
	for _, p := range r.passes {
		p.Weighting = weighting
	}
	r.sources = slices.Clone(r.report.Sources)
	for i := range r.report.Sources {
		if s := &r.report.Sources[i]; s.Respondents > 0 && r.pass.HidesFile(i) {
			s.Rows, s.Used, s.Respondents, s.NoContent, s.NotRead, s.Withheld = 0, 0, 0, 0, 0, true
		}
	}
}

// caps reports whether something of a finding is withheld since it would tell what
// all or nearly all of a group have in common. Who answered is no such thing.
func caps(f *findings.Finding) bool {
	withheld := func(c findings.Cell) bool { return c.Hidden }
	return f.ID != measure.Respondents.Name && slices.ContainsFunc(f.Table.Rows, func(row []findings.Cell) bool {
		return slices.ContainsFunc(row, withheld)
	})
}

// hide withholds what rests on fewer than small people without being about a
// group, such as a question that hardly anybody answered: its numbers with their
// intervals and tests. It reports whether there was any.
func hide(f *findings.Finding, small int64) bool {
	hidden := false
	for _, row := range f.Table.Rows {
		for j := range row {
			if row[j].Base > 0 && row[j].Base < small {
				row[j] = findings.HiddenCell()
				hidden = true
			}
		}
	}
	if hidden {
		f.Tests = slices.DeleteFunc(f.Tests, func(t stats.Test) bool { return t.Effect.Base < float64(small) })
	}
	return hidden
}

// withheld lists what the report doesn't tell.
func (r *run) withheld() []findings.Withheld {
	var all []findings.Withheld
	for _, p := range r.passes {
		for _, w := range p.Withheld() {
			if !slices.Contains(all, w) {
				all = append(all, w)
			}
		}
	}
	l := r.plan.Lang
	for _, f := range slices.Compact(r.thin) {
		all = append(all, findings.Withheld{Where: f, Group: l.Say("Some of its rows or columns"), Rule: l.Sayf("rest on %s", r.fewer())})
	}
	for _, f := range slices.Compact(r.capped) {
		all = append(all, findings.Withheld{
			Where: f, Group: l.Say("Some of its rows or columns"),
			Rule: l.Say("would tell what all or nearly all of a group, or none of it, have in common, or let that be worked out from others"),
		})
	}
	return all
}

// fewer describes groups that are withheld: "fewer than five people".
func (r *run) fewer() string { return r.pass.Fewer() }
