package learn

import (
	"github.com/kljensen/snowball/english"
	"github.com/kljensen/snowball/spanish"

	"commonground/analysis/survey"
)

// stem returns what the forms of a folded word have in common: "answered" and
// "answering" are "answer". A word of another language is its own stem.
func stem(word string, lang survey.Lang) string {
	if base, ok := irregular[word]; ok && lang != survey.Spanish {
		word = base
	}
	switch lang {
	case survey.English:
		return english.Stem(word, false)
	case survey.Spanish:
		return spanish.Stem(word, false)
	}
	return word
}

// irregular has the forms that no suffix leads back to their word.
var irregular = map[string]string{
	"felt": "feel", "heard": "hear", "told": "tell", "said": "say", "knew": "know", "known": "know",
	"got": "get", "gotten": "get", "gave": "give", "given": "give", "made": "make", "met": "meet",
	"kept": "keep", "left": "leave", "sent": "send", "spoke": "speak", "spoken": "speak",
	"taught": "teach", "thought": "think", "took": "take", "taken": "take", "understood": "understand",
	"wrote": "write", "written": "write", "came": "come", "went": "go", "gone": "go", "goes": "go",
	"saw": "see", "seen": "see", "found": "find", "brought": "bring", "built": "build", "chose": "choose",
	"chosen": "choose", "did": "do", "done": "do", "does": "do", "had": "have", "has": "have",
	"was": "be", "were": "be", "is": "be", "are": "be", "been": "be", "am": "be",
	"forgot": "forget", "forgotten": "forget", "held": "hold", "led": "lead", "lost": "lose",
	"meant": "mean", "paid": "pay", "ran": "run", "sat": "sit", "shown": "show", "stood": "stand",
	"began": "begin", "begun": "begin", "became": "become", "broke": "break", "broken": "break",
	"caught": "catch", "fell": "fall", "fallen": "fall", "fought": "fight", "grew": "grow", "grown": "grow",
	"hid": "hide", "hidden": "hide", "threw": "throw", "thrown": "throw", "wore": "wear", "woke": "wake",
	"children": "child", "kid": "child", "kids": "child", "people": "person", "men": "man", "women": "woman",
	"better": "good", "best": "good", "worse": "bad", "worst": "bad", "dont": "not", "doesnt": "not",
	"didnt": "not", "isnt": "not", "arent": "not", "wasnt": "not", "werent": "not", "cant": "not",
	"cannot": "not", "couldnt": "not", "wont": "not", "wouldnt": "not", "shouldnt": "not",
	"hasnt": "not", "havent": "not", "hadnt": "not", "aint": "not",
}
