package intake

import "strings"

// spread finds the questions that spread over several columns in a header of
// one row, by the ways that programs write a question and its item into one
// heading.
func spread(all []heading, program *export) {
	splitItems(all)
	splitBrackets(all, program)
	for i := range all {
		if head, item, ok := checkbox(all[i].code); ok {
			all[i].head, all[i].item, all[i].choice = untag(head), untag(item), true
		}
	}
	if program != nil && program.paths {
		splitPaths(all)
	}
}

// splitItems finds headings that repeat the question: "Which do you use? -
// Phone".
func splitItems(all []heading) {
	for i := 0; i < len(all); {
		end := i + 1
		question := ""
		if end < len(all) {
			question = sharedQuestion(all[i].head, all[end].head)
		}
		for question != "" && end < len(all) && strings.HasPrefix(all[end].head, question) {
			end++
		}
		if question != "" {
			for j := i; j < end; j++ {
				all[j].item = strings.TrimSpace(all[j].head[len(question):])
				all[j].head = strings.TrimRight(question, " -")
			}
		}
		i = end
	}
}

// sharedQuestion returns what two headings share up to the last " - ", or "".
func sharedQuestion(a, b string) string {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	i := strings.LastIndex(a[:n], " - ")
	if i < 8 || i+3 >= len(a) || i+3 >= len(b) {
		return ""
	}
	return a[:i+3]
}

// splitBrackets takes apart the headings of Google's grids and of LimeSurvey,
// "Which do you use? [Phone]", where neighbors are of the same question.
func splitBrackets(all []heading, program *export) {
	heads, items := make([]string, len(all)+1), make([]string, len(all)+1)
	for i, h := range all {
		heads[i], items[i] = bracketed(h.head)
	}
	before := ""
	for i := range all {
		if items[i] == "" {
			before = strings.TrimSpace(all[i].head)
			continue
		}
		all[i].written = otherWords.is(fold(items[i]))
		if heads[i] == before || heads[i] == heads[i+1] {
			all[i].head, all[i].item = heads[i], items[i]
			all[i].choice = program != nil && program.yesNo
		}
		before = heads[i]
	}
}

// otherWords are items of LimeSurvey that hold words beside the choices.
var otherWords = phrases{"other", "otro", "otra", "comment", "comentario"}

// bracketed takes "Question [Item]" apart, and "q1[SQ001]. Question [Item]" as
// well.
func bracketed(heading string) (head, item string) {
	rest, ok := strings.CutSuffix(heading, "]")
	open := strings.LastIndexByte(rest, '[')
	if !ok || open < 1 {
		return "", ""
	}
	head, item = strings.TrimSpace(rest[:open]), strings.TrimSpace(rest[open+1:])
	if code, text, ok := strings.Cut(head, "]. "); ok && !strings.Contains(code, " ") {
		head = text
	}
	return head, item
}

// checkbox takes apart what REDCap writes above one choice: "uses___2", or
// "Which do you use? (choice=Phone)".
func checkbox(code string) (head, item string, ok bool) {
	if head, item, ok = strings.Cut(code, "___"); ok && head != "" && item != "" && !strings.Contains(code, " ") {
		return head, item, true
	}
	head, item, ok = strings.Cut(code, "(choice=")
	item, closed := strings.CutSuffix(strings.TrimSpace(item), ")")
	return head, item, ok && closed && head != "" && item != ""
}

// splitPaths takes apart the paths of KoboToolbox and ODK: "group/question",
// and "question/choice" behind a column that lists the choices taken.
func splitPaths(all []heading) {
	at, choices := map[string]int{}, map[string]int{}
	for i, h := range all {
		at[h.code] = i
		choices[parentPath(h.code)]++
	}
	for i := range all {
		h := &all[i]
		parent := parentPath(h.code)
		h.head = lastName(h.code)
		if _, ok := at[parent]; ok && parent != "" {
			h.head, h.item, h.choice = lastName(parent), h.code[len(parent)+1:], true
		}
		h.double = h.code != "" && choices[h.code] > 0
	}
}

// parentPath returns what stands before the last slash, or "". Words with
// slashes between them are no path.
func parentPath(code string) string {
	cut := strings.LastIndexByte(code, '/')
	if cut < 1 || cut+1 == len(code) {
		return ""
	}
	return code[:cut]
}

// lastName returns the last name of a path; a question's text stays whole.
func lastName(code string) string {
	if parent := parentPath(code); parent != "" && !strings.ContainsAny(parent, " ?") {
		return code[len(parent)+1:]
	}
	return code
}
