package thread

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

var mirrored = []string{
	"What do parents want from teachers?",
	"What do teachers want from parents?",
	"Where do their interests meet?",
	"How much homework is right?",
}

func TestInfer(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"a topic ahead", "As for what teachers want from parents: read with them. Every night.",
			"2: As for what teachers want from parents: read with them. Every night."},
		{"whom it turns to", "From teachers I would like patience. And humor.",
			"1: From teachers I would like patience. And humor."},
		{"whom it turns to, behind", "I like this blog. I want more calls from teachers. My car is red.",
			"0: I like this blog.|1: I want more calls from teachers.|0: My car is red."},
		{"whom it turns to, politely", "I’d really like a call from the teachers.", "1: I’d really like a call from the teachers."},
		{"in Spanish", "Sobre las tareas, menos.", ""},
		{"what is liked", "I like the letters from teachers.", ""},
		{"what is wanted", "What parents want is a call. What teachers want is sleep.",
			"1: What parents want is a call.|2: What teachers want is sleep."},
		{"a heading", "Homework: ten minutes. No more.\n\nMy car is red.",
			"4: Homework: ten minutes. No more.|0: My car is red."},
		{"a topic until the next", "Thanks!\nRegarding homework, less. Please.\nWhen it comes to interests, all are the same.",
			"0: Thanks!|4: Regarding homework, less. Please.|3: When it comes to interests, all are the same."},
		{"a word of a question in passing", "My son did his homework. Parents want sleep. Teachers, too.", ""},
		{"a topic of two questions", "As for parents, they want sleep. On interests and homework, nothing.", ""},
		{"a topic of none", "As for me, I am fine. Note: the bus is late.", ""},
		{"nobody's wish", "The call from teachers came late. He heard from teachers I know.", ""},
		{"abbreviations and numbers", "Regarding homework, e.g. math, 2.5 pages are enough, no?",
			"4: Regarding homework, e.g. math, 2.5 pages are enough, no?"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, e := range newAnswers(mirrored, nil).infer(Entry{Text: tt.text}) {
				if e.Inferred != (e.Question > 0) {
					t.Errorf("inferred is %v for question %d", e.Inferred, e.Question)
				}
				got = append(got, ordinal0(e.Question)+": "+e.Text)
			}
			want := tt.want
			if want == "" {
				want = "0: " + tt.text
			}
			if diff := cmp.Diff(want, strings.Join(got, "|")); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

func ordinal0(n int) string {
	if n == 0 {
		return "0"
	}
	return ordinal(n)
}

// Inferring loses no word, and one question leaves nothing to infer.
func TestInferKeepsWords(t *testing.T) {
	pieces := []string{"As for homework, ", "From teachers I want ", "soup", ". ", "! ", "\n", "\n\n", "What parents want is ", "… ", "e.g. ", "Homework: ", "é", "?) "}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.TrimSpace(strings.Join(rapid.SliceOf(rapid.SampledFrom(pieces)).Draw(t, "pieces"), ""))
		var got []string
		for _, e := range newAnswers(mirrored, nil).infer(Entry{Text: text}) {
			got = append(got, strings.Fields(e.Text)...)
		}
		if diff := cmp.Diff(strings.Fields(text), got); diff != "" && len(got) > 0 {
			t.Errorf("-want +got\n%s", diff)
		}
		if alone := newAnswers(mirrored[3:], nil).infer(Entry{Text: text}); len(alone) != 1 || alone[0].Inferred {
			t.Errorf("a single question was inferred: %v", alone)
		}
	})
}
