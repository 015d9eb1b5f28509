package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"commonground/analysis/codebook"
)

func codebookDiffCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "diff A B",
		Short: "Say what changed from one codebook to another",
		Long:  "Diff says what changed from codebook A to codebook B, built-in ones or files, theme by theme.",
		Args:  misuseOf(cobra.ExactArgs(2)),
		RunE: func(cmd *cobra.Command, args []string) error {
			a, err := loadBook(args[0])
			if err != nil {
				return err
			}
			b, err := loadBook(args[1])
			if err != nil {
				return err
			}
			diffBooks(cmd.OutOrStdout(), a, b)
			return nil
		},
	}
}

func diffBooks(w io.Writer, a, b *codebook.Codebook) {
	changes := codebook.Diff(a, b)
	switch {
	case len(changes) == 0 && a.Hash == b.Hash:
		fmt.Fprintln(w, "The two codebooks say the same.")
		return
	case len(changes) == 0:
		fmt.Fprintf(w, "The two codebooks say the same, in another order (%s, %s).\n", a.Hash, b.Hash)
		return
	}
	fmt.Fprintf(w, "from %s (version %s, %s)\nto   %s (version %s, %s)\n", a.ID, a.Version, a.Hash, b.ID, b.Version, b.Hash)
	theme := ""
	for _, c := range changes {
		if c.Theme != theme {
			theme = c.Theme
			fmt.Fprintf(w, "\n%s\n", theme)
		}
		if c.Old != "" {
			fmt.Fprintf(w, "  - %s: %s\n", c.What, c.Old)
		}
		if c.New != "" {
			fmt.Fprintf(w, "  + %s: %s\n", c.What, c.New)
		}
	}
}
