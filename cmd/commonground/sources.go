package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"commonground/analysis/intake"
	"commonground/analysis/survey"
	"commonground/samples"
)

// samplePrefix names a built-in sample where a file is expected.
const samplePrefix = "sample:"

// sources turns the files of a command line into sources, with the roles of
// --role: ROLE for all, FILE=ROLE for one.
func sources(files, roles []string) ([]intake.Source, error) {
	if len(files) == 0 {
		return nil, misuse{errors.New("no file named: give the exports or the blog post to read, or sample:riverbend to try it")}
	}
	var all []intake.Source
	for _, f := range files {
		name, ok := strings.CutPrefix(f, samplePrefix)
		if !ok {
			all = append(all, intake.Source{Name: f, Path: f})
			continue
		}
		folder, paths, err := samples.Open(name)
		if err != nil {
			return nil, misuse{err}
		}
		for _, path := range paths {
			all = append(all, intake.Source{Name: path, Path: path, FS: folder})
		}
	}
	if err := refuseTwice(all); err != nil {
		return nil, err
	}
	return all, assignRoles(all, roles)
}

// refuseTwice refuses a file that is named twice: its people would count
// double.
func refuseTwice(all []intake.Source) error {
	seen := map[string]bool{}
	for _, s := range all {
		where := s.Name
		if abs, err := filepath.Abs(s.Path); s.FS == nil && err == nil {
			where = abs
		}
		if seen[where] {
			return misuse{fmt.Errorf("%s is named twice: its people would be counted twice", s.Name)}
		}
		seen[where] = true
	}
	return nil
}

func assignRoles(all []intake.Source, roles []string) error {
	for _, r := range roles {
		file, name, one := strings.Cut(r, "=")
		if !one {
			file, name = "", r
		}
		role := survey.ParseRole(strings.ToLower(name))
		if role == survey.NoRole {
			return misuse{fmt.Errorf("--role %s: no role %q: the roles are %s", r, name, strings.Join(survey.Roles(), ", "))}
		}
		found := false
		for i := range all {
			if !one || all[i].Name == file || filepath.Base(all[i].Name) == file {
				all[i].Role, found = role, true
			}
		}
		if !found {
			return misuse{fmt.Errorf("--role %s: %s is not among the files to read", r, file)}
		}
	}
	return nil
}
