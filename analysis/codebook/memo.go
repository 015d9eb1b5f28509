package codebook

// A memo remembers the classes of the words looked up last, which is quicker
// than to walk the trie for "the" each time.
type memo [8192]struct {
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
	e := &m[(low^high<<1)*0x9E3779B97F4A7C15>>51]
	if n := int32(len(word)); e.low != low || e.high != high || e.length != n {
		e.low, e.high, e.length, e.class = low, high, n, l.class(word)
	}
	return e.class
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
