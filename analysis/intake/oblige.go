package intake

import (
	"fmt"
	"slices"

	"commonground/analysis/survey"
)

// obey takes the column for what the plan says that it holds.
func (c *column) obey() error {
	if c.use == "" {
		return nil
	}
	if (&column{kind: c.use}).asks() {
		return c.oblige(c.use, nil)
	}
	if c.use == Timestamp && c.filled > 0 {
		if c.counts[dateClass] == 0 {
			return c.contradicts("none of its cells is a date")
		}
		c.layout, _ = c.dates.layout(spanishDates.in(c.folded))
	}
	c.release()
	c.set(c.use, survey.Open)
	return nil
}

// release forgets how the column's question is answered.
func (c *column) release() { c.box, c.split, c.scale = false, nil, nil }

// contradicts says that the cells don't fit what the plan says of the column.
func (c *column) contradicts(reason string) error {
	kind := c.use
	if c.known != nil {
		kind = c.known.Kind
	}
	return fmt.Errorf("column %q can't be taken for %s: %s", c.name, kind, reason)
}

// oblige makes the column answer a question of that kind, or of the kind that
// it seems where that is "". Cells outside of given choices are for later.
func (c *column) oblige(kind ColumnKind, choices *given) error {
	if c.filled == 0 {
		c.set(EmptyColumn, survey.Open)
		return nil
	}
	if !c.asks() {
		c.recogniseQuestion()
	}
	if !c.asks() {
		c.set(OpenColumn, survey.Open)
	}
	switch kind {
	case OpenColumn:
		c.release()
		c.set(OpenColumn, survey.Open)
	case SingleColumn:
		return c.obligeSingle(SingleColumn, choices)
	case MultipleColumn:
		return c.obligeMultiple(choices)
	case ScaleColumn:
		return c.obligeScale(choices)
	case NumberColumn:
		c.release()
		c.set(NumberColumn, survey.Number)
		if c.counts[numberClass] == 0 {
			return c.contradicts("none of its cells is a number")
		}
	case DateColumn:
		c.release()
		c.set(DateColumn, survey.Date)
		c.layout, _ = c.dates.layout(spanishDates.in(c.folded))
		if c.counts[dateClass] == 0 {
			return c.contradicts("none of its cells is a date")
		}
	case AttributeKind:
		if c.shape == survey.Open || choices != nil && c.shape != survey.Multiple && c.shape != survey.Scale {
			return c.obligeSingle(AttributeKind, choices)
		}
		c.kind = AttributeKind
	default:
		if choices != nil && c.shape != survey.Multiple && c.shape != survey.Scale {
			return c.obligeSingle(SingleColumn, choices)
		}
	}
	return nil
}

func (c *column) obligeSingle(kind ColumnKind, choices *given) error {
	c.release()
	c.set(kind, survey.Single)
	if choices == nil && (c.over || c.open) {
		return c.contradicts(fmt.Sprintf("it has more than %d different answers", openAfter))
	}
	return nil
}

func (c *column) obligeMultiple(choices *given) error {
	if c.box {
		c.set(MultipleColumn, survey.Multiple)
		return nil
	}
	split := c.split
	c.release()
	c.set(MultipleColumn, survey.Multiple)
	if choices != nil {
		return nil
	}
	for i, sep := range c.separators() {
		if p := &c.parts[i]; split == nil && p.joined > 0 && len(p.order) <= maxParts {
			split = p.splitter(sep)
		}
	}
	if split == nil && (c.over || c.open) {
		return c.contradicts(fmt.Sprintf("it has more than %d different answers, and no ; or comma tells choices apart; list the choices", openAfter))
	}
	c.split = split
	return nil
}

func (c *column) obligeScale(choices *given) error {
	s := c.scale
	c.release()
	c.set(ScaleColumn, survey.Scale)
	if choices != nil {
		c.scale = choices.own
		return nil
	}
	if s == nil {
		s = c.scaleOf()
	}
	if i := slices.IndexFunc(scales, c.on); s == nil && i >= 0 {
		s = scales[i]
	}
	if s == nil {
		return c.contradicts("its answers are on no scale that is known; list them as choices, lowest first")
	}
	c.setScale(s)
	return nil
}
