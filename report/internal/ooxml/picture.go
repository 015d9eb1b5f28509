package ooxml

import (
	"math"
	"strconv"

	"commonground/analysis/findings"
)

const pictureSpace = "http://schemas.openxmlformats.org/drawingml/2006/picture"

// Picture adds a picture to one of the package's folders.
func (p *Package) Picture(folder string, picture *findings.Picture) *Part {
	part := p.Part(folder+"/media/picture."+picture.Kind, "image/"+picture.Kind)
	part.Data = picture.Data
	return part
}

// Blip is what fills a picture's frame, in the tag of the page that shows it.
func (p *Part) Blip(tag string, picture *Part) Node {
	return E(tag, E("a:blip xmlns:a=\""+drawingSpace+"\" xmlns:r=\""+relationSpace+"\"", A("r:embed", p.Link("image", picture))),
		E("a:stretch xmlns:a=\""+drawingSpace+"\"", E("a:fillRect")))
}

// Inline is a picture as a part of a text, so wide and high in points.
func (p *Part) Inline(picture *Part, alt string, width, height float64) Node {
	return E(`a:graphic xmlns:a="`+drawingSpace+`"`,
		E(`a:graphicData uri="`+pictureSpace+`"`,
			E(`pic:pic xmlns:pic="`+pictureSpace+`"`,
				E("pic:nvPicPr", E(`pic:cNvPr id="0"`, A("name", alt), A("descr", alt)), E("pic:cNvPicPr")),
				p.Blip("pic:blipFill", picture),
				E("pic:spPr", E("a:xfrm", E(`a:off x="0" y="0"`), E("a:ext", A("cx", EMU(width)), A("cy", EMU(height)))),
					E(`a:prstGeom prst="rect"`, E("a:avLst"))))))
}

// EMU writes points in the unit that drawings have.
func EMU(points float64) string { return strconv.Itoa(int(math.Round(points * 12700))) }
