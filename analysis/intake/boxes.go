package intake

import "commonground/analysis/survey"

// joinBoxes finds the questions whose choices each have a column: its cells
// repeat the choice, or all hold one and the same mark.
func joinBoxes(columns []*column) {
	for len(columns) > 0 {
		n := 1
		for columns[0].item != "" && n < len(columns) && columns[n].item != "" && columns[n].head == columns[0].head {
			n++
		}
		if n > 1 {
			joinGroup(columns[:n])
		}
		columns = columns[n:]
	}
}

// marks tick a box.
var marks = phrases{"1", "x", "yes", "si", "true", "checked", "selected"}

func joinGroup(group []*column) {
	boxes, filled := 0, 0
	marked := true
	for _, c := range group {
		filled += c.filled
		switch {
		case c.filled > 0 && c.onlyHolds(c.item):
			c.box = true
			boxes++
		case c.filled > 0 && (len(c.values) != 1 || !marks.is(fold(c.values[0].text))):
			marked = false
		}
	}
	if boxes == 0 && !marked || filled == 0 {
		return
	}
	for _, c := range group {
		c.box = c.box || boxes == 0 && marked || c.filled == 0 && !specifyWords.in(c.folded)
		if c.box {
			c.set(MultipleColumn, survey.Multiple)
			c.split, c.scale = nil, nil
		}
	}
}

// onlyHolds reports whether all cells say the same as text.
func (c *column) onlyHolds(text string) bool {
	return len(c.values) == 1 && !c.over && fold(c.values[0].text) == fold(text)
}
