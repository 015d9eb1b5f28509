package analysis

import (
	"context"
	"errors"
	"iter"
	"slices"

	"commonground/analysis/codebook"
	"commonground/analysis/findings"
	"commonground/analysis/intake"
	"commonground/analysis/measure"
	"commonground/analysis/privacy"
	"commonground/analysis/redact"
	"commonground/analysis/review"
	"commonground/analysis/spool"
	"commonground/analysis/survey"
)

// Found is what a run found: a report that may be shown, and the coded
// comments as they were written, for a restricted file.
type Found struct {
	Report *findings.Report
	Themes []codebook.Theme // of the codebook, in order
	Chain  *Chain           // by which they were coded

	ReadFirst int               // comments that seem to tell of danger, which the review file begins with
	Sources   []findings.Source // as they were read, with the counts that the report withholds
	Unchecked []review.Stratum  // groups of a draw, of whom nobody is checked yet

	in      *intake.Intake
	coded   *spool.File
	danger  danger
	byDoubt bool
}

// Run codes all responses, counts them, and measures what the counts say. The
// caller closes what it returns, and the intake afterwards.
func Run(ctx context.Context, plan Plan, in *intake.Intake) (*Found, error) {
	r, err := newRun(plan, in)
	if err != nil {
		return nil, err
	}
	err = Code(ctx, in.Responses(), r.chain, r.work, r.take)
	if err == nil {
		err = r.measure()
	}
	if err != nil {
		return nil, errors.Join(err, r.coded.Close())
	}
	return &Found{
		Report: r.report, Themes: r.book.Themes, Chain: r.chain, Sources: r.sources, ReadFirst: r.urgent, Unchecked: r.unchecked(),
		in: in, coded: r.coded, danger: r.danger, byDoubt: plan.ByDoubt,
	}, nil
}

// Close removes the working files.
func (f *Found) Close() error { return f.coded.Close() }

// A run is what one Run works with.
type run struct {
	plan    Plan
	in      *intake.Intake
	book    *codebook.Codebook
	told    *codebook.Codebook // the same in the report's language
	chain   *Chain
	role    int // index of the role question
	done    int // responses taken
	guessed int // of them, with a role concluded from their own words
	silent  int // of them, who did not agree to be quoted
	read    int // comments that could be read
	fitting int // of them, that have a theme
	coded   *spool.File
	pass    *measure.Pass   // of the first codebook
	passes  []*measure.Pass // of each codebook
	redact  redact.Redactor
	report  *findings.Report
	danger  danger
	urgent  int               // comments that seem to tell of danger
	sources []findings.Source // before any is withheld
	thin    []string          // titles of sections with numbers that rest on too few
	capped  []string          // titles of sections in which what nearly all have in common is withheld
}

func newRun(plan Plan, in *intake.Intake) (*run, error) {
	r := &run{plan: plan, in: in, role: in.Survey.Index(survey.RoleID), redact: redact.Redactor{Names: in.Names}}
	err := notLast(plan.Published, in)
	if err != nil {
		return nil, err
	}
	if r.book, err = plan.book(); err != nil {
		return nil, err
	}
	r.told = r.book.In(plan.Lang)
	rules, channels, err := Rules(r.book)
	if err != nil {
		return nil, err
	}
	rules.Ask(in.Survey)
	if r.chain, err = NewChain(in, rules, &r.plan); err != nil {
		return nil, err
	}
	r.pass = &measure.Pass{
		Lang: plan.Lang, Small: plan.small(), Survey: r.masked(in.Survey), Channels: channels.In(plan.Lang).Themes,
		Invited: plan.Invited, Margins: plan.Margins, Published: plan.Published, Checks: r.chain.Checks, Sample: r.blind(),
		Show: r.show, Census: &privacy.Census{},
	}
	r.describe()
	if r.danger, err = newDanger(); err != nil {
		return nil, err
	}
	if r.coded, err = spool.New(plan.Spool); err != nil {
		return nil, err
	}
	r.pass.Coded = func(keep func(int) bool) iter.Seq2[*measure.Comment, error] { return readAll(r.coded, keep) }
	r.divide()
	return r, nil
}

