package sheet

import (
	"commonground/analysis/sheet/ods"
	"commonground/analysis/sheet/thread"
)

// Formats are the formats that are read. Where several can read a file, the one
// that claims its extension does, else the first; the last two, which can read
// most, only where no other can. The first that claims an extension is what a
// file of that name should be.
var Formats = []*Format{
	{Name: "OpenDocument spreadsheet", Exts: []string{".ods", ".fods"}, Sniff: ods.Sniff, Tables: openODS},
	{Name: "Excel 97-2003 workbook", Exts: []string{".xls"}, Sniff: isOldWorkbook, Tables: openXLS},
	{Name: "Excel workbook", Exts: []string{".xlsx", ".xlsm"}, Sniff: isZip, Tables: openWorkbook},
	{Name: "Excel 2003 XML workbook", Sniff: isExcelXML, Tables: openExcelXML},
	{Name: "WordPress export", Exts: []string{".xml", ".wxr"}, Sniff: asText(thread.IsWordPress), Tables: openExport(thread.ReadWordPress)},
	{Name: "Disqus export", Exts: []string{".xml"}, Sniff: asText(thread.IsDisqus), Tables: openExport(thread.ReadDisqus)},
	{Name: "Blogger export", Exts: []string{".xml", ".atom"}, Sniff: asText(thread.IsBlogger), Tables: openExport(thread.ReadBlogger)},
	{Name: "table of a web page", Exts: workbookExts, Sniff: hasWebTable, Tables: openWebTables},
	{Name: "web page", Exts: []string{".html", ".htm"}, Sniff: isWebPage, Tables: openWebPage},
	{Name: "text", Exts: []string{".txt", ".text", ".md"}, Sniff: looksWritten, Tables: openText},
	{Name: "delimited text", Exts: []string{".csv", ".tsv", ".tab"}, Sniff: looksPrintable, Tables: openDelimited},
}
