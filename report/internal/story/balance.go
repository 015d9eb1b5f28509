package story

import (
	"cmp"
	"slices"
	"strings"

	"commonground/analysis/findings"
)

// Balance parts the themes that the codebook says by their strengths: strong
// are those that more people praise than voice concern about, most praised
// first; needed are the others, most worried about first. A theme of which
// either number is withheld is neither.
func Balance(r *findings.Report) (strong, needed []Theme) {
	for _, t := range Themes(r, len(r.Codebook)) {
		praise, concern := t.Tone("praise"), t.Tone("concern")
		switch {
		case t.About.Asset == "", praise.Hidden, concern.Hidden:
		case praise.Number > concern.Number && praise.Number >= fewestTold:
			strong = append(strong, t)
		case concern.Number > praise.Number && concern.Number >= fewestTold:
			needed = append(needed, t)
		}
	}
	by := func(tone string) func(a, b Theme) int {
		return func(a, b Theme) int { return cmp.Compare(b.Tone(tone).Number, a.Tone(tone).Number) }
	}
	slices.SortStableFunc(strong, by("praise"))
	slices.SortStableFunc(needed, by("concern"))
	return strong, needed
}

// fewestTold is the number of people from which on a strength or a need is told.
const fewestTold = 5

// Tone is how many people spoke of the theme in one tone; an empty value where
// that isn't known.
func (t *Theme) Tone(key string) Value {
	if i := slices.IndexFunc(t.Tones, func(v Value) bool { return v.Column.Key == key }); i >= 0 {
		return t.Tones[i]
	}
	return Value{Cell: findings.Text("")}
}

// Told says how many people spoke of a theme in some tones: "89 with concern,
// 21 with a wish". Tones that nobody took, or that are withheld, are left out.
func (t *Theme) Told(keys ...string) string {
	var said []string
	for _, key := range keys {
		if v := t.Tone(key); v.Shown() && v.Number > 0 {
			said = append(said, t.Lang.Sayf(toldIn[key], v.Text()))
		}
	}
	return strings.Join(said, ", ")
}

var toldIn = map[string]string{
	"praise": "%s with praise", "concern": "%s with concern", "wish": "%s with a wish", "neutral": "%s without a tone",
}
