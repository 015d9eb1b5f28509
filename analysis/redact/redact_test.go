package redact

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// Sentences with something to hide, and what becomes of them. All people,
// numbers and addresses are made up.
var masked = []struct{ text, want string }{
	// e-mail
	{"Write to dana.whitfield@example.org please", "Write to [email] please"},
	{"My e-mail is d_w+school@mail.example.co.uk.", "My e-mail is [email]."},
	{"Correo: lucía.peña@ejemplo.mx, gracias", "Correo: [email], gracias"},
	{"dana@example.org and teo@example.org", "[email] and [email]"},
	{"reach me: dana dot w at example dot org", "reach me: dana dot [email]"},

	// phones
	{"Call 555-0142 after six", "Call [phone] after six"},
	{"Call (555) 555-0142.", "Call [phone]."},
	{"555.555.0142 is my cell", "[phone] is my cell"},
	{"My number is 555 555 0142", "My number is [phone]"},
	{"My number is 5555550142", "My number is [phone]"},
	{"1-555-555-0142 ext. 12 works", "[phone] works"},
	{"+1 (555) 555-0142", "[phone]"},
	{"+44 20 7946 0958 is abroad", "[phone] is abroad"},
	{"Mi teléfono es 612 345 678", "Mi teléfono es [phone]"},
	{"Llame al 91 234 56 78.", "Llame al [phone]."},
	{"Mi celular: 55 1234 5678", "Mi celular: [phone]"},
	{"Mi celular: +52 1 656 123 4567", "Mi celular: [phone]"},
	{"WhatsApp 656 123 45 67 por favor", "WhatsApp [phone] por favor"},
	{"044 55 1234 5678", "[phone]"},
	{"In grade 5 555-555-0142 is the number", "In grade 5 [phone] is the number"},

	// links and handles
	{"See https://example.org/a?b=c#d.", "See [link]."},
	{"See www.example.org/school, it helps", "See [link], it helps"},
	{"It is on facebook.com/dana.w now", "It is on [link] now"},
	{"Follow @dana_w for more", "Follow [link] for more"},
	{"(http://example.org)", "([link])"},

	// ids
	{"His number is 123-45-6789", "His number is [id]"},
	{"student id 4432187 was wrong", "student id [id] was wrong"},
	{"Student ID #44321", "Student ID #[id]"},
	{"her lunch number is 44321", "her lunch number is [id]"},
	{"Case 20431876", "Case [id]"},
	{"matrícula A1234567", "matrícula [id]"},
	{"from 192.168.10.12 I think", "from [id] I think"},

	// addresses
	{"We live at 412 Maple Street now", "We live at [address] now"},
	{"We moved to 9 N. Oak Ave, Apt 4B, in May", "We moved to [address], in May"},
	{"the bus skips 1200 5th Avenue", "the bus skips [address]"},
	{"near 35 maple street", "near [address]"},
	{"Vivimos en Calle Hidalgo 123", "Vivimos en [address]"},
	{"Vivimos en la Av. Benito Juárez #45", "Vivimos en la [address]"},
	{"calle de la Reforma núm. 12", "[address]"},
	{"P.O. Box 118", "[address]"},
	{"from 12 Oak Street to 45B North Elm Hill Rd. Unit 7", "from [address] to [address]"},
	{"C/ Mayor 5 o avenida 5 de Mayo 33", "[address] o [address]"},
	{"The 12 of us went the whole way on Main Street", "The 12 of us went the whole way on Main Street"},

	// titles
	{"Ms. Garcia-Lopez is great", "[teacher] is great"},
	{"Mrs. O'Neil's class", "[teacher]'s class"},
	{"Mrs. O’Neil’s class", "[teacher]’s class"},
	{"Mr Jones' class", "[teacher]' class"},
	{"Thank you Mr. Lund. Great year", "Thank you [teacher]. Great year"},
	{"We love Coach D.", "We love [teacher]."},
	{"Coach D. is kind", "[teacher] is kind"},
	{"Mr. J. Sutter called", "[teacher] called"},
	{"mr. sutter called", "[teacher] called"},
	{"mrs tillery never answers", "[teacher] never answers"},
	{"MRS. TILLERY NEVER ANSWERS", "[teacher] NEVER ANSWERS"},
	{"Miss Kim and Mx. Rowan", "[teacher 1] and [teacher 2]"},
	{"Principal Haddad listens", "[principal] listens"},
	{"our principal Haddad listens", "our [principal] listens"},
	{"Dr. Abara examined him", "[doctor] examined him"},
	{"Ms. A's class", "[teacher]'s class"},
	{"Ms. Lopez English class", "[teacher] English class"},
	{"Sra. De la Cruz nos ayuda", "[teacher] nos ayuda"},
	{"la Sra. de la Cruz nos ayuda", "la [teacher] nos ayuda"},
	{"La señora Peña y el señor Ruiz", "La [teacher 1] y el [teacher 2]"},
	{"la maestra Rosalba es buena", "la [teacher] es buena"},
	{"el maestro Iván no contesta", "el [teacher] no contesta"},
	{"La Profe Lety y la directora Gómez", "La [teacher] y la [principal]"},
	{"Doña Chela cocina", "[name] cocina"},
	{"Don Pedro abre la puerta", "[name] abre la puerta"},
	{"Mrs.\nHaddad", "[teacher]"},
	{"Ms. Lopez and Mr. Osei. Ms. Lopez helps, and Lopez knows.", "[teacher 1] and [teacher 2]. [teacher 1] helps, and [teacher 1] knows."},

	// children
	{"my son Teo loves it", "my son [student] loves it"},
	{"My daughter, Ana, is shy. Ana reads.", "My daughter, [student], is shy. [student] reads."},
	{"my older son Teo", "my older son [student]"},
	{"our twins, Teo and Ana, differ", "our twins, [student 1] and [student 2], differ"},
	{"my kids Teo, Ana and Bo", "my kids [student 1], [student 2] and [student 3]"},
	{"I'm Carla's mom", "I'm [student]'s mom"},
	{"I’m Carla’s dad", "I’m [student]’s dad"},
	{"As the mother of Teo I worry", "As the mother of [student] I worry"},
	{"mi hija Lucía lee mucho", "mi hija [student] lee mucho"},
	{"le guardó a mi Mateo su abrigo", "le guardó a mi [student] su abrigo"},
	{"Mis hijos Mateo y Lucía", "Mis hijos [student 1] y [student 2]"},
	{"Soy la mamá de Mateo", "Soy la mamá de [student]"},
	{"the Delgado family moved", "the [name] family moved"},
	{"la familia De la Torre se fue", "la familia [name] se fue"},
	{"my daughter (Ana) is new", "my daughter ([student]) is new"},

	{"my step-son Trey", "my step-son [student]"},
	{"my 7 year old Ezra reads", "my 7 year old [student] reads"},
	{"my little one, Noor, sings", "my little one, [student], sings"},
	{"my son Will and my daughter May", "my son [student 1] and my daughter [student 2]"},
	{"my daughter zoe cried, and zoe is six", "my daughter [student] cried, and [student] is six"},
	{"my cousin Shanice works here", "my cousin [name] works here"},
	{"MY DAUGHTER KAYLA WAS LEFT BEHIND", "MY DAUGHTER [student] WAS LEFT BEHIND"},
	{"MRS. TILLERY TEACHES WITH GREAT CARE", "[teacher] TEACHES WITH GREAT CARE"},
	{"Mr. John Sutter Is Great At Math", "[teacher] Is Great At Math"},
	{"Mrs. White and Mr. Young", "[teacher 1] and [teacher 2]"},
	{"la maestra karina grita", "la [teacher] grita"},
	{"the Hendersons left", "the [name] left"},

	// first names without a sign
	{"Tyler and Jasmine fought, and Tyler won", "[name 1] and [name 2] fought, and [name 1] won"},
	{"ask for Denise Quist. Quist knows", "ask for [name]. [name] knows"},
	{"Mrs. Karen Wu is fair. Karen is kind", "[teacher] is fair. [teacher] is kind"},

	// who is named or signs
	{"my name is Dana Whitfield", "my name is [name]"},
	{"Hi, I'm Dana Whitfield and I teach", "Hi, I'm [name] and I teach"},
	{"I am Dana, a parent of two", "I am [name], a parent of two"},
	{"His name is Kalea. Kalea is six.", "His name is [name]. [name] is six."},
	{"me llamo Lucía Peña", "me llamo [name]"},
	{"Mi nombre es Lucía", "Mi nombre es [name]"},
	{"a boy named Teo", "a boy named [name]"},
	{"More recess. Thanks, Dana", "More recess. Thanks, [name]"},
	{"Más recreo. Gracias,\nLucía Peña", "Más recreo. Gracias,\n[name]"},
	{"More recess. - Dana W.", "More recess. - [name]."},
}

