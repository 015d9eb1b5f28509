package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"commonground/analysis/survey"
)

// print writes the inspection for a person.
func (s *inspection) print(w io.Writer) {
	for _, f := range s.Files {
		f.print(w)
	}
	fmt.Fprintln(w, "Questions")
	for _, q := range s.Questions {
		fmt.Fprintf(w, "  %-9s %s  (%s)\n", q.Kind, q.Text, q.ID)
	}
	if !slices.ContainsFunc(s.Questions, func(q inspectedQuestion) bool { return q.Kind == survey.Open.String() }) {
		fmt.Fprintln(w, "  No open question was found: a report will show respondents, choices and scales, and no themes.")
	}
	if slices.ContainsFunc(s.Questions, func(q inspectedQuestion) bool { return q.Kind == other }) {
		fmt.Fprintln(w, "  other: the words of those who chose none of a question's answers; they are read as comments.")
	}
	for _, j := range s.Joined {
		fmt.Fprintf(w, "  taken for one question (%s): %s\n", j.ID, quoted(j.Texts))
	}
	for _, n := range s.Notes {
		fmt.Fprintf(w, "  note: %s\n", n)
	}
	fmt.Fprintf(w, "\n%d respondents", s.Respondents)
	printCounts(w, survey.Roles(), s.Roles)
	if len(s.Waves) > 0 {
		fmt.Fprint(w, "waves")
		printCounts(w, slices.Sorted(maps.Keys(s.Waves)), s.Waves)
	}
}

// printCounts ends a line with the counts of those names that have one.
func printCounts(w io.Writer, names []string, counts map[string]int) {
	sep := ": "
	for _, name := range names {
		if n := counts[name]; n > 0 {
			fmt.Fprintf(w, "%s%s %d", sep, name, n)
			sep = ", "
		}
	}
	fmt.Fprintln(w)
}

// quoted writes texts in quotes, joined by "and".
func quoted(texts []string) string { return "“" + strings.Join(texts, "” and “") + "”" }

// kind is the file's format, encoding and survey program, as far as known.
func (f *inspectedFile) kind() string {
	kind := strings.TrimRight(f.Format+", "+f.Encoding, ", ")
	if f.Export != "" {
		kind += ", as exported by " + f.Export
	}
	return kind
}

func (f *inspectedFile) print(w io.Writer) {
	fmt.Fprintf(w, "%s\n  %s\n", f.File, f.kind())
	fmt.Fprintf(w, "  %s = %d part of a response + %d refused; %d respondents", rowsOf(f.Rows), f.Used, len(f.Refused), f.Respondents)
	if f.Stated > 0 {
		fmt.Fprintf(w, " (%d stated)", f.Stated)
	}
	fmt.Fprintf(w, "\n  role: %s\n", f.RoleFrom)
	for _, n := range f.Notes {
		fmt.Fprintf(w, "  note: %s\n", n)
	}
	for _, c := range f.Columns {
		fmt.Fprintf(w, "  %-14s %s\n", c.Kind, c.Name)
	}
	printRows(w, "refused", f.Refused)
	printRows(w, "look at", f.Doubtful)
	for _, o := range f.Odd {
		what := "kept; a study file can leave them out"
		if !o.Kept {
			what = "left out"
		}
		fmt.Fprintf(w, "  %s: %s (%s)\n", o.What, rowList(o.Rows), what)
	}
	fmt.Fprintln(w)
}

// maxListed is how many row numbers of a kind are listed.
const maxListed = 12

// rowList writes row numbers: "rows 3, 17 and 2 more".
func rowList(rows []int) string {
	var b strings.Builder
	b.WriteString("row ")
	if len(rows) > 1 {
		b.Reset()
		b.WriteString("rows ")
	}
	for i, r := range rows {
		if i == maxListed {
			fmt.Fprintf(&b, " and %d more", len(rows)-i)
			break
		}
		if i > 0 {
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, "%d", r)
	}
	return b.String()
}

// printRows lists rows with a reason each.
func printRows(w io.Writer, what string, rows []inspectedRow) {
	for _, r := range rows {
		if r.Column != "" {
			r.Reason = fmt.Sprintf("column %q: %s", r.Column, r.Reason)
		}
		fmt.Fprintf(w, "  %s row %d: %s\n", what, r.Row, r.Reason)
	}
}
