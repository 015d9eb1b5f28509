package intake

import (
	"strings"
	"testing"

	"commonground/analysis/survey"
)

// Every choice of a question with many combinations is found, however late.
func TestManyCombinations(t *testing.T) {
	channels := []string{"Phone call in the evening", "Text message", "Email newsletter", "Paper in the backpack", "The app, website or portal",
		"A visit at home", "Parent meeting at school", "Sign at the front door", "Word of mouth", "Local radio"}
	for _, sep := range []string{";", ", "} {
		var file strings.Builder
		file.WriteString("How do you hear from us?\tWhat is going well?\n")
		for i := range 1500 {
			var cell []string
			for j, c := range channels {
				if i*2654435761>>(j+3)&1 == 1 {
					cell = append(cell, c)
				}
			}
			if i == 1499 {
				cell = []string{"Local radio", "Carrier pigeon"}
			}
			file.WriteString(strings.Join(cell, sep) + "\tWe like the new garden\n")
		}
		in := mustOpen(t, Plan{}, "a.tsv", file.String())
		q := in.Survey.Questions[2]
		if q.Kind != survey.Multiple || len(q.Choices) != len(channels)+1 {
			t.Errorf("%q: %v %q", sep, q.Kind, q.Choices)
			continue
		}
		all := responses(t, in)
		if got := answer(in.Survey, all[len(all)-1], q.ID); got != "Local radio + Carrier pigeon" {
			t.Errorf("%q: last answer %q", sep, got)
		}
	}
}

// Commas within a choice, and in sentences, divide nothing.
func TestCommasThatJoinNothing(t *testing.T) {
	in := mustOpen(t, Plan{}, "a.tsv", "Do you come to events?\tWhat helps?\n"+
		"Yes, always\tNotes, calls and a smile\nYes, sometimes\tCalls, when they come early\nNo, never\tThe garden, the bus, the lunch\nYes, always\tNothing, really, it is fine\n")
	want := []string{"do-you-come-to-events single Yes, always|Yes, sometimes|No, never", "what-helps open"}
	if got := described(in.Survey); strings.Join(got, "; ") != strings.Join(want, "; ") {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestOrderOfChoices(t *testing.T) {
	tests := []struct{ heading, cells, want string }{
		{"Grade", "2,K,1,Pre-K", "Pre-K|K|1|2"},
		{"Grade", "Grade 2,Kindergarten,Grade 1", "Kindergarten|Grade 1|Grade 2"},
		{"Age", "45-60,18-29,> 60,30-44", "18-29|30-44|45-60|> 60"},
		{"Income", "$50 or more,Less than $10,$10 - $49,Prefer not to say", "Less than $10|$10 - $49|$50 or more|Prefer not to say"},
		{"Do you use the app?", "No,Yes,Not sure", "Yes|No|Not sure"},
		{"School", "Other,South,North", "South|North|Other"},
	}
	for _, tt := range tests {
		file := tt.heading + "\tComments\n"
		for range 3 {
			for c := range strings.SplitSeq(tt.cells, ",") {
				file += c + "\tThe garden is lovely\n"
			}
		}
		in := mustOpen(t, Plan{}, "a.tsv", file)
		if got := strings.Join(in.Survey.Questions[2].Choices, "|"); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.heading, got, tt.want)
		}
	}
}

func TestChoiceWithCommas(t *testing.T) {
	in := mustOpen(t, Plan{}, "a.tsv", "How do you hear from us?\tComments\n"+
		"Phone, text, or e-mail, Paper\tThe garden is lovely\nPaper\tNotes come home\nPhone, text, or e-mail\tThe office is kind\nSigns, Paper\tWe feel heard\nSigns\tIt is fine\n")
	if got := strings.Join(in.Survey.Questions[2].Choices, "|"); got != "Phone, text, or e-mail|Paper|Signs" {
		t.Error(got)
	}
	if got := answer(in.Survey, responses(t, in)[0], "how-do-you-hear-from-us"); got != "Phone, text, or e-mail + Paper" {
		t.Error(got)
	}
}
