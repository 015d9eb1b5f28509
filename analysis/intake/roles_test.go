package intake

import (
	"strings"
	"testing"

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
