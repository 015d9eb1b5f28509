package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"commonground/analysis/codebook"
	"commonground/analysis/survey"
)

func explainCommand() *cobra.Command {
	var lang, book string
	cmd := &cobra.Command{
		Use:   "explain [--lang en|es] TEXT",
		Short: "Show which themes a text has, and why",
		Long: "Explain shows each theme found in a text, its tone, the words that earned it and the rule that found\n" +
			"them; and mentions that a veto stopped. It prints the text's own words.",
		Args: misuseOf(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			b, err := loadBook(book)
			if err != nil {
				return err
			}
			known, err := parseLang(lang)
			if err != nil {
				return err
			}
			coder, err := codebook.NewRules(b)
			if err != nil {
				return err
			}
			fmt.Fprintln(cmd.ErrOrStderr(), originals)
			w := bufio.NewWriter(cmd.OutOrStdout())
			printExplanation(w, coder.Explain(strings.Join(args, " "), known))
			return w.Flush()
		},
	}
	cmd.Flags().StringVar(&lang, "lang", "", "the text's language, `en` or es (default: told from the text)")
	cmd.Flags().StringVar(&book, "codebook", defaultBook, "a built-in codebook or a codebook `FILE`")
	return cmd
}

func parseLang(name string) (survey.Lang, error) {
	switch name {
	case "":
		return survey.UnknownLang, nil
	case survey.English.String():
		return survey.English, nil
	case survey.Spanish.String():
		return survey.Spanish, nil
	}
	return survey.UnknownLang, misuse{fmt.Errorf("--lang %s: patterns are in en and es", name)}
}

func printExplanation(w io.Writer, e codebook.Explanation) {
	fmt.Fprintf(w, "language: %s\n", e.Lang)
	switch {
	case e.State == survey.NoContent:
		fmt.Fprintln(w, "no content: words without an answer, counted apart")
		return
	case e.State == survey.NotRead:
		fmt.Fprintln(w, "not read: there are no patterns for this language; use --lang to have it read as en or es")
		return
	case len(e.Found) == 0:
		fmt.Fprintln(w, "no theme found")
	}
	for _, m := range e.Found {
		fmt.Fprintf(w, "\n%s (%s): %s\n", m.Theme.Label, m.Theme.ID, m.Tone)
		fmt.Fprintf(w, "  words: “%s”\n", m.Words)
		fmt.Fprintf(w, "  rule:  %s\n", rule(m.Pattern))
		if len(m.Cues) > 0 {
			fmt.Fprintf(w, "  tone from: “%s”\n", strings.Join(m.Cues, "”, “"))
		}
		if m.Negation != "" {
			fmt.Fprintf(w, "  negated by “%s”: that moves the tone, not the theme\n", m.Negation)
		}
	}
	for _, m := range e.Stopped {
		fmt.Fprintf(w, "\nnot %s (%s), though it says “%s”\n", m.Theme.Label, m.Theme.ID, m.Words)
		fmt.Fprintf(w, "  rule:  %s\n", rule(m.Pattern))
		fmt.Fprintf(w, "  stopped by “%s”, veto: %s\n", m.VetoWords, rule(m.Veto))
	}
}

// rule names a pattern with the line where the codebook has it.
func rule(p codebook.Pattern) string {
	return fmt.Sprintf("%s (%s, line %d)", p.Source, p.Lang, p.Line)
}
