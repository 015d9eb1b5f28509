package thread

import "testing"

func TestPlainText(t *testing.T) {
	for _, tt := range []struct {
		name, source string
		breaks       bool
		want         string
	}{
		{"breaks", "late<br>again<br/><br>and again", false, "late\nagain\n\nand again"},
		{"blocks", "<div>late</div>again<p>and</p><p>again</p>", false, "late\nagain\n\nand\n\nagain"},
		{"line ends of the source", "late\nagain\n\nand again", false, "late again and again"},
		{"line ends that count", "late\r\nagain\n\n\nand again", true, "late\nagain\n\nand again"},
		{"line ends behind breaks", "late<br />\nagain</p>\n\n<p>and again", true, "late\nagain\n\nand again"},
		{"entities", "caf&eacute;&nbsp;&amp; &lt;tea&gt; &#39;x&#39; &unknown;", false, "café & <tea> 'x' &unknown;"},
		{"marks within words", "un<b>believ</b>able <i>soup</i>", false, "unbelievable soup"},
		{"lists", "Two:<ol><li>soup<ul><li>hot</li></ul></li><li><p>bread</p></li></ol>Fine.", false, "Two:\n\n1. soup\n• hot\n2. bread\n\nFine."},
		{"an item without a list", "<li>soup</li>", false, "soup"},
		{"what isn't written", "a<script>b</script><style>c</style><!-- d --><textarea>e</textarea>f", false, "af"},
		{"pictures", `<img class="wp-smiley" alt="🙂"> <img alt="a school">`, false, "🙂"},
		{"tables", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", false, "a b\nc"},
		{"a bare <", "1 < 2 & 3", false, "1 < 2 & 3"},
		{"tags cut off", "soup <a href=", false, "soup"},
	} {
		if got := plainText(tt.source, tt.breaks); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestPublicName(t *testing.T) {
	for in, want := range map[string]string{
		"Dana":                     "Dana",
		"dana.p@home.test":         "dana.p",
		"Dana P. <dana@home.test>": "Dana P.",
		"Dana  (dana@home.test)":   "Dana",
		"@dana":                    "@dana",
	} {
		if got := publicName(in); got != want {
			t.Errorf("publicName(%s) = %s, want %s", in, got, want)
		}
	}
}
