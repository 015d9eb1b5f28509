// Package qda exchanges a coded survey with programs of qualitative analysis,
// such as ATLAS.ti, MAXQDA, NVivo and QualCoder, as a REFI-QDA project
// (qdasoftware.org, Project.xsd 1.0, 2019): a zip file of one project.qde, and
// the texts in the folder sources.
//
// A respondent is a case with one text: all that they wrote, each answer below
// its question, LF alone at the ends of lines, and no mark in front. Positions
// count Unicode code points from 0, and the end is behind the last. What a
// respondent answered by choosing is a variable.
//
// # Codes
//
// Each theme is a code, as in codebook.qdc, and holds a code for each tone:
// "Trust: concern". A mention has the one code that says both. Were the tones
// codes of their own beside those of the themes, two themes of one sentence would
// no longer show which of them is praised: many programs give back each code
// with its place alone. All codes of one tone are a set, so that they can be
// asked for at once. A theme without a tone can be given too.
//
// Each answer as a whole has the code of its question, by which the answers are
// found in the text again. Under "Answers" there are two more codes, as in the
// columns of review.xlsx: "checked" for an answer whose codes a person looked
// through, and "no content" for one such as "n/a".
//
// # Users
//
// Users are coders: the program, and the people whose decisions it was given;
// never respondents.
//
// # Back again
//
// ReadDecisions takes a project for decisions of people. Those of an answer
// count if somebody gave it a code, be it "checked". If a code of the program's
// is gone from a text, all answers of it count: who took it away has read it.
// The variable "Codes by the program" tells how many there were.
//
// A project holds people's own words, and shows what was said by one person: it
// is for the eyes of whoever asked them.
package qda

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"commonground/analysis/codebook"
	"commonground/analysis/survey"
)

// A Project is what cases have in common.
type Project struct {
	Title       string
	Book        *codebook.Codebook
	Survey      *survey.Survey
	Respondents int // how many there are
}

// A Case is what one respondent said in one wave.
type Case struct {
	Response *survey.Response
	Comments []Comment // its comments, coded
}

// A Comment is one coded answer.
type Comment struct {
	Question int // index into Survey.Questions
	Text     string
	State    survey.State
	Lang     survey.Lang
	Codings  []codebook.Coding
	Checked  bool      // a person decided on all of it
	Coder    string    // who did, or gave the codings that persons gave; "" where that isn't known
	When     time.Time // zero where that isn't known
}

// restricted is what a project says of itself.
const restricted = "These are people's own words, with any names in them, and all that one person wrote stands together: " +
	"for your own eyes, not for showing. A text is what one respondent wrote. A mention of a theme has the theme's code for the tone in which it is spoken of. " +
	"Give and take codes as you see fit; put “checked” on an answer whose codes are all right. “commonground report --codes” with the project as you export it has your decisions count."

// Names of what is in a project besides themes and questions.
const (
	programName   = "Common Ground"
	somebodyName  = "A person" // whose name isn't known
	questionsName = "Questions"
	answersName   = "Answers"
	checkedName   = "checked"
	noContentName = "no content"
	languageName  = "Language"
	countName     = "Codes by the program"
	caseName      = "Respondent"
)

// Labels of lines in descriptions of codes, for those who rename codes.
const (
	toneLabel     = "Tone"
	questionLabel = "Question"
	markLabel     = "Mark"
)

var programGUID = codebook.GUID("qda/user")

// plain is a text as a source has it: what programs may drop or change, so that
// positions would move, is left out.
func plain(s string) string {
	if isPlain(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r':
			return '\n'
		case isControl(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(strings.ReplaceAll(s, "\r\n", "\n"), "\uFFFD"))
}

// isPlain reports whether there is nothing to leave out, of nearly every text.
func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' && s[i] != '\n' && s[i] != '\t' || s[i] == 0xEF { // U+FFFE begins so
			return false
		}
	}
	return utf8.ValidString(s)
}

// isControl finds what XML, or a line, has no room for.
func isControl(r rune) bool {
	return r < ' ' && r != '\n' && r != '\t' || r == 0xFFFE || r == 0xFFFF
}

// name is that of a case and of its text, so that names sort as numbers do.
func (p *Project) name(c *Case) string {
	return fmt.Sprintf("%s %0*d", caseName, len(fmt.Sprint(p.Respondents)), c.Response.Respondent)
}
