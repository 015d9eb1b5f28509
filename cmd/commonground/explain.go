package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"commonground/analysis"
	"commonground/analysis/codebook"
	"commonground/analysis/findings"
	"commonground/analysis/learn"
	"commonground/analysis/survey"
)

func explainCommand() *cobra.Command {
	var lang, book, question, model string
	cmd := &cobra.Command{
		Use:   "explain [--lang en|es] [--question Q] TEXT",
		Short: "Show which themes a text has, and why",
		Long: "Explain shows each theme found in a text, its tone, the words that earned it and the rule that found\n" +
			"them; what the model makes of it; and mentions that a veto stopped. It prints the text's own words.",
		Args: func(_ *cobra.Command, args []string) error {
			if strings.TrimSpace(strings.Join(args, "")) == "" {
				return misuse{errors.New("give the text to explain, such as: commonground explain 'Nobody calls back'")}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			b, err := loadBook(book)
			if err != nil {
				return err
			}
			known, err := parseLang(lang)
			if err != nil {
				return err
			}
			var plan analysis.Plan
			if err := chooseModel(&plan, model); err != nil {
				return err
			}
			rules, _, err := analysis.Rules(b)
			if err != nil {
				return err
			}
			asked, s := -1, survey.Survey{}
			if question != "" {
				asked, s.Questions = 0, []survey.Question{{Text: question, Kind: survey.Open}}
			}
			rules.Ask(&s)
			coder, err := analysis.Model(rules, &s, &plan)
			if err != nil {
				return err
			}
			fmt.Fprintln(cmd.ErrOrStderr(), originals)
			w := bufio.NewWriter(cmd.OutOrStdout())
			p := explanationPrinter{w: w, themes: b.Themes, sets: b.Sets, text: strings.Join(args, " ")}
			if coder != nil {
				p.Explanation = coder.Explain(p.text, asked, known)
			} else {
				p.Explanation.Explanation = rules.Explain(p.text, asked, known)
			}
			p.print()
			return w.Flush()
		},
	}
	cmd.Flags().StringVar(&lang, "lang", "", "the text's language, `en` or es (default: told from the text)")
	cmd.Flags().StringVar(&question, "question", "", "the `QUESTION` that the text answers, which rules and tone depend on")
	cmd.Flags().StringVar(&book, "codebook", defaultBook, "a built-in codebook or a codebook `FILE`")
	addModelFlag(cmd, &model)
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

// An explanationPrinter lays an explanation out as text.
type explanationPrinter struct {
	w      io.Writer
	themes []codebook.Theme // to tell of
	sets   []codebook.Set
	text   string
	learn.Explanation
}

func (p *explanationPrinter) print() {
	fmt.Fprintf(p.w, "language: %s\n", p.Lang)
	switch p.State {
	case survey.NoContent:
		fmt.Fprintln(p.w, "no content: words without an answer, counted apart")
		return
	case survey.NotRead:
		fmt.Fprintln(p.w, "not read: there are no patterns for this language; use --lang to have it read as en or es")
		return
	}
	given := 0
	for _, m := range p.Found {
		theme := slices.IndexFunc(p.themes, func(t codebook.Theme) bool { return t.ID == m.Theme.ID })
		if theme >= 0 && p.found(m, theme) {
			given++
		}
	}
	for _, k := range p.More {
		if k.Theme < len(p.themes) {
			t := p.themes[k.Theme]
			fmt.Fprintf(p.w, "\n%s (%s): %s\n  words: “%s”, which tell most\n", t.Label, t.ID, k.Tone, p.text[k.Start:k.End])
			fmt.Fprintf(p.w, "  model: no rule found it; %s\n", p.probable(k.Theme))
			given++
		}
	}
	if given == 0 {
		fmt.Fprintln(p.w, "no theme found")
	}
	for _, m := range p.Stopped {
		fmt.Fprintf(p.w, "\nnot %s (%s), though it says “%s”\n", m.Theme.Label, m.Theme.ID, m.Words)
		fmt.Fprintf(p.w, "  rule:  %s\n", p.rule(m.Pattern))
		fmt.Fprintf(p.w, "  stopped by “%s”, veto: %s\n", m.VetoWords, p.rule(m.Veto))
	}
}

// found prints a mention that a rule found, and reports whether it counts.
func (p *explanationPrinter) found(m codebook.Evidence, theme int) bool {
	if p.P != nil && p.P[theme] <= p.From {
		fmt.Fprintf(p.w, "\nnot %s (%s), though it says “%s”\n  rule:  %s\n", m.Theme.Label, m.Theme.ID, m.Words, p.rule(m.Pattern))
		fmt.Fprintf(p.w, "  model: %s\n", p.probable(theme))
		return false
	}
	fmt.Fprintf(p.w, "\n%s (%s): %s\n", m.Theme.Label, m.Theme.ID, m.Tone)
	fmt.Fprintf(p.w, "  words: “%s”\n", m.Words)
	fmt.Fprintf(p.w, "  rule:  %s\n", p.rule(m.Pattern))
	if p.P != nil {
		fmt.Fprintf(p.w, "  model: %s\n", p.probable(theme))
	}
	if len(m.Cues) > 0 {
		fmt.Fprintf(p.w, "  tone from: “%s”\n", strings.Join(m.Cues, "”, “"))
	}
	if m.Negation != "" {
		fmt.Fprintf(p.w, "  negated by “%s”: that moves the tone, not the theme\n", m.Negation)
	}
	return true
}

// probable says how probable a theme is to the model.
func (p *explanationPrinter) probable(theme int) string {
	return fmt.Sprintf("probable by %s; it is given above %s", findings.Share.Text(p.P[theme]), findings.Share.Text(p.From))
}

// rule names a pattern with the line where the codebook has it, and says what
// its sets stand for and when it counts.
func (p *explanationPrinter) rule(r codebook.Pattern) string {
	if r.Source == "" {
		return "none: the question lends its theme to a short answer without another"
	}
	said := fmt.Sprintf("%s (%s, line %d)", r.Source, r.Lang, r.Line)
	for _, s := range p.sets {
		if s.Lang == r.Lang && strings.Contains(r.Source, "@"+s.Name) {
			words := s.Words[:min(len(s.Words), mostWords)]
			said += fmt.Sprintf("\n         @%s: %s", s.Name, strings.Join(words, ", "))
			if more := len(s.Words) - len(words); more > 0 {
				said += fmt.Sprintf(" and %d more", more)
			}
		}
	}
	if r.Hint {
		said += "\n         a hint: it counts beside another one, or where the question asks for it"
	}
	if r.Asked != nil {
		said += fmt.Sprintf("\n         only in answers to a question of the kind “%s”", r.Asked.Name)
	}
	return said
}

// mostWords is how many words of a set are listed.
const mostWords = 8
