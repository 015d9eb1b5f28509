package measure

import "testing"

func TestNamesIncident(t *testing.T) {
	for sentence, want := range map[string]bool{
		"They called the police on my son.":       true,
		"On Friday nobody was at the desk.":       true,
		"I waited for 40 minutes.":                true,
		"El año pasado nos cambiaron la maestra.": true,
		"Murió su abuela y nadie preguntó.":       true,
		"We march in the parade every spring.":    false,
		"Nobody ever calls me back.":              false,
		"Los viernes hay juntas.":                 false,
		"She may help them to read.":              false,
	} {
		if got := namesIncident(sentence); got != want {
			t.Errorf("%q: %v, want %v", sentence, got, want)
		}
	}
}
