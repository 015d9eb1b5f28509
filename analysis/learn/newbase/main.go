// Newbase trains the base model that ships with the program:
//
//	go run ./analysis/learn/newbase -o analysis/learn/base.model COMMENTS.jsonl…
//
// Each line of a file is a comment with its codes, as commonground evaluate
// reads them. Most must be comments that were not looked at when the rules were
// written: from them it learns how far to trust the rules. The same files give
// the same model.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"

	"commonground/analysis/codebook"
	"commonground/analysis/learn"
	"commonground/analysis/survey"
)

func main() {
	out := flag.String("o", "base.model", "the file to write")
	book := flag.String("codebook", "partnership", "the built-in codebook")
	flag.Parse()
	if flag.NArg() == 0 {
		fmt.Fprintln(os.Stderr, "usage: newbase -o FILE COMMENTS.jsonl…")
		os.Exit(2)
	}
	if err := train(*out, *book, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "newbase:", err)
		os.Exit(1)
	}
}

func train(out, book string, files []string) error {
	b, err := codebook.Builtin(book)
	if err != nil {
		return err
	}
	rules, err := codebook.NewRules(b)
	if err != nil {
		return err
	}
	g := gold{themes: rules.Themes(), people: map[string]int{}, posed: map[string]int{}}
	var comments []learn.Example
	for _, file := range files {
		if comments, err = g.read(comments, file); err != nil {
			return err
		}
	}
	rules.Ask(&g.survey)
	var model bytes.Buffer
	if err := learn.NewBase(rules, &g.survey, comments).Write(&model); err != nil {
		return err
	}
	return os.WriteFile(out, model.Bytes(), 0o644)
}

// A gold is what is known of the files read so far.
type gold struct {
	themes []codebook.Theme
	people map[string]int // number by name
	posed  map[string]int // how many answers to each question, by its short name
	survey survey.Survey
}

// A line is a coded comment.
type line struct {
	Respondent, Question, Text string
	Codes                      map[string]string // tone by theme
}

// read appends the comments of a file.
func (g *gold) read(examples []learn.Example, file string) ([]learn.Example, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	lines := json.NewDecoder(bufio.NewReader(f))
	for n := 1; ; n++ {
		var l line
		if err := lines.Decode(&l); err == io.EOF {
			return examples, nil
		} else if err != nil {
			return nil, fmt.Errorf("%s: comment %d: %w", file, n, err)
		}
		ex, err := g.example(l)
		if err != nil {
			return nil, fmt.Errorf("%s: comment %d: %w", file, n, err)
		}
		examples = append(examples, ex)
	}
}

func (g *gold) example(l line) (learn.Example, error) {
	if g.people[l.Respondent] == 0 {
		g.people[l.Respondent] = len(g.people) + 1
	}
	q := g.question(l.Question)
	ex := learn.Example{Respondent: g.people[l.Respondent], Comment: survey.Comment{Question: q, Text: l.Text}}
	for id, name := range l.Codes {
		theme := slices.IndexFunc(g.themes, func(t codebook.Theme) bool { return t.ID == id })
		tone, ok := survey.ParseTone(name)
		if theme < 0 || !ok {
			return ex, fmt.Errorf("code %q: %q is not a theme of the codebook with a tone", id, name)
		}
		ex.Codes = append(ex.Codes, learn.Code{Theme: theme, Tone: tone})
	}
	slices.SortFunc(ex.Codes, func(a, b learn.Code) int { return a.Theme - b.Theme })
	return ex, nil
}

// question returns the index of a question with this short name: each of its
// wordings in turn, so that what is learnt of it is not of one alone, and every
// fourth time the name by itself, which is all that some files have.
func (g *gold) question(name string) int {
	text, posed := name, g.posed[name]
	if wordings := learn.Wordings(name); len(wordings) > 0 && posed%4 < 3 {
		text = wordings[(posed-posed/4)%len(wordings)]
	}
	g.posed[name]++
	q := g.survey.Index(text)
	if q < 0 {
		q = len(g.survey.Questions)
		g.survey.Questions = append(g.survey.Questions, survey.Question{ID: text, Text: text, Kind: survey.Open})
	}
	return q
}
