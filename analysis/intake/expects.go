package intake

import "commonground/analysis/survey"

// expects returns 1 for a cell as the column's others, -1 for one unlike them,
// and 0 where nothing can be told.
func (c *column) expects(cell string) int {
	sign := func(fits bool) int {
		if fits {
			return 1
		}
		return -1
	}
	var p profile
	class := p.classify(cell)
	switch c.kind {
	case Timestamp, DateColumn:
		return sign(class == dateClass)
	case NumberColumn, DurationColumn:
		return sign(class == numberClass || isNothing(cell))
	case ScaleColumn:
		if c.scale == nil {
			return 0 // the plan says so
		}
		return sign(c.scale.level(cell) >= 0 || besides(cell))
	case RoleColumn:
		return sign(c.roles(cell) != 0 || besides(cell))
	case Personal, RespondentID:
		return c.expectsClass(class)
	case OpenColumn:
		return min(0, sign(class != dateClass && class != mailClass)) // words tell nothing
	}
	return c.expectsChoice(cell, class)
}

// expectsClass tells by what most cells of the column look like.
func (c *column) expectsClass(class class) int {
	for usual, n := range c.counts {
		switch {
		case n*10 < c.looked*7:
		case int(class) == usual:
			return 1
		default:
			return -1
		}
	}
	return 0
}

// expectsChoice tells by how often the cell occurs.
func (c *column) expectsChoice(cell string, class class) int {
	if c.shape != survey.Single && c.shape != survey.Multiple || c.over {
		return 0
	}
	i, ok := c.index[cell]
	switch {
	case c.leaning != nil && c.leaning.level(cell) >= 0:
		return 1
	case c.leaning != nil:
		return -1
	case ok && (c.values[i].n > 2 || c.values[i].n == 2 && c.looked <= 24):
		return 1
	case class == dateClass || class == mailClass:
		return -1
	case c.looked >= 12 && c.shape == survey.Single:
		return -1
	}
	return 0
}
