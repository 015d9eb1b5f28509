package main

import (
	"cmp"
	"path/filepath"
	"strings"

	"github.com/inconshreveable/mousetrap"
	"github.com/spf13/cobra"

	"commonground/analysis"
	"commonground/analysis/codebook"
	"commonground/analysis/intake"
	"commonground/analysis/say"
	"commonground/report"
)

// reportOptions are the flags of report.
type reportOptions struct {
	out, title, codebook string
	lang                 string
	roles, by, formats   []string
	codes                []string // files of what people decided
	model                string   // "none", or a file
	byDoubt              bool
	force                bool
}

func reportCommand() *cobra.Command {
	var o reportOptions
	cmd := &cobra.Command{
		Use:   "report [-o DIR] FILE...|STUDY",
		Short: "Read the files and write a folder with the report",
		Long: "Report reads survey exports or a blog post with comments, and writes a folder:\n" +
			"the formats below, which may be shown, and review.xlsx and study.qdpx, which hold people's\n" +
			"own words and are for your own eyes. A report that was there before is kept as DIR.previous.\n\n" +
			"Formats:\n" + formatHelp(),
		Example: "  commonground report -o out --codes out/review.xlsx study.yaml\n" +
			"  commonground report -o out study.yaml\n" +
			"  commonground report -o out parents.xlsx teachers.csv\n" +
			"  commonground report -o out --role notes.csv=parent --by grade notes.csv",
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error { return o.run(cmd, args) },
	}
	f := cmd.Flags()
	f.StringVarP(&o.out, "output", "o", "", "write the report to this `DIR` (default commonground-report)")
	f.StringVar(&o.title, "title", "", "the report's `TITLE`")
	f.StringVar(&o.lang, "lang", say.English.String(), "write the report in this `LANGUAGE`, en or es")
	f.StringVar(&o.codebook, "codebook", "", "a built-in codebook or a codebook `FILE` (default partnership)")
	f.StringArrayVar(&o.roles, "role", nil, "the `ROLE` of all who wrote, or FILE=ROLE of those in one file")
	f.StringArrayVar(&o.by, "by", nil, "also compare the groups by this `QUESTION`, such as grade")
	addCodesFlag(cmd, &o.codes)
	addModelFlag(cmd, &o.model)
	f.BoolVar(&o.byDoubt, "review-order", false, "begin review.xlsx with the answers that are most worth a check")
	f.StringSliceVar(&o.formats, "formats", nil, "write these `FORMATS` alone: "+formatNames())
	f.BoolVar(&o.force, "force", false, "write even into a folder that is not a report")
	return cmd
}

// A job is what a command line asks for, understood before anything is read.
type job struct {
	from    *input
	plan    analysis.Plan
	formats []*report.Format
}

func (o *reportOptions) job(args []string) (*job, error) {
	lang, err := say.Parse(o.lang)
	if err != nil {
		return nil, misuse{err}
	}
	j := &job{}
	if j.from, err = open(args, o.roles); err != nil {
		return nil, err
	}
	if j.formats, err = chooseFormats(o.formats); err != nil {
		return nil, err
	}
	book, err := j.from.book(o.codebook)
	if err != nil {
		return nil, err
	}
	codes, err := readCodes(o.codes, book.Themes)
	if err != nil {
		return nil, err
	}
	if j.plan, err = j.from.analysis(); err != nil {
		return nil, err
	}
	if j.from.study != nil {
		j.from.plan.Title = j.from.study.TitleIn(lang)
	}
	j.plan.Book, j.plan.Codes, j.plan.ByDoubt, j.plan.Lang = book, codes, o.byDoubt, lang
	return j, chooseModel(&j.plan, o.model)
}

// run writes a report. Nothing is put in its place before all of it is there.
func (o *reportOptions) run(cmd *cobra.Command, args []string) error {
	j, err := o.job(args)
	if err != nil {
		return err
	}
	dir := o.dir(args[0])
	k := &keeper{dir: dir, job: j, why: map[string]string{}}
	folder, err := report.Begin(dir, report.Options{Force: o.force, Keep: k.keep})
	if err != nil {
		return err
	}
	defer folder.Abort()
	show := newProgress(cmd.ErrOrStderr())
	defer show.clear()
	show.say("Reading %s", strings.Join(args, ", "))
	in, err := intake.Open(cmd.Context(), o.override(j.from.plan, folder.Path()))
	if err != nil {
		return err
	}
	defer in.Close()
	j.plan.Spool, j.plan.Step = folder.Path(), func(done int) { show.count(done, in.Respondents) }
	found, err := analysis.Run(cmd.Context(), j.plan, in)
	if err != nil {
		return err
	}
	defer found.Close()
	k.in, k.found = in, found
	if o.byDoubt && found.Chain.Model == nil {
		return errNoModel
	}
	show.say("Writing the report")
	restricted := o.restricted(in, j.plan.Book, found)
	if err := folder.Save(cmd.Context(), found.Report, j.formats, restricted...); err != nil {
		return err
	}
	kept, err := folder.Commit()
	if err != nil {
		return err
	}
	show.clear()
	return printReport(cmd.OutOrStdout(), found, dir, restricted, k.said(kept))
}

// restricted are the files for the principal's own eyes.
func (o *reportOptions) restricted(in *intake.Intake, book *codebook.Codebook, found *analysis.Found) []report.File {
	files := reviewFiles(in.Survey, found)
	if len(files) > 0 && wantsProject(o.formats) {
		files = append(files, projectFiles(in, book, found, len(o.formats) > 0)...)
	}
	return append(files, modelFiles(found)...)
}

// override puts the flags in the place of what a study says.
func (o *reportOptions) override(plan intake.Plan, spool string) intake.Plan {
	plan.Spool, plan.Title = spool, cmp.Or(o.title, plan.Title)
	if len(o.by) > 0 {
		plan.By = o.by
	}
	return plan
}

// dir is the folder to write to. Files that are dropped on the program's icon
// get their report beside them.
func (o *reportOptions) dir(first string) string {
	const name = "commonground-report"
	switch {
	case o.out != "":
		return filepath.Clean(o.out)
	case mousetrap.StartedByExplorer():
		return filepath.Join(filepath.Dir(first), name)
	}
	return name
}
