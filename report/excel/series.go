package excel

import (
	"bytes"
	"fmt"
	"regexp"

	"commonground/analysis/findings"
)

// What the library writes of a series in another place than ECMA-376 asks for
// (part 1, 21.2.2), at which strict readers balk, and Excel may.
var (
	negative = regexp.MustCompile(`<invertIfNegative .*?</invertIfNegative>`) // goes behind the fill of bars; lines have none
	marker   = regexp.MustCompile(`<marker>.*?</marker>`)                     // goes behind the stroke of lines
	smooth   = regexp.MustCompile(`<smooth .*?</smooth>`)                     // bars have none
)

// amend puts the chart drawn last in order, series by series, and adds the
// whiskers, which the library has no means for.
func (p *page) amend(pl *place, shown []int, last int) {
	name := fmt.Sprintf("xl/charts/chart%d.xml", p.charts)
	part, ok := p.file.Pkg.Load(name)
	xml, isBytes := part.([]byte)
	all := bytes.Split(xml, []byte("<ser>"))
	if !ok || !isBytes || len(all) != len(shown)+1 {
		p.check(fmt.Errorf("the chart of %s has no part %s to amend", pl.finding.ID, name))
		return
	}
	for i, series := range all[1:] {
		if pl.finding.Figure.Kind == findings.Line {
			series = negative.ReplaceAll(behindFill(series, marker), nil)
		} else {
			series = smooth.ReplaceAll(behindFill(series, negative), nil)
		}
		all[i+1] = bytes.Replace(series, []byte("<cat>"), []byte(pl.errorBars(shown[i], last)+"<cat>"), 1)
	}
	p.file.Pkg.Store(name, bytes.Join(all, []byte("<ser>")))
}

// behindFill moves an element of a series to where its fill and stroke end.
func behindFill(series []byte, element *regexp.Regexp) []byte {
	end, found := []byte("</spPr>"), element.Find(series)
	rest := bytes.Replace(series, found, nil, 1)
	return bytes.Replace(rest, end, append(end[:len(end):len(end)], found...), 1)
}
