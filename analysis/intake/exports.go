package intake

import (
	"slices"
	"strings"

	"commonground/analysis/sheet"
)

// isImportRow reports whether cells are the third header row of Qualtrics.
func isImportRow(cells []string) bool { return strings.HasPrefix(cell(cells, 0), `{"ImportId"`) }

// qualtrics returns the headings of a Qualtrics file: the text of a question,
// and the code of any other column, whose text depends on the language.
func qualtrics(rows []sheet.Row) []string {
	codes, texts, imports := rows[0].Cells, rows[1].Cells, rows[2].Cells
	all := slices.Clone(codes)
	for i := range all {
		if text := cell(texts, i); text != "" && strings.Contains(cell(imports, i), "QID") {
			all[i] = text
		}
	}
	return all
}

// itemWords stand in the second header row of SurveyMonkey's files, below
// questions of one column.
var itemWords = phrases{"response", "open ended response", "respuesta", "respuesta abierta", "reponse"}

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

// splitItems finds questions that spread over columns in a header of one row,
// which then repeats the question: "Which do you use? - Phone".
func splitItems(all []heading) {
	for i := 0; i < len(all); {
		end := i + 1
		question := ""
		if end < len(all) {
			question = sharedQuestion(all[i].head, all[end].head)
		}
		for question != "" && end < len(all) && strings.HasPrefix(all[end].head, question) {
			end++
		}
		if question != "" {
			for j := i; j < end; j++ {
				all[j].item = strings.TrimSpace(all[j].head[len(question):])
				all[j].head = strings.TrimRight(question, " -")
			}
		}
		i = end
	}
}

// sharedQuestion returns what two headings share up to the last " - ", or "".
func sharedQuestion(a, b string) string {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	i := strings.LastIndex(a[:n], " - ")
	if i < 8 || i+3 >= len(a) || i+3 >= len(b) {
		return ""
	}
	return a[:i+3]
}
