package analysis_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"commonground/analysis"
	"commonground/analysis/codebook"
	"commonground/analysis/intake"
	"commonground/analysis/measure"
)

// An attacker has everything that may be shown, knows everybody's role, wave,
// file, grade, language and what they answered, but for how many people there are
// of each such kind, and looks for a number of fewer than five, or for one that is
// told as a bound.
func TestNothingOfFewCanBeWorkedOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawStudy(t)
		found := s.run(t)
		defer found.Close()
		a := s.attack(t, found.Report)
		for _, of := range universes {
			if few := a.exposed(of); few != nil {
				t.Fatalf("of %s, the number of these people can be worked out:\n%s\nfrom\n%s", of.base, list(few), a.numbers(of.base))
			}
		}
		logsWithheld(t, found.Report)
		for _, theme := range spokenOf {
			s.attackBounds(t, found.Report, theme)
		}
	})
}

const threshold = 5

// A subject is one person of a made-up study.
type subject struct {
	wave, file  string
	roles       string // "Parent", "Teacher", "Parent, Teacher" …
	grade       string // "" where not stated
	welcome     string // answer to a scale; "" for none
	hears       string // answer to a choice
	better, fun string // comments
	spanish     bool
}

type made struct {
	people []*subject
	grades int
}

// drawStudy makes a school with a large role, some small ones and two waves.
func drawStudy(t *rapid.T) *made {
	s, few := &made{}, rapid.IntRange(0, 7)
	chance := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
	grades := rapid.IntRange(1, 4).Draw(t, "grades")
	s.grades = grades
	for _, wave := range []string{"2025", "2026"} {
		for _, kind := range []struct {
			file, roles string
			n           int
		}{
			{"parents", "Parent", rapid.IntRange(10, 24).Draw(t, "parents")}, {"teachers", "Teacher", rapid.IntRange(0, 12).Draw(t, "teachers")},
			{"teachers", "Staff", few.Draw(t, "staff")}, {"parents", "Parent, Teacher", few.Draw(t, "both")},
			{"parents", "Teacher", rapid.IntRange(0, 2).Draw(t, "astray")}, {"parents", "Community", few.Draw(t, "community")},
		} {
			for i := range kind.n {
				s.people = append(s.people, s.subject(chance, i == 0, wave, kind.file+"-"+wave+".csv", kind.roles, grades))
			}
		}
	}
	return s
}

// subject is one more person; the first of a kind answers everything, so that
// every column has an answer.
func (s *made) subject(chance *rand.Rand, first bool, wave, file, roles string, grades int) *subject {
	often := func() bool { return first || chance.IntN(8) > 0 }
	p := &subject{wave: wave, file: file, roles: roles}
	if strings.HasPrefix(file, "parents") && often() {
		p.grade = fmt.Sprintf("Grade %d", 1+chance.IntN(grades))
	}
	if often() {
		p.welcome = []string{"Disagree", "Neutral", "Agree"}[chance.IntN(3)]
	}
	if often() {
		p.hears = []string{"Paper", "Radio"}[chance.IntN(2)]
	}
	n := len(s.people)
	one, two := subjects[n%len(subjects)], subjects[(n/len(subjects)+n+1)%len(subjects)]
	if often() {
		p.better = fmt.Sprintf("Please tell us more about the %s and the %s.", one, two)
		if p.spanish = !first && chance.IntN(12) == 0; p.spanish {
			p.better = fmt.Sprintf("Nos gustaría saber más de lo que pasa con %s y con %s en la escuela.", one, two)
		}
	}
	if !p.spanish && (first || chance.IntN(2) == 0) {
		p.fun = fmt.Sprintf("We like the %s, and we trust the %s too.", one, two)
	}
	return p
}

// subjects make the comments of two people differ.
var subjects = strings.Fields("garden lunch bus library choir heron pond hall paint roof piano chess clay kite bridge drum flag lamp map nest oven quilt rope sand tent vase wheel yarn")

// run analyzes the study.
func (s *made) run(t *rapid.T) *analysis.Found {
	texts := map[string]*strings.Builder{}
	folder := fstest.MapFS{}
	plan := intake.Plan{By: []string{"Grade"}}
	for _, p := range s.people {
		b := texts[p.file]
		if b == nil {
			b = &strings.Builder{}
			texts[p.file] = b
			if strings.HasPrefix(p.file, "parents") {
				b.WriteString("Grade,")
			}
			b.WriteString("Role,Families feel welcome at our school.,How do you hear from us?,What could we do better?,What goes well?\n")
			plan.Sources = append(plan.Sources, intake.Source{Name: p.file, Path: p.file, FS: folder, Wave: p.wave})
		}
		if strings.HasPrefix(p.file, "parents") {
			b.WriteString(p.grade + ",")
		}
		fmt.Fprintf(b, "%q,%s,%s,%q,%q\n", p.roles, p.welcome, p.hears, p.better, p.fun)
	}
	for name, b := range texts {
		folder[name] = &fstest.MapFile{Data: []byte(b.String())}
	}
	in, err := intake.Open(context.Background(), plan)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { in.Close() })
	book, err := codebook.Load(strings.NewReader(tinyBook), "tiny.yaml")
	if err != nil {
		t.Fatal(err)
	}
	found, err := analysis.Run(context.Background(), analysis.Plan{RulesOnly: true, Book: book, Margins: []measure.Margin{gradeMargin(s.grades)}}, in)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

const tinyBook = `
id: tiny
title: Tiny
version: 1
themes:
  - {id: trust, label: Trust, definition: Trust., patterns: {en: [trust]}}
  - {id: news, label: News, definition: News., patterns: {en: [tell us]}}
`

func (p *subject) now() bool   { return p.wave == "2026" }
func (p *subject) wrote() bool { return p.better != "" || p.fun != "" }

// kind is all that tells people apart. What somebody leaves unanswered doesn't: a
// number of people of a group who skipped a question is an answer's.
func (p *subject) kind() string {
	return fmt.Sprintf("%s %s %s %s %v", p.wave, p.file, p.roles, p.grade, p.spanish)
}
