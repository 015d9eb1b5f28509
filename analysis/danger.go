package analysis

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"commonground/analysis/codebook"
	"commonground/analysis/survey"
)

//go:embed danger.yaml
var dangerFile string

// A lookout for danger finds comments that a person has to read first: those
// whose words may tell of abuse, self-harm, a weapon or a threat. It finds some
// that tell of none, and can miss some that do.
type danger struct{ rules *codebook.Rules }

func newDanger() (danger, error) {
	book, err := codebook.Load(strings.NewReader(dangerFile), "danger.yaml")
	if err != nil {
		return danger{}, err
	}
	for i := range book.Themes { // a few words are often taken for another language, and must not be missed for that
		t := &book.Themes[i]
		t.Patterns, t.Unless = inBoth(t.Patterns), inBoth(t.Unless)
	}
	rules, err := codebook.NewRules(book)
	return danger{rules}, err
}

// inBoth has patterns looked for in English and in Spanish, whichever they are of.
func inBoth(patterns []codebook.Pattern) []codebook.Pattern {
	var both []codebook.Pattern
	for _, p := range patterns {
		for _, p.Lang = range []survey.Lang{survey.English, survey.Spanish} {
			both = append(both, p)
		}
	}
	return both
}

// in says which of a response's comments seem to tell of danger. It leaves the
// response as it is, and is safe for concurrent use.
func (d danger) in(r *survey.Response) []bool {
	again := *r // the rules note language and state, which what people decided may have changed
	again.Comments = slices.Clone(r.Comments)
	found := make([]bool, len(r.Comments))
	for _, k := range d.rules.Code(nil, &again) {
		found[k.Comment] = true
	}
	return found
}

// why names the words that seem to tell of danger, for the eyes of whoever reads
// the comment first.
func (d danger) why(text string) string {
	r := survey.Response{Comments: []survey.Comment{{Text: text}}}
	var words []string
	for _, k := range d.rules.Code(nil, &r) {
		if w := "“" + text[k.Start:k.End] + "”"; !slices.Contains(words, w) {
			words = append(words, w)
		}
	}
	return fmt.Sprintf("Read first: this may tell of danger to somebody (%s)", strings.Join(words, ", "))
}
