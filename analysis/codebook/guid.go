package codebook

import (
	"crypto/sha1"
	"encoding/hex"
	"io"
)

// urlSpace is the name space of URLs in RFC 9562, 6.6.
var urlSpace = [16]byte{0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8}

// GUID returns the UUID of version 5 (RFC 9562, 5.5) of a name of ours: the same
// name has the same one everywhere and always.
func GUID(name string) string { return guid(urlSpace, "commonground:"+name) }

func guid(space [16]byte, name string) string {
	h := sha1.New()
	h.Write(space[:])
	io.WriteString(h, name)
	u := h.Sum(nil)[:16]
	u[6] = u[6]&0x0f | 0x50
	u[8] = u[8]&0x3f | 0x80
	s := hex.EncodeToString(u)
	return s[:8] + "-" + s[8:12] + "-" + s[12:16] + "-" + s[16:20] + "-" + s[20:]
}
