package intake

import (
	"slices"

	"commonground/analysis/survey"
)

// decide settles the question's kind. Where its columns seem of different
// kinds, the one is taken that loses least of what they hold.
func (a *question) decide() {
	a.Kind = a.shape()
	closed := a.Kind == survey.Scale || a.Kind == survey.Single || a.Kind == survey.Multiple
	switch {
	case closed && a.given != nil:
		if a.Kind != survey.Scale {
			a.given.addFound(a.Kind, a.columns)
		}
		a.Choices = a.given.all
	case a.Kind == survey.Scale:
		a.listLevels()
	case closed:
		a.listChoices()
	}
	for _, c := range a.columns {
		if c.shape != a.Kind && c.kind != AttributeKind {
			c.kind = kindOf[a.Kind]
		}
	}
}

var kindOf = [...]ColumnKind{survey.Open: OpenColumn, survey.Single: SingleColumn, survey.Multiple: MultipleColumn,
	survey.Scale: ScaleColumn, survey.Number: NumberColumn, survey.Date: DateColumn}

func (a *question) shape() survey.Kind {
	has := [len(kindOf)]bool{}
	over := false
	for _, c := range a.columns {
		has[c.shape] = true
		over = over || c.over
		if c.scale != nil && a.scale == nil {
			a.scale = c.scale
		}
		if c.split != nil && a.split == nil {
			a.split = c.split
		}
	}
	if a.posed {
		return survey.Open
	}
	first := a.columns[0].shape
	same := !slices.ContainsFunc(a.columns, func(c *column) bool { return c.shape != first || c.scale != a.scale })
	switch {
	case a.obliged():
		return shapeOf[a.known.Kind]
	case same:
		return first
	case has[survey.Open] || has[survey.Date]:
		return survey.Open
	case has[survey.Multiple]:
		return survey.Multiple
	case a.scale != nil && !slices.ContainsFunc(a.columns, func(c *column) bool { return !c.on(a.scale) }):
		return survey.Scale
	case has[survey.Number] && !has[survey.Single] && a.scale == numberScale:
		return survey.Number
	case over:
		return survey.Open
	}
	return survey.Single
}

// obliged reports whether the plan says of what kind the question is.
func (a *question) obliged() bool {
	_, said := shapeOf[a.kindSaid()]
	return said && !slices.ContainsFunc(a.columns, func(c *column) bool { return c.by })
}

func (a *question) kindSaid() ColumnKind {
	if a.known == nil {
		return ""
	}
	return a.known.Kind
}

var shapeOf = map[ColumnKind]survey.Kind{OpenColumn: survey.Open, SingleColumn: survey.Single, MultipleColumn: survey.Multiple,
	ScaleColumn: survey.Scale, NumberColumn: survey.Number, DateColumn: survey.Date}

// listLevels makes the scale's levels the choices, lowest first.
func (a *question) listLevels() {
	var all wordings
	for _, c := range a.columns {
		if c.scale != a.scale {
			c.setScale(a.scale)
		}
		all.add(&c.levels)
	}
	for level, text := range all {
		a.levels[level] = -1
		if text != "" {
			a.levels[level] = len(a.Choices)
			a.Choices = append(a.Choices, text)
		}
	}
}

// listChoices gathers the choices from the columns' cells.
func (a *question) listChoices() {
	var found []string
	seen := map[string]bool{}
	add := func(choice string) {
		if key := label(choice); !seen[key] {
			seen[key] = true
			found = append(found, choice)
		}
	}
	boxes := false
	for _, c := range a.columns {
		if c.box {
			boxes = true
			add(c.item)
			continue
		}
		if c.split != nil {
			for _, choice := range c.split.all {
				add(choice)
			}
			continue
		}
		for i := range c.values {
			for _, choice := range a.choicesIn(c, c.values[i].text) {
				add(choice)
			}
		}
	}
	a.place = make(map[string]int, len(found))
	order := sortChoices(found)
	for i, from := range order {
		if boxes {
			from = i // as in the file
		}
		a.place[label(found[from])] = i
		a.Choices = append(a.Choices, found[from])
	}
}

// choicesIn returns the choices that a cell of a column names.
func (a *question) choicesIn(c *column, cell string) []string {
	switch {
	case isUnanswered(cell):
		return nil
	case a.Kind == survey.Multiple && c.split != nil:
		return c.split.choices(cell)
	case a.Kind == survey.Multiple && a.split != nil:
		return a.split.choices(cell)
	}
	return []string{cell}
}

// said returns what a filled cell of the column says: the choice that the
// column is for, or its own words.
func (c *column) said(cell string) string {
	if c.box {
		return c.item
	}
	return cell
}

// picks returns the choices that a cell of a column names by their places,
// ascending.
func (a *question) picks(c *column, cell string) []int {
	var picks []int
	if c.box {
		if isUnmarked(cell) && label(cell) != label(c.item) || isUnanswered(cell) {
			return nil
		}
		cell = c.item
	}
	if a.given != nil {
		picks, _ = a.given.picks(a.Kind, cell)
		return picks
	}
	if c.box {
		return append(picks, a.place[label(cell)])
	}
	if a.Kind == survey.Scale {
		if level := a.scale.level(cell); level >= 0 && a.levels[level] >= 0 {
			picks = append(picks, a.levels[level])
		}
		return picks
	}
	for _, choice := range a.choicesIn(c, cell) {
		if i, ok := a.place[label(choice)]; ok && !slices.Contains(picks, i) {
			picks = append(picks, i)
		}
	}
	slices.Sort(picks)
	return picks
}
