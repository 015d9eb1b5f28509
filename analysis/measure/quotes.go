package measure

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"iter"
	"math"
	"slices"
	"strconv"
	"strings"

	"commonground/analysis/codebook"
	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/analysis/survey"
	"commonground/analysis/text"
)

// Quotes lets respondents speak for each theme: short, whole sentences of
// several roles and tones, one a person.
var Quotes = &Measure{
	Name:  "quotes",
	Words: true,
	Books: true,
	Title: "In their own words",
	Doc:   "How do people say it?",
	Run: func(p *Pass) []findings.Finding {
		byTheme := make([][]candidate, len(p.Themes))
		for c := range p.sample() {
			sentences := p.sentences(c)
			for _, code := range c.Codings {
				if i := holding(sentences, code); i >= 0 && code.Theme < len(p.Themes) && sentences[i].quotable() {
					q := p.candidate(c, sentences[i])
					q.tone = code.Tone
					byTheme[code.Theme] = append(byTheme[code.Theme], q)
				}
			}
		}
		return p.quotes(byTheme)
	},
	Say: func(l say.Language, f *findings.Finding) string {
		if len(f.Quotes) == 0 {
			return l.Say("No sentence could be shown without exposing its writer.")
		}
		return l.Say("What people wrote, theme by theme.")
	},
}

const (
	quotesPerTheme = 6
	sampled        = 3000 // respondents whose words are looked through
)

// A candidate is a sentence that could be shown.
type candidate struct {
	respondent int
	role       string
	tone       survey.Tone
	text       string // masked
	source     string
	score      float64 // how well it reads; larger is better
}

// quotes gives every theme one quote, then every theme a second, and so on,
// so that no theme uses up the people whom another needs.
func (p *Pass) quotes(byTheme [][]candidate) []findings.Finding {
	picked := make([][]candidate, len(byTheme))
	used := map[int]bool{}
	totals, base := p.Tally.Count(p.at.themes)
	order := p.order(totals)
	for range quotesPerTheme {
		for _, t := range order {
			if q := next(byTheme[t], picked[t], used); q != nil {
				used[q.respondent] = true
				picked[t] = append(picked[t], *q)
			}
		}
	}
	f := findings.Finding{
		ID: "quotes",
		Table: findings.Table{Columns: []findings.Column{
			{Name: p.Say("Theme"), Key: "theme"}, {Name: p.Say("People"), Unit: findings.Count, Key: "people"}, {Name: p.Say("Quotes shown"), Unit: findings.Count, Key: "quotes"},
		}},
		Notes: []findings.Note{p.notef("Names, addresses and numbers are masked. One quote a person; none of anybody who would be known by their role, language, " +
			"file or another fact, and none that tells of a day or an incident.")},
	}
	for _, t := range order {
		f.Table.Rows = append(f.Table.Rows, []findings.Cell{
			themeCell(p.Themes[t]), count(totals[t], base), findings.Num(float64(len(picked[t]))),
		})
		for _, q := range picked[t] {
			f.Quotes = append(f.Quotes, q.quote(p.Themes[t].Label))
		}
	}
	return []findings.Finding{f}
}

func (q *candidate) quote(theme string) findings.Quote {
	return findings.Quote{Text: q.text, Role: q.role, Theme: theme, Tone: q.tone.String(), Source: q.source}
}

// next is the candidate of a person not quoted yet that adds most variety to
// those picked: a role and a tone that are rare among them, then the sentence
// that reads best.
func next(candidates, picked []candidate, used map[int]bool) *candidate {
	var best *candidate
	var bestCost float64
	for i := range candidates {
		q := &candidates[i]
		if used[q.respondent] {
			continue
		}
		cost := -q.score
		for _, other := range picked {
			if other.role == q.role {
				cost++
			}
			if other.tone == q.tone {
				cost++
			}
		}
		if best == nil || cost < bestCost || cost == bestCost && q.text < best.text {
			best, bestCost = q, cost
		}
	}
	return best
}

// A sentence is one of a comment, as it may be shown.
type sentence struct {
	text.Span
	shown string
	words int
}

// sentences cuts a comment, and masks it, once for all that quotes it.
func (p *Pass) sentences(c *Comment) []sentence {
	show := p.Show(c)
	var all []sentence
	for span := range text.Sentences(c.Text) {
		shown := show(span.Start, span.End)
		all = append(all, sentence{span, shown, len(strings.Fields(shown))})
	}
	return all
}

// quotable reports whether a sentence can stand alone as a quote, and doesn't give
// its writer away by what it tells of.
func (s *sentence) quotable() bool { return s.words >= 4 && s.words <= 45 && !namesIncident(s.shown) }

// holding returns which of the sentences holds the words of a coding, or -1.
func holding(sentences []sentence, code codebook.Coding) int {
	i, _ := slices.BinarySearchFunc(sentences, code.Start, func(s sentence, start int) int { return cmp.Compare(s.End-1, start) })
	if i < len(sentences) && code.End <= sentences[i].End {
		return i
	}
	return -1
}

func (p *Pass) candidate(c *Comment, s sentence) candidate {
	return candidate{
		respondent: c.Respondent,
		role:       survey.JoinRoles(p.RolesOf(c)),
		text:       s.shown,
		source:     fmt.Sprintf("%s, %s", p.Sources[c.From.File], p.Survey.Questions[c.Question].Text),
		score:      readable(s.words, s.shown),
	}
}

// readable prefers sentences of about 16 words with nothing masked in them.
func readable(words int, shown string) float64 {
	score := 1 - math.Abs(math.Log(float64(words)/16))
	score -= 0.5 * float64(strings.Count(shown, "["))
	return score
}

// sample yields the comments that may be quoted: those of people in no small
// group, of the respondents with the lowest hashes where there are very many.
func (p *Pass) sample() iter.Seq[*Comment] {
	limit := uint64(math.MaxUint64)
	if people := uint64(p.People()); people > sampled {
		limit = math.MaxUint64 / people * sampled
	}
	return func(yield func(*Comment) bool) {
		for c := range p.coded(func(respondent int) bool { return hash(respondent) <= limit }) {
			if c.State == survey.Read && p.MayQuote(c) && !yield(c) {
				return
			}
		}
	}
}

func hash(respondent int) uint64 {
	h := fnv.New64a()
	h.Write(strconv.AppendInt([]byte("respondent "), int64(respondent), 10))
	return h.Sum64()
}
