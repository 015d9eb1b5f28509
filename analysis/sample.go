package analysis

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"commonground/analysis/codebook"
	"commonground/analysis/intake"
	"commonground/analysis/review"
	"commonground/analysis/survey"
)

// A Draw says how people are drawn by lot for a person to code what they wrote.
type Draw struct {
	People int    // to draw
	By     string // ID or text of a question: every group of its answers is drawn from; "" for no groups
	Seed   uint64 // of the lot: the same seed draws the same people
}

// fewest is the number of people whom each group gives at least, where it has
// them and there is room for it: of fewer, nothing can be said.
const fewest = 5

// Sample draws among the people who wrote something that could be read, in
// proportion to the groups' sizes, and returns how, and all that those drawn
// wrote: person by person, in an order that makes a draw of the first of them too,
// with each group in proportion, since a sheet may never be coded to its end.
func Sample(ctx context.Context, in *intake.Intake, coder codebook.Coder, d Draw) (*review.Sample, iter.Seq2[review.Row, error], error) {
	l := &lot{in: in, draw: d, by: -1}
	if d.By != "" {
		if l.by = in.Survey.Find(d.By); l.by < 0 || len(in.Survey.Questions[l.by].Choices) == 0 {
			return nil, nil, fmt.Errorf("drawing by %q: no question of that name has answers to choose from, which would make groups; commonground inspect lists the questions", d.By)
		}
	}
	if err := Code(ctx, in.Responses(), coder, func(*Batch) {}, l.take); err != nil {
		return nil, nil, err
	}
	sample, drawn, err := l.cast()
	if err != nil {
		return nil, nil, err
	}
	return sample, l.rows(coder, drawn), nil
}

// A lot is drawn while responses go by.
type lot struct {
	in     *intake.Intake
	draw   Draw
	by     int // question, or -1
	groups []*group
}

// A group is a stratum with those of its people who may be drawn.
type group struct {
	name   string
	people int
	lowest []ticket // the draw.People lowest at least, sorted when there are more than twice as many
}

// A ticket is a respondent with a hash: the lowest are drawn.
type ticket struct {
	hash       uint64
	respondent int
}

func byHash(a, b ticket) int {
	return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.respondent, b.respondent))
}

// take gives a ticket to each of a batch who wrote something that can be read:
// of the newest wave, which reports are about, unless waves are what is drawn by.
func (l *lot) take(b *Batch) error {
	for _, r := range b.Responses {
		if l.in.Survey.Earlier(r) && (l.by < 0 || l.in.Survey.Questions[l.by].Use != survey.WaveUse) {
			continue
		}
		if !slices.ContainsFunc(r.Comments, func(c survey.Comment) bool { return c.State == survey.Read }) {
			continue
		}
		g := l.group(stratum(l.in.Survey, l.by, r))
		g.people++
		g.lowest = append(g.lowest, ticket{lotHash(l.draw.Seed, r.Respondent), r.Respondent})
		if len(g.lowest) > 2*l.draw.People {
			g.cut(l.draw.People)
		}
	}
	return nil
}

// cut keeps the n lowest tickets.
func (g *group) cut(n int) {
	slices.SortFunc(g.lowest, byHash)
	g.lowest = g.lowest[:min(n, len(g.lowest))]
}

// stratum is the name of the group that a respondent is in, and in no other, by
// the answers to a question, or -1.
func stratum(s *survey.Survey, by int, r *survey.Response) string {
	if by < 0 {
		return "everybody"
	}
	var names []string
	for _, p := range r.Answers[by].Picks {
		names = append(names, s.Questions[by].Choices[p])
	}
	return cmp.Or(strings.Join(names, ", "), "not stated")
}

func (l *lot) group(name string) *group {
	for _, g := range l.groups {
		if g.name == name {
			return g
		}
	}
	l.groups = append(l.groups, &group{name: name})
	return l.groups[len(l.groups)-1]
}

// A turn is the stratum of a respondent who was drawn, and how far down the sheet
// they come, from 0 to 1: those of a stratum by lot, and evenly spread.
type turn struct {
	stratum string
	at      float64
}

