package measure

import (
	"math"
	"slices"
	"strings"

	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/analysis/stats"
)

// corrected is a cell of the share of people in a choice, corrected by a blind
// sample. Its base is the people of the sample. What holds for all that is
// corrected stands in the notes.
func (c *check) corrected(choice int) findings.Cell {
	cell := findings.Estimate(stats.Corrected(c.of(choice)...))
	cell.Estimated = true
	cell.Caveats = slices.DeleteFunc(cell.Caveats, isOrdinary)
	return cell
}

// beside is the corrected share of a choice where the one as coded is told: one
// that isn't, or that is a bound, could be told by it. Nearly all are a bound here
// too.
func (c *check) beside(coded findings.Cell, choice int) findings.Cell {
	cell := c.corrected(choice)
	switch {
	case coded.Hidden || coded.Bound != findings.Exact:
		return findings.HiddenCell()
	case cell.Number >= nearlyAll:
		cell.Number, cell.Low, cell.High, cell.Bound = nearlyAll, math.NaN(), math.NaN(), findings.AtLeast
	}
	return cell
}

func isOrdinary(caveat string) bool { return strings.HasPrefix(caveat, "corrected by a blind sample") }

// difference is a cell of one check's share less another's, which have nobody in
// common, and the test that it comes from.
func (c *check) difference(other *check, choice int) (findings.Cell, stats.Test) {
	cell, t := ofBoth(stats.CorrectedDifference(c.of(choice), other.of(choice)), min(c.People, other.People))
	cell.Caveats = slices.DeleteFunc(slices.Clone(cell.Caveats), isOrdinary)
	return cell, t
}

// asCoded is what a comparison carries that no sample corrects.
func (p *Pass) asCoded() findings.Note {
	return p.notef("As coded; the coder may read groups differently.")
}

// partlyCoded is the same where some groups are corrected, and too few are
// checked of others.
func (p *Pass) partlyCoded() findings.Note {
	return p.notef("The figure, and columns that aren't called corrected, are as coded; the coder may read groups differently.")
}

// correctedNotes say what the corrected columns of a table are, and which of
// their cells the sample alone had to tell. size says of how many people.
func (p *Pass) correctedNotes(t *findings.Table, size string) []findings.Note {
	notes := []findings.Note{p.notef("Corrected: what the share would be had a person coded everybody, estimated from a blind sample "+
		"(%s) whose answers a person coded without seeing the program's codes. It holds for people who answer like these.", size)}
	caveats, rows, shares := caveatsOf(t, findings.Share)
	for _, caveat := range caveats {
		which := p.Lang.List(rows[caveat])
		if n := len(rows[caveat]); n > most || shares > len(t.Rows) {
			which = p.Sayf("%d of %d shares", n, shares)
		}
		notes = append(notes, p.notef("%s (%s).", say.Capital(p.Lang.Retell(caveat)), which))
	}
	return append(notes, p.differenceNotes(t)...)
}

// differenceNotes say what holds of corrected differences of a table, and of none
// of its shares.
func (p *Pass) differenceNotes(t *findings.Table) []findings.Note {
	var notes []findings.Note
	ofShares, _, _ := caveatsOf(t, findings.Share)
	caveats, rows, differences := caveatsOf(t, findings.Points)
	for _, caveat := range caveats {
		if slices.Contains(ofShares, caveat) {
			continue
		}
		which := p.Lang.List(rows[caveat])
		if n := len(rows[caveat]); n > most {
			which = p.Sayf("%d of %d differences", n, differences)
		}
		notes = append(notes, p.notef("%s (%s).", say.Capital(p.Lang.Retell(caveat)), which))
	}
	return notes
}

// caveatsOf are those of a table's corrected cells of a unit, with what the rows
// are about that have them, and how many such cells there are.
func caveatsOf(t *findings.Table, unit findings.Unit) (caveats []string, rows map[string][]string, cells int) {
	rows = map[string][]string{}
	for _, row := range t.Rows {
		for j, column := range t.Columns[:len(row)] {
			if !column.Corrected || column.Unit != unit {
				continue
			}
			cells++
			for _, caveat := range row[j].Caveats {
				if !slices.Contains(caveats, caveat) {
					caveats = append(caveats, caveat)
				}
				rows[caveat] = append(rows[caveat], say.Lower(row[0].Label))
			}
		}
	}
	return caveats, rows, cells
}
