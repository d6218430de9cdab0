package i18n

import "golang.org/x/text/unicode/norm"

// NFC gives s in the composed form in which all text is stored. Letters with a nukta stay decomposed there, by Unicode's
// own rule, so both ways of typing ड़ become one.
func NFC(s string) string { return norm.NFC.String(s) }
