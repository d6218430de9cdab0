package extract

import (
	"time"

	"github.com/anupalan/anupalan/internal/calendar"
)

// rhythm reads what recurs without a word for each time: शनिवार एवं रविवार को,
// शाम को, 10 निरीक्षण/माह; and what is bound to each occasion: प्रत्येक पेशी पर.
func (r *reader) rhythm(i, lo, hi int) (timex, bool) {
	t, n := &r.toks[i], r.at(i+1, lo, hi)
	x := timex{kind: Recurring, rank: rankRecurring, lo: i, hi: i + 1}
	if end, days := r.weekdays(i, lo, hi); days >= 2 {
		after := r.at(end, lo, hi)
		if p := r.at(i-1, lo, hi); p.kw == kwThis || p.kw == kwNext || after.is(tTak|tSe) || !after.is(tKo) && !r.toks[i].latin {
			return x, false
		}
		x.every, x.hi = "week", end
		r.recurringTail(&x, lo, hi)
		return x, true
	}
	switch {
	case n.is(tKo) && (r.word(t, "शाम") || r.word(t, "सुबह") || r.word(t, "दोपहर") || r.word(t, "संध्या")) && !r.ofDay(i-1, lo, hi):
		x.every, x.hi = "day", i+2
	case t.kw == kwEvery && occasions.has(n.stem) && n.kind == kWord && r.at(i+2, lo, hi).is(tLoc):
		x.hi = i + 3
	case t.kw == kwEvery && r.word(n, "त्रैमास"):
		x.hi = i + 2
	default:
		return r.measured(i, lo, hi)
	}
	return x, true
}

// ofDay tells whether the part of a day belongs to a day named before it: आज शाम को, 12 मार्च की शाम को.
func (r *reader) ofDay(k, lo, hi int) bool {
	t := r.at(k, lo, hi)
	return t.is(tWeekday|tMonth|tGen|tUnit) || t.kind == kNum || t.kind == kDay || t.kw == kwToday || t.kw == kwTomorrow || t.kw == kwDayAfter || t.kw == kwSame || t.kw == kwThis || t.kw == kwDate
}

// occasions are what comes round and round without a day of its own.
var occasions = stemsOf(`पेशी सुनवाई पारी शिफ्ट भ्रमण दौरा दौरे बैठक चौपाल शिविर ग्रामसभा निरीक्षण किस्त किश्त`)

// measured reads a unit behind a stroke: 10 inspections/month, 30 विद्यालय/माह.
func (r *reader) measured(i, lo, hi int) (timex, bool) {
	t, p := &r.toks[i], r.at(i-1, lo, hi)
	x := timex{kind: Recurring, rank: rankRecurring, lo: i - 1, hi: i + 1, every: unitName(t)}
	return x, t.is(tUnit) && t.kind == kWord && x.every != "" && p.kind == kSlash && r.at(i-2, lo, hi).kind == kWord && !r.at(i-2, lo, hi).is(tUnit)
}

// weekdays counts the days of the week in a list and gives the index behind it: Mon, Wed and Fri.
func (r *reader) weekdays(i, lo, hi int) (end, days int) {
	for k := i; k < hi && r.isWeekday(&r.toks[k]); k++ {
		end, days = k+1, days+1
		if s := r.at(k+1, lo, hi); s.kind != kComma && s.kind != kSlash && !s.is(tAnd) {
			break
		}
		if k++; r.at(k, lo, hi).kind == kComma && r.at(k+1, lo, hi).is(tAnd) {
			k++
		}
	}
	return end, days
}

func (r *reader) isWeekday(t *token) bool {
	if t.kind != kWord || t.is(tWeekday) || !t.latin || t.end-t.start > 5 {
		return t.kind == kWord && t.is(tWeekday)
	}
	return shortDays[r.text[t.start:t.end]]
}

