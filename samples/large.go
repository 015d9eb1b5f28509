//go:build ignore

// Large writes a survey of any size to standard output, to measure speed and
// memory on: two comments a row, of 5 to 120 words each, put together from the
// sentences of the sample comments.
//
//	go run samples/large.go -rows 100000 >large.csv
//
// With -read it does the least that any program must do with such a file, as a
// yardstick: it reads it as CSV and splits the comments into words.
package main

import (
	"bufio"
	"encoding/csv"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"math/rand/v2"
	"os"
	"strings"
	"time"
)

func main() {
	rows := flag.Int("rows", 100_000, "respondents")
	read := flag.String("read", "", "read this file instead and count its words")
	flag.Parse()
	if *read != "" {
		words, err := countWords(*read)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(words, "words")
		return
	}
	if err := write(os.Stdout, *rows); err != nil {
		log.Fatal(err)
	}
}

func write(out io.Writer, rows int) error {
	said, err := sampleWords()
	if err != nil {
		return err
	}
	rng := rand.New(rand.NewPCG(1, 2))
	buf := bufio.NewWriterSize(out, 1<<20)
	w := csv.NewWriter(buf)
	w.Write([]string{"Timestamp", "Role", "What is going well between home and school?", "What could we do better?"})
	start := time.Date(2026, 4, 1, 8, 0, 0, 0, time.UTC)
	for i := range rows {
		role := "Parent"
		if rng.IntN(5) == 0 {
			role = "Teacher"
		}
		when := start.Add(time.Duration(i) * time.Second).Format(time.DateTime)
		if err := w.Write([]string{when, role, comment(rng, said), comment(rng, said)}); err != nil {
			return err
		}
	}
	w.Flush()
	return errors.Join(w.Error(), buf.Flush())
}

// sampleWords returns the words of each sample comment.
func sampleWords() ([][]string, error) {
	f, err := os.Open("samples/comments.csv")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	all, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, err
	}
	var said [][]string
	for _, row := range all[1:] {
		said = append(said, strings.Fields(row[len(row)-1]))
	}
	return said, nil
}

// comment strings sample comments together until a drawn length is reached.
func comment(rng *rand.Rand, said [][]string) string {
	length := 5 + rng.IntN(116)
	var words []string
	for len(words) < length {
		words = append(words, said[rng.IntN(len(said))]...)
	}
	return strings.Join(words[:length], " ")
}

func countWords(name string) (int, error) {
	f, err := os.Open(name)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.ReuseRecord = true
	words := 0
	for {
		row, err := r.Read()
		if err == io.EOF {
			return words, nil
		}
		if err != nil {
			return 0, err
		}
		for _, cell := range row[2:] {
			words += len(strings.Fields(cell))
		}
	}
}
