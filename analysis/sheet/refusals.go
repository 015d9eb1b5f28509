package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// readable names what is read, as advice.
const readable = "workbooks (.xlsx, .xls, .ods), tables as text (.csv, .tsv), plain text (.txt), saved web pages (.html), and exports of WordPress, Blogger and Disqus (.xml) are read"

// A refusal is a kind of file that is known and not read.
type refusal struct {
	starts string // what its first bytes are
	advice string
}

var refusals = []refusal{
	{"%pdf", "a PDF is not a format that is read: export the answers as .xlsx or .csv, or copy the text into a .txt file"},
	{"{\\rtf", "a rich-text document is not a format that is read: save it as plain text (.txt)"},
	{"\x89png", "a picture is not a format that is read: type what it shows into a table, and save that as .xlsx or .csv"},
	{"\xff\xd8\xff", "a picture is not a format that is read: type what it shows into a table, and save that as .xlsx or .csv"},
	{"gif8", "a picture is not a format that is read: type what it shows into a table, and save that as .xlsx or .csv"},
	{"\x1f\x8b", "a compressed file is not a format that is read: unpack it first"},
	{"7z\xbc\xaf", "a compressed file is not a format that is read: unpack it first"},
	{"rar!", "a compressed file is not a format that is read: unpack it first"},
	{"$fl2", "a file of SPSS is not a format that is read: save it as .xlsx or .csv, with value labels"},
	{"<stata_dta>", "a file of Stata is not a format that is read: export it as .xlsx or .csv, with value labels"},
	{"sqlite format 3", "a database is not a format that is read: export the answers as .xlsx or .csv"},
}

func refusedStart(head []byte) error {
	start := bytes.TrimPrefix(head[:min(len(head), 64)], []byte("\ufeff"))
	start = asciiLower(bytes.TrimLeft(start, " \t\r\n"))
	for _, no := range refusals {
		if bytes.HasPrefix(start, []byte(no.starts)) {
			return errors.New(no.advice)
		}
	}
	return nil
}

// asciiLower leaves bytes beyond ASCII as they are.
func asciiLower(b []byte) []byte {
	b = bytes.Clone(b)
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return b
}

// A textRefusal is a kind of text that programs exchange, and that is neither a
// table nor what somebody wrote.
type textRefusal struct {
	looks  *regexp.Regexp // whatever it is called
	exts   []string       // or called so,
	starts string         // and beginning with one of these
	advice string
}

const mailHeader = `(?i)^(?:from .*\r?\n)?(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)*`

var textRefusals = []textRefusal{
	{regexp.MustCompile(mailHeader + `content-type: multipart/related`), nil, "",
		"a web archive (.mht) is not a format that is read: open it in a browser, and save the page as HTML (.html)"},
	{regexp.MustCompile(mailHeader + `(?:mime-version|message-id|return-path):`), []string{".eml", ".mbox"}, "DFMRSTX",
		"a saved e-mail is not a format that is read: save its attachment and name that, or copy what people wrote into a .txt file"},
	{regexp.MustCompile(`^(?:\{\s*"[^"\n]*"\s*:|\[\s*\{\s*")`), []string{".json", ".jsonl"}, "{[",
		"JSON is not a format that is read: export the answers as .xlsx or .csv from the program that holds them"},
	{regexp.MustCompile(`^<\?xml\s`), []string{".xml", ".rss", ".atom"}, "<",
		"this XML is neither a workbook nor an export of a blog that is known: export the answers as .xlsx or .csv"},
}

// refusedText says why text is not read that only the most lenient formats
// would read, or gives nil.
func refusedText(ext string, head []byte) error {
	s := strings.TrimLeft(decodedHead(head), "\ufeff \t\r\n")
	for _, no := range textRefusals {
		if no.looks.MatchString(s) || slices.Contains(no.exts, ext) && strings.IndexAny(s, no.starts) == 0 {
			return fmt.Errorf("%s; %s", no.advice, readable)
		}
	}
	return nil
}
