package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"commonground/analysis/codebook"
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
	return all, assignRoles(all, roles)
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
			if !one || all[i].Name == file {
				all[i].Role, found = role, true
			}
		}
		if !found {
			return misuse{fmt.Errorf("--role %s: %s is not among the files to read", r, file)}
		}
	}
	return nil
}

// loadBook returns the codebook of that name: a built-in one, or a file.
func loadBook(name string) (*codebook.Codebook, error) {
	if slices.Contains(codebook.Builtins(), name) {
		return codebook.Builtin(name)
	}
	f, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("no codebook %q: it is neither a file nor one of the built-in codebooks: %s",
			name, strings.Join(codebook.Builtins(), ", "))
	}
	if err != nil {
		return nil, fmt.Errorf("reading the codebook: %w", err)
	}
	defer f.Close()
	return codebook.Load(f, name)
}
