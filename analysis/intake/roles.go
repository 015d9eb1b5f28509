package intake

import (
	"math/bits"
	"path"
	"strings"

	"commonground/analysis/survey"
)

// A roleSet is a set of roles: bit r stands for role r.
type roleSet uint16

func (s roleSet) with(r survey.Role) roleSet { return s | 1<<r }

// size is the number of roles in the set.
func (s roleSet) size() int { return bits.OnesCount16(uint16(s)) }

// picks appends the choices of the role question that stand for the set, which
// is Unknown where it is empty.
func (s roleSet) picks(dst []int) []int {
	if s == 0 {
		return append(dst, survey.Unknown.Choice())
	}
	for r := survey.Parent; r <= survey.Unknown; r++ {
		if s&(1<<r) != 0 {
			dst = append(dst, r.Choice())
		}
	}
	return dst
}

// only returns the set of one role; NoRole gives the empty set.
func only(r survey.Role) roleSet {
	if r == survey.NoRole {
		return 0
	}
	return roleSet(0).with(r)
}

// roleNouns are the words that name a role, folded.
var roleNouns = [...]struct {
	role  survey.Role
	words phrases
}{
	{survey.Parent, phrases{"parent", "parents", "guardian", "guardians", "mother", "mothers", "mom", "moms", "mum", "mums", "father", "fathers", "dad", "dads",
		"grandparent", "grandparents", "grandmother", "grandfather", "grandma", "grandpa", "stepmother", "stepfather", "stepparent", "stepmom", "stepdad", "caregiver", "caregivers",
		"family", "families", "madre", "madres", "padre", "padres", "mama", "papa", "abuela", "abuelo", "abuelos", "tutor", "tutora", "tutores",
		"acudiente", "apoderado", "apoderada", "familia", "familias", "cuidador", "cuidadora"}},
	{survey.Teacher, phrases{"teacher", "teachers", "educator", "educators", "faculty", "instructor", "maestra", "maestras", "maestro", "maestros",
		"docente", "docentes", "profesor", "profesora", "profesores", "educador", "educadora"}},
	{survey.Staff, phrases{"staff", "paraprofessional", "paraprofessionals", "paraeducator", "para", "aide", "assistant", "counselor", "counsellor", "principal",
		"administrator", "administrators", "administration", "admin", "secretary", "nurse", "custodian", "librarian", "psychologist", "driver", "cook",
		"specialist", "liaison", "coordinator", "employee", "superintendent", "personal", "director", "directora", "subdirector", "subdirectora", "consejero", "consejera",
		"administrador", "administradora", "secretaria", "secretario", "enfermera", "enfermero", "empleado", "empleada", "asistente"}},
	{survey.Student, phrases{"student", "students", "pupil", "pupils", "estudiante", "estudiantes", "alumno", "alumna", "alumnos", "alumnas"}},
	{survey.Community, phrases{"community", "neighbor", "neighbors", "business", "resident", "residents", "comunidad", "vecino", "vecina", "vecinos"}},
}

// loose are nouns of roles that are mostly other words: "encuesta para padres",
// "as a personal matter". They name a role only where one is asked for.
var loose = phrases{"para", "personal", "business", "driver", "cook"}

// noun returns the role that a folded word names.
func noun(word string) survey.Role {
	for i := range roleNouns {
		if roleNouns[i].words.is(word) {
			return roleNouns[i].role
		}
	}
	return survey.NoRole
}

// statedRoles returns the roles that a short statement names, as "Parent and
// teacher" or "Madre de un estudiante" does.
func statedRoles(statement string) roleSet {
	words := strings.Fields(fold(statement))
	var set roleSet
	for i, w := range words {
		if set != 0 && (w == "of" || w == "de" || w == "del" || w == "whose") {
			break // whose parent or teacher is no role of their own
		}
		role := noun(w)
		if role == survey.NoRole || helped(role, words[i+1:]) {
			continue
		}
		if role == survey.Student && i+1 < len(words) && noun(words[i+1]) != survey.NoRole {
			continue // "student teacher"
		}
		set = set.with(role)
	}
	return set
}

// helped reports whether the words that follow make a teacher or parent into
// something else: "teacher aide", "family liaison".
func helped(role survey.Role, next []string) bool {
	if len(next) == 0 || role != survey.Teacher && role != survey.Parent {
		return false
	}
	switch next[0] {
	case "aide", "assistant", "liaison", "coordinator":
		return true
	}
	return false
}

// fileRole returns the role that a file's or sheet's name tells, unless it
// names several.
func fileRole(name string) survey.Role {
	base := path.Base(strings.ReplaceAll(name, `\`, "/"))
	base = strings.TrimSuffix(base, path.Ext(base))
	found := survey.NoRole
	for word := range strings.FieldsSeq(fold(strings.NewReplacer("-", " ", ".", " ", "+", " ").Replace(base))) {
		switch r := noun(strings.Trim(word, "0123456789")); {
		case r == survey.NoRole || r == found || loose.is(word):
		case found != survey.NoRole:
			return survey.NoRole
		default:
			found = r
		}
	}
	return found
}
