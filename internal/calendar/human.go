package calendar

// ParseHuman reads a date as people type it.
func ParseHuman(s string, today Date) (Date, error) { return ParseDate(s) }
