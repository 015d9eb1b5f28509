package chart

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// Every object stands where the table of a PDF says, and every stream can be
// unpacked.
func TestPDFIsWhole(t *testing.T) {
	for name, f := range examples() {
		data := draw(t, f, "pdf")
		start := number(t, data, `startxref\n(\d+)\n%%EOF\n$`)
		table := data[start:]
		if !bytes.HasPrefix(table, []byte("xref\n0 ")) {
			t.Fatalf("%s: there is no table at %d", name, start)
		}
		for i, entry := range regexp.MustCompile(`(\d{10}) 00000 n \n`).FindAllSubmatch(table, -1) {
			at, _ := strconv.Atoi(string(entry[1]))
			if !bytes.HasPrefix(data[at:], fmt.Appendf(nil, "%d 0 obj\n", i+1)) {
				t.Errorf("%s: object %d is not at %d", name, i+1, at)
			}
		}
		for _, s := range regexp.MustCompile(`(?s)/Length (\d+)>>\nstream\n`).FindAllSubmatchIndex(data, -1) {
			size, _ := strconv.Atoi(string(data[s[2]:s[3]]))
			z, err := zlib.NewReader(bytes.NewReader(data[s[1] : s[1]+size]))
			if err == nil {
				_, err = io.Copy(io.Discard, z)
			}
			if err != nil || !bytes.HasPrefix(data[s[1]+size:], []byte("\nendstream")) {
				t.Errorf("%s: a stream of %d bytes can't be unpacked (%v)", name, size, err)
			}
		}
		if bytes.Contains(data, []byte("/CreationDate")) {
			t.Errorf("%s: the file says when it was made", name)
		}
	}
}

func number(t *testing.T, data []byte, pattern string) int {
	t.Helper()
	m := regexp.MustCompile(pattern).FindSubmatch(data)
	if m == nil {
		t.Fatalf("no %s", pattern)
	}
	n, _ := strconv.Atoi(string(m[1]))
	return n
}

// Another program reads the words that were written, accents and all.
func TestPDFWordsCanBeRead(t *testing.T) {
	pdftotext, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("pdftotext (poppler-utils) is not installed: what another program reads in a PDF is not tested")
	}
	f := barsExample(3)
	f.Title = "Señoras y señores: “más” — Ελλάδα, Łódź"
	cmd := exec.Command(pdftotext, "-layout", "-", "-")
	cmd.Stdin = bytes.NewReader(draw(t, f, "pdf"))
	text, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{f.Title, f.Table.Rows[0][0].Label, f.Table.Columns[1].Unit.Text(f.Table.Rows[0][1].Number)} {
		if !strings.Contains(string(text), want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
}
