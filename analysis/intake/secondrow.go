package intake

import (
	"regexp"
	"strings"

	"commonground/analysis/sheet"
)

// itemWords stand in the second header row of SurveyMonkey's files, below
// questions of one column; openItems below those answered in words.
var (
	itemWords = phrases{"response", "open ended response", "respuesta", "respuesta abierta", "reponse"}
	openItems = phrases{"open ended response", "respuesta abierta"}
)

// isItemRow reports whether cells, the row below head, are a second header
// row: "Response", or the choices of a question that spreads over columns.
func isItemRow(head, cells []string) bool {
	if !looksLikeHeader(cells) {
		return false
	}
	words, spread := 0, 0
	for i, c := range cells {
		c = strings.TrimSpace(c)
		if c == "" {
			continue
		}
		if readable, ok := readNumber(c); ok && readable != 0 {
			return false
		}
		switch {
		case itemWords.is(fold(c)):
			words++
		case strings.TrimSpace(cell(head, i)) == "":
			spread++
		case strings.TrimSpace(cell(head, i+1)) != "":
			return false // an answer, since the question has one column
		}
	}
	return words > 0 || spread > 0 && filledCells(head) > 1 && spread+1 >= len(cells)-filledCells(head)
}

// isStacked reports whether cells, the row below head, are the headings proper,
// and head names groups of them, as merged cells do: there is a group of
// several columns, no group's name is a question, and several headings are.
func isStacked(head, cells []string) bool {
	if filledCells(head) >= max(len(head), len(cells)) || !looksLikeHeader(cells) {
		return false
	}
	questions := 0
	for i, c := range cells {
		f, above := fold(c), strings.TrimSpace(cell(head, i))
		if c = strings.TrimSpace(c); c == "" && above == "" || c != "" && strings.HasSuffix(above, "?") {
			return false
		}
		if strings.HasSuffix(c, "?") || idNames.is(f) || timestampNames.is(f) || roleNames.is(f) || attributeNouns.is(f) {
			questions++
		}
	}
	return questions > 1
}

// isImportRow reports whether cells are the third header row of Qualtrics.
func isImportRow(cells []string) bool { return strings.HasPrefix(cell(cells, 0), `{"ImportId"`) }

// qualtricsRows returns how many rows the header of a Qualtrics file has at the
// top of rows: codes, texts and import ids, or in older files codes and texts.
// It is 0 for other files.
func qualtricsRows(rows []sheet.Row) int {
	switch {
	case len(rows) > 2 && isImportRow(rows[2].Cells):
		return 3
	case len(rows) > 1 && hasTexts(rows[0].Cells, rows[1].Cells):
		return 2
	}
	return 0
}

// legacyCode is what older files call the columns that aren't questions.
var legacyCode = regexp.MustCompile(`^V\d+$`)

// hasTexts reports whether texts are the texts of a row of codes: "StartDate"
// stands above "Start Date", "V1" above "ResponseID", and others differ.
func hasTexts(codes, texts []string) bool {
	same, differ := 0, 0
	for i, code := range codes {
		text := cell(texts, i)
		switch {
		case code == "" || text == "":
		case legacyCode.MatchString(code) && (knownNames([]string{text}) > 0 || like("response*", lowered(text))):
			same++
		case squeezed(code) == squeezed(text) && knownNames([]string{code}) > 0:
			same++
		case code != text && !legacyCode.MatchString(code):
			differ++
		}
	}
	return same > 2 && differ > 0
}

func squeezed(s string) string { return strings.ReplaceAll(fold(s), " ", "") }

// qualtrics returns the headings of a Qualtrics file: the text of a question,
// and the code of any other column, whose text depends on the language.
func qualtrics(rows []sheet.Row) []heading {
	codes, texts := rows[0].Cells, rows[1].Cells
	var imports []string
	if len(rows) > 2 {
		imports = rows[2].Cells
	}
	all := make([]heading, max(len(codes), len(texts)))
	for i := range all {
		h := &all[i]
		h.code = untag(clean(cell(codes, i)))
		h.head = strings.TrimSuffix(untag(clean(cell(texts, i))), " - Selected Choice")
		if legacyCode.MatchString(h.code) {
			h.code = h.head
		}
		if h.head == "" {
			h.head = h.code
		}
		from := cell(imports, i)
		h.written = strings.Contains(from, "_TEXT\"") || strings.HasSuffix(h.code, "_TEXT")
		if squeezed(h.code) == squeezed(h.head) || imports != nil && !strings.Contains(from, "QID") {
			h.head = h.code
		}
	}
	return all
}
