package intake

import (
	"slices"
	"strings"

	"commonground/analysis/survey"
)

var (
	wantVerbs = phrases{"want", "wants", "need", "needs", "expect", "expects", "hope", "wish", "ask", "look", "looking",
		"quieren", "quiere", "necesitan", "necesita", "esperan", "espera", "desean", "desea", "piden"}
	fromWords    = phrases{"from", "of", "de"}
	skippedWords = phrases{"the", "your", "their", "our", "childs", "child", "los", "las", "la", "el", "su", "sus", "nuestros"}
)

// wanting returns the side whose wishes a question is about, and reports
// whether it asks what that side wants from the other: "What do you think
// parents want from teachers?", "¿Qué quieren los maestros de los padres?".
func wanting(text string) (side survey.Role, ok bool) {
	words := strings.Fields(fold(text))
	wants := false
	for i, w := range words {
		if wantVerbs.is(w) {
			wants = true
			continue
		}
		role := noun(w)
		if role != survey.Parent && role != survey.Teacher {
			continue
		}
		if !behindFrom(words[:i]) {
			side = role
			continue
		}
		other := otherSide(role)
		if wants && (side == survey.NoRole || side == other) {
			return other, true
		}
	}
	return survey.NoRole, false
}

// behindFrom reports whether the words end in "from", "from the" and the like.
func behindFrom(words []string) bool {
	for len(words) > 0 && skippedWords.is(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return len(words) > 0 && fromWords.is(words[len(words)-1])
}

// pair makes two questions ask the same of either side, as the plan says.
func pair(questions []survey.Question, id, mirror string) {
	at := func(id string) int {
		return slices.IndexFunc(questions, func(q survey.Question) bool { return q.ID == id })
	}
	if mirror == "" {
		return
	}
	i, k := at(id), at(mirror)
	if i < 0 || k < 0 || i == k {
		return
	}
	a, b := &questions[i], &questions[k]
	a.Mirror, b.Mirror = b.ID, a.ID
	for _, q := range []*survey.Question{a, b} {
		if side, ok := wanting(q.Text); ok {
			q.Wants = side
		}
	}
	if a.Wants == survey.NoRole && b.Wants != survey.NoRole {
		a.Wants = otherSide(b.Wants)
	}
	if b.Wants == survey.NoRole && a.Wants != survey.NoRole {
		b.Wants = otherSide(a.Wants)
	}
}

// otherSide returns teachers for parents and parents for teachers.
func otherSide(side survey.Role) survey.Role { return survey.Parent + survey.Teacher - side }

// mirror pairs the questions that ask of one side what it wants from the other
// with those that ask it of the other side, unless the plan has paired them.
func mirror(questions []survey.Question) {
	var asked [2][]int // of the wishes of parents, and of teachers
	for i := range questions {
		if q := &questions[i]; q.Kind == survey.Open {
			if side, ok := wanting(q.Text); ok && q.Mirror == "" {
				q.Wants = side
				asked[side-survey.Parent] = append(asked[side-survey.Parent], i)
			}
		}
	}
	for n := range min(len(asked[0]), len(asked[1])) {
		a, b := &questions[asked[0][n]], &questions[asked[1][n]]
		a.Mirror, b.Mirror = b.ID, a.ID
	}
}
