package findings

import (
	_ "embed"
	"fmt"
	"io"
)

//go:embed findings.schema.json
var schema []byte

// WriteSchema writes the JSON Schema (draft 2020-12) that what WriteJSON writes
// is valid against.
func WriteSchema(w io.Writer) error {
	if _, err := w.Write(schema); err != nil {
		return fmt.Errorf("writing the schema of findings: %w", err)
	}
	return nil
}
