package measure

import (
	"fmt"
	"slices"
	"strings"

	"commonground/analysis/emerging"
	"commonground/analysis/findings"
	"commonground/analysis/say"
)

// Emerging shows what people write about that no theme covers, and how a new
// theme could find it.
var Emerging = &Measure{
	Name:  "emerging",
	Words: true,
	Title: "What the codebook does not know",
	Doc:   "What do people write about that no theme covers?",
	Run: func(p *Pass) []findings.Finding {
		l := p.look()
		answers, sentences := emerging.Find(l.answers.texts, l.options()), emerging.Find(l.sentences.texts, l.options())
		sentences.Groups = slices.DeleteFunc(sentences.Groups, func(g emerging.Group) bool { return told(g, sentences, answers) })
		var found []findings.Finding
		if len(answers.Groups) > 0 {
			found = append(found, l.groups("emerging", &l.answers, answers,
				l.Sayf("Among the answers that were given no theme: %s of %s answers.", l.answers.unknown(), l.answers.all())))
		}
		if len(sentences.Groups) > 0 {
			found = append(found, l.groups("emerging.sentences", &l.sentences, sentences,
				l.Sayf("Among all answers: sentences that no theme was found in, whatever else their writers wrote (%s of %s sentences), as far as it is not told above.",
					l.sentences.unknown(), l.sentences.all())))
		}
		if len(answers.Terms) > 0 {
			found = append(found, l.words(answers.Terms))
		}
		return found
	},
	Say: func(l say.Language, f *findings.Finding) string {
		if f.ID == "emerging.words" {
			return l.Sayf("“%s” is what most sets the answers without a theme apart.", f.Table.Rows[0][0].Label)
		}
		var said []string
		for _, row := range f.Table.Rows[:min(len(f.Table.Rows), 3)] {
			name, _, _ := strings.Cut(row[0].Label, ", ")
			said = append(said, fmt.Sprintf("“%s” (%s)", name, people(l, row[1])))
		}
		if f.ID == "emerging.sentences" {
			return l.Sayf("No theme covers the sentences with %s.", l.List(said))
		}
		return l.Sayf("People also write about what no theme covers: %s.", l.List(said))
	},
}

// told reports whether a group's first word is one of another finding's.
func told(g emerging.Group, found, other emerging.Found) bool {
	return slices.ContainsFunc(other.Groups, func(o emerging.Group) bool {
		return slices.ContainsFunc(o.Terms, func(t int) bool { return other.Terms[t].Text == found.Terms[g.Terms[0]].Text })
	})
}

const (
	lookedAt      = 20000 // answers that are looked through
	typical       = 3     // answers shown of each group
	tellingWords  = 30    // words listed
	longestQuoted = 45    // words of an answer that is shown
)

// groups is the table of groups, with their typical answers as quotes.
func (l *lookout) groups(id string, s *pieces, found emerging.Found, base string) findings.Finding {
	f := findings.Finding{
		ID: id,
		Table: findings.Table{Columns: []findings.Column{
			{Name: l.Say("Words"), Key: "words"}, {Name: l.Say("People"), Unit: findings.Count, Key: "people"}, {Name: l.Say("Share"), Unit: findings.Share, Key: "share"}, {Name: l.Say("Pattern to try"), Key: "pattern"},
		}},
		Figure: &findings.Figure{
			Kind: findings.Bars, Title: l.Say("Share of the people who wrote something"),
			Caption: l.caption(l.Pass.wrote(l.wrote) + l.whiskers()), Values: []int{2},
		},
		Notes: []findings.Note{
			l.notef("%s Words that stand out there (log-likelihood G², Dunning 1993) are grouped by the answers that have them "+
				"(non-negative matrix factorization, Lee and Seung 2001). A machine found these groups: read the answers before you name them.", base),
			l.notef("To count one as a theme, copy the codebook with “commonground codebook new” and put the pattern into a theme of your own."),
		},
	}
	if l.sampled {
		f.Notes = append(f.Notes, l.notef("Looked through: the answers of %s people, drawn by chance.", findings.Count.Text(float64(l.wrote))))
	}
	for _, g := range found.Groups {
		name := l.name(g, found.Terms)
		f.Table.Rows = append(f.Table.Rows, []findings.Cell{
			findings.Text(name), count(int64(g.People), l.wrote), l.share(int64(g.People), l.wrote),
			findings.Text(fmt.Sprintf("%s: %s", g.Lang, g.Pattern)),
		})
		f.Quotes = append(f.Quotes, l.typical(s, g, found.Terms, name)...)
	}
	return f
}