// Sentences that must stay as they are.
var clean = []string{
	"",
	"Miss the bus and you wait an hour",
	"I will miss School Street Fair",
	"Coach was late again",
	"The coach is kind",
	"Dr. appointments are hard to make",
	"Ms. alone",
	"Ms.",
	"the ms teacher and the hs teacher",
	"will you call",
	"The kids at Benjamin Elementary and at Escuela Emilio Rosas",
	"Harry Potter night and Martin Luther King Day",
	"San Antonio and Santa Clara",
	"Charlotte is a city, Hope is a feeling, Grace is a virtue",
	"MI HIJA LLORA TODOS LOS DÍAS",
	"My Son Hates The New Schedule",
	"the ADA ramp on Jan 5",
	"Dan mucha tarea",
	"a meeting called Families First",
	"Will they call? May is busy. Mark the date.",
	"Don't call me",
	"The Principal is kind",
	"our principal. She listens",
	"Coach Training Day",
	"Parent Teacher Conference",
	"the teacher Google Classroom page",
	"my son and I read",
	"my son. He reads",
	"my son, I think, reads",
	"my daughter's teacher",
	"My kids and English do not mix",
	"mother of two",
	"madre de familia",
	"the Hmong family, the family Night",
	"la familia es todo",
	"los padres de Familia",
	"Today's parents are busy",
	"That's mom's job",
	"the name is not clear",
	"I am Mexican, and proud",
	"I'm a teacher",
	"I am African American and a parent",
	"soy Mexicana",
	"Thanks, everyone",
	"Thank you",
	"Communication - Great",
	"In 2025-2026 it got better",
	"2019 2020 2021 2022",
	"on 05/12/2026 at 8:30",
	"2026-05-04",
	"grades 3-5 and 6, 7 and 8",
	"20 minutes, 3.5 hours, 1,234 families",
	"$100000 for a roof",
	"3.14159265",
	"the 5th grade and the K12 plan",
	"ratio 1:25",
	"at 7:45 am 30 kids wait",
	"30 minutes on the street",
	"the car line on Maple Street",
	"12 kids drive alone",
	"meet me @ 3pm, or @home",
	"a.m. and p.m. e.g. this",
	"it is done.The next",
	"muy bien.es verdad",
	"ask the id office",
	"El señor que limpia es amable",
	"La maestra explica bien",
	"la directora nunca está",
	"Don de gentes",
	"los niños son Buenos",
	"¿Por qué? “Porque sí” — dijo",
	"He said \"Sr. High\"",
	"[teacher 1] and [teacher 2] met my son [student], call [phone]",
	"\xff\xfe broken \x80 bytes",
}

