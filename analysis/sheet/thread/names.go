package thread

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// notNames are words before a colon that nobody is called.
var notNames = wordSet(`note|update|edit|edited|ps|p.s.|postscript|question|questions|answer|answers|respondents|responses|comments|highlighted statement|summary|example|tip|tips|teachers|parents|students|here|today|yes|no|also|and|but|first|second|third|finally|however|bottom line|the bottom line|pros|cons|hint|warning|source|sources|re|fyi|date|time|where|when|who|why|how|what|title|by|from|to|subject|nota|pregunta|respuesta|padres|maestros`)

var roleRE = regexp.MustCompile(`^(.*?) ?\(([^()]{2,40})\)$`)

// signature splits "Natalie, parent" and "Natalie (parent)".
func signature(s string) (author, role string, ok bool) {
	s = strings.TrimSpace(s)
	author = s
	if m := roleRE.FindStringSubmatch(s); m != nil {
		author, role = m[1], m[2]
	} else if name, after, found := strings.Cut(s, ","); found {
		author, role = name, strings.TrimSpace(after)
	}
	author = strings.TrimRight(strings.TrimSpace(author), ",")
	if !isName(author) || len(strings.Fields(role)) > 8 {
		return "", "", false
	}
	return author, strings.TrimRight(role, "."), true
}

var (
	lowerInNames = wordSet(`of|the|de|la|las|los|del|da|van|von|der|den|and|y|in|from|at|for|with|a|two|three|four|parent|parents|teacher|teachers|mom|mother|dad|father|grandma|grandpa|grandmother|grandfather|grandparent|guardian|aunt|uncle|student|principal|educator|concerned|anonymous|user|guest|grade|retired|former|single|working|kids|boys|girls|twins|madre|padre|mamá|papá|maestra|maestro`)
	neverNames   = wordSet(`my|your|his|her|its|our|their|this|that|these|those|i|we|you|he|she|they|it|if|when|what|why|how|who|where|as|because|so|or|not|is|are|was|were|then|there|here|another|one|some|many|most|all|every|each|mi|su|tu|nuestro|nuestra`)
)

// isName reports whether s can be what somebody signs with: up to six words with
// capitals ("Maria G."), words like "parent of two", or a single user name.
func isName(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 6 || neverNames[strings.ToLower(words[0])] {
		return false
	}
	for i, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		plain := strings.ToLower(strings.TrimRight(w, ".,"))
		named := unicode.IsUpper(r) || unicode.IsDigit(r) || r == '@' || r == '&' || lowerInNames[plain] || len(words) == 1 && unicode.IsLetter(r)
		if !named || strings.HasSuffix(w, ".") && i == len(words)-1 && len(plain) > 4 {
			return false
		}
	}
	return strings.ContainsFunc(s, unicode.IsLetter)
}

func capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
