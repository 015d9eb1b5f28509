package markup

import (
	"archive/zip"
	"compress/flate"
	"errors"
	"io"
)

// ErrPacked is what Plain gives for damage within a zip file.
var ErrPacked = errors.New("what is packed in it is damaged, or was not completely downloaded")

// Unpacked is a part of a zip file; its errors are Plain.
type Unpacked struct{ io.ReadCloser }

func (u Unpacked) Read(b []byte) (int, error) {
	n, err := u.ReadCloser.Read(b)
	return n, Plain(err)
}

// Plain puts what unpacking stumbles over in words that a person knows; other
// errors stay as they are.
func Plain(err error) error {
	var corrupt flate.CorruptInputError
	if errors.As(err, &corrupt) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, zip.ErrChecksum) || errors.Is(err, zip.ErrFormat) {
		return ErrPacked
	}
	return err
}
