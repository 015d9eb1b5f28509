package analysis

import (
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"commonground/analysis/codebook"
	"commonground/analysis/findings"
	"commonground/analysis/intake"
	"commonground/analysis/measure"
	"commonground/analysis/survey"
)

// summary picks the three sentences to say aloud: who answered, what they
// wrote about, and what changed or sets people or tones apart. A survey without comments
// has its scales and choices told instead.
func summary(r *findings.Report) []string {
	contrast := "themes.tone"
	for _, id := range []string{"themes.by.role", "change"} {
		if f := r.Finding(id); f != nil && slices.ContainsFunc(f.Tests, measure.Tells) {
			contrast = id
		}
	}
	var said []string
	for _, id := range []string{"respondents", "themes", contrast, "scales", "choices"} {
		for _, s := range r.Sections {
			if s.ID == id && len(said) < 3 {
				said = append(said, s.Findings[0].Title)
			}
		}
	}
	return said
}

// sources are the files as the report names them.
func sources(reads []intake.Read) []findings.Source {
	var all []findings.Source
	names := shortNames(reads)
	for i, r := range reads {
		s := findings.Source{
			File: names[i], Format: r.Format, Encoding: r.Encoding, Rows: r.Rows, Used: r.Used,
			Respondents: r.Respondents, Stated: r.Stated, RoleFrom: r.RoleFrom, Notes: r.Notes,
		}
		for _, e := range r.Refused {
			s.Refused = append(s.Refused, findings.Refusal{Row: e.Row, Column: e.Column, Reason: e.Err.Error()})
		}
		for _, e := range r.Doubts {
			s.Notes = append(s.Notes, fmt.Sprintf("Row %d, column %q: the cell is unlike the others of its column, and was left out; "+
				"inspect shows it.", e.Row, e.Column))
		}
		all = append(all, s)
	}
	return all
}

// shortNames returns the files' names without the folders that they lie in,
// which are nobody's business, but as many as it takes to tell them apart.
func shortNames(reads []intake.Read) []string {
	names := make([]string, len(reads))
	for i, r := range reads {
		parts := strings.Split(filepath.ToSlash(r.File), "/")
		for depth := 1; depth <= len(parts); depth++ {
			names[i] = path.Join(parts[len(parts)-depth:]...)
			shared := func(o intake.Read) bool {
				return o.File != r.File && strings.HasSuffix("/"+filepath.ToSlash(o.File), "/"+names[i])
			}
			if !slices.ContainsFunc(reads, shared) {
				break
			}
		}
	}
	return names
}

// themes are the codebook's themes as the report explains them.
func themes(b *codebook.Codebook) []findings.Theme {
	var all []findings.Theme
	for _, t := range b.Themes {
		theme := findings.Theme{
			ID: t.ID, Label: t.Label, Group: t.Group, Definition: t.Definition, Include: t.Include, Exclude: t.Exclude,
			Asset: t.Asset[survey.English],
		}
		for _, question := range t.Ask {
			theme.Ask = append(theme.Ask, question[survey.English])
		}
		for _, one := range t.Practices {
			theme.Practices = append(theme.Practices, findings.Practice{Text: one.Text[survey.English], Source: one.Source})
		}
		all = append(all, theme)
	}
	return all
}

// but says which intervals cover errors of coding too.
func (r *run) but() string {
	if r.pass.Sample == nil {
		return "."
	}
	return ", except for the shares called corrected: these are estimated from the program's codes of everybody and a blind sample " +
		"coded by a person, in strata (PPI++, Angelopoulos, Duchi and Zrnic 2023)."
}

