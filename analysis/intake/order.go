package intake

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// sortChoices puts choices into the order of a questionnaire as far as their
// words tell it: ranges and grades by number, yes before no, "other" last.
// It returns the new place of each.
func sortChoices(choices []string) []int {
	keys := make([]float64, len(choices))
	numbered := true
	for i, c := range choices {
		if rank := wordRank(fold(c)); rank > 1 {
			keys[i] = math.MaxFloat64 / 100 * rank
		} else {
			keys[i] = leadingNumber(c)
		}
		numbered = numbered && !math.IsNaN(keys[i])
	}
	if !numbered {
		for i, c := range choices {
			keys[i] = wordRank(fold(c))
		}
	}
	order := make([]int, len(choices))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch d := keys[a] - keys[b]; {
		case d < 0:
			return -1
		case d > 0:
			return 1
		}
		return 0
	})
	return order
}

var (
	firstWords = phrases{"yes", "si"}
	lastWords  = phrases{"dont know", "not sure", "no se", "other", "other please specify", "otro", "otra", "none of the above", "ninguno", "prefer not to say", "prefer not to answer", "none"}
)

// wordRank orders choices that aren't numbers: below, at or above 1.
func wordRank(folded string) float64 {
	switch {
	case firstWords.is(folded):
		return 0
	case lastWords.is(folded):
		return float64(2 + slices.Index(lastWords, folded))
	}
	return 1
}

// earlyGrades come before the first grade.
var earlyGrades = []phrases{
	{"preschool", "pre k", "prek", "pk", "prekinder", "preescolar"},
	{"transitional kindergarten", "tk"},
	{"kindergarten", "k", "kinder", "kindergarden"},
}

// leadingNumber returns the number that a choice begins with or names as a
// grade, or NaN. "> 60" comes behind "45-60", "< 18" before "18-29".
func leadingNumber(choice string) float64 {
	folded := fold(choice)
	for i, grade := range earlyGrades {
		if grade.is(folded) {
			return float64(i - len(earlyGrades) + 1)
		}
	}
	start := strings.IndexAny(choice, "0123456789")
	if start < 0 || strings.Count(choice[:start], " ") > 2 {
		return math.NaN()
	}
	digits := strings.ReplaceAll(choice[start:], ",", "")
	end := 0
	for end < len(digits) && (digits[end] >= '0' && digits[end] <= '9' || digits[end] == '.') {
		end++
	}
	x, err := strconv.ParseFloat(strings.TrimRight(digits[:end], "."), 64)
	if err != nil {
		return math.NaN()
	}
	switch before := strings.ToLower(choice[:start]); {
	case strings.ContainsAny(before, "<") || strings.Contains(before, "under") || strings.Contains(before, "less"):
		return x - 0.5
	case strings.ContainsAny(before, ">") || strings.Contains(before, "over") || strings.Contains(before, "more"):
		return x + 0.5
	}
	return x
}
