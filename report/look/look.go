// Package look holds the one look of charts, sheets and pages: colors, type and
// spacing. Colors are told apart by people with any color vision: those of roles
// are Okabe and Ito's (2008), and no tone or ramp repeats one of them.
package look

import (
	"fmt"
	"image/color"
	"math"
)

// The inks and surfaces that every page is made of.
var (
	Ink   = rgb(0x22262B) // text and the baseline of a chart
	Muted = rgb(0x666C73) // captions, axis labels, bases: 5:1 on Paper
	Rule  = rgb(0xB5BBC1) // lines that carry meaning: whiskers, gaps
	Grid  = rgb(0xE4E7EA) // lines that only guide the eye
	Veil  = rgb(0xF1F3F5) // behind what is withheld, and behind table heads
	Paper = rgb(0xFFFFFF)
	Plain = rgb(0x4A6C8C) // bars that stand for no role or tone
)

var keys = map[string]color.RGBA{
	"parent":    rgb(0x0072B2), // blue
	"teacher":   rgb(0xD55E00), // vermillion
	"staff":     rgb(0x009E73), // bluish green
	"student":   rgb(0xCC79A7), // reddish purple
	"community": rgb(0xE69F00), // orange
	"unknown":   rgb(0x5F6468), // gray

	"praise":  rgb(0x56B4E9), // sky blue
	"concern": rgb(0x882255), // wine
	"wish":    rgb(0xDDCC77), // sand
	"neutral": rgb(0xC9CDD1),
}

// together is a pale blue that is no color of a scale.
var together = rgb(0xA3B1D4)

// Color returns the color of a role or a tone, by name, and Plain for any other
// key. It is the same in every chart, sheet and page.
func Color(key string) color.RGBA {
	if c, ok := keys[key]; ok {
		return c
	}
	return Plain
}

// Series returns colors for n things that have none of their own, such as
// schools or years: Plain and five of Tol's muted scheme (2021). They repeat
// after six.
func Series(n int) []color.RGBA {
	palette := [...]color.RGBA{Plain, rgb(0xCC6677), rgb(0x999933), rgb(0x44AA99), rgb(0x332288), rgb(0x88CCEE)}
	out := make([]color.RGBA, n)
	for i := range out {
		out[i] = palette[i%len(palette)]
	}
	return out
}

// Scale returns the colors of a scale of n choices, lowest first: brown over
// pale gray to teal. An odd scale has its middle in gray.
func Scale(n int) []color.RGBA {
	out := make([]color.RGBA, n)
	for i := range out {
		t := 0.5
		if n > 1 {
			t = float64(i) / float64(n-1)
		}
		out[i] = ramp(t, 0x8C510A, 0xDFC27D, 0xE3E5E7, 0x80CDC1, 0x01665E)
	}
	return out
}

// Answers returns the colors of a scale's columns, by key: those of single answers,
// which have none, as Scale has them; several answers together have a color of no
// place on the scale.
func Answers(keys []string) []color.RGBA {
	single := 0
	for _, key := range keys {
		if key == "" {
			single++
		}
	}
	ramp := Scale(single)
	var out []color.RGBA
	for _, key := range keys {
		if key != "" {
			out = append(out, together)
			continue
		}
		out = append(out, ramp[0])
		ramp = ramp[1:]
	}
	return out
}

// Heat returns the color of a cell at t from 0 (nothing) to 1 (the most). A t
// outside that range is taken as its nearer end.
func Heat(t float64) color.RGBA {
	return ramp(t, 0xEEF2F5, 0xB9CAD9, 0x6F93B3, 0x2B4C6F)
}

// Pale returns c mixed with two parts of paper: for what stands behind c.
func Pale(c color.RGBA) color.RGBA { return mix(c, Paper, 0.62) }

// On returns black or Paper, whichever reads better on that fill. Ink is too
// pale for the fills in between.
func On(fill color.RGBA) color.RGBA {
	black := rgb(0)
	if contrast(fill, black) >= contrast(fill, Paper) {
		return black
	}
	return Paper
}

// Hex returns c as spreadsheets write it: six digits without "#".
func Hex(c color.RGBA) string { return fmt.Sprintf("%02X%02X%02X", c.R, c.G, c.B) }

func rgb(hex uint32) color.RGBA {
	return color.RGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xFF}
}

// ramp returns the color at t along stops spread evenly from 0 to 1.
func ramp(t float64, stops ...uint32) color.RGBA {
	last := len(stops) - 1
	at := max(0, min(t, 1)) * float64(last)
	i := min(int(at), last-1)
	return mix(rgb(stops[i]), rgb(stops[i+1]), at-float64(i))
}

// mix returns a at t = 0, and b at t = 1.
func mix(a, b color.RGBA, t float64) color.RGBA {
	part := func(a, b uint8) uint8 { return uint8(math.Round(float64(a)*(1-t) + float64(b)*t)) }
	return color.RGBA{R: part(a.R, b.R), G: part(a.G, b.G), B: part(a.B, b.B), A: 0xFF}
}

// contrast is WCAG 2.1's ratio of relative luminance, from 1 to 21.
func contrast(a, b color.RGBA) float64 {
	la, lb := luminance(a), luminance(b)
	return (math.Max(la, lb) + 0.05) / (math.Min(la, lb) + 0.05)
}

func luminance(c color.RGBA) float64 {
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// linear undoes the gamma of sRGB.
func linear(v uint8) float64 {
	s := float64(v) / 255
	if s <= 0.04045 {
		return s / 12.92
	}
	return math.Pow((s+0.055)/1.055, 2.4)
}
