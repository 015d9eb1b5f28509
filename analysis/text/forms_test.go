package text

import (
	"slices"
	"strings"
	"testing"

	"github.com/kljensen/snowball/english"
	"github.com/kljensen/snowball/spanish"
	"pgregory.net/rapid"
)

func TestStem(t *testing.T) {
	for _, tt := range []struct {
		words, lang string
		same        bool
	}{
		{"answered answering", "en", true},
		{"told tell", "en", true},
		{"taught teaching", "en", true},
		{"children child", "en", true},
		{"teacher teachers", "en", true},
		{"escuchan escuchar", "es", true},
		{"trust rust", "en", false},
		{"told tell", "es", false},
		{"answered answering", "other", false},
	} {
		a, b, _ := strings.Cut(tt.words, " ")
		if got := Stem(a, tt.lang) == Stem(b, tt.lang); got != tt.same {
			t.Errorf("%s: %s and %s have the stems %s and %s", tt.lang, a, b, Stem(a, tt.lang), Stem(b, tt.lang))
		}
	}
}

func TestForms(t *testing.T) {
	for _, tt := range []struct{ lang, word, has, not string }{
		{"en", "tell", "tell tells told telling", "tale teller"},
		{"en", "PARENT", "parent parents", "parenting parental"},
		{"en", "child", "children", "childish kid"},
		{"en", "person", "persons people", "personal"},
		{"en", "family", "families", "familiar"},
		{"en", "reply", "replies replied replying", "replys"},
		{"en", "use", "uses used using", "us useful"},
		{"en", "us", "us", "use used using"},
		{"en", "it", "it", "its"},
		{"en", "car", "cars", "care cared caring card"},
		{"en", "plan", "planned planning", "plane planed"},
		{"en", "new", "new", "news"},
		{"en", "tap", "tapped", "tape taped"},
		{"en", "see", "saw seen seeing", "seed"},
		{"en", "bus", "buses", "bused busy"},
		{"en", "visit", "visited visiting visitting", "visitor"},
		{"en", "meet", "met meets meeting", "meat meetting"},
		{"en", "be", "am is was being", "bed bee bing"},
		{"en", "go", "goes went gone going", "goed"},
		{"en", "build", "built building", "builded"},
		{"en", "show", "showed shown", ""},
		{"en", "light", "lit lighted lighting", ""},
		{"en", "house", "house houses", "housing"},
		{"en", "good", "good", "goods"},
		{"en", "unit", "unit units", "united uniting"},
		{"en", "unite", "unites united uniting", "unit"},
		{"en", "even", "evens evened", "evening"},
		{"en", "free", "frees freed freeing", ""},
		{"en", "dye", "dyes dyed dyeing", ""},
		{"en", "sue", "sues sued suing", ""},
		{"en", "queue", "queues queued queuing queueing", ""},
		{"en", "lie", "lied lying lies", "lay"},
		{"en", "address", "addresses addressed", ""},
		{"es", "hijo", "hijo hija hijos hijas", ""},
		{"es", "maestra", "maestra maestras", "maestro"},
		{"es", "caso", "caso casos", "casa"},
		{"es", "tarea", "tareas", "tareo"},
		{"es", "profesor", "profesora profesores profesoras", ""},
		{"es", "director", "directora directores directoras", ""},
		{"es", "MEJOR", "mejor mejores", "mejora mejoras"},
		{"es", "MAYOR", "mayor mayores", "mayora"},
		{"es", "superior", "superiores", "superiora"},
		{"es", "valor", "valores", "valora valoras"},
		{"es", "flor", "flores", "flora"},
		{"es", "PREVER", "prever preve preven preveia previo previsto previstas prevea preveremos preveran", "prevo prevido previda previa previas"},
		{"es", "entrever", "entreve entrevio entrevisto", "entrevo entrevido"},
		{"es", "volver", "vuelve volvio vuelto", "volvisto"},
		{"es", "comunicación", "comunicacion comunicaciones", "comunicar comun"},
		{"es", "REUNION", "reuniones", ""},
		{"es", "vez", "veces", ""},
		{"es", "papel", "papeles", ""},
		{"es", "inglés", "ingleses inglesa", ""},
		{"es", "interés", "intereses", "interesa"},
		{"es", "clase", "clases", ""},
		{"es", "taller", "talleres", "talla tallo"},
		{"es", "líder", "lideres", "lide lida"},
		{"es", "carácter", "caracteres", "caracto"},
		{"es", "extracurricular", "extracurriculares", "extracurricula"},
		{"es", "bienestar", "", "bieneste bienestan"},
		{"es", "menú", "menus", "menues"},
		{"es", "soler", "suele suelen solia", "solo sola solas suelo"},
		{"es", "valorar", "valora valoran valoren", "valores"},
		{"es", "crear", "crea crean crearon", "creo cree creen"},
		{"es", "reforzar", "refuerza refuerce reforzamos", "reforza"},
		{"es", "atravesar", "atraviesa atravesamos", "atravesa"},
		{"es", "consentir", "consiente consintio", "consenta"},
		{"es", "transferir", "transfiere transfirieron", "transfera"},
		{"es", "envolver", "envuelto envuelve", ""},
		{"es", "sobresalir", "sobresale sobresalga sobresaldra", ""},
		{"es", "predecir", "predice predijo prediga predicho", ""},
		{"es", "escuchar", "escucha escuchan escucho escuchaba escuchado escuche escuchar escucharnos escuchandome escucharon escucharia", "escuela"},
		{"es", "enterarse", "enterarse enteramos entere enterarnos", ""},
		{"es", "comunicar", "comunique comuniquen", "comunice comun"},
		{"es", "organizar", "organice organizan", "organize"},
		{"es", "llegar", "lleguen llega", "llege"},
		{"es", "proteger", "protejan protege", "protegan"},
		{"es", "conocer", "conozco conoce conozcan", "conozo"},
		{"es", "entender", "entiende entendemos entiendo entienda entendio", "entende"},
		{"es", "pedir", "pide pidieron pido pedimos pidiendo pidiera", "pede pedio"},
		{"es", "sentir", "siento sienten sintio sentimos", "senta sentamos"},
		{"es", "seguir", "sigue sigan siguiendo siguieron", "sega"},
		{"es", "contar", "cuenta cuenten contamos", "canta"},
		{"es", "jugar", "juega jueguen jugando", ""},
		{"es", "incluir", "incluye incluyen incluyendo incluyeron", "incluiendo"},
		{"es", "leer", "lee leyo leia leyendo", "leiendo"},
		{"es", "traducir", "traduce tradujeron traduzcan", ""},
		{"es", "escribir", "escribe escribio escrito", ""},
		{"es", "decir", "dijo dice dicho digan decirnos diria dijeron", "decido decida"},
		{"es", "hacer", "hizo hace hecho haga hicieron haran", ""},
		{"es", "mantener", "mantiene mantengan mantuvo mantenernos", ""},
		{"es", "proponer", "propone propuesto propuso", ""},
		{"es", "venir", "vino vienen vengan", "vena"},
		{"es", "poder", "pudo puede podria podemos", "poda"},
		{"es", "querer", "quiso quieren queremos", ""},
		{"es", "saber", "supo sabemos sepan", "se"},
		{"es", "tener", "tuvo tiene tengan", ""},
		{"es", "poner", "puso pongan puesto", ""},
		{"es", "dar", "dio dan darles", "de"},
		{"es", "ver", "vio visto ven", ""},
		{"es", "ir", "fue va vayan", ""},
		{"es", "estar", "esta estan estuvo", "este esto"},
		{"es", "comer", "come comen comio", "como"},
		{"es", "sonreír", "sonrie sonrio sonriendo sonreimos", ""},
		{"es", "satisfacer", "satisfecho satisface", ""},
		{"es", "unir", "unen unieron unido", "una uno unas"},
		{"es", "entrar", "entran entraron", "entre"},
		{"es", "conseguir", "consigue consiguieron consiga", ""},
		{"es", "elegir", "elige elijan eligieron", "eligan"},
		{"es", "empezar", "empieza empiecen empezaron", "empeza"},
		{"es", "salir", "sale salgan", "sala"},
	} {
		forms := Forms(tt.word, tt.lang)
		for _, form := range strings.Fields(tt.has) {
			if !slices.Contains(forms, form) {
				t.Errorf("%s is not among the forms of %s", form, tt.word)
			}
		}
		for _, form := range strings.Fields(tt.not) {
			if slices.Contains(forms, form) {
				t.Errorf("%s is among the forms of %s", form, tt.word)
			}
		}
	}
}

