package measure

import (
	"testing"

	"commonground/analysis/codebook"
)

// Codings number the themes of all codebooks in order, then the channels. Each
// pass finds its own among them.
func TestEachPassFindsItsOwnThemes(t *testing.T) {
	books := [][]codebook.Theme{make([]codebook.Theme, 3), make([]codebook.Theme, 2), make([]codebook.Theme, 1)}
	const none = -1
	for i, want := range [][]int{ // by theme of a coding; the last two are channels
		{0, 1, 2, none, none, none, 3, 4},
		{none, none, none, 0, 1, none, 2, 3},
		{none, none, none, none, none, 0, 1, 2},
	} {
		p := &Pass{Themes: books[i]}
		for k, b := range books {
			if k < i {
				p.Book.First += len(b)
			} else if k > i {
				p.Book.After += len(b)
			}
		}
		c := &Comment{}
		for theme, place := range want {
			if got := p.local(theme); got != place {
				t.Errorf("codebook %d, theme %d: place %d, want %d", i, theme, got, place)
			}
			c.Codings = append(c.Codings, codebook.Coding{Theme: theme})
		}
		if own := p.own(c); len(own.Codings) != len(books[i])+2 || len(own.Elsewhere) != 6-len(books[i]) || len(c.Codings) != 8 {
			t.Errorf("codebook %d: %d codings are its own, %d are not", i, len(own.Codings), len(own.Elsewhere))
		}
	}
}
