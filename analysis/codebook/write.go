package codebook

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"commonground/analysis/survey"
)

// meaning are the keys of a theme that say what it means; the others say how
// it is found, what to do about it, and what it means in Spanish.
var meaning = []string{"id", "label", "group", "definition", "include", "exclude", "examples", "counter-examples"}

// Write writes what the themes mean as a file that Load reads. How they are
// found is taken from another codebook's file, for the themes with the ID of a
// theme of it; the others get their own names as their first patterns, and
// their IDs are returned.
func (b *Codebook) Write(w io.Writer, rules []byte, name string) (bare []string, err error) {
	root, err := (&page{name: name}).open(rules)
	if err != nil {
		return nil, err
	}
	book, bare := b.node(root)
	if _, err := io.WriteString(w, "# A codebook: its themes, and the words by which each is found.\n"+
		"# `commonground codebook check FILE` tries every theme on its own examples.\n\n"); err != nil {
		return nil, err
	}
	out, err := yaml.NewDumper(w, yaml.WithIndent(2), yaml.WithLineWidth(-1)) // a pattern stands on one line
	if err != nil {
		return nil, err
	}
	if err := out.Dump(book); err != nil {
		return nil, fmt.Errorf("writing codebook %s: %w", b.ID, err)
	}
	return bare, out.Close()
}

// node is the file, with the rules of another one.
func (b *Codebook) node(rules *yaml.Node) (book *yaml.Node, bare []string) {
	book = &yaml.Node{Kind: yaml.MappingNode}
	put(book, "id", b.ID)
	put(book, "title", b.Title)
	put(book, "version", b.Version)
	known := map[string]*yaml.Node{}
	if all := value(rules, "themes"); all != nil {
		for _, t := range all.Content {
			if id := value(t, "id"); id != nil {
				known[id.Value] = t
			}
		}
	}
	themes := &yaml.Node{Kind: yaml.SequenceNode}
	for i := range b.Themes {
		t := &b.Themes[i]
		n := t.node()
		if other := known[t.ID]; other != nil {
			take(n, other, renamed(meaning, other, "label", t.Label))
		} else {
			bare = append(bare, t.ID)
			putNode(n, "patterns", byLang(map[survey.Lang][]string{survey.English: {strings.ReplaceAll(t.ID, "-", " ")}}))
		}
		themes.Content = append(themes.Content, n)
	}
	if len(bare) < len(b.Themes) {
		take(book, rules, renamed([]string{"id", "title", "version", "themes"}, rules, "title", b.Title))
	}
	putNode(book, "themes", themes)
	return book, bare
}

// renamed adds the Spanish of other to the keys not to take over from it, where
// other is called by another name: it says something else in Spanish too.
func renamed(but []string, other *yaml.Node, key, name string) []string {
	if called := value(other, key); called == nil || called.Value != name {
		return append([]string{"es"}, but...)
	}
	return but
}

// take takes over the keys of other but for some.
func take(n, other *yaml.Node, but []string) {
	for pair := range slices.Chunk(other.Content, 2) {
		if !slices.Contains(but, pair[0].Value) {
			n.Content = append(n.Content, pair...)
		}
	}
}

// node says what a theme means.
func (t *Theme) node() *yaml.Node {
	n := &yaml.Node{Kind: yaml.MappingNode}
	put(n, "id", t.ID)
	put(n, "label", t.Label)
	put(n, "group", t.Group)
	put(n, "definition", t.Definition)
	putNode(n, "include", list(t.Include))
	putNode(n, "exclude", list(t.Exclude))
	examples, counter := map[survey.Lang][]string{}, map[survey.Lang][]string{}
	for _, ex := range t.Examples {
		if ex.Counter {
			counter[ex.Lang] = append(counter[ex.Lang], ex.Text)
		} else {
			examples[ex.Lang] = append(examples[ex.Lang], ex.Text)
		}
	}
	putNode(n, "examples", byLang(examples))
	putNode(n, "counter-examples", byLang(counter))
	return n
}

func byLang(lists map[survey.Lang][]string) *yaml.Node {
	n := &yaml.Node{Kind: yaml.MappingNode}
	for _, lang := range []survey.Lang{survey.English, survey.Spanish} {
		putNode(n, lang.String(), list(lists[lang]))
	}
	return n
}

func list(items []string) *yaml.Node {
	n := &yaml.Node{Kind: yaml.SequenceNode}
	for _, s := range items {
		n.Content = append(n.Content, scalar(s))
	}
	return n
}

// put adds a key with a text, unless it is empty.
func put(n *yaml.Node, key, s string) {
	if strings.TrimSpace(s) != "" {
		n.Content = append(n.Content, scalar(key), scalar(s))
	}
}

// putNode adds a key with a list or a mapping, unless it is empty.
func putNode(n *yaml.Node, key string, v *yaml.Node) {
	if len(v.Content) > 0 {
		n.Content = append(n.Content, scalar(key), v)
	}
}

func scalar(s string) *yaml.Node {
	var n yaml.Node
	n.SetString(s)
	return &n
}
