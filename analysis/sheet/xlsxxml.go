package sheet

import (
	"archive/zip"
	"fmt"
	"io"

	xmlcharset "golang.org/x/net/html/charset"

	"commonground/analysis/sheet/markup"
)

// lexerOf cuts the XML of a part as excelize's decoder would.
func lexerOf(part io.Reader) *markup.Lexer {
	lexer := markup.NewLexer(part)
	lexer.CharsetReader = xmlcharset.NewReaderLabel
	return lexer
}

// sharedLimit is how many shared texts a workbook may have: 4 for each row of a
// full sheet, without a repetition.
const sharedLimit = 1 << 22

// textLengths reads the texts that sheets share to their end; part may be nil.
func textLengths(part *zip.File) (lengths []uint32, err error) {
	if part == nil {
		return nil, nil
	}
	length, inText := 0, false
	var text []byte
	err = eachToken(part, func(t *markup.Token) error {
		switch {
		case t.Kind == markup.Text:
			if inText {
				text = t.AppendText(text[:0])
				length += len(text)
			}
		case string(t.Name.Local) == "t":
			inText = t.Kind == markup.Start
		case string(t.Name.Local) == "si" && t.Kind == markup.End:
			lengths, length = append(lengths, uint32(length)), 0
		}
		if len(lengths) > sharedLimit {
			return fmt.Errorf("more than %d texts", sharedLimit)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("%s: behind text %d: %w", part.Name, len(lengths), err)
	}
	return lengths, nil
}

// eachToken gives the tokens of a part.
func eachToken(part *zip.File, take func(*markup.Token) error) error {
	xml, err := part.Open()
	if err != nil {
		return err
	}
	defer xml.Close()
	lexer := lexerOf(markup.Unpacked{ReadCloser: xml})
	for {
		token, err := lexer.Next()
		if err == io.EOF {
			return nil
		}
		if err == nil {
			err = take(token)
		}
		if err != nil {
			return err
		}
	}
}

// eachStart gives the start tags of a part.
func eachStart(part *zip.File, take func(*markup.Token)) error {
	err := eachToken(part, func(t *markup.Token) error {
		if t.Kind == markup.Start {
			take(t)
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("%s: %w", part.Name, err)
	}
	return nil
}
