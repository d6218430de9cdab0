// Package i18n holds the two languages of the program, Hindi first, and everything that knows how Devanagari is written.
//
// A text is one value with both halves, so a missing half cannot be forgotten in another file. Messages are tables of
// such texts, one file an area; a message takes arguments by position, so that each language orders them its own way.
// Search keys (Fold, Skeleton) are computed alike for what is stored and what is asked, and never shown.
package i18n

import "strings"

// Lang is a language of the reader; the zero value is Hindi.
type Lang uint8

// The languages.
const (
	Hindi Lang = iota
	English
)

// ParseLang reads a language tag or locale name, "en", "hi-IN" or "en_IN.UTF-8"; whatever is not English is Hindi.
func ParseLang(s string) Lang {
	s = strings.ToLower(strings.TrimSpace(s))
	if i := strings.IndexAny(s, "-_.@"); i >= 0 {
		s = s[:i]
	}
	if s == "en" || s == "english" {
		return English
	}
	return Hindi
}

// String gives the language's tag: "hi" or "en".
func (l Lang) String() string {
	if l == English {
		return "en"
	}
	return "hi"
}

// Other gives the language one click away.
func (l Lang) Other() Lang {
	if l == English {
		return Hindi
	}
	return English
}

// Text is one wording in both languages, written side by side.
type Text struct{ Hi, En string }

// In gives the half of the text in l, or the other half if that one is empty.
func (t Text) In(l Lang) string {
	if (l == English && t.En != "") || t.Hi == "" {
		return t.En
	}
	return t.Hi
}

// IsZero reports that neither half says anything.
func (t Text) IsZero() bool { return t.Hi == "" && t.En == "" }

// Both gives the two halves beside one another, Hindi first, as on labels and column heads.
func (t Text) Both() string {
	switch {
	case t.Hi == "" || t.Hi == t.En:
		return t.En
	case t.En == "":
		return t.Hi
	}
	return t.Hi + " / " + t.En
}
