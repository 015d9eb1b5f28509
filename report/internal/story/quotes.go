package story

import (
	"slices"
	"strings"

	"commonground/analysis/findings"
	"commonground/analysis/say"
)

// QuotesOn returns what people say of a theme.
func QuotesOn(r *findings.Report, theme string) []findings.Quote {
	f := r.Finding("quotes")
	if f == nil {
		return nil
	}
	var quotes []findings.Quote
	for _, q := range f.Quotes {
		if q.Theme == theme {
			quotes = append(quotes, q)
		}
	}
	return quotes
}

// Heard are quotes that were read already, by their words.
type Heard map[string]bool

// Voices picks at most so many of the quotes that were not heard yet, and takes
// them for heard: each of a role that none before it has as long as there are
// such, then of a tone.
func (h Heard) Voices(quotes []findings.Quote, most int) []findings.Quote {
	var picked []findings.Quote
	for len(picked) < most {
		best, cost := -1, 0
		for i, q := range quotes {
			if c := repeats(q, picked); !h[q.Text] && (best < 0 || c < cost) {
				best, cost = i, c
			}
		}
		if best < 0 {
			break
		}
		picked = append(picked, quotes[best])
		h[quotes[best].Text] = true
	}
	return picked
}

// repeats says how much a quote is like those before it.
func repeats(q findings.Quote, before []findings.Quote) int {
	cost := 0
	for _, b := range before {
		if b.Role == q.Role {
			cost += 2
		}
		if b.Tone == q.Tone {
			cost++
		}
	}
	return cost
}

// Words are a quote's, in quotation marks; those that it has already are taken
// off, and double ones within become single.
func Words(q findings.Quote) string {
	text := strings.TrimSpace(q.Text)
	if strings.HasPrefix(text, "“") && strings.HasSuffix(text, "”") {
		text = strings.TrimSuffix(strings.TrimPrefix(text, "“"), "”")
	}
	return "“" + text + "”"
}

// By says whose words they are: a role, and never a name; "" where it is not known.
func By(l say.Language, q findings.Quote) string {
	if q.Role == "unknown" {
		return ""
	}
	return findings.RoleWords(l, q.Role)
}

// Of puts the quotes of people of a role first.
func Of(role string, quotes []findings.Quote) []findings.Quote {
	theirs := func(q findings.Quote) bool { return slices.Contains(strings.Split(q.Role, ", "), role) }
	first := slices.DeleteFunc(slices.Clone(quotes), func(q findings.Quote) bool { return !theirs(q) })
	return append(first, slices.DeleteFunc(slices.Clone(quotes), theirs)...)
}
