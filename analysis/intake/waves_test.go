package intake

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"commonground/analysis/survey"
)

// waves lists the choices of the wave question, and behind a colon the wave of
// each response.
func waves(t *testing.T, in *Intake) string {
	t.Helper()
	i := in.Survey.Index(survey.WaveID)
	if i < 0 {
		return "none"
	}
	q := in.Survey.Questions[i]
	if q.Use != survey.WaveUse || q.Kind != survey.Single {
		t.Errorf("%+v", q)
	}
	text := strings.Join(q.Choices, "|") + ":"
	for _, r := range responses(t, in) {
		name := answer(in.Survey, r, survey.WaveID)
		if name == "" {
			name = "-"
		}
		text += " " + name
	}
	return text
}

func TestWaves(t *testing.T) {
	const words = "Comments\nWe like the garden\nThe office is kind\n"
	dated := "Timestamp,Comments\n8/30/2024 8:00:00,We like the garden\n6/1/2024 8:00:00,The office is kind\n,It is fine\n1/15/2026 8:00:00,All good\n"
	years := "School year,Comments\n2025-2026,We like the garden\n2024-25,The office is kind\n,It is fine\n2024/25,All good\n"
	told := func(names ...string) []Source {
		var all []Source
		for _, n := range names {
			all = append(all, Source{Wave: n})
		}
		return all
	}
	tests := []struct {
		name  string
		plan  Plan
		files []string
		want  string
	}{
		{"none", Plan{}, []string{"a.csv", words}, "none"},
		{"told for files", Plan{Sources: told("2026", "2025")}, []string{"b.csv", words, "a.csv", words}, "2025|2026: 2026 2026 2025 2025"},
		{"told for one file", Plan{Sources: told("", "2025")}, []string{"b.csv", words, "a.csv", words}, "2025: - - 2025 2025"},
		{"terms of a year", Plan{Sources: told("Fall 2025", "Spring 2025", "Spring 2026")}, []string{"a.csv", words, "b.csv", words, "c.csv", words},
			"Spring 2025|Fall 2025|Spring 2026: Fall 2025 Fall 2025 Spring 2025 Spring 2025 Spring 2026 Spring 2026"},
		{"numbered", Plan{Sources: told("Wave 10", "Wave 2")}, []string{"a.csv", words, "b.csv", words}, "Wave 2|Wave 10: Wave 10 Wave 10 Wave 2 Wave 2"},
		{"names without an order", Plan{Sources: told("before", "after")}, []string{"a.csv", words, "b.csv", words}, "before|after: before before after after"},
		{"a column of years", Plan{}, []string{"a.csv", years}, "2024-25|2025-2026: 2025-2026 2024-25 - 2024-25"},
		{"a column of years below a told wave", Plan{Sources: told("2023")}, []string{"a.csv", years}, "2023: 2023 2023 2023 2023"},
		{"a column that is named", Plan{Waves: Waves{Column: "round of asking"}}, []string{"a.csv", "Round of asking,Comments\nsecond,We like the garden\nfirst,The office is kind\n"},
			"second|first: second first"},
		{"dates by school year", Plan{Waves: Waves{Starts: time.July}}, []string{"a.csv", dated}, "2023-24|2024-25|2025-26: 2024-25 2023-24 - 2025-26"},
		{"dates by year", Plan{Waves: Waves{Starts: time.January}}, []string{"a.csv", dated}, "2024|2026: 2024 2024 - 2026"},
		{"years of other things", Plan{}, []string{"a.csv", "Year,Comments\nYear 7,We like the garden\nYear 8,The office is kind\n"}, "none"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			in := mustOpen(t, tt.plan, tt.files...)
			checkRows(t, in)
			if got := waves(t, in); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

// Who answers in two waves gives two responses, also where the waves stand in
// one file and everybody answers in many.
func TestOnePersonInTwoWaves(t *testing.T) {
	in := mustOpen(t, Plan{}, "a.csv", "Respondent ID,Wave,Lunch is good,Comments\n1,2025,Agree,We like the garden\n2,2025,Agree,It is fine\n1,2026,Disagree,The office is kind\n1,2026,Agree,All good\n")
	var got []string
	for _, r := range responses(t, in) {
		got = append(got, fmt.Sprintf("%s %s, %d rows", answer(in.Survey, r, survey.WaveID), answer(in.Survey, r, "lunch-is-good"), len(r.From)))
	}
	if diff := cmp.Diff([]string{"2025 Agree, 1 rows", "2025 Agree, 1 rows", "2026 Agree, 2 rows"}, got); diff != "" {
		t.Error(diff)
	}
	checkRows(t, in)

	var file strings.Builder
	file.WriteString("Respondent ID,Wave,Comments\n")
	for i := range 60 {
		fmt.Fprintf(&file, "P%d,%d,We like the garden\n", i%6, 2016+i/6)
	}
	many := mustOpen(t, Plan{}, "a.csv", file.String())
	if many.Reads[0].Columns[0].Kind != RespondentID || many.Respondents != 60 {
		t.Errorf("%s, %d respondents", many.Reads[0].Columns[0].Kind, many.Respondents)
	}
}

func TestWaveAsGroup(t *testing.T) {
	const file = "School year,Comments\n2024-25,We like the garden\n2025-26,The office is kind\n"
	for _, by := range []string{"wave", "School year"} {
		in := mustOpen(t, Plan{By: []string{by}}, "a.csv", file)
		if !in.Survey.Questions[in.Survey.Index(survey.WaveID)].By {
			t.Errorf("%s: the wave is no group", by)
		}
	}
	if _, err := open(t, Plan{By: []string{"wave"}}, "a.csv", "Comments\nWe like the garden\n"); err == nil {
		t.Error("no wave is known, and none is missed")
	}
}

// Several waves are compared without being asked for; one is not.
func TestSeveralWavesAreGroups(t *testing.T) {
	for file, want := range map[string]bool{"Wave,Comments\n2025,We like the garden\n2026,Notes come home\n": true, "Wave,Comments\n2026,We like the garden\n2026,Notes come home\n": false} {
		in := mustOpen(t, Plan{}, "a.csv", file)
		if got := in.Survey.Questions[in.Survey.Index(survey.WaveID)].By; got != want {
			t.Errorf("%q: groups by wave %v", file, got)
		}
	}
}
