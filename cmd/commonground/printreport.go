package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"commonground/analysis"
	"commonground/analysis/findings"
	"commonground/analysis/review"
	"commonground/report"
)

// reviewName is the restricted working file of a report's folder.
const reviewName = "review.xlsx"

// reviewFile is the restricted file with every coded answer.
func reviewFile(found *analysis.Found) report.File {
	return report.File{Name: reviewName, Mode: 0o600, Write: func(w io.Writer) error {
		return review.Write(w, found.Themes, found.Review())
	}}
}

// checked reports whether a review file holds rows that a person checked.
func checked(path string) (bool, error) {
	f, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer f.Close()
	n, err := review.Checked(f)
	return n > 0, err
}

func chooseFormats(names []string) ([]*report.Format, error) {
	if len(names) == 0 {
		return report.Formats, nil
	}
	var chosen []*report.Format
	for _, name := range names {
		found := false
		for _, f := range report.Formats {
			if f.Name == name {
				chosen, found = append(chosen, f), true
			}
		}
		if !found {
			return nil, misuse{fmt.Errorf("--formats %s: no format %q: the formats are %s", strings.Join(names, ","), name, formatNames())}
		}
	}
	return chosen, nil
}

func formatNames() string {
	var names []string
	for _, f := range report.Formats {
		names = append(names, f.Name)
	}
	return strings.Join(names, ",")
}

// printReport says what was found, what was refused, and where the files are.
func printReport(w io.Writer, r *findings.Report, dir, kept string) {
	for _, sentence := range r.Summary {
		fmt.Fprintln(w, sentence)
	}
	fmt.Fprintln(w)
	for _, s := range r.Sources {
		fmt.Fprintf(w, "%s: %d rows = %d part of a response + %d refused\n", s.File, s.Rows, s.Used, len(s.Refused))
		for i, refused := range s.Refused {
			if i == maxRefused {
				fmt.Fprintf(w, "  … and %d more, all in report.xlsx\n", len(s.Refused)-i)
				break
			}
			fmt.Fprintf(w, "  refused row %d: %s\n", refused.Row, refused.Reason)
		}
	}
	fmt.Fprintf(w, "\nThe report is in %s\n", dir)
	fmt.Fprintf(w, "%s holds people's own words: for your own eyes.\n", filepath.Join(dir, reviewName))
	if kept != "" {
		fmt.Fprintf(w, "Your checked %s was left as it is; the new one is %s.\n", reviewName, kept)
	}
}

// maxRefused is how many refused rows of a file the terminal lists.
const maxRefused = 5
