package findings

import (
	"strconv"
	"strings"
)

// rounded writes v times 10^shift with so many decimal places, halves away
// from zero and thousands grouped. It works on the digits of v, not on v, as
// 0.285 × 100 is not 28.5 in floating point. A result of zero has no sign.
func rounded(v float64, shift, places int) string {
	m, exponent := decimal(v)
	digits := scaled(m, exponent+shift+places)
	if missing := places + 1 - len(digits); missing > 0 {
		digits = strings.Repeat("0", missing) + digits
	}
	point := len(digits) - places
	text := grouped(digits[:point])
	if places > 0 {
		text += "." + digits[point:]
	}
	if v < 0 && strings.Trim(digits, "0") != "" {
		text = "-" + text
	}
	return text
}

// decimal returns |v| as m × 10^exponent, m having at most 15 digits, which is
// what a spreadsheet keeps of a number.
func decimal(v float64) (m uint64, exponent int) {
	text := strconv.FormatFloat(v, 'e', 14, 64)
	mantissa, power, _ := strings.Cut(strings.TrimPrefix(text, "-"), "e")
	m, _ = strconv.ParseUint(strings.Replace(mantissa, ".", "", 1), 10, 64)
	exponent, _ = strconv.Atoi(power)
	return m, exponent - 14
}

// scaled returns the digits of m × 10^exponent as a whole number.
func scaled(m uint64, exponent int) string {
	switch {
	case m == 0 || exponent < -15:
		return "0"
	case exponent >= 0:
		return strconv.FormatUint(m, 10) + strings.Repeat("0", exponent)
	}
	unit := uint64(1)
	for range -exponent {
		unit *= 10
	}
	return strconv.FormatUint((m+unit/2)/unit, 10)
}

// grouped puts a comma before every three digits.
func grouped(digits string) string {
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}
