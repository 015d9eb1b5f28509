package excel

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"commonground/report/look"
)

// Sizes of the paper, Letter laid wide, in points.
const (
	paperWidth, paperHeight = 792.0, 612.0
	marginSide, marginEnd   = 36.0, 54.0
)

// setup sets what is seen and printed of the sheet. A streamed sheet has to be
// set up before its first row.
func (p *page) setup() {
	no, yes := false, true
	letter, wide, tall, landscape := 1, 1, 0, "landscape"
	if p.onePage {
		tall = 1
	}
	p.check(p.file.SetSheetView(p.sheet, 0, &excelize.ViewOptions{ShowGridLines: &no}))
	p.check(p.file.SetSheetProps(p.sheet, &excelize.SheetPropsOptions{FitToPage: &yes}))
	p.check(p.file.SetPageLayout(p.sheet, &excelize.PageLayoutOptions{
		Size: &letter, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &tall}))
	side, end, edge := marginSide/72, marginEnd/72, 0.35
	p.check(p.file.SetPageMargins(p.sheet, &excelize.PageLayoutMarginsOptions{
		Left: &side, Right: &side, Top: &end, Bottom: &end, Header: &edge, Footer: &edge}))
	p.check(p.file.SetHeaderFooter(p.sheet, &excelize.HeaderFooterOptions{
		OddHeader: "&L&8 " + quoted(p.report.Title) + "&R&8 " + quoted(p.sheet),
		OddFooter: "&L&8 Common Ground&R&8 " + p.Sayf("Page %s of %s", "&P", "&N")}))
}

// part begins what is better not torn apart by the end of a sheet of paper.
func (p *page) part() { p.parts = append(p.parts, p.row) }

// paginate has a part begin on a new sheet of paper where it does not fit on
// what is left of the one before.
func (p *page) paginate() {
	p.tear()
	p.shrink()
	room, used := p.room(), 0.0
	for i := range p.parts {
		high := p.partHeight(i)
		if i > 0 && used+high > room {
			p.check(p.file.InsertPageBreak(p.sheet, at(1, p.parts[i])))
			used = 0
		}
		for used += high; used > room; {
			used -= room
		}
	}
}

// shrinks is how many times as high as a sheet of paper a part may be to be
// printed smaller, on one.
const shrinks = 1.7

// tear makes several parts of one that is too high, at its seams.
func (p *page) tear() {
	whole, room := p.parts, p.room()
	var torn []int
	for i, first := range whole {
		torn = append(torn, first)
		for _, seam := range p.seams {
			if seam > first && (i+1 == len(whole) || seam < whole[i+1]) && p.partHeight(i) > shrinks*room {
				torn = append(torn, seam)
			}
		}
	}
	p.parts = torn
}

// shrink prints columns that are empty too where a part would be little too high
// for a sheet of paper: the width is fitted to it.
func (p *page) shrink() {
	highest := 0.0
	for i := range p.parts {
		if high := p.partHeight(i); high <= shrinks*p.room() {
			highest = max(highest, high)
		}
	}
	for n := 0; n < margin-2 && p.room() < highest; n++ {
		p.right++
	}
}

// room is the height that a sheet of paper has under the head, in points.
func (p *page) room() float64 {
	return (paperHeight-2*marginEnd)/p.scale() - p.between(1, p.repeat+1)
}

// scale is what the sheet's width is fitted to the paper's by.
func (p *page) scale() float64 {
	const points = 7 * 0.75 // that a character of a column's width takes
	return min(1, (paperWidth-2*marginSide)/(p.span(p.right)*points))
}

func (p *page) partHeight(i int) float64 {
	if i+1 < len(p.parts) {
		return p.between(p.parts[i], p.parts[i+1])
	}
	return p.between(p.parts[i], p.bottom())
}

// bottom is the last row that is printed.
func (p *page) bottom() int {
	if p.printed > 0 {
		return p.printed
	}
	return p.row
}

// between is the height of the rows from one to before another, in points.
func (p *page) between(from, to int) float64 {
	sum := 0.0
	for row := from; row < to; row++ {
		sum += p.rowHeight(row)
	}
	return sum
}

func (p *page) rowHeight(row int) float64 {
	if h, ok := p.heights[row]; ok {
		return h
	}
	return rowHeight
}

// finish names what is printed, once the last row is written.
func (p *page) finish() {
	p.name("_xlnm.Print_Titles", p.wholeRows(1, p.repeat))
	p.name("_xlnm.Print_Area", p.absolute(1, 1, p.right, max(p.bottom(), 2)))
}

// close sets up a sheet that is not streamed, with its head kept in view.
func (p *page) close() {
	p.check(p.file.SetPanes(p.sheet, panes(p.frozen)))
	p.setup()
	if !p.onePage {
		p.paginate()
	}
	p.finish()
}

// panes keeps the first rows in view.
func panes(rows int) *excelize.Panes {
	return &excelize.Panes{Freeze: true, YSplit: rows, TopLeftCell: at(1, rows+1), ActivePane: "bottomLeft"}
}

func (p *page) wholeRows(first, last int) string {
	return fmt.Sprintf("%s$%d:$%d", p.prefix(), first, last)
}

func (p *page) name(name, refers string) {
	p.check(p.file.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: refers, Scope: p.sheet}))
}

// quoted doubles the sign that starts a code in headers and footers, and keeps
// within the 255 characters that one may have.
func quoted(s string) string {
	if r := []rune(s); len(r) > 80 {
		s = string(r[:79]) + "…"
	}
	return strings.ReplaceAll(look.Clean(strings.ReplaceAll(s, "\n", " ")), "&", "&&")
}
