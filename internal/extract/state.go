package extract

import "strings"

// dialect are the words by which the papers of a State are known; they decide what a
// short form means that two States use for different posts.
var dialect = []struct {
	state string
	words []string
}{
	{"BR", []string{"प्रखंड", "प्रखण्ड", "अंचल", "समाहर", "अनुमंडल", "बिहार"}},
	{"UP", []string{"उपजिलाधिकारी", "उप जिलाधिकारी", "लेखपाल", "शासनादेश", "अधिशासी", "विकास भवन", "उत्तर प्रदेश", "मुख्य विकास अधिकारी"}},
	{"MP", []string{"जनपद पंचायत", "जनपद सीईओ", "कार्यपालन यंत्री", "अनुविभागीय", "बीएमओ", "टीएल", "सीएम हेल्पलाइन", "मध्यप्रदेश", "मध्य प्रदेश", "म0प्र0", "बी वन", "खाद्य निरीक्षक"}},
	{"RJ", []string{"कलक्टर", "उपखण्ड", "उपखंड", "अधिशाषी", "पंचायत समिति", "संपर्क पोर्टल", "राजस्थान", "ग्राम सेवक"}},
}

// guessState tells from the words of the opening which State a text is of, or nothing.
func guessState(text string) string {
	head := text[:min(len(text), preamble)]
	best, most := "", 0
	for _, d := range dialect {
		n := 0
		for _, w := range d.words {
			if strings.Contains(head, w) {
				n++
			}
		}
		if n > most {
			best, most = d.state, n
		} else if n == most {
			best = ""
		}
	}
	return best
}