func TestMasked(t *testing.T) {
	var r Redactor
	for _, c := range masked {
		if got := r.Redact(c.text).Text; got != c.want {
			t.Errorf("%q\n is %q,\nwant %q", c.text, got, c.want)
		}
	}
}

func TestClean(t *testing.T) {
	r := Redactor{Names: []string{"Concerned Parent", "Anonymous", "A", ""}}
	for _, text := range clean {
		got := r.Redact(text)
		if got.Text != text || len(got.Hidden) > 0 {
			t.Errorf("%q became %q", text, got.Text)
		}
	}
}

func TestNames(t *testing.T) {
	r := Redactor{Names: []string{"Lisa", "Bev O'Neil", "dana whitfield", "Joe M.", "Rosa de la Cruz", "Concerned Parent", "Guest"}}
	for _, c := range []struct{ text, want string }{
		{"I agree with Lisa.", "I agree with [name]."},
		{"Lisa's point, not lisa or Lisas", "[name]'s point, not lisa or Lisas"},
		{"Bev O'Neil said it; Bev knows, O'Neil knows", "[name] said it; [name] knows, [name] knows"},
		{"Lisa and Dana Whitfield and Lisa", "[name 1] and [name 2] and [name 1]"},
		{"Joe M. and Joe", "[name] and [name]"},
		{"To Rosa de la Cruz: thanks", "To [name]: thanks"},
		{"de la Torre, Rosa", "de la Torre, [name]"},
		{"Ms. Lisa", "[teacher]"},
		{"A Parent and a Guest", "A Parent and a Guest"},
	} {
		if got := r.Redact(c.text).Text; got != c.want {
			t.Errorf("%q\n is %q,\nwant %q", c.text, got, c.want)
		}
	}
}

