package codebook

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// BuiltinFile returns the file of a built-in codebook.
func BuiltinFile(name string) ([]byte, error) {
	if err := known(name); err != nil {
		return nil, err
	}
	return builtin.ReadFile("builtin/" + name + ".yaml")
}

// Copy returns a codebook's file with another ID, and with a place for a new
// theme before the others. All else stays as its author wrote it. name is the
// file's, for errors.
func Copy(data []byte, name, id string) ([]byte, error) {
	if _, err := Load(bytes.NewReader(data), name); err != nil {
		return nil, err
	}
	root, err := (&page{name: name}).open(data)
	if err != nil {
		return nil, err
	}
	lines := yamlLines.FindAllString(string(data), -1)
	was, themes := value(root, "id"), value(root, "themes")
	first := themes.Content[0]
	if themes.Style&yaml.FlowStyle != 0 || root.Style&yaml.FlowStyle != 0 {
		return nil, fmt.Errorf("%s:%d: the themes stand in brackets; write each after a dash on a line of its own", name, themes.Line)
	}
	at := first.Line - 1
	for at > 0 && !strings.HasPrefix(strings.TrimSpace(lines[at]), "-") { // comments can stand between a dash and its theme
		at--
	}
	head := lines[was.Line-1]
	lines[was.Line-1] = head[:was.Column-1] + strings.Replace(head[was.Column-1:], was.Value, id, 1)
	lines = slices.Insert(lines, at, placeForTheme(len(lines[at])-len(strings.TrimLeft(lines[at], " "))))
	made := []byte(strings.Join(lines, ""))
	if b, err := Load(bytes.NewReader(made), name); err != nil || b.ID != id {
		return nil, fmt.Errorf("%s:%d: no other id can be written in the place of this one; write it as in id: %s", name, was.Line, was.Value)
	}
	return made, nil
}

// yamlLines finds lines as YAML numbers them.
var yamlLines = regexp.MustCompile(`[^\r\n\x{85}\x{2028}\x{2029}]*(\r\n|[\r\n\x{85}\x{2028}\x{2029}]|$)`)

// value returns the value of a key, or nil.
func value(n *yaml.Node, key string) *yaml.Node {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}

// placeForTheme is a theme behind # signs, so many spaces from the left.
func placeForTheme(indent int) string {
	const theme = `A new theme: put your own words in, and take the # and the space behind it away.
- id: parking
  label: Parking
  group: Buildings and grounds
  definition: Where cars wait and stand when children are brought and fetched.
  include:
    - the line of cars, spaces to park, blocked driveways
  exclude:
    - school buses
  patterns:
    en:
      - parking
      - (drop-off|pick-up) ~2 (line|lane)
    es:
      - estacionamiento*
  unless:
    en:
      - parking ticket
  examples:
    en:
      - There is no parking left in the morning.
  counter-examples:
    en:
      - He got a parking ticket downtown.
`
	var b strings.Builder
	for line := range strings.Lines(theme) {
		b.WriteString(strings.Repeat(" ", indent) + "# " + line)
	}
	return b.String() + "\n"
}
