package thread

import (
	"regexp"
	"strings"
)

// chrome are the lines of a page that nobody wrote as an answer, in lower case
// and without the punctuation around them.
var chrome = wordSet(`
search|search this site|search this blog|menu|main menu|navigation|site navigation|skip to content|skip to main content|home|about|contact|contact us|blog|news|faq
no ratings yet|not yet rated|rate this|rate this post|be the first to rate|share|share this|share this post|share this story|share this page|like|like this|loading
tweet|facebook|twitter|pinterest|linkedin|whatsapp|email|email this|e-mail|print|print this page|copy link|permalink|link|reply|reply to this|quote|report|report abuse|report this comment|flag|flag as inappropriate|edit|delete
log in|login|log in to reply|log in to comment|sign in|sign up|register|subscribe|rss|comments rss|comments feed|follow|follow us|helpful|like reply|like · reply|show more|read more|see more|view more comments|load more comments|load more
older comments|newer comments|older posts|newer posts|previous|next|back to top|top|newest|oldest|newest first|oldest first|sort by|sort by newest|sort by oldest|sorted by newest|best|uncategorized|leave a comment|leave a reply|advertisement|continue reading
buscar|inicio|menú|compartir|compartir esto|responder|me gusta|imprimir|iniciar sesión|aún no hay calificaciones|cargando
`)

// endings are the lines after which no more comments come.
var endings = wordSet(`
comments are closed|comments closed|comments are now closed|commenting is closed|comments are turned off|this post is closed to comments|leave a reply|leave a comment|leave your comment|leave a response|post a comment|add a comment|add your comment|write a comment|join the discussion|join the conversation|what do you think
cancel reply|leave a reply cancel reply|your email address will not be published|related|related posts|related articles|related stories|you may also like|more like this|recent posts|recent comments|latest posts|popular posts|post navigation|archives|categories|tags|about this blog|about us|blogroll|meta|newsletter|subscribe to our newsletter|privacy policy|terms of use
los comentarios están cerrados|deja una respuesta|deja un comentario|entradas relacionadas|entradas recientes|comentarios recientes
`)

var chromePatterns = regexp.MustCompile(`(?i)^(?:` + strings.Join([]string{
	`share (?:this|on|via|to) .{0,30}`,
	`(?:posted|filed) (?:in|under):? .{0,60}`,
	`tag(?:s|ged)(?: with)?: .{0,80}`,
	`categor(?:y|ies): .{0,60}`,
	`\d+ (?:likes?|shares?|votes?|views?|ratings?|stars?|people like this|people found this helpful)`,
	`(?:\d(?:\.\d)?|no) (?:stars?|ratings?|votes?).{0,20}`,
	`(?:average )?rating: .{0,20}`,
	`(?:newer|older|previous|next) (?:post|entry|article)s?:?.{0,60}`,
	`page \d+(?: of \d+)?`,
	`(?:©|copyright).{0,80}`,
	`reply to [\p{L} .]{1,40}`,
	`(?:be the first to|leave a|no) comments?(?: yet)?(?: on .{0,80})?`,
	`[←→«»‹›↑↓|•·*_=~\-–—\s]+`,
}, "|") + `)$`)

func wordSet(s string) map[string]bool {
	set := make(map[string]bool)
	for _, phrase := range strings.FieldsFunc(s, func(r rune) bool { return r == '|' || r == '\n' }) {
		set[phrase] = true
	}
	return set
}

func bare(s string) string {
	return strings.ToLower(strings.Trim(s, " .:…!*»«→←↑|[]()#\t"))
}

func isChrome(s string) bool {
	return s != "" && len(s) < 120 && (chrome[bare(s)] || chromePatterns.MatchString(s))
}

// endsThread leaves "Leave a reply" and its like to isChrome where they may as
// well be a link above the comments; thread goes on at the next comment.
func endsThread(s string) bool {
	return s != "" && len(s) < 60 && endings[bare(s)]
}
