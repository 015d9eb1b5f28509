package intake

import (
	"strconv"
	"strings"
	"time"
)

// A rowStatus is what the survey program says of a row.
type rowStatus uint8

const (
	noStatus   rowStatus = iota // nothing
	unfinished                  // the respondent stopped early
	finished
	preview // made to try the form
)

// The names of columns by which programs that aren't known tell of a row.
var (
	statusNames = phrases{"status", "finished", "complete", "completed", "completion status", "response status", "response type", "survey status", "estado", "finalizado",
		"completado", "estado de la respuesta"}
	durationNames = phrases{"duration", "duration in seconds", "duration seconds", "duration in minutes", "time spent", "time taken", "time to complete", "completion time in seconds",
		"total time", "interviewtime", "elapsed time", "response time", "duracion", "duracion en segundos", "tiempo empleado", "tiempo total"}
	ignoredNames = phrases{"seed", "lastpage", "collector", "collector id", "collectorid", "refurl", "referrer url", "user agent", "useragent", "browser", "submission count"}
	rowNames     = phrases{"no", "nr", "num", "number", "row", "row number", "index", "s no", "sl no", "serial number", "numero", "line"}

	finishedWords   = phrases{"finished", "complete", "completed", "true", "yes", "submitted", "final", "completo", "completa", "completado", "completada", "si", "verdadero", "finalizado"}
	unfinishedWords = phrases{"unfinished", "incomplete", "partial", "partially complete", "partially completed", "in progress", "started", "false", "no", "disqualified", "abandoned", "draft",
		"incompleto", "incompleta", "parcial", "en curso", "falso"}
	previewWords = phrases{"preview", "survey preview", "survey test", "test", "test response", "offline survey preview", "survey preview spam", "spam", "vista previa", "vista previa de la encuesta"}
	takenWords   = phrases{"ip address", "imported", "offline", "unverified", "email", "anonymous", "uploaded response"} // answered, whether to the end or not
)

// status returns what the program says of a row. That somebody finished one of
// several forms is enough; a preview stays one.
func (t *table) status(cells []string) rowStatus {
	said := noStatus
	for i, c := range t.columns {
		said = max(said, c.status(cell(cells, i)))
	}
	return said
}

// status returns what one cell says of its row.
func (c *column) status(cell string) rowStatus {
	switch {
	case c.kind == Timestamp && c.submits():
		if cell == "" {
			return unfinished
		}
		return finished
	case c.kind != StatusColumn || cell == "":
		return noStatus
	}
	if n, err := strconv.Atoi(cell); err == nil {
		return c.statusCode(n)
	}
	switch said := fold(cell); {
	case previewWords.is(said):
		return preview
	case unfinishedWords.is(said):
		return unfinished
	case finishedWords.is(said):
		return finished
	}
	return noStatus
}

// submits reports whether a cell of the column is filled when the respondent
// has sent the form, and not before.
func (c *column) submits() bool {
	return c.folded == "submitdate" || c.folded == "date submitted" || strings.HasPrefix(c.folded, "submitdate ")
}

// statusCode reads Qualtrics' numbers for the kind of a response, and otherwise
// 0 for what isn't complete.
func (c *column) statusCode(n int) rowStatus {
	kinds := lowered(c.code) == "status"
	switch {
	case kinds && (n == 1 || n == 2 || n == 8 || n == 9 || n == 12 || n == 17):
		return preview
	case kinds:
		return noStatus
	case n == 0:
		return unfinished
	}
	return finished
}

// isStatus reports whether all cells say how far respondents came.
func (c *column) isStatus() bool {
	if !statusNames.is(c.folded) || c.over {
		return false
	}
	for i := range c.values {
		said := fold(c.values[i].text)
		if !previewWords.is(said) && !unfinishedWords.is(said) && !finishedWords.is(said) && !takenWords.is(said) {
			return false
		}
	}
	return len(c.values) > 0
}

func (c *column) isDuration() bool {
	if !durationNames.is(c.folded) || len(c.values) == 0 {
		return false
	}
	for i := range c.values {
		if _, ok := c.duration(c.values[i].text); !ok && !isNothing(c.values[i].text) {
			return false
		}
	}
	return true
}

// duration reads how long the respondent took: "95", in seconds unless the
// heading says minutes, "1:35" or "00:01:35".
func (c *column) duration(cell string) (time.Duration, bool) {
	unit := time.Second
	if strings.Contains(c.folded, "minut") {
		unit = time.Minute
	}
	if x, ok := readNumber(cell); ok {
		return time.Duration(x * float64(unit)), x >= 0 && x < 1e9
	}
	var all time.Duration
	parts := strings.Split(cell, ":")
	for _, part := range parts {
		n, err := strconv.ParseFloat(part, 64)
		if err != nil || n < 0 || n > 1e6 {
			return 0, false
		}
		all = all*60 + time.Duration(n*float64(time.Second))
	}
	return all, len(parts) > 1 && len(parts) < 4
}

// quoteWords are in questions whether a respondent may be quoted.
var quoteWords = phrases{"quote", "quote you", "quoted", "publish my", "publish your", "share my comments", "share my answers", "share your comments", "share your answers", "use my words", "use your words",
	"use my comments", "use your comments", "citar", "citarle", "citarlo", "citarla", "citemos", "publicar mis", "publicar sus"}

// isConsent reports whether the column says who may be quoted.
func (c *column) isConsent() bool {
	return quoteWords.in(c.folded) && c.filled > 0 && !c.over && len(c.values) <= 6 && c.meanWords() <= 12
}
