// Package number says what a number in an Excel workbook stands for, under the
// number format of its cell.
package number

import (
	"bytes"
	"fmt"
	"math"
	"strconv"
	"time"
)

// A Kind is what a number format shows.
type Kind uint8

const (
	Number Kind = iota // shares and amounts as well: 25 % is 0.25
	Date               // with or without a time
	Clock              // a time of day, or hours that count on
)

// Text writes dates and times as ISO 8601, and other numbers in shortest
// decimal. Days count from 1900, or from 1904 as a workbook says.
func Text(v float64, kind Kind, since1904 bool) string {
	if kind == Number {
		return Plain(v)
	}
	return dateText(v, kind, since1904)
}

// Plain is a number in shortest decimal. It has no more digits than a spreadsheet
// shows: what its arithmetic leaves behind the 15th is dropped. Only what is far
// out of a survey's range has an exponent.
func Plain(v float64) string {
	const exact = 1e15
	if whole := int64(v); -exact < v && v < exact && float64(whole) == v {
		return strconv.FormatInt(whole, 10)
	}
	var b [32]byte
	if short := strconv.AppendFloat(b[:0], math.Abs(v), 'e', -1, 64); bytes.IndexByte(short, 'e') > len("1.")+14 {
		v, _ = strconv.ParseFloat(string(strconv.AppendFloat(b[:0], v, 'e', 14, 64)), 64)
	}
	if size := math.Abs(v); size < 1e-9 || size >= 1e21 {
		return strconv.FormatFloat(v, 'G', -1, 64)
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// dateText writes days since the workbook's first day, or what has no date as a
// number.
func dateText(days float64, kind Kind, since1904 bool) string {
	const leapYear, year10000, february29 = 366, 2958466, 60
	if !(0 <= days && days < year10000) {
		return Plain(days)
	}
	seconds := int64(math.Round(days * 86400))
	if days < 1 || days < leapYear && kind == Clock {
		return fmt.Sprintf("%02d:%02d:%02d", seconds/3600, seconds/60%60, seconds%60)
	}
	epoch := time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case since1904:
		epoch = time.Date(1904, time.January, 1, 0, 0, 0, 0, time.UTC)
	case days < february29: // Excel counts one that 1900 didn't have
		epoch = epoch.AddDate(0, 0, 1)
	}
	t := epoch.AddDate(0, 0, int(seconds/86400)).Add(time.Duration(seconds%86400) * time.Second)
	if seconds%86400 == 0 {
		return t.Format(time.DateOnly)
	}
	return t.Format("2006-01-02T15:04:05")
}
