package codebook

// A memo remembers the classes of the words looked up last, which is quicker
// than to walk the trie for "the" each time. Two words that share a place are
// both remembered, the one looked up last before the other.
type memo [4096][2]struct {
	low, high uint64 // the first and the last bytes of the word
	length    int32
	class     class
}

// class is lexicon.class.
func (m *memo) class(l *lexicon, word string) class {
	if len(word) > 16 {
		return l.class(word)
	}
	low, high := ends(word)
	n := int32(len(word))
	e := &m[(low^high<<1)*0x9E3779B97F4A7C15>>52]
	if e[0].low == low && e[0].high == high && e[0].length == n {
		return e[0].class
	}
	e[0], e[1] = e[1], e[0]
	if e[0].low != low || e[0].high != high || e[0].length != n {
		e[0].low, e[0].high, e[0].length, e[0].class = low, high, n, l.class(word)
	}
	return e[0].class
}

// ends returns the first and the last bytes of a word of at most 16, which
// together with its length are all of it.
func ends(word string) (low, high uint64) {
	switch n := len(word); {
	case n >= 8:
		return eight(word), eight(word[n-8:])
	case n >= 4:
		return four(word), four(word[n-4:])
	case n > 0:
		return uint64(word[0]) | uint64(word[n/2])<<8, uint64(word[n-1])
	}
	return 0, 0
}

// eight and four read the bytes that s begins with, in one load each.
func eight(s string) uint64 { return four(s) | four(s[4:8])<<32 }

func four(s string) uint64 {
	_ = s[3]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24
}