// method says how the numbers came about.
func (r *run) method() []findings.Note {
	return append(r.chain.method(r.books()), []findings.Note{
		{Title: "Base", Text: "People are counted, not mentions: a person who speaks of a theme three times counts once. " +
			"Shares are of the people who wrote something that could be read, to any open question unless a question is named. " +
			"Answers like \"n/a\" are counted apart and leave the base."},
		{Title: "Intervals", Text: "Intervals are 95% (Wilson 1927 for a share, Newcombe 1998 for a difference of two). They cover chance alone: " +
			"not who chose to answer, and not errors of coding" + r.but()},
		{Title: "Roles", Text: "A person with two roles is in both columns, and on neither side of a comparison."},
		{Title: "Tone", Text: "Each mention is praise, concern, wish or neutral, by the clause that holds it; a person counts once in each tone."},
		{Title: "Privacy", Text: "E-mail and street addresses, phone numbers, ids and people's names are masked; a name can be missed: read before you publish. " +
			"Nothing is told of a group of " + measure.Fewer(r.pass.Small) + ", nor what its number could be worked out from: such groups are pooled or withheld, " +
			"with others where it takes that, and listed as withheld. People of several roles who are so few count in the smallest of their roles alone. " +
			"Comments are shown of roles with ten people or more (five for teachers and staff), not of anybody who stands out in theirs by language, file or another fact, " +
			"and not where they seem to tell of danger to somebody."},
		{Title: "Program", Text: "commonground " + r.plan.Version + ". Everything was computed on this computer; nothing was sent anywhere."},
	}...)
}

// LookAt is the title of notes on what a person may have to put right in the
// files or the study.
const LookAt = "To look at"

// notes are what a reader should know of this run.
func (r *run) notes() []findings.Note {
	var notes []findings.Note
	if r.pass.TellsAll() {
		var rows, used, refused int
		for _, s := range r.sources {
			rows, used, refused = rows+s.Rows, used+s.Used, refused+len(s.Refused)
		}
		notes = append(notes, findings.Note{Title: "Rows", Text: fmt.Sprintf("%d rows read = %d part of a response + %d refused.", rows, used, refused)})
	}
	if r.pass.Stated > 0 {
		notes = append(notes, findings.Note{Title: "Respondents", Text: fmt.Sprintf(
			"The source states %d respondents; the words of %d can be read in it.", r.pass.Stated, r.pass.Tally.People())})
	}
	if r.told > 0 {
		notes = append(notes, findings.Note{Title: "Roles", Text: fmt.Sprintf(
			"The roles of %s people were not stated: they are concluded from what these people say of themselves.", r.pass.Shown(int64(r.told)))})
	}
	if r.silent > 0 {
		notes = append(notes, findings.Note{Title: "Consent", Text: fmt.Sprintf(
			"Of those asked, %s people did not agree to be quoted: they are counted, and their words are not shown.", r.pass.Shown(int64(r.silent)))})
	}
	if len(r.report.Withheld) > 0 {
		notes = append(notes, findings.Note{Title: "Withheld", Text: fmt.Sprintf(
			"What would tell of %s is withheld, with what it could be worked out from: see the list.", measure.Fewer(r.pass.Small))})
	}
	switch isOpen := func(q survey.Question) bool { return q.Kind == survey.Open }; {
	case !slices.ContainsFunc(r.in.Survey.Questions, isOpen):
		notes = append(notes, findings.Note{Title: "No comments", Text: "No open question was found, so there are no themes: " +
			"the report shows respondents, choices and scales."})
	case r.report.Finding("themes") == nil:
		notes = append(notes, findings.Note{Title: "Too few comments", Text: "Nothing is told of what people wrote: " + measure.Fewer(r.pass.Small) + " wrote something that could be read."})
	}
	if r.plan.Published != nil && r.report.Finding("change.parts") == nil {
		notes = append(notes, findings.Note{Title: "Published findings", Text: "The published findings of last year are not compared: " +
			"the comments of that year are not among the files, so what other rules of coding did can't be told from what people did."})
	}
	for _, said := range r.chain.Checks.Said() {
		notes = append(notes, findings.Note{Title: "Checked", Text: said})
	}
	notes = append(notes, r.sampled()...)
	if first, last := r.pass.SeveralYears(); first != "" {
		notes = append(notes, findings.Note{Title: LookAt, Text: fmt.Sprintf("Answers from %s to %s are counted together. If they are of several years, "+
			"“commonground init” writes a study file that tells these apart, and the report then tells what changed.", first, last)})
	}
	for _, doubt := range r.in.Notes {
		notes = append(notes, findings.Note{Title: LookAt, Text: doubt})
	}
	return append(notes, r.plan.Notes...)
}