// describe tells the pass what the sources say of themselves.
func (r *run) describe() {
	if made := r.in.Made; !made.IsZero() {
		r.pass.Newest = made.Year()*12 + int(made.Month())
	}
	for i := range r.in.Reads {
		read := &r.in.Reads[i]
		r.pass.Asks = append(r.pass.Asks, read.Asks())
		r.pass.Stated += read.Stated
		if read.Thread != nil && len(read.Thread.Findings) > 0 {
			r.pass.Human = append(r.pass.Human, read.Thread.Findings...)
			r.pass.Chosen = true
		}
	}
	r.report = &findings.Report{Lang: r.plan.Lang, Logo: r.plan.Logo, Title: r.title(), Made: r.in.Made, Sources: sources(r.plan.Lang, r.in.Reads)}
	for _, s := range r.report.Sources {
		r.pass.Sources = append(r.pass.Sources, s.File)
	}
}

// title is the survey's, else the post's, else a plain one.
func (r *run) title() string {
	if t := r.in.Survey.Title; t != "" {
		return t
	}
	for _, read := range r.in.Reads {
		if read.Thread != nil && read.Thread.Title != "" {
			return r.mask(read.Thread.Title)
		}
	}
	return r.plan.Lang.Say("What parents and teachers wrote")
}

// work turns a coded batch into records of the spool.
func (r *run) work(b *Batch) {
	for i, resp := range b.Responses {
		b.Out = appendCoded(b.Out, resp, b.Codings[i], r.role, r.in.Survey.Earlier(resp), r.chain.Checks, r.danger.in(resp), r.doubts(resp), r.mask)
	}
}

// doubts are those of a response's comments, where the review file needs them.
func (r *run) doubts(resp *survey.Response) []float64 {
	if !r.plan.ByDoubt || r.chain.Model == nil {
		return nil
	}
	again := *resp // what people decided on it stays
	again.Comments, again.Answers = slices.Clone(resp.Comments), slices.Clone(resp.Answers)
	return r.chain.Model.Doubts(nil, &again)
}

// take counts a coded batch.
func (r *run) take(b *Batch) error {
	for i, resp := range b.Responses {
		for _, p := range r.passes {
			p.Tally.Add(resp, b.Codings[i])
		}
		r.pass.Enroll(resp, b.Codings[i])
		if resp.Answers[r.role].Inferred {
			r.guessed++
		}
		if resp.Unquotable {
			r.silent++
		}
		for k := range resp.Comments {
			c := &resp.Comments[k]
			switch source := &r.report.Sources[c.From.File]; c.State {
			case survey.NoContent:
				source.NoContent++
			case survey.NotRead:
				source.NotRead++
			case survey.Read:
				r.read++
				if slices.ContainsFunc(codebook.Of(b.Codings[i], k), func(c codebook.Coding) bool { return c.Theme < len(r.book.Themes) }) {
					r.fitting++
				}
			}
		}
	}
	r.done += len(b.Responses)
	if r.plan.Step != nil {
		r.plan.Step(r.done)
	}
	return r.coded.Write(b.Out)
}

// measure runs all measures and fills the report.
func (r *run) measure() error {
	r.decide()
	for _, m := range measure.All {
		section := findings.Section{ID: m.Name, Title: r.plan.Lang.Say(m.Title)}
		for i, p := range r.passes {
			if i > 0 && !m.Books || !p.Enough(m) {
				continue
			}
			section.Findings = append(section.Findings, r.find(m, i, section.Title)...)
			if err := p.Err(); err != nil {
				return err
			}
		}
		if len(section.Findings) > 0 {
			r.report.Sections = append(r.report.Sections, section)
		}
	}
	r.report.Withheld = r.withheld()
	r.report.Summary = summary(r.report)
	if r.report.Finding("themes") != nil {
		r.report.Codebook = r.themes()
	}
	r.report.Method = r.method()
	r.report.Notes = r.notes()
	comments, err := r.comments()
	r.report.Comments = comments
	return err
}

// find runs a measure for one codebook, withholds what rests on too few, and only
// then has it say what it found.
func (r *run) find(m *measure.Measure, book int, section string) []findings.Finding {
	p := r.passes[book]
	found := m.Run(p)
	for i := range found {
		f := &found[i]
		if caps(f) {
			r.capped = append(r.capped, section)
		}
		if hide(f, p.Small) {
			r.thin = append(r.thin, section)
		}
		p.Finish(m, f)
		if book > 0 {
			name(f, r.parts()[book].Book)
		}
	}
	return found
}
