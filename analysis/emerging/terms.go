package emerging

import (
	"cmp"
	"slices"
	"strings"

	"commonground/analysis/survey"
	"commonground/analysis/text"
)

// An index holds the terms of texts.
type index struct {
	texts          []Text
	unknown, known int         // texts without a theme, and with one
	main           survey.Lang // of texts of which it isn't known
	words          vocabulary
	terms          map[pair]*term // by the keys of their words
	of             [][]*term      // by text, each term once; nil for texts with a theme
	kept           []*term        // that stand out
}

// A pair is a word and "", or two in a row.
type pair [2]string

func (p pair) String() string {
	if p[1] == "" {
		return p[0]
	}
	return p[0] + " " + p[1]
}

// A term is a Term being counted.
type term struct {
	Term
	key   string   // its words without their endings
	parts []string // the keys of the words of a phrase; nil for a word
	forms []form
	last  int // the person counted last
	seen  int // the text counted last, from 1
	place int // in index.kept, from 1; 0 for terms that are not
}

// A form is how often a term is written so. Most terms have one or two.
type form struct {
	words pair
	times int
}

func newIndex(texts []Text) *index {
	x := &index{texts: texts, words: vocabulary{}, terms: map[pair]*term{}, of: make([][]*term, len(texts)), main: mainLang(texts)}
	for i := range texts { // the known ones count for the terms of the others alone
		if !texts[i].Known {
			x.unknown++
			x.add(i)
		}
	}
	for i := range texts {
		if texts[i].Known {
			x.known++
			x.add(i)
		}
	}
	return x
}

// mainLang is the language of more texts.
func mainLang(texts []Text) survey.Lang {
	lead := 0
	for i := range texts {
		switch texts[i].Lang {
		case survey.Spanish:
			lead++
		case survey.English:
			lead--
		}
	}
	if lead > 0 {
		return survey.Spanish
	}
	return survey.English
}

// add counts the terms of a text.
func (x *index) add(i int) {
	tokens := x.words.tokenize(x.texts[i].Words, cmp.Or(x.texts[i].Lang, x.main))
	for k, w := range tokens {
		if w.kind == content {
			x.count(i, pair{w.key}, pair{w.form})
		}
		if k == 0 || !w.joined {
			continue
		}
		v := tokens[k-1]
		if v.kind != stop && w.kind != stop && (v.kind == content || w.kind == content) && v.key != w.key {
			x.count(i, pair{v.key, w.key}, pair{v.form, w.form})
		}
	}
}

func (x *index) count(text int, key, words pair) {
	known := x.texts[text].Known
	t := x.terms[key]
	if t == nil {
		if known {
			return
		}
		t = &term{key: key.String(), last: -1}
		if key[1] != "" {
			t.parts = []string{key[0], key[1]}
		}
		x.terms[key] = t
	}
	if !known {
		t.written(words)
	}
	if t.seen == text+1 {
		return
	}
	t.seen = text + 1
	if known {
		t.Known++
		return
	}
	t.Unknown++
	x.of[text] = append(x.of[text], t)
	if person := x.texts[text].Person; t.last != person {
		t.last = person
		t.People++
	}
}

// written counts a form of the term.
func (t *term) written(words pair) {
	for i := range t.forms {
		if t.forms[i].words == words {
			t.forms[i].times++
			return
		}
	}
	t.forms = append(t.forms, form{words, 1})
}

// within reports whether a word is hardly written but in one phrase that
// stands out as well: "lot" in "parking lot".
func (x *index) within(t *term) bool {
	const hardly = 0.8
	return t.parts == nil && slices.ContainsFunc(x.kept, func(phrase *term) bool {
		return slices.Contains(phrase.parts, t.key) && float64(phrase.Unknown) >= hardly*float64(t.Unknown)
	})
}

// name sets the forms of a term, the most frequent first, each with one way to
// write its accents.
func (t *term) name() {
	slices.SortFunc(t.forms, func(a, b form) int {
		one, other := a.words.String(), b.words.String()
		return cmp.Or(cmp.Compare(b.times, a.times), cmp.Compare(len(one), len(other)), cmp.Compare(one, other))
	})
	folded := map[string]bool{}
	for _, form := range t.forms {
		written := form.words.String()
		if f := text.Fold(written); !folded[f] {
			folded[f] = true
			t.Forms = append(t.Forms, written)
		}
	}
	t.Text = t.Forms[0]
}

// A token is a word of a text.
type token struct {
	word
	joined bool // nothing but space or a hyphen stands between it and the token before
}

// A word is what matters of a word.
type word struct {
	form string // as written, in lower case
	key  string // folded, the same for one and for several: see number
	kind kind
}

// A vocabulary knows the words that it has met, by their language and how they are
// written: most of a text's have been met before.
type vocabulary map[met]word

type met struct {
	lang    survey.Lang
	written string
}

func (v vocabulary) word(written string, lang survey.Lang) word {
	w, ok := v[met{lang, written}]
	if !ok {
		form := strings.ToLower(written)
		folded := text.Fold(form)
		w = word{form: form, key: number(folded, lang), kind: kindOf(form, folded)}
		v[met{lang, written}] = w
	}
	return w
}

// A kind says what a word is good for.
type kind uint8

const (
	content kind = iota // it is a term
	linking             // it is part of a phrase at most: "off", "after"
	stop                // it says nothing of a subject
)

// tokenize cuts a text into words, without those in square brackets.
func (v vocabulary) tokenize(s string, lang survey.Lang) []token {
	words := text.Words(nil, s)
	all := make([]token, 0, len(words))
	end, masked := 0, false
	for _, w := range words {
		between := s[end:w.Start]
		end = w.End
		if i := strings.LastIndexAny(between, "[]"); i >= 0 {
			masked = between[i] == '['
		}
		if masked {
			continue
		}
		all = append(all, token{v.word(s[w.Start:w.End], lang), len(all) > 0 && strings.Trim(between, " -\n\t") == ""})
	}
	return all
}

// kindOf tells what a word, as written and folded, is good for.
func kindOf(form, folded string) kind {
	switch {
	case len(folded) < 2, stops[folded], strings.ContainsAny(form, "./@0123456789'’"):
		return stop
	case links[folded]:
		return linking
	}
	return content
}
