package redact

// given are first names of the United States, Mexico and Spain that are no
// words of English or Spanish besides, and seldom places.
var given = words(`
	aaliyah aarav aaron abby abdi abdullah abdullahi abel abigail abraham abram ada adaeze adalyn adam adan addison adela adele
	adeline aden aditi adolfo adrian adriana adrianna adrienne adrián adán agnes agustín ahmad ahmed aidan aiden aileen aisha aiyana
	akira alan alana alani alberto alden alejandra alejandro aleksandr alessandra alex alexander alexandra alexia alexis alfonso
	alfred alfredo ali alice alicia alina alisa alisha alison aliyah allan allen allie allison alondra alonso alonzo alvaro alyson
	alyssa amal amalia amanda amara amari amaya amelia amina amir amira amit amiyah amos amy ana anabel anahí anais ananya anastasia
	anastasiya anders andre andrea andreas andrei andres andrew andré andrés andy angela angelica angelina angelique angelo angie
	angélica anika anita aniyah anjali ann anna annabelle anne annette annie annika ansel anthony antoine antoinette anton antonella
	antonia anya araceli ari aria ariana arianna ariel ariela ariella arjun armando arnold arnulfo arthur arturo arya asher ashlee
	ashley ashton asma aubree aubrey audrey augustine augusto aurelia aurelio ava avery axel ayala ayden ayesha ayla bailey barbara
	barry bartholomew beatrice beatriz becky belen belinda belén ben benita benito benjamin bennett benny bernadette bernard bernardo
	bernice bertha beth bethany beto betsy betty beverly bianca blake bobby bonnie boris brad braden bradley brady braelyn branden
	brandi brandon brandy brayan brayden breanna brenda brendan brenden brenna brennan brent bret brett brian briana brianna bridget
	brigid britney brittany brittney brock broderick brody bruce bruno bryan bryant bryce bryson byron caden caitlin caitlyn caleb
	calvin cameron camila camille camilo candace candice carina carissa carl carla carlo carlos carlton carly carmela carmelo carmen
	carol carole caroline carolyn carrie carson carter casey cassandra cassidy cassie catalina catarina catherine cathy cecelia cecil
	cecilia cedric celia celina celine cesar chandra chantal chao charlene charles charlie charlize chaya chayo chelo
	cheryl chinedu chioma chloe chris christa christina christine christopher chrystal chucho chuy ciara cindy claire clarence
	clarissa claudia claudio clayton cleo clifford clint clinton clyde cody cole colette colin colleen collin conchita conner connie
	connor conor conrad constance cora corey corina corinne cornelia cory courtney craig cristian cristiana cristina cristobal
	cristóbal cruzita cuauhtémoc curtis cynthia césar daisha damaris damian damien damián damon dana dane dania danica daniel
	daniela danielle danilo danna danny dante daphne daquan darius darla darlene darnell darrell darren darryl darwin dave
	david dayana deandre deanna debbie deborah debra deepa deidre deja delaney delfina delia delilah demarcus demetrius denise dennis
	denzel derek derrick deshawn desiree desmond devin devon devonte dewayne dexter diana diane dianna dina dion dionne divya dmitri
	dmitry dominic dominick dominique donald donna donnell donnie donovan dorian dorothy doug douglas duane duc duncan dustin dwayne
	dwight dylan ebony eddie eddy edgar edith edmund edna eduardo edward edwin efrain efraín efren eileen elaina elaine eleanor elena
	eli elia elian elias elijah elisa elisabeth elise eliseo elisha eliza elizabeth elle ellen elliot elliott ellis eloisa eloise
	elsa elsie elva elvia elvira elvis elías emanuel emeka emelia emely emerson emilia emiliana emiliano emilie emilio emily emma
	emmanuel emmett enrique epifanio eric erica erick ericka erik erika erin erma ernest ernestina ernesto esmeralda esteban
	estefania estefanía estela estella ester esther estrellita ethan ethel eugene eugenia eugenio eunice eva evan evangelina evelyn
	everett evita ezekiel ezequiel ezra fabian fabiola fabián fadumo fartun fatimah federico felicia felicity felipa felipe felix
	ferdinand fermín fernanda fernando fidel fiona florencia floyd folake francesca francine francis francisca frankie fred freda
	freddie freddy frederick frida félix gabby gabe gabriel gabriela gabriella gabrielle gael gail gareth garrett gary gavin gemma
	gena genaro geneva genevieve geoffrey george gerald geraldine gerard gerardo germán gertrude gianna gianni gilbert gilberto gilda
	gina giovanna giovanni gisela giselle gita gladys glen glenda glenn goldie gonzalo gordon graciela graham greg gregg gregorio
	gregory greta gretchen griselda guillermo gus gustavo gwen gwendolyn güicho hadley hailey haley halima hamza hana hank hanna
	hannah hao harold harper harpreet harriet harry harvey hassan hattie hayden haylee hayley hazel hector heidi helen helena helga
	henry herbert heriberto herman hibo hien hilario hilary hilda hodan holden hollie homero horacio houa howard hubert hugo humberto
	hunter huong hussein héctor ian ibrahim ida idris ifrah ignacio igor ikenna iker ilana iliana ilse imani imelda imran ines ingrid
	inés irena irene irma irvin irving isaac isabel isabela isabella isabelle isaiah isaias isaías isela isha ishaan isiah isidro
	ismael issac itzel ivan ivana ivette ivonne iván izaiah izzy jacinta jacinto jackie jaclyn jacob jacqueline jacquelyn jada jaden
	jadyn jaelyn jaime jair jairo jake jaleel jalen jamal jamar jamari jameel james jamie jamila jana jane janelle janessa janet
	janette janice janie janine jaquan jared jaslene jasmin jasmine jason jasper javier jaxon jaxson jayce jayda jayden jayla jaylen jaylin
	jayson jazmin jazmine jazmín jeanette jeanne jeannie jedidiah jeff jeffery jeffrey jeremiah jeremy jeremías jermaine jerome jerry
	jesenia jess jessa jesse jessica jessie jesús jill jillian jim jimena jimmy jing joan joana joanna joanne joaquin joaquín
	jocelyn jodi jody joe joel joey johan johanna john johnathan johnny jon jonah jonas jonathan jonathon jorge jose josef josefina
	joseph josephine josh joshua josiah josie josue josué josé jovan juan juana juanita judah jude judith judy jules julia julian
	juliana julianna julianne julie julien juliet julieta juliette julissa julius julián junie juniper juno justin justina justine
	kadence kai kaia kaiden kailey kaitlin kaitlyn kalani kaleb kali kamal kamari kameron kamila kao kara kareem karen kari karim
	karin karina karissa karl karla karyn kasey kassandra kassidy kate katelyn katherine kathleen kathryn kathy katia katie katrina
	katya kavya kaya kayden kayla kaylee kayleigh kaylin keanu keegan keisha keith kelly kelsey kelsie kelvin ken kendall kendra
	kendrick kenia kenji kenneth kenny kenya kenzie kerry kevin khadija khadijah khadra khalid khalil khloe khoa kiana kiara kieran
	kimberly kimora kira kirk kirsten klaus kobe kofi kourtney krishna krista kristen kristi kristin kristina kristine kristopher
	krystal kurt kwame kyla kyle kylee kyler kylie kyra lacey laila lakshmi lalo lamar lamont lara larissa larry lashawn latasha
	latisha latonya latoya latrice laura lauren laurie lauryn lavonne lawrence layla leah leandro leann leanne leela leena leif leila
	leilani lela leland lena leo leona leonard leonardo leonel leonor leopoldo leroy lesley leslie leticia lety levi lexi lexie lia
	liam liana lidia lilia lilian liliana lilibeth lilith lillian lillie lily lina lindsay lindsey linh linus lionel lisa
	lisbeth lisette litzy livia liz liza lizbeth lizette lizzie lois lola loraine loren lorena lorenzo loretta lori lorraine lou
	louie louis louisa louise luca lucas lucero lucia lucian luciana luciano lucille lucinda lucius lucy lucía luis luisa luka lukas
	luke lulu lupe lupita luther luzma lydia lyla lyle lynn lynne mabel macarena mackenzie maddie maddox madeleine madeline madelyn
	madisyn mae maeve magali magdalena maggie mai maia maisie makayla makenna makenzie malachi malcolm malia malik mallory malou
	mandy manish manny manolo manuel manuela mara marc marcel marcela marcella marcelo marcia marcie marco marcus margaret
	margarita margie margo margot maria mariah mariam mariana marianna marianne maribel maricela maricruz marie mariel mariela
	marilyn mario marisa marisela marisol marissa maritza marjorie markus marlene marlon marquis marsha marta marten martha martin
	martina marty martín marvin mary maryam maryann maría mason mateo matheo mathew mathias matias matilda matt matteo matthew
	matthias matías maura maureen maurice mauricio maverick max maxim maximilian maximiliano maxine maxwell maya mayra mckenna
	mckenzie meche meera megan meghan mei meilani melania melanie melina melinda melissa melvin meredith mia micaela micah michael
	michaela micheal michele michelle miguel mika mikaela mikayla mike mikel mikhail mila mildred milena milo milton mimi mindy
	minerva ming minh miranda miriam missy mitchell mohamed mohammed moises moisés molly mona monica monika monique montserrat morgan
	morris moses muhammad mustafa mya myles myra myriam myrna mónica nadia nadine nancy naomi naomy narciso nasra natalia
	natalie natalya natasha nathalia nathalie nathan nathanael nathaniel nayeli neal ned neha nehemiah neil nelly nelson nestor
	nevaeh ngoc ngozi nguyen nia nicholas nichole nick nico nicolas nicole nicolette nicolás nikhil nikita nikki nina nisha nita
	nnamdi noa noah noel noelia noelle noemi noemí nolan noor nora norberto noreen norma norman noé nura nuria nyla néstor obdulia
	octavia octavio odalys odette ofelia oksana olena oliver olivia ollie oluwa omar orlando oscar osvaldo otis otto owen
	pablo paco pamela pancho pang paola paolo parker patrice patricia patricio patrick patti patty paty paul paula paulette paulina
	pauline paulo pedro peggy penelope pepe pepito pete peter peyton phil philip phillip phoebe phuong phyllis pooja priscilla priya
	quang quentin quincy quinn quique rachael rachel rafael rahul raina raj rajesh ralph ramiro ramon ramona ramón randall randy
	raphael raquel rashad rashid raul ravi raymond raymundo raúl reagan rebeca rebecca rebekah regina reginald reid renata rene renee
	rené rex rhea rhonda ricardo richard rick rickey ricky rigoberto riley rita robert roberta roberto robyn rocio rocío rodney
	rodolfo rodrigo rogelio roger rohan rohit roland rolando romeo ron ronald ronan ronnie rory rosalba rosalia rosalie rosalinda
	rosalyn rosalía rosanna rosaura roseanne rosemarie rosie rosita ross roxana roxanne roy ruben rubi rubén rudy rufina rufus rupert
	russell ruth ryan ryder rylan rylee sabrina sadie sagal sahra saira sally salma sam samantha samara samir samira sammy samson
	samuel sandra sanjana sanjay santino sara sarah sarai sasha saul sawyer saúl scarlett scott sean sebastian sebastián selena selma
	serena sergio seth shana shane shanice shaniqua shannon sharon shaun shauna shawn shawna sheila shelby sheldon shelia shelley
	shelly sherri sherry sheryl shirley shreya sidney sienna silas silvia simon simone simran simón skye skylar skyler sofia sofía
	solange solomon sonia sonja sonya sophia sophie spencer stacey stacy stan stanley stefan stefanie stella stephan stephanie
	stephen steve steven stewart stuart sunita suresh susan susana susanna susannah susie suzanne svetlana swati sylvia tabitha talia
	tamara tamika tammy tania tanisha tanner tanya tara tariq tasha tatiana tatum taylor ted tenoch teo teodora teodoro terence
	teresa teri terrance terrell terrence terri tess tessa tetiana thalia thanh thao thea thelma theo theodore theresa thiago thomas
	thuy tiana tiffany tim timothy tina titus tobias toby tom tomas tommy tomás toni tony tonya toñita toño tracey traci tracy trang
	travis tremaine trent trenton trevon trevor trey tricia trina tristan tristen troy trudy tuan tucker tuyet tyler tyra tyree
	tyrell tyrone tyson ulises uriah uriel ursula valentina valentín valeria valerie vanessa veronica verónica vicente vicki vickie
	vicky victor vijay vikram vince vincent viola viridiana vivek vivian viviana vivienne vladimir víctor walker wallace walt walter
	wanda warsame wayne wei wendell wendy wesley weston whitney wilbur wilfredo wilhelmina willa willard william willie wilma
	winifred winston wyatt xander xavier ximena xiomara xiong xiu xochitl yadira yahaira yahir yamilet yamileth yan yareli yaretzi
	yasin yasmin yasmine yazmin yer yesenia yessica ying yolanda yoli yoselin ysabel yulia yuri yusuf yvette yvonne zachariah zachary
	zack zahra zaida zaira zaire zander zane zara zayden zion zoe zoey zoila zoya zoé zulema zuri álvaro ángela óscar`)

