package text

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
	"github.com/google/go-cmp/cmp"
)

func wordsOf(s string) []string {
	var all []string
	for _, w := range Words(nil, s) {
		all = append(all, s[w.Start:w.End])
	}
	return all
}

func TestWords(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want []string
	}{
		{"", nil},
		{" .,;- ", nil},
		{"They don't call.", []string{"They", "don't", "call"}},
		{"can’t wait—really", []string{"can’t", "wait", "really"}},
		{"follow-up on 1,000 e-mails", []string{"follow", "up", "on", "1,000", "e", "mails"}},
		{"¿Cuándo? ¡Mañana!", []string{"Cuándo", "Mañana"}},
		{"see https://school.org/news?id=3, please", []string{"see", "https://school.org/news?id=3", "please"}},
		{"www.school.org.", []string{"www.school.org"}},
		{"n/a", []string{"n", "a"}},
		{"good 👍 job", []string{"good", "job"}},
		{"cafe\u0301 ok", []string{"cafe\u0301", "ok"}},
	} {
		if diff := cmp.Diff(tt.want, wordsOf(tt.in)); diff != "" {
			t.Errorf("Words(%q): -want +got\n%s", tt.in, diff)
		}
	}
}

func TestMarks(t *testing.T) {
	s := "First, second; third. Fourth"
	var got []Mark
	for _, w := range Words(nil, s) {
		got = append(got, w.Before)
	}
	want := []Mark{SentenceStart, Comma, Semicolon, SentenceStart}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestSentences(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want []string
	}{
		{"", nil},
		{"One. Two? Three!", []string{"One. ", "Two? ", "Three!"}},
		{"Mrs. Lopez called. Dr. Kim did not.", []string{"Mrs. Lopez called. ", "Dr. Kim did not."}},
		{"La Sra. Ruiz llamó. Gracias.", []string{"La Sra. Ruiz llamó. ", "Gracias."}},
		{"In the U.S. Congress it is so. Yes.", []string{"In the U.S. Congress it is so. ", "Yes."}},
		{"See http://a.org/b?C=d Now. Then", []string{"See http://a.org/b?C=d Now. ", "Then"}},
		{"line one\nline two", []string{"line one\n", "line two"}},
		{"They have charms. Good.", []string{"They have charms. ", "Good."}},
	} {
		var got []string
		for sp := range Sentences(tt.in) {
			got = append(got, tt.in[sp.Start:sp.End])
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("Sentences(%q): -want +got\n%s", tt.in, diff)
		}
	}
}

// slowWords cuts s by uax29 alone.
func slowWords(s string) []Word {
	var sentences []int
	for sp := range Sentences(s) {
		sentences = append(sentences, sp.End)
	}
	var all []Word
	it := words.FromString(s)
	for it.Next() {
		if !strings.ContainsFunc(it.Value(), isWordRune) {
			continue
		}
		sp := Span{it.Start(), it.End()}
		before := SentenceStart
		if len(all) > 0 {
			last := all[len(all)-1]
			if last.End > sp.Start {
				continue // in a web address
			}
			before = 0
			if slices.ContainsFunc(sentences, func(end int) bool { return last.End <= end && end <= sp.Start }) {
				before |= SentenceStart
			}
			between := s[last.End:sp.Start]
			if strings.Contains(between, ",") {
				before |= Comma
			}
			if strings.Contains(between, ";") {
				before |= Semicolon
			}
		}
		sp.End = max(sp.End, addressEnd(s, sp.Start))
		all = append(all, Word{sp, before})
	}
	return all
}

func FuzzWords(f *testing.F) {
	for _, seed := range []string{
		"They don't call. Ever; not once, e.g. at 3.30 p.m.",
		"¿Qué tal? «Bien», dijo la Sra. Ruiz… ¡Sí!\r\nNo.",
		"can’t _really_ say: 1,000.5 a.b A.B 3.a \"Hi.\" (So?) yes",
		"http://a.b/c?D=e www.x.org. H\u0301i \u200dthere 👩\u200d🏫 \u05d0'\u05d0 カタカナ 漢字 한국어",
		"http:66//a.bp:66=e wwwww.t./c?D=e6 www.66/",
		"www.[[[[}[ R. www.”’ So St./.?D",
		"Wait... what?! No. 5 is. .5 'tis 'twas rock'n'roll re:school",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			Words(nil, s) // must not panic
			return
		}
		if diff := cmp.Diff(slowWords(s), Words(nil, s)); diff != "" {
			t.Errorf("%q: -slow +fast\n%s", s, diff)
		}
	})
}

func BenchmarkWords(b *testing.B) {
	s := strings.Repeat("The teacher doesn't call us back, and when she does it's late. I'd like more notice; we work nights. ", 20)
	b.SetBytes(int64(len(s)))
	var dst []Word
	for b.Loop() {
		dst = Words(dst[:0], s)
	}
}

func BenchmarkWordsSpanish(b *testing.B) {
	s := strings.Repeat("La maestra nos llamó después de la reunión. ¿Cuándo podrían avisarnos con más tiempo? Mi niña está contenta. ", 20)
	b.SetBytes(int64(len(s)))
	var dst []Word
	for b.Loop() {
		dst = Words(dst[:0], s)
	}
}
