package intake

import (
	"fmt"
	"strings"
)

// unique returns the ID, with a number behind it where another question has it.
func (q *questionnaire) unique(id string) string {
	base := id
	for q.ids[id] > 0 {
		id = fmt.Sprintf("%s-%d", base, q.ids[base])
		q.ids[base]++
	}
	q.ids[id] = 2
	return id
}

// The greatest length of a question's ID but for a number behind it, and of
// the question's part where it names an item as well.
const (
	maxID     = 48
	maxIDHead = 24
)

// id returns the ID for a question: its first words, and those of its item.
func id(text, item string) string {
	if item == "" {
		return slug(text, maxID)
	}
	head := slug(strings.TrimSuffix(text, item), maxIDHead)
	return head + "-" + slug(item, maxID-len(head)-1)
}

// slug returns a text as lower-case words joined by hyphens, cut behind a word.
func slug(text string, most int) string {
	var b strings.Builder
	for word := range strings.FieldsSeq(fold(text)) {
		word = strings.Map(func(r rune) rune {
			if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
				return r
			}
			return -1
		}, word)
		if word == "" {
			continue
		}
		if b.Len() > 0 {
			if b.Len()+1+len(word) > most {
				break
			}
			b.WriteByte('-')
		}
		b.WriteString(word[:min(len(word), most)])
	}
	if b.Len() == 0 {
		return "question"
	}
	return b.String()
}
