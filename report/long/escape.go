package long

// escapes are how the bytes are written that stand for something else in XML.
// The underscore is looked at because _x0041_ stands for a character by its
// number in the texts of a workbook (ECMA-376, 22.9.2.19).
var escapes = [256]string{'&': "&amp;", '<': "&lt;", '>': "&gt;", '"': "&#34;", '\'': "&#39;", '\t': "&#x9;", '_': "_x005F_"}

// appendEscaped appends a text that is fit for a cell.
func appendEscaped(dst []byte, s string) []byte {
	done := 0
	for i := 0; i < len(s); i++ {
		if escape := escapes[s[i]]; escape != "" && (s[i] != '_' || isNumbered(s[i:])) {
			dst = append(append(dst, s[done:i]...), escape...)
			done = i + 1
		}
	}
	return append(dst, s[done:]...)
}

// isNumbered reports whether s begins like _x0041_.
func isNumbered(s string) bool {
	if len(s) < len("_x0041_") || s[1] != 'x' || s[6] != '_' {
		return false
	}
	for _, b := range []byte(s[2:6]) {
		if !('0' <= b && b <= '9' || 'a' <= b|0x20 && b|0x20 <= 'f') {
			return false
		}
	}
	return true
}