// The forms of a word are folded and sorted, itself among them; those in English
// have its stem, or the table of irregular forms has them.
func TestFormsOfAnyWord(t *testing.T) {
	words := slices.Sorted(Usual())
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.OneOf(rapid.SampledFrom(words), rapid.StringMatching(`[a-zñáéíóú]{0,12}`)).Draw(t, "word")
		word = strings.ReplaceAll(word, "'", "")
		lang := rapid.SampledFrom([]string{"en", "es", "other"}).Draw(t, "language")
		forms := Forms(word, lang)
		if !slices.IsSorted(forms) || !slices.Contains(forms, Fold(word)) {
			t.Fatalf("the forms of %q are %q", word, forms)
		}
		for _, form := range forms {
			if Fold(form) != form {
				t.Fatalf("%q, a form of %q, is not folded", form, word)
			}
			folded := Fold(word)
			if lang == "en" && english.Stem(form, false) != english.Stem(folded, false) && !slices.Contains(englishFormsOf[folded], form) {
				t.Fatalf("%q, a form of %q, has another stem", form, word)
			}
		}
	})
}

// Of regular verbs, Snowball's stemmer agrees; it knows no -te behind a verb.
func TestSpanishFormsHaveTheStem(t *testing.T) {
	for _, word := range []string{"escuchar", "ayudar", "llamar", "respetar", "comprender", "recibir", "participar"} {
		for _, form := range spanishForms(word) {
			if got, want := spanish.Stem(form, true), spanish.Stem(word, true); got != want && !strings.HasSuffix(form, "te") {
				t.Errorf("%s, a form of %s, has the stem %s, want %s", form, word, got, want)
			}
		}
	}
}