// wordlike are first names and family names that are words, or months as
// well: alone they are taken for those, behind a sign of a name for names.
var wordlike = words(`
	dan lana chela jan jesus nacho celeste marcos lila abril alma amber amor amparo angel angeles april art ash august autumn azalea bear bella bert best bill bishop black blanca
	blessing blue bob boston brook brown candela candy cara cash charity chase cherry christian chuck cielo clara clay clement
	clemente cliff cloud concepcion concha consuelo cook cruz crystal dahlia daisy dale dalia dawn day dean destiny dora drew dulce
	earl ella esperanza estrella eve ever faith fields fisher flor flora ford forest fox franco frank frost gay gene genesis
	ginger gloria glory golden good grace grant gray green guy harley harmony heather heaven henna hill holly honor hope hunt ira
	iris isla ivy jack jade jay jean jewel journey joy julio june justice key king knight lake lance lane laurel legend leon
	león liberty linda long love luna luz macy major mando mar marina mark mate may mayo melody memo mercy messiah milagros miles
	mills misty moon máximo nieves nova ocean olive orion paige paloma parks pascual pastor pat paz pearl penny perla phoenix pilar
	piper pleasant pope porter price prince princess rain rainey ray reed refugio reina remedios rey reyes reyna rich river rivers
	rob robin rock rocket rocky roman román rosa rosario rose rosemary royal ruby rush rusty sage sailor salud salvador san sandy
	scout sharp shepherd short skip sky small snow socorro sol soledad star sterling stone storm strong sue summer summers sunny swan
	temple tere terry todd trinity ty violet violeta wade waters west white will willow wills winter winters wise wolf wood woods
	york young zen ángel ángeles`)

