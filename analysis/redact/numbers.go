package redact

import (
	"regexp"
	"strings"
)

// A group is a run of digits.
type group struct {
	start, end int
	sep        byte // what stands before it: ' ', '-', '.' or ')'; 0 before the first
}

func (g group) len() int { return g.end - g.start }

// mostGroups is how many groups one number can have.
const mostGroups = 8

// longIDs is how many digits in a row count nothing that a school has.
const longIDs = 6

var extension = regexp.MustCompile(`^,?\s*(?i:x|ext\.?|extension|extensión)\s*\d{1,6}\b`)

// number looks at the digits that begin at i and at those which follow them
// closely, hides what is a phone number or an id, and returns where to go on.
func (s *scan) number(i int) int {
	start := wordStart(s.text, i)
	groups := s.groups(i)
	end := groups[len(groups)-1].end
	if start < i { // A1234567
		if groups[0].len() >= longIDs {
			s.hide(start, wordEnd(s.text, groups[0].end), id)
		}
		return groups[0].end
	}
	for len(groups) > 0 {
		n := min(len(groups), mostGroups)
		for ; n > 0; n-- {
			if k := s.classify(groups[:n]); k != "" {
				s.hideNumber(groups[:n], k)
				break
			}
		}
		groups = groups[max(n, 1):]
	}
	return end
}

// groups reads the digits at i and those behind them that are set apart by no
// more than a blank, a hyphen, a point or parentheses.
func (s *scan) groups(i int) []group {
	text := s.text
	groups := make([]group, 0, 6)
	sep := byte(0)
	for {
		end := i
		for end < len(text) && classes[text[end]] == digit {
			end++
		}
		groups = append(groups, group{i, end, sep})
		i, sep = gap(text, end)
		if i == len(text) || i == end || classes[text[i]] != digit {
			return groups
		}
	}
}

// gap skips what may stand between two groups of one number.
func gap(text string, i int) (int, byte) {
	sep := byte(0)
	for n := 0; i < len(text) && n < 3; n++ {
		switch {
		case strings.IndexByte(" \t-.)(/", text[i]) >= 0:
			if sep == 0 || sep == ' ' {
				sep = text[i]
			}
			i++
		case strings.HasPrefix(text[i:], "–"), strings.HasPrefix(text[i:], "‑"):
			sep = '-'
			i += 3
		case strings.HasPrefix(text[i:], "\u00a0"):
			i += 2
			sep = ' '
		default:
			return i, sep
		}
	}
	return i, sep
}

// shapes are the numbers of digits in the groups of phone numbers and ids.
// first is which digits may begin it ("" for any); seps which separators it may
// have.
var shapes = []struct {
	lengths string
	kind    kind
	first   string
	seps    string
}{
	{"3-3-4", phone, "", " -.)/"},         // (555) 123-4567
	{"1-3-3-4", phone, "1", " -.)/("},     // 1-555-123-4567
	{"2-3-3-4", phone, "", "-.)("},        // 52-555-123-4567
	{"3-4", phone, "23456789", "-."},      // 555-0142
	{"10", phone, "23456789", ""},         //
	{"11", phone, "1", ""},                //
	{"3-7", phone, "", " -.)"},            // 555-1234567
	{"6-4", phone, "", "-"},               //
	{"2-4-4", phone, "123456789", " -.)"}, // 55 1234 5678
	{"2-8", phone, "123456789", " -.)"},   //
	{"3-2-4-4", phone, "0", " -.)"},       // 044 55 1234 5678
	{"3-3-2-2", phone, "", " -.)"},        // 656 123 45 67
	{"3-3-3", phone, "6789", " -"},        // 612 345 678
	{"3-2-2-2", phone, "6789", " -."},     // 612 34 56 78
	{"2-3-2-2", phone, "89", " -."},       // 91 234 56 78
	{"3-6", phone, "6789", " -"},          //
	{"3-2-4", id, "", " -."},              // 123-45-6789
	{"4-4-4-4", id, "", " -"},             //
}

