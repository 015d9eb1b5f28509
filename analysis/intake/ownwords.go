package intake

import (
	"strings"

	"commonground/analysis/survey"
)

// An ownWord is a phrase by which writers tell what they are, folded. A weak
// one counts only where they say it in no other way: teachers too say "my kids".
type ownWord struct {
	role   survey.Role
	weak   bool
	phrase phrases
}

var ownWords = [...]ownWord{
	{survey.Parent, false, phrases{"my son", "my sons", "my daughter", "my daughters", "our son", "our daughter", "my grandson", "my granddaughter",
		"my grandchildren", "mi hijo", "mi hija", "mis hijos", "mis hijas", "mi nieto", "mi nieta", "nuestro hijo", "nuestra hija"}},
	{survey.Parent, true, phrases{"my child", "my children", "my kid", "my kids", "our child", "our children"}},
	{survey.Teacher, false, phrases{"i teach", "i taught", "i have taught", "i've taught", "i have been teaching", "i've been teaching", "yo enseno", "doy clases"}},
	{survey.Teacher, true, phrases{"my students", "my student", "my classroom", "mis alumnos", "mis estudiantes", "mi salon de clases"}},
}

// An opener begins a statement of what the writer is. Behind it, up to gap
// words may stand before the role ("a veteran elementary teacher").
type opener struct {
	words string
	gap   int
	of    bool // "as the parents of …": without the "of", others are meant
}

var openers = [...]opener{
	{"i am a", 2, false}, {"i am an", 2, false}, {"i'm a", 2, false}, {"i'm an", 2, false}, {"i am both a", 0, false}, {"i'm both a", 0, false},
	{"i am the", 0, true}, {"i'm the", 0, true}, {"as a", 2, false}, {"as an", 2, false}, {"as both a", 0, false}, {"as the", 0, true}, {"as", 0, false},
	{"i work as a", 2, false}, {"i work as the", 2, false}, {"just a", 1, false}, {"we are", 0, false}, {"soy", 1, false}, {"soy una", 1, false}, {"soy un", 1, false}, {"soy la", 0, true}, {"soy el", 0, true}, {"como", 0, false},
}

// comparing are words before an "as" that opens no statement.
var comparing = phrases{"such", "same", "much", "many", "well", "far", "long", "soon", "often", "important", "good"}

// inferredRoles returns the roles that writers of a text name as their own,
// such as "I am a teacher and a parent of two", or give away: "my son's
// teacher".
func inferredRoles(text string) roleSet {
	folded := fold(text)
	words := strings.Fields(folded)
	set := openingRoles(text)
	for i := range words {
		if i > 0 && comparing.is(words[i-1]) {
			continue
		}
		for _, o := range openers {
			n := strings.Count(o.words, " ") + 1
			if n <= len(words)-i && strings.Join(words[i:i+n], " ") == o.words {
				set |= o.named(words[i+n:])
			}
		}
	}
	for _, weak := range []bool{false, true} {
		for i := range ownWords {
			if w := &ownWords[i]; w.weak == weak && !(weak && set != 0) && w.phrase.in(folded) {
				set = set.with(w.role)
			}
		}
	}
	return set
}

// determiners in an opening say that it speaks of others.
var determiners = phrases{"the", "a", "an", "my", "our", "your", "their", "his", "her", "this", "that", "each", "every", "any", "no", "to", "with", "for", "and", "or"}

// openingRoles returns the role by which a comment introduces its writer in
// the first few words: "Band teacher here.", "Parent of three, …".
func openingRoles(text string) roleSet {
	end := strings.IndexAny(text, ".,;:!?\n—(")
	if end < 0 {
		end = len(text)
	}
	words := strings.Fields(fold(text[:end]))
	if len(words) > 8 {
		return 0
	}
	for i, w := range words {
		role := noun(w)
		switch {
		case determiners.is(w), loose.is(w), groups.is(w):
			return 0
		case role == survey.NoRole || role == survey.Student || strings.HasSuffix(w, "s"):
			continue
		case i+1 == len(words) && i < 3, i+2 == len(words) && words[i+1] == "here", i+1 < len(words) && (words[i+1] == "of" || words[i+1] == "de"):
			return only(role)
		}
	}
	return 0
}

// betweenRoles are words that go on with a list of roles.
var betweenRoles = phrases{"and", "a", "also", "both", "y", "e", "una", "un", "tambien"}

// groups are nouns that speak of a group that the writer belongs to, and not of
// what the writer is: "as a community, we".
var groups = phrases{"community", "comunidad", "family", "families", "familia", "familias"}

// noun returns the role that a word behind the opener names. "Para" is one
// where it follows an article, and not in "como para".
func (o opener) noun(word string) survey.Role {
	if groups.is(word) || loose.is(word) && !(word == "para" && strings.HasSuffix(o.words, " a")) {
		return survey.NoRole
	}
	return noun(word)
}

// named returns the roles named in the words right behind an opener: "veteran
// teacher and a parent of two".
func (o opener) named(words []string) roleSet {
	var set roleSet
	for i, w := range words {
		role := o.noun(w)
		switch {
		case role != survey.NoRole && role != survey.Student:
			if helped(role, words[i+1:]) {
				role = survey.Staff
			}
			set = set.with(role)
		case set == 0 && i < o.gap:
		case set == 0 || betweenRoles.is(w):
			if set == 0 {
				return 0
			}
		case o.of && w != "of" && w != "de" && w != "del":
			return 0
		default:
			return set
		}
	}
	if o.of {
		return 0
	}
	return set
}