// placelike are first names that schools, towns, states or products have as
// well: alone they are taken for those.
var placelike = words(`
	alamo alexa alexandria anderson antonio asia aurora austin brooklyn camden carolina chad charlotte chelsea clark concord dakota
	dallas denver diego dolores fatima florence francia francisco franklin fátima georgia guadalupe hamilton harrison holland houston
	india ireland israel italia jackson jefferson jersey jordan kennedy kent lee lewis lincoln logan london lourdes madison malaysia
	marshall mercedes monroe monserrat paris preston roma romania roosevelt salem santana santiago savannah siri sydney trinidad
	valencia victoria virginia warren washington wilson`)

// family are frequent family names that are no words besides.
var family = words(`
	abbott acevedo acosta adams aguilar aguirre alvarado alvarez anderson andrews arellano armstrong arroyo avila ayala bailey baker
	barajas barnes barrera bautista becerra bell beltran beltrán bennett bernal boyd bradley brewer burke burns bustamante butler
	cabrera calderon calderón camacho campbell cantu cardenas carlson carpenter carrillo carroll castaneda castillo castro cervantes
	chan chang chavez chen chávez cisneros coleman collins contreras cooper cordova cortes cortez crawford cunningham cárdenas
	daniels davidson davila davis delacruz delarosa delgado diaz dixon dominguez domínguez duran díaz edwards elliott enriquez
	escobar espinosa espinoza esquivel estrada evans farias felix ferguson fernandez fernández figueroa fleming fletcher flores
	fowler franco freeman fuentes gallagher gallegos galvan garcia garcía gardner garza gibson gomez gonzales gonzalez gonzález
	graham griffin guerrero gutierrez gutiérrez guzman guzmán gómez hamilton hansen hanson harris hawkins henderson henry hernandez
	hernández herrera hoffman holmes howard huerta hughes ibarra jackson jacobs jenkins jensen jimenez jiménez johnson johnston jones
	juarez juárez kaur keller kelley kennedy khan kim lara larson lawson leal leon lewis lopez lozano lucero luna lópez macias
	maldonado marquez martin martinez martínez mccarthy mccoy mcdonald medina mejia meléndez mendez mendoza meyer miranda mitchell
	molina montano montes montgomery montoya mora morales moreno morris morrison munoz murillo murphy murray muñoz myers márquez
	méndez nava navarro nelson nguyen nichols nunez núñez obrien ochoa oconnor olson orozco ortega ortiz osorio owens pacheco padilla
	palacios palmer patel patterson pena peralta perez perkins peters peterson peña pham phillips pineda ponce powell pérez quintana
	quintero ramirez ramos ramírez rangel reynolds richards richardson rios rivas rivera robertson robinson robles rocha rodgers
	rodriguez rodríguez rogers rojas romero rosales rosas rubio ruiz russell ryan ríos salas salazar salcedo saldana salinas sanchez
	sanders sandoval santana santos schmidt schneider schultz schwartz serrano silva simmons simpson singh smith solis solorzano
	solís soto spencer stephens stevens stewart suarez sullivan suárez sánchez tapia thomas thompson torres tovar tran trejo trevino
	trujillo tucker valdez valencia valenzuela vargas vasquez vazquez vega velasco velasquez velez venegas villa villalobos
	villanueva villarreal vázquez walsh watkins watson weaver welch wheeler williams williamson wilson wong wright yang zamora zapata
	zavala zuniga zúñiga álvarez ávila`)

// known are people and figures whom everybody may name, by their first and
// second words.
var known = map[string]string{
	"alexander": "hamilton", "anne": "frank", "benito": "juárez", "cesar": "chavez", "césar": "chávez", "elvis": "presley",
	"emiliano": "zapata", "frida": "kahlo", "harry": "potter", "helen": "keller", "josefa": "ortiz", "martin": "luther",
	"mary": "poppins", "mickey": "mouse", "miguel": "hidalgo", "peter": "pan", "roald": "dahl", "ronald": "mcdonald",
	"thomas": "jefferson", "william": "shakespeare",
}
