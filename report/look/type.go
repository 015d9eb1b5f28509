package look

// Family is what a page asks of its reader's machine, first choice first. All
// three have the same widths, so that text measured for one fits in the others.
const Family = "Liberation Sans, Arial, sans-serif"

// SheetFont is the font of spreadsheets: one that every office suite has.
const SheetFont = "Arial"

// Sizes of type, in points, on a chart 640 points wide.
const (
	TitleSize   = 15.0
	BodySize    = 10.5 // labels of rows
	FigureSize  = 10.0 // numbers
	CaptionSize = 8.5
)

// Leading is the distance of two baselines, in sizes of type.
const Leading = 1.25

// Spacing, in points.
const (
	Margin = 22.0 // around a chart
	Gap    = 8.0  // between things that belong together
)
