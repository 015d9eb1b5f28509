package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"maps"
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
			from, err := open(args, roles)
			if err != nil {
				return err
			}
			if len(by) > 0 {
				from.plan.By = by
			}
			in, err := intake.Open(cmd.Context(), from.plan)
			if err != nil {
				return err
			}
			defer in.Close()
			seen, err := inspected(in)
			if err != nil {
				return err
			}
			if from.study != nil {
				seen.Notes = append(seen.Notes, from.study.Unused()...)
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
	Waves       map[string]int      `json:"waves"`
	Joined      []inspectedJoin     `json:"joined"`
	Notes       []string            `json:"notes"`
}

type inspectedFile struct {
	File        string            `json:"file"`
	Format      string            `json:"format"`
	Export      string            `json:"export,omitempty"`
	Encoding    string            `json:"encoding"`
	Rows        int               `json:"rows"`
	Used        int               `json:"used"`
	Respondents int               `json:"respondents"`
	Stated      int               `json:"stated,omitempty"`
	RoleFrom    string            `json:"role_from"`
	Refused     []inspectedRow    `json:"refused"`
	Doubtful    []inspectedRow    `json:"doubtful"`
	Odd         []inspectedOdd    `json:"odd"`
	Columns     []inspectedColumn `json:"columns"`
	Notes       []string          `json:"notes"`
}

type inspectedRow struct {
	Row    int    `json:"row"`
	Column string `json:"column"`
	Reason string `json:"reason"`
}

type inspectedOdd struct {
	What string `json:"what"`
	Rows []int  `json:"rows"`
	Kept bool   `json:"kept"`
}

type inspectedJoin struct {
	ID    string   `json:"id"`
	Texts []string `json:"texts"`
	Files []string `json:"files"`
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

// inspected gathers what an intake recognized, and counts roles and waves.
func inspected(in *intake.Intake) (*inspection, error) {
	seen := &inspection{
		Files: []inspectedFile{}, Questions: []inspectedQuestion{}, Respondents: in.Respondents,
		Roles: map[string]int{}, Waves: map[string]int{}, Joined: []inspectedJoin{}, Notes: append([]string{}, in.Notes...),
	}
	for _, j := range in.Joined {
		seen.Joined = append(seen.Joined, inspectedJoin{j.ID, j.Texts, j.Files})
	}
	for i := range in.Reads {
		seen.Files = append(seen.Files, lookAt(&in.Reads[i]))
	}
	// A post that poses no question is one itself.
	poses := slices.ContainsFunc(in.Survey.Questions, func(q survey.Question) bool { return q.Use == survey.Asked && q.Kind == survey.Open })
	for _, q := range in.Survey.Questions {
		if q.Use == survey.Asked || q.Use == survey.Attribute || q.Use == survey.WholeUse && !poses {
			seen.Questions = append(seen.Questions, inspectedQuestion{q.ID, q.Text, q.Kind.String()})
		}
	}
	seen.markOther(in)
	role, wave := in.Survey.Index(survey.RoleID), in.Survey.Index(survey.WaveID)
	for r, err := range in.Responses() {
		if err != nil {
			return nil, err
		}
		for _, known := range r.Roles(role) {
			seen.Roles[known.String()]++
		}
		if wave >= 0 {
			for _, w := range r.Answers[wave].Picks {
				seen.Waves[in.Survey.Questions[wave].Choices[w]]++
			}
		}
	}
	return seen, nil
}

func lookAt(r *intake.Read) inspectedFile {
	f := inspectedFile{
		File: r.File, Format: r.Format, Export: r.Export, Encoding: r.Encoding, Rows: r.Rows, Used: r.Used,
		Respondents: r.Respondents, Stated: r.Stated, RoleFrom: r.RoleFrom,
		Refused: []inspectedRow{}, Doubtful: []inspectedRow{}, Odd: []inspectedOdd{}, Columns: []inspectedColumn{},
		Notes: append([]string{}, r.Notes...),
	}
	for _, e := range r.Refused {
		f.Refused = append(f.Refused, inspectedRow{e.Row, e.Column, e.Err.Error()})
	}
	for _, e := range r.Doubts {
		f.Doubtful = append(f.Doubtful, inspectedRow{e.Row, e.Column, e.Err.Error()})
	}
	for _, o := range r.Odd {
		f.Odd = append(f.Odd, inspectedOdd{o.What, o.Rows, o.Kept})
	}
	for _, c := range r.Columns {
		f.Columns = append(f.Columns, inspectedColumn{c.Name, string(c.Kind)})
	}
	return f
}

// other is shown as the kind of questions that aren't posed: people write to them
// who choose none of the answers that another question gives.
const other = "other"

// markOther tells such questions from those that are posed.
func (s *inspection) markOther(in *intake.Intake) {
	for i := range in.Reads {
		for _, c := range in.Reads[i].Columns {
			if !c.Other || c.Question < 0 {
				continue
			}
			id := in.Survey.Questions[c.Question].ID
			for k := range s.Questions {
				if q := &s.Questions[k]; q.ID == id && q.Kind == survey.Open.String() {
					q.Kind = other
				}
			}
		}
	}
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
