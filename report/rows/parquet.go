package rows

import (
	"fmt"
	"io"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/zstd"

	"commonground/analysis/findings"
)

// WriteParquet writes the rows of WriteCSV as Apache Parquet, for programs that
// compute: all columns are texts, and where a comment hasn't a theme there is
// null. Nothing in it is run as a formula, so that texts are as they are.
func WriteParquet(r *findings.Report, w io.Writer) error {
	out := parquet.NewWriter(w, schema(r.Codebook), parquet.Compression(&zstd.Codec{Level: zstd.SpeedFastest}),
		parquet.MaxRowsPerRowGroup(rowGroup), parquet.CreatedBy("Common Ground", "", ""))
	row := make(parquet.Row, len(facts)+len(r.Codebook))
	err := each(r, func(c *findings.Comment, tones []string) error {
		for i, f := range facts {
			row[i] = parquet.ByteArrayValue([]byte(f.of(c))).Level(0, 0, i)
		}
		for i, tone := range tones {
			at := len(facts) + i
			if row[at] = parquet.NullValue().Level(0, 0, at); tone != "" {
				row[at] = parquet.ByteArrayValue([]byte(tone)).Level(0, 1, at)
			}
		}
		_, err := out.WriteRows([]parquet.Row{row})
		return err
	})
	if err == nil {
		err = out.Close()
	}
	if err != nil {
		return fmt.Errorf("writing the comments as Parquet: %w", err)
	}
	return nil
}

// rowGroup is how many rows are kept in memory before they are written.
const rowGroup = 10_000

// schema has the columns of the CSV file, in their order.
func schema(themes []findings.Theme) *parquet.Schema {
	all := columns{Group: parquet.Group{}}
	for _, f := range facts {
		all.add(f.name, parquet.String())
	}
	for _, t := range themes {
		all.add(t.ID, parquet.Optional(parquet.Encoded(parquet.String(), &parquet.RLEDictionary)))
	}
	return parquet.NewSchema("comment", all)
}

// columns is a group whose fields are in the order in which they were added; a
// parquet.Group has them by name.
type columns struct {
	parquet.Group
	names []string
}

func (c *columns) add(name string, n parquet.Node) {
	c.Group[name] = n
	c.names = append(c.names, name)
}

// Fields implements parquet.Node.
func (c columns) Fields() []parquet.Field {
	byName := map[string]parquet.Field{}
	for _, f := range c.Group.Fields() {
		byName[f.Name()] = f
	}
	var all []parquet.Field
	for _, name := range c.names {
		all = append(all, byName[name])
	}
	return all
}
