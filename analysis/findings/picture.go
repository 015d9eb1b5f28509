package findings

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	_ "image/jpeg" // formats that Decode knows
	_ "image/png"
)

// A Picture is one to show, such as a school's logo.
type Picture struct {
	Kind          string // "png" or "jpeg"
	Data          []byte
	Width, Height int // in pixels, 1 at least
}

// pictureLimit is how many bytes a picture may have: every file of a report
// holds it.
const pictureLimit = 1 << 20

// pixelLimit is how many pixels a picture may have, which small files can have
// very many of.
const pixelLimit = 16 << 20

// NewPicture reads a picture: of what kind it is, how large, and whether it is whole.
func NewPicture(data []byte) (*Picture, error) {
	if len(data) > pictureLimit {
		return nil, errors.New("the picture has more than 1 MB: save it smaller")
	}
	size, kind, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("not a picture that a report can show: save it as PNG or JPEG (%w)", err)
	}
	if size.Width < 1 || size.Height < 1 {
		return nil, errors.New("the picture is empty")
	}
	if size.Width*size.Height > pixelLimit {
		return nil, errors.New("the picture has more than 16 million pixels: save it smaller")
	}
	if _, _, err := image.Decode(bytes.NewReader(data)); err != nil {
		return nil, fmt.Errorf("the picture is not whole (%w): save it anew", err)
	}
	return &Picture{Kind: kind, Data: data, Width: size.Width, Height: size.Height}, nil
}

// Within is how wide and how high the picture is drawn, as large as the box lets
// it be.
func (p *Picture) Within(width, height float64) (w, h float64) {
	scale := min(width/float64(p.Width), height/float64(p.Height))
	return scale * float64(p.Width), scale * float64(p.Height)
}
