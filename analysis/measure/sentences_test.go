package measure

import (
	"flag"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/analysis/survey"
)

var update = flag.Bool("update", false, "write the golden file anew")

// A scene is a table that people make up, and which finding tells of it.
type scene struct {
	what    string
	measure *Measure
	id      string
	pass    *Pass
}

func some(n int, role survey.Role, wave int, themes ...int) []answerer {
	a := answerer{role: role, wave: wave}
	for _, t := range themes {
		a.codes = append(a.codes, about(t, survey.Wish)...)
	}
	return each(n, a)
}

func parents(n int, themes ...int) []answerer  { return some(n, survey.Parent, 0, themes...) }
func teachers(n int, themes ...int) []answerer { return some(n, survey.Teacher, 0, themes...) }

// toned are parents who speak of a theme in a tone, rated those who answer the
// first item at a level.
func toned(n, theme int, tone survey.Tone) []answerer {
	return each(n, answerer{role: survey.Parent, codes: about(theme, tone)})
}

func rated(n int, role survey.Role, wave, level int, themes ...int) []answerer {
	all := some(n, role, wave, themes...)
	for i := range all {
		if all[i].items = []int{level, 3, 3}; role == survey.Teacher {
			all[i].items = []int{0, 0, 0, level}
		}
	}
	return all
}

// mostly are people of whom five answer the first item at each level, and the others
// at one.
func mostly(n int, role survey.Role, wave, level int) []answerer {
	all := rated(n-5, role, wave, level)
	for other := 1; other <= 5; other++ {
		all = append(all, rated(1, role, wave, other)...)
	}
	return all
}

func one(groups ...[]answerer) *Pass { return passOf(slices.Concat(groups...), "2026") }
func two(groups ...[]answerer) *Pass { return passOf(slices.Concat(groups...), "2025", "2026") }

func then(people []answerer) []answerer { return moved(people, 0) }
func now(people []answerer) []answerer  { return moved(people, 1) }

func moved(people []answerer, wave int) []answerer {
	all := slices.Clone(people)
	for i := range all {
		all[i].wave = wave
	}
	return all
}

