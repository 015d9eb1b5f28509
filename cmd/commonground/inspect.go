package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"commonground/analysis/intake"
	"commonground/analysis/survey"
)

func inspectCommand() *cobra.Command {
	var asJSON bool
	var roles, by []string
	cmd := &cobra.Command{
		Use:   "inspect [--json] FILE...",
		Short: "Show what is recognized in the files, before anything is coded",
		Args:  cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			files, err := sources(args, roles)
			if err != nil {
				return err
			}
			in, err := intake.Open(intake.Plan{Sources: files, By: by})
			if err != nil {
				return err
			}
			defer in.Close()
			seen, err := look(in)
			if err != nil {
				return err
			}
			if asJSON {
				e := json.NewEncoder(cmd.OutOrStdout())
				e.SetEscapeHTML(false)
				e.SetIndent("", "  ")
				return e.Encode(seen)
			}
			w := bufio.NewWriter(cmd.OutOrStdout())
			seen.print(w)
			return w.Flush()
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "as JSON, for programs")
	cmd.Flags().StringArrayVar(&roles, "role", nil, "the `ROLE` of all who wrote, or FILE=ROLE of those in one file")
	cmd.Flags().StringArrayVar(&by, "by", nil, "take this `QUESTION` for a group")
	return cmd
}

// An inspection is what was recognized, in the shape of its JSON.
type inspection struct {
	Files       []inspectedFile     `json:"files"`
	Questions   []inspectedQuestion `json:"questions"`
	Respondents int                 `json:"respondents"`
	Roles       map[string]int      `json:"roles"`
}

type inspectedFile struct {
	File        string            `json:"file"`
	Format      string            `json:"format"`
	Encoding    string            `json:"encoding"`
	Rows        int               `json:"rows"`
	Used        int               `json:"used"`
	Respondents int               `json:"respondents"`
	Stated      int               `json:"stated,omitempty"`
	RoleFrom    string            `json:"role_from"`
	Refused     []inspectedRow    `json:"refused"`
	Doubtful    []inspectedRow    `json:"doubtful"`
	Columns     []inspectedColumn `json:"columns"`
	Notes       []string          `json:"notes"`
}

type inspectedRow struct {
	Row    int    `json:"row"`
	Column string `json:"column"`
	Reason string `json:"reason"`
}

type inspectedColumn struct {
	Name string `json:"name"`
	Kind string `json:"kind"`
}

type inspectedQuestion struct {
	ID   string `json:"id"`
	Text string `json:"text"`
	Kind string `json:"kind"`
}

// look gathers what an intake recognized, and counts roles.
func look(in *intake.Intake) (*inspection, error) {
	seen := &inspection{Files: []inspectedFile{}, Questions: []inspectedQuestion{}, Respondents: in.Respondents, Roles: map[string]int{}}
	for i := range in.Reads {
		seen.Files = append(seen.Files, lookAt(&in.Reads[i]))
	}
	for _, q := range in.Survey.Questions {
		if q.Use == survey.Asked || q.Use == survey.Attribute {
			seen.Questions = append(seen.Questions, inspectedQuestion{q.ID, q.Text, q.Kind.String()})
		}
	}
	role := in.Survey.Index(survey.RoleID)
	for r, err := range in.Responses() {
		if err != nil {
			return nil, err
		}
		for _, known := range r.Roles(role) {
			seen.Roles[known.String()]++
		}
	}
	return seen, nil
}

func lookAt(r *intake.Read) inspectedFile {
	f := inspectedFile{
		File: r.File, Format: r.Format, Encoding: r.Encoding, Rows: r.Rows, Used: r.Used,
		Respondents: r.Respondents, Stated: r.Stated, RoleFrom: r.RoleFrom,
		Refused: []inspectedRow{}, Doubtful: []inspectedRow{}, Columns: []inspectedColumn{},
		Notes: append([]string{}, r.Notes...),
	}
	for _, e := range r.Refused {
		f.Refused = append(f.Refused, inspectedRow{e.Row, e.Column, e.Err.Error()})
	}
	for _, e := range r.Doubts {
		f.Doubtful = append(f.Doubtful, inspectedRow{e.Row, e.Column, e.Err.Error()})
	}
	for _, c := range r.Columns {
		f.Columns = append(f.Columns, inspectedColumn{c.Name, string(c.Kind)})
	}
	return f
}

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
	fmt.Fprintf(w, "\n%d respondents", s.Respondents)
	sep := ": "
	for _, name := range survey.Roles() {
		if n := s.Roles[name]; n > 0 {
			fmt.Fprintf(w, "%s%s %d", sep, name, n)
			sep = ", "
		}
	}
	fmt.Fprintln(w)
}

func (f *inspectedFile) print(w io.Writer) {
	fmt.Fprintf(w, "%s\n  %s\n", f.File, strings.TrimRight(f.Format+", "+f.Encoding, ", "))
	fmt.Fprintf(w, "  %d rows = %d part of a response + %d refused; %d respondents", f.Rows, f.Used, len(f.Refused), f.Respondents)
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
	fmt.Fprintln(w)
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
