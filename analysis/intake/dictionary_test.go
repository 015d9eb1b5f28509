package intake

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const redcapData = `record_id,redcap_event_name,redcap_survey_identifier,survey_timestamp,who,uses___1,uses___2,uses___9,heard,nickname,well,survey_complete
1,spring_arm_1,,2026-04-03 09:05:14,1,1,0,0,2,Ana,We hear from her teacher,2
2,spring_arm_1,,,2,0,0,0,,Bo,,0
3,spring_arm_1,,2026-04-03 10:05:14,1,1,1,0,1,Cy,The bus is on time,2
`

const redcapDictionary = `"Variable / Field Name","Form Name","Section Header","Field Type","Field Label","Choices, Calculations, OR Slider Labels","Field Note","Identifier?"
record_id,survey,,text,Record,,,
who,survey,,radio,"I am a","1, Parent | 2, Teacher",,
uses,survey,,checkbox,"<b>Which do you use?</b>","1, The app | 2, Paper, folded | 9, Nothing",,
heard,survey,,dropdown,"I feel heard","1, Agree | 2, Disagree",,
nickname,survey,,text,"What do they call you?",,,y
well,survey,,notes,"What is going well?",,,
`

// Codes stand for themselves until a data dictionary, named before or after the
// data, says what they mean.
func TestREDCapDictionary(t *testing.T) {
	questions := []string{"i-feel-heard scale Disagree|Agree", "which-do-you-use multiple The app|Paper, folded|Nothing", "what-is-going-well open"}
	for _, files := range [][]string{
		{"data.csv", redcapData, "dictionary.csv", redcapDictionary},
		{"dictionary.csv", redcapDictionary, "data.csv", redcapData},
	} {
		in := mustOpen(t, Plan{}, files...)
		checkRows(t, in)
		got := described(in.Survey)
		for _, want := range questions {
			if !strings.Contains(strings.Join(got, "\n"), want) {
				t.Errorf("no %s in\n%s", want, strings.Join(got, "\n"))
			}
		}
		all := responses(t, in)
		if len(all) != 3 || in.Respondents != 3 {
			t.Fatalf("%d respondents", len(all))
		}
		last := []string{answer(in.Survey, all[2], "role"), answer(in.Survey, all[2], "which-do-you-use"), answer(in.Survey, all[2], "i-feel-heard")}
		if diff := cmp.Diff([]string{"parent", "The app + Paper, folded", "Agree"}, last); diff != "" {
			t.Error(diff)
		}
		for _, r := range in.Reads {
			if strings.Contains(strings.Join(kinds(r), "\n"), "What do they call you?: ") != (r.File == "data.csv") {
				t.Errorf("%s: %q", r.File, kinds(r))
			}
			for _, c := range r.Columns {
				if c.Name == "What do they call you?" && c.Kind != Personal {
					t.Errorf("an identifier is %s", c.Kind)
				}
			}
		}
	}
	in := mustOpen(t, Plan{}, "data.csv", redcapData)
	if got := strings.Join(described(in.Survey), "; "); !strings.Contains(got, "uses multiple 1|2|9") {
		t.Error(got)
	}
	if _, err := open(t, Plan{}, "dictionary.csv", redcapDictionary); err == nil || !strings.Contains(err.Error(), "name the file of the answers as well") {
		t.Error(err)
	}
}
