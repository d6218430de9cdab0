package calendar

import "time"

// Pause is a stretch in which a clock stands: from an instant to another, or 0 while it still stands.
type Pause struct{ From, To Instant }

// Pauses are the stretches of one clock in order of time, and the most that counts of them in all (zero: no cap).
type Pauses struct {
	List []Pause
	Most Span
}

// stop is a pause in days: those after from, up to and including to, do not count. The clock stood from the instant at.
type stop struct {
	from, to Date
	at       Instant
	open     bool
}

// ordered gives the pauses that lie after start, cut so that none overlaps another.
func (p Pauses) ordered(start Instant) []Pause {
	var out []Pause
	since := start
	for _, q := range p.List {
		if q.From < since {
			q.From = since
		}
		if q.To != 0 && q.To <= q.From {
			continue
		}
		out = append(out, q)
		if q.To == 0 {
			break
		}
		since = q.To
	}
	return out
}

// clipped gives the pauses of a clock that runs in hours, cut off where their cap is used up.
func (p Pauses) clipped(start Instant) []Pause {
	left, capped := p.Most.length()
	list := p.ordered(start)
	if !capped {
		return list
	}
	for i, q := range list {
		if q.To == 0 || q.To.Sub(q.From) >= left {
			list[i].To = q.From.Add(left)
			return list[:i+1]
		}
		left -= q.To.Sub(q.From)
	}
	return list
}

// stops gives the pauses in days, cut off where their cap is used up; only days that count use it up.
func (p Pauses) stops(start Instant, counts func(Date) bool) []stop {
	most, capped := p.Most.length()
	left := int(most / (24 * time.Hour))
	var out []stop
	for _, q := range p.ordered(start) {
		s := stop{from: q.From.Date(), to: q.To.Date(), at: q.From, open: q.To == 0}
		if s.open {
			s.to = MaxDate
		}
		if capped {
			left = s.cut(left, counts)
		}
		if s.to > s.from {
			out = append(out, s)
		}
		if capped && left == 0 {
			break
		}
	}
	return out
}

// cut ends the stop on the day on which the last of left counting days is used up, and gives what is left.
func (s *stop) cut(left int, counts func(Date) bool) int {
	for d := s.from + 1; d <= s.to; d++ {
		if !counts(d) {
			continue
		}
		if left == 0 {
			s.to, s.open = d-1, false
			return 0
		}
		left--
	}
	return left
}

// length gives a cap as a time: a month counts 30 days, a year 365, and every kind of day as one day.
func (s Span) length() (time.Duration, bool) {
	days := map[Unit]int{Days: 1, WorkingDays: 1, CourtDays: 1, Weeks: 7, Months: 30, Years: 365}
	switch {
	case s.Unit == Hours:
		return time.Duration(s.N) * time.Hour, true
	case days[s.Unit] > 0:
		return time.Duration(s.N*days[s.Unit]) * 24 * time.Hour, true
	}
	return 0, false
}
