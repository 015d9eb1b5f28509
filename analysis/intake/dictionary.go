package intake

import (
	"fmt"
	"slices"
	"strings"

	"commonground/analysis/spool"
)

// A dictionary is REDCap's list of the fields of a project: the names of
// columns, what was asked, and the choices that numbers stand for.
type dictionary struct {
	fields map[string]*field // by name
}

// A field is one row of a dictionary.
type field struct {
	label    string
	kind     string // "radio", "checkbox", "notes" …
	choices  map[string]string
	personal bool
}

// The columns of a dictionary, folded.
var (
	fieldNames  = phrases{"variable field name", "field name"}
	fieldKinds  = phrases{"field type"}
	fieldLabels = phrases{"field label"}
	fieldCodes  = phrases{"choices calculations or slider labels", "select choices or calculations", "choices or calculations"}
	fieldOwners = phrases{"identifier"}
)

// dictionary returns the dictionary that the table is, or nil.
func (t *table) dictionary(sp *spool.File) (*dictionary, error) {
	at := func(names phrases) int {
		return slices.IndexFunc(t.columns, func(c *column) bool { return names.is(c.folded) })
	}
	name, kind, text, codes, owner := at(fieldNames), at(fieldKinds), at(fieldLabels), at(fieldCodes), at(fieldOwners)
	if name < 0 || kind < 0 || text < 0 || codes < 0 {
		return nil, nil
	}
	d := &dictionary{fields: map[string]*field{}}
	for row, err := range rowsOf(sp, t) {
		if err != nil {
			return nil, err
		}
		f := &field{label: untag(cell(row.cells, text)), kind: lowered(cell(row.cells, kind)), personal: lowered(cell(row.cells, owner)) == "y"}
		f.choices = fieldChoices(f.kind, cell(row.cells, codes))
		d.fields[lowered(cell(row.cells, name))] = f
	}
	return d, nil
}

// fieldChoices reads "1, Phone | 2, E-mail".
func fieldChoices(kind, list string) map[string]string {
	choices := map[string]string{}
	switch kind {
	case "yesno":
		return map[string]string{"1": "Yes", "0": "No"}
	case "truefalse":
		return map[string]string{"1": "True", "0": "False"}
	case "radio", "dropdown", "checkbox":
	default:
		return nil
	}
	for choice := range strings.SplitSeq(list, "|") {
		if code, text, ok := strings.Cut(choice, ","); ok {
			choices[choiceCode(code)] = untag(text)
		}
	}
	return choices
}

// choiceCode returns a code as REDCap writes it in the names of columns.
func choiceCode(code string) string { return strings.ReplaceAll(lowered(code), "-", "_") }

// of returns the field that a column holds, or nil; and the choice that the
// column is for, where the field has a column for each.
func (d *dictionary) of(h heading) (f *field, choice string) {
	name, code, _ := strings.Cut(lowered(h.code), "___")
	f = d.fields[name]
	if f != nil && code != "" {
		choice = f.choices[choiceCode(code)]
	}
	return f, choice
}

// translate puts the words of the dictionary for codes, if it is of the table.
func (t *table) translate(d *dictionary, sp *spool.File) (bool, error) {
	codes := make([]map[string]string, len(t.columns))
	known := 0
	for i, h := range t.header.headings {
		f, choice := d.of(h)
		if f == nil {
			continue
		}
		known++
		t.header.headings[i] = f.heading(h, choice)
		if !h.choice {
			codes[i] = f.choices
		}
	}
	if known*2 < len(t.columns)-2 || known == 0 || t.page != nil || t.long != nil {
		return false, nil
	}
	distinguish(t.header.headings)
	for i, c := range t.columns {
		if f, _ := d.of(c.heading); f != nil && f.personal && c.given == "" {
			c.given = Personal
		}
		c.heading = t.header.headings[i]
		if c.known == nil && c.use == "" {
			t.known.tell(c)
		}
	}
	return true, t.rewrite(sp, nil, func(_ int, cells []string) []string {
		for i, c := range cells {
			if text, ok := codes[i][choiceCode(c)]; ok && text != "" {
				cells[i] = text
			}
		}
		return cells
	})
}

// heading returns a heading in the words of the field.
func (f *field) heading(h heading, choice string) heading {
	if f.label != "" {
		h.head = f.label
	}
	if choice != "" {
		h.item = choice
	}
	h.written = f.kind == "notes"
	h.name = h.title(0)
	return h
}

// translate translates the tables that a dictionary is of.
func (in *Intake) translate() error {
	for _, d := range in.dictionaries {
		for _, t := range in.tables {
			done, err := t.translate(d, in.spool)
			if err != nil {
				return err
			}
			if done {
				t.header.notes = append(t.header.notes, "The words for codes are from the data dictionary.")
			}
		}
	}
	if len(in.tables) == 0 && len(in.dictionaries) > 0 {
		return fmt.Errorf("%s: this is a data dictionary, which has no answers: name the file of the answers as well", in.Reads[0].File)
	}
	return nil
}
