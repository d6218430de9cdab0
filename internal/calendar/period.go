package calendar

import "time"

// PeriodKind is a stretch that figures are counted over.
type PeriodKind uint8

// The kinds. Weeks begin on Monday, financial years on 1 April, quarters are those of the financial year.
const (
	Daily PeriodKind = iota + 1
	Weekly
	Monthly
	Quarterly
	Yearly
)

// Period is one such stretch, first and last day included.
type Period struct {
	Kind       PeriodKind
	Start, End Date
}

// Of gives the period of the kind in which d lies.
func (k PeriodKind) Of(d Date) Period {
	if d == 0 {
		return Period{}
	}
	first := func(back int) Date { y, m, _ := d.Civil(); return civil(y, int(m), 1).AddMonths(-back) }
	switch m := int(d.Month()); k {
	case Weekly:
		start := d - Date((int(d.Weekday())+6)%7)
		return Period{k, max(start, 1), start.AddDays(6)}
	case Monthly:
		return months(k, first(0), 1)
	case Quarterly:
		return months(k, first((m-1)%3), 3)
	case Yearly:
		return months(k, first((m+8)%12), 12)
	}
	return Period{Daily, d, d}
}

func months(k PeriodKind, start Date, n int) Period { return Period{k, start, start.AddMonths(n) - 1} }

// Next gives the period after p.
func (p Period) Next() Period { return p.Kind.Of(p.End + 1) }

// Previous gives the period before p.
func (p Period) Previous() Period { return p.Kind.Of(p.Start - 1) }

// Has reports whether d lies in p.
func (p Period) Has(d Date) bool { return p.Start <= d && d <= p.End }

// Days gives the number of days of p.
func (p Period) Days() int { return DaysBetween(p.Start, p.End) + 1 }

// FinancialYear gives the year of 1 April in which the financial year of d begins.
func (d Date) FinancialYear() int {
	y, m, _ := d.Civil()
	if m < time.April {
		return y - 1
	}
	return y
}
