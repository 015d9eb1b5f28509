package sheet

import (
	"encoding/csv"
	"io"
	"slices"
	"strings"
	"unicode"

	"commonground/analysis/sheet/thread"
)

// delimiters in the order in which they are preferred where several fit alike.
var delimiters = []rune{'\t', ';', ',', '|'}

// noDelimiter is for a table of one column; nobody's text holds it.
const noDelimiter = '\x1f'

// A fit says how well a delimiter explains the beginning of a file.
type fit struct {
	delimiter rune
	width     int     // the commonest number of fields, from the first record of several fields on
	records   int     // that were compared
	share     float64 // of them that have it
	first     bool    // whether the first of them has it too
	above     bool    // whether records of a single field stand above: a title, or the header of the only column
	spaced    bool    // whether a space follows each delimiter, as in prose
}

// certain reports whether nobody would take the text for prose: several records
// alike, the header among them.
func (f fit) certain() bool {
	return f.width > 1 && f.records > 1 && f.share >= 0.8 && f.first && !f.spaced
}

func (f fit) better(g fit) bool {
	if f.certain() != g.certain() {
		return f.certain()
	}
	if f.width > 1 != (g.width > 1) {
		return f.width > 1
	}
	if f.first != g.first {
		return f.first
	}
	if f.share != g.share {
		return f.share > g.share
	}
	return f.width > g.width
}

// sniffDelimiter finds the delimiter under which the first records agree best,
// or noDelimiter.
func sniffDelimiter(head string) fit {
	if d := delimiterHint(head); d != 0 {
		return fit{delimiter: d, width: 2, records: 2, share: 1, first: true}
	}
	best := fit{delimiter: noDelimiter, width: 1}
	for _, d := range delimiters {
		if f := fitOf(head, d); f.better(best) {
			best = f
		}
	}
	return best
}

// delimiterHint is the delimiter that a first line such as "sep=;" states to
// Excel, or 0.
func delimiterHint(head string) rune {
	line, _, _ := strings.Cut(normalLineEnds(head[:min(len(head), 16)]), "\n")
	line = strings.Trim(line, `"`)
	if len(line) == len("sep=;") && strings.EqualFold(line[:4], "sep=") && slices.Contains(delimiters, rune(line[4])) {
		return rune(line[4])
	}
	return 0
}

func fitOf(head string, delimiter rune) fit {
	f := fit{delimiter: delimiter, width: 1}
	all := recordWidths(head, delimiter)
	widths := all[slices.IndexFunc(append(all, 2), func(width int) bool { return width > 1 }):]
	if len(widths) == 0 || delimiter == ',' && onlyDecimalCommas(head) {
		return f
	}
	count := make(map[int]int)
	for _, width := range widths {
		count[width]++
		if n := count[width] - count[f.width]; n > 0 || n == 0 && width > f.width {
			f.width = width
		}
	}
	f.records = len(widths)
	f.share = float64(count[f.width]) / float64(f.records)
	f.first = f.width == widths[0]
	f.above = len(widths) < len(all)
	f.spaced = strings.Count(head, string(delimiter)) == strings.Count(head, string(delimiter)+" ")
	if f.above && (f.spaced || f.share < 0.5) {
		return fit{delimiter: delimiter, width: 1}
	}
	return f
}

// recordWidths counts the fields of the first records. The last one counts only
// where it is complete or alone.
func recordWidths(head string, delimiter rune) []int {
	r := csv.NewReader(strings.NewReader(normalLineEnds(head)))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord, r.ReuseRecord = delimiter, true, -1, true
	var widths []int
	for {
		record, err := r.Read()
		if err == io.EOF {
			break
		}
		widths = append(widths, len(record))
	}
	if len(head) >= headSize/2 && len(widths) > 1 {
		widths = widths[:len(widths)-1]
	}
	return widths
}

// onlyDecimalCommas reports whether every comma stands between two digits.
func onlyDecimalCommas(s string) bool {
	for i := range len(s) {
		if s[i] != ',' {
			continue
		}
		if i == 0 || i == len(s)-1 || !isDigit(s[i-1]) || !isDigit(s[i+1]) {
			return false
		}
	}
	return true
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

func normalLineEnds(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}

// looksPrintable tells text from everything else.
func looksPrintable(head []byte) bool {
	s := decodedHead(head)
	control := 0
	for _, r := range s {
		if r == 0 || unicode.IsControl(r) && !strings.ContainsRune("\t\n\r\f\v\u0085", r) && r < 0x80 {
			control++
		}
	}
	return control <= len(s)/40
}

// looksWritten tells what somebody wrote from a table: no delimiter explains it,
// and it is no bare list of lines.
func looksWritten(head []byte) bool {
	if !looksPrintable(head) {
		return false
	}
	s := decodedHead(head)
	return !sniffDelimiter(s).certain() && !isList(normalLineEnds(s))
}

// isList reports whether the text is one short line after another, without the
// blank lines and marks of a written page: a table of one column.
func isList(s string) bool {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	if len(lines) < 4 {
		return false
	}
	for i, line := range lines {
		if strings.TrimSpace(line) == "" || i > 0 && thread.HasMark(line) {
			return false
		}
	}
	return true
}