func TestMap(t *testing.T) {
	var r Redactor
	text := "Ask Ms. Lopez, or call 555-0142 today"
	result := r.Redact(text) // "Ask [teacher], or call [phone] today"
	for _, c := range []struct{ part, want string }{
		{"Ask", "Ask"},
		{"Ms. Lopez", "[teacher]"},
		{"Lopez", "[teacher]"},
		{"opez, or", "[teacher], or"},
		{"Ask Ms", "Ask [teacher]"},
		{" or ", " or "},
		{"call 555", "call [phone]"},
		{"2 today", "[phone] today"},
		{"today", "today"},
		{text, result.Text},
	} {
		at := strings.Index(text, c.part)
		start, end := result.Map(at, at+len(c.part))
		if got := result.Text[start:end]; got != c.want {
			t.Errorf("%q maps to %q, want %q", c.part, got, c.want)
		}
	}
}

func TestDoubts(t *testing.T) {
	var r Redactor
	for _, c := range []struct{ text, want string }{
		{"We think Quetzalli reads, and Hope is what Ms. Vega gives", "Quetzalli Hope"},
		{"Hope is all. Good rooms: Big windows", ""},
		{"ask teo about it", "teo"},
		{"Every Word Is Capitalized Here", ""},
		{"the PTA and the English class in [our] Town", "Town"},
	} {
		result := r.Redact(c.text)
		var words []string
		for _, d := range result.Doubts() {
			words = append(words, result.Text[d.Start:d.End])
		}
		if got := strings.Join(words, " "); got != c.want {
			t.Errorf("%q: doubtful %q, want %q", c.text, got, c.want)
		}
	}
}

