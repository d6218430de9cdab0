package i18n

import "strings"

// letterNames are the names of the Latin letters as Hindi writes them, folded with short vowels, the longer first where one
// begins with another.
var letterNames = [...]struct {
	name   string
	letter byte
}{
	{"डब्ल्यु", 'w'}, {"डब्लु", 'w'}, {"क्यु", 'q'}, {"एक्स", 'x'}, {"एफ", 'f'}, {"एच", 'h'}, {"एल", 'l'}, {"एम", 'm'}, {"एन", 'n'}, {"एस", 's'}, {"आइ", 'i'},
	{"आर", 'r'}, {"वाइ", 'y'}, {"जेड", 'z'}, {"बि", 'b'}, {"सि", 'c'}, {"डि", 'd'}, {"जि", 'g'}, {"जे", 'j'}, {"के", 'k'}, {"पि", 'p'}, {"टि", 't'},
	{"यु", 'u'}, {"वि", 'v'}, {"ए", 'a'}, {"इ", 'e'}, {"ओ", 'o'},
}

// mostInitials is the length of the longest abbreviation read letter by letter.
const mostInitials = 6

// initialsOf gives the letters whose names a folded word spells (बीडीओ bdo, एसडीएम sdm), or a short Latin word itself;
// "" if it is neither.
func initialsOf(word string) string {
	if word != "" && latin(rune(word[0])) {
		if len(word) > 1 && len(word) <= mostInitials {
			return word
		}
		return ""
	}
	var out []byte
	rest := shortened(word)
	for rest != "" && len(out) <= mostInitials {
		c, n := letterName(rest)
		if n == 0 {
			return ""
		}
		out, rest = append(out, c), rest[n:]
	}
	if len(out) < 2 || len(out) > mostInitials {
		return ""
	}
	return string(out)
}

// shortened writes long vowel signs short, as the names are kept.
func shortened(word string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case 'ी':
			return 'ि'
		case 'ू':
			return 'ु'
		case 'ै':
			return 'े'
		}
		return r
	}, word)
}

func letterName(s string) (letter byte, n int) {
	for _, l := range letterNames {
		if strings.HasPrefix(s, l.name) {
			return l.letter, len(l.name)
		}
	}
	return 0, 0
}

// Terms gives the words of s as they are kept and sought: folded, and initials written apart (बी डी ओ, B D O) joined to one
// word besides. With alone the joined word stands for its letters, as in a question.
func Terms(s string, alone bool) []string {
	var out, run []string
	end := func() {
		if len(run) > 1 {
			if joined := Fold(strings.Join(run, "")); joined != "" {
				if alone {
					run = nil
				}
				run = append(run, joined)
			}
		}
		out, run = append(out, run...), nil
	}
	for w := range strings.FieldsSeq(Fold(s)) {
		if !oneLetter(w) {
			end()
			out = append(out, w)
			continue
		}
		run = append(run, w)
	}
	end()
	return out
}

// oneLetter reports a single letter of Latin, or the name of one.
func oneLetter(w string) bool {
	if len(w) == 1 {
		return latin(rune(w[0]))
	}
	short := shortened(w)
	_, n := letterName(short)
	return n > 0 && n == len(short)
}

// Particle reports a word of grammar, folded, that tells nothing of what a text is about: का, में, of, ka.
func Particle(w string) bool {
	switch w {
	case "का", "की", "के", "को", "से", "में", "मे", "पर", "ने", "और", "एवं", "व", "तथा", "या", "है", "हैं", "हो", "था", "थे", "कि", "भी", "ही", "हेतु", "द्वारा",
		"करें", "करे", "करना", "करने", "किया", "दें", "दे", "लें", "ले", "होना", "होने", "हुए", "गया", "गए", "जाए", "जाएं", "रहे", "कराएं", "कराना",
		"of", "the", "in", "on", "at", "to", "for", "and", "or", "a", "an", "is", "are", "by", "with", "from",
		"ka", "ki", "ke", "ko", "se", "mein", "me", "par", "ne", "aur", "evam", "hai", "hain", "hetu":
		return true
	}
	return false
}
