package intake

import (
	"strconv"
	"strings"
)

// A scale is an ordered list of answers. Each level is a list of its wordings,
// folded; the lowest level comes first.
type scale struct {
	name   string
	levels []phrases
	twoWay bool // the upper levels are the opposites of the lower, wording by wording
}

// scales are the scales known, in English and Spanish.
var scales = []*scale{
	{name: "agreement", twoWay: true, levels: []phrases{
		{"strongly disagree", "completely disagree", "totally disagree", "disagree strongly", "totalmente en desacuerdo", "muy en desacuerdo", "completamente en desacuerdo", "fuertemente en desacuerdo"},
		{"disagree", "mostly disagree", "en desacuerdo"},
		{"somewhat disagree", "slightly disagree", "tend to disagree", "disagree somewhat", "algo en desacuerdo", "parcialmente en desacuerdo"},
		{"neither agree nor disagree", "neither agree or disagree", "neutral", "undecided", "neither", "ni de acuerdo ni en desacuerdo", "indeciso", "indecisa", "neutro"},
		{"somewhat agree", "slightly agree", "tend to agree", "agree somewhat", "algo de acuerdo", "parcialmente de acuerdo"},
		{"agree", "mostly agree", "de acuerdo"},
		{"strongly agree", "completely agree", "totally agree", "agree strongly", "totalmente de acuerdo", "muy de acuerdo", "completamente de acuerdo", "fuertemente de acuerdo"},
	}},
	{name: "frequency", levels: []phrases{
		{"never", "not at all", "nunca", "jamas"},
		{"almost never", "hardly ever", "casi nunca"},
		{"rarely", "seldom", "raramente", "rara vez", "raras veces"},
		{"occasionally", "once in a while", "now and then", "de vez en cuando", "ocasionalmente"},
		{"sometimes", "a veces", "algunas veces"},
		{"often", "frequently", "a menudo", "frecuentemente", "con frecuencia", "muchas veces"},
		{"very often", "very frequently", "muy a menudo", "muy frecuentemente"},
		{"usually", "most of the time", "mostly", "normalmente", "generalmente", "la mayoria de las veces", "la mayor parte del tiempo"},
		{"almost always", "nearly always", "casi siempre"},
		{"always", "all the time", "siempre", "todo el tiempo"},
	}},
	{name: "rate", levels: []phrases{
		{"never", "nunca"},
		{"less than once a year", "menos de una vez al ano"},
		{"once a year", "yearly", "annually", "once or twice a year", "una vez al ano", "anualmente"},
		{"a few times a year", "several times a year", "algunas veces al ano", "varias veces al ano"},
		{"once a month", "monthly", "about once a month", "una vez al mes", "mensualmente"},
		{"a few times a month", "several times a month", "two or three times a month", "algunas veces al mes", "varias veces al mes"},
		{"once a week", "weekly", "about once a week", "una vez a la semana", "una vez por semana", "semanalmente"},
		{"a few times a week", "several times a week", "algunas veces a la semana", "varias veces a la semana", "varias veces por semana"},
		{"daily", "every day", "once a day", "diariamente", "todos los dias", "a diario"},
		{"several times a day", "varias veces al dia"},
	}},
	{name: "satisfaction", twoWay: true, levels: []phrases{
		{"extremely dissatisfied", "completely dissatisfied", "totalmente insatisfecho", "totalmente insatisfecha"},
		{"very dissatisfied", "very unsatisfied", "muy insatisfecho", "muy insatisfecha"},
		{"dissatisfied", "unsatisfied", "not satisfied", "mostly dissatisfied", "insatisfecho", "insatisfecha"},
		{"somewhat dissatisfied", "somewhat unsatisfied", "slightly dissatisfied", "algo insatisfecho", "algo insatisfecha"},
		{"neither satisfied nor dissatisfied", "neutral", "ni satisfecho ni insatisfecho", "ni satisfecha ni insatisfecha", "neutro"},
		{"somewhat satisfied", "somewhat satisfied", "slightly satisfied", "algo satisfecho", "algo satisfecha"},
		{"satisfied", "satisfied", "satisfied", "mostly satisfied", "satisfecho", "satisfecha"},
		{"very satisfied", "very satisfied", "muy satisfecho", "muy satisfecha"},
		{"extremely satisfied", "completely satisfied", "totalmente satisfecho", "totalmente satisfecha"},
	}},
	{name: "quality", levels: []phrases{
		{"terrible", "awful", "very poor", "very bad", "unacceptable", "muy malo", "muy mala", "pesimo", "pesima"},
		{"poor", "bad", "malo", "mala", "deficiente", "needs improvement"},
		{"below average", "por debajo del promedio"},
		{"fair", "average", "ok", "okay", "acceptable", "adequate", "regular", "aceptable", "promedio"},
		{"above average", "por encima del promedio"},
		{"good", "bueno", "buena"},
		{"very good", "muy bueno", "muy buena"},
		{"excellent", "outstanding", "exceptional", "excelente", "sobresaliente"},
	}},
	{name: "favorability", twoWay: true, levels: []phrases{
		{"very unfavorably", "very unfavorable", "very negative", "muy desfavorable", "muy negativo", "muy negativa"},
		{"unfavorably", "unfavorable", "negative", "desfavorable", "negativo", "negativa"},
		{"somewhat unfavorably", "somewhat unfavorable", "somewhat negative", "algo desfavorable", "algo negativo", "algo negativa"},
		{"neither favorably nor unfavorably", "neither favorably nor unfavorably neutral", "neutral", "neutro"},
		{"somewhat favorably", "somewhat favorable", "somewhat positive", "algo favorable", "algo positivo", "algo positiva"},
		{"favorably", "favorable", "positive", "favorable", "positivo", "positiva"},
		{"very favorably", "very favorable", "very positive", "muy favorable", "muy positivo", "muy positiva"},
	}},
	{name: "likelihood", twoWay: true, levels: []phrases{
		{"very unlikely", "extremely unlikely", "muy improbable", "nada probable"},
		{"unlikely", "not likely", "improbable", "poco probable"},
		{"somewhat unlikely", "algo improbable"},
		{"neither likely nor unlikely", "neutral", "ni probable ni improbable"},
		{"somewhat likely", "algo probable"},
		{"likely", "likely", "probable", "probable"},
		{"very likely", "extremely likely", "muy probable", "muy probable"},
	}},
	{name: "extent", levels: []phrases{
		{"not at all", "none at all", "nada", "en absoluto", "para nada"},
		{"very little", "hardly", "muy poco"},
		{"a little", "a little bit", "slightly", "not much", "not very much", "to a small extent", "un poco", "poco"},
		{"somewhat", "moderately", "some", "to some extent", "a moderate amount", "algo", "moderadamente"},
		{"quite a bit", "a lot", "mostly", "to a large extent", "bastante", "mucho"},
		{"very much", "a great deal", "extremely", "completely", "to a great extent", "muchisimo", "totalmente", "completamente"},
	}},
	numberScale,
}

