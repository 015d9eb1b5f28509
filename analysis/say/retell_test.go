package say

import "testing"

// What readers of files say is said in Spanish, and what they put in stays as it was
// written.
func TestRetell(t *testing.T) {
	for english, want := range map[string]string{
		"the row is empty": "la fila está vacía",
		"the row has 7 cells, the header has 5 columns":                                       "la fila tiene 7 celdas y el encabezado tiene 5 columnas",
		`The sheet "Q1 (old)" is hidden in the workbook; it was read as the others are.`:      `La hoja "Q1 (old)" está oculta en el libro; se leyó igual que las demás.`,
		`The column "a \"b\"" names no theme of the codebook and is left out.`:                `La columna "a \"b\"" no nombra ningún tema del libro de códigos y no se toma en cuenta.`,
		"People decided on 12 of 40 answers: their codes count there, and not the program's.": "Sobre 12 de 40 respuestas decidieron personas: ahí cuentan sus códigos y no los del programa.",
		"1 checked row matches no answer: row 4 (nobody wrote these words).":                  "1 fila revisada no corresponde a ninguna respuesta: fila 4 (nadie escribió esas palabras).",
		"notes.pdf was left out: a PDF.":                                                      "notes.pdf no se tomó en cuenta: a PDF.",
		"5 comments were left out: 1 spam, 2 in the trash, 2 without text.":                   "No se tomaron en cuenta 5 comentarios: 1 de correo basura, 2 en la papelera, 2 sin texto.",
		`No file has a column "Noets" (status); did you mean "Notes"?`:                        `Ningún archivo tiene una columna "Noets" (status); ¿quiso decir "Notes"?`,
		"1 comment was left out: 1 deleted.":                                                  "No se tomó en cuenta 1 comentario: 1 por haberse borrado.",
		`Sheet "Staff" was left out: it shares no column with sheet "Q1".`:                    `La hoja "Staff" no se tomó en cuenta: no comparte ninguna columna con la hoja "Q1".`,
		"Themes":                    "Temas",
		"what nobody has ever said": "what nobody has ever said",
		"":                          "",
	} {
		if got := Spanish.Retell(english); got != want {
			t.Errorf("%q is told as %q, want %q", english, got, want)
		}
		if got := English.Retell(english); got != english {
			t.Errorf("in English, %q is told as %q", english, got)
		}
	}
}
