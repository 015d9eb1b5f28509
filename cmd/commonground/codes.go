package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"commonground/analysis/codebook"
	"commonground/analysis/review"
)

// addCodesFlag adds the option that names what people decided.
func addCodesFlag(cmd *cobra.Command, codes *[]string) {
	cmd.Flags().StringArrayVar(codes, "codes", nil, "a `FILE` of what people decided: a review.xlsx with checked rows, a sheet of sample,\n"+
		"corrected rows of code, or JSON lines; it goes before the program. May be given several times")
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

// keepReview reports whether a review file holds rows that a person checked and
// that the new one does not carry on.
func keepReview(path string, codes []*review.Decisions, checks *review.Checks) (bool, error) {
	n, err := countChecked(path)
	if n == 0 || err != nil {
		return false, err
	}
	for _, d := range codes {
		if sameFile(d.File, path) && checks.Whole(d.File) {
			return false, nil
		}
	}
	return true, nil
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