// cast draws, and returns the turn of each respondent drawn.
func (l *lot) cast() (*review.Sample, map[int]turn, error) {
	if len(l.groups) == 0 {
		return nil, nil, errors.New("nobody wrote anything that could be read, so there is nobody to draw")
	}
	slices.SortFunc(l.groups, func(a, b *group) int {
		return cmp.Or(cmp.Compare(b.people, a.people), cmp.Compare(a.name, b.name))
	})
	if l.draw.People < 2*len(l.groups) {
		return nil, nil, fmt.Errorf("drawing %d people: there are %d groups, and of each at least two people are drawn; draw %d or more",
			l.draw.People, len(l.groups), 2*len(l.groups))
	}
	sizes := make([]int, len(l.groups))
	for i, g := range l.groups {
		sizes[i] = g.people
	}
	sample := &review.Sample{Seed: l.draw.Seed, Blind: true}
	if l.by >= 0 {
		sample.By = l.in.Survey.Questions[l.by].ID
	}
	drawn := map[int]turn{}
	for i, n := range allocate(sizes, l.draw.People) {
		g := l.groups[i]
		g.cut(n)
		for k, t := range g.lowest {
			drawn[t.respondent] = turn{g.name, (float64(k) + 0.5) / float64(n)}
		}
		sample.Strata = append(sample.Strata, review.Stratum{Name: g.name, People: g.people, Drawn: n})
	}
	return sample, drawn, nil
}

// allocate deals n places out to groups of those sizes: first the fewest to
// each, then one after the other to the group that has fewest for its size
// (Webster's method). No group gets more than it has.
func allocate(sizes []int, n int) []int {
	places := make([]int, len(sizes))
	for i, size := range sizes {
		places[i] = min(size, fewest, n/len(sizes))
	}
	for _, p := range places {
		n -= p
	}
	for ; n > 0; n-- {
		best := -1
		for i, size := range sizes {
			if places[i] < size && (best < 0 || size*(2*places[best]+1) > sizes[best]*(2*places[i]+1)) {
				best = i
			}
		}
		if best < 0 {
			break // everybody is drawn
		}
		places[best]++
	}
	return places
}

// lotHash spreads respondents evenly, and differently for each seed: the mixing
// of SplitMix64 (Steele, Lea and Flood 2014).
func lotHash(seed uint64, respondent int) uint64 {
	const golden = 0x9e3779b97f4a7c15
	return mix(mix(seed+golden) + uint64(respondent)*golden)
}

func mix(z uint64) uint64 {
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// rows yields all that the people drawn wrote, without codes, in turn.
func (l *lot) rows(coder codebook.Coder, drawn map[int]turn) iter.Seq2[review.Row, error] {
	return func(yield func(review.Row, error) bool) {
		all, err := l.gather(coder, drawn)
		if err != nil {
			yield(review.Row{}, err)
			return
		}
		slices.SortStableFunc(all, func(a, b review.Row) int {
			return cmp.Or(cmp.Compare(drawn[a.Respondent].at, drawn[b.Respondent].at), cmp.Compare(a.Respondent, b.Respondent))
		})
		for _, row := range all {
			if !yield(row, nil) {
				return
			}
		}
	}
}

// gather returns the same in the order of the files.
func (l *lot) gather(coder codebook.Coder, drawn map[int]turn) ([]review.Row, error) {
	s := l.in.Survey
	role := s.Index(survey.RoleID)
	var all []review.Row
	for r, err := range l.in.Responses() {
		if err != nil {
			return nil, err
		}
		turn, ok := drawn[r.Respondent]
		if !ok {
			continue
		}
		coder.Code(nil, r) // for the languages
		for _, c := range r.Comments {
			all = append(all, review.Row{
				File: l.in.Reads[c.From.File].File, Row: c.From.Row, Respondent: r.Respondent, Role: survey.JoinRoles(r.Roles(role)),
				Question: s.Questions[c.Question].Text, Lang: c.Lang.String(), Text: c.Text, Stratum: turn.stratum,
			})
		}
	}
	return all, nil
}
