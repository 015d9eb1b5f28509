package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"commonground/analysis"
	"commonground/analysis/intake"
	"commonground/analysis/review"
)

// A keeper keeps files of an old report in which people worked, as long as the
// new one does not carry on all that they did.
type keeper struct {
	dir   string // of the report
	job   *job
	in    *intake.Intake
	found *analysis.Found
	why   map[string]string // why a file is kept, and what to do next, by its name
}

// keep reports whether a file of the old report must not be replaced.
func (k *keeper) keep(path string) (bool, error) {
	untouched := true // what is learnt, and the codebook, are made anew
	var err error
	switch filepath.Ext(path) {
	case filepath.Ext(reviewName):
		var checked int
		checked, untouched, err = marksIn(path)
		untouched = untouched && checked == 0
	case filepath.Ext(projectName):
		untouched, err = projectUntouched(path)
	}
	if untouched && err == nil {
		return false, nil
	}
	why := k.reason(path)
	k.why[filepath.Base(path)] = why
	return why != "", nil
}

// reason says why a file is kept in which somebody worked, and what to do next; ""
// where all of it is carried on.
func (k *keeper) reason(path string) string {
	var d *review.Decisions
	given := slices.IndexFunc(k.job.plan.Codes, func(d *review.Decisions) bool { return sameFile(d.File, path) })
	if given >= 0 {
		d = k.job.plan.Codes[given]
	} else {
		var err error
		if d, err = readDecisions(path, k.job.plan.Book.Themes); err != nil {
			return fmt.Sprintf("what was done in it can't be told (%v)", err)
		}
	}
	theirs, err := review.Match(k.in.Survey, k.found.Themes, k.in.Responses(), d)
	if err != nil {
		return "what was checked in it is not about these answers"
	}
	again := "run the same command again"
	if given < 0 {
		again = "run the same command with --codes " + filepath.Join(k.dir, filepath.Base(path))
	}
	switch n := len(d.Forgotten()); {
	case k.found.Chain.Checks.Hold(theirs):
		return ""
	case n > 0:
		return fmt.Sprintf("%s changed in it without being marked. Put “yes” under “checked” there, and %s", were(n), again)
	case given >= 0:
		return "not all that it holds could be carried on, as is said above. What could is in the new one, with which you can go on"
	case theirs.Answers == 0:
		return "somebody saved it with what can't be carried on, such as a sheet or a column of their own. Copy that elsewhere and delete the file, and it is written anew"
	}
	return fmt.Sprintf("%s checked in it, which this run doesn't have so. To have them count, %s", were(theirs.Answers), again)
}

func were(rows int) string {
	if rows == 1 {
		return "1 row was"
	}
	return count(rows) + " rows were"
}

// said says of each file that was kept why, and what to do. kept are the names of
// the new ones beside them.
func (k *keeper) said(kept map[string]string) []string {
	var all []string
	for _, name := range []string{reviewName, projectName} {
		if kept[name] != "" {
			all = append(all, fmt.Sprintf("%s was left as it is, and what this run coded is in %s beside it: %s.",
				filepath.Join(k.dir, name), kept[name], k.why[name]))
		}
	}
	return all
}

// marksIn counts the rows of a review file, or of a sheet of sample, that somebody
// marked as checked, and reports whether nobody saved it since it was written.
func marksIn(path string) (checked int, untouched bool, err error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, false, err
	}
	defer f.Close()
	if checked, err = review.Checked(f); err != nil {
		return 0, false, err
	}
	untouched, err = review.Untouched(f)
	return checked, untouched, err
}

func sameFile(a, b string) bool {
	one, err := os.Stat(a)
	if err != nil {
		return false
	}
	other, err := os.Stat(b)
	return err == nil && os.SameFile(one, other)
}
