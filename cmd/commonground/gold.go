package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"commonground/analysis/codebook"
	"commonground/analysis/evaluate"
	"commonground/analysis/qda"
	"commonground/analysis/review"
)

// leaveOut takes the comments that known decides on out of the gold, and returns
// how many rows those were. Files may name one question differently, so the
// respondent and the words tell a comment.
func leaveOut(gold, known []*review.Decisions) int {
	told := map[review.Ref]bool{}
	key := func(d *review.Decision) review.Ref {
		ref := d.Comment.Ref()
		ref.Question = ""
		return ref
	}
	for _, f := range known {
		for i := range f.All {
			if f.All[i].Checked {
				told[key(&f.All[i])] = true
			}
		}
	}
	n := 0
	for _, f := range gold {
		before := len(f.All)
		f.All = slices.DeleteFunc(f.All, func(d review.Decision) bool { return told[key(&d)] })
		n += before - len(f.All)
	}
	return n
}

// inSight says which files were checked with the program's codes in sight.
func inSight(files []*review.Decisions) []string {
	var notes []string
	for _, f := range files {
		if f.Shown {
			notes = append(notes, f.File+": the program's codes were in sight when it was checked, which makes them look better than they are. "+
				"“commonground sample” writes a sheet without them.")
		}
	}
	return notes
}

// readDecisions reads a file of codes by people.
func readDecisions(name string, themes []codebook.Theme) (*review.Decisions, error) {
	f, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: there is no such file", name)
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s: this is no file", name)
	}
	if qda.IsProject(f, info.Size()) {
		return qda.ReadDecisions(name, f, info.Size(), themes)
	}
	return review.ReadDecisions(name, f, info.Size(), themes)
}

// writeDisputed writes the comments on which people differ as a sheet that --codes
// reads once they have settled it.
func (o *evaluateOptions) writeDisputed(w io.Writer, gold *evaluate.Gold) error {
	path := filepath.Join(o.out, "disagreements.xlsx")
	if err := os.MkdirAll(o.out, 0o777); err != nil {
		return err
	}
	if err := refuseChecked(path); err != nil {
		return err
	}
	sheet, rows := gold.ToSettle()
	n := 0
	if err := replaceFile(path, func(w io.Writer) error { return review.Write(w, sheet, counted(rows, &n)) }); err != nil {
		return err
	}
	codes := ""
	for _, name := range slices.Concat(o.files, []string{path}) {
		codes += " --codes " + name
	}
	fmt.Fprintf(w, "%s has the %s on which people differ. Settle them there, and run report%s.\n", path, plural(n, "comment"), codes)
	return nil
}
