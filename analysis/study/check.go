package study

import (
	"strings"

	"go.yaml.in/yaml/v4"

	"commonground/analysis/intake"
	"commonground/analysis/survey"
)

// checks holds what a study says against its other parts and against the files
// that it names.
type checks struct {
	*page
	study   *Study
	ids     map[string]int // line of each question; 0 for those that every survey has
	headers map[string]int // line of each header that something claims
	late    []func()       // for when all is read
}

func newChecks(p *page, s *Study) *checks {
	return &checks{
		page: p, study: s, headers: map[string]int{},
		ids: map[string]int{survey.RoleID: 0, survey.FileID: 0, survey.WaveID: 0},
	}
}

// file reads the name of a file, which must be there.
func (c *checks) file(dst *string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if c.text(dst)(n); *dst == "" {
			return
		}
		*dst = strings.ReplaceAll(*dst, `\`, "/")
		if at := c.study.Path(*dst); !c.study.has(at) {
			c.fail(n, "there is no file %s; files are named from the folder of the study file", at)
		}
	}
}

func (s *Study) has(at string) bool { return intake.Source{Name: at, Path: at, FS: s.files}.IsThere() }

// id reads the ID of a question that the study lists, or that every survey has.
func (c *checks) id(dst *string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		c.text(dst)(n)
		name := *dst
		c.late = append(c.late, func() {
			if _, ok := c.ids[name]; !ok && name != "" && len(c.study.Questions) > 0 {
				c.fail(n, "no question has the id %q; the ids stand under questions", name)
			}
		})
	}
}

func (c *checks) idsOf(dst *[]string) func(*yaml.Node) { return split(c.list(dst, c.id)) }

// newID reads the ID of a question that the study lists.
func (c *checks) newID(dst *string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		c.text(dst)(n)
		if strings.Trim(*dst, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" || strings.Trim(*dst, "-") != *dst {
			c.fail(n, "the id %q may hold lower-case letters, digits and hyphens only", *dst)
		}
		switch line, twice := c.ids[*dst]; {
		case twice && line == 0:
			c.fail(n, "the id %q is taken: every survey has role, file and wave", *dst)
		case twice:
			c.fail(n, "the id %q is already on line %d; give this question another", *dst, line)
		default:
			c.ids[*dst] = n.Line
		}
	}
}

// header reads the header of a column, which nothing else in the study may
// name.
func (c *checks) header(dst *string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		c.text(dst)(n)
		c.claim(*dst, n)
	}
}

func (c *checks) headersOf(dst *[]string) func(*yaml.Node) { return c.list(dst, c.header) }

func (c *checks) claim(header string, n *yaml.Node) {
	key := headerKey(header)
	if line, twice := c.headers[key]; twice && key != "" {
		c.fail(n, "the header %q is already on line %d; a column is one thing", header, line)
	}
	c.headers[key] = n.Line
}

// headerKey is what headers are compared by.
func headerKey(header string) string {
	return strings.ToLower(strings.Join(strings.Fields(header), " "))
}

// list reads a list of texts, each by the reader that item makes. One text may
// stand alone.
func (c *checks) list(dst *[]string, item func(*string) func(*yaml.Node)) func(*yaml.Node) {
	return func(n *yaml.Node) {
		add := func(one *yaml.Node) {
			var s string
			item(&s)(one)
			*dst = append(*dst, s)
		}
		if n.Kind == yaml.ScalarNode {
			add(n)
			return
		}
		c.each(n, add)
	}
}

// split has a list of texts without commas read where they stand in one line
// with commas between them.
func split(list func(*yaml.Node)) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if n.Kind != yaml.ScalarNode || !strings.Contains(n.Value, ",") {
			list(n)
			return
		}
		parts := *n
		parts.Kind = yaml.SequenceNode
		for text := range strings.SplitSeq(n.Value, ",") {
			part := *n
			part.Value = strings.TrimSpace(text)
			parts.Content = append(parts.Content, &part)
		}
		list(&parts)
	}
}

// roster reads the name of a file with people's names, and the names.
func (c *checks) roster(n *yaml.Node) {
	before := len(c.errs)
	if c.file(&c.study.Roster.File)(n); len(c.errs) > before || c.study.Roster.File == "" {
		return
	}
	if err := c.study.enroll(); err != nil {
		c.fail(n, "the roster can't be read: %v", err)
	}
}

// book reads the name of a codebook: a built-in one, or a file that is there.
func (c *checks) book(dst *string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if c.text(dst)(n); !isBuiltin(*dst) {
			c.file(dst)(n)
		}
	}
}
