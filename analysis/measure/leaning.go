package measure

import (
	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/analysis/survey"
)

// Leaning tells which themes go with low and which with high answers to the
// scale items.
var Leaning = &Measure{
	Name:  "leaning",
	Words: true,
	Books: true,
	Title: "What goes with low and high answers",
	Doc:   "What do people write about who answer a scale item low?",
	Count: func(p *Pass) {
		for _, q := range p.scaleItems() {
			p.layout.Cross(p.at.themes, p.at.answers[q])
		}
	},
	Run: func(p *Pass) []findings.Finding {
		if p.Chosen {
			return nil
		}
		if f := p.leaning(); len(f.Table.Columns) > 1 {
			return []findings.Finding{f}
		}
		return nil
	},
	Say: sayLeaning,
}

// ends is how many choices stand at either end of a scale.
const ends = 2

// scaleItems lists the questions with a low and a high end.
func (p *Pass) scaleItems() []int {
	var items []int
	for q, question := range p.Survey.Questions {
		if question.Kind == survey.Scale && len(question.Choices) >= 2*ends {
			items = append(items, q)
		}
	}
	return items
}

// leaning has a row for each theme, and a column for each item that enough
// people answered low and enough high.
func (p *Pass) leaning() findings.Finding {
	f := findings.Finding{
		ID:    "leaning",
		Table: findings.Table{Columns: []findings.Column{{Name: p.Say("Theme"), Key: "theme"}}},
	}
	totals, _ := p.Tally.Count(p.at.themes)
	themes := p.order(totals)
	for _, i := range themes {
		f.Table.Rows = append(f.Table.Rows, []findings.Cell{themeCell(p.Themes[i])})
	}
	for _, q := range p.scaleItems() {
		cross := p.Tally.Cross(p.at.themes, p.at.answers[q])
		high := len(p.Survey.Questions[q].Choices) - ends
		n1, n2 := sum(cross.Base[:ends]), sum(cross.Base[high:])
		if min(n1, n2) < p.Small {
			continue
		}
		f.Table.Columns = append(f.Table.Columns, findings.Column{Name: p.Survey.Questions[q].Text, Unit: findings.Points, Key: p.Survey.Questions[q].ID})
		for row, i := range themes {
			c, t := p.difference(sum(cross.Counts[i][:ends]), n1, sum(cross.Counts[i][high:]), n2)
			f.Table.Rows[row] = append(f.Table.Rows[row], c)
			f.Tests = append(f.Tests, t)
		}
	}
	adjustAll(&f)
	f.Figure = p.leaningFigure(&f)
	f.Notes = []findings.Note{p.notef("The share of those who chose one of the two lowest answers and wrote about the theme, less that of those who chose "+
		"one of the two highest: above 0, the theme goes with low answers. %s "+
		"What goes together need not cause each other.", p.differenceWhere(f.Tests)), p.asCoded()}
	return f
}

// leaningFigure draws the item that the sentence is about; nil where nothing is told.
func (p *Pass) leaningFigure(f *findings.Finding) *findings.Figure {
	_, column := widestLeaning(f)
	if column < 0 {
		return nil
	}
	return &findings.Figure{
		Kind: findings.Dots, Values: []int{column},
		Title:   p.Sayf("Share of those who answer “%s” low, less that of those who answer it high", shorten(f.Table.Columns[column].Name)),
		Caption: p.caption(p.Say("Base: people who wrote something and chose one of the two lowest or of the two highest answers") + p.whiskers()),
	}
}

// widestLeaning is the row and the column of the widest gap that is more than chance;
// -1 and -1 for none. The tests stand in the order of the columns.
func widestLeaning(f *findings.Finding) (row, column int) {
	top := findings.Widest(f.Tests)
	if top < 0 {
		return -1, -1
	}
	row, column = top%len(f.Table.Rows), 1+top/len(f.Table.Rows)
	if f.Table.Rows[row][column].Hidden {
		return -1, -1
	}
	return row, column
}

func sum(counts []int64) int64 {
	var n int64
	for _, c := range counts {
		n += c
	}
	return n
}

// sayLeaning tells the widest gap that is more than chance.
func sayLeaning(l say.Language, f *findings.Finding) string {
	at, column := widestLeaning(f)
	if at < 0 {
		return l.Say("No theme goes with low or with high answers more than chance could make it.")
	}
	row := f.Table.Rows[at]
	item, theme, more := shorten(f.Table.Columns[column].Name), say.Lower(row[0].Label), unsigned(l, row[column].Number)
	if row[column].Number < 0 {
		return l.Sayf("Those who answer “%s” high write about %s more often, by %s.", item, theme, more)
	}
	return l.Sayf("Those who answer “%s” low write about %s more often, by %s.", item, theme, more)
}