// name lists the words of a group.
func (l *lookout) name(g emerging.Group, terms []emerging.Term) string {
	var words []string
	for _, t := range g.Terms {
		words = append(words, terms[t].Text)
	}
	return strings.Join(words, ", ")
}

// typical are the most typical answers of a group that may be shown, one a
// person, no two alike.
func (l *lookout) typical(s *pieces, g emerging.Group, terms []emerging.Term, name string) []findings.Quote {
	var quotes []findings.Quote
	for _, i := range g.Texts {
		c := s.from[i]
		if len(quotes) == typical || l.quoted[c.Respondent] || !l.MayQuote(c) {
			continue
		}
		words := telling(l.Pass.sentences(c), s.texts[i].Words, g, terms)
		if words == "" || slices.ContainsFunc(quotes, func(q findings.Quote) bool { return strings.EqualFold(q.Text, words) }) {
			continue
		}
		q := l.candidate(c, sentence{shown: words, words: len(strings.Fields(words))})
		quote := q.quote(name)
		quote.Tone = ""
		quotes, l.quoted[c.Respondent] = append(quotes, quote), true
	}
	return quotes
}

// telling is a text that is short enough to be shown, or else its sentence
// with most of the group's words; "" where that is too long as well, or tells of
// an incident.
func telling(sentences []sentence, whole string, g emerging.Group, terms []emerging.Term) string {
	if len(strings.Fields(whole)) <= longestQuoted && !namesIncident(whole) {
		return whole
	}
	best, most := "", 0
	for _, s := range sentences {
		n := 0
		for _, t := range g.Terms {
			if slices.ContainsFunc(terms[t].Forms, func(form string) bool { return strings.Contains(strings.ToLower(s.shown), form) }) {
				n++
			}
		}
		if n > most && s.words <= longestQuoted && !namesIncident(s.shown) {
			best, most = s.shown, n
		}
	}
	return best
}

// words is the table of what stands out in answers without a theme.
func (l *lookout) words(terms []emerging.Term) findings.Finding {
	f := findings.Finding{
		ID: "emerging.words",
		Table: findings.Table{Columns: []findings.Column{
			{Name: l.Say("Word or phrase"), Key: "word"}, {Name: l.Say("People"), Unit: findings.Count, Key: "people"}, {Name: l.Say("Answers without a theme"), Unit: findings.Count, Key: "without-theme"},
			{Name: l.Say("Answers with a theme"), Unit: findings.Count, Key: "with-theme"}, {Name: l.Say("G²"), Unit: findings.Ratio, Key: "keyness"},
		}},
		Notes: []findings.Note{l.notef("G² = 2 Σ O ln(O/E) over answers with and without the word, without a theme and with one "+
			"(Dunning 1993; Rayson and Garside 2000): the larger, the less it is chance that the word stands in answers without a theme. "+
			"Words of %s are left out.", l.Fewer())},
	}
	for _, t := range terms[:min(len(terms), tellingWords)] {
		f.Table.Rows = append(f.Table.Rows, []findings.Cell{
			findings.Text(t.Text), count(int64(t.People), l.wrote), count(int64(t.Unknown), l.wrote), count(int64(t.Known), l.wrote),
			findings.Num(t.G2),
		})
	}
	return f
}
