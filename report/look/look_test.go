package look

import (
	"image/color"
	"math"
	"testing"
)

var (
	roles = []string{"parent", "teacher", "staff", "student", "community", "unknown"}
	tones = []string{"concern", "wish", "neutral", "praise"}
)

func TestColorsHaveFixedRoles(t *testing.T) {
	for key, want := range map[string]string{
		"parent": "0072B2", "teacher": "D55E00", "staff": "009E73", "student": "CC79A7", "community": "E69F00",
		"": Hex(Plain), "Oak School": Hex(Plain),
	} {
		if got := Hex(Color(key)); got != want {
			t.Errorf("Color(%q) is %s, want %s", key, got, want)
		}
	}
}

// Text on any fill reaches 4.5:1, what WCAG 2.1 asks of small text.
func TestTextReads(t *testing.T) {
	fills := append(Scale(5), append(Scale(11), Series(6)...)...)
	for i := range 21 {
		fills = append(fills, Heat(float64(i)/20))
	}
	for _, key := range append(roles, tones...) {
		fills = append(fills, Color(key))
	}
	for _, fill := range fills {
		if c := contrast(fill, On(fill)); c < 4.5 {
			t.Errorf("text on %s has a contrast of %.1f", Hex(fill), c)
		}
	}
	for _, surface := range []color.RGBA{Paper, Veil} {
		if c := contrast(Muted, surface); c < 4.5 {
			t.Errorf("muted text on %s has a contrast of %.1f", Hex(surface), c)
		}
	}
}

// What stands side by side is told apart without red, green or blue cones.
func TestColorsAreToldApart(t *testing.T) {
	var role, tone []color.RGBA
	for _, key := range roles {
		role = append(role, Color(key))
	}
	for _, key := range tones {
		tone = append(tone, Color(key))
	}
	for name, colors := range map[string][]color.RGBA{"roles": role, "tones": tone, "series": Series(6), "scale": Answers([]string{"", "", "lower", "", "", ""})} {
		for sight, cones := range visions {
			for i, a := range colors {
				for _, b := range colors[:i] {
					if d := distance(see(a, cones), see(b, cones)); d < 9 {
						t.Errorf("%s, %s: %s and %s are only %.0f apart", name, sight, Hex(a), Hex(b), d)
					}
				}
			}
		}
	}
}

func TestRampsEnd(t *testing.T) {
	if Heat(-1) != Heat(0) || Heat(2) != Heat(1) {
		t.Error("a heat beyond the ramp is not that of its end")
	}
	if len(Scale(0)) != 0 || Scale(1)[0] != Scale(3)[1] {
		t.Error("a scale of one choice is not all middle")
	}
}

// Matrices for linear RGB: Machado, Oliveira & Fernandes (2009), severity 1.
var visions = map[string][3][3]float64{
	"all cones":    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"protanopia":   {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"deuteranopia": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
	"tritanopia":   {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
}

// see returns a color in CIE L*a*b* (D65) as those cones show it.
func see(c color.RGBA, cones [3][3]float64) [3]float64 {
	rgb := [3]float64{linear(c.R), linear(c.G), linear(c.B)}
	var seen [3]float64
	for i, row := range cones {
		seen[i] = max(0, min(1, row[0]*rgb[0]+row[1]*rgb[1]+row[2]*rgb[2]))
	}
	f := func(v float64) float64 {
		if v > 216.0/24389 {
			return math.Cbrt(v)
		}
		return (24389.0/27*v + 16) / 116
	}
	x := f((0.4124564*seen[0] + 0.3575761*seen[1] + 0.1804375*seen[2]) / 0.95047)
	y := f(0.2126729*seen[0] + 0.7151522*seen[1] + 0.0721750*seen[2])
	z := f((0.0193339*seen[0] + 0.1191920*seen[1] + 0.9503041*seen[2]) / 1.08883)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

func distance(a, b [3]float64) float64 {
	return math.Hypot(math.Hypot(a[0]-b[0], a[1]-b[1]), a[2]-b[2])
}
