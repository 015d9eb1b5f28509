// Package excel writes a report as one workbook: a summary to read first, a
// sheet for each subject with its tables and charts, and the material behind
// them. Charts are bound to the cells they show; the package computes nothing.
package excel

import (
	"errors"
	"io"
	"path/filepath"
	"slices"

	"commonground/analysis/findings"
)

// Write writes r to w as an Excel workbook. The same report gives the same
// bytes. Memory does not grow with the number of comments. Where w is a file,
// the working file that they need stands beside it, since comments must not lie
// about in a folder shared by everybody.
func Write(r *findings.Report, w io.Writer) error {
	b := newBook(r, spoolFolder(w))
	defer b.file.Close()

	b.tabs = b.pages()
	for i, p := range b.tabs {
		p.create(i == 0)
	}
	// The summary shows cells of other sheets, so those come first.
	for _, p := range slices.Concat(b.tabs[1:], b.tabs[:1]) {
		if b.err == nil {
			p.write(p)
		}
	}
	return errors.Join(b.save(w), b.body.Close())
}

func spoolFolder(w io.Writer) string {
	if f, ok := w.(interface{ Name() string }); ok {
		return filepath.Dir(f.Name())
	}
	return ""
}

// pages lists the sheets in the order of their tabs. Those that every report
// has take their names first.
func (b *book) pages() []*page {
	front := []*page{b.page(b.Say("Summary"), b.report.Title, (*page).summary),
		b.page(b.Say("Contents"), b.Say("What is in this workbook"), (*page).contents)}
	var back []*page
	if b.report.Comments != nil {
		back = append(back, b.page(b.Say("Comments"), b.Say("Every comment that may be shown"), (*page).comments))
	}
	if len(b.report.Codebook) > 0 {
		back = append(back, b.page(b.Say("Codebook"), b.Say("What each theme means"), (*page).codebook))
	}
	if slices.ContainsFunc(b.report.Codebook, advises) {
		back = append(back, b.page(b.Say("To discuss and to try"), b.Say("To discuss and to try, theme by theme"), (*page).advice))
	}
	if len(b.report.Withheld) > 0 {
		back = append(back, b.page(b.Say("Withheld"), b.Say("What is not told, so that nobody is exposed"), (*page).withheld))
	}
	back = append(back,
		b.page(b.Say("Sources and refused rows"), b.Say("What was read, and what was not"), (*page).sources),
		b.page(b.Say("Method"), b.Say("How the numbers were made"), (*page).method))
	return slices.Concat(front, b.subjects(), back)
}
