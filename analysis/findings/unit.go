package findings

// Unit says what a number counts, and so how it is written.
type Unit uint8

// The units.
const (
	Label  Unit = iota // no number: Cell.Label
	Count              // people, answers: "27"
	Share              // a proportion in [0,1]: "36%"
	Points             // a difference of shares in [-1,1]: "+12 points"
	Ratio              // such as a lift: "1.8"
	Mean               // of a scale: "3.42"
)
