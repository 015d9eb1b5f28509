package long

import (
	"compress/flate"
	"errors"
	"hash/crc32"
	"io"
)

// A piece is a stretch of a part of a workbook, compressed. Pieces that were
// written one after the other make a whole when the last of them is ended.
type piece struct {
	kept
	deflate *flate.Writer
	size    int64  // before compression
	sum     uint32 // CRC-32 before compression
}

func newPiece(dir string) *piece {
	p := &piece{kept: kept{dir: dir}}
	p.deflate = newDeflate(&p.kept)
	return p
}

// newDeflate takes little time to compress: sheets are repetitive, and the best
// level gains a tenth for three times the time.
func newDeflate(w io.Writer) *flate.Writer {
	deflate, err := flate.NewWriter(w, flate.BestSpeed)
	if err != nil {
		panic(err) // there is that level
	}
	return deflate
}

func (p *piece) Write(b []byte) (int, error) {
	p.size += int64(len(b))
	p.sum = crc32.Update(p.sum, crc32.IEEETable, b)
	return p.deflate.Write(b)
}

// put writes b so that another piece can follow.
func (p *piece) put(b []byte) error {
	_, err := p.Write(b)
	return errors.Join(err, p.deflate.Flush())
}

// joined is the sum of what has the sum before, followed by the piece. A CRC is
// linear: behind as many zeros as the piece is long, what came before differs
// by as much as it does behind the piece.
func (p *piece) joined(before uint32) uint32 {
	return behindZeros(before, p.size) ^ behindZeros(0, p.size) ^ p.sum
}

// behindZeros is the sum of what has the sum before, followed by n zeros.
func behindZeros(before uint32, n int64) uint32 {
	var zeros [1 << 14]byte
	for ; n > 0; n -= min(n, int64(len(zeros))) {
		before = crc32.Update(before, crc32.IEEETable, zeros[:min(n, int64(len(zeros)))])
	}
	return before
}
