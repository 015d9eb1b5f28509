package text

import (
	"strings"

	"github.com/kljensen/snowball/english"
	"github.com/kljensen/snowball/spanish"
)

// Stem returns what the forms of a folded word have in common: "answered" and
// "answering" are "answer". The language is "en" or "es"; a word of any other
// is its own stem, but that irregular forms of English words lead to those.
func Stem(word, lang string) string {
	if lang == "es" {
		return spanish.Stem(word, false)
	}
	if base, ok := baseOf[word]; ok {
		word = base
	}
	if lang == "en" {
		return english.Stem(word, false)
	}
	return word
}

var (
	baseOf         = bases(irregularEnglish)
	englishFormsOf = irregularForms(irregularEnglish, rareEnglish)
)

func bases(table string) map[string]string {
	m := map[string]string{}
	for word, forms := range irregularForms(table) {
		for _, form := range forms {
			m[form] = word
		}
	}
	return m
}

// irregularForms returns the forms of each word of tables: the words of a line
// behind its first.
func irregularForms(tables ...string) map[string][]string {
	m := map[string][]string{}
	for _, table := range tables {
		for line := range strings.Lines(table) {
			if words := strings.Fields(line); len(words) > 0 {
				m[words[0]] = append(m[words[0]], words[1:]...)
			}
		}
	}
	return m
}

// irregularEnglish has the forms that no suffix leads back to their word. What
// is learnt of stems hangs on it: a new line makes a stem of what was another.
const irregularEnglish = `
be am is are was were been
become became
begin began begun
break broke broken
bring brought
build built
catch caught
child children
choose chose chosen
come came
do does did done
fall fell fallen
feel felt
fight fought
find found
forget forgot forgotten
get got gotten
give gave given
go goes went gone
grow grew grown
have has had
hear heard
hide hid hidden
hold held
keep kept
know knew known
lead led
leave left
lose lost
make made
man men
mean meant
meet met
pay paid
person people
run ran
say said
see saw seen
send sent
show showed shown
sit sat
speak spoke spoken
stand stood
take took taken
teach taught
tell told
think thought
throw threw thrown
understand understood
wake woke
wear wore
woman women
write wrote written
`

// rareEnglish has more of them, which Stem leaves as they are.
const rareEnglish = `
be being
bend bent
bite bit bitten
bleed bled
blow blew blown
breed bred
bus buses busses
buy bought
cling clung
cue cued cuing cueing
deal dealt
dig dug
do doing
draw drew drawn
drink drank drunk
drive drove driven
dye dyed
eat ate eaten
feed fed
flee fled
fly flew flown
foot feet
forbid forbade forbidden
forgive forgave forgiven
free freed
freeze froze frozen
go going
half halves
have having
knee kneed
knife knives
leaf leaves
lend lent
life lives
light lit lighted
mislead misled
misunderstand misunderstood
mouse mice
outgrow outgrew outgrown
overcome overcame
overhear overheard
oversee oversaw overseen
pee peed
queue queued queuing queueing
quiz quizzes quizzed quizzing
rebuild rebuilt
repay repaid
retell retold
rewrite rewrote rewritten
ride rode ridden
ring rang rung
rise rose risen
seek sought
sell sold
shake shook shaken
shelf shelves
shine shone shined
shoot shot
sing sang sung
sleep slept
speed sped
spend spent
spin spun
steal stole stolen
stick stuck
sting stung
strike struck
sue sued suing
swear swore sworn
sweep swept
swim swam swum
swing swung
tear tore torn
thief thieves
tooth teeth
undergo underwent undergone undergoes
wake woken
wear worn
weep wept
wife wives
win won
withdraw withdrew withdrawn
withhold withheld
`
