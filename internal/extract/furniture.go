package extract

import "strings"

// furniture are words that only the page around the proceedings has.
var furniture = []string{
	"©", "copyright", "all rights reserved", "no comments", "post a comment", "leave a reply", "email address", "required fields", "published on",
	"बार पढ़ी", "साभार", "valid url", "share this", "share on", "ये भी पढ़ें", "यह भी पढ़ें", "इसे भी पढ़ें", "also read", "read more", "और पढ़ें", "advertisement",
	"विज्ञापन", "powered by", "posted by", "publisher", "editor", "privacy policy", "terms of", "cookie", "sign in", "log in", "skip to", "click here",
	"यहां क्लिक", "फॉलो करें", "सब्सक्राइब", "subscribe", "वेबसाइट पर प्रकाशित", "file photo", "फाइल फोटो", "फोटो:", "photo:", "previous post", "next post", "related post",
	"संबंधित खबर", "ताजा खबर", "ब्रेकिंग न्यूज", "whatsapp group", "whatsapp channel", "व्हाट्सएप चैनल", "join our", "download app", "views", "min read", "@gmail", "http://", "https://", "www.",
	"edited by", "updated:", "last updated", "हमें ट्विटर", "youtube चैनल", "like करे", "follow करे",
}

// platforms stand on buttons; a line made of little else is furniture.
var platforms = []string{"facebook", "twitter", "whatsapp", "telegram", "linkedin", "pinterest", "share", "tweet", "instagram", "print", "email", "reply", "shares", "फेसबुक", "ट्विटर", "व्हाट्सएप"}

// isJunk tells whether a line is furniture of the page it was copied from.
func isJunk(line string) bool {
	if len(line) > 600 {
		return false
	}
	if !strings.ContainsFunc(line, func(r rune) bool { return isWordRune(r) || isDigit(r) }) {
		return true
	}
	low := strings.ToLower(line)
	if len(low) < 30 {
		for _, p := range platforms {
			if strings.Contains(low, p) {
				return true
			}
		}
	}
	for _, f := range furniture {
		if strings.Contains(low, f) {
			return true
		}
	}
	return false
}
