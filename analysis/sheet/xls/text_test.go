package xls

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func utf16s(s string) []uint16 { return utf16.Encode([]rune(s)) }

func TestSharedTexts(t *testing.T) {
	head := bin(uint32(2), uint32(2))
	tests := []struct {
		name string
		sst  []byte
		want []string
	}{
		{"plain", record(recSST, head, unicode("bus"), unicode("Ωμέγα")), []string{"bus", "Ωμέγα"}},
		{"rich", record(recSST, head, 3, uint8(rich), 2, []byte("bus"), [8]byte{9, 9}, unicode("b")), []string{"bus", "b"}},
		{"phonetic", record(recSST, head, 2, uint8(wide|phonetic), uint32(5), utf16s("東京"), [5]byte{9, 9}, unicode("b")), []string{"東京", "b"}},
		{"rich and phonetic", record(recSST, head, 1, uint8(rich|phonetic), 1, uint32(3), []byte("a"), [7]byte{9}, unicode("b")), []string{"a", "b"}},
		{
			"fonts go on in the next record, without a flag",
			join(record(recSST, head, 3, uint8(rich), 2, []byte("bus"), [5]byte{}), record(recContinue, [3]byte{}, unicode("b"))),
			[]string{"bus", "b"},
		},
		{"next record begins with a text", join(record(recSST, head, unicode("bus")), record(recContinue, unicode("b"))), []string{"bus", "b"}},
		{
			"text goes on with its own flag",
			join(record(recSST, head, 5, uint8(wide), utf16s("Ωμ")), record(recContinue, uint8(0), []byte("ega"), unicode("b"))),
			[]string{"Ωμega", "b"},
		},
		{
			"text gets wide",
			join(record(recSST, head, 4, uint8(0), []byte("a\xe9")), record(recContinue, uint8(wide), utf16s("😀"), unicode("b"))),
			[]string{"aé😀", "b"},
		},
		{
			"halves of a pair in two records",
			join(record(recSST, head, 2, uint8(wide), uint16(0xD83D)), record(recContinue, uint8(wide), uint16(0xDE00), unicode("b"))),
			[]string{"😀", "b"},
		},
		{
			"text over many records",
			join(record(recSST, head, 20000, uint8(0), strings8("x", 8000)), record(recContinue, uint8(0), strings8("y", 8000)),
				record(recContinue, uint8(0), strings8("z", 4000), unicode("b"))),
			[]string{strings.Repeat("x", 8000) + strings.Repeat("y", 8000) + strings.Repeat("z", 4000), "b"},
		},
		{"a record without anything", join(record(recSST, head, 1, uint8(0)), record(recContinue), record(recContinue, uint8(0), []byte("a"), unicode("b"))), []string{"a", "b"}},
		{"fewer than it says", record(recSST, uint32(9), uint32(9), unicode("bus")), []string{"bus"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, textsOf(open(t, one(tt.sst).file()))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func textsOf(b *Book) []string { return slices.Concat(b.texts.pages...) }

func strings8(s string, n int) []byte { return []byte(strings.Repeat(s, n)) }

// However a writer cuts a text into records, and chooses the width of each
// piece, it reads as it was.
func TestAnyCutGivesTheSameText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.ToValidUTF8(rapid.String().Draw(t, "text"), "")
		units := utf16s(text)
		body := bin(uint32(1), uint32(1), len(units))
		var all []byte
		id, rest := recSST, units
		for first := true; first || len(rest) > 0; first = false {
			n := rapid.IntRange(min(1, len(rest)), len(rest)).Draw(t, "units")
			isWide := rapid.Bool().Draw(t, "wide")
			for _, u := range rest[:n] {
				isWide = isWide || u > 0xFF
			}
			if isWide {
				body = append(body, bin(uint8(wide), rest[:n])...)
			} else {
				body = append(body, 0)
				for _, u := range rest[:n] {
					body = append(body, byte(u))
				}
			}
			all = append(all, record(id, body)...)
			id, rest, body = recContinue, rest[n:], nil
		}
		file := one(all, sharedCell(0, 0, 0)).file()
		got := textsOf(mustOpen(t, file))
		if !slices.Equal(got, []string{text}) {
			t.Fatalf("got %q, want %q", got, text)
		}
	})
}

func TestCodePages(t *testing.T) {
	tests := []struct {
		name string
		page []byte
		in   string
		want string
	}{
		{"none", nil, "se\xf1ora \x93x\x94", "señora “x”"},
		{"Windows", record(recCodePage, 1252), "se\xf1ora \x93x\x94", "señora “x”"},
		{"Windows, as Excel 2 has it", record(recCodePage, 0x8001), "\x80", "€"},
		{"Mac Roman", record(recCodePage, 10000), "se\x96ora \xd2x\xd3", "señora “x”"},
		{"Mac Roman, as Excel 2 has it", record(recCodePage, 0x8000), "\x8e", "é"},
		{"Central European", record(recCodePage, 1250), "\xb3\xf3d\x9f", "łódź"},
		{"Cyrillic", record(recCodePage, 1251), "\xd8\xea\xee\xeb\xe0", "Школа"},
		{"Japanese", record(recCodePage, 932), "\x8aw\x8dZ", "学校"},
		{"DOS", record(recCodePage, 850), "\xa4", "ñ"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := one(tt.page,
				record(recLabel, 0, 0, 0, len(tt.in), []byte(tt.in)),
				record(recRString, 0, 1, 0, len(tt.in), []byte(tt.in), uint8(1), uint8(0), uint8(2)),
				formula(0, 2, textResult), record(recString, len(tt.in), []byte(tt.in)))
			m.isBIFF5 = true
			m.sheets[0].name = tt.in
			b := open(t, m.file())
			if diff := cmp.Diff([]string{"1|" + strings.Join([]string{tt.want, tt.want, tt.want}, "|")}, rowsOf(&b.Sheets[0])); diff != "" {
				t.Error(diff)
			}
			if b.Sheets[0].Name != tt.want {
				t.Errorf("the sheet is called %q", b.Sheets[0].Name)
			}
		})
	}
}
