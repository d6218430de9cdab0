package i18n

// Fold gives the search key of s.
func Fold(s string) string { return s }