// numberScale is a scale of numbers from 0 to 10, its ends perhaps with words:
// "1 - Not at all".
var numberScale = &scale{name: "number", levels: []phrases{
	{"0"}, {"1"}, {"2"}, {"3"}, {"4"}, {"5"}, {"6"}, {"7"}, {"8"}, {"9"}, {"10"},
}}

// aside are answers beside a scale: they say that the question doesn't fit.
var aside = phrases{"dont know", "do not know", "no opinion", "unsure", "not sure", "i dont know", "no basis to judge", "unfamiliar n a",
	"unfamiliar", "no se", "no lo se", "no sabe", "no estoy seguro", "no estoy segura", "sin opinion", "prefiero no decir", "prefer not to answer"}

// besides reports whether a cell of a scale is to be read as skipped.
func besides(cell string) bool { return isNothing(cell) || aside.is(fold(cell)) }

// level returns the place of an answer on the scale, from the lowest, or -1.
func (s *scale) level(cell string) int {
	if len(cell) > 60 {
		return -1
	}
	if s == numberScale {
		return numberLevel(cell)
	}
	folded := fold(cell)
	if number, words, ok := strings.Cut(folded, " "); ok && len(number) <= 2 && strings.Trim(number, "0123456789") == "" {
		folded = words
	}
	for i, level := range s.levels {
		if level.is(folded) {
			return i
		}
	}
	return -1
}

func numberLevel(cell string) int {
	end := 0
	for end < len(cell) && cell[end] >= '0' && cell[end] <= '9' {
		end++
	}
	n, err := strconv.Atoi(cell[:end])
	if err != nil || n > 10 {
		return -1
	}
	rest := strings.TrimSpace(cell[end:])
	if rest == "" || strings.HasPrefix(rest, "(") || strings.HasPrefix(rest, "=") || strings.HasPrefix(rest, ":") ||
		strings.HasPrefix(rest, "- ") || strings.HasPrefix(rest, "– ") {
		return n
	}
	return -1
}
