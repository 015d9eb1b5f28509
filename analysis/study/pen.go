package study

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// A pen writes lines.
type pen struct{ strings.Builder }

func (p *pen) line(format string, args ...any) { fmt.Fprintf(p, format+"\n", args...) }

// section starts a part of the file with its explanation.
func (p *pen) section(explanation string) {
	p.line("")
	p.remark(explanation)
}

// remark writes lines of explanation.
func (p *pen) remark(text string) {
	for l := range strings.SplitSeq(text, "\n") {
		p.line("%s", strings.TrimRight("# "+l, " "))
	}
}

// item writes one line of a mapping, if there is a value.
func (p *pen) item(key, value string) {
	if value != "" {
		p.line("%s: %s", key, quote(value))
	}
}

// list writes a list of texts under a key, if there are any: in one line where
// it is short.
func (p *pen) list(indent, key string, values []string) {
	if len(values) == 0 {
		return
	}
	var short []string
	for _, v := range values {
		short = append(short, inLine(v))
	}
	if line := fmt.Sprintf("%s%s: [%s]", indent, key, strings.Join(short, ", ")); len(line) <= lineWidth {
		p.line("%s", line)
		return
	}
	p.line("%s%s:", indent, key)
	for _, v := range values {
		p.line("%s  - %s", indent, quote(v))
	}
}

const lineWidth = 110 // bytes

// plain texts need no quotes anywhere in the file.
var plain = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9 _/.,?!'’()-]*$`)

// inLine returns a text as YAML within a list in one line.
func inLine(text string) string {
	if strings.Contains(text, ",") {
		return strconv.Quote(strings.ToValidUTF8(text, "\ufffd"))
	}
	return quote(text)
}

// quote returns a text as YAML.
func quote(text string) string {
	if plain.MatchString(text) && !strings.HasSuffix(text, " ") {
		return text
	}
	return strconv.Quote(strings.ToValidUTF8(text, "\ufffd"))
}
