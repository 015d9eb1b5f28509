package intake

import (
	"slices"
	"strconv"
	"strings"

	"commonground/analysis/survey"
)

// joinBoxes finds the questions whose choices each have a column: its cells
// repeat the choice, or tell whether it was taken.
func joinBoxes(columns []*column) {
	nameGroups(columns)
	for len(columns) > 0 {
		n := 1
		for columns[0].item != "" && n < len(columns) && columns[n].item != "" && columns[n].head == columns[0].head {
			n++
		}
		if n > 1 || columns[0].choice {
			joinGroup(columns[:n])
		}
		columns = columns[n:]
	}
}

// The cells that tell whether a box is ticked.
var (
	marks   = phrases{"1", "x", "yes", "y", "si", "true", "checked", "selected", "quoted"}
	unmarks = phrases{"0", "no", "n", "false", "unchecked", "not selected", "not quoted"}
)

// isUnmarked reports whether the cell of a box says that it isn't ticked.
func isUnmarked(cell string) bool { return len(cell) < 15 && unmarks.is(fold(cell)) }

func joinGroup(group []*column) {
	boxes, filled := 0, 0
	marked, numbered := true, len(group) > 1
	for i, c := range group {
		filled += c.filled
		switch {
		case c.filled == 0:
		case c.onlyHolds(c.item):
			c.box = true
			boxes++
		case c.written || specifyWords.in(c.folded):
		default:
			marked = marked && c.isTicked()
			numbered = numbered && c.onlyHolds(strconv.Itoa(i+1))
		}
	}
	if boxes == 0 && !marked && !numbered || filled == 0 {
		return
	}
	for _, c := range group {
		specify := c.written || specifyWords.in(c.folded)
		c.box = c.box || !specify && (boxes == 0 || c.filled == 0)
		if c.box {
			c.set(MultipleColumn, survey.Multiple)
			c.split, c.scale = nil, nil
		}
	}
}

// isTicked reports whether the cells are ticks. Those of a scale from no to yes
// are none, unless the program says so.
func (c *column) isTicked() bool {
	words := slices.ContainsFunc(c.values, func(v value) bool { return fold(v.text) == "no" })
	if c.over || words && !c.choice {
		return false
	}
	ticks := 0
	for _, v := range c.values {
		switch {
		case marks.is(fold(v.text)):
			ticks++
		case !isUnmarked(v.text) && !isUnanswered(v.text):
			return false
		}
	}
	return ticks > 0 || c.choice
}

// onlyHolds reports whether all cells say the same as text.
func (c *column) onlyHolds(text string) bool {
	return len(c.values) == 1 && !c.over && fold(c.values[0].text) == fold(text)
}

// nameGroups finds neighboring columns whose cells repeat their heading, as
// Typeform writes a question with several choices. It leaves out what the
// question was.
func nameGroups(columns []*column) {
	for len(columns) > 0 {
		n := 0
		for n < len(columns) && columns[n].item == "" && columns[n].filled > 0 && columns[n].onlyHolds(columns[n].head) {
			n++
		}
		if n > 1 {
			nameGroup(columns[:n])
		}
		columns = columns[max(n, 1):]
	}
}

func nameGroup(group []*column) {
	names := make([]string, len(group))
	for i, c := range group {
		names[i] = c.head
	}
	const most = 4
	if len(names) > most {
		names = append(names[:most:most], "…")
	}
	for _, c := range group {
		c.item, c.head = c.head, "Which: "+strings.Join(names, ", ")
	}
}
