package stats

// chanceAlone is the caveat of a share of a known population: the more of it
// answer, the narrower the interval, however different those who don't.
const chanceAlone = "covers chance, not who chose to answer"

// Finite is Wilson for a population of which size is known, such as all who
// were invited: x of n people who answered, drawn from population. The interval
// is Wilson's on n(N-1)/(N-n) people, which is the finite population correction
// of Cochran (1977), Sampling Techniques, section 2.6, put into the base; where
// all have answered it is the share alone. A population below n can't be right:
// then the interval is Wilson's, with a caveat. For n = 0 all is NaN.
func Finite(x, n, population int64) Estimate {
	e := Wilson(x, n)
	switch {
	case n == 0:
	case population < n:
		e.Caveats = []string{"more answered than were invited"}
	default:
		all := float64(population)
		e.Low, e.High = worth{e.Value, float64(n) * ((all - 1) / (all - float64(n)))}.wilson()
		e.Caveats = []string{chanceAlone}
	}
	return e
}
