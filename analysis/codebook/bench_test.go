package codebook

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"commonground/analysis/survey"
	"commonground/analysis/text"
)

// vocabulary returns the usual words of English and those of a codebook's
// English patterns.
func vocabulary(b *Codebook) (usual, themed []string) {
	for word := range text.Usual() {
		if text.UsualIn(word)&text.English != 0 {
			usual = append(usual, word)
		}
	}
	slices.Sort(usual)
	rand.New(rand.NewPCG(3, 4)).Shuffle(len(usual), func(i, j int) { usual[i], usual[j] = usual[j], usual[i] })
	for _, t := range b.Themes {
		for _, p := range t.Patterns {
			for _, w := range text.Words(nil, p.Source) {
				if p.Lang == survey.English {
					themed = append(themed, p.Source[w.Start:w.End])
				}
			}
		}
	}
	return usual, themed
}

// madeUp returns comments of 5 to 120 words in sentences of some ten: seven
// words of ten are usual, one is from a pattern, and two nobody has heard of.
func madeUp(b *Codebook, n int) []survey.Comment {
	rng := rand.New(rand.NewPCG(1, 2))
	usual, themed := vocabulary(b)
	var comments []survey.Comment
	for range n {
		var s strings.Builder
		for i := range 5 + rng.IntN(116) {
			switch {
			case i == 0:
				s.WriteString("And ")
			case rng.IntN(10) == 0:
				s.WriteString(". The ")
			case rng.IntN(12) == 0:
				s.WriteString(", ")
			default:
				s.WriteByte(' ')
			}
			switch k := rng.IntN(10); {
			case k < 7: // the first of the list most often
				s.WriteString(usual[int(math.Pow(rng.Float64(), 3)*float64(len(usual)))])
			case k < 8:
				s.WriteString(themed[rng.IntN(len(themed))])
			default:
				for range 4 + rng.IntN(7) {
					s.WriteByte(byte('a' + rng.IntN(26)))
				}
			}
		}
		s.WriteByte('.')
		comments = append(comments, survey.Comment{Text: s.String(), Lang: survey.English})
	}
	return comments
}

func BenchmarkCode(b *testing.B) {
	var books []*Codebook
	for _, book := range builtins(b) {
		if book.ID == "partnership" || book.ID == "channels" {
			books = append(books, book)
		}
	}
	c, err := NewRules(books...)
	if err != nil {
		b.Fatal(err)
	}
	r := survey.Response{Answers: make([]survey.Answer, 1), Comments: madeUp(books[0], 500)}
	bytes, found := 0, 0
	for _, comment := range r.Comments {
		bytes += len(comment.Text)
	}
	b.SetBytes(int64(bytes))
	b.ReportAllocs()
	var dst []Coding
	for b.Loop() {
		dst = c.Code(dst[:0], &r)
		found = len(dst)
	}
	b.ReportMetric(float64(found)/float64(len(r.Comments)), "codings/comment")
}

func builtins(t testing.TB) []*Codebook {
	t.Helper()
	var books []*Codebook
	for _, name := range Builtins() {
		b, err := Builtin(name)
		if err != nil {
			t.Fatal(err)
		}
		books = append(books, b)
	}
	return books
}
