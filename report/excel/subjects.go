package excel

import (
	"fmt"
	"slices"
	"strings"
)

// subjects says on which sheet a finding goes, in the order of the tabs. A
// sheet that names the finding's own ID is preferred to one that names its
// section's; a section that no sheet names gets a sheet of its own behind
// them, under its title.
var subjects = []struct {
	sheet string
	ids   []string
	write func(*page)
}{
	{"Themes", []string{"themes"}, (*page).findings},
	{"By role", []string{"themes.by.role"}, (*page).findings},
	{"By question", []string{"themes.by.question"}, (*page).findings},
	{"Tone", []string{"themes.tone"}, (*page).findings},
	{"What changed", []string{"change"}, (*page).findings},
	{"In balance", []string{"balance"}, (*page).findings},
	{"Mirror", []string{"mirror"}, (*page).findings},
	{"Together", []string{"together"}, (*page).findings},
	{"Pairs", []string{"together.pairs"}, (*page).findings}, // a heat map's narrow columns leave no room for names
	{"Scales", []string{"scales"}, (*page).findings},
	{"Scale items in numbers", []string{"items"}, (*page).findings},
	{"Low and high answers", []string{"leaning"}, (*page).findings},
	{"Channels", []string{"channels"}, (*page).findings},
	{"Authors' findings", []string{"summary"}, (*page).findings},
	{"Emerging", []string{"emerging"}, (*page).findings},
	{"Quotes", []string{"highlight", "quotes"}, (*page).quotes},
	{"Respondents", []string{"respondents"}, (*page).findings},
	{"Response rate", []string{"respondents.invited"}, (*page).findings},
}

// subjects returns a page for every sheet that has a finding.
func (b *book) subjects() []*page {
	known := make([]*page, len(subjects))
	var own []*page
	for i := range b.report.Sections {
		section := &b.report.Sections[i]
		var other *page
		for j := range section.Findings {
			f := &section.Findings[j]
			place := subjectOf(f.ID, section.ID)
			if place < 0 {
				if other == nil {
					other = b.page(section.Title, section.Title, (*page).findings)
					own = append(own, other)
				}
				other.shows = append(other.shows, f)
				continue
			}
			if known[place] == nil {
				title := section.Title
				if f.ID != section.ID && slices.Contains(subjects[place].ids, f.ID) {
					title = b.Say(subjects[place].sheet)
				}
				known[place] = b.page(b.Say(subjects[place].sheet), title, subjects[place].write)
			}
			known[place].shows = append(known[place].shows, f)
		}
	}
	known = slices.DeleteFunc(known, func(p *page) bool { return p == nil })
	return append(known, own...)
}

func subjectOf(finding, section string) int {
	for _, id := range []string{finding, section} {
		for i, s := range subjects {
			if slices.Contains(s.ids, id) {
				return i
			}
		}
	}
	return -1
}

// sheetName makes a tab's name of a title: without the characters that Excel
// refuses, at most 31 UTF-16 units, and unlike any other, whatever the case.
func (b *book) sheetName(title string) string {
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]`, r) || r < ' ' || r > 0xFFFF {
			return ' '
		}
		return r
	}, title)
	name = strings.Trim(strings.Join(strings.Fields(name), " "), "'")
	if name == "" {
		name = b.Say("More")
	}
	return unique(b.sheetNames, name, " ", 31)
}

// tableName makes the name of an Excel table of a finding's ID.
func (b *book) tableName(id string) string {
	name := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' {
			return r
		}
		return '_'
	}, id)
	return unique(b.tableNames, "t_"+name, "_", 200)
}

// unique returns name, cut to limit runes and numbered where it is taken.
func unique(taken map[string]bool, name, gap string, limit int) string {
	for n := 1; ; n++ {
		tail := ""
		if n > 1 {
			tail = fmt.Sprintf("%s%d", gap, n)
		}
		head := []rune(name)
		head = head[:min(len(head), limit-len(tail))]
		candidate := strings.TrimSpace(string(head)) + tail
		if key := strings.ToLower(candidate); !taken[key] {
			taken[key] = true
			return candidate
		}
	}
}
