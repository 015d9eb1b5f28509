package intake

import (
	"errors"
	"fmt"
	"strings"
)

var errTotal = errors.New("the row is a total and not an answer")

// totalWords open the last line of tables that somebody added up.
var totalWords = phrases{"total", "totals", "grand total", "total responses", "total respondents", "total number of responses", "number of responses", "response count", "responses",
	"count", "sum", "average", "mean", "answered question", "skipped question", "n", "gran total", "total de respuestas", "total general", "promedio", "suma"}

// isTotal reports whether the cells are such a line: one of the words, perhaps
// with a number, and nothing but numbers behind it.
func isTotal(cells []string) bool {
	first := ""
	others := 0
	for _, c := range cells {
		_, number := readNumber(c)
		switch {
		case c == "":
		case first == "" && !number:
			first = c
		case !number || first == "":
			return false
		default:
			others++
		}
	}
	words, number, joined := strings.Cut(first, ":")
	if !joined {
		words, number, joined = strings.Cut(first, "=")
	}
	if _, ok := readNumber(strings.TrimSpace(number)); joined && number != "" {
		return ok && totalWords.is(fold(words))
	}
	return (others > 0 || len(cells) > 1) && totalWords.is(fold(words))
}

// counted returns an error for a table of counts: most columns are numbers, some
// of which are totals by their headings, and a row adds the others up.
func (t *table) counted() error {
	numbers, filled, totals := 0, 0, 0
	for _, c := range t.columns {
		switch {
		case c.filled == 0:
			continue
		case c.share(numberClass) >= 0.9:
			numbers++
		}
		filled++
		if f := fold(c.code + " " + c.item); totalWords.in(f) || strings.HasPrefix(f, "tot ") {
			totals++
		}
	}
	for _, e := range t.refused {
		if e.Err == errTotal && totals > 0 && numbers*10 >= filled*8 {
			return fmt.Errorf("this is a table of counts and not of answers, for row %d adds the others up: export the responses themselves, with a row for each respondent", e.Row)
		}
	}
	return nil
}

// noteCodes notes which columns hold numbers where words were asked for.
func (t *table) noteCodes() {
	for _, c := range t.asking() {
		if c.asks() && !c.box && c.filled > 0 && c.share(numberClass) >= 0.9 && (c.written || tellWords.in(c.folded)) {
			t.header.notes = append(t.header.notes, fmt.Sprintf("Column %q asks for words and holds numbers. If they stand for answers, export the words of the answers.", c.name))
		}
	}
}
