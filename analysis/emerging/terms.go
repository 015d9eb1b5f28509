package emerging

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"commonground/analysis/text"
)

// An index holds the terms of texts.
type index struct {
	texts          []Text
	unknown, known int // texts without a theme, and with one
	terms          map[string]*term
	of             [][]*term // by text, each term once; nil for texts with a theme
	kept           []*term   // that stand out
}

// A term is a Term being counted.
type term struct {
	Term
	key   string         // its words without their endings
	parts []string       // the keys of the words of a phrase; nil for a word
	forms map[string]int // how often it is written so
	last  int            // the person counted last
	seen  int            // the text counted last, from 1
	place int            // in index.kept, from 1; 0 for terms that are not
}

func newIndex(texts []Text) *index {
	x := &index{texts: texts, terms: map[string]*term{}, of: make([][]*term, len(texts))}
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

// add counts the terms of a text.
func (x *index) add(i int) {
	tokens := tokenize(x.texts[i].Words)
	for k, w := range tokens {
		if w.kind == content {
			x.count(i, w.key, nil, w.form)
		}
		if k == 0 || !w.joined {
			continue
		}
		v := tokens[k-1]
		if v.kind != stop && w.kind != stop && (v.kind == content || w.kind == content) && v.key != w.key {
			x.count(i, v.key+" "+w.key, []string{v.key, w.key}, v.form+" "+w.form)
		}
	}
}

func (x *index) count(text int, key string, parts []string, form string) {
	known := x.texts[text].Known
	t := x.terms[key]
	if t == nil {
		if known {
			return
		}
		t = &term{key: key, parts: parts, forms: map[string]int{}, last: -1}
		x.terms[key] = t
	}
	if !known {
		t.forms[form]++
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
	folded := map[string]bool{}
	for _, form := range slices.SortedFunc(maps.Keys(t.forms), func(a, b string) int {
		return cmp.Or(cmp.Compare(t.forms[b], t.forms[a]), cmp.Compare(len(a), len(b)), cmp.Compare(a, b))
	}) {
		if f := text.Fold(form); !folded[f] {
			folded[f] = true
			t.Forms = append(t.Forms, form)
		}
	}
	t.Text = t.Forms[0]
}

// A token is a word of a text.
type token struct {
	form   string // as written, in lower case
	key    string // folded, and without the ending of a plural
	kind   kind
	joined bool // nothing but space or a hyphen stands between it and the token before
}

// A kind says what a word is good for.
type kind uint8

const (
	content kind = iota // it is a term
	linking             // it is part of a phrase at most: "off", "after"
	stop                // it says nothing of a subject
)

// tokenize cuts a text into words, without those in square brackets.
func tokenize(s string) []token {
	var all []token
	end, masked := 0, false
	for _, w := range text.Words(nil, s) {
		between := s[end:w.Start]
		end = w.End
		if i := strings.LastIndexAny(between, "[]"); i >= 0 {
			masked = between[i] == '['
		}
		if masked {
			continue
		}
		form := strings.ToLower(s[w.Start:w.End])
		folded := text.Fold(form)
		all = append(all, token{
			form: form, key: singular(folded), kind: kindOf(form, folded),
			joined: len(all) > 0 && strings.Trim(between, " -\n\t") == "",
		})
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

// singular takes the ending of a plural away, in both languages.
func singular(w string) string {
	switch {
	case len(w) < 4 || !strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ss") || strings.HasSuffix(w, "us") || strings.HasSuffix(w, "is"):
		return w
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case hasAnySuffix(w, "ches", "shes", "xes", "sses", "ones", "ores", "ales", "ades"):
		return w[:len(w)-2]
	}
	return w[:len(w)-1]
}

func hasAnySuffix(w string, endings ...string) bool {
	return slices.ContainsFunc(endings, func(e string) bool { return strings.HasSuffix(w, e) })
}
