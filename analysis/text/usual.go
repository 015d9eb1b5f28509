package text

// The words that texts of a language can hardly do without, and some that
// people write to schools. Words that two languages share stand under both,
// and count half for each. English and Spanish stand in the order of their use,
// roughly, the most frequent first.

const englishWords = `
the and i to a it it's in of we for they that is my at on that's with have you one me what not was about she are us
them he do parents when be out so who up know kids want like don't get her his time there had no if can would from
every school all kid this but teacher two home say same as our has then i'm just how teachers because before tell
nobody or told their families him day did an asked by people both said come good ask back first hear work i've thing
year more here need only think some call down parent something too new been go i'd now over see talk where can't does
phone son made were gets once other please office still principal should since your after family its make never week
years bus will days feel help last off things could isn't than came class doing nothing right whole grade already am
mother child lunch always most someone reading different doesn't email everyone give meeting really staff students
those together why math another calls each even keep well being better goes into love many meetings much needs times
which any didn't everything lot ok these use wants working anyone nice best care comes let without daughter kind also
away going little none student took way we're while notes again done may saw sure try works everybody between find
open thank they're until won't homework trust front around emails great heard knows respect sometimes getting makes
under very wasn't wish classroom having hope learning less support yes grades cannot couldn't hasn't listen must
children reply replies keeps friendly gives helpful learn often thanks though yet you're communication explain caring
wonderful feels few haven't however i'll loves might others such wouldn't listens awesome excellent`

const spanishWords = `
que de y la qué el a en no los me se las mi él con lo por nos para una un es más su le sé si mí cuando pero maestra
como hijo ya escuela yo niños hay todo muy hija está padres al del son cuándo mas sí maestro dos nada porque uno bien
cómo inglés ni sin vez luego algo cada ellos eso mamá misma nosotros papás también tiempo va veces ahí casa dicen
español esta juntas les maestros mucho alguien antes bueno ella familias hijos mensajes nadie niño otra puede saber
siempre soy te tengo todas año ayudar después dice donde dónde era fue había mandan mejor muchos nunca quien quién
quieren saben sus tareas tiene tienen todos van ninguno ahora años aquí así aunque clases cosas deberían desde
directora esas este hablar hace hacer hacia han hasta ir junta juntos manda mismo niña nuestros o persona personas
pregunta pues quiero respeto reuniones ser siento solo sólo tarea trabajar trabajo comentarios apoyo alguna ayuda
buena buenas comunicación da dan debería decir dejan director ellas entender entre eran esa esos están estamos estar
familia favor gracias gusta gustaría habla hacen he mal mensaje muchas nombre otros pueden puedo quiere sea sean sobre
somos tanto tener todavía trata tu tú ustedes ver confianza escuchen atención amables adiós algún algunas algunos allí
amo aún ayudan buenos casi clase conmigo cosa cuál cuanto cuántos dar deben día días e eres escuelas ese estas esto
estos estoy fueron gente ha hablan hemos hijas hoy igual llama llaman llamada llamadas madre maestras mejorar menos
mientras mis mucha necesita necesitamos necesito ningún ninguna niñas nuestra nuestras nuestro ojalá otras otro padre
papá poco poder primero profesor profesora profesores respuesta reunión sentir tan tenemos ti toda trabajan tratan
unas unos usted vamos vida escuchan escuchar amable aprende aprenden contenta contento`

