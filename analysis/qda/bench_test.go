package qda

import (
	"io"
	"testing"
)

func BenchmarkWrite(b *testing.B) {
	some := cases()
	var many []*Case
	size := 0
	for range 1000 {
		many = append(many, some...)
	}
	for _, c := range many {
		for i := range c.Comments {
			size += len(c.Comments[i].Text)
		}
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		if err := newProject().Write(io.Discard, all(many)); err != nil {
			b.Fatal(err)
		}
	}
}