// check states what must hold for every text.
func check(t interface {
	Errorf(string, ...any)
	Fatalf(string, ...any)
}, r *Redactor, text string) {
	result := r.Redact(text)
	for _, d := range result.Doubts() {
		if d.Start < 0 || d.End <= d.Start || d.End > len(result.Text) {
			t.Fatalf("%q: doubt %v", result.Text, d)
		}
	}
	if again := r.Redact(result.Text); again.Text != result.Text || len(again.Hidden) > 0 {
		t.Errorf("%q became %q, and that %q", text, result.Text, again.Text)
	}
	if (len(result.Hidden) == 0) != (result.Text == text) {
		t.Errorf("%q became %q with %d hidden", text, result.Text, len(result.Hidden))
	}
	if utf8.ValidString(text) && !utf8.ValidString(result.Text) {
		t.Errorf("%q became %q, which is no UTF-8", text, result.Text)
	}
	done, rebuilt := 0, ""
	for _, s := range result.Hidden {
		if s.Start < done || s.End <= s.Start || s.End > len(text) {
			t.Fatalf("%q: hidden %v", text, result.Hidden)
		}
		rebuilt += text[done:s.Start]
		if len(rebuilt) != s.At {
			t.Errorf("%q: mask %q is at %d, not %d", text, s.Mask, len(rebuilt), s.At)
		}
		rebuilt += s.Mask
		done = s.End
	}
	if rebuilt += text[done:]; rebuilt != result.Text {
		t.Errorf("%q: spans make %q, text is %q", text, rebuilt, result.Text)
	}
	for _, s := range result.Hidden {
		if stays := leaked(result, text[s.Start:s.End], s.Mask); stays != "" {
			t.Errorf("%q became %q: %q is still there", text, result.Text, stays)
		}
	}
	last := 0
	for i := range len(text) + 1 {
		from, to := result.Map(i, min(i+3, len(text)))
		if from < last || to < from || to > len(result.Text) {
			t.Errorf("%q: %d maps to [%d, %d) of %d, after %d", text, i, from, to, len(result.Text), last)
		}
		last = from
	}
}

// leaked returns a word of what a mask hides that is still in the result: an
// address as it is, a name's capitalized words where they aren't words besides.
func leaked(r Result, hidden, mask string) string {
	if strings.HasPrefix(mask, "[email") || strings.HasPrefix(mask, "[phone") {
		if strings.Contains(" "+r.Text+" ", " "+hidden+" ") {
			return hidden
		}
		return ""
	}
	for _, k := range []kind{link, id, address} {
		if strings.HasPrefix(mask, "["+string(k)) {
			return ""
		}
	}
	if strings.Contains(hidden, "www.") || strings.ContainsAny(hidden, "/@:0123456789") { // a link, an address, or a name run into one
		return ""
	}
	kept := wordsOf(r.Text, 0, len(r.Text))
	for _, w := range wordsOf(hidden, 0, len(hidden)) {
		if _, cue := cues[w]; !cue && utf8.RuneCountInString(w) > 1 && !ordinary[w] && !particles[w] && slices.Contains(kept, w) {
			return w
		}
	}
	return ""
}

func TestProperties(t *testing.T) {
	r := &Redactor{Names: []string{"Lisa", "Dana Whitfield"}}
	parts := []string{
		"Ms.", "Mr. ", "Coach", "Sra.", "de la", "Lopez", "O'Neil", "Teo", "Lisa", "Dana", "D.", "'s", "mom", "of", "my", "son", "mi hija", "and", "y",
		",", ".", " ", " ", " ", "-", "(", ")", "+", "@", "#", "x", "/", "\n", "—", "555", "0142", "12", "4567", "1", "44321", "id", "name is", "I'm",
		"Thanks,", "Oak", "Street", "Apt 4", "example", ".org", "http://", "www.", " dot ", " at ", "[teacher]", "ñ", "”",
	}
	rapid.Check(t, func(t *rapid.T) {
		check(t, r, strings.Join(rapid.SliceOfN(rapid.SampledFrom(parts), 0, 20).Draw(t, "parts"), ""))
	})
}

func FuzzRedact(f *testing.F) {
	for _, c := range masked {
		f.Add(c.text)
	}
	for _, text := range clean {
		f.Add(text)
	}
	r := &Redactor{Names: []string{"Lisa", "Dana Whitfield"}}
	f.Fuzz(func(t *testing.T, text string) { check(t, r, text) })
}

func BenchmarkClean(b *testing.B) {
	text := strings.Repeat("The teachers here care about every child, and they write back when something is wrong. "+
		"I wish the Friday letter came earlier, in both languages. Los maestros explican bien y siempre contestan. ", 3)
	var r Redactor
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		r.Redact(text)
	}
}

func BenchmarkMasked(b *testing.B) {
	text := "Ms. Lopez is kind to my son Teo. Call me at 555-0142 or write to dana@example.org when Teo is late."
	var r Redactor
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		r.Redact(text)
	}
}
