package ooxml

import (
	"time"

	"commonground/analysis/say"
)

// Properties are what a file says of itself.
type Properties struct {
	Title, Subject string
	Made           time.Time // zero when unknown
	Lang           say.Language
}

// Describe adds the properties to the package.
func (p *Package) Describe(about Properties) {
	core := p.Part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
	made := about.Made.UTC().Format(time.RFC3339)
	core.Set(E(`cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"`+
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"`+
		` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`,
		E("dc:title", T(about.Title)), E("dc:subject", T(about.Subject)), E("dc:language", T(Locale(about.Lang))), E("dc:creator", T(program)),
		E("cp:lastModifiedBy", T(program)),
		If(!about.Made.IsZero(), All(
			E(`dcterms:created xsi:type="dcterms:W3CDTF"`, T(made)),
			E(`dcterms:modified xsi:type="dcterms:W3CDTF"`, T(made))))))
	p.Link("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", core)
	app := p.Part("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml")
	app.Set(E(`Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"`,
		E("Application", T(program))))
	p.Link("extended-properties", app)
}

const program = "Common Ground"

// Locale is a language as schools of the United States write it, for the
// program's spelling checker.
func Locale(l say.Language) string { return l.String() + "-US" }
