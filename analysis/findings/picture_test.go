package findings

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"
)

func TestPictures(t *testing.T) {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 300, 100))); err != nil {
		t.Fatal(err)
	}
	p, err := NewPicture(b.Bytes())
	if err != nil || p.Kind != "png" || p.Width != 300 || p.Height != 100 {
		t.Fatalf("%+v, %v", p, err)
	}
	for box, want := range map[[2]float64][2]float64{{150, 150}: {150, 50}, {600, 20}: {60, 20}} {
		if w, h := p.Within(box[0], box[1]); w != want[0] || h != want[1] {
			t.Errorf("within %v it is %v by %v, want %v", box, w, h, want)
		}
	}
	for want, data := range map[string][]byte{
		"save it as PNG or JPEG": []byte("<svg/>"), "more than 1 MB": make([]byte, pictureLimit+1),
	} {
		if _, err := NewPicture(data); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
}
