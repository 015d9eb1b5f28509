package xls

import (
	"fmt"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// codePages are what CODEPAGE records of BIFF5 name.
var codePages = map[uint16]encoding.Encoding{
	367:    charmap.Windows1252, // ASCII
	437:    charmap.CodePage437,
	850:    charmap.CodePage850,
	852:    charmap.CodePage852,
	855:    charmap.CodePage855,
	858:    charmap.CodePage858,
	860:    charmap.CodePage860,
	862:    charmap.CodePage862,
	863:    charmap.CodePage863,
	865:    charmap.CodePage865,
	866:    charmap.CodePage866,
	874:    charmap.Windows874,
	932:    japanese.ShiftJIS,
	936:    simplifiedchinese.GBK,
	949:    korean.EUCKR,
	950:    traditionalchinese.Big5,
	1250:   charmap.Windows1250,
	1251:   charmap.Windows1251,
	1252:   charmap.Windows1252,
	1253:   charmap.Windows1253,
	1254:   charmap.Windows1254,
	1255:   charmap.Windows1255,
	1256:   charmap.Windows1256,
	1257:   charmap.Windows1257,
	1258:   charmap.Windows1258,
	10000:  charmap.Macintosh,
	10007:  charmap.MacintoshCyrillic,
	0x8000: charmap.Macintosh,
	0x8001: charmap.Windows1252,
}

func codePage(number uint16) (encoding.Encoding, error) {
	if page, ok := codePages[number]; ok {
		return page, nil
	}
	return nil, fmt.Errorf("its texts are in code page %d, which is not read: %s", number, resave)
}
