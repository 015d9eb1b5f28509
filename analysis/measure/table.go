package measure

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"commonground/analysis/codebook"
	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/analysis/stats"
	"commonground/analysis/survey"
)

// size is a cell of how many people a group has, or how many of base people answered.
func size(n, base int64) findings.Cell {
	c := findings.Num(float64(n))
	c.Base = base
	return c
}

// count is a cell of people among base people who have something in common.
func count(n, base int64) findings.Cell {
	if tops(n, base) {
		return atLeast(base)
	}
	return size(n, base)
}

// share is a cell of x among base people who wrote something, with its interval
// unless some of their words were chosen by a summary's authors.
func (p *Pass) share(x, base int64) findings.Cell {
	c := answered(x, base)
	if p.Chosen {
		c.Low, c.High = math.NaN(), math.NaN()
		c.Caveats = append(c.Caveats, p.Say("quotes chosen by the summary's authors"))
	}
	return c
}

// answered is a cell of x among base people who answered, with its interval.
func answered(x, base int64) findings.Cell {
	if tops(x, base) {
		return shareOfAll(atLeast(base))
	}
	return findings.Estimate(stats.Wilson(x, base))
}

// themeCell is the label of a theme.
func themeCell(t codebook.Theme) findings.Cell { return findings.Keyed(t.ID, t.Label) }

// questionCell is the label of a question.
func questionCell(q survey.Question) findings.Cell { return findings.Keyed(q.ID, shorten(q.Text)) }

// roleCell is the label of a role, by its key.
func (p *Pass) roleCell(role string) findings.Cell { return findings.Keyed(role, plural(p.Lang, role)) }

// roleColumn is a column of the shares of a role's people.
func (p *Pass) roleColumn(role string) findings.Column {
	return findings.Column{Name: plural(p.Lang, role), Unit: findings.Share, Key: role}
}

// sortByNumber puts rows with the larger number in that column first; rows of
// the same number keep their order.
func sortByNumber(rows [][]findings.Cell, column int) {
	slices.SortStableFunc(rows, func(a, b []findings.Cell) int {
		return cmp.Compare(b[column].Number, a[column].Number)
	})
}

// present lists the choices of an item that somebody is found in.
func (p *Pass) present(item int, names []string) []group {
	counts, _ := p.Tally.Count(item)
	var found []group
	for i, n := range counts {
		if n > 0 {
			found = append(found, group{Choice: i, Name: names[i], People: n})
		}
	}
	return found
}

// A group is a choice that somebody is found in.
type group struct {
	Choice int
	Name   string
	People int64
}

// roles lists the roles that somebody has.
func (p *Pass) roles() []group { return p.present(p.at.role, survey.Roles()) }

// shorten cuts the text of a long question between words, for a sentence that
// quotes it. Of a matrix's item the end tells more, so that its head is cut.
func shorten(question string) string {
	const longest = 80 // bytes
	if len(question) <= longest {
		return question
	}
	if _, item, ok := strings.Cut(question, " - "); ok && len(item) <= longest {
		return "… " + item
	}
	cut := strings.LastIndexByte(question[:longest], ' ')
	if cut < 0 {
		return question
	}
	return strings.TrimRight(question[:cut], " ,;:-") + " …"
}

// leaders are the rows with the largest number in a column; none where that is
// 0 or withheld.
func leaders(f *findings.Finding, column int) [][]findings.Cell {
	var first [][]findings.Cell
	for _, row := range f.Table.Rows {
		n := row[column].Number
		switch {
		case !(n > 0) || len(first) > 0 && n < first[0][column].Number:
		case len(first) > 0 && n == first[0][column].Number:
			first = append(first, row)
		default:
			first = [][]findings.Cell{row}
		}
	}
	return first
}

// extremes are the columns of the least and of the greatest share, as counted, in a
// row; -1 and -1 where none is told.
func extremes(t *findings.Table, row []findings.Cell) (low, high int) {
	low, high = -1, -1
	for j, c := range t.Columns {
		switch n := row[j].Number; {
		case c.Unit != findings.Share || c.Weighted || c.Corrected || math.IsNaN(n):
		case low < 0:
			low, high = j, j
		case n < row[low].Number:
			low = j
		case n > row[high].Number:
			high = j
		}
	}
	return low, high
}

// most is how many names a sentence lists; where more share the first place, none
// stands out.
const most = 3

// names are the labels of rows, as the middle of a sentence has them: in
// quotes where there are several, since labels too have an "and" in them.
func names(rows [][]findings.Cell) []string {
	var all []string
	for _, row := range rows {
		name := say.Lower(row[0].Label)
		if len(rows) > 1 {
			name = "“" + name + "”"
		}
		all = append(all, name)
	}
	return all
}

// caption names the base and the sources of a figure: those of the newest wave.
func (p *Pass) caption(base string) string {
	people, _ := p.Tally.Count(p.at.sources)
	var names []string
	for i, name := range p.Sources {
		if people[i] > 0 {
			names = append(names, name)
		}
	}
	return p.Sayf("%s. Source: %s.", base, p.Lang.List(names))
}

// captionEver is caption for a figure of all waves.
func (p *Pass) captionEver(base string) string {
	return p.Sayf("%s. Source: %s.", base, p.Lang.List(p.Sources))
}

// wrote describes the base of a theme's share.
func (p *Pass) wrote(base int64) string {
	text := p.Sayf("Base: %s people who wrote something", p.Shown(base))
	if p.Book.Reads != nil {
		text += p.Sayf(" to the questions that “%s” reads", p.Book.Title)
	}
	if p.Stated > 0 {
		text += p.Sayf(" (the source states %s respondents)", findings.Count.Text(float64(p.Stated)))
	}
	return text
}

// Shown writes the size of a group, or that it is too small to show.
func (p *Pass) Shown(n int64) string {
	if n < p.Small {
		return p.Sayf("fewer than %s", number(p.Lang, float64(p.Small)))
	}
	return findings.Count.Text(float64(n))
}

// Fewer describes groups that are withheld: "fewer than five people".
func (p *Pass) Fewer() string {
	return p.Sayf("fewer than %s people", number(p.Lang, float64(p.Small)))
}
