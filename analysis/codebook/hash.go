package codebook

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"slices"

	"go.yaml.in/yaml/v4"
)

// hashDigits is how many hex digits of a hash are shown: enough to tell all the
// versions of a codebook apart.
const hashDigits = 12

// hashOf returns the hash of what a codebook says, whatever its quotes, line
// breaks, comments and order of keys.
func hashOf(root *yaml.Node) string {
	h := sha256.New()
	writeContent(h, root)
	return hex.EncodeToString(h.Sum(nil))[:hashDigits]
}

// writeContent writes a node so that nodes of other content are written
// otherwise.
func writeContent(w io.Writer, n *yaml.Node) {
	fmt.Fprintf(w, "%d %d %d:%s\n", n.Kind, len(n.Content), len(n.Value), n.Value)
	if n.Kind != yaml.MappingNode {
		for _, item := range n.Content {
			writeContent(w, item)
		}
		return
	}
	pairs := slices.Collect(slices.Chunk(n.Content, 2))
	slices.SortStableFunc(pairs, func(a, b []*yaml.Node) int { return cmp.Compare(a[0].Value, b[0].Value) })
	for _, pair := range pairs {
		for _, item := range pair {
			writeContent(w, item)
		}
	}
}
