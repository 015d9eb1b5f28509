package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"commonground/analysis"
	"commonground/analysis/review"
	"commonground/analysis/survey"
)

// sampleOptions are the flags of sample.
type sampleOptions struct {
	draw      analysis.Draw
	out, book string
	roles     []string
}

func sampleCommand() *cobra.Command {
	var o sampleOptions
	cmd := &cobra.Command{
		Use:   "sample [-n PEOPLE] [--by QUESTION] [--seed N] [-o FILE] FILE...|STUDY",
		Short: "Draw people by lot, and write a sheet to code what they wrote",
		Long: "Sample draws people by lot and writes a sheet with all that they wrote, and without the program's codes, for a\n" +
			"person to code blind. What comes back (report --codes, evaluate --gold) says how well the program codes, and\n" +
			"stands for everybody, which answers that a person picks do not. Groups give people in proportion to their size, but\n" +
			"small ones at least five of theirs, if there is room for them. The rows come in an order by lot: as far as you code\n" +
			"them from the top, they are a draw too.\n" +
			"The sheet holds people's own words: it is for your own eyes.",
		Example: "  commonground sample -n 60 -o sheet.xlsx study.yaml\n" +
			"  commonground report -o out --codes sheet.xlsx study.yaml",
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error { return o.run(cmd, args) },
	}
	f := cmd.Flags()
	f.IntVarP(&o.draw.People, "number", "n", 60, "how many `PEOPLE` to draw")
	f.StringVar(&o.draw.By, "by", survey.RoleID, "draw from each group of this `QUESTION`; \"\" for no groups")
	f.Uint64Var(&o.draw.Seed, "seed", 1, "another number draws other people")
	f.StringVarP(&o.out, "output", "o", "sheet.xlsx", "write to this `FILE`")
	f.StringVar(&o.book, "codebook", "", "a built-in codebook or a codebook `FILE` (default partnership)")
	f.StringArrayVar(&o.roles, "role", nil, "the `ROLE` of all who wrote, or FILE=ROLE of those in one file")
	return cmd
}

func (o *sampleOptions) run(cmd *cobra.Command, args []string) error {
	if o.draw.People < 1 {
		return misuse{fmt.Errorf("-n %d: draw one person or more", o.draw.People)}
	}
	from, err := open(args, o.roles)
	if err != nil {
		return err
	}
	book, err := from.book(o.book)
	if err != nil {
		return err
	}
	if err := refuseChecked(o.out); err != nil {
		return err
	}
	if !strings.EqualFold(filepath.Ext(o.out), ".xlsx") {
		return misuse{fmt.Errorf("-o %s: the sheet is an Excel workbook: give it a name that ends in .xlsx", o.out)}
	}
	show := newProgress(cmd.ErrOrStderr())
	defer show.clear()
	show.say("Reading %s", strings.Join(args, ", "))
	plan := from.plan
	plan.Spool = filepath.Dir(o.out)
	if by := o.draw.By; by != "" && by != survey.RoleID {
		plan.By = append(plan.By, by)
	}
	in, coder, err := analysis.Open(cmd.Context(), plan, book)
	if err != nil {
		return err
	}
	defer in.Close()
	sample, rows, err := analysis.Sample(cmd.Context(), in, coder, o.draw)
	if err != nil {
		return err
	}
	answers := 0
	err = replaceFile(o.out, func(w io.Writer) error {
		return review.Write(w, review.Sheet{Themes: book.Themes, Sample: sample}, counted(rows, &answers))
	})
	if err != nil {
		return err
	}
	show.clear()
	printSample(cmd.OutOrStdout(), sample, answers, o.out)
	fmt.Fprintln(cmd.ErrOrStderr(), originals)
	return nil
}

// refuseChecked refuses to put a new sheet in the place of one that a person
// worked in.
func refuseChecked(path string) error {
	switch n, untouched, err := marksIn(path); {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("%s is there already, and is no sheet of this program as it was written: choose another name with -o", path)
	case n > 0:
		return fmt.Errorf("%s is there already, and somebody checked %s of it: choose another name with -o", path, plural(n, "row"))
	case !untouched:
		return fmt.Errorf("%s is there already, and somebody saved it since it was written: choose another name with -o", path)
	}
	return nil
}

// counted counts the rows that go by.
func counted(rows iter.Seq2[review.Row, error], n *int) iter.Seq2[review.Row, error] {
	return func(yield func(review.Row, error) bool) {
		for row, err := range rows {
			if *n++; !yield(row, err) {
				return
			}
		}
	}
}

// printSample says who was drawn.
func printSample(w io.Writer, s *review.Sample, answers int, path string) {
	people, drawn := 0, 0
	for _, t := range s.Strata {
		people, drawn = people+t.People, drawn+t.Drawn
	}
	fmt.Fprintf(w, "%s has %s of %s, drawn by lot (seed %d) from %s who wrote something.\n",
		path, plural(answers, "answer"), plural(drawn, "people"), s.Seed, count(people))
	for _, t := range s.Strata {
		fmt.Fprintf(w, "  %-20s %s of %s\n", t.Name, count(t.Drawn), count(t.People))
	}
	fmt.Fprintf(w, "Code it, save it, and run report --codes %s with the same files.\n", path)
}

// plural writes a number with what it is of.
func plural(n int, what string) string {
	switch {
	case what == "people" && n == 1:
		return "1 person"
	case what == "people" || n == 1:
		return count(n) + " " + what
	}
	return count(n) + " " + what + "s"
}
