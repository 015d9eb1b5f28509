package qda

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"commonground/analysis/codebook"
	"commonground/analysis/review"
	"commonground/analysis/survey"
)

func read(t rapid.TB, data []byte) *review.Decisions {
	t.Helper()
	d, err := ReadDecisions("study.qdpx", bytes.NewReader(data), int64(len(data)), themes)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// edited is a project after another program, or a person in it, has changed its
// project.qde.
func edited(t rapid.TB, data []byte, change func(project string) string) []byte {
	t.Helper()
	var all [][2]string
	for name, content := range parts(t, data) {
		if name == projectFile {
			changed := change(content)
			if changed == content {
				t.Fatal("the test changes nothing")
			}
			content = changed
		}
		all = append(all, [2]string{name, content})
	}
	return packed(t, all...)
}

// packed is a zip file of files, each with its name and what is in it.
func packed(t rapid.TB, files ...[2]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, file := range files {
		w, err := z.Create(file[0])
		if err == nil {
			_, err = io.WriteString(w, file[1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWhatWasWrittenComesBack(t *testing.T) {
	got := read(t, written(t, cases()))
	want := &review.Decisions{
		File: "study.qdpx", Themes: []string{"trust", "climate/food"}, Shown: true, NonAnswers: true,
		All: []review.Decision{
			{
				Comment: review.Comment{Respondent: "1", Question: "works", Text: strings.ReplaceAll(praised, "\r", "")}, Row: 1,
				Codes: []review.Code{{Theme: "trust", Tone: survey.Praise, Toned: true}, {Theme: "climate/food", Tone: survey.Concern, Toned: true}},
			},
			{
				Comment: review.Comment{Respondent: "1", Question: "better", Text: wished}, Row: 1,
				Checked: true, Coder: "Ana", When: time.Date(2026, 5, 30, 0, 0, 0, 0, time.UTC),
				Codes: []review.Code{{Theme: "trust", Tone: survey.Wish, Toned: true}},
			},
			{Comment: review.Comment{Respondent: "12", Question: "better", Text: "n/a"}, Row: 12, NoContent: true},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("decisions (-want +got):\n%s", diff)
	}
}

// Whatever people wrote and coders said: the codes of each answer come back.
func TestAnyCodesComeBack(t *testing.T) {
	letters := rapid.SampledFrom([]rune("ab é\U0001f642\U0001f469\u200d\U0001f467ñ<&>\"\n\r\t\x00'="))
	comments := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Comment {
		c := of(rapid.IntRange(1, 2).Draw(t, "question"), "x"+rapid.StringOf(letters).Draw(t, "text")+"y")
		for range rapid.IntRange(0, 4).Draw(t, "mentions") {
			bounds := []int{0, len(c.Text)}
			for i := range c.Text {
				bounds = append(bounds, i)
			}
			from, to := rapid.SampledFrom(bounds).Draw(t, "start"), rapid.SampledFrom(bounds).Draw(t, "end")
			c.Codings = append(c.Codings, codebook.Coding{
				Theme: rapid.IntRange(0, 1).Draw(t, "theme"), Start: min(from, to), End: max(from, to),
				Tone: survey.Tone(rapid.IntRange(0, 3).Draw(t, "tone")), By: codebook.Source(rapid.IntRange(0, 2).Draw(t, "by")),
			})
		}
		c.Checked = rapid.Bool().Draw(t, "checked")
		return c
	}), 1, 4)
	rapid.Check(t, func(t *rapid.T) {
		wrote := comments.Draw(t, "comments")
		got := read(t, written(t, []*Case{newCase(7, wrote...)}))
		if len(got.Notes) > 0 || len(got.All) != len(wrote) {
			t.Fatalf("%d answers of %d, notes %q", len(got.All), len(wrote), got.Notes)
		}
		for i, c := range wrote {
			d := got.All[i]
			if d.Comment.Ref().Text != (review.Comment{Text: c.Text}).Ref().Text {
				t.Errorf("%q came back as %q", c.Text, d.Comment.Text)
			}
			byPerson := false
			for _, k := range c.Codings {
				byPerson = byPerson || k.By == codebook.ByPerson
			}
			if d.Checked != (c.Checked || byPerson) {
				t.Errorf("%q is checked: %t", c.Text, d.Checked)
			}
			for at, theme := range themes {
				_, want := codebook.ToneOf(c.Codings, at)
				if _, ok := d.Code(theme.ID); ok != want {
					t.Errorf("%q has %s: %t, want %t", c.Text, theme.ID, ok, want)
				}
			}
		}
	})
}

// selection is a code that a person gives to a place.
func selection(start, end, code string) string {
	return `<PlainTextSelection guid="0" startPosition="` + start + `" endPosition="` + end + `" creatingUser="ben"><Coding guid="1" creatingUser="ben" creationDateTime="2026-06-01T10:00:00Z">` +
		`<CodeRef targetGUID="` + code + `"/></Coding></PlainTextSelection>`
}

// codeOf finds the GUID of a code by its name.
func codeOf(t rapid.TB, project, name string) string {
	t.Helper()
	m := regexp.MustCompile(`<Code guid="([^"]+)" name="` + name + `"`).FindStringSubmatch(project)
	if m == nil {
		t.Fatalf("no code %q", name)
	}
	return m[1]
}

// insert puts what a person does before the first selection, and Ben among the
// users.
func insert(project, what string) string {
	project = strings.Replace(project, "</Users>", `<User guid="{BEN}" name="Ben"/></Users>`, 1)
	at := strings.Index(project, "<PlainTextSelection")
	return project[:at] + what + project[at:]
}

func TestACodeByAPersonDecidesItsAnswer(t *testing.T) {
	data := edited(t, written(t, cases()), func(p string) string {
		// From the question's last word to beyond the end of the answer's first sentence.
		return insert(p, selection("8", "42", strings.ToUpper(codeOf(t, p, "Food: praise"))))
	})
	got := read(t, data).All
	first := got[0]
	if !first.Checked || first.Coder != "Ben" || first.When.IsZero() || got[2].Checked {
		t.Errorf("decisions are %+v", got)
	}
	if c, _ := first.Code("climate/food"); c.Tone != survey.Praise {
		t.Errorf("the program's tone %s goes before a person's", c.Tone)
	}
	if c, _ := first.Code("trust"); c.Tone != survey.Praise {
		t.Error("what Ben left as it was is gone")
	}
}

// A theme without a tone is a code too.
func TestAThemeAlone(t *testing.T) {
	data := edited(t, written(t, cases()), func(p string) string { return insert(p, selection("12", "17", codeOf(t, p, "Food"))) })
	if c, ok := read(t, data).All[0].Code("climate/food"); !ok || c.Toned {
		t.Errorf("code is %+v", c)
	}
}

func TestTakingACodeAwayDecidesAText(t *testing.T) {
	data := edited(t, written(t, cases()), func(p string) string {
		code := codeOf(t, p, "Food: concern")
		return regexp.MustCompile(`(?s)<Coding guid="[^"]+" creatingUser="[^"]+">\s*<CodeRef targetGUID="`+code+`"/>\s*</Coding>`).ReplaceAllString(p, "")
	})
	got := read(t, data)
	if d := got.All[0]; !d.Checked || len(d.Codes) != 1 || d.Codes[0].Theme != "trust" {
		t.Errorf("decision is %+v", d)
	}
	if got.All[2].Checked {
		t.Error("a text that nobody touched is checked")
	}
	wantNote(t, got, "Codes of the program were taken out of 1 text, so all answers in it count as checked: Respondent 01.")
}

func wantNote(t *testing.T, d *review.Decisions, want string) {
	t.Helper()
	for _, n := range d.Notes {
		if n == want {
			return
		}
	}
	t.Errorf("no note says %q:\n%s", want, strings.Join(d.Notes, "\n"))
}

// Programs write in capitals and braces, put the names of groups in front, or
// forget descriptions and who did what.
func TestOtherProgramsManners(t *testing.T) {
	want := read(t, written(t, cases())).All
	for name, change := range map[string]func(string) string{
		"capitals": func(p string) string {
			return regexp.MustCompile(`[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"/`).ReplaceAllStringFunc(p, strings.ToUpper)
		},
		"braces": func(p string) string {
			return regexp.MustCompile(`targetGUID="([^"]+)"`).ReplaceAllString(p, `targetGUID="{$1}"`)
		},
		"no descriptions": func(p string) string {
			return regexp.MustCompile(`(?s)<Description>.*?</Description>`).ReplaceAllString(p, "")
		},
		"renamed": func(p string) string { return strings.ReplaceAll(p, `name="Trust`, `name="01 Confianza`) },
		"flat":    func(p string) string { return strings.ReplaceAll(p, `name="Trust"`, `name="Ties::Trust"`) },
		"texts' endings": func(p string) string {
			return strings.ReplaceAll(p, `name="Respondent 01"`, `name="Respondent 01.txt"`)
		},
		"users of the program": func(p string) string {
			return strings.ReplaceAll(p, ` creatingUser="`+programGUID+`"`, "")
		},
	} {
		t.Run(name, func(t *testing.T) {
			got := read(t, edited(t, written(t, cases()), change)).All
			for i := range got {
				if name == "no descriptions" { // questions are known by their texts then
					got[i].Comment.Question = want[i].Comment.Question
				}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("decisions (-want +got):\n%s", diff)
			}
		})
	}
}

func TestWhatIsNotUnderstoodIsTold(t *testing.T) {
	data := edited(t, written(t, cases()), func(p string) string {
		trust := codeOf(t, p, "Trust: praise")
		p = strings.Replace(p, "</Codes>", `<Code guid="new" name="Hope" isCodable="true"/></Codes>`, 1)
		p = insert(p, selection("12", "17", "new")+selection("13", "17", "new")+selection("20", "100", trust)+selection("0", "4", trust))
		p = strings.Replace(p, "</TextSource>", `<Coding guid="c"><CodeRef targetGUID="`+trust+`"/></Coding></TextSource>`, 1)
		p = strings.Replace(p, "<Sources>", `<Sources><PDFSource guid="pdf" name="a.pdf"/><TextSource guid="t" name="Own notes"><PlainTextContent>mine</PlainTextContent></TextSource>`, 1)
		return strings.Replace(p, "</Sources>", `</Sources><Notes><Note guid="n"/><Note guid="m"/></Notes>`, 1)
	})
	got := read(t, data)
	for _, want := range []string{
		`2 codes of "Hope" are left out: the codebook has no theme of that name.`,
		"1 code lies in no answer and is left out: Trust: praise in Respondent 01 at 0.",
		"1 code lies in more than one answer and is left out: Trust: praise in Respondent 01 at 20.",
		"1 code of a whole text or case is left out: give it to an answer.",
		"1 text has no place with the code of a question and is left out: Own notes.",
		"1 picture, PDF or recording is left out.",
		"2 memos stay in the project.",
	} {
		wantNote(t, got, want)
	}
}

func TestAThemeThatIsGoneWasNotAsked(t *testing.T) {
	more := append([]codebook.Theme{{ID: "play", Label: "Play"}}, themes...)
	data := written(t, cases())
	d, err := ReadDecisions("study.qdpx", bytes.NewReader(data), int64(len(data)), more)
	if err != nil || len(d.Unasked) != 1 || !cmp.Equal(d.Themes, []string{"trust", "climate/food"}) {
		t.Errorf("asked are %q, not asked %q (%v)", d.Themes, d.Unasked, err)
	}
}

func TestCodebookComesBack(t *testing.T) {
	for _, name := range codebook.Builtins() {
		want, err := codebook.Builtin(name)
		if err != nil {
			t.Fatal(err)
		}
		p := newProject()
		p.Book = want
		var b bytes.Buffer
		if err := p.Write(&b, all([]*Case{newCase(1, of(1, "Fine."))})); err != nil {
			t.Fatal(err)
		}
		got, err := Codebook("study.qdpx", bytes.NewReader(b.Bytes()), int64(b.Len()), "study")
		if err != nil {
			t.Fatal(err)
		}
		if len(got.Themes) != len(want.Themes) {
			t.Errorf("%s: %d themes came back, want %d", name, len(got.Themes), len(want.Themes))
		}
		for _, theme := range got.Themes {
			i := slices.IndexFunc(want.Themes, func(t codebook.Theme) bool { return t.ID == theme.ID })
			if i < 0 || want.Themes[i].Label != theme.Label || want.Themes[i].Group != theme.Group {
				t.Errorf("%s: theme %s of group %q came back", name, theme.ID, theme.Group)
			}
		}
	}
}

func TestUntouched(t *testing.T) {
	data := written(t, cases())
	if ours, err := Untouched("study.qdpx", bytes.NewReader(data), int64(len(data))); !ours || err != nil {
		t.Errorf("our own project is taken for another program's (%v)", err)
	}
	data = edited(t, data, func(p string) string { return strings.Replace(p, `origin="Common Ground"`, `origin="Tool 9"`, 1) })
	if ours, err := Untouched("study.qdpx", bytes.NewReader(data), int64(len(data))); ours || err != nil {
		t.Errorf("another program's project is taken for ours (%v)", err)
	}
	if _, err := Untouched("study.qdpx", strings.NewReader("no zip"), 6); err == nil {
		t.Error("what is no project can be judged")
	}
}

func TestWhatIsNoProjectIsRefused(t *testing.T) {
	data := written(t, cases())
	for want, data := range map[string][]byte{
		"damaged or not completely downloaded": data[:len(data)/2],
		"has no .qde file":                     packed(t, [2]string{"other.txt", "x"}),
		"reading p.qde: XML":                   packed(t, [2]string{"p.qde", "<Project><Codes>"}),
		"by which answers are found":           packed(t, [2]string{"p.qde", "<Project/>"}),
		"is not in the file: internal://x.txt": packed(t, [2]string{"p.qde", `<Project><TextSource name="a" plainTextPath="internal://x.txt"/></Project>`}),
	} {
		_, err := ReadDecisions("study.qdpx", bytes.NewReader(data), int64(len(data)), themes)
		if err == nil || !strings.Contains(err.Error(), want) || !strings.HasPrefix(err.Error(), "study.qdpx: ") {
			t.Errorf("error is %v, want one with %q", err, want)
		}
	}
}

func TestWhatUnpacksToTooMuchIsRefused(t *testing.T) {
	data := written(t, cases())
	dir, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	part := projectPart(dir)
	size := part.UncompressedSize64
	for name, set := range map[string]func(){"said": func() {}, "not said": func() { part.UncompressedSize64 = 10 }} {
		part.UncompressedSize64 = size
		set()
		if _, err := unpack(part, 100); err == nil {
			t.Errorf("%s: a part of %d bytes was unpacked to 100", name, size)
		}
	}
}

func FuzzRead(f *testing.F) {
	for name, content := range parts(f, written(f, cases())) {
		if name == projectFile {
			f.Add(regexp.MustCompile(`plainTextPath="[^"]+"`).ReplaceAllString(content, `plainTextPath="internal://a.txt"`), praised+wished)
		}
	}
	f.Add(`<Project><Codes><Code guid="q" name="Questions"><Code guid="w" name="Why?"/></Code><Code guid="t" name="trust"/></Codes>`+
		`<TextSource name="Respondent 1" plainTextPath="a.txt"><PlainTextSelection startPosition="-5" endPosition="99"><Coding><CodeRef targetGUID="w"/></Coding>`+
		`<Coding><CodeRef targetGUID="t"/></Coding></PlainTextSelection></TextSource></Project>`, "Because.")
	f.Fuzz(func(t *testing.T, project, text string) {
		data := packed(t, [2]string{projectFile, project}, [2]string{"sources/a.txt", text})
		d, err := ReadDecisions("study.qdpx", bytes.NewReader(data), int64(len(data)), themes)
		if (d == nil) == (err == nil) {
			t.Errorf("decisions %v with error %v", d, err)
		}
		_, _ = Codebook("study.qdpx", bytes.NewReader(data), int64(len(data)), "study") // does not panic
	})
}
