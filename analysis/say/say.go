// Package say is how the program speaks to people: every sentence, heading and
// label of a report is written in English in the code, where it is needed, and
// said in the report's language by the table es.yaml, English on the left and
// Spanish on the right. A text that the table lacks is said in English; a test
// reads the program's source and holds the table complete.
package say

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// A Language is one that reports can be written in. Its zero value is English.
type Language uint8

// The languages of reports.
const (
	English Language = iota
	Spanish
)

// tags are the languages as BCP 47 names them.
var tags = [...]string{English: "en", Spanish: "es"}

// String returns "en" or "es".
func (l Language) String() string { return tags[l] }

// MarshalText writes the language's tag.
func (l Language) MarshalText() ([]byte, error) { return []byte(tags[l]), nil }

// UnmarshalText reads a tag.
func (l *Language) UnmarshalText(tag []byte) error {
	found, err := Parse(string(tag))
	if err == nil {
		*l = found
	}
	return err
}

// Parse returns the language of that tag.
func Parse(tag string) (Language, error) {
	for l, t := range tags {
		if t == tag {
			return Language(l), nil
		}
	}
	return English, fmt.Errorf("no language %q to write a report in: there are %s", tag, strings.Join(tags[:], " and "))
}

//go:embed es.yaml
var spanish []byte

// table reads the Spanish of each English text.
var table = sync.OnceValue(func() map[string]string { return parse("es.yaml", spanish) })

func parse(file string, data []byte) map[string]string {
	said := map[string]string{}
	if err := yaml.Unmarshal(data, &said); err != nil {
		panic(file + ", which is part of the program: " + err.Error())
	}
	return said
}

// Say says a text.
func (l Language) Say(english string) string {
	if l == Spanish {
		if said, ok := table()[english]; ok {
			return said
		}
	}
	return english
}

// Sayf says a sentence with things put in, as fmt.Sprintf does. A translation
// may take them in another order: "%[2]s de %[1]s".
func (l Language) Sayf(format string, args ...any) string {
	return fmt.Sprintf(l.Say(format), args...)
}

// List joins words: "a", "a and b", "a, b and c".
func (l Language) List(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + l.and(words[last]) + words[last]
}

// and is the word before the last of a list. In Spanish it is "e" before the
// sound of an i.
func (l Language) and(next string) string {
	if l == English {
		return " and "
	}
	next = strings.ToLower(strings.TrimLeft(next, "“\""))
	if strings.HasPrefix(next, "i") || strings.HasPrefix(next, "hi") && !strings.HasPrefix(next, "hie") {
		return " e "
	}
	return " y "
}

// Percent writes a percentage for the middle of a sentence: "31%", in Spanish
// "el 31%".
func (l Language) Percent(text string) string {
	if l == Spanish && text != "" {
		return "el " + text
	}
	return text
}

// Lower writes a label within a sentence: "shared goals", but "IEP meetings".
func Lower(label string) string {
	first, size := utf8.DecodeRuneInString(label)
	if size == 0 {
		return ""
	}
	if second, _ := utf8.DecodeRuneInString(label[size:]); unicode.IsUpper(second) {
		return label
	}
	return string(unicode.ToLower(first)) + label[size:]
}

// Capital writes the first letter of a sentence large.
func Capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + s[size:]
}

// numerals are the numbers that a sentence writes out.
var numerals = [...][10]string{
	English: {"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"},
	Spanish: {"cero", "una", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"},
}

// Number writes a count of people for the middle of a sentence: "nine", but
// digits from ten on. In Spanish one is "una", since it counts personas.
func (l Language) Number(n int64) (word string, ok bool) {
	if n < 0 || n >= int64(len(numerals[l])) {
		return "", false
	}
	return numerals[l][n], true
}
