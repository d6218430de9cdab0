package ingest

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
)

// isSlug reports a key: letters a to z of either case, digits and _, beginning with a letter or digit.
func isSlug(s string) bool {
	if s == "" || len(s) > 64 || s[0] == '_' {
		return false
	}
	for _, c := range []byte(s) {
		if (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '_' && c != '-' {
			return false
		}
	}
	return true
}

// split parts words at | and drops empty ones.
func split(s string) []string {
	var list []string
	for _, w := range strings.Split(s, "|") {
		if w = strings.TrimSpace(w); w != "" {
			list = append(list, w)
		}
	}
	return list
}

// firstSerial and lastSerial bound the numbers taken for days counted from 1900: 1927 to 2119.
const (
	firstSerial = 10_000
	lastSerial  = 80_000
)

// parseDay reads a date with a year; words such as कल or शुक्रवार are refused in files.
func parseDay(text string, serial bool, today calendar.Date) (calendar.Date, error) {
	ascii := i18n.Digits(text, false)
	if serial {
		if n, err := strconv.ParseFloat(ascii, 64); err == nil && n >= firstSerial && n <= lastSerial {
			start, _ := calendar.DateOf(1899, 12, 30)
			return start.AddDays(int(n)), nil
		}
	}
	digits := strings.Count(strings.Map(onlyDigit, ascii), "0")
	if digits < 3 || !strings.ContainsFunc(ascii, unicode.IsDigit) {
		return 0, fault.New(fault.Invalid, "calendar.human_form", text)
	}
	return calendar.ParseHuman(text, today)
}

func onlyDigit(r rune) rune {
	if r >= '0' && r <= '9' {
		return '0'
	}
	return -1
}

// parseNumber reads a whole number: 2,54,000 and २५४००० alike. A workbook's 12.0 is 12.
func parseNumber(text string) (int64, bool) {
	s := strings.ReplaceAll(strings.ReplaceAll(i18n.Digits(text, false), ",", ""), " ", "")
	if head, tail, ok := strings.Cut(s, "."); ok && strings.Trim(tail, "0") == "" {
		s = head
	}
	n, err := strconv.ParseInt(s, 10, 64)
	return n, err == nil
}

func parseYes(text string) (yes, ok bool) {
	switch i18n.Fold(text) {
	case i18n.Fold("हाँ"), i18n.Fold("हां"), "yes", "y", "true", "1":
		return true, true
	case i18n.Fold("नहीं"), "no", "n", "false", "0":
		return false, true
	}
	return false, false
}
