package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"commonground/analysis/codebook"
	"commonground/analysis/evaluate"
	"commonground/analysis/review"
)

// Ways to show an evaluation besides the parts of a gold.
const (
	byTheme = "theme"
	byCoder = "coder"
)

// byNames are what --by takes.
var byNames = []string{byTheme, byCoder, string(evaluate.Language), string(evaluate.Set), string(evaluate.Role), string(evaluate.Question)}

func evaluateCommand() *cobra.Command {
	var files, by []string
	var book string
	var show int
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "evaluate --gold FILE [--by theme|coder|language|set|role|question]",
		Short: "Say how well comments are coded, against people's own codes",
		Long: "Evaluate codes comments that people coded, and compares. A gold file is a review.xlsx with checked rows, a\n" +
			"spreadsheet or CSV with the columns “text” and one for each theme, or JSON with one comment a line. Where several\n" +
			"people coded, give one --gold for each of their files, such as two copies of a review.xlsx, or name them in the\n" +
			"columns (“trust: Ana”): --by coder then says how far they agree, and lists where they don't.\n" +
			"It prints people's own words.",
		Example: "  commonground evaluate --gold review.xlsx\n" +
			"  commonground evaluate --by coder --gold ana.xlsx --gold ben.xlsx",
		Args: misuseOf(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if len(files) == 0 {
				return misuse{errors.New("no --gold: name a file of comments that people coded")}
			}
			for _, b := range by {
				if !slices.Contains(byNames, b) {
					return misuse{fmt.Errorf("--by %s: there are %s", b, strings.Join(byNames, ", "))}
				}
			}
			if show < 0 {
				return misuse{fmt.Errorf("--show %d: give 0 or more", show)}
			}
			b, err := loadBook(book)
			if err != nil {
				return err
			}
			gold, report, err := measureGold(b, files, by)
			if err != nil {
				return err
			}
			fmt.Fprintln(cmd.ErrOrStderr(), originals)
			for _, note := range gold.Notes {
				fmt.Fprintln(cmd.ErrOrStderr(), note)
			}
			if asJSON {
				return writeEvaluation(cmd.OutOrStdout(), report)
			}
			w := bufio.NewWriter(cmd.OutOrStdout())
			p := evaluationPrinter{w: w, report: report, show: show}
			p.print(by)
			return w.Flush()
		},
	}
	cmd.Flags().StringArrayVar(&files, "gold", nil, "a `FILE` of comments that people coded; one for each person")
	cmd.Flags().StringSliceVar(&by, "by", []string{byTheme}, "what to show apart: "+strings.Join(byNames, ", "))
	cmd.Flags().StringVar(&book, "codebook", defaultBook, "a built-in codebook or a codebook `FILE`")
	cmd.Flags().IntVar(&show, "show", 3, "how many missed comments and misleading words to show of each theme")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print everything as JSON")
	return cmd
}

// measureGold codes the comments of gold files by a codebook, and compares.
func measureGold(book *codebook.Codebook, files, by []string) (*evaluate.Gold, *evaluate.Report, error) {
	coder, err := codebook.NewRules(book)
	if err != nil {
		return nil, nil, err
	}
	var decided []*review.Decisions
	for _, name := range files {
		d, err := readDecisions(name, coder.Themes())
		if err != nil {
			return nil, nil, err
		}
		decided = append(decided, d)
	}
	gold, err := evaluate.NewGold(coder.Themes(), decided...)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", strings.Join(files, ", "), err)
	}
	coder.Ask(gold.Survey())
	var o evaluate.Options
	for _, b := range by {
		if b != byTheme && b != byCoder {
			o.By = append(o.By, evaluate.By(b))
		}
	}
	return gold, gold.Measure(gold.Code(coder.Code), o), nil
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
	return review.ReadDecisions(name, f, info.Size(), themes)
}

func writeEvaluation(w io.Writer, r *evaluate.Report) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(r)
}
