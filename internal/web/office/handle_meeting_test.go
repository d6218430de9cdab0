package office

import "testing"

func TestAMarkedSentenceIsFoundInTheText(t *testing.T) {
	t.Parallel()
	const text = "पहली पंक्ति।\n2. सभी बीडीओ 10 मार्च तक सूची दें।\nअंत।"
	for _, c := range []struct{ name, marked, want string }{
		{"as it stands", "सभी बीडीओ 10 मार्च तक सूची दें।", "सभी बीडीओ 10 मार्च तक सूची दें।"},
		{"with other spaces", "सभी  बीडीओ\n10 मार्च तक सूची दें।", "सभी बीडीओ 10 मार्च तक सूची दें।"},
		{"with the number of its mark", "1सभी बीडीओ 10 मार्च तक सूची दें।", "सभी बीडीओ 10 मार्च तक सूची दें।"},
		{"over a line", "पंक्ति। 2. सभी", "पंक्ति।\n2. सभी"},
		{"not there", "कोई और वाक्य", ""},
		{"nothing", "  ", ""},
	} {
		start, end := findWords(text, c.marked)
		if got := text[start:end]; got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
