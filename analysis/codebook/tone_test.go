package codebook

import (
	"strings"
	"testing"

	"commonground/analysis/survey"
)

// toneBook has one theme that is easy to see in a sentence.
const toneBook = `id: tone
themes:
  - id: office
    patterns:
      en: [office, teacher*]
      es: [oficina, maestr*]
`

func TestTone(t *testing.T) {
	b, err := Load(strings.NewReader(toneBook), "tone-book.yaml")
	if err != nil {
		t.Fatal(err)
	}
	e, err := newEngine(b.Themes)
	if err != nil {
		t.Fatal(err)
	}
	rd := e.newReading()
	for _, tt := range []struct {
		text  string
		slant survey.Tone
		want  string // tones of the mentions, in order
	}{
		{"The office is excellent.", survey.Neutral, "praise"},
		{"The office is wonderful and kind.", survey.Neutral, "praise"},
		{"I love the teacher.", survey.Neutral, "praise"},
		{"The office never answers.", survey.Neutral, "concern"},
		{"The office doesn't listen.", survey.Neutral, "concern"},
		{"The office doesn’t listen.", survey.Neutral, "concern"},
		{"I don't feel heard by the office.", survey.Neutral, "concern"},
		{"The office is not helpful.", survey.Neutral, "concern"},
		{"The teacher was rude.", survey.Neutral, "concern"},
		{"Not enough teachers.", survey.Neutral, "concern"},
		{"There is a lack of teachers.", survey.Neutral, "concern"},
		{"No complaints about the office.", survey.Neutral, "praise"},
		{"The teacher never blames us.", survey.Neutral, "praise"},
		{"The office should open earlier.", survey.Neutral, "wish"},
		{"I wish the office were open at night.", survey.Neutral, "wish"},
		{"I would like to know the teacher.", survey.Neutral, "wish"},
		{"The office could be better.", survey.Neutral, "wish"},
		{"The office needs a second phone.", survey.Neutral, "wish"},
		{"It would help if the office wrote to us.", survey.Neutral, "wish"},
		{"The teacher is wonderful but the office never answers.", survey.Neutral, "praise concern"},
		{"The teacher is wonderful, although the office is rude.", survey.Neutral, "praise concern"},
		{"The office is rude. The teacher is excellent.", survey.Neutral, "concern praise"},
		{"The office is rude; the teacher is excellent.", survey.Neutral, "concern praise"},
		{"The teacher is excellent, the office never answers.", survey.Neutral, "praise concern"},
		{"The teacher is warm, patient, and excellent.", survey.Neutral, "praise"},
		{"The office is on Elm Street.", survey.Neutral, "neutral"},
		{"The office is on Elm Street.", survey.Praise, "praise"},
		{"The office is on Elm Street.", survey.Concern, "concern"},
		{"The office never answers.", survey.Praise, "concern"},
		{"The office should open earlier.", survey.Concern, "wish"},
		{"The office is excellent.", survey.Concern, "praise"},
		{"La oficina es excelente.", survey.Neutral, "praise"},
		{"Me encanta la maestra.", survey.Neutral, "praise"},
		{"Gracias a la maestra.", survey.Neutral, "praise"},
		{"La oficina nunca contesta.", survey.Neutral, "concern"},
		{"La maestra no nos escucha.", survey.Neutral, "concern"},
		{"La oficina es pésima.", survey.Neutral, "concern"},
		{"Ninguna queja de la oficina.", survey.Neutral, "praise"},
		{"La oficina debería abrir más temprano.", survey.Neutral, "wish"},
		{"Ojalá la oficina abriera más temprano.", survey.Neutral, "wish"},
		{"Me gustaría hablar con la maestra.", survey.Neutral, "wish"},
		{"Hace falta otra maestra.", survey.Neutral, "wish"},
		{"La maestra es excelente pero la oficina nunca contesta.", survey.Neutral, "praise concern"},
		{"La oficina está en la calle Olmo.", survey.Wish, "wish"},
	} {
		lang := survey.English
		if strings.Contains(tt.text, "ofici") || strings.Contains(tt.text, "maestr") {
			lang = survey.Spanish
		}
		rd.readAs(tt.text, lang, tt.slant)
		var got []string
		for _, m := range rd.mentions {
			got = append(got, m.tone.String())
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%q (slant %v): %q, want %q", tt.text, tt.slant, s, tt.want)
		}
	}
}

func TestSlant(t *testing.T) {
	for text, want := range map[string]survey.Tone{
		"What is going well at our school?":                        survey.Praise,
		"What do you like most about our school?":                  survey.Praise,
		"What frustrates you about communication with the school?": survey.Concern,
		"What could we do better?":                                 survey.Concern,
		"What is going well, and what could we improve?":           survey.Neutral,
		"What do teachers want from parents?":                      survey.Wish,
		"¿Qué quieren los padres de los maestros?":                 survey.Wish,
		"What worries you?":                                        survey.Concern,
		"What could we improve?":                                   survey.Concern,
		"What do parents want from teachers?":                      survey.Wish,
		"What would you like to see more of?":                      survey.Wish,
		"What is your vision of home and school working together?": survey.Wish,
		"Is there anything else that you want us to know?":         survey.Neutral,
		"Where do the two agree?":                                  survey.Neutral,
		"How long has your child been here?":                       survey.Neutral,
		"¿Qué funciona bien en la escuela?":                        survey.Praise,
		"¿Qué le frustra de la escuela?":                           survey.Concern,
		"¿Qué podríamos mejorar?":                                  survey.Concern,
		"":                                                         survey.Neutral,
	} {
		if got := Slant(text); got != want {
			t.Errorf("Slant(%q) = %v, want %v", text, got, want)
		}
	}
}