// classify says what a chain of groups is, "" for no number to hide.
func (s *scan) classify(groups []group) kind {
	first := groups[0].start
	digits := 0
	lengths := make([]byte, 0, 32)
	for i, g := range groups {
		if i > 0 {
			lengths = append(lengths, '-')
		}
		lengths = appendLength(lengths, g.len())
		digits += g.len()
	}
	if last := groups[len(groups)-1].end; last < len(s.text) && classes[s.text[last]] == letter && s.text[last]|0x20 != 'x' {
		return ""
	}
	plus := strings.HasSuffix(s.text[:first], "+") || strings.HasSuffix(s.text[:first], "+(")
	if plus && 7 <= digits && digits <= 15 {
		return phone
	}
	if len(groups) == 4 && digits >= 7 && s.dotted(groups) {
		return id
	}
	for _, shape := range shapes {
		if shape.lengths == string(lengths) && s.fits(groups, shape.first, shape.seps) {
			return shape.kind
		}
	}
	if len(groups) > 1 && digits >= longIDs && strings.HasSuffix(s.text[:first], "#") {
		return id
	}
	if len(groups) == 1 && digits >= longIDs && !s.amount(groups[0]) {
		return id
	}
	return ""
}

func appendLength(dst []byte, n int) []byte {
	if n >= 10 {
		dst = append(dst, byte('0'+n/10%10))
	}
	return append(dst, byte('0'+n%10))
}

// fits reports whether groups may be a number of a shape: years in a row are
// none.
func (s *scan) fits(groups []group, first, seps string) bool {
	if first != "" && strings.IndexByte(first, s.text[groups[0].start]) < 0 {
		return false
	}
	years := 0
	for i, g := range groups {
		if i > 0 && strings.IndexByte(seps, g.sep) < 0 {
			return false
		}
		if y := s.text[g.start:g.end]; len(y) == 4 && (y[:2] == "19" || y[:2] == "20") {
			years++
		}
	}
	return years < 2
}

// amount reports whether a group is money, or the decimals of a number.
func (s *scan) amount(g group) bool {
	head := s.text[:g.start]
	if n := len(head); g.sep == '.' || n > 1 && (head[n-1] == '.' || head[n-1] == ',') && classes[head[n-2]] == digit {
		return true
	}
	head = strings.TrimRight(head, " ")
	return strings.HasSuffix(head, "$") || strings.HasSuffix(head, "€")
}

// dotted reports whether groups are the four parts of an IP address.
func (s *scan) dotted(groups []group) bool {
	for i, g := range groups {
		if g.len() > 3 || g.len() == 3 && s.text[g.start:g.end] > "255" || i > 0 && s.text[groups[i-1].end:g.start] != "." {
			return false
		}
	}
	return true
}

// hideNumber hides groups with the signs before and the extension behind them.
func (s *scan) hideNumber(groups []group, k kind) {
	start, end := groups[0].start, groups[len(groups)-1].end
	for start > 0 && strings.IndexByte("+(", s.text[start-1]) >= 0 {
		start--
	}
	if k == phone {
		end += len(extension.FindString(s.text[end:]))
	}
	s.hide(start, end, k)
}

var idForm = regexp.MustCompile(`^(?:'?s)?\s*(?:(?i:number|num|no|card|code)\b\.?)?\s*(?:(?i:is|es)\b)?\s*[#:=]?\s*([A-Za-z]{0,4}-?(?:\d{1,4}-\d{3,}|\d{4,})[A-Za-z0-9-]*)`)

// idBehind hides the number behind a word like "id".
func (s *scan) idBehind(end int) {
	if m := idForm.FindStringSubmatchIndex(s.text[end:min(end+60, len(s.text))]); m != nil && !s.year(end+m[2], end+m[3]) {
		s.hide(end+m[2], end+m[3], id)
	}
}

// year reports whether the bytes from start to end are a year.
func (s *scan) year(start, end int) bool {
	y := s.text[start:end]
	return len(y) == 4 && (y[:2] == "19" || y[:2] == "20")
}
