package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"commonground/analysis"
	"commonground/analysis/codebook"
	"commonground/analysis/evaluate"
	"commonground/analysis/qda"
	"commonground/analysis/review"
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

// leaveOut takes the comments that known decides on out of the gold, and returns
// how many rows those were. Files may name one question differently, so the
// respondent and the words tell a comment.
func leaveOut(gold, known []*review.Decisions) int {
	told := map[review.Ref]bool{}
	key := func(d *review.Decision) review.Ref {
		ref := d.Comment.Ref()
		ref.Question = ""
		return ref
	}
	for _, f := range known {
		for i := range f.All {
			if f.All[i].Checked {
				told[key(&f.All[i])] = true
			}
		}
	}
	n := 0
	for _, f := range gold {
		before := len(f.All)
		f.All = slices.DeleteFunc(f.All, func(d review.Decision) bool { return told[key(&d)] })
		n += before - len(f.All)
	}
	return n
}

// inSight says which files were checked with the program's codes in sight.
func inSight(files []*review.Decisions) []string {
	var notes []string
	for _, f := range files {
		if f.Shown {
			notes = append(notes, f.File+": the program's codes were in sight when it was checked, which makes them look better than they are. "+
				"“commonground sample” writes a sheet without them.")
		}
	}
	return notes
}

// readDecisions reads a file of codes by people.
func readDecisions(name string, themes []codebook.Theme) (*review.Decisions, error) {
	f, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: there is no such file", name)
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s: this is no file", name)
	}
	if qda.IsProject(f, info.Size()) {
		return qda.ReadDecisions(name, f, info.Size(), themes)
	}
	return review.ReadDecisions(name, f, info.Size(), themes)
}

// writeDisputed writes the comments on which people differ as a sheet that --codes
// reads once they have settled it.
func (o *evaluateOptions) writeDisputed(w io.Writer, gold *evaluate.Gold) error {
	path := filepath.Join(o.out, "disagreements.xlsx")
	if err := os.MkdirAll(o.out, 0o777); err != nil {
		return err
	}
	if err := refuseChecked(path); err != nil {
		return err
	}
	sheet, rows := gold.ToSettle()
	n := 0
	if err := replaceFile(path, func(w io.Writer) error { return review.Write(w, sheet, counted(rows, &n)) }); err != nil {
		return err
	}
	codes := ""
	for _, name := range slices.Concat(o.files, []string{path}) {
		codes += " --codes " + name
	}
	fmt.Fprintf(w, "%s has the %s on which people differ. Settle them there, and run report%s.\n", path, plural(n, "comment"), codes)
	return nil
}

func writeEvaluation(w io.Writer, r *evaluate.Report) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(r)
}
