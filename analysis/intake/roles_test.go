package intake

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"commonground/analysis/survey"
)

func TestRoles(t *testing.T) {
	const plain = "What is going well?\nThe garden is lovely\nOur notes get read\n"
	tests := []struct {
		name, file, content string
		plan                Plan
		want, from          string
	}{
		{"none", "answers.csv", plain, Plan{}, "unknown; unknown", "not stated"},
		{"file", "parents.csv", plain, Plan{}, "parent; parent", "the file's name"},
		{"archivo", "Encuesta maestros 2026.csv", plain, Plan{}, "teacher; teacher", "the file's name"},
		{"a file for both", "parents and teachers.csv", plain, Plan{}, "unknown; unknown", "not stated"},
		{"told", "teachers.csv", plain, Plan{Sources: []Source{{Role: survey.Staff}}}, "staff; staff", "as told for the file"},
		{"told for the file", "teachers.csv", plain, Plan{Sources: []Source{{Role: survey.Parent}}}, "parent; parent", "as told for the file"},
		{"column before file", "parents.csv", "Role,What is going well?\nParent and teacher,The garden is lovely\n,Our notes get read\n", Plan{},
			"parent + teacher; parent", `column "Role", else the file's name`},
		{"columna", "r.csv", "¿Cuál es su relación con la escuela?,Comentarios\nMadre de un estudiante,Nos gusta el jardín\nPersonal de oficina,Las notas ayudan\n", Plan{},
			"parent; staff", `column "¿Cuál es su relación con la escuela?"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			in := mustOpen(t, tt.plan, tt.file, tt.content)
			var got []string
			for _, r := range responses(t, in) {
				got = append(got, answer(in.Survey, r, survey.RoleID))
			}
			if s := strings.Join(got, "; "); s != tt.want {
				t.Errorf("roles %q, want %q", s, tt.want)
			}
			if in.Reads[0].RoleFrom != tt.from {
				t.Errorf("from %q, want %q", in.Reads[0].RoleFrom, tt.from)
			}
		})
	}
}

func TestStatedRoles(t *testing.T) {
	for statement, want := range map[string]string{
		"Parent/guardian":           "parent",
		"Grandparent":               "parent",
		"Paraprofessional/Staff":    "staff",
		"Teacher aide":              "staff",
		"Student teacher":           "teacher",
		"Parent of a student":       "parent",
		"Member of the community":   "community",
		"Padre de familia":          "parent",
		"Maestra y madre":           "parent + teacher",
		"Principal / Administrator": "staff",
		"Bystander":                 "",
	} {
		var got []string
		if set := statedRoles(statement); set != 0 {
			for _, p := range set.picks(nil) {
				got = append(got, survey.Roles()[p])
			}
		}
		if s := strings.Join(got, " + "); s != want {
			t.Errorf("%q: %q, want %q", statement, s, want)
		}
	}
}

func TestInferredRoles(t *testing.T) {
	for words, want := range map[string]roleSet{
		"I am a teacher and a parent of two.":                        only(survey.Parent) | only(survey.Teacher),
		"As a parent, I want notes. As a teacher I write them.":      only(survey.Parent) | only(survey.Teacher),
		"I’m a retired kindergarten teacher.":                        only(survey.Teacher),
		"As the parents of a quiet child, we worry.":                 only(survey.Parent),
		"My son's teacher called us.":                                only(survey.Parent),
		"I teach fourth grade, and my kids love it.":                 only(survey.Teacher),
		"Soy maestra y mamá.":                                        only(survey.Parent) | only(survey.Teacher),
		"Como padre quiero que me escuchen.":                         only(survey.Parent),
		"Mis hijos van contentos.":                                   only(survey.Parent),
		"Teachers need support, as the teacher in the film did.":     0,
		"Parents want news as much as teachers want support.":        0,
		"People such as teachers should be heard.":                   0,
		"Choir teacher here. Come and listen.":                       only(survey.Teacher),
		"mom of a third grader here":                                 only(survey.Parent),
		"Special ed teacher.\nWe need time.":                         only(survey.Teacher),
		"No kids of our own, just a neighbor.":                       only(survey.Community),
		"Support your teacher.":                                      0,
		"The teacher, to be fair, called us.":                        0,
		"I am a teacher aide in the morning.":                        only(survey.Staff),
		"Communication is the key to any partnership, in my opinion": 0,
	} {
		if got := inferredRoles(words); got != want {
			t.Errorf("%q: %b, want %b", words, got, want)
		}
	}
}

// Words that mostly mean something else name no role in passing.
func TestLooseWordsNameNoRole(t *testing.T) {
	for _, text := range []string{
		"As a personal matter I think the school should answer.", "We as a community need more lights.",
		"As a school community, we should meet.", "Soy de aquí y como para opinar no tengo tiempo.",
	} {
		if got := inferredRoles(text); got != 0 {
			t.Errorf("%q: roles %b", text, got)
		}
	}
	if got := inferredRoles("As a para I see it every day."); got != only(survey.Staff) {
		t.Errorf("a para: %b", got)
	}
	for name, want := range map[string]survey.Role{
		"encuesta para padres.csv": survey.Parent, "encuesta para todos.csv": survey.NoRole, "families.csv": survey.Parent,
	} {
		if got := fileRole(name); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

// A column says what people are to the school where its heading asks for that
// in whatever words, and not where it asks for others who have a role.
func TestRoleColumns(t *testing.T) {
	tests := []struct {
		heading string
		answers [3]string
		want    string
	}{
		{"How are you connected to our school?", [3]string{"Parent", "Teacher", "Parent"}, "parent teacher parent"},
		{"Hi! Who are you?", [3]string{"Parent", "Teacher", "Parent"}, "parent teacher parent"},
		{"Which of these are you?", [3]string{"Parent", "Teacher", "Neither"}, "parent teacher unknown"},
		{"What is your connection to Maple Hill?", [3]string{"I am a parent or guardian at the school", "I am a teacher at the school", "I am a parent or guardian at the school"}, "parent teacher parent"},
		{"Are you a parent or a teacher?", [3]string{"Parent", "Both", "Teacher"}, "parent parent+teacher teacher"},
		{"I am", [3]string{"a parent", "both", "a teacher"}, "parent parent+teacher teacher"},
		{"I am", [3]string{"a parent", "both", "a parent"}, "parent unknown parent"},
		{"Who helps your child with homework?", [3]string{"Parent", "Teacher", "Parent"}, "unknown unknown unknown"},
		{"Whom would you ask first?", [3]string{"Teacher", "Principal", "Teacher"}, "unknown unknown unknown"},
	}
	for _, tt := range tests {
		in := mustOpen(t, Plan{}, "a.csv", fmt.Sprintf("%s,What else?\n%s,We like the garden\n%s,Notes come home\n%s,The bus is safe now\n", tt.heading, tt.answers[0], tt.answers[1], tt.answers[2]))
		var got []string
		for _, r := range responses(t, in) {
			var names []string
			for _, role := range r.Roles(0) {
				names = append(names, role.String())
			}
			got = append(got, strings.Join(names, "+"))
		}
		if diff := cmp.Diff(tt.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%s: %s", tt.heading, diff)
		}
	}
}

// Codes of roles are no scale, and the words of those who chose "other" may
// name a role.
func TestRolesInCodesAndInOtherWords(t *testing.T) {
	in := mustOpen(t, Plan{}, "a.csv", "What is your role?,What else?\n1,We like the garden\n2,Notes come home\n1,The bus is safe now\n")
	if k := kinds(in.Reads[0]); k[0] != "What is your role?: attribute" || !strings.Contains(strings.Join(in.Reads[0].Notes, " "), "holds codes instead of words") {
		t.Errorf("%q, notes %q", k, in.Reads[0].Notes)
	}
	in = mustOpen(t, Plan{}, "a.csv", "id,submitdate,lastpage,startlanguage,What is your role?,What is your role? [Other],What else?\n"+
		"1,2026-04-06 10:05:00,4,en,Parent,,We like the garden\n2,2026-04-06 11:05:00,4,en,Teacher,,Notes come home\n3,2026-04-06 12:05:00,4,en,Other,Grandmother,The bus is safe now\n")
	all := responses(t, in)
	if got := all[2].Roles(0); len(got) != 1 || got[0] != survey.Parent {
		t.Errorf("a grandmother is %v", got)
	}
}
