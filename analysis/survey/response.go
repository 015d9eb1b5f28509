package survey

import "strings"

// Roles returns the roles of the respondent. q is the index of the role
// question.
func (r *Response) Roles(q int) []Role {
	roles := make([]Role, len(r.Answers[q].Picks))
	for i, p := range r.Answers[q].Picks {
		roles[i] = Parent + Role(p)
	}
	return roles
}

// JoinRoles writes roles as a cell does: "parent, teacher".
func JoinRoles(roles []Role) string {
	if len(roles) == 1 {
		return roles[0].String()
	}
	names := make([]string, len(roles))
	for i, r := range roles {
		names[i] = r.String()
	}
	return strings.Join(names, ", ")
}

// Raise lifts the state of answer q to s where s holds more.
func (r *Response) Raise(q int, s State) {
	if s > r.Answers[q].State {
		r.Answers[q].State = s
	}
}
