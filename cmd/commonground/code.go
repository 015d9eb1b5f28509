package main

import (
	"fmt"
	"io"
	"path/filepath"
	"strconv"

	"github.com/spf13/cobra"

	"commonground/analysis"
	"commonground/analysis/codebook"
	"commonground/analysis/intake"
	"commonground/analysis/review"
	"commonground/analysis/survey"
	"commonground/report/look"
)

func codeCommand() *cobra.Command {
	var out, book, model string
	var roles, codes []string
	cmd := &cobra.Command{
		Use:   "code [-o FILE|-] FILE...",
		Short: "Write one CSV row for each open answer, with its themes",
		Long: "Code writes one CSV row for each open answer: where it came from, its words as they were written,\n" +
			"and a column for each theme with the tone in which the answer speaks of it. To have rows count that you\n" +
			"corrected (--codes), put “yes” under “checked” in those that you looked at.\n" +
			"The rows hold people's own words: they are for your own eyes.",
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			from, err := open(args, roles)
			if err != nil {
				return err
			}
			b, err := from.book(book)
			if err != nil {
				return err
			}
			plan := analysis.Plan{Book: b}
			if plan.Codes, err = readCodes(codes, b.Themes); err != nil {
				return err
			}
			if err := chooseModel(&plan, model); err != nil {
				return err
			}
			if out == "-" {
				fmt.Fprintln(cmd.ErrOrStderr(), originals)
				return writeCodes(cmd, from.plan, &plan, cmd.OutOrStdout(), "")
			}
			return replaceFile(out, func(w io.Writer) error {
				if err := writeCodes(cmd, from.plan, &plan, w, filepath.Dir(out)); err != nil {
					return err
				}
				fmt.Fprintln(cmd.ErrOrStderr(), originals)
				return nil
			})
		},
	}
	cmd.Flags().StringVarP(&out, "output", "o", "-", "write to this `FILE`; - is standard output")
	cmd.Flags().StringVar(&book, "codebook", "", "a built-in codebook or a codebook `FILE` (default partnership)")
	cmd.Flags().StringArrayVar(&roles, "role", nil, "the `ROLE` of all who wrote, or FILE=ROLE of those in one file")
	addCodesFlag(cmd, &codes)
	addModelFlag(cmd, &model)
	return cmd
}

// originals is said wherever people's own words are written out.
const originals = "These are people's own words, with any names in them: for your own eyes, not for showing."

// writeCodes codes the files and writes the rows to w.
func writeCodes(cmd *cobra.Command, from intake.Plan, plan *analysis.Plan, w io.Writer, spool string) error {
	show := newProgress(cmd.ErrOrStderr())
	show.say("Reading %d files", len(from.Sources))
	from.Spool = spool
	in, rules, err := analysis.Open(cmd.Context(), from, plan.Book)
	if err != nil {
		return err
	}
	defer in.Close()
	chain, err := analysis.NewChain(in, rules, plan)
	if err != nil {
		return err
	}
	t := &codeTable{in: in, themes: plan.Book.Themes, checks: chain.Checks, role: in.Survey.Index(survey.RoleID)}
	if _, err := w.Write(t.header()); err != nil {
		return err
	}
	coded := 0
	err = analysis.Code(cmd.Context(), in.Responses(), chain, t.rows, func(b *analysis.Batch) error {
		coded += len(b.Responses)
		show.count(coded, in.Respondents)
		_, err := w.Write(b.Out)
		return err
	})
	show.clear()
	for _, said := range chain.Said() {
		fmt.Fprintln(cmd.ErrOrStderr(), said)
	}
	return err
}

// A codeTable lays coded answers out as CSV.
type codeTable struct {
	in     *intake.Intake
	themes []codebook.Theme
	checks *review.Checks
	role   int // index of the role question
}

func (t *codeTable) header() []byte {
	header := []byte("file,row,respondent,role,question,language,text,no_content,checked,coder,when")
	for _, theme := range t.themes {
		header = look.AppendCSV(append(header, ','), review.ThemeColumn(theme.ID))
	}
	return append(header, ",program,why\n"...)
}

// rows puts the rows of a batch into its Out.
func (t *codeTable) rows(b *analysis.Batch) {
	var why []byte
	for i, r := range b.Responses {
		for k := range r.Comments {
			codings := codebook.Of(b.Codings[i], k)
			check := t.checks.Of(r.Respondent, k)
			b.Out = t.appendAnswer(b.Out, r, &r.Comments[k], codings, check)
			why = check.AppendWhy(why[:0], t.themes, r.Comments[k].Text, codings)
			b.Out = append(look.AppendCSV(append(b.Out, ','), string(why)), '\n')
		}
	}
}

// appendAnswer appends the cells of one answer but for the last.
func (t *codeTable) appendAnswer(dst []byte, r *survey.Response, c *survey.Comment, codings []codebook.Coding, check *review.Check) []byte {
	dst = look.AppendCSV(dst, look.Inert(t.in.Reads[c.From.File].File))
	dst = strconv.AppendInt(append(dst, ','), int64(c.From.Row), 10)
	dst = strconv.AppendInt(append(dst, ','), int64(r.Respondent), 10)
	dst = look.AppendCSV(append(dst, ','), survey.JoinRoles(r.Roles(t.role)))
	dst = look.AppendCSV(append(dst, ','), t.in.Survey.Questions[c.Question].ID)
	dst = look.AppendCSV(append(dst, ','), c.Lang.String())
	dst = look.AppendCSV(append(dst, ','), look.Inert(c.Text))
	dst = strconv.AppendBool(append(dst, ','), c.State == survey.NoContent)
	dst = appendCheck(dst, check)
	for theme := range t.themes {
		dst = append(append(dst, ','), check.Cell(t.themes, theme, codings)...)
	}
	return look.AppendCSV(append(dst, ','), check.Program(t.themes, codings, c.State))
}

// appendCheck appends whether a person decided on an answer, who and when.
func appendCheck(dst []byte, check *review.Check) []byte {
	if check == nil || !check.Checked {
		return append(dst, ",,,"...)
	}
	dst = look.AppendCSV(append(dst, ",yes,"...), look.Inert(check.Coder))
	return look.AppendCSV(append(dst, ','), review.Date(check.When))
}
