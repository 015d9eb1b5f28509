package report

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
)

// sweep removes the working folders of runs that were killed: they may hold
// people's own words. Their names begin with the number of their process.
func sweep(parent, name string) {
	entries, err := os.ReadDir(parent)
	if err != nil {
		return // and what can't be listed can't be swept
	}
	for _, e := range entries {
		rest, ok := strings.CutPrefix(e.Name(), "."+name+".partial-")
		if !ok || !e.IsDir() {
			continue
		}
		number, _, _ := strings.Cut(rest, "-")
		if pid, err := strconv.Atoi(number); err == nil && !running(pid) {
			_ = os.RemoveAll(filepath.Join(parent, e.Name()))
		}
	}
}

// running reports whether a process with that number exists, besides this one,
// which has no folder yet.
func running(pid int) bool {
	if pid == os.Getpid() {
		return false
	}
	p, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	defer p.Release()
	if runtime.GOOS == "windows" {
		return true // there, only a process that exists is found
	}
	err = p.Signal(syscall.Signal(0))
	return err == nil || errors.Is(err, os.ErrPermission)
}
