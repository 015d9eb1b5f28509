package intake

import (
	"context"
	"fmt"

	"commonground/analysis/sheet"
)

// readAll reads the sources. Of the files in a folder or zip, those that can't be
// read are left out, and told.
func (in *Intake) readAll(ctx context.Context) error {
	var read []Source
	var broken error
	for _, source := range in.plan.Sources {
		tables, books := len(in.tables), len(in.dictionaries)
		err := in.read(ctx, len(read), source)
		switch {
		case err == nil:
			read = append(read, source)
			continue
		case !source.member || ctx.Err() != nil:
			return err
		case broken == nil:
			broken = err
		}
		in.Reads, in.tables, in.dictionaries = in.Reads[:len(read)], in.tables[:tables], in.dictionaries[:books]
		in.Notes = append(append(in.Notes, fmt.Sprintf("NOT READ: %v. The other files of the folder or zip were read without it.", err)), source.notes...)
	}
	if len(in.tables) == 0 && broken != nil {
		return broken
	}
	in.plan.Sources = read
	return nil
}

// noAnswers says why a file without answers is refused.
func noAnswers(name string, tables []sheet.Table, headed bool, refused []*sheet.RowError) error {
	if len(refused) > 0 {
		return fmt.Errorf("%s: none of the rows below the header could be read as answers; the first: %w", name, refused[0])
	}
	if len(tables) > 0 && tables[0].Thread != nil {
		return fmt.Errorf("%s: no responses found: the post has no comments that could be told from the page around them", name)
	}
	if len(tables) == 0 {
		return fmt.Errorf("%s: the file has no table in it", name)
	}
	if !headed {
		return fmt.Errorf("%s: no cell of the file has anything in it: export the answers again", name)
	}
	return fmt.Errorf("%s: the file has a header but no answers", name)
}
