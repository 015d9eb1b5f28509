package survey

// Role reports whether the respondent has that role. q is the index of the
// role question.
func (r *Response) Role(q int, role Role) bool {
	for _, p := range r.Answers[q].Picks {
		if p == role.Choice() {
			return true
		}
	}
	return false
}

// Raise lifts the state of answer q to s where s holds more.
func (r *Response) Raise(q int, s State) {
	if s > r.Answers[q].State {
		r.Answers[q].State = s
	}
}
