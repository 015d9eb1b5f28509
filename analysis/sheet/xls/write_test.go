package xls

import (
	"bytes"
	"encoding/binary"
	"math"
	"testing"
	"unicode/utf16"
)

// bin writes numbers in little endian, and bytes as they are.
func bin(parts ...any) []byte {
	var b bytes.Buffer
	for _, p := range parts {
		if n, ok := p.(int); ok {
			p = uint16(n)
		}
		if err := binary.Write(&b, binary.LittleEndian, p); err != nil {
			panic(err)
		}
	}
	return b.Bytes()
}

func record(id int, parts ...any) []byte {
	body := bin(parts...)
	return append(bin(id, len(body)), body...)
}

func join(parts ...[]byte) []byte { return bytes.Join(parts, nil) }

// chars are the flags and the units of a BIFF8 text.
func chars(s string) []byte {
	isWide := false
	for _, r := range s {
		isWide = isWide || r > 0xFF
	}
	units := utf16.Encode([]rune(s))
	if isWide {
		return bin(uint8(wide), units)
	}
	b := []byte{0}
	for _, u := range units {
		b = append(b, byte(u))
	}
	return b
}

func unicode(s string) []byte { return append(bin(len(utf16.Encode([]rune(s)))), chars(s)...) }

func unicodeName(s string) []byte {
	return append([]byte{byte(len(utf16.Encode([]rune(s))))}, chars(s)...)
}

func numberCell(row, col, xf int, v float64) []byte { return record(recNumber, row, col, xf, v) }
func label(row, col int, s string) []byte           { return record(recLabel, row, col, 0, unicode(s)) }
func rkCell(row, col int, packed uint32) []byte     { return record(recRK, row, col, 0, packed) }

func sharedCell(row, col, index int) []byte { return record(recLabelSST, row, col, 0, uint32(index)) }

// formula has a result of 8 bytes.
func formula(row, col int, result []byte) []byte {
	return record(recFormula, row, col, 0, result, 0, uint32(0), 3, []byte{0x1e, 1, 0})
}

// table is a table of shared strings in one record.
func table(texts ...string) []byte {
	body := bin(uint32(len(texts)), uint32(len(texts)))
	for _, s := range texts {
		body = append(body, unicode(s)...)
	}
	return record(recSST, body)
}

// A made workbook. The zero value is of BIFF8 and has no sheet.
type made struct {
	isBIFF5 bool
	globals []byte
	sheets  []madeSheet
}

type madeSheet struct {
	name        string
	state, kind uint8
	cells       []byte
}

// stream is the workbook's stream.
func (m made) stream() []byte {
	version := 0x0600
	if m.isBIFF5 {
		version = 0x0500
	}
	bof := func(kind int) []byte { return record(recBOF, version, kind, 0, 0) }
	end := record(recEOF)
	bounds := func(start int) []byte {
		var all []byte
		for _, s := range m.sheets {
			name := unicodeName(s.name)
			if m.isBIFF5 {
				name = append([]byte{byte(len(s.name))}, s.name...)
			}
			all = append(all, record(recBoundSheet, uint32(start), s.state, s.kind, name)...)
			start += len(bof(0)) + len(s.cells) + len(end)
		}
		return all
	}
	length := len(bof(5)) + len(m.globals) + len(bounds(0)) + len(end)
	b := join(bof(5), m.globals, bounds(length), end)
	for _, s := range m.sheets {
		b = join(b, bof(0x10), s.cells, end)
	}
	return b
}

func (m made) file() []byte {
	name := "Workbook"
	if m.isBIFF5 {
		name = "Book"
	}
	return compound(name, m.stream(), 1)
}

// one is a workbook with a single sheet.
func one(globals []byte, cells ...[]byte) made {
	return made{globals: globals, sheets: []madeSheet{{name: "Parents", cells: join(cells...)}}}
}

// compound is a compound file of sectors of 4096 bytes, with one stream and a
// directory of as many sectors as asked for.
func compound(name string, stream []byte, directory int) []byte {
	const sector, perFAT = 4096, 1024
	const fat, endOfChain, free = 0xFFFFFFFD, 0xFFFFFFFE, 0xFFFFFFFF
	stream = append(stream, make([]byte, max(0, sector-len(stream)))...) // smaller ones go elsewhere
	n := (len(stream) + sector - 1) / sector
	fats := 1
	for fats*perFAT < fats+directory+n {
		fats++
	}
	next := make([]uint32, fats*perFAT)
	for i := range next {
		switch {
		case i < fats:
			next[i] = fat
		case i == fats+directory-1, i == fats+directory+n-1:
			next[i] = endOfChain
		case i < fats+directory+n:
			next[i] = uint32(i + 1)
		default:
			next[i] = free
		}
	}
	header := bin([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), [16]byte{}, 0x3e, 4, 0xFFFE, 12, 6, [6]byte{},
		uint32(directory), uint32(fats), uint32(fats), uint32(0), uint32(4096), uint32(endOfChain), uint32(0), uint32(endOfChain), uint32(0))
	for i := range 109 {
		at := uint32(free)
		if i < fats {
			at = uint32(i)
		}
		header = append(header, bin(at)...)
	}
	entry := func(name string, kind uint8, child, start uint32, size int) []byte {
		units := utf16.Encode([]rune(name))
		padded := make([]uint16, 32)
		copy(padded, units)
		return bin(padded, 2*len(units)+2, kind, uint8(1), uint32(free), uint32(free), child, [36]byte{}, start, uint64(size))
	}
	entries := join(entry("Root Entry", 5, 1, endOfChain, 0), entry(name, 2, free, uint32(fats+directory), len(stream)))
	b := append(header, make([]byte, sector-len(header))...)
	b = append(b, bin(next)...)
	b = append(append(b, entries...), make([]byte, directory*sector-len(entries))...)
	return append(append(b, stream...), make([]byte, n*sector-len(stream))...)
}

// open opens what a test has made.
func open(t testing.TB, file []byte) *Book {
	t.Helper()
	b, err := Open(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func bits(v float64) []byte { return bin(math.Float64bits(v)) }
