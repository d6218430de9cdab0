package extract

import (
	"time"

	"github.com/anupalan/anupalan/internal/calendar"
)

// monthDay reads a bare 20 तारीख, with आगामी before it or not.
func (r *reader) monthDay(i int, d day, lo, hi int) (timex, bool) {
	x := timex{kind: OnDate, rank: rankDate, hi: r.limitTail(d.hi, lo, hi)}
	x.end, x.flag = r.resolve(day{d: d.d})
	return x, true
}

func (r *reader) monthDayOf(next bool, d day, lo, hi int) timex {
	x := timex{kind: OnDate, rank: rankDate, hi: r.limitTail(d.hi, lo, hi)}
	met := r.res.Meeting.Date
	if met == 0 {
		x.flag = "year_missing"
		return x
	}
	y, m := met.Year(), int(met.Month())
	if next {
		if m++; m > 12 {
			m, y = 1, y+1
		}
	}
	x.end, x.flag = r.resolve(day{y: y, m: m, d: d.d})
	return x
}

// month reads a month without a day.
func (r *reader) month(i, lo, hi int) (timex, bool) {
	t := &r.toks[i]
	x := timex{kind: OnDate, rank: rankDate}
	k, y := i+1, 0
	if n := r.at(k, lo, hi); n.kind == kNum && n.y != 0 {
		y, k = int(n.y), k+1
	}
	if n := r.at(k, lo, hi); n.is(tUnit) && n.val == 4 {
		k++
	}
	y = r.monthYear(int(t.val), y)
	gen := r.at(k, lo, hi).is(tGen)
	after := r.at(k+1, lo, hi)
	switch {
	case gen && after.kw == kwEnd:
		x.end, x.hi = lastOf(y, int(t.val)), r.limitTail(k+2, lo, hi)
	case gen && (r.word(after, "मध्य") || r.word(after, "बीच")) && r.at(k+2, lo, hi).is(tTak): // मार्च के मध्य तक
		if y != 0 {
			x.end, _ = calendar.DateOf(y, time.Month(int(t.val)), 15)
		}
		x.hi = k + 3
	case gen && (after.kw == kwBefore && r.nth(after) == 0 || after.kw == kwBefore && !r.at(k+2, lo, hi).is(tUnit) || after.kw == kwWithin) && !r.at(k+2, lo, hi).is(tGen):
		x.end, x.hi = lastOf(y, int(t.val)), k+2
	case gen && r.nth(after) != 0 && r.at(k+2, lo, hi).is(tWeekday): // मार्च के दूसरे मंगलवार को
		x.end, x.hi = weekdayOf(y, int(t.val), r.nth(after), int(r.at(k+2, lo, hi).val)), r.limitTail(k+3, lo, hi)
	case gen && r.nth(after) != 0 && r.at(k+2, lo, hi).is(tUnit):
		x.kind = InRange
		if y != 0 {
			x.start, x.end = part(y, int(t.val), r.nth(after), int(r.at(k+2, lo, hi).val))
		}
		x.hi = r.limitTail(k+3, lo, hi)
	case r.at(k, lo, hi).is(tTak), r.at(k, lo, hi).kw == kwIn && k > i+1, r.at(k, lo, hi).kw == kwIn, r.at(k, lo, hi).is(tSe) && r.at(k+1, lo, hi).kw == kwBefore:
		x.end, x.hi = lastOf(y, int(t.val)), r.limitTail(k, lo, hi)
	case r.bare:
		x.end, x.hi = lastOf(y, int(t.val)), k
	default:
		return x, false
	}
	if y == 0 {
		x.flag = "year_missing"
	}
	return x, true
}

// nth reads पहला to चौथा as 1 to 4 and अंतिम as 9.
func (r *reader) nth(t *token) int {
	switch t.kw {
	case kwFirst, kwBefore:
		return 1
	case kwSecond:
		return 2
	case kwThird:
		return 3
	case kwFourth:
		return 4
	case kwLast:
		return 9
	}
	return 0
}
