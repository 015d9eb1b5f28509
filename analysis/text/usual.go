package text

// The words that texts of a language can hardly do without, and some that
// people write to schools. Words that two languages share stand under both,
// and count half for each.

const englishWords = `
a about after again all already also always am an and another any are around as ask asked at away back be because been
before being best better between both but by call calls came can can't cannot care class classroom come comes could
couldn't day days did didn't different do does doesn't doing don't done down each email emails even every everyone
everything families family feel feels few find first for friendly from get gets getting give gives go goes going good
great had has hasn't have haven't having he hear heard help helpful her here him his home hope how however i i'd i'll
i'm i've if in into is isn't it it's its just keep kid kids know knows last learn learning less let like listen little
love loves lot made make makes many may me meeting meetings might more most mother much must my need needs never new no
none not nothing now of off often ok on once one only open or other others our out over parent parents people phone
please principal really respect right said same saw say school see she should since so some someone something
sometimes son staff still student students such support sure talk teacher teachers tell than thank thanks that that's
the their them then there these they they're thing things think this those though time times to together told too took
try two under until up us use very want wants was wasn't way we we're week well were what when where which while who
whole why will wish with without won't work working works would wouldn't year years yes yet you you're your
daughter child children everybody nobody anyone communication homework trust reply replies notes listens explain
nice kind caring office front bus lunch grade grades reading math keeps wonderful awesome excellent`

const spanishWords = `
a adiós ahí ahora al algo alguien algún alguna algunas algunos allí amo antes año años aquí así aún aunque ayuda ayudan
ayudar bien bueno buena buenos buenas cada casa casi clase clases como cómo comunicación con conmigo cosa cosas cuál
cuando cuándo cuanto cuántos da dan dar de deben debería deberían decir dejan del desde después dice dicen día días
director directora donde dónde dos e el él ella ellas ellos en entender entre era eran eres es esa esas escuela
escuelas ese eso esos español está esta están estamos estar estas este esto estos estoy familia familias favor fue
fueron gente gracias gusta gustaría ha había habla hablan hablar hace hacen hacer hacia han hasta hay he hemos hija
hijas hijo hijos hoy igual inglés ir junta juntas juntos la las le les llama llaman llamada llamadas lo los luego más
madre maestra maestras maestro maestros mal mamá manda mandan mas me mejor mejorar menos mensaje mensajes mi mí mientras
mis mismo misma mucha muchas mucho muchos muy nada nadie necesita necesitamos necesito ni ningún ninguna niña niñas
niño niños no nombre nos nosotros nuestra nuestras nuestro nuestros nunca o ojalá otra otras otro otros padre padres
papá papás para pero persona personas poco poder por porque pregunta primero profesor profesora profesores pues puede
pueden puedo que qué quien quién quiere quieren quiero respeto respuesta reuniones reunión saben saber se sé sea sean
sentir ser si sí siempre siento sin sobre solo sólo somos son soy su sus también tan tanto tarea tareas te tenemos
tener tengo ti tiempo tiene tienen toda todas todavía todo todos trabajan trabajar trabajo trata tratan tu tú un una
unas uno unos usted ustedes va vamos van veces ver vez vida y ya yo confianza ninguno comentarios
escuchan escuchen escuchar apoyo atención amable amables aprende aprenden contenta contento`

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
