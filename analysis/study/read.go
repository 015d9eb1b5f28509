package study

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"go.yaml.in/yaml/v4"

	"commonground/analysis/findings"
	"commonground/analysis/intake"
	"commonground/analysis/survey"
)

// Read reads a study file, within files or, where that is nil, on the machine.
// Its error names each line that can't be used, and what to write instead.
func Read(name string, files fs.FS) (*Study, error) {
	s := &Study{folder: filepath.Dir(name)}
	if files != nil {
		s.folder, s.files = path.Dir(name), files
	}
	data, err := s.load(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: there is no such file; commonground init writes one", name)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	p := &page{name: name}
	root, err := p.open(data)
	if err != nil {
		return nil, err
	}
	p.study(root, s)
	if err := p.err(); err != nil {
		return nil, err
	}
	return s, nil
}

// fileLimit is how many bytes a study file, a roster or a codebook may have:
// a hundred thousand names are fewer.
const fileLimit = 4 << 20

// load reads a whole file.
func (s *Study) load(at string) ([]byte, error) {
	var f fs.File
	var err error
	if s.files != nil {
		f, err = s.files.Open(at)
	} else {
		f, err = os.Open(at)
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, fileLimit+1))
	if err == nil && len(data) > fileLimit {
		err = fmt.Errorf("the file is larger than %d MB, which no study needs: is it another file?", fileLimit>>20)
	}
	return data, err
}

func (p *page) study(root *yaml.Node, s *Study) {
	c := newChecks(p, s)
	p.keys(root,
		key{"title", p.text(&s.Title)},
		key{"school", func(n *yaml.Node) {
			p.keys(n, key{"name", p.text(&s.School.Name)}, key{"logo", c.file(&s.School.Logo)})
		}},
		key{"sources", func(n *yaml.Node) { p.each(n, c.source) }},
		key{"waves", func(n *yaml.Node) { c.waves(n, &s.Waves) }},
		key{"groups", c.idsOf(&s.Groups)},
		key{"questions", func(n *yaml.Node) { p.each(n, c.question) }},
		key{"columns", func(n *yaml.Node) { p.each(n, c.use) }},
		key{"consent", c.header(&s.Consent)},
		key{"rows", func(n *yaml.Node) { p.rows(n, &s.Rows) }},
		key{"privacy", p.privacy(&s.Privacy)},
		key{"roster", func(n *yaml.Node) {
			p.keys(n, key{"names", split(c.list(&s.Roster.Names, p.text))}, key{"file", c.roster})
		}},
		key{"invited", func(n *yaml.Node) { p.each(n, c.invited) }},
		key{"codebooks", func(n *yaml.Node) { p.each(n, c.codebook) }},
		key{"margins", func(n *yaml.Node) { p.each(n, c.margin) }},
		key{"published", c.file(&s.Published)},
	)
	if len(s.Sources) == 0 {
		p.fail(root, "the study names no files: list them under sources, each as - file: NAME")
	}
	for _, check := range c.late {
		check()
	}
}

// The kinds that a study file may give to a question, and to another column.
var (
	questionKinds = []intake.ColumnKind{
		intake.OpenColumn, intake.SingleColumn, intake.MultipleColumn, intake.ScaleColumn,
		intake.NumberColumn, intake.DateColumn, intake.AttributeKind,
	}
	columnKinds = []intake.ColumnKind{
		intake.RespondentID, intake.Timestamp, intake.RoleColumn, intake.Personal, intake.WaveColumn, intake.ConsentColumn,
		intake.DurationColumn, intake.StatusColumn, intake.IgnoredColumn, intake.EmptyColumn,
	}
)

func words(kinds []intake.ColumnKind) []string {
	var all []string
	for _, k := range kinds {
		all = append(all, string(k))
	}
	return all
}

// roles are those that people can be said to have.
var roles = []survey.Role{survey.Parent, survey.Teacher, survey.Staff, survey.Student, survey.Community, survey.Unknown}

