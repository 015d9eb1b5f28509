package findings

import (
	"strings"

	"commonground/analysis/say"
)

// RoleWords says the roles of one person by their keys: "parent, teacher".
func RoleWords(l say.Language, roles string) string {
	if roles == "" {
		return ""
	}
	var said []string
	for role := range strings.SplitSeq(roles, ", ") {
		said = append(said, roleWord(l, role))
	}
	return strings.Join(said, ", ")
}

// RolePeople names the people of a role, by its key, as the middle of a sentence
// does: "parents", "members of staff".
func RolePeople(l say.Language, role string) string {
	switch role {
	case "parent":
		return l.Say("parents")
	case "teacher":
		return l.Say("teachers")
	case "staff":
		return l.Say("members of staff")
	case "student":
		return l.Say("students")
	case "community":
		return l.Say("people of the community")
	}
	return l.Say("people of unknown role")
}

// FirstRole is the key of a person's role or, of several, of the first: it gives
// the color.
func FirstRole(roles string) string {
	first, _, _ := strings.Cut(roles, ", ")
	return first
}

func roleWord(l say.Language, role string) string {
	switch role {
	case "parent":
		return l.Say("parent")
	case "teacher":
		return l.Say("teacher")
	case "staff":
		return l.Say("staff")
	case "student":
		return l.Say("student")
	case "community":
		return l.Say("community")
	case "unknown":
		return l.Say("unknown")
	}
	return role
}

// ToneWord says a tone by its key.
func ToneWord(l say.Language, tone string) string {
	switch tone {
	case "praise":
		return l.Say("praise")
	case "concern":
		return l.Say("concern")
	case "wish":
		return l.Say("wish")
	case "neutral":
		return l.Say("neutral")
	}
	return tone
}
