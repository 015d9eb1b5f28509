package analysis

import "commonground/analysis/findings"

// weighted says how shares are weighted; nil where none are.
func (r *run) weighted() []findings.Note {
	l, w := r.plan.Lang, r.pass.Weighting
	if w == nil || len(w.Questions) == 0 || r.report.Finding("themes") == nil {
		return nil
	}
	var questions []string
	for _, q := range w.Questions {
		questions = append(questions, "“"+q+"”")
	}
	return []findings.Note{{Title: l.Say("Weights"), Text: l.Sayf("Shares called weighted give each person a weight, so that those who answered are made up as all people are known to be by %s: "+
		"by raking (Deming and Stephan 1940), with weights from a fifth of the mean to five times the mean (DeBell and Krosnick 2009). "+
		"They stand beside the shares as counted in the tables of themes, of themes by role and of themes by group; all other numbers are not weighted. "+
		"Their intervals are Wilson's on Kish's effective base (1965), their comparisons Rao and Scott's (1984) with Newcombe's interval, never an exact test, "+
		"and bases are people, not weights. None is shown on an effective base under 30 (Parker and others 2017), nor where it would tell of a group that is withheld. "+
		"Weights can't mend that those who answered may think otherwise than those like them who did not.", l.List(questions))}}
}
