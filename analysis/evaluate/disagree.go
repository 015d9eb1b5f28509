package evaluate

// A Disagreement is a theme that some coders found in a comment and others
// didn't: something to talk over.
type Disagreement struct {
	Theme   string   `json:"theme"`
	Comment string   `json:"comment"` // its ID or its number
	Text    string   `json:"text"`
	Found   []string `json:"found"` // coders who found the theme
	Not     []string `json:"not"`   // coders who read the comment and didn't
}

// disagreements lists them by theme, then in the order of the comments.
func (g *Gold) disagreements() []Disagreement {
	all := []Disagreement{}
	for t, theme := range g.Themes {
		for i := range g.Cases {
			d := Disagreement{Theme: theme.ID, Comment: g.name(i), Text: g.Cases[i].Comment.Text}
			for c, codes := range g.Cases[i].By {
				switch {
				case codes == nil:
				case codes[t] == absent:
					d.Not = append(d.Not, g.Coders[c])
				default:
					d.Found = append(d.Found, g.Coders[c])
				}
			}
			if len(d.Found) > 0 && len(d.Not) > 0 {
				all = append(all, d)
			}
		}
	}
	return all
}
