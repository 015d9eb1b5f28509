package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"commonground/analysis/codebook"
	"commonground/analysis/survey"
)

func codebookCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "codebook",
		Short: "List, show, check, compare, copy or exchange codebooks",
		Args:  misuseOf(cobra.NoArgs),
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(&cobra.Command{
		Use:   "list",
		Short: "List the built-in codebooks",
		Args:  misuseOf(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			for _, name := range codebook.Builtins() {
				b, err := codebook.Builtin(name)
				if err != nil {
					return err
				}
				fmt.Fprintf(cmd.OutOrStdout(), "%-14s  %s, %d themes\n", name, b.Title, len(b.Themes))
			}
			return nil
		},
	}, &cobra.Command{
		Use:   "show [NAME|FILE]",
		Short: "Show the themes of a codebook (default partnership)",
		Args:  misuseOf(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			b, err := loadBook(append(args, defaultBook)[0])
			if err != nil {
				return err
			}
			showBook(cmd.OutOrStdout(), b)
			return nil
		},
	}, &cobra.Command{
		Use:   "check NAME|FILE",
		Short: "Check that every theme codes its own examples and not its counter-examples",
		Args:  misuseOf(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			b, err := loadBook(args[0])
			if err != nil {
				return err
			}
			return checkBook(cmd.OutOrStdout(), b, args[0])
		},
	}, codebookDiffCommand(), codebookNewCommand(), codebookExportCommand(), codebookImportCommand())
	return cmd
}

// defaultBook is the codebook that is used where none is named.
const defaultBook = "partnership"

func showBook(w io.Writer, b *codebook.Codebook) {
	fmt.Fprintf(w, "%s (%s, version %s, %s)\n", b.Title, b.ID, b.Version, b.Hash)
	group := ""
	for _, t := range b.Themes {
		if t.Group != group {
			group = t.Group
			fmt.Fprintf(w, "\n%s\n", group)
		}
		fmt.Fprintf(w, "  %-16s %s: %s\n", t.ID, t.Label, t.Definition)
		for _, s := range t.Include {
			fmt.Fprintf(w, "  %-16s + %s\n", "", s)
		}
		for _, s := range t.Exclude {
			fmt.Fprintf(w, "  %-16s - %s\n", "", s)
		}
		fmt.Fprintf(w, "  %-16s %s\n", "", patternCounts(t))
	}
}

// patternCounts says how many patterns a theme has in each language.
func patternCounts(t codebook.Theme) string {
	n := map[survey.Lang]int{}
	for _, p := range t.Patterns {
		n[p.Lang]++
	}
	return fmt.Sprintf("(%d patterns in English, %d in Spanish, %d vetoes)", n[survey.English], n[survey.Spanish], len(t.Unless))
}

func checkBook(w io.Writer, b *codebook.Codebook, name string) error {
	problems := b.Check()
	for _, p := range problems {
		fmt.Fprintf(w, "%s:%d: %s: %s: “%s”\n", name, p.Line, p.Theme, p.What, strings.TrimSpace(p.Text))
	}
	if len(problems) > 0 {
		return fmt.Errorf("%s: %d examples are not coded as they should be", name, len(problems))
	}
	examples := 0
	for _, t := range b.Themes {
		examples += len(t.Examples)
	}
	fmt.Fprintf(w, "%s: %d themes, %d examples and counter-examples, all as they should be\n", name, len(b.Themes), examples)
	return nil
}

// loadBook returns the codebook of that name: a built-in one, or a file.
func loadBook(name string) (*codebook.Codebook, error) {
	if slices.Contains(codebook.Builtins(), name) {
		return codebook.Builtin(name)
	}
	f, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("no codebook %q: it is neither a file nor one of the built-in codebooks: %s",
			name, strings.Join(codebook.Builtins(), ", "))
	}
	if err != nil {
		return nil, fmt.Errorf("reading the codebook: %w", err)
	}
	defer f.Close()
	return codebook.Load(f, name)
}
