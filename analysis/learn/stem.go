package learn

import (
	"commonground/analysis/survey"
	"commonground/analysis/text"
)

// stem returns what the words that tell the same have in common: the forms of
// one folded word, and words that are as good as it.
func stem(word string, lang survey.Lang) string {
	if like, ok := alike[word]; ok && lang != survey.Spanish {
		word = like
	}
	return text.Stem(word, lang.String())
}

// alike has words that tell no more than another one does.
var alike = map[string]string{
	"kid": "child", "kids": "child", "better": "good", "best": "good", "worse": "bad", "worst": "bad",
	"dont": "not", "doesnt": "not", "didnt": "not", "isnt": "not", "arent": "not", "wasnt": "not", "werent": "not",
	"cant": "not", "cannot": "not", "couldnt": "not", "wont": "not", "wouldnt": "not", "shouldnt": "not",
	"hasnt": "not", "havent": "not", "hadnt": "not", "aint": "not",
}
