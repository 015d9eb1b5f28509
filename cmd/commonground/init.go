package main

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"commonground/analysis/intake"
	"commonground/analysis/study"
	"commonground/analysis/survey"
)

// initOptions are the flags of init.
type initOptions struct {
	out, from string
	force     bool
}

func initCommand() *cobra.Command {
	var o initOptions
	cmd := &cobra.Command{
		Use:   "init [-o study.yaml] [--from last/study.yaml] FILE...",
		Short: "Write a study file with all that is guessed about the files, to be corrected",
		Long: "Init reads survey exports, or all in a folder or zip, and writes a study file: which questions they ask, which columns hold them,\n" +
			"which role and year each file is of, and what else the program needs to know. Correct it with a text\n" +
			"editor, and run commonground report study.yaml. With --from, what you settled last year is carried over.",
		Example: "  commonground init parents.xlsx teachers.csv\n" +
			"  commonground init -o 2026/study.yaml --from 2025/study.yaml 2026/parents.xlsx 2026/teachers.csv",
		Args: cobra.ArbitraryArgs,
		RunE: o.run,
	}
	f := cmd.Flags()
	f.StringVarP(&o.out, "output", "o", "study.yaml", "write to this `FILE`")
	f.StringVar(&o.from, "from", "", "carry over what last year's study `FILE` says")
	f.BoolVar(&o.force, "force", false, "replace a study file, which is kept as FILE.previous")
	return cmd
}

func (o *initOptions) run(cmd *cobra.Command, args []string) error {
	files, err := sources(args)
	if err != nil {
		return err
	}
	if err := o.check(files); err != nil {
		return err
	}
	plan := intake.Plan{Sources: files}
	var last *study.Study
	if o.from != "" {
		if last, err = study.Read(o.from, nil); err != nil {
			return err
		}
		plan = last.PlanFor(files)
	}
	in, err := intake.Open(cmd.Context(), plan)
	if err != nil {
		return err
	}
	defer in.Close()
	s, changes, err := guess(in, last, filepath.Dir(o.out))
	if err != nil {
		return err
	}
	doubts, err := doubtsOf(in, s)
	if err != nil {
		return err
	}
	doubts = append(doubts, changesOf(changes, last)...)
	if err := replaceFile(o.out, s.Write); err != nil {
		return err
	}
	w := bufio.NewWriter(cmd.OutOrStdout())
	printRead(w, in, s)
	if len(doubts) == 0 {
		fmt.Fprintf(w, "%s now lists %d questions, and nothing in the files is doubtful.\n", o.out, len(s.Questions))
	} else {
		fmt.Fprintf(w, "%s now lists %d questions. Look at these before you run the report:\n  %s\n", o.out, len(s.Questions), strings.Join(doubts, "\n  "))
	}
	fmt.Fprintf(w, "Then: commonground report %s\n", o.out)
	return w.Flush()
}

// check refuses what init can't read, and a place that it must not write to.
func (o *initOptions) check(files []intake.Source) error {
	for _, f := range files {
		if isStudy(f.Name) || f.FS != nil {
			return misuse{fmt.Errorf("%s: init reads survey exports; last year's study file goes behind --from", f.Name)}
		}
	}
	if !isStudy(o.out) {
		return misuse{fmt.Errorf("-o %s: the name of a study file ends in .yaml", o.out)}
	}
	if _, err := os.Lstat(o.out); err == nil && !o.force {
		return fmt.Errorf("%s is there already, and may hold your corrections: choose another name with -o, "+
			"or replace it with --force (it is then kept as %s.previous)", o.out, o.out)
	}
	return nil
}

// guess makes the study of an intake, with what last year's says if there is
// one, for a file in that folder.
func guess(in *intake.Intake, last *study.Study, folder string) (*study.Study, study.Changes, error) {
	s, err := study.Guess(in)
	if err != nil {
		return nil, study.Changes{}, err
	}
	var changes study.Changes
	if last != nil {
		if changes, err = s.Carry(last); err != nil {
			return nil, changes, err
		}
	}
	return s, changes, s.PutIn(folder)
}

// printRead says what was read, and which waves it was taken for.
func printRead(w io.Writer, in *intake.Intake, s *study.Study) {
	for i := range in.Reads {
		r := &in.Reads[i]
		fmt.Fprintf(w, "%s: %d respondents, role: %s\n", r.File, r.Respondents, r.RoleFrom)
	}
	for _, from := range s.Sources {
		if from.Wave != "" {
			fmt.Fprintf(w, "%s is taken for wave %s\n", from.File, from.Wave)
		}
	}
}

// doubtsOf says what a person should look at in what was guessed.
func doubtsOf(in *intake.Intake, s *study.Study) ([]string, error) {
	doubts := slices.Clone(in.Notes)
	for _, q := range s.Questions {
		if len(q.Headers) > 1 {
			doubts = append(doubts, fmt.Sprintf("taken for one question (%s): %s", q.ID, quoted(q.Headers)))
		}
	}
	for _, j := range in.Resembling() {
		doubts = append(doubts, fmt.Sprintf("perhaps one question: %s (%s); if so, list both headers under one of them, and delete the other", quoted(j.Texts), strings.Join(j.Files, ", ")))
	}
	for i := range in.Reads {
		r := &in.Reads[i]
		if len(r.Refused) > 0 {
			doubts = append(doubts, fmt.Sprintf("%s: refused: %s; commonground inspect shows why", r.File, rowsOf(len(r.Refused))))
		}
		for _, o := range r.Odd {
			if o.Kept {
				doubts = append(doubts, fmt.Sprintf("%s: %s, %s: kept; under rows you may leave them out", r.File, o.What, rowList(o.Rows)))
			}
		}
	}
	n, err := unknownRoles(in)
	if err != nil {
		return nil, err
	}
	if n > 0 {
		doubts = append(doubts, fmt.Sprintf("the roles of %d respondents are not known: give their file a role if all have the same", n))
	}
	return doubts, nil
}

// changesOf says what differs from last year, if last year is known.
func changesOf(c study.Changes, last *study.Study) []string {
	var all []string
	for _, q := range c.New {
		all = append(all, fmt.Sprintf("new this year: “%s” (%s)", q.Text, q.ID))
	}
	for _, q := range c.Gone {
		all = append(all, fmt.Sprintf("no longer asked: “%s” (%s)", cmp.Or(q.Text, q.ID), q.ID))
	}
	if len(c.New) > 0 && len(c.Gone) > 0 {
		all = append(all, "if a new question is an old one in other words, give it the old id, and list the headers of both")
	}
	if last != nil && len(last.Invited) > 0 {
		all = append(all, "how many people were invited is last year's, and was not carried over: add this year's numbers")
	}
	return all
}

// unknownRoles counts the respondents whose role could not be told.
func unknownRoles(in *intake.Intake) (int, error) {
	role, n := in.Survey.Index(survey.RoleID), 0
	for r, err := range in.Responses() {
		if err != nil {
			return 0, err
		}
		for _, known := range r.Roles(role) {
			if known == survey.Unknown {
				n++
			}
		}
	}
	return n, nil
}

// rowsOf counts rows in words.
func rowsOf(n int) string {
	if n == 1 {
		return "1 row"
	}
	return fmt.Sprintf("%d rows", n)
}
