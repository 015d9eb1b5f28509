package intake

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestNearTexts(t *testing.T) {
	tests := []struct {
		a, b string
		want bool
	}{
		// the same in slightly different words
		{"What is going well at our school?", "What is going well?", true},
		{"What is going well?", "3. What is going well this year?", true},
		{"What works well between home and school?", "What is working well between home and the school?", true},
		{"What could we improve?", "In your opinion, what can we improve?", true},
		{"What do teachers want from parents?", "What do you think teachers want from parents?", true},
		{"How satisfied are you with our communication?", "How satisfied are you with the comunication?", true},
		{"Please describe the behavior at recess", "Describe behaviour at recess", true},
		{"How welcome do you feel in the front office?", "How welcome do you feel at our front offices?", true},
		{"Home visits and phone calls that help", "Phone calls and home visits that help", true},
		{"¿Qué está funcionando bien?", "¿Qué está funcionando bien en la escuela?", true},
		{"¿Cómo podemos mejorar las tareas?", "¿Cómo podríamos mejorar la tarea?", true},
		{"Rate the e-mail newsletter (1-5)", "Rate our email newsletter (1 to 5)", true},

		// mirrored
		{"What do teachers want from parents?", "What do parents want from teachers?", false},
		{"What do you want from teachers?", "What do teachers want from you?", false},
		{"¿Qué quieren los maestros de los padres?", "¿Qué quieren los padres de los maestros?", false},
		{"How do you reach teachers?", "How do teachers reach you?", false},
		{"Notes from home to class", "Notes from class to home", false},

		// a number, a negation, a role, a mood, a question word
		{"How many hours in grade 3?", "How many hours in grade 4?", false},
		{"What went well in 2024?", "What went well in 2025?", false},
		{"What is going well?", "What is not going well?", false},
		{"I feel heard at meetings", "I don't feel heard at meetings", false},
		{"Lessons with homework", "Lessons without homework", false},
		{"What do parents need at home?", "What do students need at home?", false},
		{"What do mothers need at home?", "What do fathers need at home?", false},
		{"What should teachers change in class?", "What could teachers change in class?", false},
		{"How do we plan lessons?", "Why do we plan lessons?", false},
		{"¿Qué funciona bien?", "¿Qué no funciona bien?", false},

		// a theme, or too little to tell
		{"How satisfied are you with homework?", "How satisfied are you with communication?", false},
		{"What is going well with learning?", "What is going well with leaning?", false},
		{"What works well in reading?", "What works well in heading?", false},
		{"Which school do you prefer?", "Which bus do you prefer?", false},
		{"What could be better?", "What could be worse?", false},
		{"The most helpful message", "The least helpful message", false},
		{"Comments", "Any comments", false},
		{"School year", "School", false},
		{"What helps your child most?", "What helps your child most at home with numbers?", false},
		{"Anything else?", "Why?", false},
	}
	for _, tt := range tests {
		a, b := wordingOf(tt.a), wordingOf(tt.b)
		if _, got := near(&a, &b); got != tt.want {
			t.Errorf("%q and %q: near %v\n%+v\n%+v", tt.a, tt.b, got, a, b)
		}
		_, forth := near(&a, &b)
		if _, back := near(&b, &a); forth != back {
			t.Errorf("%q and %q: near in one direction only", tt.a, tt.b)
		}
	}
}

// Questions of two files that may be one are told as such, and neither those of
// one file, nor those about the other side.
func TestResemblingQuestions(t *testing.T) {
	in := mustOpen(t, Plan{},
		"2025.csv", "What should we change?,What do parents want from teachers?,What is going well?\nMore news of the bus,They want honest news,The garden is lovely\n",
		"2026.csv", "What should we change next year?,What do teachers want from parents?,What is going well?\nThe lunch is too short,They want help at home,Notes come home\n")
	want := []Joined{{ID: "what-should-we-change", Texts: []string{"What should we change?", "What should we change next year?"}, Files: []string{"2025.csv", "2026.csv"}}}
	if diff := cmp.Diff(want, in.Resembling()); diff != "" {
		t.Error(diff)
	}
}
