package intake

import "commonground/analysis/spool"

// settle is called behind the last row: it tells what the columns hold, which
// rows are odd and who has several.
func (t *table) settle(plan *Plan, sp *spool.File) error {
	different, rows := t.people.settle()
	if err := t.findWaves(plan); err != nil {
		return err
	}
	if t.key >= 0 && !t.tellsApart(different, rows) {
		t.key = -1
		t.people.several = nil
	}
	if t.page != nil {
		t.settleThread()
	} else if err := t.recognise(); err != nil {
		return err
	}
	if changed, err := t.findShifted(plan.Rows.Shifted, sp); err != nil || changed {
		if err != nil {
			return err
		}
		return t.settle(plan, sp)
	}
	if err := t.lookThrough(&plan.Rows, sp); err != nil {
		return err
	}
	return t.people.locate(rowsOf(sp, t), t.respondent, t.person, t.odd.left)
}

// tellsApart reports whether the key column tells respondents apart: it doesn't
// repeat itself more than they would in several waves, or say what they are.
func (t *table) tellsApart(different, rows int) bool {
	c := t.columns[t.key]
	if t.long != nil || c.use == RespondentID {
		return true
	}
	return different*4*max(1, len(t.waves.names)) >= rows && !c.namesRoles()
}

// recognise tells what the columns hold, by what the plan says and else by
// their cells.
func (t *table) recognise() error {
	for i, c := range t.columns {
		c.recognise(i == t.key)
		if err := c.obey(); err != nil {
			return err
		}
	}
	lean(t.columns)
	joinBoxes(t.columns)
	joinOtherRoles(t.columns)
	t.known.tellSpread(t.columns)
	for _, c := range t.columns {
		if c.known == nil {
			continue
		}
		if err := c.oblige(c.known.Kind, t.known.given[c.known]); err != nil {
			return err
		}
	}
	levelScales(t.columns)
	return nil
}

func (t *table) settleThread() {
	for i, c := range t.columns {
		c.kind = threadKinds[i]
		if c.kind == Timestamp {
			c.layout, _ = c.dates.layout(false)
		}
	}
}
