package analysis

import (
	"path"
	"path/filepath"
	"slices"
	"strings"

	"commonground/analysis/findings"
	"commonground/analysis/intake"
	"commonground/analysis/say"
	"commonground/analysis/survey"
)

// summary picks the three sentences to say aloud: who answered, what they
// wrote about, and what changed or sets people or tones apart. A survey without comments
// has its scales and choices told instead.
func summary(r *findings.Report) []string {
	contrast := "themes.tone"
	for _, id := range []string{"themes.by.role", "change"} {
		if f := r.Finding(id); f != nil && slices.ContainsFunc(f.Tests, findings.Tells) {
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
func sources(l say.Language, reads []intake.Read) []findings.Source {
	var all []findings.Source
	names := shortNames(reads)
	for i, r := range reads {
		s := findings.Source{
			File: names[i], Format: l.Retell(r.Format), Encoding: r.Encoding, Rows: r.Rows, Used: r.Used,
			Respondents: r.Respondents, Stated: r.Stated, RoleFrom: roleFrom(l, r.RoleFrom),
		}
		for _, note := range r.Notes {
			s.Notes = append(s.Notes, l.Retell(note))
		}
		for _, e := range r.Refused {
			s.Refused = append(s.Refused, findings.Refusal{Row: e.Row, Column: e.Column, Reason: l.Retell(e.Err.Error())})
		}
		for _, e := range r.Doubts {
			if e.Column == "" { // of a post
				s.Notes = append(s.Notes, l.Sayf("Row %d: %s.", e.Row, l.Retell(e.Err.Error())))
				continue
			}
			s.Notes = append(s.Notes, l.Sayf("Row %d, column “%s”: the cell is unlike the others of its column, and was left out; "+
				"inspect shows it.", e.Row, e.Column))
		}
		all = append(all, s)
	}
	return all
}

// roleFrom says how the roles of a file's people are known.
func roleFrom(l say.Language, from string) string {
	ways := strings.Split(from, ", else ")
	for i := range ways {
		ways[i] = l.Retell(ways[i])
	}
	return strings.Join(ways, l.Say(", else "))
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
func (r *run) themes() []findings.Theme {
	l := r.plan.Lang
	var all []findings.Theme
	for _, t := range r.told.Themes {
		theme := findings.Theme{
			ID: t.ID, Label: t.Label, Group: t.Group, Definition: t.Definition, Include: t.Include, Exclude: t.Exclude,
			Asset: t.Asset.In(l),
		}
		for _, question := range t.Ask {
			theme.Ask = append(theme.Ask, question.In(l))
		}
		for _, one := range t.Practices {
			theme.Practices = append(theme.Practices, findings.Practice{Text: one.Text.In(l), Source: one.Source})
		}
		all = append(all, theme)
	}
	return all
}

// covers says what the intervals cover, and which of them cover errors of coding.
func (r *run) covers() string {
	l := r.plan.Lang
	if r.pass.Sample == nil {
		return l.Say("They cover chance alone: not who chose to answer, and not errors of coding.")
	}
	return l.Say("They cover chance alone: not who chose to answer, and not errors of coding, except for the shares called corrected: " +
		"these are estimated from the program's codes of everybody and a blind sample " +
		"coded by a person, in strata (PPI++, Angelopoulos, Duchi and Zrnic 2023).")
}

// method says how the numbers came about.
func (r *run) method() []findings.Note {
	l := r.plan.Lang
	return slices.Concat(r.chain.method(l, r.books(), r.told.Themes), r.weighted(), []findings.Note{
		{Title: l.Say("Base"), Text: l.Say("People are counted, not mentions: a person who speaks of a theme three times counts once. " +
			"Shares are of the people who wrote something that could be read, to any open question unless a question is named. " +
			"Answers like \"n/a\" are counted apart and leave the base.")},
		{Title: l.Say("Intervals"), Text: l.Say("Intervals are 95% (Wilson 1927 for a share, Newcombe 1998 for a difference of two).") + " " + r.covers()},
		{Title: l.Say("Roles"), Text: l.Say("A person with two roles is in both columns, and on neither side of a comparison.")},
		{Title: l.Say("Tone"), Text: l.Say("Each mention is praise, concern, wish or neutral, by the clause that holds it; a person counts once in each tone.")},
		{Title: l.Say("Privacy"), Text: l.Sayf("E-mail and street addresses, phone numbers, ids and people's names are masked; a name can be missed: read before you publish. "+
			"Nothing is told of a group of %s, nor what its number could be worked out from: such groups are pooled or withheld, "+
			"with others where it takes that, and listed as withheld. People of several roles who are so few count in the smallest of their roles alone. "+
			"Comments are shown of roles with ten people or more (five for teachers and staff), not of anybody who stands out in theirs by language, file or another fact, "+
			"and not where they seem to tell of danger to somebody.", r.fewer())},
		{Title: l.Say("Answers of all"), Text: l.Say("So that no number tells what each person of a group answered, what all or nearly all of a group have in common is told as a bound, " +
			"such as “99% or more”, and what is compared with it takes the bound. Answers of a scale that nobody of a group gave are told together with the next; " +
			"where that leaves nothing to tell, the group's answers are withheld, with another's that they could be worked out from. " +
			"Of a theme that nearly all of a group wrote about, neither the group's corrected share is told nor what the theme goes with.")},
		{Title: l.Say("Program"), Text: l.Sayf("commonground %s. Everything was computed on this computer; nothing was sent anywhere.", r.plan.Version)},
	})
}

// fewToFit is how many answers it takes to say that the codebook hardly fits them.
const fewToFit = 30

// Titles of notes that whoever runs the program is told too, to be said in the
// report's language.
const (
	LookAt = "To look at" // what a person may have to put right in the files or the study
	Drawn  = "Sample"     // what became of a draw
)

// notes are what a reader should know of this run.
func (r *run) notes() []findings.Note {
	l := r.plan.Lang
	var notes []findings.Note
	add := func(title, text string) { notes = append(notes, findings.Note{Title: title, Text: text}) }
	if r.pass.TellsAll() {
		var rows, used, refused int
		for _, s := range r.sources {
			rows, used, refused = rows+s.Rows, used+s.Used, refused+len(s.Refused)
		}
		add(l.Say("Rows"), l.Sayf("%d rows read = %d part of a response + %d refused.", rows, used, refused))
	}
	if r.pass.Stated > 0 {
		add(l.Say("Respondents"), l.Sayf("The source states %d respondents; the words of %s can be read in it.", r.pass.Stated, r.pass.Shown(r.pass.People())))
	}
	if r.guessed > 0 {
		add(l.Say("Roles"), l.Sayf("The roles of %s people were not stated: they are concluded from what these people say of themselves.",
			r.pass.Shown(int64(r.guessed))))
	}
	if r.silent > 0 {
		add(l.Say("Consent"), l.Sayf("Of those asked, %s people did not agree to be quoted: they are counted, and their words are not shown.",
			r.pass.Shown(int64(r.silent))))
	}
	if len(r.report.Withheld) > 0 {
		add(l.Say("Withheld"), l.Sayf("What would tell of %s is withheld, with what it could be worked out from: report.html and report.xlsx list it.", r.fewer()))
	}
	switch isOpen := func(q survey.Question) bool { return q.Kind == survey.Open }; {
	case !slices.ContainsFunc(r.in.Survey.Questions, isOpen):
		add(l.Say("No comments"), l.Say("No open question was found, so there are no themes: the report shows respondents, choices and scales."))
	case r.report.Finding("themes") == nil:
		add(l.Say("Too few comments"), l.Sayf("Nothing is told of what people wrote: %s wrote something that could be read.", r.fewer()))
	}
	if r.plan.Published != nil && r.report.Finding("change.parts") == nil {
		add(l.Say("Published findings"), l.Say("The published findings of last year are not compared: "+
			"the comments of that year are not among the files, so what other rules of coding did can't be told from what people did."))
	}
	if said := r.chain.Checks.Decided(); said != "" {
		add(l.Say("Checked"), l.Retell(said))
	}
	for _, said := range r.sampled() {
		add(l.Say(Drawn), said)
	}
	if w := r.pass.Weighting; w != nil && r.report.Finding("themes") != nil {
		title := l.Say("Weights")
		if len(w.Questions) == 0 {
			title = l.Say(LookAt)
		}
		for _, said := range w.Notes {
			add(title, said)
		}
	}
	if r.read >= fewToFit && 3*r.fitting < r.read {
		add(l.Say(LookAt), l.Say("Fewer than a third of the answers speak of a theme of the codebook. If the survey asks about something else, "+
			"a codebook of your own tells more: “commonground codebook new” begins one."))
	}
	if first, last := r.pass.SeveralYears(); first != "" {
		add(l.Say(LookAt), l.Sayf("Answers from %s to %s are counted together. If they are of several years, "+
			"“commonground init” writes a study file that tells these apart, and the report then tells what changed.", first, last))
	}
	for _, doubt := range r.in.Notes {
		add(l.Say(LookAt), l.Retell(doubt))
	}
	return notes
}
