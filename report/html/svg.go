package html

import (
	"bytes"
	"fmt"
	"html"
	"html/template"
	"regexp"
	"strings"

	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/report/chart"
)

// picture is a finding's chart as a part of the page. Its styles become
// attributes, since the page's policy allows no styles within elements; the
// page's style sheet colors them anew where the screen is dark.
func picture(f *findings.Finding, l say.Language) (template.HTML, error) {
	var b bytes.Buffer
	if err := chart.Draw(f, l, &b, "svg"); err != nil {
		return "", err
	}
	svg := styled.ReplaceAllStringFunc(b.String(), func(attribute string) string {
		return attributes(styled.FindStringSubmatch(attribute)[1])
	})
	return template.HTML(sized.ReplaceAllString(svg, "")), nil
}

var (
	styled = regexp.MustCompile(`\sstyle="([^"]*)"`)
	sized  = regexp.MustCompile(` (width|height)="[0-9.]+pt"`)
)

// attributes writes the declarations of a style as attributes of their own.
func attributes(style string) string {
	var out strings.Builder
	for declaration := range strings.SplitSeq(style, ";") {
		if name, value, ok := strings.Cut(declaration, ":"); ok {
			fmt.Fprintf(&out, ` %s="%s"`, strings.TrimSpace(name), html.EscapeString(strings.TrimSpace(html.UnescapeString(value))))
		}
	}
	return out.String()
}