// otherWords are French, Portuguese, Haitian Creole, German, Italian,
// Vietnamese, Tagalog, Somali, Swahili, Hmong and Polish. Words that are
// English or Spanish once they are folded stand here only where the language
// can't be told without them.
const otherWords = `
je tu il elle nous vous ils elles le la les un une des du de et est sont pas ne que qui dans pour avec sur au aux ce
cette ces mon ma mes notre nos votre vos leur leurs plus très bien être avoir fait mais ou où comme tout tous merci
école enfants enfant parents professeur professeurs bonjour c'est j'ai n'est d'une l'école beaucoup toujours
trop travaille travail nuit devoirs tôt tard donc alors parce quand aussi jamais rien chez sans peu moins
toute toutes fils fille maman maîtresse maître élève élèves réunion réunions classe cours besoin faut peut peux veux
voudrais aimerais comprends comprend parle parlent répond répondent enseignant enseignants enseignante jour jours
semaine après depuis gentil gentille gentils nourriture monsieur suis était ont avons avez sommes cela lui moi toi
langue français n'ai n'y qu'il qu'on s'il
eu ele ela nós vocês eles não sim é são está estão com para por uma um umas uns os as do da dos das no na nos nas em
muito muita mais meu minha seu sua filho filha escola professores professora obrigado obrigada bom boa também quando
ao à que mas foi tem têm fazer crianças
muitos muitas isso isto já ainda nem mesma pela pelas depois quem onde preciso precisamos
gostaria gosto gosta fala falam falar ajuda dever deveres lição cedo reunião reuniões tudo meus minhas seus nossa nosso
filhos aluno alunos faz ficam pode podem entendo língua português bem tenho sem às aos num numa ninguém diretor diretora
mwen ou li nou yo se pa ki nan ak pou yon gen te ap lekòl pwofesè timoun fanmi mèsi anpil tout sa kap
pitit bezwen moun chak jou konnen konprann devwa reyinyon kreyòl pwoblèm paran renmen kontan toujou jamè kijan
poukisa paske twòp travay enfòmasyon manje otobis reponn ansanm sekirite direktè voye nouvèl tanpri anglè
ich du er sie es wir ihr der die das und ist sind nicht ein eine einen mit für auf von zu den dem auch aber oder wenn
sehr gut kinder kind lehrer lehrerin schule danke haben wird mein meine unser unsere
ihre ihren ihm ihn uns euch mich dich des bei nach vor aus über zum zur viel viele mehr keine kein kann können
muss müssen soll sollte habe hatte mir immer noch nur schon warum weil dass doch wie bitte hausaufgaben tochter sohn
unterricht klasse zeit lernen sprechen verstehe hilfe eltern
io lui lei noi voi loro il lo gli i una di che non è sono con per molto bene scuola insegnanti grazie anche della
nel alla mio mia figlio
hanno abbiamo troppo troppi compiti insegnante figli figlia bambini mai più perché ci dei delle degli nostra
nostro lavoro notte aiuto parlare capisco riunioni lingua
tôi bạn anh chị em chúng và là của có không được cho với các những này một người trong đã sẽ rất con trường giáo
viên phụ huynh cảm cô thầy muốn cần thông tin
nhà quá nhiều giờ chơi nên cũng khi nếu bài hiểu tiếng biết nói nào nhất luôn xe buýt
thức sớm giúp gửi vui
ang ng mga sa na ay ko mo siya kami kayo sila hindi po ito ako aking namin nila guro paaralan anak salamat magulang
para may kung dahil lang naman
din rin wala mayroon meron kasi kapag saan bakit paano lahat bata aming ating tayo kanila niya kanya iyong
yung masyado masyadong marami maraming mabait mahusay maganda takdang aralin tulong kailangan pagkain eskwela
eskwelahan klase titser palagi lagi araw
waa iyo ka ku oo in aan ayaa waxaa uu ay maya haa dugsiga macallinka macalimiinta macallimiinta carruurta caruurta
ilmaha waalidka waalidiinta mahadsanid si fiican aad badan loo inay u kuma waxay
waad waan wuxuu wuu jeer mahadsan tahay tihiin yahay ahay aniga laakiin markii marka markasta walba kasta qof
dadka caawimaad cunto cuntada luqadda luqad wiilkayga gabadhayda ilmahayga ilmahaygu carruurtayda carruurtu macallin
macallimad macallimiintu macallinku iskuulka iskuulku dugsi dugsigu warqad warqadaha fahmo fahmi jawaab jawaabaan
shaqada guriga ardayda arday baska fasalka leh lahayn ayay ayuu ee ugu hore kadib kulan kulanka wanaagsan
ni na ya wa kwa katika shule walimu mwalimu watoto mtoto asante wazazi yangu
wangu wao kazi nyumbani mno sijui lugha wanafunzi sisi kila siku hawa kwamba lakini
kuv koj nws peb lawv thiab tsis muaj rau hauv yog kev cov tus ntawm xib fwb tsev kawm ntawv menyuam ua tsaug
puas nyob pab xav paub lus hais txoj ntau heev kuv
jest nie się że na w z do i jak ale dla szkoła nauczyciel dzieci dziękuję bardzo są to
moje moja mój mojego syn córka nauczyciele nauczycielka nauczycielki szkole szkoły dziecko dziecka zadań domowe dużo
zawsze nigdy tylko tak czy od przez kiedy być było będzie proszę rozumiem dobrze też`
