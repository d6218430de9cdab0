package rule

import (
	"slices"
	"strconv"
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
)

// String writes a value in the words of packs, for messages and digests; it is the same for
// the same value on every machine.
func (v Value) String() string {
	switch v.Kind {
	case Number:
		return strconv.FormatInt(v.N, 10)
	case Money:
		return rupees(v.N)
	case Date:
		return calendar.Date(v.N).String()
	case Moment:
		return calendar.Instant(v.N).Time().Format("2006-01-02 15:04")
	case YesNo:
		return yesNo(v.N)
	case Length:
		return v.Span.String()
	case Codes, Links, File:
		return strings.Join(v.List, "\n")
	case Answers:
		return answers(v.Map)
	}
	return v.S
}

func rupees(paise int64) string {
	s := strconv.FormatInt(paise/100, 10)
	if p := paise % 100; p != 0 {
		s += "." + strconv.FormatInt(p/10, 10) + strconv.FormatInt(p%10, 10)
	}
	return s
}

func answers(m map[string]string) string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	var b strings.Builder
	for _, k := range keys {
		b.WriteString(k + "=" + m[k] + "\n")
	}
	return b.String()
}
