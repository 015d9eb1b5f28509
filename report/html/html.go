// Package html writes a report as one page: a single file without scripts from
// elsewhere, fonts, or pictures to load, so that it opens from a stick and tells
// nobody that it was opened. It can be read without JavaScript; with it, tables
// sort.
package html

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"

	"commonground/analysis/findings"
	"commonground/analysis/say"
)

//go:embed page.tmpl
var layout string

//go:embed style.css
var style string

//go:embed page.js
var script string

// Write writes the page of a report. The same report gives the same bytes.
func Write(r *findings.Report, w io.Writer) error {
	v, err := newView(r)
	if err != nil {
		return fmt.Errorf("writing the page: %w", err)
	}
	var b bytes.Buffer
	if err := page(r.Lang).Execute(&b, v); err != nil {
		return fmt.Errorf("writing the page: %w", err)
	}
	_, err = w.Write(b.Bytes())
	return err
}

// page is the layout in a language.
func page(l say.Language) *template.Template {
	return template.Must(template.New("page").Funcs(template.FuncMap{
		"style":  func() template.CSS { return template.CSS(style) },
		"script": func() template.JS { return template.JS(script) },
		"policy": policy,
		"say":    l.Say,
		"sayf":   l.Sayf,
	}).Parse(layout))
}

// policy allows the page's own style and script, told by their hashes, pictures
// that are part of it, and nothing else: no connection of any kind.
func policy() string {
	return fmt.Sprintf("default-src 'none'; img-src data:; style-src 'sha256-%s'; script-src 'sha256-%s'; base-uri 'none'; form-action 'none'", digest(style), digest(script))
}

func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return base64.StdEncoding.EncodeToString(sum[:])
}
