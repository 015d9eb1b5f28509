package sheet

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// plainStyles gives every style of the workbook one of three number formats:
// ISO 8601 to those that show dates, hours to those that show times, and none to
// the others. excelize's row iterator then writes dates so that they can be read
// back, and numbers as they are stored, whatever the workbook shows.
func plainStyles(book *excelize.File) error {
	if book.Styles == nil || book.Styles.CellXfs == nil {
		return nil
	}
	custom := make(map[int]string)
	if book.Styles.NumFmts != nil {
		for _, f := range book.Styles.NumFmts.NumFmt {
			custom[f.NumFmtID] = f.FormatCode
		}
	}
	styles := len(book.Styles.CellXfs.Xf)
	dateTime, err := addNumberFormat(book, `yyyy-mm-dd"T"hh:mm:ss`)
	if err != nil {
		return err
	}
	clock, err := addNumberFormat(book, `hh:mm:ss`)
	if err != nil {
		return err
	}
	none := -1
	for i := range book.Styles.CellXfs.Xf[:styles] {
		id := &book.Styles.CellXfs.Xf[i].NumFmtID
		if *id == nil {
			continue
		}
		switch kindOf(**id, custom) {
		case showsDate:
			*id = &dateTime
		case showsClock:
			*id = &clock
		default:
			*id = &none
		}
	}
	return nil
}

func addNumberFormat(book *excelize.File, code string) (int, error) {
	style, err := book.NewStyle(&excelize.Style{CustomNumFmt: &code})
	if err != nil {
		return 0, err
	}
	return *book.Styles.CellXfs.Xf[style].NumFmtID, nil
}

type numberKind uint8

const (
	showsNumber numberKind = iota
	showsDate
	showsClock
)

// kindOf tells what a number format shows. The built-in formats have no code in
// the file (ECMA-376 part 1, 18.8.30).
func kindOf(id int, custom map[int]string) numberKind {
	if code, ok := custom[id]; ok {
		return kindOfCode(code)
	}
	switch {
	case 14 <= id && id <= 17, id == 22, 27 <= id && id <= 31, id == 36, 50 <= id && id <= 58:
		return showsDate
	case 18 <= id && id <= 21, 32 <= id && id <= 35, 45 <= id && id <= 47:
		return showsClock
	}
	return showsNumber
}

// kindOfCode looks for the letters of dates and times in the first section of a
// format code, outside of quotes, escapes and brackets.
func kindOfCode(code string) numberKind {
	date, clock, month := false, false, false
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case ';':
			i = len(code)
		case '\\', '_', '*':
			i++
		case '"':
			i += 1 + strings.IndexByte(code[i+1:]+`"`, '"')
		case '[':
			end := i + strings.IndexByte(code[i:]+"]", ']')
			inside := strings.ToLower(code[i+1 : min(end, len(code))])
			clock = clock || inside != "" && strings.Trim(inside, "hms") == ""
			i = end
		case 'y', 'Y', 'd', 'D':
			date = true
		case 'm', 'M':
			month = true
		case 'h', 'H', 's', 'S':
			clock = true
		case 'G':
			if strings.HasPrefix(code[i:], "General") {
				i += len("General") - 1
			}
		}
	}
	switch {
	case date, month && !clock:
		return showsDate
	case clock:
		return showsClock
	}
	return showsNumber
}