func scenes() []scene {
	mirrored := func(self, other map[int]int, tone survey.Tone) *Pass { // of 50 each, on what parents want
		var people []person
		add := func(role survey.Role, counts map[int]int) {
			for i := range 50 {
				themes := map[int]survey.Tone{}
				for t, n := range counts {
					if i < n {
						themes[t] = tone
					}
				}
				people = append(people, person{roles: []survey.Role{role}, wrote: map[int]map[int]survey.Tone{parentsWant: themes}})
				tone = survey.Wish
			}
		}
		add(survey.Parent, self)
		add(survey.Teacher, other)
		return pass(people)
	}
	wish := survey.Wish
	return []scene{
		{"nobody touches a theme", Themes, "themes", one(parents(27))},
		{"one theme leads", Themes, "themes", one(parents(9, trust), parents(18))},
		{"two lead alike", Themes, "themes", one(parents(9, trust), parents(9, respect), parents(9))},
		{"one leads, one follows", Themes, "themes", one(parents(20, trust), parents(10, respect), parents(30))},
		{"everybody says it", Themes, "themes", one(parents(40, trust))},
		{"seven people", Themes, "themes", one(parents(3, trust), parents(4))},
		{"a single mention", Themes, "themes", one(parents(1, trust), parents(59))},
		{"large counts", Themes, "themes", one(parents(1200, trust), parents(600, respect), parents(700))},

		{"the same shares", ByRole, "themes.by.role", one(parents(20, trust), parents(20), teachers(10, trust), teachers(10))},
		{"parents more", ByRole, "themes.by.role", one(parents(30, trust), parents(10), teachers(3, trust), teachers(30))},
		{"teachers more", ByRole, "themes.by.role", one(parents(3, trust), parents(37), teachers(25, trust), teachers(8))},
		{"more, but by chance", ByRole, "themes.by.role", one(parents(12, trust), parents(28), teachers(4, trust), teachers(6))},
		{"no parent, all teachers", ByRole, "themes.by.role", one(parents(40), teachers(10, trust))},
		{"nobody on either side", ByRole, "themes.by.role", one(parents(40), teachers(10))},

		{"no tone stands out", Tone, "themes.tone", one(toned(1, trust, survey.Concern), parents(30))},
		{"concern and praise", Tone, "themes.tone", one(toned(12, trust, survey.Concern), toned(8, respect, survey.Praise), parents(20))},
		{"concern and praise about one theme", Tone, "themes.tone", one(toned(12, trust, survey.Concern), toned(9, trust, survey.Praise), parents(20))},
		{"concern alone", Tone, "themes.tone", one(toned(12, trust, survey.Concern), parents(20))},
		{"praise alone", Tone, "themes.tone", one(toned(12, trust, survey.Praise), parents(20))},
		{"concern about two alike", Tone, "themes.tone", one(toned(6, trust, survey.Concern), toned(6, respect, survey.Concern), parents(20))},

		{"no two themes together", Together, "together", one(parents(12, trust), parents(12, respect))},
		{"two themes together", Together, "together", one(parents(12, trust, respect), parents(20))},

		{"both sides name it", Mirror, "mirror", mirrored(map[int]int{trust: 48}, map[int]int{trust: 48}, wish)},
		{"one side names it", Mirror, "mirror", mirrored(map[int]int{trust: 40}, map[int]int{trust: 5}, wish)},
		{"not settled", Mirror, "mirror", mirrored(map[int]int{trust: 20}, map[int]int{trust: 15}, wish)},

		{"no change", Change, "change", two(then(parents(10, trust)), then(parents(20)), now(parents(10, trust)), now(parents(20)))},
		{"fewer than before", Change, "change", two(then(parents(40, trust)), then(parents(10)), now(parents(10, trust)), now(parents(40)))},
		{"more than before", Change, "change", two(then(parents(10, trust)), then(parents(40)), now(parents(40, trust)), now(parents(10)))},
		{"from nothing", Change, "change", two(then(parents(50)), now(parents(25, trust)), now(parents(25)))},
		{"for one role alone", Change, "change.teacher", two(then(teachers(20, trust)), then(teachers(2)), now(teachers(2, trust)), now(teachers(20)))},

		{"neither side of a balance", Balance, "balance.trust", one(toned(10, trust, survey.Praise), toned(10, trust, survey.Concern), parents(20))},
		{"more praise", Balance, "balance.trust", one(toned(25, trust, survey.Praise), toned(3, trust, survey.Concern), parents(20))},
		{"more concern", Balance, "balance.trust", one(toned(3, trust, survey.Praise), toned(25, trust, survey.Concern), parents(20))},

		{"nothing goes with low answers", Leaning, "leaning", one(rated(20, survey.Parent, 0, 1), rated(20, survey.Parent, 0, 5))},
		{"a theme goes with low answers", Leaning, "leaning", one(rated(15, survey.Parent, 0, 1, trust), rated(5, survey.Parent, 0, 1), rated(20, survey.Parent, 0, 5))},
		{"a theme goes with high answers", Leaning, "leaning", one(rated(20, survey.Parent, 0, 1), rated(15, survey.Parent, 0, 5, trust), rated(5, survey.Parent, 0, 5))},

		{"one item leads", Items, "items", one(mostly(30, survey.Parent, 0, 5))},
		{"both sides answer alike", Items, "items.gap", one(mostly(30, survey.Parent, 0, 4), mostly(12, survey.Teacher, 0, 4))},
		{"parents higher", Items, "items.gap", one(mostly(30, survey.Parent, 0, 5), mostly(12, survey.Teacher, 0, 2))},
		{"teachers higher", Items, "items.gap", one(mostly(30, survey.Parent, 0, 2), mostly(12, survey.Teacher, 0, 4))},
		{"an item rose", Items, "items.change", two(mostly(30, survey.Parent, 0, 2), mostly(30, survey.Parent, 1, 4))},
		{"an item fell", Items, "items.change", two(mostly(30, survey.Parent, 0, 4), mostly(30, survey.Parent, 1, 2))},
		{"no item moved", Items, "items.change", two(mostly(30, survey.Parent, 0, 4), mostly(30, survey.Parent, 1, 4))},

		{"an item's top", Scales, "scales", one(mostly(10, survey.Parent, 0, 5), mostly(20, survey.Parent, 0, 2))},
		{"nobody at the top", Scales, "scales", one(rated(10, survey.Parent, 0, 3), rated(20, survey.Parent, 0, 2))},
		{"everybody answers alike", Scales, "scales", one(rated(30, survey.Parent, 0, 5))},
		{"one year", Respondents, "respondents", one(parents(20, trust), parents(7))},
		{"the newest of two years", Respondents, "respondents", two(then(parents(20)), now(parents(30)))},
	}
}

