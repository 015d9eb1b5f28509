package say

import (
	_ "embed"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"
)

//go:embed retold.yaml
var spanishRetold []byte

// retoldTable reads the Spanish of what is retold.
var retoldTable = sync.OnceValue(func() map[string]string { return parse("retold.yaml", spanishRetold) })

// Retell says a text that was put together in English by those who don't know
// what language it will be told in, as readers of files do. The formats of
// retold.yaml are looked for in it, and what was put in is put in again.
func (l Language) Retell(text string) string {
	if l == English {
		return text
	}
	if said, ok := table()[text]; ok {
		return said
	}
	return retell(text)
}

// longestPart is how long a part, in bytes, is looked at for formats of its own: a
// longer one is people's own words, which may be a list without end.
const longestPart = 200

func retell(text string) string {
	for _, r := range retold() {
		if put := r.looks.FindStringSubmatch(text); put != nil {
			args := make([]any, len(put)-1)
			for i, arg := range put[1:] {
				args[i] = arg
				if len(arg) <= longestPart {
					args[i] = retell(arg)
				}
			}
			return fmt.Sprintf(r.says, args...)
		}
	}
	return text
}

// A retelling is a format as it looks once things are put in, and what it says in
// Spanish of these as they were written.
type retelling struct {
	looks *regexp.Regexp
	says  string
}

// retold are the formats of retold.yaml, those of the most letters first.
var retold = sync.OnceValue(func() []retelling {
	formats := slices.SortedFunc(maps.Keys(retoldTable()), func(a, b string) int { return len(b) - len(a) })
	var all []retelling
	for _, format := range formats {
		all = append(all, retelling{looksOf(format), verb.ReplaceAllString(retoldTable()[format], "%${1}s")})
	}
	return all
})

// verb is one of a format that puts something in, with its index.
var verb = regexp.MustCompile(`%(\[\d+\])?[dqsv]`)

// looksOf matches what a format makes.
func looksOf(format string) *regexp.Regexp {
	var looks strings.Builder
	rest := 0
	for _, at := range verb.FindAllStringIndex(format, -1) {
		looks.WriteString(regexp.QuoteMeta(format[rest:at[0]]))
		switch format[at[1]-1] {
		case 'd':
			looks.WriteString(`(\d+)`)
		case 'q':
			looks.WriteString(`("(?:[^"\\]|\\.)*")`)
		default:
			looks.WriteString(`(.+?)`)
		}
		rest = at[1]
	}
	return regexp.MustCompile(`(?s)^` + looks.String() + regexp.QuoteMeta(format[rest:]) + `$`)
}
