package sitting

import (
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
)

// LimitKind says how a directive gives its date. The words are stored.
type LimitKind string

// The kinds.
const (
	NoLimit   LimitKind = "none" // takes the office's usual limit, and says so
	OnDate    LimitKind = "date"
	InRange   LimitKind = "range"
	Counted   LimitKind = "relative" // so many days from the sitting
	Urgent    LimitKind = "urgent"   // at once; takes the usual limit, and says so
	NextTime  LimitKind = "next"     // by the next sitting of the series
	Recurring LimitKind = "recurring"
)

// Limit is by when a directive is to be done.
type Limit struct {
	Kind  LimitKind     `json:"kind"`
	From  calendar.Date `json:"from,omitempty"`
	To    calendar.Date `json:"to,omitempty"`
	Every string        `json:"every,omitempty"` // the rhythm of what recurs, as packs write it
	Text  string        `json:"text,omitempty"`  // as the proceedings or the person said it
	Wrong string        `json:"wrong,omitempty"` // why the words give no day
}

// Settled reports whether the limit gives a day, or rightly none.
func (l *Limit) Settled() bool {
	switch l.Kind {
	case OnDate, Counted, InRange:
		return l.To != 0 && l.Wrong == ""
	case Recurring:
		_, err := calendar.ParseRhythm(l.Every)
		return err == nil
	}
	return l.Wrong == ""
}

// Means is what days a limit is reckoned against.
type Means struct {
	Met      calendar.Date // the day of the sitting
	Next     calendar.Date // of the next sitting; 0 none is known
	Usual    calendar.Span // the office's limit where none is said
	Calendar *calendar.Calendar
}

// Reckoned is a limit as a day, with what a reader must be told about it.
type Reckoned struct {
	Due   calendar.Date // nominal day; 0 cannot be said
	Ends  calendar.Date // the day it ends after closed days have moved it
	Moved calendar.Holiday
	Usual bool // nobody said a day: the office's usual limit
	Key   string
}

// Reckon gives the day of a limit. Key names the message of what is wrong, if it has none.
func (l *Limit) Reckon(m Means) Reckoned {
	var r Reckoned
	switch l.Kind {
	case OnDate, InRange, Counted:
		r.Due = l.To
	case NextTime:
		if r.Due = m.Next; r.Due == 0 {
			r.Key = "sitting.next_unknown"
		}
	case Recurring:
		if every, err := calendar.ParseRhythm(l.Every); err == nil {
			r.Due = every.Next(m.Met, m.Calendar)
		}
	default:
		r.Due, r.Usual = m.Calendar.Due(m.Met.At(12, 0), m.Usual).Unmoved, true
	}
	switch {
	case r.Key != "":
	case r.Due == 0 || l.Wrong != "":
		r.Key = "sitting.date_open"
	case r.Due < m.Met:
		r.Key = "sitting.date_before"
	case l.Kind == InRange && l.From != 0 && l.From > l.To:
		r.Key = "sitting.range_backwards"
	}
	if r.Due != 0 {
		r.Ends = r.Due
		if h, closed := m.Calendar.Holiday(r.Due); closed {
			r.Ends, r.Moved = m.Calendar.Due(r.Due.AddDays(-1).At(12, 0), calendar.Span{N: 1, Unit: calendar.Days}).At.Date(), h
		}
	}
	return r
}

// words of limits that are no day, folded once.
var limitWords = map[LimitKind][]string{
	NextTime: {"अगली बैठक", "आगामी बैठक", "next meeting", "next sitting"},
	Urgent:   {"तत्काल", "अविलंब", "तुरंत", "शीघ्र", "त्वरित", "at once", "urgent", "immediately"},
}

var everyWords = map[string]string{
	"प्रतिदिन": "day", "रोज": "day", "दैनिक": "day", "daily": "day", "every day": "day", "साप्ताहिक": "week", "प्रति सप्ताह": "week",
	"हर सप्ताह": "week", "प्रत्येक सप्ताह": "week", "weekly": "week", "every week": "week", "मासिक": "month", "हर माह": "month", "प्रति माह": "month",
	"प्रत्येक माह": "month", "monthly": "month", "every month": "month", "पाक्षिक": "fortnight", "fortnightly": "fortnight",
}

// ParseLimit reads a limit as a person types it, from the day of the sitting: 12.3.26,
// शुक्रवार, अगले बुधवार, माह के अंत, 3 दिन, 10 मई - 25 मई, अगली बैठक, तत्काल, प्रतिदिन, प्रत्येक सोमवार; empty is none.
func ParseLimit(text string, m Means) (Limit, error) {
	said := clean(text)
	l := Limit{Kind: NoLimit, Text: said}
	for _, end := range []string{" तक", " को", " से पहले", " के अंदर", " में"} {
		said = strings.TrimSuffix(said, end)
	}
	folded := i18n.Fold(said)
	if folded == "" {
		return l, nil
	}
	for _, kind := range []LimitKind{NextTime, Urgent} {
		if slices.ContainsFunc(limitWords[kind], func(w string) bool { return strings.Contains(folded, i18n.Fold(w)) }) {
			l.Kind = kind
			return l, nil
		}
	}
	if every := rhythmOf(folded, said); every != "" {
		l.Kind, l.Every = Recurring, every
		return l, nil
	}
	if span, ok := calendar.ParseCount(said); ok {
		l.Kind, l.To = Counted, m.Calendar.Due(m.Met.At(12, 0), span).Unmoved
		return l, nil
	}
	return parseDays(l, said, m)
}

// parseDays reads one day, or two parted by a dash or से.
func parseDays(l Limit, said string, m Means) (Limit, error) {
	for _, dash := range []string{" से ", " - ", "–", " to "} {
		from, to, both := strings.Cut(said, dash)
		if !both {
			continue
		}
		a, err1 := calendar.ParseHuman(from, m.Met)
		b, err2 := calendar.ParseHuman(to, m.Met)
		if err1 == nil && err2 == nil {
			l.Kind, l.From, l.To = InRange, a, b
			if a > b {
				return l, fault.New(fault.Invalid, "sitting.range_backwards")
			}
			return l, nil
		}
	}
	d, err := calendar.ParseUntil(said, m.Met)
	if err != nil {
		return l, err
	}
	l.Kind, l.To = OnDate, d
	return l, nil
}

// rhythmOf reads daily, weekly, every Monday in either language.
func rhythmOf(folded, said string) string {
	for w, every := range everyWords {
		if folded == i18n.Fold(w) {
			return every
		}
	}
	for _, each := range []string{"प्रत्येक ", "हर ", "every "} {
		rest, ok := strings.CutPrefix(folded, i18n.Fold(each)+" ")
		if !ok {
			continue
		}
		if day, ok := i18n.ParseWeekday(rest); ok {
			return strings.ToLower(day.String())
		}
	}
	if _, day := i18n.ParseWeekday(folded); day {
		return "" // the coming one
	}
	if r, err := calendar.ParseRhythm(strings.ToLower(said)); err == nil {
		return r.String()
	}
	return ""
}