// role reads a role, also in the plural.
func (p *page) role(dst *survey.Role) func(*yaml.Node) {
	read := oneOf(p, dst, "role", survey.Roles(), roles)
	return func(n *yaml.Node) {
		if one := strings.TrimSuffix(strings.ToLower(n.Value), "s"); n.Kind == yaml.ScalarNode && survey.ParseRole(one) != survey.NoRole {
			*dst = survey.ParseRole(one)
			return
		}
		read(n)
	}
}

func (c *checks) waves(n *yaml.Node, w *intake.Waves) {
	var names []string
	var months []time.Month
	for m := time.January; m <= time.December; m++ {
		names, months = append(names, m.String()), append(months, m)
	}
	c.keys(n, key{"column", c.header(&w.Column)}, key{"starts", oneOf(c.page, &w.Starts, "month", names, months)})
	if w.Column != "" && w.Starts != 0 {
		c.fail(n, "the waves are told apart by a column or by the month that starts them: take one of the two out")
	}
}

// fates are the words for what becomes of rows.
var (
	fateWords = []string{"keep", "leave out", "mend"}
	fates     = []intake.Fate{intake.Keep, intake.LeaveOut, intake.Mend}
)

func (p *page) rows(n *yaml.Node, r *intake.Rows) {
	fate := func(dst *intake.Fate, of int) func(*yaml.Node) {
		return oneOf(p, dst, "word for what becomes of these rows", fateWords[:of], fates[:of])
	}
	var seconds int
	p.keys(n,
		key{"duplicates", fate(&r.Duplicates, 2)}, key{"tests", fate(&r.Tests, 2)}, key{"empty", fate(&r.Empty, 2)},
		key{"previews", fate(&r.Previews, 2)}, key{"unfinished", fate(&r.Unfinished, 2)}, key{"fast", fate(&r.Fast, 2)},
		key{"fastest-seconds", p.number(&seconds, 1)}, key{"shifted", fate(&r.Shifted, 3)},
	)
	r.Fastest = time.Duration(seconds) * time.Second
}

func (p *page) privacy(dst *Privacy) func(*yaml.Node) {
	return func(n *yaml.Node) {
		switch v, err := strconv.Atoi(n.Value); {
		case strings.EqualFold(n.Value, "internal"):
			*dst = Internal
		case strings.EqualFold(n.Value, "public"):
			*dst = Public
		case n.Kind == yaml.ScalarNode && err == nil && v >= leastPrivacy:
			*dst = Privacy(v)
		default:
			p.fail(n, "privacy %q: write internal (groups of %d people or more are shown), public (of %d or more), or a number of %d or more",
				n.Value, Internal, Public, leastPrivacy)
		}
	}
}

// Logo returns the school's; nil for none.
func (s *Study) Logo() (*findings.Picture, error) {
	if s.School.Logo == "" {
		return nil, nil
	}
	data, err := s.load(s.Path(s.School.Logo))
	if err != nil {
		return nil, err
	}
	logo, err := findings.NewPicture(data)
	if err != nil {
		return nil, fmt.Errorf("the school's logo, %s: %w", s.School.Logo, err)
	}
	return logo, nil
}

// LastReport returns the report that was published last year; nil for none.
func (s *Study) LastReport() (*findings.Report, error) {
	if s.Published == "" {
		return nil, nil
	}
	data, err := s.load(s.Path(s.Published))
	if err != nil {
		return nil, err
	}
	r, err := findings.ReadJSON(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("%s: not the findings.json of a report of this program: %w", s.Published, err)
	}
	return r, nil
}

// enroll reads the names of a roster's file, one a line.
func (s *Study) enroll() error {
	data, err := s.load(s.Path(s.Roster.File))
	if err != nil {
		return err
	}
	lines := bufio.NewScanner(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	for lines.Scan() {
		if name := strings.TrimSpace(lines.Text()); name != "" {
			s.enrolled = append(s.enrolled, name)
		}
	}
	return lines.Err()
}
