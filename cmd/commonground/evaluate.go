package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"commonground/analysis"
	"commonground/analysis/evaluate"
)

// Ways to show an evaluation besides the parts of a gold.
const (
	byTheme = "theme"
	byCoder = "coder"
)

// byNames are what --by takes.
var byNames = []string{byTheme, byCoder, string(evaluate.Language), string(evaluate.Set), string(evaluate.Role), string(evaluate.Question)}

// evaluateOptions are the flags of evaluate.
type evaluateOptions struct {
	files, codes, by []string
	book, model, out string
	show             int
	learn, curve     bool
	asJSON           bool
}

func evaluateCommand() *cobra.Command {
	var o evaluateOptions
	cmd := &cobra.Command{
		Use:   "evaluate --gold FILE [--by theme|coder|language|set|role|question] [--learn] [--curve]",
		Short: "Say how well comments are coded, against people's own codes",
		Long: "Evaluate codes comments that people coded, as report and code do, and compares. A gold file is a review.xlsx with\n" +
			"checked rows, a spreadsheet or CSV with the columns “text” and one for each theme, or JSON with one comment a line.\n" +
			"Where several people coded, give one --gold for each of their files, such as two copies of a review.xlsx, or name\n" +
			"them in the columns (“trust: Ana”): --by coder then says how far they agree, and lists where they don't; with -o,\n" +
			"it writes these comments as a sheet in which they can settle it.\n" +
			"From the comments on which --codes decides, the program learns, and they are left out of the gold; without --gold,\n" +
			"they are the gold. --learn codes each person's comments by what is learnt from all others'; --curve says how well\n" +
			"comments are coded after so many others were checked. It prints people's own words.",
		Example: "  commonground evaluate --gold review.xlsx\n" +
			"  commonground evaluate --learn --curve -o curve --gold review.xlsx\n" +
			"  commonground evaluate --by coder -o settle --gold ana.xlsx --gold ben.xlsx",
		Args: misuseOf(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error { return o.run(cmd) },
	}
	f := cmd.Flags()
	f.StringArrayVar(&o.files, "gold", nil, "a `FILE` of comments that people coded; one for each person")
	addCodesFlag(cmd, &o.codes)
	addModelFlag(cmd, &o.model)
	f.StringSliceVar(&o.by, "by", []string{byTheme}, "what to show apart: "+strings.Join(byNames, ", "))
	f.BoolVar(&o.learn, "learn", false, "code each person's comments by what is learnt from the gold of all others")
	f.BoolVar(&o.curve, "curve", false, "also say how well comments are coded after 0, 40, 80, 150 and 250 others were checked")
	f.StringVarP(&o.out, "output", "o", "", "a `DIR` to write into: the chart of --curve, and of --by coder the comments on which people differ, to be settled")
	f.StringVar(&o.book, "codebook", defaultBook, "a built-in codebook or a codebook `FILE`")
	f.IntVar(&o.show, "show", 3, "how many missed comments and misleading words to show of each theme")
	f.BoolVar(&o.asJSON, "json", false, "print everything as JSON")
	return cmd
}

func (o *evaluateOptions) run(cmd *cobra.Command) error {
	if len(o.files) == 0 {
		o.files, o.codes = o.codes, nil
	}
	if err := o.check(); err != nil {
		return err
	}
	gold, report, err := o.measure()
	if err != nil {
		return err
	}
	fmt.Fprintln(cmd.ErrOrStderr(), originals)
	for _, note := range gold.Notes {
		fmt.Fprintln(cmd.ErrOrStderr(), note)
	}
	if o.out != "" && o.curve {
		if err := writeCurve(o.out, report.Curve); err != nil {
			return err
		}
	}
	if o.out != "" && slices.Contains(o.by, byCoder) {
		if err := o.writeDisputed(cmd.ErrOrStderr(), gold); err != nil {
			return err
		}
	}
	if o.asJSON {
		return writeEvaluation(cmd.OutOrStdout(), report)
	}
	w := bufio.NewWriter(cmd.OutOrStdout())
	p := evaluationPrinter{w: w, report: report, show: o.show}
	p.print(o.by)
	return w.Flush()
}

// check refuses flags that don't go together.
func (o *evaluateOptions) check() error {
	if len(o.files) == 0 {
		return misuse{errors.New("no --gold: name a file of comments that people coded")}
	}
	for _, b := range o.by {
		if !slices.Contains(byNames, b) {
			return misuse{fmt.Errorf("--by %s: there are %s", b, strings.Join(byNames, ", "))}
		}
	}
	switch learns := o.learn || o.curve; {
	case o.show < 0:
		return misuse{fmt.Errorf("--show %d: give 0 or more", o.show)}
	case learns && len(o.codes) > 0:
		return misuse{errors.New("--learn and --curve learn from the gold: leave out --codes")}
	case learns && o.model != "" && o.model != noModel:
		return misuse{fmt.Errorf("--learn and --curve learn anew: leave out --model %s", o.model)}
	case o.out != "" && !o.curve && !slices.Contains(o.by, byCoder):
		return misuse{errors.New("-o is for the chart of --curve and the sheet of --by coder: give one of these too")}
	}
	return nil
}

// measure codes the comments of gold files by a codebook, and compares.
func (o *evaluateOptions) measure() (*evaluate.Gold, *evaluate.Report, error) {
	book, err := loadBook(o.book)
	if err != nil {
		return nil, nil, err
	}
	rules, _, err := analysis.Rules(book)
	if err != nil {
		return nil, nil, err
	}
	decided, err := readCodes(o.files, book.Themes)
	if err != nil {
		return nil, nil, err
	}
	known, err := readCodes(o.codes, book.Themes)
	if err != nil {
		return nil, nil, err
	}
	notes := inSight(decided)
	if n := leaveOut(decided, known); n > 0 {
		notes = append(notes, "Left out of the gold: "+plural(n, "row")+" on which --codes decides.")
	}
	gold, err := evaluate.NewGold(book.Themes, decided...)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", strings.Join(o.files, ", "), err)
	}
	gold.Notes = append(gold.Notes, notes...)
	coded, err := o.code(rules, gold, known)
	if err != nil {
		return nil, nil, err
	}
	var by evaluate.Options
	for _, b := range o.by {
		if b != byTheme && b != byCoder {
			by.By = append(by.By, evaluate.By(b))
		}
	}
	report := gold.Measure(coded, by)
	if o.curve {
		base, err := o.base()
		if err != nil {
			return nil, nil, err
		}
		report.Curve = gold.Curve(rules, base, curveSizes, curveDraws)
	}
	return gold, report, nil
}

func writeEvaluation(w io.Writer, r *evaluate.Report) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(r)
}
