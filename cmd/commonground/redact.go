package main

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"commonground/analysis/intake"
)

func redactCommand() *cobra.Command {
	var out string
	var roles []string
	cmd := &cobra.Command{
		Use:   "redact [-o FILE] FILE",
		Short: "Write answers or a text without names, phone numbers and addresses",
		Long: "Redact writes one CSV row for each open answer, with what tells who wrote it or whom it is about\n" +
			"replaced: [teacher], [student], [phone]. A text file stays text. Beside it goes a list, for your own eyes,\n" +
			"of what was hidden and of words that stayed and may be names. Read that list: rules miss some names.\n" +
			"Names that the roster of a study file holds are hidden wherever they are written.",
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if out == "-" {
				return misuse{errors.New("-o -: redact writes two files, one of them for your own eyes: name the first with -o FILE")}
			}
			from, err := open(args, roles)
			if err != nil {
				return err
			}
			m, err := newMasking(cmd.Context(), from.plan)
			if err != nil {
				return err
			}
			defer m.close()
			name := cmp.Or(out, redactedName(args[0], m.in == nil))
			list := strings.TrimSuffix(name, filepath.Ext(name)) + "-review.csv"
			if err := spareInputs(from.plan, name, list); err != nil {
				return err
			}
			if err := replaceFile(name, m.write); err != nil {
				return err
			}
			if err := replaceFile(list, m.writeList); err != nil {
				return err
			}
			fmt.Fprintf(cmd.ErrOrStderr(), "%s: %d texts, %d with something hidden\n", name, m.texts, m.masked)
			fmt.Fprintf(cmd.ErrOrStderr(), "%s: what was hidden and what is doubtful, in people's own words: for your own eyes\n", list)
			return nil
		},
	}
	cmd.Flags().StringVarP(&out, "output", "o", "", "write to this `FILE` (default: NAME-redacted.csv in this folder)")
	cmd.Flags().StringArrayVar(&roles, "role", nil, "the `ROLE` of all who wrote, or FILE=ROLE of those in one file")
	return cmd
}

// redactedName is the name of the file to write where none is asked for.
func redactedName(input string, text bool) string {
	base := filepath.Base(strings.TrimPrefix(input, samplePrefix))
	ext := ".csv"
	if text {
		ext = ".txt"
	}
	return strings.TrimSuffix(base, filepath.Ext(base)) + "-redacted" + ext
}

// mayBeText reports whether a file may be a text and no table, by its name.
func mayBeText(name string) bool {
	return slices.Contains([]string{".txt", ".text", ".md"}, strings.ToLower(filepath.Ext(name)))
}

// spareInputs refuses to write over what is read.
func spareInputs(plan intake.Plan, names ...string) error {
	read, err := plan.Files() // of folders too
	if err != nil {
		return err
	}
	for _, f := range plan.Sources {
		if f.FS == nil {
			read = append(read, f.Path)
		}
	}
	for _, name := range names {
		if slices.ContainsFunc(read, func(r string) bool { return sameFile(name, r) }) {
			return misuse{fmt.Errorf("%s is read: choose another name for the redacted answers with -o", name)}
		}
	}
	return nil
}
