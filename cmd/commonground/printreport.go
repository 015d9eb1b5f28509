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
		found := name == projectFormat
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
	return strings.Join(append(names, projectFormat), ",")
}

// formatHelp tells of each format in a line.
func formatHelp() string {
	var b strings.Builder
	for _, f := range report.Formats {
		fmt.Fprintf(&b, "  %-7s %s\n", f.Name, f.Doc)
	}
	fmt.Fprintf(&b, "  %-7s %s\n", projectFormat, projectDoc)
	return b.String()
}

// printReport says what was found, what was refused, and where the files are.
// restricted are the files that it has besides those to show; kept says what
// became of those that people worked in.
func printReport(out io.Writer, found *analysis.Found, dir string, restricted []report.File, kept []string) error {
	w, r := bufio.NewWriter(out), found.Report
	for _, sentence := range r.Summary {
		fmt.Fprintln(w, sentence)
	}
	fmt.Fprintln(w)
	for _, s := range found.Sources {
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
		if n.Title == r.Lang.Say(analysis.LookAt) || n.Title == r.Lang.Say(analysis.Drawn) {
			fmt.Fprintf(w, "%s: %s\n", n.Title, n.Text)
		}
	}
	printUnchecked(w, found.Unchecked)
	fmt.Fprintf(w, "\nThe report is in %s\n", dir)
	wrote := func(name string) bool {
		return slices.ContainsFunc(restricted, func(f report.File) bool { return f.Name == name })
	}
	if wrote(reviewName) {
		fmt.Fprintf(w, "%s holds people's own words: for your own eyes.\n", filepath.Join(dir, reviewName))
		if n := found.ReadFirst; n > 0 {
			fmt.Fprintf(w, "Read first: %d of the comments may tell of danger to somebody. They stand at its top, and in nothing that may be shown.\n", n)
		}
	}
	if wrote(projectName) {
		fmt.Fprintf(w, "%s holds people's own words, with all that one person wrote together, for programs of qualitative analysis: for your own eyes.\n", filepath.Join(dir, projectName))
	}
	if wrote(modelName) {
		fmt.Fprintf(w, "%s holds what was learnt, as numbers made from people's words: for your own eyes. --model codes other answers by it.\n", filepath.Join(dir, modelName))
	}
	for _, said := range kept {
		fmt.Fprintln(w, said)
	}
	return w.Flush()
}

// printUnchecked names groups of a blind sheet that nobody is checked of.
func printUnchecked(w io.Writer, groups []review.Stratum) {
	if len(groups) == 0 {
		return
	}
	var names []string
	for _, g := range groups {
		names = append(names, fmt.Sprintf("%s (%s drawn of %s)", g.Name, count(g.Drawn), count(g.People)))
	}
	fmt.Fprintf(w, "Of these groups of the blind sheet nobody is checked yet: %s.\n", strings.Join(names, "; "))
}

// maxRefused is how many refused rows of a file the terminal lists.
const maxRefused = 5
