package codebook

import (
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"commonground/analysis/survey"
)

// coder returns Rules of smallBook for a survey of two open questions.
func coder(t *testing.T) *Rules {
	t.Helper()
	b, err := Load(strings.NewReader(smallBook), "small.yaml")
	if err != nil {
		t.Fatal(err)
	}
	c, err := NewRules(b)
	if err != nil {
		t.Fatal(err)
	}
	c.Ask(&survey.Survey{Questions: []survey.Question{
		{ID: "well", Kind: survey.Open, Text: "What is going well?"},
		{ID: "else", Kind: survey.Open},
	}})
	return c
}

func respond(lang survey.Lang, texts ...string) *survey.Response {
	r := &survey.Response{Answers: make([]survey.Answer, 2)}
	for _, s := range texts {
		r.Comments = append(r.Comments, survey.Comment{Text: s, Lang: lang})
	}
	return r
}

func TestCode(t *testing.T) {
	r := respond(survey.English, "n/a", "We trust her, and they keep every promise.", "Confiamos en ella y en la escuela.")
	got := coder(t).Code(nil, r)
	want := []Coding{
		{Comment: 1, Start: 3, End: 8, Tone: survey.Praise, P: 1},
		{Comment: 1, Start: 23, End: 41, Tone: survey.Praise, Rule: 1, P: 1},
		{Comment: 2, Start: 0, End: 9, Tone: survey.Praise, Rule: 2, P: 1},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for i, want := range []survey.Comment{
		{State: survey.NoContent, Lang: survey.English},
		{State: survey.Read, Lang: survey.English},
		{State: survey.Read, Lang: survey.Spanish},
	} {
		if c := r.Comments[i]; c.State != want.State || c.Lang != want.Lang {
			t.Errorf("%q: state %v, language %v; want %v, %v", c.Text, c.State, c.Lang, want.State, want.Lang)
		}
	}
	if s := r.Answers[0].State; s != survey.Read {
		t.Errorf("answer's state %v, want that of the comment that holds most", s)
	}
}

func TestCodeLeavesWhatItCannotRead(t *testing.T) {
	r := respond(survey.English, "Nous avons confiance en vous et dans les professeurs, trust.", "我们信任老师")
	if got := coder(t).Code(nil, r); len(got) > 0 {
		t.Errorf("codings %v", got)
	}
	for _, c := range r.Comments {
		if c.State != survey.NotRead || c.Lang != survey.OtherLang {
			t.Errorf("%q: state %v, language %v", c.Text, c.State, c.Lang)
		}
	}
}

// A text too short to tell its language is read in both, whatever that of its file.
func TestCodeShortTexts(t *testing.T) {
	c := coder(t)
	for _, tt := range []struct {
		main survey.Lang
		text string
		want int
	}{
		{survey.English, "Trust!", 1},
		{survey.Spanish, "Trust!", 1},
		{survey.Spanish, "Confianza", 1},
		{survey.English, "Confianza", 1},
		{survey.UnknownLang, "Trust!", 1},
		{survey.UnknownLang, "Confianza", 1},
	} {
		if got := c.Code(nil, respond(tt.main, tt.text)); len(got) != tt.want {
			t.Errorf("%q in a file in %v: %d codings, want %d", tt.text, tt.main, len(got), tt.want)
		}
	}
}

// Spans are of the text as read, entities and all.
func TestCodeSpans(t *testing.T) {
	for text, want := range map[string]string{
		"They &quot;trust&quot; us.":                        "trust",
		"&iexcl;Confi&aacute;mos en ella, nuestra maestra!": "Confi&aacute;mos",
		"They kept&nbsp;their word.":                        "kept&nbsp;their word",
		"They “kept their promise”.":                        "kept their promise",
	} {
		r := respond(survey.UnknownLang, text)
		var got []string
		for _, k := range coder(t).Code(nil, r) {
			got = append(got, text[k.Start:k.End])
		}
		if diff := cmp.Diff([]string{want}, got); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
}

func TestVetoStopsOverlapping(t *testing.T) {
	c := coder(t)
	r := respond(survey.English, "The trust fund is small, but we trust them.")
	if got := c.Code(nil, r); len(got) != 1 || got[0].Start != 32 {
		t.Errorf("codings %v, want the second trust alone", got)
	}
	ex := c.Explain(r.Comments[0].Text, -1, survey.UnknownLang)
	if len(ex.Found) != 1 || ex.Found[0].Words != "trust" || ex.Found[0].Pattern.Source != "trust*" || ex.Found[0].Theme.ID != "trust" {
		t.Errorf("found %+v", ex.Found)
	}
	if len(ex.Stopped) != 1 || ex.Stopped[0].Veto.Source != "trust fund" || ex.Stopped[0].VetoWords != "trust fund" {
		t.Errorf("stopped %+v", ex.Stopped)
	}
}

func TestExplainNegation(t *testing.T) {
	ex := coder(t).Explain("We do not really trust the office.", -1, survey.English)
	if len(ex.Found) != 1 || ex.Found[0].Negation != "not" {
		t.Errorf("found %+v, want trust, negated by not", ex.Found)
	}
	if ex := coder(t).Explain("none", -1, survey.UnknownLang); ex.State != survey.NoContent || len(ex.Found) > 0 {
		t.Errorf("%+v, want no content", ex)
	}
}

func TestNonAnswers(t *testing.T) {
	c := coder(t)
	for text, want := range map[string]survey.State{
		".": survey.NoContent, "-": survey.NoContent, "?": survey.NoContent, "1": survey.NoContent, "": survey.NoContent,
		"👍": survey.NoContent, "N/A": survey.NoContent, "n/a.": survey.NoContent, "NA": survey.NoContent,
		"None": survey.NoContent, "none at the moment, thanks": survey.NoContent, "No.": survey.NoContent,
		"Nothing comes to mind": survey.NoContent, "see above": survey.NoContent, "not sure": survey.NoContent,
		"No comment": survey.NoContent, "same as last year": survey.NoContent, "asdf": survey.NoContent,
		"xxxx": survey.NoContent, "nada": survey.NoContent, "Ninguno": survey.NoContent, "sin comentarios": survey.NoContent,
		"No tengo comentarios.": survey.NoContent, "Nada, gracias": survey.NoContent, "none &nbsp;": survey.NoContent,

		"None of the teachers call us":        survey.Read,
		"Nothing is explained to parents":     survey.Read,
		"No time":                             survey.Read,
		"Communication":                       survey.Read,
		"Nada funciona en la escuela":         survey.Read,
		"No contestan":                        survey.Read,
		"I am not sure the office reads mail": survey.Read,
		"Trust":                               survey.Read,
	} {
		r := respond(survey.English, text)
		c.Code(nil, r)
		if got := r.Comments[0].State; got != want {
			t.Errorf("%q: state %v, want %v", text, got, want)
		}
	}
}

// One coder serves many goroutines with the same result.
func TestCodeConcurrently(t *testing.T) {
	c := coder(t)
	texts := []string{"We trust her.", "They kept their word, but the trust fund is empty.", "nada", "Confiamos."}
	want := c.Code(nil, respond(survey.English, texts...))
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 50 {
				if diff := cmp.Diff(want, c.Code(nil, respond(survey.English, texts...))); diff != "" {
					t.Error(diff)
				}
			}
		})
	}
	wg.Wait()
}

func TestNewRulesRefuses(t *testing.T) {
	b, err := Load(strings.NewReader(smallBook), "small.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := NewRules(); err == nil {
		t.Error("no error for no codebook")
	}
	if _, err := NewRules(b, b); err == nil || !strings.Contains(err.Error(), `theme "trust" is in codebook small and in codebook small`) {
		t.Errorf("error %v for a theme in two codebooks", err)
	}
}

// Once its room has grown, reading a comment allocates nothing.
func TestReadAllocatesNothing(t *testing.T) {
	rd := coder(t).engine.newReading()
	read := func() {
		for _, s := range []string{
			"We trust her, but nobody calls. No news is good news!",
			"La maestra siempre cumple; confiamos en ella.",
			"n/a",
		} {
			rd.read(s, survey.English, question{})
		}
	}
	read()
	if n := testing.AllocsPerRun(20, read); n > 0 {
		t.Errorf("%v allocations", n)
	}
}
