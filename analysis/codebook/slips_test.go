package codebook

import (
	"testing"

	"pgregory.net/rapid"
)

func TestSlips(t *testing.T) {
	var b machineBuilder
	for i, word := range []string{"communicat*", "receive", "definitely", "concern", "contact", "teacher", "trust"} {
		phrases, err := parsePattern(word)
		if err != nil {
			t.Fatal(err)
		}
		b.add(0, i, phrases)
	}
	b.lexicon.slips = true
	l := b.build(1).lexicon
	for slip, word := range map[string]string{
		"comunication":  "communication",
		"commmunicates": "communicates",
		"recieve":       "receive",
		"definately":    "definitely",
		"teachar":       "teacher",
	} {
		if got, want := l.class(slip), l.class(word); got != want || got == 0 {
			t.Errorf("%s: class %d, want %d, that of %s", slip, got, want, word)
		}
	}
	for _, word := range []string{"concert", "contract", "trsut", "preacher", "communist"} {
		if got := l.class(word); got != 0 {
			t.Errorf("%s: class %d, want none", word, got)
		}
	}
}

// A word that is known is never taken for another, and two letters that changed
// places are found wherever they stand behind the second.
func TestSlipsOfKnownWords(t *testing.T) {
	var b machineBuilder
	words := []string{"communication", "respectful", "homework", "understanding", "volunteer"}
	for i, word := range words {
		phrases, _ := parsePattern(word)
		b.add(0, i, phrases)
	}
	b.lexicon.slips = true
	l := b.build(1).lexicon
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SampledFrom(words).Draw(t, "word")
		i := rapid.IntRange(2, len(word)-2).Draw(t, "at")
		swapped := word[:i] + word[i+1:i+2] + word[i:i+1] + word[i+2:]
		if got, want := l.class(swapped), l.exact(word); got != want {
			t.Fatalf("%s: class %d, want %d, that of %s", swapped, got, want, word)
		}
	})
}
