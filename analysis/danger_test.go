package analysis_test

import (
	"strings"
	"testing"
)

// What seems to tell of danger is read first, and shown nowhere; what only sounds
// like it is an ordinary comment.
func TestDangerIsReadFirstAndNeverShown(t *testing.T) {
	urgent := []string{"My daughter says she wants to die.", "His stepfather beats him at home.", "A boy brought a knife to class.", "Lo amenazaron a la salida.",
		"She came home with marks on her arms again.", "The aide grabbed my son and shoved him.", "He gets hit at home.", "My boy was jumped behind the gym.",
		"She said she doesn't want to be here anymore.", "Mi hijo ha llegado con moretones dos veces.", "A la niña la manosearon en el camión.", "Dice que ya no quiere existir."}
	ordinary := []string{"We want glue guns in art class.", "It kills me that nobody calls.", "Would it kill them to call?", "A mi hija la molestan mucho los deberes.", "He was hit by a ball and nobody called.",
		"The kids hit the books at home.", "He got a bruise at soccer practice.", "The bus hit a pothole.", "The coach beat them at chess.", "She came home with a smile.",
		"He jumped rope with her at recess.", "Le tocó una maestra muy buena.", "Piden pistolas de silicón para la clase."}
	found := run(t, map[string]string{"parents.csv": twelveParents + answers(append(urgent, ordinary...)...)[len(answers()):]})
	if found.ReadFirst != len(urgent) {
		t.Errorf("%d comments are to be read first, want %d", found.ReadFirst, len(urgent))
	}
	n := 0
	for row, err := range found.Review() {
		if err != nil {
			t.Fatal(err)
		}
		if first := strings.HasPrefix(row.Why, "Read first"); first != (n < len(urgent)) {
			t.Errorf("row %d: %q, why %q", n+1, row.Text, row.Why)
		}
		n++
	}
	var shown []string
	for f := range found.Report.Findings() {
		for _, q := range f.Quotes {
			shown = append(shown, q.Text)
		}
	}
	for c, err := range found.Report.Comments() {
		if err != nil {
			t.Fatal(err)
		}
		shown = append(shown, c.Text)
	}
	for _, text := range shown {
		for _, u := range urgent {
			if strings.Contains(u, text) {
				t.Errorf("%q is shown", text)
			}
		}
	}
	if !strings.Contains(strings.Join(shown, " "), "glue guns") {
		t.Errorf("glue guns are taken for weapons: %q", shown)
	}
}
