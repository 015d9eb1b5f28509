package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"commonground/analysis/codebook"
	"commonground/analysis/review"
)

// addCodesFlag adds the option that names what people decided.
func addCodesFlag(cmd *cobra.Command, codes *[]string) {
	cmd.Flags().StringArrayVar(codes, "codes", nil, "a `FILE` of what people decided: a review.xlsx with checked rows, a sheet of sample,\n"+
		"corrected rows of code, JSON lines, or a REFI-QDA project made from study.qdpx; it goes before the program. May be given several times")
}

// readCodes reads files of what people decided on themes.
func readCodes(names []string, themes []codebook.Theme) ([]*review.Decisions, error) {
	var all []*review.Decisions
	for _, name := range names {
		d, err := readDecisions(name, themes)
		if err != nil {
			return nil, err
		}
		all = append(all, d)
	}
	return all, nil
}

// keepFile reports whether a person worked in a file of a report, so that it must
// not be replaced.
func keepFile(path string, codes []*review.Decisions, checks *review.Checks) (bool, error) {
	switch ext := filepath.Ext(path); {
	case ext == filepath.Ext(projectName):
		return keepProject(path, codes, checks)
	case ext == filepath.Ext(reviewName):
		return keepReview(path, codes, checks)
	}
	return false, nil // what is learnt, and the codebook, are made anew
}

// keepReview reports whether a review file holds rows that a person checked and
// that the new one does not carry on.
func keepReview(path string, codes []*review.Decisions, checks *review.Checks) (bool, error) {
	n, err := countChecked(path)
	if n == 0 || err != nil {
		return false, err
	}
	return !carriedOn(path, codes, checks), nil
}

// carriedOn reports whether all that people decided in a file is among the
// checks.
func carriedOn(path string, codes []*review.Decisions, checks *review.Checks) bool {
	return slices.ContainsFunc(codes, func(d *review.Decisions) bool { return sameFile(d.File, path) && checks.Whole(d.File) })
}

// countChecked counts the rows of a review file that a person checked.
func countChecked(path string) (int, error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	return review.Checked(f)
}

func sameFile(a, b string) bool {
	one, err := os.Stat(a)
	if err != nil {
		return false
	}
	other, err := os.Stat(b)
	return err == nil && os.SameFile(one, other)
}

// printKept says what became of a review file that a person worked in. kept is
// the name of the new one beside it.
func printKept(w io.Writer, dir, kept string) {
	path := filepath.Join(dir, reviewName)
	switch n, err := countChecked(path); {
	case err != nil:
		fmt.Fprintf(w, "It can't be told whether rows of %s were checked, so it was left as it is; what this run coded is in %s beside it.\n", path, kept)
		return
	case n == 1:
		fmt.Fprintf(w, "1 row of %s was checked, so it was left as it is; what this run coded is in %s beside it.\n", path, kept)
	default:
		fmt.Fprintf(w, "%d rows of %s were checked, so it was left as it is; what this run coded is in %s beside it.\n", n, path, kept)
	}
	fmt.Fprintf(w, "To have them count, run the same command with --codes %s\n", path)
}
