package calendar

import "github.com/anupalan/anupalan/internal/i18n"

var beatWords = [...]i18n.Text{
	EveryDay: {Hi: "प्रतिदिन", En: "every day"}, EveryWorkingDay: {Hi: "प्रत्येक कार्य दिवस", En: "every working day"}, EveryWeek: {Hi: "प्रत्येक सप्ताह", En: "every week"},
	EveryFortnight: {Hi: "प्रत्येक पखवाड़ा", En: "every fortnight"}, EveryMonth: {Hi: "प्रत्येक माह", En: "every month"},
	EveryQuarter: {Hi: "प्रत्येक तिमाही", En: "every quarter"}, EveryYear: {Hi: "प्रत्येक वर्ष", En: "every year"},
}

var ordinalWords = [...]i18n.Text{
	{}, {Hi: "पहले", En: "first"}, {Hi: "दूसरे", En: "second"}, {Hi: "तीसरे", En: "third"}, {Hi: "चौथे", En: "fourth"}, {Hi: "पाँचवें", En: "fifth"},
}

// In writes the rhythm for a reader: "प्रत्येक सोमवार", "माह के पहले और तीसरे शनिवार", "every third Thursday of the month".
func (r Rhythm) In(l i18n.Lang) string {
	switch r.Beat {
	case 0:
		return ""
	case OnDay:
		return i18n.Text{Hi: "प्रत्येक ", En: "every "}.In(l) + i18n.Weekdays[r.Day].In(l)
	case OnNth:
		var nths []string
		for n := 1; n <= 5; n++ {
			if r.Nth&(1<<n) != 0 {
				nths = append(nths, ordinalWords[n].In(l))
			}
		}
		day := l.And(nths) + " " + i18n.Weekdays[r.Day].In(l)
		return i18n.Text{Hi: "माह के " + day, En: "every " + day + " of the month"}.In(l)
	}
	return beatWords[r.Beat].In(l)
}

// MarshalText gives the words of a pack.
func (r Rhythm) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads the words of a pack; empty text is no rhythm.
func (r *Rhythm) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*r = Rhythm{}
		return nil
	}
	v, err := ParseRhythm(string(b))
	if err == nil {
		*r = v
	}
	return err
}
