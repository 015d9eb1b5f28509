package sheet

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A mark is what tells where a comment begins or ends, and whose it is.
type mark struct {
	author, role, when string
	rest               string // what follows on the same line
	lines              int    // that the mark takes up
	weak               bool   // may as well be part of what somebody wrote
	posted             bool   // "Posted by": stands above or below a comment
}

var (
	numberedRE = regexp.MustCompile(`^(?:#(\d{1,5})[.):]?|\((\d{1,5})\)|(\d{1,5})[.)])(?:\s+(.*))?$`)
	bulletRE   = regexp.MustCompile(`^(?:[•‣◦▪●·*–-]|o)\s+(.*)$`)

	months    = `(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`
	meses     = `(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre)`
	dayRE     = `(?:(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?(?:` + months + ` \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?|\d{1,2}(?:st|nd|rd|th)? ` + months + `,?(?: \d{4})?|\d{1,2} de ` + meses + `(?: (?:de|del) \d{4})?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{4}-\d{2}-\d{2})|\d+ (?:min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|years?) ago|yesterday|today|hace \d+ \pL+)`
	timeRE    = `(?:(?:,| at| -| –| \||T| @| a las)? ?\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?)?`
	whenRE    = `(?P<when>` + dayRE + timeRE + `)`
	nameRE    = `(?P<name>[^:;?!|“”"]{1,60}?)`
	verbs     = `(?:wrote|writes|says|said|commented|comments|replied|replies|responded|responds|added|adds|asked|asks|shared|escribió|dice|dijo|comentó|respondió)`
	dash      = `(?:\||—|–|-|•|·|@|on|at|el)`
	onlyWhen  = regexp.MustCompile(`(?i)^(?:posted )?(?:on |at |el )?` + whenRE + `(?: \((?:edited)\))?:?$`)
	signRE    = regexp.MustCompile(`^(?:—|–|-{1,2}|~) ?([^:;?!|“”"]{1,80})$`)
	roleParen = regexp.MustCompile(`^(.*?) ?\(([^()]{2,40})\)$`)
)

// numbered takes the number off a line such as "12) text".
func numbered(s string) (n int, form string, rest string, ok bool) {
	m := numberedRE.FindStringSubmatch(s)
	if m == nil {
		return 0, "", "", false
	}
	digits := m[1] + m[2] + m[3]
	n, _ = strconv.Atoi(digits)
	form = strings.TrimSuffix(s, m[4])
	return n, strings.TrimSpace(strings.Replace(form, digits, "", 1)), m[4], true
}

// hasMark reports whether a line looks like one of a page with comments.
func hasMark(s string) bool {
	_, _, _, found := numbered(s)
	_, header := headerOf(s)
	return found || header || isCommentsHeading(s) || bulletRE.MatchString(s) || signRE.MatchString(s)
}

// headerAt recognises the line or lines above a comment that say whose it is.
func headerAt(lines []line, i int) (mark, bool) {
	text := lines[i].text
	if m, ok := headerOf(text); ok {
		m.lines = 1
		if m.when == "" && m.rest == "" && i+1 < len(lines) && onlyWhen.MatchString(lines[i+1].text) {
			m.when, m.lines, m.weak = dateOf(lines[i+1].text), 2, false
		}
		return m, true
	}
	if i+1 < len(lines) && text != "" && onlyWhen.MatchString(lines[i+1].text) {
		if author, role, ok := signature(text); ok {
			return mark{author: author, role: role, when: dateOf(lines[i+1].text), lines: 2}, true
		}
	}
	return mark{}, false
}

// headerForms are the ways to say whose the comment below is, the plainest
// first. What follows a form on the same line belongs to the comment.
var headerForms = []struct {
	re           *regexp.Regexp
	needs        string // characters one of which a line of this form has
	posted, weak bool
}{
	{re: form(`on ` + whenRE + `,? ` + nameRE + ` ` + verbs + `:(?:\s|$)`), needs: ":"},
	{re: form(nameRE + `(?:,? on)?(?:,? \(?` + whenRE + `\)?,?)? ` + verbs + `(?:,? ?(?:on |el )?` + whenRE + `)?:(?:\s|$)`), needs: ":"},
	{re: form(`(?:posted by|comment by|comment from|submitted by|written by|left by|publicado por|comentario de):? ` + nameRE + `(?:,? ?` + dash + `? ?\(?` + whenRE + `\)?)?[:.]?$`), needs: " ", posted: true},
	{re: form(whenRE + ` ?(?:` + dash + `|by|,)+ ?` + nameRE + `:?$`), needs: "0123456789"},
	{re: form(`(?:by )?` + nameRE + `(?:,? ?` + dash + `? ?)\(?` + whenRE + `\)?:?$`), needs: "0123456789"},
	{re: regexp.MustCompile(`^` + nameRE + `:(?:\s|$)`), needs: ":", weak: true},
}

func form(s string) *regexp.Regexp { return regexp.MustCompile(`(?i)^` + s) }

// headerOf recognises a single line above a comment, or its beginning.
func headerOf(s string) (mark, bool) {
	const longest = 200 // bytes that a form takes up
	head := s[:min(len(s), longest)]
	for _, h := range headerForms {
		if !strings.ContainsAny(head, h.needs) {
			continue
		}
		found := h.re.FindStringSubmatch(head)
		if found == nil || len(found[0]) == longest {
			continue
		}
		m := mark{rest: strings.TrimSpace(s[len(found[0]):]), posted: h.posted, weak: h.weak}
		ok := false
		for i, group := range h.re.SubexpNames() {
			switch {
			case found[i] == "":
			case group == "name":
				m.author, m.role, ok = signature(strings.TrimRight(found[i], " ,|—–-•·"))
			case group == "when":
				m.when = isoDate(found[i])
			}
		}
		if ok && !(h.weak && (notNames[strings.ToLower(m.author)] || !capital(m.author))) {
			return m, true
		}
	}
	return mark{}, false
}

// notNames are words before a colon that nobody is called.
var notNames = wordSet(`note|update|edit|edited|ps|p.s.|postscript|question|questions|answer|answers|respondents|responses|comments|highlighted statement|summary|example|tip|tips|teachers|parents|students|here|today|yes|no|also|and|but|first|second|third|finally|however|bottom line|the bottom line|pros|cons|hint|warning|source|sources|re|fyi|date|time|where|when|who|why|how|what|title|by|from|to|subject|nota|pregunta|respuesta|padres|maestros`)

// signature splits "Natalie, parent" and "Natalie (parent)".
func signature(s string) (author, role string, ok bool) {
	s = strings.TrimSpace(s)
	author = s
	if m := roleParen.FindStringSubmatch(s); m != nil {
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

// cutSignature takes "— Natalie, parent" off the end of a paragraph.
func cutSignature(s string) (text, author, role string) {
	for _, dash := range []string{"—", "–", "--", " - ", "~"} {
		i := strings.LastIndex(s, dash)
		if i < 0 {
			continue
		}
		before := strings.TrimSpace(s[:i])
		last, _ := utf8.DecodeLastRuneInString(before)
		if !strings.ContainsRune("”\"’'.!?…)]»", last) {
			continue
		}
		name := strings.TrimSpace(s[i+len(dash):])
		if author, role, ok := signature(name); ok && capital(name) {
			return before, author, role
		}
	}
	return s, "", ""
}
