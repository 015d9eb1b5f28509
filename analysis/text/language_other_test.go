package text

import "testing"

// Families write in many languages. What is in none that can be read must be
// told as such, or it would count as read and as saying nothing.
var inOtherLanguages = []string{
	// French
	"Je travaille la nuit.",
	"Les réunions sont trop tôt.",
	"Il y a trop de devoirs.",
	"Mon fils n'aime pas la cantine.",
	"La maîtresse répond vite.",
	"On ne nous appelle jamais.",
	"Merci pour votre patience.",
	"J'aimerais des nouvelles chaque semaine.",
	"L'enseignant ne parle pas notre langue.",
	"Ma fille adore sa classe.",
	// Portuguese
	"A professora é muito boa.",
	"Não entendo as mensagens da escola.",
	"Minha filha tem medo do recreio.",
	"Muita lição de casa.",
	"Vocês nunca respondem aos e-mails.",
	"As reuniões são muito cedo.",
	"Gostaria de ajuda em português.",
	// Haitian Creole
	"Pwofesè yo toujou reponn nou.",
	"Mwen pa konprann lèt lekòl la.",
	"Gen twòp devwa.",
	"Pitit mwen kontan anpil.",
	"Nou bezwen yon moun ki pale kreyòl.",
	"Otobis la toujou an reta.",
	// Vietnamese
	"Bài tập về nhà quá nhiều.",
	"Con tôi bị bắt nạt ở giờ ra chơi.",
	"Cô giáo rất tốt bụng.",
	"Tôi không hiểu thư của trường.",
	"Xin gửi tin bằng tiếng Việt.",
	"Xe buýt luôn đến trễ.",
	"Thức ăn ở trường không ngon.",
	// Somali
	"Macallimiintu had iyo jeer way soo jawaabaan.",
	"Waad ku mahadsan tihiin.",
	"Ma fahmo warqadaha iskuulka.",
	"Ilmahaygu wuu jecel yahay fasalka.",
	"Shaqada guriga aad bay u badan tahay.",
	"Waxaan rabaa turjubaan.",
	"Basku mar walba wuu soo daahaa.",
	"Cuntada iskuulku ma fiicna.",
	// Tagalog
	"Mabait ang guro ng anak ko.",
	"Masyadong marami ang takdang aralin.",
	"Hindi sila sumasagot sa amin.",
	"Salamat po sa inyong tulong.",
	"Kailangan namin ng tulong sa Ingles.",
	"Laging huli ang bus.",
	// German
	"Die Lehrerin hört uns zu.",
	"Es gibt zu viele Hausaufgaben.",
	"Meine Tochter geht gern zur Schule.",
	"Wir verstehen die Briefe nicht.",
	"Niemand ruft uns zurück.",
	// Italian
	"Ci sono troppi compiti.",
	"La maestra ascolta sempre i bambini.",
	"Non capisco le lettere della scuola.",
	// Polish
	"Nauczycielka jest bardzo miła.",
	"Za dużo zadań domowych.",
	"Nie rozumiem listów ze szkoły.",
	"Nikt do nas nie dzwoni.",
	"Moje dziecko lubi szkołę.",
	// Swahili and Hmong
	"Walimu wanasikiliza watoto wetu.",
	"Kazi ya nyumbani ni nyingi mno.",
	"Kuv tsis paub lus Askiv.",
	"Cov xib fwb pab kuv tus menyuam.",
	// other scripts
	"المعلمة لا ترد على الرسائل",
	"شكرا",
	"作业太多了",
	"老师 very 好",
	"숙제가 너무 많아요",
	"감사합니다",
	"Учительница всегда отвечает",
	"Спасибо",
	"ครูใจดีมาก",
	"शिक्षक बहुत अच्छे हैं",
	"Забагато домашніх завдань",
}

func TestOtherLanguages(t *testing.T) {
	var missed []string
	for _, s := range inOtherLanguages {
		switch lang := Language(s); lang {
		case "other":
		case "":
			missed = append(missed, s)
		default:
			t.Errorf("Language(%q) = %q", s, lang)
		}
	}
	if 100*len(missed) > 15*len(inOtherLanguages) {
		t.Errorf("%d of %d are not told: %q", len(missed), len(inOtherLanguages), missed)
	}
}

// Names, slips and scraps stay in the language of their file.
func TestScrapsAreOfNoOtherLanguage(t *testing.T) {
	for _, s := range []string{
		"homework", "thx", "Ms Lopez rocks", "pickup line", "too much hw", "cafeteria food gross", "Aaron", "Isaac",
		"Ms. Nguyễn", "Nguyễn", "Mr Đặng rocks", "François Müller", "Ms. Le", "Mrs. Po rocks", "Coach Ali!!",
		"crêpes please", "yaaaay", "yaay", "soooo gooood", "vacuum hallway", "la maestra Nuñez", "tarea", "mas comunicasion",
		"comunicaciòn", "maestros mui vuenos", "k mas grasias", "grax", "Ms D'Angelo", "gym, art, music",
		"bulling", "techers dont lisen", "n/a", "idk", "ntg", "todo vien", "pues nada", "ya'll rock", "ma'am",
		"math, reading & science", "Ana y Le", "Mr. Du", "Kids r awsome", "NWEA MAP growth", "ad hoc meetings", "comida sana", "Gabi rocks", "Pia y Gabi", "tutoring/afterschool",
	} {
		if Language(s) == "other" {
			c := score(s)
			t.Errorf("Language(%q) = other (%+v)", s, c)
		}
	}
}
