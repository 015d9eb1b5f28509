// Package samples holds surveys to try the program on: the thread below a
// question on a school's blog, and two years of an elementary school's survey
// with their study file. The schools, the people and their words are made up.
package samples

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

//go:embed blog riverbend
var files embed.FS

// A sample is what one name stands for.
type sample struct {
	name  string
	paths []string
}

var list = []sample{
	{"blog", []string{"blog/thread.txt"}},
	{"riverbend", []string{"riverbend/study.yaml"}},
	{"riverbend/2025/parents.xlsx", []string{"riverbend/2025/parents.xlsx"}},
	{"riverbend/2025/teachers.csv", []string{"riverbend/2025/teachers.csv"}},
	{"riverbend/2026/parents.xlsx", []string{"riverbend/2026/parents.xlsx"}},
	{"riverbend/2026/teachers.csv", []string{"riverbend/2026/teachers.csv"}},
}

// Names returns what Open knows, in the order to show it.
func Names() []string {
	var names []string
	for _, s := range list {
		names = append(names, s.name)
	}
	return names
}

// Open returns the files of a sample as paths within the file system: the study
// file of "riverbend", or one of the files with answers by its own path.
func Open(name string) (fs.FS, []string, error) {
	for _, s := range list {
		if s.name == name {
			return files, slices.Clone(s.paths), nil
		}
	}
	return nil, nil, fmt.Errorf("no sample is called %q; the samples are %s", name, strings.Join(Names(), ", "))
}
