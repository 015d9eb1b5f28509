package analysis

import (
	"cmp"

	"commonground/analysis/codebook"
	"commonground/analysis/findings"
	"commonground/analysis/measure"
	"commonground/analysis/tally"
)

// parts are the codebooks of a run, in the report's language.
func (r *run) parts() []codebook.Part {
	if len(r.told.Parts) > 0 {
		return r.told.Parts
	}
	return []codebook.Part{{Book: r.told}}
}

// divide makes a pass for each codebook: they share everything but the themes,
// and the questions whose answers these are looked for in.
func (r *run) divide() {
	first := 0
	for _, part := range r.parts() {
		p := *r.pass
		p.Themes = part.Book.Themes
		p.Book = measure.Book{
			Title: title(part.Book), First: first, After: len(r.book.Themes) - first - len(p.Themes), Reads: part.Questions,
		}
		first += len(p.Themes)
		p.Tally = tally.New(p.Layout())
		r.passes = append(r.passes, &p)
	}
	r.pass = r.passes[0]
}

func title(b *codebook.Codebook) string { return cmp.Or(b.Title, b.ID) }

// name tells what another codebook than the first finds from what that does.
func name(f *findings.Finding, b *codebook.Codebook) {
	f.ID += ".of." + b.ID
	f.Title = title(b) + ": " + f.Title
}

// books names the codebooks, with their hashes and what each of them reads.
func (r *run) books() string {
	l := r.plan.Lang
	var all []string
	for _, part := range r.parts() {
		b := part.Book
		if part.Questions == nil {
			all = append(all, l.Sayf("the codebook “%s” (version %s, %s)", b.Title, b.Version, b.Hash))
			continue
		}
		all = append(all, l.Sayf("the codebook “%s” (version %s, %s), which reads the answers to %s",
			b.Title, b.Version, b.Hash, l.List(r.asked(part.Questions))))
	}
	return l.List(all)
}

// asked are the texts of questions.
func (r *run) asked(ids []string) []string {
	var texts []string
	for _, id := range ids {
		if q := r.pass.Survey.Index(id); q >= 0 {
			texts = append(texts, "“"+r.pass.Survey.Questions[q].Text+"”")
		}
	}
	return texts
}
