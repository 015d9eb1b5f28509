package redact

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Regular expressions run only where scan.pass saw a byte or a word that they
// need.
var (
	emailTail    = regexp.MustCompile(`^@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}`)
	spelledEmail = regexp.MustCompile(`(?i)[\p{L}\p{N}._+-]+\s*[\[(]?\s*\b(?:at|arroba)\b\s*[\])]?\s*[\p{L}\p{N}-]+\s*[\[(]?\s*\b(?:dot|punto)\b\s*[\])]?\s*(?:com|org|net|edu|gov|us|mx|es)\b`)
	handle       = regexp.MustCompile(`^@[A-Za-z_][A-Za-z0-9_.]*[A-Za-z0-9_]`)
	url          = regexp.MustCompile(`(?i)^(?:https?://|www\.)[^\s<>"”]+`)
	domain       = regexp.MustCompile(`(?i)^\.(?:com|org|net|edu|gov)(?:\.[a-z]{2})?\b(?:/[^\s<>"”]*)?`)
	shortLink    = regexp.MustCompile(`(?i)^\.(?:ly|gl|be|me|co|us|mx|es|io|info|tv)/[^\s<>"”]+`)
)

// longestHead and longestTail bound how far before and behind its @, dot or
// colon an e-mail address or a link is looked for.
const (
	longestHead = 80
	longestTail = 400
)

// tail returns the text from i on, as far as an address may reach.
func (s *scan) tail(i int) string { return s.text[i:min(len(s.text), i+longestTail)] }

// head returns where the letters, digits and marks that end at i begin.
func (s *scan) head(i int, marks string) int {
	from := i
	for i-from < longestHead {
		r, size := utf8.DecodeLastRuneInString(s.text[:from])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(marks, r) {
			break
		}
		from -= size
	}
	return from
}

// atSign hides the e-mail address or the handle around the @ at i.
func (s *scan) atSign(i int) {
	if start := s.head(i, "._%+-'’"); start < i {
		if tail := emailTail.FindString(s.tail(i)); tail != "" {
			s.hide(start, i+len(tail), email)
		}
		return
	}
	if h := handle.FindString(s.tail(i)); h != "" && !places[lower(h[1:])] {
		s.hide(i, i+len(h), link)
	}
}

// link hides the link around the dot or colon at i and returns its end, or i.
func (s *scan) link(i int) int {
	if i == 0 || i+1 == len(s.text) || classes[s.text[i-1]] == other || classes[s.text[i+1]] == other && s.text[i+1] != '/' {
		return i
	}
	start := s.head(i, ".-")
	for _, scheme := range []string{"https", "http", "www"} {
		at := i - len(scheme)
		if at < start || !strings.EqualFold(s.text[at:i], scheme) {
			continue
		}
		if u := url.FindString(s.text[at:]); u != "" {
			return s.hideLink(at, at+len(u))
		}
	}
	tail := domain.FindString(s.text[i:])
	if tail == "" {
		tail = shortLink.FindString(s.text[i:])
	}
	if tail == "" || start == i || strings.HasSuffix(s.text[:start], "@") {
		return i
	}
	return s.hideLink(start, i+len(tail))
}

// hideLink hides a link without the punctuation that ends its sentence.
func (s *scan) hideLink(start, end int) int {
	end = start + len(strings.TrimRight(s.text[start:end], ".,;:!?)]}'\""))
	s.hide(start, end, link)
	return end
}

// all hides every match of pattern.
func (s *scan) all(pattern *regexp.Regexp, k kind) {
	for _, m := range pattern.FindAllStringIndex(s.text, -1) {
		s.hide(m[0], m[1], k)
	}
}

// What an address looks like. A street's name is capitalized, but for those
// few words that are hardly said with a number for anything else.
const (
	capital     = `(?:\p{Lu}[\p{L}'’.-]*|\d{1,3}(?:st|nd|rd|th))`
	streetWord  = `(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Ln|Court|Ct|Boulevard|Blvd|Way|Place|Pl|Terrace|Ter|Circle|Cir|Highway|Hwy|Parkway|Pkwy)`
	lowerStreet = `(?i:street|st|avenue|ave|blvd|boulevard)`
	flat        = `(?:\.?,?\s+(?i:apt|apartment|unit|suite|ste|depto|int)\.?\s*#?\w{1,5}|\.?,?\s+#\w{1,5})?(?:,?\s+[Cc]ol(?:onia|\.)?\s+\p{Lu}[\p{L}]*(?:\s+\p{Lu}[\p{L}]*)?)?`
	ofThe       = `(?:(?:de|del|la|las|los|el|y)\s+)*`
	calle       = `^(?i:calle|avenida|av\.|avda\.?|c/|calzada|privada|carretera|callejón|paseo|prolongación|boulevard|blvd\.?)`
)

// An addressForm is one way to write an address.
type addressForm struct {
	leads   []string // one of which it begins with, in lower case; nil for a digit
	pattern *regexp.Regexp
}

var addressForms = []addressForm{
	{nil, regexp.MustCompile(`^\d{1,6}[A-Za-z]?\s+(?:(?:[NSEW]\.?|North|South|East|West)\s+)?(?:` + capital + `\s+){1,3}` + streetWord + `\b` + flat)},
	{nil, regexp.MustCompile(`^\d{2,6}\s+[\p{L}'’.-]+\s+` + lowerStreet + `\b` + flat)},
	{
		[]string{"calle", "avenida", "av.", "avda", "c/", "calzada", "privada", "carretera", "callejón", "paseo", "prolongación", "boulevard", "blvd"},
		regexp.MustCompile(calle + `\s*` + ofThe + `(?:\d{1,2}\s+de\s+)?\p{Lu}[\p{L}.'-]*(?:\s+` + ofThe + `\p{Lu}[\p{L}.'-]*){0,3}\s*,?\s*(?:#|n[oº°]\.?|No\.?|núm\.?|número|numero)?\s*\d{1,6}(?:-?[A-Z]\b)?` + flat),
	},
	{[]string{"p"}, regexp.MustCompile(`(?i)^p\.?\s?o\.?\s+box\s+\d+`)},
}

// addresses hides street addresses. Their forms are tried only where one of
// them can begin: a search for each through the whole text takes as long as all
// else here.
func (s *scan) addresses() {
	ends := make([]int, len(addressForms)) // of the last address of each form
	for i := range len(s.text) {
		if !isWordByte(s.text[i]) || i > 0 && isWordByte(s.text[i-1]) {
			continue
		}
		for k, form := range addressForms {
			if i < ends[k] || !form.mayBegin(s.text[i:]) {
				continue
			}
			if found := form.pattern.FindString(s.text[i:]); found != "" {
				ends[k] = i + len(found)
				s.hide(i, ends[k], address)
			}
		}
	}
}

// mayBegin reports whether an address of the form can begin text.
func (f *addressForm) mayBegin(text string) bool {
	if f.leads == nil {
		return classes[text[0]] == digit
	}
	for _, lead := range f.leads {
		if lead[0] == text[0]|0x20 && len(lead) <= len(text) && strings.EqualFold(lead, text[:len(lead)]) {
			return true
		}
	}
	return false
}

// isWordByte reports whether b is of what \b calls a word.
func isWordByte(b byte) bool { return classes[b] == letter || classes[b] == digit || b == '_' }
