package sheet

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// Number formats that let excelize's row iterator tell what a number stands for:
// a mark, which no text of a workbook can hold, and the number as it is stored.
const (
	dateMark  = "\x02"
	clockMark = "\x03"
	stored    = "0.0000000000" // days, to some 10 microseconds
)

// markStyles gives every style of the workbook one of three number formats:
// marked for those that show dates and times, and none for the others, so that
// numbers come as they are stored, whatever the workbook shows. (Having excelize
// write the dates takes 0.2 ms for each.)
func markStyles(book *excelize.File) error {
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
	date, err := addNumberFormat(book, `"`+dateMark+`"`+stored)
	if err != nil {
		return err
	}
	clock, err := addNumberFormat(book, `"`+clockMark+`"`+stored)
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
			*id = &date
		case showsClock:
			*id = &clock
		default:
			*id = &none
		}
	}
	return nil
}

func countsFrom1904(book *excelize.File) bool {
	props, err := book.GetWorkbookProps()
	return err == nil && props.Date1904 != nil && *props.Date1904
}

// plainCell writes a marked number as ISO 8601, or what has no date as a number.
func plainCell(c string, since1904 bool) string {
	number, sign := strings.TrimPrefix(c, "-"), ""
	if len(number) < len(c) {
		sign = "-"
	}
	if !strings.HasPrefix(number, dateMark) && !strings.HasPrefix(number, clockMark) {
		return c
	}
	days, err := strconv.ParseFloat(sign+number[1:], 64)
	if err != nil {
		return number[1:]
	}
	const leapYear, year10000 = 366, 2958466
	t, err := excelize.ExcelDateToTime(days, since1904)
	switch hours := days*24 + 0.5/3600; {
	case err != nil || days >= year10000:
		return strconv.FormatFloat(days, 'f', -1, 64)
	case days < 1, days < leapYear && strings.HasPrefix(number, clockMark):
		return fmt.Sprintf("%02d:%02d:%02d", int(hours), int(hours*60)%60, int(hours*3600)%60)
	case t.Equal(t.Truncate(24 * time.Hour)):
		return t.Format(time.DateOnly)
	}
	return t.Format("2006-01-02T15:04:05")
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
