package qda

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"commonground/analysis/codebook"
	"commonground/analysis/survey"
)

// variables are the questions that are answered by choosing, or by a number, the
// languages of what was written, and how many codes the program gave.
func (w *writer) variables(x *xmlWriter) {
	x.start("Variables")
	variable := func(guid, name, kind, description string) {
		x.start("Variable", "guid", guid, "name", plain(name), "typeOfVariable", kind)
		x.text("Description", plain(description))
		x.end()
	}
	for _, q := range w.Survey.Questions {
		guid := codebook.GUID("qda/variable/question/" + q.ID)
		w.variable = append(w.variable, guid)
		if q.Kind != survey.Open {
			variable(guid, q.Text, variableType(q.Kind), questionLabel+": "+q.ID)
		}
	}
	variable(languageGUID, languageName, "Text", "The languages of what they wrote.")
	variable(countGUID, countName, "Integer", "How many there were in the text as it was written: it tells whether some were taken away.")
	x.end()
}

var (
	languageGUID = codebook.GUID("qda/variable/language")
	countGUID    = codebook.GUID("qda/variable/count")
)

func variableType(k survey.Kind) string {
	switch k {
	case survey.Number:
		return "Float"
	case survey.Date:
		return "Date"
	}
	return "Text"
}

// answer is what a respondent answered otherwise than in words; "" for nothing.
func answer(q *survey.Question, a *survey.Answer) string {
	switch {
	case a.State < survey.Read:
		return ""
	case q.Kind == survey.Number:
		return strconv.FormatFloat(a.Number, 'f', -1, 64)
	case q.Kind == survey.Date:
		return time.Unix(int64(a.Number), 0).UTC().Format(time.DateOnly)
	}
	var picks []string
	for _, p := range a.Picks {
		picks = append(picks, q.Choices[p])
	}
	return strings.Join(picks, ", ")
}

// languages are those of the answers, each once.
func languages(c *Case) string {
	var all []string
	for i := range c.Comments {
		if l := c.Comments[i].Lang.String(); !slices.Contains(all, l) {
			all = append(all, l)
		}
	}
	slices.Sort(all)
	return strings.Join(all, ", ")
}
