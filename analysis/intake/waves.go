package intake

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
)

// use is the column that the plan says waves are named in.
func (w Waves) use() []Use {
	if w.Column == "" {
		return nil
	}
	return []Use{{Header: w.Column, Kind: WaveColumn}}
}

// A waveReader tells which wave a row of a table is of: the source's, else the
// column's, else that of the row's date.
type waveReader struct {
	told   string
	column int        // -1 for none
	starts time.Month // 0 for none
	names  []string   // of the waves of the table
}

// several reports whether the rows of the table may be of several waves.
func (w *waveReader) several() bool { return w.told == "" && (w.column >= 0 || w.starts != 0) }

var (
	waveNames = phrases{"wave", "survey wave", "survey year", "school year", "year", "academic year", "year of survey", "survey round", "round", "ola", "ronda", "ano", "ano escolar", "ciclo",
		"ciclo escolar", "ano de la encuesta", "schoolyear", "surveyyear"}
	roundNames = phrases{"wave", "survey wave", "survey round", "ola"} // their cells needn't name years
)

// maxWaves bounds the waves that a column that wasn't named as one tells apart.
const maxWaves = 12

// isWave reports whether the column seems to name the wave of each row.
func (c *column) isWave() bool {
	if !waveNames.is(c.folded) || c.known != nil || c.use != "" || c.by || c.filled == 0 || c.over || len(c.values) > maxWaves {
		return false
	}
	return roundNames.is(c.folded) || !slices.ContainsFunc(c.values, func(v value) bool { return yearIn(v.text) == 0 && !isUnanswered(v.text) })
}

// findWaves settles how the table's rows tell their wave.
func (t *table) findWaves(plan *Plan) error {
	t.waves = waveReader{told: plan.Sources[t.source].Wave, column: -1}
	if t.waves.told != "" {
		t.waves.names = []string{t.waves.told}
		return nil
	}
	t.waves.column = slices.IndexFunc(t.columns, func(c *column) bool { return c.use == WaveColumn })
	if t.waves.column < 0 && plan.Waves == (Waves{}) && t.page == nil {
		t.waves.column = slices.IndexFunc(t.columns, (*column).isWave)
	}
	if t.waves.column < 0 {
		t.waves.starts = plan.Waves.Starts
		return nil
	}
	c := t.columns[t.waves.column]
	c.use = WaveColumn
	if c.over || c.open {
		return fmt.Errorf("column %q can't be taken for %s: it has more than %d different cells", c.name, WaveColumn, openAfter)
	}
	for _, v := range c.values {
		if !isUnanswered(v.text) {
			t.waves.names = append(t.waves.names, v.text)
		}
	}
	return nil
}

// wave returns the name of the wave of a row, or "".
func (t *table) wave(cells []string) string {
	switch w := &t.waves; {
	case w.told != "":
		return w.told
	case w.column >= 0:
		if name := cell(cells, w.column); !isUnanswered(name) {
			return name
		}
	case w.starts != 0:
		if when := t.when(cells); !when.IsZero() {
			return waveOf(when, w.starts)
		}
	}
	return ""
}

// meet notes the name of a wave.
func (w *waveReader) meet(name string) {
	if name != "" && !slices.Contains(w.names, name) {
		w.names = append(w.names, name)
	}
}

// when returns the latest time that a row states, or zero.
func (t *table) when(cells []string) time.Time {
	var latest time.Time
	for i, c := range t.columns {
		if text := cell(cells, i); text != "" && c.kind == Timestamp {
			if when, ok := readDate(text, c.layout); ok && when.After(latest) {
				latest = when
			}
		}
	}
	return latest
}

// waveOf names the wave of a time: "2025-26", or "2025" where waves are years.
func waveOf(when time.Time, starts time.Month) string {
	year := when.Year()
	if when.Month() < starts {
		year--
	}
	if starts == time.January {
		return strconv.Itoa(year)
	}
	return fmt.Sprintf("%d-%02d", year, (year+1)%100)
}

var yearDashes = strings.NewReplacer("–", "-", "/", "-", " - ", "-")

// waveKey is what the names of waves are compared by: "2024-2025", "2024/25"
// and "2024–25" are one.
func waveKey(name string) string {
	key := yearDashes.Replace(label(name))
	from, to, ok := strings.Cut(key, "-")
	if ok && len(to) == 4 && yearIn(from) > 0 && yearIn(to) == yearIn(from)+1 {
		return from + "-" + to[2:]
	}
	return key
}

// yearIn returns the first year that a text names, or 0.
func yearIn(text string) int {
	for i := 0; i+4 <= len(text); i++ {
		n, err := strconv.Atoi(text[i : i+4])
		digit := func(at int) bool { return at >= 0 && at < len(text) && text[at] >= '0' && text[at] <= '9' }
		if err == nil && n >= 1950 && n < 2100 && !digit(i-1) && !digit(i+4) {
			return n
		}
	}
	return 0
}

// findWaves returns the names of all waves in time order, and notes their places.
func (in *Intake) findWaves() []string {
	var names []string
	in.waves = map[string]int{}
	for _, t := range in.tables {
		for _, name := range t.waves.names {
			if key := waveKey(name); key != "" && !slices.ContainsFunc(names, func(n string) bool { return waveKey(n) == key }) {
				names = append(names, name)
			}
		}
	}
	slices.SortStableFunc(names, compareWaves)
	for i, name := range names {
		in.waves[waveKey(name)] = i
	}
	return names
}

// seasons are parts of a year, in order.
var seasons = []phrases{{"winter", "invierno", "january", "enero"}, {"february", "febrero"}, {"march", "marzo"}, {"spring", "primavera", "april", "abril"}, {"may", "mayo"}, {"june", "junio"},
	{"summer", "verano", "july", "julio"}, {"august", "agosto"}, {"september", "septiembre"}, {"fall", "autumn", "otono", "october", "octubre"}, {"november", "noviembre"}, {"december", "diciembre"}}

// compareWaves orders the names of waves by the year, the season and the
// number in them; names without any stay as the files have them.
func compareWaves(a, b string) int {
	season := func(name string) int {
		return slices.IndexFunc(seasons, func(p phrases) bool { return p.in(fold(name)) })
	}
	return cmp.Or(cmp.Compare(yearIn(a), yearIn(b)), cmp.Compare(season(a), season(b)), cmp.Compare(numberIn(a), numberIn(b)))
}

// numberIn returns the first number in a text, or a number before all others.
func numberIn(text string) float64 {
	start := strings.IndexAny(text, "0123456789")
	if start < 0 {
		return math.Inf(-1)
	}
	end := start
	for end < len(text) && text[end] >= '0' && text[end] <= '9' {
		end++
	}
	n, _ := strconv.ParseFloat(text[start:end], 64)
	return n
}
