package xls

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
)

// The records that are read; all others are passed over.
const (
	recFormula    = 0x0006
	recEOF        = 0x000A
	recExternBook = 0x0017 // EXTERNSHEET of BIFF5
	recDateMode   = 0x0022
	recFilePass   = 0x002F
	recContinue   = 0x003C
	recCodePage   = 0x0042
	recBoundSheet = 0x0085
	recMulRK      = 0x00BD
	recObProj     = 0x00D3
	recRString    = 0x00D6
	recXF         = 0x00E0
	recSST        = 0x00FC
	recLabelSST   = 0x00FD
	recSupBook    = 0x01AE
	recNumber     = 0x0203
	recLabel      = 0x0204
	recBoolErr    = 0x0205
	recString     = 0x0207
	recRK         = 0x027E
	recFormula4   = 0x0406 // FORMULA of BIFF4, which some writers of BIFF5 kept
	recFormat     = 0x041E
	recBOF        = 0x0809
)

// records reads a stream record by record.
type records struct {
	r    *bufio.Reader
	id   uint16
	body []byte // valid until the next record
	held int    // bytes of r that the record takes
}

// recordsBuffer has room for the longest record that a length of 16 bits allows
// and the head of the next.
const recordsBuffer = 128 << 10

func newRecords(r io.Reader) *records {
	return &records{r: bufio.NewReaderSize(r, recordsBuffer)}
}

// next reads the next record. The end of the stream is an error, for a workbook
// says where it ends.
func (r *records) next() error {
	r.r.Discard(r.held)
	r.held = 0
	head, err := r.r.Peek(4)
	if err != nil {
		return noEOF(err)
	}
	id, length := binary.LittleEndian.Uint16(head), int(binary.LittleEndian.Uint16(head[2:]))
	all, err := r.r.Peek(4 + length)
	if err != nil {
		return noEOF(err)
	}
	r.id, r.body, r.held = id, all[4:], len(all)
	return nil
}

// carryOn reads the CONTINUE record that follows; without one, the record that
// is read is too short.
func (r *records) carryOn() error {
	all, err := r.r.Peek(r.held + 4)
	if err != nil {
		return noEOF(err)
	}
	if binary.LittleEndian.Uint16(all[r.held:]) != recContinue {
		return errShort
	}
	return r.next()
}

func (r *records) continues() bool {
	all, err := r.r.Peek(r.held + 4)
	return err == nil && binary.LittleEndian.Uint16(all[r.held:]) == recContinue
}

var errCut = errors.New("it ends in the middle")

func noEOF(err error) error {
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		return errCut
	}
	return err
}
