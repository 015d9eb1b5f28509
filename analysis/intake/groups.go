package intake

import (
	"fmt"
	"slices"
	"strings"

	"commonground/analysis/survey"
)

// keepGroups makes attributes of the columns that the plan names as groups, by
// heading or by question ID.
func (in *Intake) keepGroups() error {
	for _, by := range in.plan.By {
		if key := fold(by); key == survey.RoleID || key == survey.FileID || key == survey.WaveID && in.knowsWaves() {
			continue
		}
		found := false
		var names []string
		for _, t := range in.tables {
			for _, c := range t.asking() {
				names = append(names, fmt.Sprintf("%q", c.name))
				if !c.called(by) {
					continue
				}
				found = true
				if err := c.keepAsGroup(); err != nil {
					return fmt.Errorf("%s: %w", t.file, err)
				}
			}
		}
		if !found {
			return fmt.Errorf("--by %s: no column is called that; the columns are %s", by, strings.Join(names, ", "))
		}
	}
	return nil
}

// knowsWaves reports whether the rows of a table tell their wave.
func (in *Intake) knowsWaves() bool {
	return slices.ContainsFunc(in.tables, func(t *table) bool { return len(t.waves.names) > 0 })
}

// split marks the questions that the plan names as groups, and the wave where
// there are several.
func (in *Intake) split() {
	if len(in.waves) > 1 {
		in.Survey.Questions[wavePlace].By = true
	}
	for _, by := range in.plan.By {
		if fold(by) == survey.FileID {
			in.Survey.Questions[filePlace].By = true
		}
		if fold(by) == survey.WaveID && len(in.waves) > 0 {
			in.Survey.Questions[wavePlace].By = true
		}
	}
	for _, t := range in.tables {
		for _, c := range t.columns {
			switch {
			case c.by && c.asked >= 0:
				in.Survey.Questions[c.asked].By = true
			case c.by && c.kind == WaveColumn && len(in.waves) > 0:
				in.Survey.Questions[wavePlace].By = true
			}
		}
	}
}

// asking returns the columns of a table that isn't a thread.
func (t *table) asking() []*column {
	if t.page != nil {
		return nil
	}
	return t.columns
}

// called reports whether the name is the column's heading or the ID of its
// question.
func (c *column) called(name string) bool {
	key := fold(name)
	if c.box && (key == fold(c.head) || name == id(c.head, "")) {
		return true
	}
	if c.known != nil && (name == c.known.ID || key == fold(c.known.Text)) {
		return true
	}
	return key == c.folded || name == id(c.name, c.item)
}

// groupWords is how many words the names of groups have at most, on average.
const groupWords = 3

// keepAsGroup makes the column an attribute, unless its cells are words or tell
// who a person is. Roles are a group as they are.
func (c *column) keepAsGroup() error {
	c.by = true
	switch {
	case c.kind == RoleColumn, c.kind == WaveColumn:
	case c.kind == Personal, c.kind == RespondentID, c.kind == Timestamp:
		return fmt.Errorf("column %q tells people apart (%s), so it makes no groups", c.name, c.kind)
	case c.kind == OpenColumn && c.words > groupWords*c.texts:
		return fmt.Errorf("column %q holds what people wrote, so it makes no groups", c.name)
	case c.filled == 0:
		return fmt.Errorf("column %q is empty, so it makes no groups", c.name)
	case c.asks() && c.shape != survey.Open:
		c.kind = AttributeKind
	case c.over || c.open:
		return fmt.Errorf("column %q has more than %d different answers, too many for groups", c.name, openAfter)
	default:
		c.set(AttributeKind, survey.Single)
	}
	return nil
}
