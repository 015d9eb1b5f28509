package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"golang.org/x/term"
)

// A progress shows on a terminal what goes on; into a pipe it is silent.
type progress struct {
	w     io.Writer
	width int // of the terminal; 0 where there is none
	last  time.Time
}

// newProgress shows progress on w if w is a terminal.
func newProgress(w io.Writer) *progress {
	p := &progress{w: w}
	if f, ok := w.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		if p.width, _, _ = term.GetSize(int(f.Fd())); p.width == 0 {
			p.width = 80
		}
	}
	return p
}

// say shows a step at once.
func (p *progress) say(format string, args ...any) {
	if p.width == 0 {
		return
	}
	line := []rune(fmt.Sprintf(format, args...))
	line = line[:min(len(line), p.width-1)]
	fmt.Fprintf(p.w, "\r%s%s\r%s", string(line), strings.Repeat(" ", p.width-1-len(line)), string(line))
}

// count shows a number that grows, a few times a second.
func (p *progress) count(done, all int) {
	if now := time.Now(); now.Sub(p.last) > 100*time.Millisecond {
		p.last = now
		p.say("Coding %d of %d respondents (%d%%)", done, all, 100*done/max(all, 1))
	}
}

// clear takes the line away.
func (p *progress) clear() {
	if p.width > 0 {
		fmt.Fprintf(p.w, "\r%s\r", strings.Repeat(" ", p.width-1))
	}
}
