package main

import (
	"github.com/spf13/cobra"

	"commonground/analysis/codebook"
	"commonground/analysis/review"
)

// addCodesFlag adds the option that names what people decided.
func addCodesFlag(cmd *cobra.Command, codes *[]string) {
	cmd.Flags().StringArrayVar(codes, "codes", nil, "a `FILE` of what people decided: a review.xlsx with checked rows, a sheet of sample,\n"+
		"corrected rows of code, JSON lines, or a REFI-QDA project made from study.qdpx; it goes before the program. May be given several times")
}

// readCodes reads files of what people decided on themes.
func readCodes(names []string, themes []codebook.Theme) ([]*review.Decisions, error) {
	var all []*review.Decisions
	for _, name := range names {
		d, err := readDecisions(name, themes)
		if err != nil {
			return nil, err
		}
		all = append(all, d)
	}
	return all, nil
}
