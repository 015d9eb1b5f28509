package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"commonground/analysis/evaluate"
	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/report/chart"
)

// curveSizes are how many checked comments a learning curve tells of, each as
// the mean of curveDraws draws.
var curveSizes = []int{0, 40, 80, 150, 250}

const curveDraws = 5

// curveFinding is a learning curve as charts draw it.
func curveFinding(points []evaluate.Point) *findings.Finding {
	f := &findings.Finding{
		ID:    "learning-curve",
		Title: "How well comments are coded after so many others were checked",
		Table: findings.Table{Columns: []findings.Column{
			{Name: "Checked"}, {Name: "F1", Unit: findings.Mean},
			{Name: "Precision", Unit: findings.Mean}, {Name: "Recall", Unit: findings.Mean},
		}},
		Figure: &findings.Figure{
			Kind: findings.Line, Values: []int{1, 2, 3},
			Title: "Checked comments of other people, drawn at random",
			Caption: fmt.Sprintf("Means of %d draws, of all themes together; the pale strokes reach from the F1 of the worst draw to that of the best. "+
				"All sizes of a draw are tried on the same people, from whom nothing is learnt.", curveDraws),
		},
	}
	for _, p := range points {
		f1 := findings.Num(p.F1)
		f1.Low, f1.High = p.Low, p.High
		f.Table.Rows = append(f.Table.Rows, []findings.Cell{
			findings.Text(findings.Count.Text(float64(p.Checked))), f1, findings.Num(p.Precision), findings.Num(p.Recall),
		})
	}
	return f
}

// writeCurve draws a learning curve into a folder.
func writeCurve(dir string, points []evaluate.Point) error {
	f := curveFinding(points)
	if !chart.Drawable(f) {
		return fmt.Errorf("the gold is too small to draw a learning curve of")
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	for _, format := range []string{"svg", "png"} {
		file, err := os.Create(filepath.Join(dir, f.ID+"."+format))
		if err != nil {
			return err
		}
		if err := chart.Draw(f, say.English, file, format); err != nil {
			file.Close()
			return err
		}
		if err := file.Close(); err != nil {
			return err
		}
	}
	return nil
}

// printCurve prints a learning curve as a table.
func printCurve(w io.Writer, points []evaluate.Point) {
	if len(points) == 0 {
		fmt.Fprintln(w, "\nThe gold is too small for a learning curve.")
		return
	}
	fmt.Fprintf(w, "\nLearning curve, mean of %d draws; in brackets the worst and the best draw\n", curveDraws)
	fmt.Fprintf(w, "%8s  %-9s  %-9s  %s\n", "checked", "precision", "recall", "micro-F1")
	two := findings.Mean.Text
	for _, p := range points {
		fmt.Fprintf(w, "%8s  %-9s  %-9s  %s (%s-%s)\n", count(p.Checked), two(p.Precision), two(p.Recall), two(p.F1), two(p.Low), two(p.High))
	}
	fmt.Fprintln(w, curveSays(points))
}

// curveSays concludes from a learning curve. A step that is smaller than the draws
// are apart is none.
func curveSays(points []evaluate.Point) string {
	two := findings.Mean.Text
	first, last := points[0], points[len(points)-1]
	said := fmt.Sprintf("%s checked comments taught the program nothing that shows: F1 is %s with them and %s without.", count(last.Checked), two(last.F1), two(first.F1))
	switch {
	case len(points) == 1:
		said = "Nothing can be said of learning."
	case last.Low > first.High:
		said = fmt.Sprintf("What is learnt from %s checked comments helps: F1 is %s with it and %s without.", count(last.Checked), two(last.F1), two(first.F1))
	case last.High < first.Low:
		said = fmt.Sprintf("What is learnt from %s checked comments harms: F1 is %s with it and %s without.", count(last.Checked), two(last.F1), two(first.F1))
	case two(last.F1) != two(first.F1):
		said = fmt.Sprintf("Whether what is learnt from %s checked comments helps can't be told: F1 is %s with it and %s without, and one draw differs from another by as much.",
			count(last.Checked), two(last.F1), two(first.F1))
	}
	if len(points) < len(curveSizes) {
		next := curveSizes[len(points)]
		said += fmt.Sprintf(" To try %s, there must be %s.", count(next), count(next*3/2))
	}
	return said
}
