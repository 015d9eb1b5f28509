package sheet

// Formats are the formats that are read. Where several can read a file, the one
// that claims its extension does, else the first.
var Formats = []*Format{
	{Name: "Excel workbook", Exts: []string{".xlsx", ".xlsm"}, Sniff: isZip, Tables: openWorkbook},
	{Name: "text", Exts: []string{".txt", ".text", ".md"}, Sniff: looksWritten, Tables: openText},
	{Name: "delimited text", Exts: []string{".csv", ".tsv", ".tab"}, Sniff: looksPrintable, Tables: openDelimited},
}

// A refusal is a kind of file that is known and not read.
type refusal struct {
	starts string // what its first bytes are
	advice string
}

var refusals = []refusal{
	{"%PDF", "a PDF is not a format that is read: export the answers as .xlsx or .csv, or copy the text into a .txt file"},
	{"{\\rtf", "a rich-text document is not a format that is read: save it as plain text (.txt)"},
	{"\x89PNG", "a picture is not a format that is read"},
	{"\xff\xd8\xff", "a picture is not a format that is read"},
	{"GIF8", "a picture is not a format that is read"},
	{"\x1f\x8b", "a compressed file is not a format that is read: unpack it first"},
	{"7z\xbc\xaf", "a compressed file is not a format that is read: unpack it first"},
	{"Rar!", "a compressed file is not a format that is read: unpack it first"},
	{"<!doctype html", "a web page is not a format that is read: copy its text into a .txt file"},
	{"<html", "a web page is not a format that is read: copy its text into a .txt file"},
}
