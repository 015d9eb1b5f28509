// Package survey holds the nouns of a survey: its questions, and what one
// respondent said in one wave. Every other package speaks in these words.
package survey

import (
	"slices"
	"strings"
	"time"
)

// A Survey is the questionnaire as its files show it.
type Survey struct {
	Title     string
	Questions []Question
}

// Earlier reports whether a response is of a wave before the newest, where waves
// are known.
func (s *Survey) Earlier(r *Response) bool {
	wave := s.Index(WaveID)
	return wave >= 0 && !slices.Contains(r.Answers[wave].Picks, len(s.Questions[wave].Choices)-1)
}

// Index returns the place of the question with that ID, or -1.
func (s *Survey) Index(id string) int {
	return slices.IndexFunc(s.Questions, func(q Question) bool { return q.ID == id })
}

// Find returns the place of the question with that ID or, in any case of
// letters, that text; or -1.
func (s *Survey) Find(name string) int {
	return slices.IndexFunc(s.Questions, func(q Question) bool {
		return strings.EqualFold(q.ID, name) || strings.EqualFold(q.Text, name)
	})
}

// A Question is anything that respondents can be told apart by: what they were
// asked, and just as well their role, their school or the file they came in.
type Question struct {
	ID      string   // stable and unique in a survey: lower-case words and digits joined by hyphens
	Text    string   // as the file words it
	Kind    Kind     //
	Use     Use      // asked of the respondent, or known of them
	Choices []string // in questionnaire order, a Scale's lowest first; empty for Open, Number and Date
	Mirror  string   // ID of the question that asks the same about the other side; "" for none
	Wants   Role     // the side whose wishes the question is about; NoRole where it is about none
	By      bool     // asked for as a split: people are compared by their answers
}

// Kind says what an answer to a question is made of.
type Kind uint8

// The kinds of question.
const (
	Open     Kind = iota // free text: Response.Comments
	Single               // one of Choices
	Multiple             // any number of Choices
	Scale                // one of Choices, which are ordered
	Number               // Answer.Number
	Date                 // Answer.Number, in seconds since 1970 UTC
)

var kindNames = [...]string{"open", "single", "multiple", "scale", "number", "date"}

func (k Kind) String() string { return kindNames[k] }

// Use says where a question comes from.
type Use uint8

// The uses of a question.
const (
	Asked     Use = iota // a question of the survey
	Attribute            // a fact about the respondent: school, grade, home language
	RoleUse              // the respondent's roles; ID "role", Multiple, Choices are Roles()
	FileUse              // the file that the response came in; ID "file", Multiple
	WholeUse             // not posed: what a comment on a post answers that names no question
	WaveUse              // the wave that the response is of; ID "wave", Single, Choices in time order
)

// IDs of the questions that every survey has, whatever its files hold, and of
// the one that it has where a wave is known.
const (
	RoleID = "role"
	FileID = "file"
	WaveID = "wave"
)

// Role is what a respondent is to the school.
type Role uint8

// The roles. NoRole means that none was stated, as in an option left out;
// Unknown is the role of a respondent for whom none could be told.
const (
	NoRole Role = iota
	Parent
	Teacher
	Staff
	Student
	Community
	Unknown
)

var roleNames = [...]string{"", "parent", "teacher", "staff", "student", "community", "unknown"}

func (r Role) String() string { return roleNames[r] }

// Choice returns the place of r among Roles().
func (r Role) Choice() int { return int(r) - 1 }

// Roles returns the choices of the role question, in order: the role r is
// choice r.Choice().
func Roles() []string { return roleNames[1:] }

// ParseRole returns the role with that name, or NoRole.
func ParseRole(name string) Role {
	for i, n := range roleNames {
		if n == name {
			return Role(i)
		}
	}
	return NoRole
}

// Tone is the stance of a mention.
type Tone uint8

// The tones.
const (
	Neutral Tone = iota
	Praise
	Concern
	Wish
)

var toneNames = [...]string{"neutral", "praise", "concern", "wish"}

func (t Tone) String() string { return toneNames[t] }

// Tones returns the names of the tones; the tone t is element int(t).
func Tones() []string { return toneNames[:] }

// ParseTone returns the tone with that name.
func ParseTone(name string) (Tone, bool) {
	for i, n := range toneNames {
		if n == name {
			return Tone(i), true
		}
	}
	return Neutral, false
}

// Lang is the language that a comment is written in.
type Lang uint8

// The languages told apart.
const (
	UnknownLang Lang = iota // too short or too mixed to tell
	English
	Spanish
	OtherLang // told to be neither English nor Spanish
)

var langNames = [...]string{"unknown", "en", "es", "other"}

func (l Lang) String() string { return langNames[l] }

// Langs returns the names of the languages; the language l is element int(l).
func Langs() []string { return langNames[:] }

// State says what became of a question put to a respondent.
type State uint8

// The states of an answer. Later states hold more: where a respondent
// commented twice on one question, the answer's state is the highest of them.
const (
	NotAsked  State = iota // the respondent's file has no such question
	Skipped                // left empty
	NoContent              // "n/a", "none", "see above": words without an answer
	NotRead                // in a language that the program has no patterns for
	Read                   // answered, and understood
)

// A Response is all that one respondent said in one wave.
type Response struct {
	Respondent int       // intake's own number, from 1; names and e-mails go no further than intake
	When       time.Time // of the latest answer; zero when unknown
	Weight     int64     // millionths; 1_000_000 unless weighted
	Answers    []Answer  // Answers[i] answers Survey.Questions[i]
	Comments   []Comment // what they wrote, in file order
	From       []Place   // every row that is part of the response
	Unquotable bool      // asked whether they may be quoted, the respondent did not agree
}

// One is the Weight of an unweighted response.
const One = 1_000_000

// An Answer is what a respondent gave to one question. For an Open question
// only State is set, and the words are in Response.Comments.
type Answer struct {
	State    State
	Inferred bool    // not stated but concluded, as a role from a comment's own words
	Picks    []int   // indexes into Question.Choices, ascending
	Number   float64 // for Number and Date
}

// A Comment is one text that a respondent wrote to one open question. Most
// have one comment a question; in a thread a person may speak several times.
type Comment struct {
	Question int    // index into Survey.Questions
	Text     string // as read, never redacted
	State    State  // NoContent, NotRead or Read; set with Lang when the comment is coded, NotAsked before
	Lang     Lang   // before coding, the main language of its file; then its own
	From     Place  //
	Chosen   bool   // picked by the authors of a summary, not by the respondent: no chance error can be stated
	Under    int    // the finding of the summary that it was quoted under, from 1; 0 for none
}

// A Place is a row of a file, as a spreadsheet shows it.
type Place struct {
	File int // index into the sources of the run
	Row  int // from 1, the header's rows included
}
