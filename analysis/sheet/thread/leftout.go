package thread

import (
	"fmt"
	"regexp"
	"strings"
)

// A reason says why a comment of an export is left out; 0 keeps it.
type reason int

const (
	kept reason = iota
	spam
	trash
	deleted
	unapproved
	pingback
	trackback
	notComment
	ofAuthor
	empty
	reasons // how many there are
)

var reasonNames = [reasons]struct{ one, many string }{
	spam:       {"spam", "spam"},
	trash:      {"in the trash", "in the trash"},
	deleted:    {"deleted", "deleted"},
	unapproved: {"not approved", "not approved"},
	pingback:   {"pingback", "pingbacks"},
	trackback:  {"trackback", "trackbacks"},
	notComment: {"of another kind", "of other kinds"},
	ofAuthor:   {"by the author of the post, who asks and does not answer", "by the author of the post, who asks and does not answer"},
	empty:      {"without text", "without text"},
}

// leftOut counts comments by the reason for leaving them out.
type leftOut [reasons]int

// note says how many comments were left out, or "".
func (l *leftOut) note() string {
	total := 0
	var parts []string
	for r := kept + 1; r < reasons; r++ {
		n := l[r]
		switch total += n; n {
		case 0:
		case 1:
			parts = append(parts, fmt.Sprintf("%d %s", n, reasonNames[r].one))
		default:
			parts = append(parts, fmt.Sprintf("%d %s", n, reasonNames[r].many))
		}
	}
	switch total {
	case 0:
		return ""
	case 1:
		return fmt.Sprintf("1 comment was left out: %s.", parts[0])
	}
	return fmt.Sprintf("%d comments were left out: %s.", total, strings.Join(parts, ", "))
}

// removedRE is what blogs put in the place of a comment that was taken away.
var removedRE = regexp.MustCompile(`(?i)^(?:this (?:comment|post|message) (?:was|has been) (?:deleted|removed)(?: by (?:the|a|an|its) [a-z ]{3,30})?|comment (?:deleted|removed)|\[(?:deleted|removed)\]|este comentario ha sido eliminado(?: por [\pL ]{3,40})?)\.?$`)
