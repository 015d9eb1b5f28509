package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"commonground/analysis"
	"commonground/analysis/codebook"
	"commonground/analysis/intake"
	"commonground/analysis/survey"
)

func codeCommand() *cobra.Command {
	var out, book string
	var roles []string
	cmd := &cobra.Command{
		Use:   "code [-o FILE|-] FILE...",
		Short: "Write one CSV row for each open answer, with its themes",
		Long: "Code writes one CSV row for each open answer: where it came from, its words as they were written,\n" +
			"and a column for each theme with the tone in which the answer speaks of it.\n" +
			"The rows hold people's own words: they are for your own eyes.",
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			files, err := sources(args, roles)
			if err != nil {
				return err
			}
			b, err := loadBook(book)
			if err != nil {
				return err
			}
			if out == "-" {
				fmt.Fprintln(cmd.ErrOrStderr(), originals)
				return writeCodes(cmd, files, b, cmd.OutOrStdout(), "")
			}
			return replaceFile(out, func(w io.Writer) error {
				if err := writeCodes(cmd, files, b, w, filepath.Dir(out)); err != nil {
					return err
				}
				fmt.Fprintln(cmd.ErrOrStderr(), originals)
				return nil
			})
		},
	}
	cmd.Flags().StringVarP(&out, "output", "o", "-", "write to this `FILE`; - is standard output")
	cmd.Flags().StringVar(&book, "codebook", defaultBook, "a built-in codebook or a codebook `FILE` (default partnership)")
	cmd.Flags().StringArrayVar(&roles, "role", nil, "the `ROLE` of all who wrote, or FILE=ROLE of those in one file")
	return cmd
}

// originals is said wherever people's own words are written out.
const originals = "These are people's own words, with any names in them: for your own eyes, not for showing."

// writeCodes codes the files and writes the rows to w.
func writeCodes(cmd *cobra.Command, files []intake.Source, book *codebook.Codebook, w io.Writer, spool string) error {
	show := newProgress(cmd.ErrOrStderr())
	defer show.clear()
	show.say("Reading %d files", len(files))
	in, err := intake.Open(intake.Plan{Sources: files, Spool: spool})
	if err != nil {
		return err
	}
	defer in.Close()
	coder, err := analysis.Coder(in.Survey, book)
	if err != nil {
		return err
	}
	t := &codeTable{in: in, themes: coder.Themes(), role: in.Survey.Index(survey.RoleID)}
	if _, err := w.Write(t.header()); err != nil {
		return err
	}
	coded := 0
	return analysis.Code(cmd.Context(), in.Responses(), coder, t.rows, func(b *analysis.Batch) error {
		coded += len(b.Responses)
		show.count(coded, in.Respondents)
		_, err := w.Write(b.Out)
		return err
	})
}

// A codeTable lays coded answers out as CSV.
type codeTable struct {
	in     *intake.Intake
	themes []codebook.Theme
	role   int // index of the role question
}

func (t *codeTable) header() []byte {
	columns := []string{"file", "row", "respondent", "role", "question", "language", "text", "no_content"}
	for _, theme := range t.themes {
		columns = append(columns, theme.ID)
	}
	return appendRow(nil, append(columns, "why"))
}

// rows puts the rows of a batch into its Out.
func (t *codeTable) rows(b *analysis.Batch) {
	buf := bytes.NewBuffer(b.Out)
	w := csv.NewWriter(buf)
	cells := make([]string, 0, len(t.themes)+9)
	var why []byte
	for i, r := range b.Responses {
		for k := range r.Comments {
			codings := codebook.Of(b.Codings[i], k)
			why = codebook.AppendWhy(why[:0], t.themes, r.Comments[k].Text, codings)
			cells = append(t.answer(cells[:0], r, &r.Comments[k], codings), string(why))
			w.Write(cells) // a write to memory cannot fail
		}
	}
	w.Flush()
	b.Out = buf.Bytes()
}

// answer appends the cells of one answer but for the last.
func (t *codeTable) answer(cells []string, r *survey.Response, c *survey.Comment, codings []codebook.Coding) []string {
	cells = append(cells,
		inert(t.in.Reads[c.From.File].File), strconv.Itoa(c.From.Row), strconv.Itoa(r.Respondent),
		survey.JoinRoles(r.Roles(t.role)), t.in.Survey.Questions[c.Question].ID, c.Lang.String(), inert(c.Text),
		strconv.FormatBool(c.State == survey.NoContent))
	for theme := range t.themes {
		cell := ""
		if tone, ok := codebook.ToneOf(codings, theme); ok {
			cell = tone.String()
		}
		cells = append(cells, cell)
	}
	return cells
}

// inert puts a ' before a text that a spreadsheet would run as a formula, and
// before one that would lose its own ' when it is read back.
func inert(text string) string {
	if text != "" && strings.IndexByte("=+-@\t\r", text[0]) >= 0 || strings.HasPrefix(text, "'=") {
		return "'" + text
	}
	return text
}

func appendRow(dst []byte, cells []string) []byte {
	buf := bytes.NewBuffer(dst)
	w := csv.NewWriter(buf)
	w.Write(cells) // a write to memory cannot fail
	w.Flush()
	return buf.Bytes()
}
