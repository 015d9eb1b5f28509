package learn

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	_ "embed"
	"encoding/gob"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"

	"commonground/analysis/codebook"
	"commonground/analysis/survey"
)

// The first words of a file say what it is.
const (
	baseFormat  = "commonground base 4\n"
	modelFormat = "commonground model 4\n"
)

// A weightsFile is weights as they stand in a file.
type weightsFile struct {
	Width  int
	Keys   []uint32
	Values []byte // int8 each
	Step   float32
}

type baseFile struct {
	Themes   []string
	Evidence []float64
	Words    weightsFile
}

type modelFile struct {
	Codebook string // Fingerprint of its themes
	Base     string // hash of its weights
	Trust    []float64
	From     float64
	Worded   []bool
	Words    weightsFile
}

//go:embed base.model
var shipped []byte

// Shipped is the base that comes with the program.
var Shipped = sync.OnceValues(func() (*Base, error) { return ReadBase(bytes.NewReader(shipped)) })

// Write writes the base. The same base gives the same bytes.
func (b *Base) Write(w io.Writer) error {
	return write(w, baseFormat, baseFile{b.themes, b.evidence, pack(b.words)})
}

// ReadBase reads what Base.Write wrote.
func ReadBase(r io.Reader) (*Base, error) {
	var f baseFile
	if err := read(r, baseFormat, &f); err != nil {
		return nil, err
	}
	words, err := f.Words.unpack(len(f.Themes))
	if err != nil {
		return nil, err
	}
	if len(f.Evidence) != evidences {
		return nil, fmt.Errorf("the base weighs %d pieces of evidence, this program %d; train it again", len(f.Evidence), evidences)
	}
	return &Base{f.Themes, f.Evidence, words}, nil
}

// Write writes what the model learnt. It holds no words, but numbers made from
// words. The same model gives the same bytes.
func (m *Model) Write(w io.Writer) error {
	return write(w, modelFormat, modelFile{Fingerprint(m.Themes()), m.base.hash(), m.trust, m.from, m.worded, pack(m.words)})
}

// Read reads a model that was learnt with the same rules and base.
func Read(r io.Reader, rules *codebook.Rules, b *Base, s *survey.Survey) (*Model, error) {
	var f modelFile
	if err := read(r, modelFormat, &f); err != nil {
		return nil, err
	}
	if f.Codebook != Fingerprint(rules.Themes()) || f.Base != b.hash() {
		return nil, fmt.Errorf("the model was learnt with another codebook or another version of the program than %s; let it learn again from the checked answers", rules.Name())
	}
	m := newModel(rules, b, s)
	if len(f.Trust) != evidences || len(f.Worded) != len(m.worded) || !(f.From > 0 && f.From < 1) {
		return nil, errDamaged
	}
	words, err := f.Words.unpack(count(f.Worded))
	if err != nil {
		return nil, err
	}
	m.trust, m.from, m.worded, m.words = f.Trust, f.From, f.Worded, words
	return m, nil
}

// Fingerprint returns 12 hex digits that change with the themes' rules.
func Fingerprint(themes []codebook.Theme) string {
	h := sha256.New()
	for i := range themes {
		t := &themes[i]
		fmt.Fprintf(h, "%q %q\n", t.ID, t.Reads)
		for _, patterns := range [][]codebook.Pattern{t.Patterns, t.Unless} {
			writePatterns(h, patterns)
		}
		for _, kinds := range [][]*codebook.Asked{t.Inherited, t.Expected, t.Seldom} {
			fmt.Fprintln(h, len(kinds))
			for _, asked := range kinds {
				writePatterns(h, asked.Patterns)
			}
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:6])
}

func writePatterns(w io.Writer, patterns []codebook.Pattern) {
	fmt.Fprintln(w, len(patterns))
	for _, p := range patterns {
		fmt.Fprintf(w, "%d %q %q %t\n", p.Lang, p.Source, p.Full, p.Hint)
		if p.Asked != nil {
			writePatterns(w, p.Asked.Patterns)
		}
	}
}

func (b *Base) hash() string {
	h := sha256.New()
	if err := b.Write(h); err != nil {
		return "" // a hash takes all that is written
	}
	return hex.EncodeToString(h.Sum(nil)[:6])
}

var errDamaged = errors.New("the file is damaged; let the model learn again")

func write(w io.Writer, format string, what any) error {
	if _, err := io.WriteString(w, format); err != nil {
		return err
	}
	z := gzip.NewWriter(w)
	if err := gob.NewEncoder(z).Encode(what); err != nil {
		return err
	}
	return z.Close()
}

func read(r io.Reader, format string, what any) error {
	head := make([]byte, len(format))
	if _, err := io.ReadFull(r, head); err != nil || string(head) != format {
		name := strings.TrimSuffix(format, "\n")
		if kind := strings.TrimRight(name, "0123456789"); strings.HasPrefix(string(head), kind) {
			return fmt.Errorf("written by another version of the program, which read other models than %q; let the model learn again", name)
		}
		return fmt.Errorf("not a file of %q; give the coder.model that an earlier report wrote", name)
	}
	z, err := gzip.NewReader(r)
	if err != nil {
		return errDamaged
	}
	if err := gob.NewDecoder(z).Decode(what); err != nil {
		return fmt.Errorf("%w: %w", errDamaged, err)
	}
	if _, err := io.Copy(io.Discard, z); err != nil { // to its checksum
		return errDamaged
	}
	return nil
}

func pack(w *weights) weightsFile {
	f := weightsFile{Width: w.width, Keys: w.keys, Values: make([]byte, len(w.values)), Step: w.step}
	for i, v := range w.values {
		f.Values[i] = byte(v)
	}
	return f
}

func (f weightsFile) unpack(width int) (*weights, error) {
	if f.Width != width || len(f.Values) != width*len(f.Keys) {
		return nil, errDamaged
	}
	values := make([]int8, len(f.Values))
	for i, v := range f.Values {
		values[i] = int8(v)
	}
	return newWeights(width, f.Keys, values, f.Step), nil
}