// What is said of a table is no stronger than its numbers allow: ties are ties,
// chance is chance, and nothing is told of nobody. The golden files are to be read
// as a principal would, and as a mother would to whom the report is handed.
func TestSentences(t *testing.T) {
	for _, l := range []say.Language{say.English, say.Spanish} {
		var out strings.Builder
		for _, s := range scenes() {
			s.pass.Lang = l
			f := find(t, s.measure, s.pass, s.id)
			fmt.Fprintf(&out, "%s\n", s.what)
			for _, row := range f.Table.Rows[:min(len(f.Table.Rows), 4)] {
				fmt.Fprintf(&out, "\t%s\n", strings.Join(written(l, f, row), " | "))
			}
			fmt.Fprintf(&out, "  %s\n\n", f.Title)
		}
		golden(t, "testdata/sentences."+l.String()+".txt", out.String())
	}
}

// Whatever of a table is withheld, no sentence has a hole where its number was.
func TestSentencesHaveNoHoles(t *testing.T) {
	holes := regexp.MustCompile(`  |\( |\(\)| [,.:;)]|NaN|%!|^ | $`)
	check := func(s scene, m *Measure, f *findings.Finding) {
		for _, row := range f.Table.Rows {
			for j, c := range row {
				if f.Table.Columns[j].Unit == findings.Label {
					continue
				}
				row[j] = findings.HiddenCell()
				if said := m.Say(s.pass.Lang, f); holes.MatchString(said) {
					t.Errorf("%s, %s: without %s of %s, it says %q", s.what, f.ID, f.Table.Columns[j].Name, row[0].Label, said)
				}
				row[j] = c
			}
		}
	}
	for _, s := range scenes() {
		for _, s.pass.Lang = range []say.Language{say.English, say.Spanish} {
			for _, m := range All {
				for _, f := range m.Run(s.pass) {
					check(s, m, &f)
				}
			}
		}
	}
}

// golden compares what was said with a file.
func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("sentences differ from %s; run with -update and read what changed:\n%s", file, got)
	}
}

// written is a row as a report shows it, with its intervals.
func written(l say.Language, f *findings.Finding, row []findings.Cell) []string {
	var cells []string
	for j, c := range row {
		unit := f.Table.Columns[j].Unit
		switch text := unit.In(l, c.Number); {
		case c.Hidden:
			cells = append(cells, "withheld")
		case c.Bound != findings.Exact:
			cells = append(cells, c.Bound.String()+" "+text)
		case unit == findings.Label:
			cells = append(cells, c.Label)
		case c.Number != c.Number:
			cells = append(cells, c.Label)
		case c.Low == c.Low:
			cells = append(cells, fmt.Sprintf("%s (%s to %s)", text, unit.In(l, c.Low), unit.In(l, c.High)))
		default:
			cells = append(cells, text)
		}
	}
	return cells
}
