package matter

// shift moves the limits that end on a day which was declared closed later: never earlier,
// none that is not ours, and none that ends on another day.
func (r *run) shift(v view) {
	var moved []Running
	cal := v.cal()
	for _, c := range v.m.Memory.Clocks {
		if !c.Runs() || c.Outside || c.Due < r.w.Now || cal.Working(c.Due.Date()) {
			continue
		}
		if at := endOf(cal, c.Due.Date(), false); at > c.Due {
			c.Unmoved, c.Due, c.Calendar = c.Due.Date(), at, cal.Revision()
			moved = append(moved, c)
		}
	}
	if len(moved) == 0 {
		return
	}
	p := r.pen(v.t, v.m, Shifted, "")
	p.b.Cause, p.b.Clocks = wakeHoliday, moved
	m := p.commit()
	r.tell(m.Key, m.Holder, "shifted")
}

// Shift is the wake that lets a matter look at a changed calendar; whoever declares a
// holiday sends it to the matters that have a limit on that day.
func Shift(m *Matter) Wake { return Wake{At: m.Due, Matter: m.Key, What: wakeHoliday} }
