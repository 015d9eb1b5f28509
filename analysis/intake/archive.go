package intake

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
)

const (
	// unpackedLimit is what a zip may unpack to: six times the answers of a
	// million people. Beyond it is no survey but a zip bomb.
	unpackedLimit = 4 << 30
	// unpackedFileLimit is what one file in it may unpack to.
	unpackedFileLimit = 2 << 30
	// bombSize is from what size on a zip may not unpack to more than bombRatio
	// times its own: the plainest answers to choose from pack to a fiftieth.
	bombSize  = 64 << 20
	bombRatio = 200
	// heldFileLimit is the longest file that is unpacked to memory; longer ones
	// go to a working file.
	heldFileLimit = 4 << 20
)

// An archive is a zip file as a folder of all files in it, named by their
// whole paths. A file is unpacked when it is opened.
type archive struct {
	source Source
	spool  string
}

func isZip(r io.ReaderAt) bool {
	var head [4]byte
	_, err := r.ReadAt(head[:], 0)
	return err == nil && (string(head[:]) == "PK\x03\x04" || string(head[:]) == "PK\x05\x06") // the latter of one without files
}

// parts are the files in the archive.
func (a archive) parts() ([]*zip.File, io.Closer, error) {
	r, size, closer, err := a.source.open()
	if err != nil {
		return nil, nil, err
	}
	dir, err := zip.NewReader(r, size)
	if err == nil {
		var parts []*zip.File
		if parts, err = checkParts(dir.File); err == nil {
			return parts, closer, nil
		}
	}
	return nil, nil, errors.Join(err, closer.Close())
}

func checkParts(all []*zip.File) ([]*zip.File, error) {
	var files []*zip.File
	var total, packed uint64
	seen := make(map[string]bool)
	for _, f := range all {
		if strings.HasSuffix(f.Name, "/") {
			continue
		}
		total += f.UncompressedSize64
		packed += f.CompressedSize64
		const encrypted = 1 // bit 0 of the flags (APPNOTE.TXT, 4.4.4)
		switch {
		case f.UncompressedSize64 > unpackedFileLimit || total > unpackedLimit:
			return nil, errors.New("the zip file is refused: it would unpack to more than any survey needs; unpack it and name the files to read")
		case isBomb(f.UncompressedSize64, f.CompressedSize64) || isBomb(total, packed):
			return nil, fmt.Errorf("the zip file is refused: %s unpacks to more than %d times its size, as files do that are made to fill a disk; if it is a survey, unpack it and name the files to read",
				printable(f.Name), bombRatio)
		case f.Flags&encrypted != 0:
			return nil, errors.New("the zip file is protected with a password: unpack it, and name the files in it")
		case seen[f.Name]:
			return nil, fmt.Errorf("the zip file has two files called %s: unpack it, and name the files in it", printable(f.Name))
		}
		seen[f.Name] = true
		files = append(files, f)
	}
	return files, nil
}

func isBomb(size, packed uint64) bool { return size > bombSize && size/bombRatio > packed }

// ReadDir gives all files, in whichever folder of the archive; name is ".".
func (a archive) ReadDir(string) ([]fs.DirEntry, error) {
	parts, closer, err := a.parts()
	if err != nil {
		return nil, err
	}
	defer closer.Close()
	var entries []fs.DirEntry
	for _, p := range parts {
		entries = append(entries, fs.FileInfoToDirEntry(member{p.FileInfo(), p.Name}))
	}
	return entries, nil
}

// A member is a file of an archive by its whole path.
type member struct {
	fs.FileInfo
	path string
}

func (m member) Name() string { return m.path }

// Stat tells of a file without unpacking it.
func (a archive) Stat(name string) (fs.FileInfo, error) {
	parts, closer, err := a.parts()
	if err != nil {
		return nil, err
	}
	defer closer.Close()
	for _, p := range parts {
		if p.Name == name {
			return member{p.FileInfo(), name}, nil
		}
	}
	return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrNotExist}
}

// Open unpacks a file.
func (a archive) Open(name string) (fs.File, error) {
	parts, closer, err := a.parts()
	if err != nil {
		return nil, err
	}
	defer closer.Close()
	for _, p := range parts {
		if p.Name == name {
			return a.unpack(p)
		}
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

func (a archive) unpack(p *zip.File) (fs.File, error) {
	r, err := p.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	if p.UncompressedSize64 <= heldFileLimit {
		data, err := io.ReadAll(r) // no more than the size stated, or an error
		return &held{Reader: bytes.NewReader(data), info: p.FileInfo()}, err
	}
	f, err := os.CreateTemp(a.spool, "commonground-*.spool")
	if err != nil {
		return nil, fmt.Errorf("making a working file: %w", err)
	}
	w := working{File: f, named: os.Remove(f.Name()) != nil}
	if _, err := io.Copy(f, r); err != nil {
		return nil, errors.Join(err, w.Close())
	}
	return w, nil
}

// held is an unpacked file in memory.
type held struct {
	*bytes.Reader
	info fs.FileInfo
}

func (h *held) Stat() (fs.FileInfo, error) { return h.info, nil }
func (h *held) Close() error               { return nil }

// working is an unpacked file on disk, without a name where the system allows
// it, and readable by its owner alone.
type working struct {
	*os.File
	named bool
}

func (w working) Close() error {
	err := w.File.Close()
	if w.named {
		err = errors.Join(err, os.Remove(w.Name()))
	}
	return err
}
