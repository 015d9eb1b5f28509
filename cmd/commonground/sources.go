package main

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"commonground/analysis"
	"commonground/analysis/codebook"
	"commonground/analysis/intake"
	"commonground/analysis/study"
	"commonground/analysis/survey"
	"commonground/samples"
)

// samplePrefix names a built-in sample where a file is expected.
const samplePrefix = "sample:"

// An input is what a command is to read: files, or those that a study names.
type input struct {
	plan  intake.Plan
	study *study.Study // nil where files are named
}

// open finds out what the arguments of a command name, and gives it the roles
// of --role: ROLE for all files, FILE=ROLE for one.
func open(args, roles []string) (*input, error) {
	files, err := sources(args)
	if err != nil {
		return nil, err
	}
	in := &input{plan: intake.Plan{Sources: files}}
	for _, f := range files {
		switch {
		case !isStudy(f.Name):
		case len(files) > 1:
			return nil, misuse{fmt.Errorf("%s is a study file and names the files to read itself: give it alone, or list the other files in it", f.Name)}
		default:
			if in.study, err = study.Read(f.Path, f.FS); err != nil {
				return nil, err
			}
			in.plan = in.study.Plan()
		}
	}
	return in, assignRoles(&in.plan, roles)
}

// isStudy reports whether a file is a study file, by its name.
func isStudy(name string) bool {
	ext := strings.ToLower(filepath.Ext(name))
	return ext == ".yaml" || ext == ".yml"
}

// book returns the codebook of that name, or else that of the study, or else
// the usual one.
func (in *input) book(name string) (*codebook.Codebook, error) {
	if name == "" && in.study != nil {
		if b, err := in.study.Book(); b != nil || err != nil {
			return b, err
		}
	}
	return loadBook(cmp.Or(name, defaultBook))
}

// analysis returns what is to be found out, as far as a study says it.
func (in *input) analysis() (plan analysis.Plan, err error) {
	plan.Version = version
	if in.study == nil {
		return plan, nil
	}
	plan.Published, err = in.study.LastReport()
	plan.Small, plan.Invited, plan.Margins = int(in.study.Privacy), in.study.Invited, in.study.Margins
	if err != nil {
		return plan, err
	}
	plan.Logo, err = in.study.Logo()
	return plan, err
}

// sources turns the files of a command line into sources.
func sources(files []string) ([]intake.Source, error) {
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
	return all, refuseTwice(all)
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

// assignRoles puts what --role says into the plan.
func assignRoles(plan *intake.Plan, roles []string) error {
	for _, r := range roles {
		cut := strings.LastIndexByte(r, '=')
		file, name := r[:max(cut, 0)], r[cut+1:]
		role := survey.ParseRole(strings.ToLower(name))
		switch {
		case role == survey.NoRole:
			return misuse{fmt.Errorf("--role %s: no role %q: the roles are %s", r, name, strings.Join(survey.Roles(), ", "))}
		case file != "":
			plan.Roles = append(plan.Roles, intake.FileRole{File: file, Role: role})
			continue
		}
		for i := range plan.Sources {
			plan.Sources[i].Role = role
		}
	}
	if len(plan.Roles) == 0 {
		return nil
	}
	files, err := plan.Files()
	if err != nil {
		return err
	}
	for _, r := range plan.Roles {
		if !slices.ContainsFunc(files, r.Of) {
			return misuse{fmt.Errorf("--role %s=%s: %s is not among the files to read", r.File, r.Role, r.File)}
		}
	}
	return nil
}
