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
// Vietnamese, Tagalog, Somali, Swahili, Hmong and Polish.
const otherWords = `
je tu il elle nous vous ils elles le la les un une des du de et est sont pas ne que qui dans pour avec sur au aux ce
cette ces mon ma mes notre nos votre vos leur leurs plus très bien être avoir fait mais ou où comme tout tous merci
école enfants enfant parents professeur professeurs bonjour c'est j'ai n'est d'une l'école beaucoup toujours
eu ele ela nós vocês eles não sim é são está estão com para por uma um umas uns os as do da dos das no na nos nas em
muito muita mais meu minha seu sua filho filha escola professores professora obrigado obrigada bom boa também quando
ao à que mas foi tem têm fazer crianças
mwen ou li nou yo se pa ki nan ak pou yon gen te ap lekòl pwofesè timoun fanmi mèsi anpil tout sa map kap
ich du er sie es wir ihr der die das und ist sind nicht ein eine einen mit für auf von zu den dem auch aber oder wenn
sehr gut kinder kind lehrer lehrerin schule danke haben wird mein meine unser unsere
io lui lei noi voi loro il lo gli i una di che non è sono con per molto bene scuola insegnanti grazie anche della
nel alla mio mia figlio
tôi bạn anh chị em chúng và là của có không được cho với các những này một người trong đã sẽ rất con trường học giáo
viên phụ huynh cảm ơn cô thầy muốn cần thông tin
ang ng mga sa na ay ko mo siya kami kayo sila hindi po ito ako aking namin nila guro paaralan anak salamat magulang
para may kung dahil lang naman
waa iyo ka ku oo in aan ayaa waxaa uu ay maya haa dugsiga macallinka macalimiinta macallimiinta carruurta caruurta
ilmaha waalidka waalidiinta mahadsanid si fiican aad badan loo inay u kuma waxay
ni na ya wa kwa katika shule walimu mwalimu watoto mtoto asante sana wazazi yangu
kuv koj nws peb lawv thiab tsis muaj rau hauv yog kev cov tus ntawm xib fwb tsev kawm ntawv menyuam ua tsaug
jest nie się że na w z do i jak ale dla szkoła nauczyciel dzieci dziękuję bardzo są to`
