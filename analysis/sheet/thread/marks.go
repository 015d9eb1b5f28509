package thread

import (
	"regexp"
	"strconv"
	"strings"
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

	months   = `(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`
	meses    = `(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre)`
	dayRE    = `(?:(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?(?:` + months + ` \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?|\d{1,2}(?:st|nd|rd|th)? ` + months + `,?(?: \d{4})?|\d{1,2} de ` + meses + `(?: (?:de|del) \d{4})?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{4}-\d{2}-\d{2})|\d+ (?:min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|years?) ago|yesterday|today|hace \d+ \pL+)`
	timeRE   = `(?:(?:,| at| -| –| \||T| @| a las)? ?\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?)?`
	whenRE   = `(?P<when>` + dayRE + timeRE + `)`
	nameRE   = `(?P<name>[^:;?!|“”"]{1,60}?)`
	verbs    = `(?:wrote|writes|says|said|commented|comments|replied|replies|responded|responds|added|adds|asked|asks|shared|escribió|dice|dijo|comentó|respondió)`
	dash     = `(?:\||—|–|-|•|·|@|on|at|el)`
	onlyWhen = regexp.MustCompile(`(?i)^(?:posted )?(?:on |at |el )?` + whenRE + `(?: \((?:edited)\))?:?$`)
	signRE   = regexp.MustCompile(`^(?:—|–|-{1,2}|~) ?([^:;?!|“”"]{1,80})$`)
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

// HasMark reports whether a line looks like one of a page with comments.
func HasMark(s string) bool {
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

// signatureOf recognises a line that ends a comment with whose it is, and gives
// what stands before that.
func signatureOf(s string) (m mark, text string, ok bool) {
	if m, ok := headerOf(s); ok && m.posted {
		return m, "", true
	}
	if found := signRE.FindStringSubmatch(s); found != nil {
		m.author, m.role, ok = signature(found[1])
		return m, "", ok && capital(m.author)
	}
	text, m.author, m.role = cutSignature(s)
	return m, text, m.author != ""
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
