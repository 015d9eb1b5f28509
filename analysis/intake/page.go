package intake

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"commonground/analysis/sheet"
	"commonground/analysis/sheet/thread"
	"commonground/analysis/survey"
)

// The question that a comment on a post answers when it names none.
const (
	postID   = "post"
	postText = "The post as a whole"
)

// The columns of a thread's rows.
var (
	authorColumn   = slices.Index(thread.Columns, "author")
	roleColumn     = slices.Index(thread.Columns, "role")
	questionColumn = slices.Index(thread.Columns, "question")
	textColumn     = slices.Index(thread.Columns, "text")
	kindColumn     = slices.Index(thread.Columns, "kind")
	underColumn    = slices.Index(thread.Columns, "under")
	whenColumn     = slices.Index(thread.Columns, "when")
	commentColumn  = slices.Index(thread.Columns, "comment")
	inferredColumn = slices.Index(thread.Columns, "inferred")
)

// threadKinds are what a thread's columns hold.
var threadKinds = map[int]ColumnKind{
	authorColumn: Personal, roleColumn: RoleColumn, questionColumn: AttributeKind, textColumn: OpenColumn,
	kindColumn: AttributeKind, underColumn: AttributeKind, whenColumn: Timestamp, commentColumn: AttributeKind,
}

// A page is what is known of a post with comments besides its rows.
type page struct {
	*thread.Thread
	questions []int // the survey's questions, by the post's
	post      int   // the survey's question for the post as a whole, or -1
	before    int   // findings of the summaries among the sources before
	whole     bool  // there are comments on the post as a whole
	signed    bool  // there are signatures that state a role
	names     map[string]bool
	inferred  []int // rows whose question was concluded from their words
}

// note takes a row into account.
func (p *page) note(row int, cells []string) {
	if cell(cells, inferredColumn) != "" {
		p.inferred = append(p.inferred, row)
	}
	if name := cell(cells, authorColumn); isName(name) {
		p.names[name] = true
	}
	p.signed = p.signed || statedRoles(cell(cells, roleColumn)) != 0
	p.whole = p.whole || p.posed(cells) < 0
}

// posed returns which of the post's questions a row answers, or -1.
func (p *page) posed(cells []string) int {
	n, err := strconv.Atoi(cell(cells, questionColumn))
	if err != nil || n < 1 || n > len(p.Questions) {
		return -1
	}
	return n - 1
}

// nobody are signatures of those who don't sign.
var nobody = phrases{"", "anonymous", "anon", "anonymous user", "guest", "unknown", "anonimo", "anonima", "invitado", "invitada"}

// isName reports whether a signature is a name, not "Anonymous" or "A parent".
func isName(author string) bool {
	folded := fold(author)
	words := strings.Fields(folded)
	return !nobody.is(folded) && (len(words) > 2 || noun(words[len(words)-1]) == survey.NoRole)
}

// threadKey tells the writers apart: those who sign by their name, others by
// their comment.
func threadKey(cells []string) string {
	if author := cell(cells, authorColumn); isName(author) {
		return fold(author)
	}
	if n := cell(cells, commentColumn); n != "" {
		return "#" + n
	}
	return ""
}

// ask lets the post ask its questions.
func (p *page) ask(q *questionnaire, t *table) {
	p.post = -1
	for _, text := range p.Questions {
		c := &column{heading: heading{name: text, head: text}, known: q.known.question(text)}
		c.set(OpenColumn, survey.Open)
		i := q.place(t, c, nil)
		q.questions[i].posed = true
		q.pose(i, text, t)
		p.questions = append(p.questions, i)
	}
	if p.whole {
		p.post = q.askPost()
	}
}

// askPost returns the index of the question for posts as a whole.
func (q *questionnaire) askPost() int {
	i := slices.IndexFunc(q.questions, func(a *question) bool { return a.ID == postID })
	if i < 0 {
		i = len(q.questions)
		q.questions = append(q.questions, &question{Question: survey.Question{ID: postID, Text: postText, Use: survey.WholeUse}})
	}
	return i
}

var errInferred = errors.New("which of the questions this part of a comment answers was concluded from its words (inferred)")

// doubts are the rows whose question was concluded.
func (p *page) doubts(file string) []*sheet.RowError {
	var doubts []*sheet.RowError
	for _, row := range p.inferred {
		doubts = append(doubts, &sheet.RowError{File: file, Row: row, Err: errInferred})
	}
	return doubts
}

// comment makes a row's comment.
func (p *page) comment(cells []string, from survey.Place, lang survey.Lang) survey.Comment {
	c := survey.Comment{Question: p.post, Text: decode(cell(cells, textColumn)), Lang: lang, From: from}
	if i := p.posed(cells); i >= 0 {
		c.Question = p.questions[i]
	}
	switch cell(cells, kindColumn) {
	case string(thread.Quote), string(thread.Highlight):
		c.Chosen = true
	}
	if n, err := strconv.Atoi(cell(cells, underColumn)); err == nil && n > 0 {
		c.Under = p.before + n
	}
	return c
}
