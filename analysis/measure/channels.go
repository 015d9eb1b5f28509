package measure

import (
	"commonground/analysis/findings"
	"commonground/analysis/say"
)

// Channels counts the ways to reach each other that people mention.
var Channels = &Measure{
	Name:  "channels",
	Words: true,
	Title: "Channels",
	Doc:   "Which ways of reaching each other do people mention, and in which tone?",
	Run:   (*Pass).mentionedChannels,
	Say: func(l say.Language, f *findings.Finding) string {
		first := leaders(f, 1)
		by := of(l, first[0][1].Number, first[0][1])
		if len(first) > 1 {
			return l.Sayf("No channel stands out: %s are each mentioned by %s.", l.List(names(first)), by)
		}
		return l.Sayf("%s is the channel mentioned most, by %s.", first[0][0].Label, by)
	},
}

// mentionedChannels has a row for each channel that somebody mentions; nil where
// nobody does.
func (p *Pass) mentionedChannels() []findings.Finding {
	counts, base := p.Tally.Count(p.at.channels)
	toned, _ := p.Tally.Count(p.at.channelTones)
	cross := p.Tally.Cross(p.at.channels, p.at.role)
	f := findings.Finding{
		ID: "channels",
		Table: findings.Table{Columns: []findings.Column{
			{Name: p.Say("Channel"), Key: "channel"}, {Name: p.Say("People"), Unit: findings.Count, Key: "people"}, {Name: p.Say("Share"), Unit: findings.Share, Key: "share"},
		}},
		Figure: &findings.Figure{
			Kind: findings.Bars, Title: p.Say("Share of the people who wrote something"),
			Caption: p.caption(p.wrote(base) + p.whiskers()), Values: []int{2},
		},
		Notes: []findings.Note{p.notef("Mentions count in any tone: a channel can be mentioned because it works or because it fails.")},
	}
	f.Table.Columns = append(f.Table.Columns, p.toneColumns()...)
	roles := p.roles()
	for _, g := range roles {
		if cross.Base[g.Choice] > 0 {
			f.Table.Columns = append(f.Table.Columns, p.roleColumn(g.Name))
		}
	}
	for i, t := range p.Channels {
		if counts[i] == 0 {
			continue
		}
		row := []findings.Cell{themeCell(t), count(counts[i], base), p.share(counts[i], base)}
		row = append(row, toneCells(toned, i, base)...)
		for _, g := range roles {
			if n := cross.Base[g.Choice]; n > 0 {
				row = append(row, p.share(cross.Counts[i][g.Choice], n))
			}
		}
		guard(row[2], row[3+len(toneOrder):])
		f.Table.Rows = append(f.Table.Rows, row)
	}
	if len(f.Table.Rows) == 0 {
		return nil
	}
	sortByNumber(f.Table.Rows, 1)
	return []findings.Finding{f}
}
