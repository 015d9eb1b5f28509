package main

import (
	"bufio"
	"encoding/json"
	"slices"

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
