package stats

// Alpha is Krippendorff's alpha for nominal values, by any number of coders of
// whom each may have left out units: Krippendorff (2011), "Computing
// Krippendorff's alpha-reliability", section C. coincidences is square and
// symmetric, and made by Coincide. 1 is full agreement, 0 that of chance. It is
// NaN where no unit has two coders, and where all have one value.
func Alpha(coincidences [][]float64) float64 {
	var all, agreed, chance float64
	for i, row := range coincidences {
		of := 0.0
		for _, n := range row {
			of += n
		}
		all += of
		agreed += row[i]
		chance += of * of
	}
	return 1 - ratio((all-1)*(all-agreed), all*all-chance)
}

// Coincide returns how often one unit makes the values i and j coincide, where
// given[i] coders gave it the value i and given[j] the value j. A unit that
// fewer than two coders valued tells nothing of their agreement: 0.
func Coincide(given []int64, i, j int) float64 {
	var coders int64
	for _, n := range given {
		coders += n
	}
	if coders < 2 {
		return 0
	}
	pairs := given[i] * given[j]
	if i == j {
		pairs = given[i] * (given[i] - 1)
	}
	return float64(pairs) / float64(coders-1)
}
