package main

import (
	"bufio"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"commonground/analysis"
	"commonground/analysis/review"
	"commonground/analysis/survey"
	"commonground/report"
)

// reviewName is the restricted working file of a report's folder.
const reviewName = "review.xlsx"

// reviewFiles is the restricted file with every coded answer; none where
// nobody was asked to write.
func reviewFiles(s *survey.Survey, found *analysis.Found) []report.File {
	if !slices.ContainsFunc(s.Questions, func(q survey.Question) bool { return q.Kind == survey.Open }) {
		return nil
	}
	return []report.File{{Name: reviewName, Mode: 0o600, Write: func(w io.Writer) error {
		return review.Write(w, review.Sheet{Themes: found.Themes, Sample: found.Sample()}, found.Review())
	}}}
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

// formatHelp tells of each format in a line.
func formatHelp() string {
	var b strings.Builder
	for _, f := range report.Formats {
		fmt.Fprintf(&b, "  %-7s %s\n", f.Name, f.Doc)
	}
	return b.String()
}

// printReport says what was found, what was refused, and where the files are.
// kept is the name of the new review file where a checked one was left.
func printReport(out io.Writer, found *analysis.Found, dir string, reviewed bool, kept string) error {
	w, r := bufio.NewWriter(out), found.Report
	for _, sentence := range r.Summary {
		fmt.Fprintln(w, sentence)
	}
	fmt.Fprintln(w)
	for _, s := range r.Sources {
		fmt.Fprintf(w, "%s: %s = %d part of a response + %d refused\n", s.File, rowsOf(s.Rows), s.Used, len(s.Refused))
		for i, refused := range s.Refused {
			if i == maxRefused {
				fmt.Fprintf(w, "  … and %d more, all in report.xlsx\n", len(s.Refused)-i)
				break
			}
			fmt.Fprintf(w, "  refused row %d: %s\n", refused.Row, refused.Reason)
		}
	}
	for _, said := range found.Chain.Said() {
		fmt.Fprintln(w, said)
	}
	for _, n := range r.Notes {
		if n.Title == analysis.LookAt {
			fmt.Fprintf(w, "%s: %s\n", n.Title, n.Text)
		}
	}
	fmt.Fprintf(w, "\nThe report is in %s\n", dir)
	if reviewed {
		fmt.Fprintf(w, "%s holds people's own words: for your own eyes.\n", filepath.Join(dir, reviewName))
	}
	if found.Chain.Learnt != nil {
		fmt.Fprintf(w, "%s holds what was learnt, as numbers made from people's words: for your own eyes. --model codes other answers by it.\n", filepath.Join(dir, modelName))
	}
	if kept != "" {
		printKept(w, dir, kept)
	}
	return w.Flush()
}

// maxRefused is how many refused rows of a file the terminal lists.
const maxRefused = 5
