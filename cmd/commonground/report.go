package main

import (
	"path/filepath"
	"strings"

	"github.com/inconshreveable/mousetrap"
	"github.com/spf13/cobra"

	"commonground/analysis"
	"commonground/analysis/intake"
	"commonground/report"
)

// reportOptions are the flags of report.
type reportOptions struct {
	out, title, codebook string
	roles, by, formats   []string
	force                bool
}

func reportCommand() *cobra.Command {
	var o reportOptions
	cmd := &cobra.Command{
		Use:   "report [-o DIR] FILE...",
		Short: "Read the files and write a folder with the report",
		Long: "Report reads survey exports or a blog post with comments, and writes a folder:\n" +
			"report.xlsx, charts and findings.json, which may be shown, and review.xlsx, which holds\n" +
			"people's own words and is for your own eyes. A report that was there before is kept as DIR.previous.\n\n" +
			"Formats:\n" + formatHelp(),
		Example: "  commonground report -o out parents.xlsx teachers.csv\n" +
			"  commonground report -o out --role notes.csv=parent --by grade notes.csv",
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error { return o.run(cmd, args) },
	}
	f := cmd.Flags()
	f.StringVarP(&o.out, "output", "o", "", "write the report to this `DIR` (default commonground-report)")
	f.StringVar(&o.title, "title", "", "the report's `TITLE`")
	f.StringVar(&o.codebook, "codebook", defaultBook, "a built-in codebook or a codebook `FILE`")
	f.StringArrayVar(&o.roles, "role", nil, "the `ROLE` of all who wrote, or FILE=ROLE of those in one file")
	f.StringArrayVar(&o.by, "by", nil, "also compare the groups by this `QUESTION`, such as grade")
	f.StringSliceVar(&o.formats, "formats", nil, "write these `FORMATS` alone: "+formatNames())
	f.BoolVar(&o.force, "force", false, "write even into a folder that is not a report")
	return cmd
}

// run writes a report. Nothing is put in its place before all of it is there.
func (o *reportOptions) run(cmd *cobra.Command, args []string) error {
	files, err := sources(args, o.roles)
	if err != nil {
		return err
	}
	formats, err := chooseFormats(o.formats)
	if err != nil {
		return err
	}
	book, err := loadBook(o.codebook)
	if err != nil {
		return err
	}
	dir := o.dir(args[0])
	folder, err := report.Begin(dir, report.Options{Force: o.force, Keep: checked})
	if err != nil {
		return err
	}
	defer folder.Abort()
	show := newProgress(cmd.ErrOrStderr())
	defer show.clear()
	show.say("Reading %s", strings.Join(args, ", "))
	in, err := intake.Open(intake.Plan{Title: o.title, Sources: files, By: o.by, Spool: folder.Path()})
	if err != nil {
		return err
	}
	defer in.Close()
	found, err := analysis.Run(cmd.Context(), analysis.Plan{
		Book: book, Spool: folder.Path(), Version: version,
		Step: func(done int) { show.count(done, in.Respondents) },
	}, in)
	if err != nil {
		return err
	}
	defer found.Close()
	show.say("Writing the report")
	review := reviewFiles(in.Survey, found)
	if err := folder.Save(cmd.Context(), found.Report, formats, review...); err != nil {
		return err
	}
	kept, err := folder.Commit()
	if err != nil {
		return err
	}
	show.clear()
	return printReport(cmd.OutOrStdout(), found.Report, dir, len(review) > 0, kept)
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
