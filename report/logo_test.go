package report_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/xuri/excelize/v2"

	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/report/internal/readback"
)

// A school's logo stands at the head of what is handed round, as it was given,
// and says what it is to those who can't see it.
func TestLogo(t *testing.T) {
	drawn := image.NewRGBA(image.Rect(0, 0, 60, 20))
	for x := range 60 {
		drawn.Set(x, x/3, color.RGBA{0x20, 0x60, 0xA0, 0xFF})
	}
	var asPNG, asJPEG bytes.Buffer
	if err := png.Encode(&asPNG, drawn); err != nil {
		t.Fatal(err)
	}
	if err := jpeg.Encode(&asJPEG, drawn, nil); err != nil {
		t.Fatal(err)
	}
	for kind, data := range map[string][]byte{"png": asPNG.Bytes(), "jpeg": asJPEG.Bytes()} {
		t.Run(kind, func(t *testing.T) {
			logo, err := findings.NewPicture(data)
			if err != nil {
				t.Fatal(err)
			}
			r := readback.Report()
			r.Lang, r.Logo = say.Spanish, logo
			files := written(t, r)
			for file, part := range map[string]string{"memo.docx": "word/media/picture." + kind, "slides.pptx": "ppt/media/picture." + kind} {
				if got := readback.Open(t, files[file])[part]; !bytes.Equal(got, data) {
					t.Errorf("%s: %s is not the logo", file, part)
				}
			}
			doc, err := goquery.NewDocumentFromReader(bytes.NewReader(files["report.html"]))
			if err != nil {
				t.Fatal(err)
			}
			if alt := doc.Find(`header img[src^="data:image/`+kind+`;base64,"]`).AttrOr("alt", ""); alt != "Logotipo de la escuela" {
				t.Errorf("the page's logo is %q", alt)
			}
			book, err := excelize.OpenReader(bytes.NewReader(files["report.xlsx"]))
			if err != nil {
				t.Fatal(err)
			}
			defer book.Close()
			first := book.GetSheetList()[0]
			cells, err := book.GetPictureCells(first)
			if err != nil || len(cells) != 1 {
				t.Fatalf("%d pictures on %s: %v", len(cells), first, err)
			}
			if pictures, err := book.GetPictures(first, cells[0]); err != nil || len(pictures) != 1 || !bytes.Equal(pictures[0].File, data) {
				t.Errorf("the workbook's picture is not the logo (%v)", err)
			}
		})
	}
}
