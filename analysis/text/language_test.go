package text

import (
	"slices"
	"strings"
	"testing"
)

func TestLanguage(t *testing.T) {
	for _, tt := range []struct{ want, in string }{
		{"en", "The teachers listen to us and they answer the same day."},
		{"en", "dont promise what you cant deliver"},
		{"en", "Please call me before it is a problem"},
		{"en", "My kid loves her"},
		{"en", "no time to talk with the teacher"},
		{"es", "La maestra siempre nos contesta el mismo día."},
		{"es", "que nos avisen con tiempo"},
		{"es", "La maestra es muy amable con mi hijo"},
		{"es", "Mas comunicacion con los padres por favor"},
		{"es", "me gustaria que hubiera mas juntas"},
		{"other", "Les professeurs sont très gentils avec mes enfants et je suis contente."},
		{"other", "Os professores são muito bons e a minha filha gosta da escola."},
		{"other", "Die Lehrerin ist sehr nett und meine Kinder gehen gern in die Schule."},
		{"other", "Mwen ta renmen lekòl la voye plis nouvèl pou paran yo nan lang pa nou."},
		{"other", "Cô giáo rất tốt với con tôi và chúng tôi cảm ơn nhà trường."},
		{"other", "Macallinka waa uu fiican yahay laakiin waxaan u baahanahay turjumaan dugsiga."},
		{"other", "Учителя очень внимательны к нашим детям"},
		{"other", "المعلمة لطيفة جدا مع ابني"},
		{"other", "老师对我的孩子很好"},
		{"", ""},
		{"", "ok"},
		{"", "Math"},
		{"", "ClassDojo"},
		{"", "no"},
		{"", "Ms. Rivera!!!"},
	} {
		if got := Language(tt.in); got != tt.want {
			c := score(tt.in)
			t.Errorf("Language(%q) = %q, want %q (%+v)", tt.in, got, tt.want, c)
		}
	}
}

func TestMainLanguage(t *testing.T) {
	texts := []string{"ok", "?", "La maestra es muy amable con mi hijo", "que nos avisen con tiempo", "They call us back the same day"}
	if got := MainLanguage(slices.Values(texts)); got != "es" {
		t.Errorf("got %q, want es", got)
	}
	if got := MainLanguage(slices.Values([]string{"ok", "?"})); got != "" {
		t.Errorf("of texts too short to tell: got %q", got)
	}
}

func TestUsualWordsAreFolded(t *testing.T) {
	for word := range Usual() {
		if Fold(word) != word || strings.ContainsAny(word, " -") {
			t.Errorf("usual word %q is not one folded word", word)
		}
	}
}
