package i18n

// Skeleton gives the Latin consonant key of s.
func Skeleton(s string) string { return s }
