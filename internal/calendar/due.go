package calendar

import "time"

// Due is a reckoned limit. Unmoved is the last day before any shift; By is the closed day it fell on, if it moved.
type Due struct {
	At       Instant
	Start    Instant
	Span     Span
	Unmoved  Date
	By       Holiday
	Stopped  bool // a pause runs without end: there is no instant yet
	Revision int32
}

// Moved reports whether the limit ended on a closed day and was shifted.
func (d Due) Moved() bool { return d.By.Date != 0 }

// Due reckons the limit of s from start: the first day is not counted, the last runs to office closing, an end on a
// closed day moves as the calendar says. Hours run on the clock. No start or no limit gives no instant.
func (c *Calendar) Due(start Instant, s Span) Due { return c.DueWith(start, s, Pauses{}) }

// DueWith reckons like Due and leaves out what lay inside the pauses, up to their cap.
func (c *Calendar) DueWith(start Instant, s Span, p Pauses) Due {
	r := reckoning{Calendar: c, due: Due{Start: start, Span: s, Revision: c.rules.Revision}}
	r.run(p)
	return r.due
}

// reckoning is one limit on its way; with a trail it also notes how it came about.
type reckoning struct {
	*Calendar
	due   Due
	trail *[]Step
}

func (r *reckoning) run(p Pauses) {
	switch s := r.due.Span; {
	case r.due.Start == 0 || s.IsZero():
		return
	case s.Unit == Hours:
		r.hours(p)
	case s.Unit == WorkingDays:
		r.counted(p, r.Working)
	case s.Unit == CourtDays:
		r.counted(p, r.CourtDay)
	default:
		r.days(p)
	}
	if r.due.Stopped {
		r.due.At, r.due.Unmoved, r.due.By = 0, 0, Holiday{}
	}
}

// hours adds hours and the exact length of the pauses.
func (r *reckoning) hours(p Pauses) {
	at := r.due.Start.Add(time.Duration(r.due.Span.N) * time.Hour)
	for _, q := range p.clipped(r.due.Start) {
		if q.From >= at {
			break
		}
		if q.To == 0 {
			r.stopped(q.From.Date())
			return
		}
		r.note("calendar.step_pause", q.From, q.To)
		at += q.To - q.From
	}
	r.due.At, r.due.Unmoved = at, at.Date()
}

// days adds civil days, weeks, months or years, or runs to an end, then lands on a day on which the limit may end.
func (r *reckoning) days(p Pauses) {
	end := r.plain(r.due.Start.Date())
	for _, q := range p.stops(r.due.Start, everyDay) {
		if at, _ := r.land(end); q.at >= at {
			break
		}
		if q.open {
			r.stopped(q.from)
			return
		}
		r.note("calendar.step_stop", q.from, q.to, DaysBetween(q.from, q.to))
		end = end.AddDays(DaysBetween(q.from, q.to))
	}
	r.due.Unmoved = end
	r.due.At, r.due.By = r.land(end)
}

// plain gives the last day of the limit from the day d, before pauses and shifts.
func (r *reckoning) plain(d Date) Date {
	switch s := r.due.Span; s.Unit {
	case Days:
		return d.AddDays(s.N)
	case Weeks:
		return d.AddDays(7 * s.N)
	case Months:
		return d.AddMonths(s.N)
	case Years:
		return d.AddMonths(12 * s.N)
	case EndOfWeek:
		return r.lastOpen(Weekly.Of(d))
	case EndOfMonth:
		return r.lastOpen(Monthly.Of(d))
	}
	return d
}

// lastOpen gives the last day of a period that the week's pattern leaves open: holidays shift it, Sundays do not.
func (c *Calendar) lastOpen(p Period) Date {
	for d := p.End; d >= p.Start; d-- {
		if c.worked[d] || c.rules.Week.works(d) {
			return d
		}
	}
	return p.End
}

// land gives the instant of a limit that ends on the day end, and the closed day it was moved from. It is never at or
// before the start: an office that has closed for the day gives the next working day.
func (r *reckoning) land(end Date) (Instant, Holiday) {
	by, shut := r.Holiday(end)
	to := end
	if shut {
		switch shift := r.rules.EndsOnHoliday; {
		case shift == SameDay && end > r.due.Start.Date():
			by = Holiday{}
		case shift == PreviousWorkingDay:
			to = r.PreviousWorking(end)
		default:
			to = r.NextWorking(end)
		}
	}
	if r.OfficeCloses(to) <= r.due.Start {
		to = r.NextWorking(max(end, r.due.Start.Date()) + 1)
		if !shut {
			by = Holiday{}
		}
	}
	return r.OfficeCloses(to), by
}

// counted walks the days that count. A pause stops the days after the one it began on, up to the one it ended on.
func (r *reckoning) counted(p Pauses, counts func(Date) bool) {
	stops := p.stops(r.due.Start, counts)
	d := r.due.Start.Date()
	for n := r.due.Span.N; n > 0 && d < MaxDate; {
		d++
		for len(stops) > 0 && d > stops[0].to {
			stops = stops[1:]
		}
		if len(stops) > 0 && d > stops[0].from {
			if stops[0].open {
				r.stopped(stops[0].from)
				return
			}
			r.note("calendar.step_stop", stops[0].from, stops[0].to, DaysBetween(stops[0].from, stops[0].to))
			d = stops[0].to
			continue
		}
		if counts(d) {
			n--
		} else {
			r.skip(d)
		}
	}
	r.settle(d, stops, counts)
}

// settle puts the end of counted days onto a day that counts, after the start and outside of any pause.
func (r *reckoning) settle(d Date, stops []stop, counts func(Date) bool) {
	next := func(d Date) Date {
		for i := 0; i < farthest && !counts(d); i++ {
			r.skip(d)
			d++
		}
		return d
	}
	r.due.Unmoved = d
	if r.OfficeCloses(d) <= r.due.Start {
		d++
	}
	d = next(d)
	for _, q := range stops {
		if q.at >= r.OfficeCloses(d) || q.to < d {
			continue
		}
		if q.open {
			r.stopped(q.from)
			return
		}
		r.note("calendar.step_stop", q.from, q.to, DaysBetween(q.from, q.to))
		d = next(q.to)
	}
	if r.due.Span.N > 0 {
		r.due.Unmoved = d
	}
	r.due.At = r.OfficeCloses(d)
}

func (r *reckoning) stopped(from Date) {
	r.due.Stopped = true
	r.note("calendar.step_stopped", from)
}

func everyDay(Date) bool { return true }
