// Package emerging finds what people write about that a codebook does not
// know: the words and phrases that stand out where no theme was found, and the
// groups that they form.
//
//	terms.go    texts as words and phrases, alike in number and accents
//	keyness.go  which of them stand out, by log-likelihood
//	factor.go   which of them come together, by non-negative factors
//	groups.go   groups with their typical texts and a pattern to find them by
package emerging

import (
	"cmp"
	"slices"

	"commonground/analysis/survey"
)

// A Text is an answer, or a sentence of one.
type Text struct {
	Person int // texts of one person stand next to each other
	Lang   survey.Lang
	Words  string // what stands in square brackets is masked, and no word
	Known  bool   // a theme was found in it
}

// Options say how much to look for. The zero value is right for a survey.
type Options struct {
	Small  int // people that a word and a group need; 0 for 5
	Groups int // the most groups; 0 for 8
}

// A Found is what stands out.
type Found struct {
	Terms  []Term // the most telling first
	Groups []Group
}

// A Term is a word, or two in a row, that is written more often where no theme
// was found.
type Term struct {
	Text    string   // its most frequent form, in lower case
	Forms   []string // all its forms: "lunch", "lunches"
	People  int      // who wrote it where no theme was found
	Unknown int      // texts without a theme that have it
	Known   int      // texts with a theme that have it
	G2      float64  // see Keyness
}

// A Group is terms that the same texts without a theme have.
type Group struct {
	Terms   []int // indexes into Found.Terms, the strongest first
	People  int
	Texts   []int  // indexes of its texts, the most typical first
	Pattern string // that finds most of its texts, in the language of codebooks
	Lang    survey.Lang
}

const (
	usualSmall  = 5
	usualGroups = 8
	mostTerms   = 200

	// A term stands out, and a group grows around it, from these on: the 99% and
	// 99.9% points of chi-squared with one degree of freedom, as each is one of
	// many that are looked at.
	leastG2, anchorG2 = 6.63, 10.83
	// With fewer texts that have a theme there is nothing to stand out from.
	fewKnown = 30
)

// Find looks through texts for what stands out among those without a theme.
func Find(texts []Text, o Options) Found {
	o.Small, o.Groups = cmp.Or(o.Small, usualSmall), cmp.Or(o.Groups, usualGroups)
	x := newIndex(texts)
	x.standOut(o.Small)
	found := Found{}
	for _, t := range x.kept {
		found.Terms = append(found.Terms, t.Term)
	}
	found.Groups = x.groups(o)
	return found
}

// standOut keeps the terms that enough people wrote and that stand out, the
// most telling first.
func (x *index) standOut(small int) {
	for _, t := range x.terms {
		t.G2 = Keyness(t.Unknown, t.Known, x.unknown-t.Unknown, x.known-t.Known)
		if t.People >= small && (x.known < fewKnown || t.G2 >= leastG2 && t.Unknown*x.known > t.Known*x.unknown) {
			x.kept = append(x.kept, t)
		}
	}
	slices.SortFunc(x.kept, func(a, b *term) int {
		return cmp.Or(cmp.Compare(b.G2, a.G2), cmp.Compare(b.People, a.People), cmp.Compare(a.key, b.key))
	})
	x.kept = slices.DeleteFunc(x.kept, x.within)
	x.kept = x.kept[:min(len(x.kept), mostTerms)]
	for _, t := range x.kept {
		t.name()
	}
}
