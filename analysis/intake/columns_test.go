package intake

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"commonground/analysis/survey"
)

func TestColumnsAreUnderstood(t *testing.T) {
	rows := func(cells ...string) string { return strings.Join(cells, "\n") + "\n" }
	tests := []struct {
		name string
		file string
		want []string
	}{
		{"a form's export", rows(
			"Timestamp,Email Address,I am a...,Grade(s),Home language,What is going well?,What could we do better?",
			"4/27/2026 7:47:19,a@example.org,Parent,Grade 1,English,The Friday notes help a lot,More time at pickup please",
			"4/28/2026 9:00:00,b@example.org,Teacher,\"Grade 1, Grade 3\",Spanish,Families answer my messages,Fewer apps would help",
			"4/28/2026 10:30:00,c@example.org,Parent,Grade 3,English,Her teacher knows her,Nothing comes to mind"),
			[]string{"Timestamp: timestamp", "Email Address: personal", "I am a...: role", "Grade(s): attribute", "Home language: attribute",
				"What is going well?: open", "What could we do better?: open"}},
		{"who the respondents are is personal", rows(
			"Respondent ID,First Name,Phone,IP Address,What is your name?,Comments",
			"9001,Ana,555-010-0199,192.0.2.1,Ana M,We like the garden very much",
			"9002,Bo,555-010-0198,192.0.2.2,Bo K,The office is kind to us"),
			[]string{"Respondent ID: respondent id", "First Name: personal", "Phone: personal", "IP Address: personal", "What is your name?: personal", "Comments: open"}},
		{"e-mails under another heading are personal", rows(
			"How may we reach you?,Comments", "a@example.org,We like the garden very much", "b@example.org,The office is kind to us"),
			[]string{"How may we reach you?: personal", "Comments: open"}},
		{"numbers, dates and scales of numbers", rows(
			"How many children do you have?,When did you move here?,The office is friendly (1-5),Rate us from 0 to 10,Bus minutes",
			"2,2019-08-01,4,9,12", "1,2021-01-15,5,0,35.5", "3,2020-03-09,3,7,20"),
			[]string{"How many children do you have?: number", "When did you move here?: date", "The office is friendly (1-5): scale", "Rate us from 0 to 10: scale", "Bus minutes: number"}},
		{"choices", rows(
			"Do you use the app?,How do you hear from us?,Which languages do you speak at home?,Empty",
			"Yes,Phone;Email,\"English, Spanish\",", "No,Email,English,", "Yes,Text;Phone,Spanish,", "No,Text,\"English, Somali\",", "Yes,Email;,Somali,"),
			[]string{"Do you use the app?: single", "How do you hear from us?: multiple", "Which languages do you speak at home?: multiple", "Empty: empty"}},
		{"Spanish headings", rows(
			"Marca temporal,Soy,Escuela,¿Qué está funcionando bien?,La escuela me escucha",
			"13/4/2026 8:00:00,Madre,Norte,Las maestras contestan pronto,De acuerdo",
			"14/4/2026 8:00:00,Maestro,Sur,Las familias ayudan en casa,Totalmente de acuerdo"),
			[]string{"Marca temporal: timestamp", "Soy: role", "Escuela: attribute", "¿Qué está funcionando bien?: open", "La escuela me escucha: scale"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			in := mustOpen(t, Plan{}, "answers.csv", tt.file)
			if diff := cmp.Diff(tt.want, kinds(in.Reads[0])); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Whatever the order of the answers in the file, a scale's choices come lowest
// first, and answers beside the scale count as skipped.
func TestScalesRunFromLowToHigh(t *testing.T) {
	tests := []struct{ name, cells, want string }{
		{"agreement", "Agree,Strongly disagree,Neutral,Strongly agree,Disagree", "Strongly disagree|Disagree|Neutral|Agree|Strongly agree"},
		{"acuerdo", "De acuerdo,Totalmente en desacuerdo,Ni de acuerdo ni en desacuerdo", "Totalmente en desacuerdo|En desacuerdo|Ni de acuerdo ni en desacuerdo|De acuerdo|Totalmente de acuerdo"},
		{"titles", "Agree,Strongly Agree", "Strongly Disagree|Disagree|Agree|Strongly Agree"},
		{"frequency", "Always,Never,Sometimes,Rarely,Often", "Never|Rarely|Sometimes|Often|Always"},
		{"frecuencia", "Siempre,Nunca,A veces", "Nunca|A veces|Siempre"},
		{"satisfaction", "Very satisfied,Dissatisfied,Satisfied,Very dissatisfied", "Very dissatisfied|Dissatisfied|Satisfied|Very satisfied"},
		{"quality", "Good,Poor,Excellent,Fair", "Poor|Fair|Good|Excellent"},
		{"calidad", "Bueno,Malo,Excelente,Regular", "Malo|Regular|Bueno|Excelente"},
		{"favorability", "Somewhat favorable,Very unfavorable,Very favorable", "Very unfavorable|Somewhat unfavorable|Somewhat favorable|Very favorable"},
		{"with numbers before the words", "4 - Agree,1 - Strongly disagree,5 - Strongly agree", "1 - Strongly disagree|4 - Agree|5 - Strongly agree"},
		{"numbers to five", "4,2,5,1", "1|2|3|4|5"},
		{"numbers to seven", "4,2,6,1", "1|2|3|4|5|6|7"},
		{"numbers to ten", "4,0,9,1", "0|1|2|3|4|5|6|7|8|9|10"},
		{"numbers with words at the ends", "1 - Not at all,3,5 - Completely,2", "1 - Not at all|2|3|4|5 - Completely"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			file := "I feel heard,Comments\n"
			for cell := range strings.SplitSeq(tt.cells, ",") {
				file += cell + ",We like the new garden and the fence\n"
			}
			in := mustOpen(t, Plan{}, "a.csv", file+"n/a,\nDon't know,\n")
			q := in.Survey.Questions[2]
			if got := strings.Join(q.Choices, "|"); q.Kind != survey.Scale || got != tt.want {
				t.Errorf("%v %q, want %q", q.Kind, got, tt.want)
			}
			all := responses(t, in)
			for _, r := range all[len(all)-2:] {
				if got := r.Answers[2]; got.State != survey.Skipped || got.Picks != nil {
					t.Errorf("beside the scale: %+v", got)
				}
			}
			if len(in.Reads[0].Doubts) > 0 {
				t.Errorf("doubts: %v", in.Reads[0].Doubts)
			}
		})
	}
}

// What nobody chose for one item was still there to choose.
func TestItemsOfOneScaleShareItsLevels(t *testing.T) {
	in := mustOpen(t, Plan{}, "a.csv", "Lunch is good,The bus is safe,Notes help\nAgree,Strongly agree,Disagree\nAgree,Disagree,Agree\nAgree,Agree,Agree\n")
	for _, q := range in.Survey.Questions[2:] {
		if got := strings.Join(q.Choices, "|"); got != "Strongly disagree|Disagree|Agree|Strongly agree" {
			t.Errorf("%s: %s", q.Text, got)
		}
	}
}

func TestSurveyMonkey(t *testing.T) {
	tests := []struct {
		name, file      string
		questions, last []string
	}{
		{"two header rows",
			"Respondent ID,How do you hear from us? Select all.,,,How do you see them?,,What is going well?\n" +
				",Phone,Email,Other (please specify),The office,The bus,Open-Ended Response\n" +
				"11,Phone,Email,,Very favorably,Very unfavorably,We hear from the teacher each week\n" +
				"12,,Email,my neighbor tells me things,Very unfavorably,Very favorably,\n",
			[]string{
				"how-do-you-hear-from-us-select-all multiple Phone|Email",
				"how-do-you-hear-from-us-other-please-specify open",
				"how-do-you-see-them-the-office scale Very unfavorably|Very favorably",
				"how-do-you-see-them-the-bus scale Very unfavorably|Very favorably",
				"what-is-going-well open",
			},
			[]string{"Email", "my neighbor tells me things", "Very unfavorably", "Very favorably", ""}},
		{"question and choice in one row",
			"Respondent ID,How do you hear from us? - Phone,How do you hear from us? - Email,Which day is best?\n11,Phone,,Friday\n12,Phone,Email,Monday\n13,,,Monday\n",
			[]string{"how-do-you-hear-from-us multiple Phone|Email", "which-day-is-best single Friday|Monday"},
			[]string{"", "Monday"}},
		{"boxes that hold a mark",
			"ID,Which do you use? - Phone,Which do you use? - App\n1,x,\n2,x,x\n",
			[]string{"which-do-you-use multiple Phone|App"},
			[]string{"Phone + App"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			in := mustOpen(t, Plan{}, "export.csv", tt.file)
			if diff := cmp.Diff(tt.questions, described(in.Survey)); diff != "" {
				t.Fatal(diff)
			}
			all := responses(t, in)
			var got []string
			for _, q := range in.Survey.Questions[2:] {
				got = append(got, answer(in.Survey, all[len(all)-1], q.ID))
			}
			if diff := cmp.Diff(tt.last, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// The opposite of a wording stands at the same place of the opposite level.
func TestTwoWayScalesAreParallel(t *testing.T) {
	for _, s := range scales {
		for i, level := range s.levels {
			if opposite := s.levels[len(s.levels)-1-i]; s.twoWay && len(level) != len(opposite) {
				t.Errorf("%s: %q and %q", s.name, level, opposite)
			}
		}
		if len(s.levels) > maxLevels {
			t.Errorf("%s has %d levels", s.name, len(s.levels))
		}
	}
}