// shortDays are read in a list only, since Sat and Sun are words too.
var shortDays = map[string]bool{"Mon": true, "Tue": true, "Tues": true, "Wed": true, "Thu": true, "Thur": true, "Thurs": true, "Fri": true, "Sat": true, "Sun": true}

// rhythmEn reads on Tuesdays and Fridays, Mon, Wed, Fri, by the 10th of the month following each quarter.
func (r *reader) rhythmEn(i, lo, hi int) (timex, bool) {
	x := timex{lo: i, kind: Recurring, rank: rankRecurring}
	k := i
	for t := &r.toks[i]; k < i+3 && k < hi && (t.kw == kwOn || t.kw == kwAll || r.word(t, "all")); t = r.at(k, lo, hi) {
		k++
	}
	end, days := r.weekdays(k, lo, hi)
	if days >= 2 && !r.at(k-1, lo, hi).is(tTak) && r.at(k-1, lo, hi).kw != kwBy || days == 1 && r.plural(&r.toks[k]) {
		x.every, x.hi = "week", end
		return x, true
	}
	return r.measured(i, lo, hi)
}

func (r *reader) plural(t *token) bool { return t.latin && t.end-t.start > 6 && r.text[t.end-1] == 's' }

// eachMonthEn gives the index behind of each month, of the month following
// each quarter, of every following month; else 0.
func (r *reader) eachMonthEn(k, lo, hi int) int {
	if r.at(k, lo, hi).kw != kwOf {
		return 0
	}
	each := false
	for k++; k < hi && r.toks[k].kind == kWord; k++ {
		t := &r.toks[k]
		switch {
		case t.kw == kwEvery:
			each = true
		case each && (t.is(tUnit) || r.word(t, "quarter")):
			return k + 1
		case t.kw != kwThe && t.kw != kwNext && !t.is(tUnit) && !r.word(t, "following") && !r.word(t, "succeeding"):
			return 0
		}
	}
	return 0
}

// weekdayOf gives the n-th such day of a month, n = 9 the last: दूसरा मंगलवार.
func weekdayOf(y, m, n, wd int) calendar.Date {
	if y == 0 {
		return 0
	}
	first, _ := calendar.DateOf(y, time.Month(m), 1)
	d := first.AddDays((wd%7 - int(first.Weekday()) + 7) % 7)
	if n == 9 {
		for next := d.AddDays(7); next.Month() == first.Month(); next = d.AddDays(7) {
			d = next
		}
		return d
	}
	if d = d.AddDays(7 * (n - 1)); d.Month() != first.Month() {
		return 0
	}
	return d
}

// weekdayOfEn reads the 2nd Tuesday of March, the last Friday of this month.
func (r *reader) weekdayOfEn(i, k, lo, hi int) (timex, bool) {
	t := r.at(k, lo, hi)
	n := r.nth(t)
	if n == 0 && r.dayNumber(t) && t.val <= 5 && r.ordinalEnd(r.at(k+1, lo, hi)) {
		n, k = int(t.val), k+1
	}
	day := r.at(k+1, lo, hi)
	if n == 0 || !day.is(tWeekday) || r.at(k+2, lo, hi).kw != kwOf {
		return timex{}, false
	}
	met, next := r.res.Meeting.Date, false
	for k += 3; r.at(k, lo, hi).kw == kwThe || r.at(k, lo, hi).kw == kwThis || r.at(k, lo, hi).kw == kwNext; k++ {
		next = next || r.toks[k].kw == kwNext
	}
	x := timex{lo: i, hi: k + 1, kind: OnDate, rank: rankDate}
	switch m := r.at(k, lo, hi); {
	case m.is(tMonth):
		x.end = weekdayOf(r.monthYear(int(m.val), 0), int(m.val), n, int(day.val))
	case m.is(tUnit) && m.val == 4:
		x.kind, x.rank = Relative, rankCounted
		if last := r.endOf(4, next); met != 0 {
			x.end = weekdayOf(last.Year(), int(last.Month()), n, int(day.val))
		}
	default:
		return x, false
	}
	return x, true
}
