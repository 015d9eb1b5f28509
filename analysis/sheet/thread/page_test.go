package thread

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// show writes what was read of a page: questions, then one entry a line.
func show(th *Thread, entries []Entry) string {
	var b strings.Builder
	for i, q := range th.Questions {
		fmt.Fprintf(&b, "Q%d %s\n", i+1, q)
	}
	for _, e := range entries {
		fmt.Fprintf(&b, "%d #%d", e.Line, e.Comment)
		if e.Author != "" {
			fmt.Fprintf(&b, " %s", e.Author)
		}
		if e.Role != "" {
			fmt.Fprintf(&b, " role=%s", e.Role)
		}
		if e.Question > 0 {
			fmt.Fprintf(&b, " q=%d", e.Question)
		}
		if e.When != "" {
			fmt.Fprintf(&b, " when=%s", e.When)
		}
		if e.Kind != Comment {
			fmt.Fprintf(&b, " %s", e.Kind)
		}
		if e.Under > 0 {
			fmt.Fprintf(&b, " under=%d", e.Under)
		}
		fmt.Fprintf(&b, ": %s\n", strings.ReplaceAll(e.Text, "\n\n", " ¶ "))
	}
	return b.String()
}

var threads = []struct{ name, page, want string }{
	{"numbered under a heading", `
What Helps?

Posted by Ms. Alder on October 20, 2026

We would like to hear from you.

1. What do you want from teachers?
2. What do you want from parents?

3 Comments

1. Call me early.
Even when nothing is wrong.

2) I don't mind this line, which is no mark here.

2. Read with them.

A second paragraph with a list:

1) books
2) maps

3. Be kind.
Comments are closed.
`, `
Q1 What do you want from teachers?
Q2 What do you want from parents?
12 #1: Call me early. Even when nothing is wrong. ¶ 2) I don't mind this line, which is no mark here.
17 #2: Read with them. ¶ A second paragraph with a list: ¶ 1) books 2) maps
24 #3: Be kind.
`},
	{"numbered without a heading, with names", `
Partners

What works for you? What does not?

1. Rosa Field wrote: Phone calls.

2. Tom, teacher says: Short notes home.
They get read.

3. Posted by Ana on Oct 23, 2026 at 4:10 pm
Evening meetings.

Leave a Reply
Your email address will not be published.
`, `
Q1 What works for you?
Q2 What does not?
5 #1 Rosa Field: Phone calls.
7 #2 Tom role=teacher: Short notes home. They get read.
10 #3 Ana when=2026-10-23T16:10:00: Evening meetings.
`},
	{"numbered as the questions are", `
Partners
1. What works for you?
2. What does not?

1. Phone calls.
2. Short notes.
3. Meetings.
4. Lunch?
5. The app.
`, `
Q1 What works for you?
Q2 What does not?
5 #1: Phone calls.
6 #2: Short notes.
7 #3: Meetings.
8 #4: Lunch?
9 #5: The app.
`},
	{"says, with the date below", `
A question for you
What should we change?

2 thoughts on “A question for you”

Dana says:
October 23, 2026 at 4:10 pm
Smaller classes.

And a longer lunch.
Reply

4th grade teacher says:
October 24, 2026 at 9:05 am
Fewer e-mails.
My principal said: no more than two.
Reply

Leave a Reply
Related posts
How we plan the year
`, `
Q1 What should we change?
6 #1 Dana when=2026-10-23T16:10:00: Smaller classes. ¶ And a longer lunch.
13 #2 4th grade teacher when=2026-10-24T09:05:00: Fewer e-mails. My principal said: no more than two.
`},
	{"name and date", `
A question for you
What should we change?
Share this story

Comments

Dana P. | October 23, 2026
Smaller classes.

Sam - Oct. 24, 2026
Fewer e-mails.

teachermom22 on 25 October 2026 at 18:30
More music.

Kim
2 days ago
Longer recess.
`, `
Q1 What should we change?
7 #1 Dana P. when=2026-10-23: Smaller classes.
10 #2 Sam when=2026-10-24: Fewer e-mails.
13 #3 teachermom22 when=2026-10-25T18:30:00: More music.
16 #4 Kim when=2 days ago: Longer recess.
`},
	{"posted by, below", `
A question for you
What should we change?

Comments

Smaller classes.

Much smaller.

Posted by: Dana | October 23, 2026 at 04:10 PM

Fewer e-mails.

Posted by: Sam | October 24, 2026 at 09:05 AM
`, `
Q1 What should we change?
6 #1 Dana when=2026-10-23T16:10:00: Smaller classes. ¶ Much smaller.
12 #2 Sam when=2026-10-24T09:05:00: Fewer e-mails.
`},
	{"signed", `
A question for you
What should we change?

Smaller classes, please.
— Dana, parent

Fewer e-mails. The app is enough. – Sam (3rd grade teacher)

“More music!”
- Kim
`, `
Q1 What should we change?
4 #1 Dana role=parent: Smaller classes, please.
7 #2 Sam role=3rd grade teacher: Fewer e-mails. The app is enough.
9 #3 Kim: “More music!”
`},
	{"names and a colon", `
Partners
What should we change? Tell us below.

Dana: Smaller classes.
Sam (parent): Fewer e-mails.
Note: the app is enough.

Kim: More music.
`, `
Q1 What should we change?
4 #1 Dana: Smaller classes.
5 #2 Sam role=parent: Fewer e-mails. Note: the app is enough.
8 #3 Kim: More music.
`},
	{"a question and names", `
What helps?
Dana: Phone calls.
Sam: Notes.
`, `
Q1 What helps?
2 #1 Dana: Phone calls.
3 #2 Sam: Notes.
`},
	{"paragraphs under a heading", `
Partners
What should we change?
Comments (2)
Search

Smaller classes.

Fewer e-mails.
They pile up.
`, `
Q1 What should we change?
6 #1: Smaller classes.
8 #2: Fewer e-mails. They pile up.
`},
	{"bullets under a heading", `
Partners
What should we change?
Responses:
• Smaller classes.
• Fewer e-mails.
`, `
Q1 What should we change?
4 #1: Smaller classes.
5 #2: Fewer e-mails.
`},
	{"answers to single questions", `
Partners
1. What do you want from teachers?
2. What do you want from parents?
3. Where do you agree?

Comments

Dana wrote:
Thank you for asking.
1) A call.
2) A note.

Sam wrote:
Q2. Parents want to be heard.
Q3: On kindness.

Kim wrote:
Where do you agree? In the child.
`, `
Q1 What do you want from teachers?
Q2 What do you want from parents?
Q3 Where do you agree?
8 #1 Dana: Thank you for asking.
10 #1 Dana q=1: A call.
11 #1 Dana q=2: A note.
14 #2 Sam q=2: Parents want to be heard.
15 #2 Sam q=3: On kindness.
18 #3 Kim q=3: In the child.
`},
	{"comments under each question", `
Partners
We ask:
1. What do you want from teachers?
2. What do you want from parents?

Comments

What do you want from teachers?
1. A call.
2. Patience.

What do you want from parents?
1. A note.
`, `
Q1 What do you want from teachers?
Q2 What do you want from parents?
9 #1 q=1: A call.
10 #2 q=1: Patience.
13 #3 q=2: A note.
`},
	{"Spanish", `
Trabajar juntos
¿Qué esperan de la escuela? ¿Qué ofrecen ustedes?

2 comentarios

María escribió:
Que llamen temprano.

José dice:
23 de octubre de 2026 a las 16:10
Tiempo para leer.

Deja una respuesta
`, `
Q1 ¿Qué esperan de la escuela?
Q2 ¿Qué ofrecen ustedes?
6 #1 María: Que llamen temprano.
9 #2 José when=2026-10-23T16:10:00: Tiempo para leer.
`},
	{"a title like a heading, and a question in the title", `
Responses to a New Schedule: What Should We Change?
Tell us below.

Dana wrote:
Smaller classes. What else?

Sam wrote:
Fewer e-mails.
`, `
Q1 What Should We Change?
4 #1 Dana: Smaller classes. What else?
7 #2 Sam: Fewer e-mails.
`},
	{"replies, and a byline above the post", `
Partners
Posted by Ms. Alder on October 20, 2026
By the Office

What should we change?

Leave a comment

Dana (October 23, 2026)
Smaller classes.
Like

  Ms. Alder replied:
  How small?

On Oct. 24, 2026 at 8:00 am, Sam wrote:
Fewer e-mails.
Report abuse
Post a Comment
`, `
Q1 What should we change?
9 #1 Dana when=2026-10-23: Smaller classes.
13 #2 Ms. Alder: How small?
16 #3 Sam when=2026-10-24T08:00:00: Fewer e-mails.
`},
	{"numbers with dates and names after them", `
Partners
What should we change?

2 Responses to “Partners”

#1 Dana P., parent - October 23, 2026
Smaller classes.

#2 Sam - October 24, 2026
Fewer e-mails.

Older posts
`, `
Q1 What should we change?
6 #1 Dana P. role=parent when=2026-10-23: Smaller classes.
9 #2 Sam when=2026-10-24: Fewer e-mails.
`},
	{"numbers alone, signed", `
Partners
What should we change?

(1)
Smaller classes.
— Dana

(2)
Fewer e-mails. Really! -- Sam, teacher and parent
`, `
Q1 What should we change?
4 #1 Dana: Smaller classes.
8 #2 Sam role=teacher and parent: Fewer e-mails. Really!
`},
	{"newest first", `
Partners
What should we change?
3 comments
3. Smaller classes.

1) One
2) Two
2. Fewer e-mails.
1. More music.
`, `
Q1 What should we change?
4 #1: Smaller classes. ¶ 1) One 2) Two
8 #2: Fewer e-mails.
9 #3: More music.
`},
	{"names above, signatures below", `
Partners
What should we change?

Dana wrote:
Smaller classes.
— Dana, parent

Sam wrote:
Fewer e-mails. “We read them all.” — Ana
`, `
Q1 What should we change?
4 #1 Dana role=parent: Smaller classes.
8 #2 Sam: Fewer e-mails. “We read them all.” — Ana
`},
	{"points that the post makes", `
Three Ways to Meet

Here is what we do:

1. Call early.
2. Write often.
3. Meet at school.

What do you do?
`, `
Q1 What do you do?
`},
	{"points that a page makes to nobody", `
Three Ways to Meet

1. Call early.
2. Write often.
3. Meet at school.
`, ""},
	{"a page without comments", `
Partners

What should we change? We want to know.

No ratings yet
Share this story
Search
Leave a comment
Related posts
How we plan the year
`, `
Q1 What should we change?
`},
}

func TestThreads(t *testing.T) {
	for _, tt := range threads {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(strings.TrimPrefix(tt.want, "\n"), show(ReadText(tt.page[1:]))); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}
