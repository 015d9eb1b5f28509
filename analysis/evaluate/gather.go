package evaluate

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"commonground/analysis/codebook"
	"commonground/analysis/review"
)

// NewGold gathers what files of codes say of the same comments. themes are those
// of the coder to evaluate. Rows that nobody checked are left out. Where the
// files don't say what was agreed on, it is what more than half of the coders of
// a comment say, in the tone of most of them, or else of the first. Of several
// files that name no coder, each is taken for one coder's, named as the file is.
func NewGold(themes []codebook.Theme, files ...*review.Decisions) (*Gold, error) {
	g := &Gold{}
	g.lookFor(themes, files)
	b := goldBuilder{gold: g, at: map[caseKey]int{}}
	for i, name := range coderNames(files) {
		b.add(files[i], name)
	}
	if len(g.Cases) == 0 || len(g.Themes) == 0 {
		return nil, b.empty()
	}
	switch {
	case b.unchecked == 1:
		g.Notes = append(g.Notes, "1 row is not marked as checked and is left out.")
	case b.unchecked > 1:
		g.Notes = append(g.Notes, fmt.Sprintf("%d rows are not marked as checked and are left out.", b.unchecked))
	}
	b.agree()
	b.gather()
	return g, nil
}

// lookFor takes the themes that every file has a column for: who was not asked
// for a theme didn't say that it isn't there.
func (g *Gold) lookFor(themes []codebook.Theme, files []*review.Decisions) {
	for i, t := range themes {
		in := 0
		for _, f := range files {
			if slices.Contains(f.Themes, t.ID) {
				in++
			}
		}
		switch {
		case in == len(files):
			g.Themes = append(g.Themes, Theme{t, i})
		case in > 0:
			g.Notes = append(g.Notes, fmt.Sprintf("The theme %q is not a column of every file and is left out.", t.ID))
		}
	}
}

// coderNames says who coded in each of several files that don't say it: the name
// of the file, as short as it tells the files apart.
func coderNames(files []*review.Decisions) []string {
	names := make([]string, len(files))
	if len(files) == 1 {
		return names
	}
	short := func(f *review.Decisions) string {
		return strings.TrimSuffix(filepath.Base(f.File), filepath.Ext(f.File))
	}
	for i, f := range files {
		names[i] = short(f)
		for k, other := range files {
			if k != i && short(other) == names[i] {
				names[i] = f.File
				break
			}
		}
		if slices.ContainsFunc(f.All, func(d review.Decision) bool { return d.Coder != "" }) {
			names[i] = ""
		}
	}
	return names
}

// A caseKey finds a comment in several files. Where people gave one answer
// twice, nth tells the two apart.
type caseKey struct {
	id  string
	ref review.Ref
	nth int
}

// A goldBuilder fills a Gold.
type goldBuilder struct {
	gold      *Gold
	at        map[caseKey]int // index of the case
	agreed    []bool          // by case: the files say what was agreed on
	unchecked int             // rows
}

func (b *goldBuilder) empty() error {
	if b.unchecked > 0 && len(b.gold.Cases) == 0 {
		return fmt.Errorf("no row (of %d) is marked as checked, so the codes are the machine's own: look through some, and write yes into their column “checked”", b.unchecked)
	}
	if len(b.gold.Cases) == 0 {
		return errors.New("the files hold no coded comments")
	}
	return errors.New("the files have no theme in common")
}

// add adds the decisions of a file; coder made those that name nobody.
func (b *goldBuilder) add(f *review.Decisions, coder string) {
	g := b.gold
	g.Notes = append(g.Notes, f.Notes...)
	type by struct {
		coder string
		key   caseKey
	}
	times := map[by]int{}
	for i := range f.All {
		d := &f.All[i]
		if !d.Checked {
			b.unchecked++
			continue
		}
		who := cmp.Or(d.Coder, coder)
		key := caseKey{id: d.Comment.ID}
		if key.id == "" {
			key.ref = d.Comment.Ref()
		}
		times[by{who, key}]++
		key.nth = times[by{who, key}]
		b.decide(key, who, d)
	}
}

// decide notes one decision on one case.
func (b *goldBuilder) decide(key caseKey, coder string, d *review.Decision) {
	g := b.gold
	at, ok := b.at[key]
	if !ok {
		at = len(g.Cases)
		b.at[key] = at
		g.Cases = append(g.Cases, Case{Comment: d.Comment})
		b.agreed = append(b.agreed, false)
	}
	c := &g.Cases[at]
	c.NoContent = c.NoContent || d.NoContent
	codes := make(Codes, len(g.Themes))
	for i, t := range g.Themes {
		switch code, ok := d.Code(t.ID); {
		case ok && code.Toned:
			codes[i] = toned(code.Tone)
		case ok:
			codes[i] = ticked
		case slices.Contains(d.Open, t.ID):
			codes[i] = unasked
		}
	}
	if coder == "" {
		c.Codes, b.agreed[at] = codes, true
		return
	}
	who := slices.Index(g.Coders, coder)
	if who < 0 {
		who = len(g.Coders)
		g.Coders = append(g.Coders, coder)
	}
	for len(c.By) <= who {
		c.By = append(c.By, nil)
	}
	c.By[who] = codes
}

// agree finds what the coders agreed on, where the files don't say it.
func (b *goldBuilder) agree() {
	g := b.gold
	for i := range g.Cases {
		c := &g.Cases[i]
		for len(c.By) < len(g.Coders) {
			c.By = append(c.By, nil)
		}
		if !b.agreed[i] {
			c.Codes = majority(c.By, len(g.Themes))
			g.voted = g.voted || len(g.Coders) > 1
		}
	}
}

// majority is what more than half of those say who coded a comment, of each theme
// that they were asked for; nil where nobody coded it.
func majority(by []Codes, themes int) Codes {
	by = slices.DeleteFunc(slices.Clone(by), func(codes Codes) bool { return codes == nil })
	if len(by) == 0 {
		return nil
	}
	agreed := make(Codes, themes)
	for t := range agreed {
		agreed[t] = most(by, t)
	}
	return agreed
}

// most is what more than half say of a theme, in the tone of most of them.
func most(by []Codes, theme int) Mark {
	asked, given := 0, 0
	var votes [int(firstToned) + tones]int // for a tone, and none for a theme without
	for _, codes := range by {
		m := codes[theme]
		if m != unasked {
			asked++
		}
		if m.found() {
			given++
		}
		if m >= firstToned {
			votes[m]++
		}
	}
	switch {
	case asked == 0:
		return unasked
	case 2*given <= asked:
		return absent
	}
	best := ticked
	for _, codes := range by {
		if m := codes[theme]; votes[m] > votes[best] {
			best = m
		}
	}
	return best
}

// gather finds the comments of each person. A comment of nobody known is one of
// a person of its own.
func (b *goldBuilder) gather() {
	g := b.gold
	at := map[string]int{}
	for i := range g.Cases {
		g.ask(g.Cases[i].Comment.Question)
		who := g.Cases[i].Comment.Respondent
		p, ok := at[who]
		if !ok || who == "" {
			p = len(g.People)
			at[who] = p
			g.People = append(g.People, nil)
		}
		g.People[p] = append(g.People[p], i)
	}
}
