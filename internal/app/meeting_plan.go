package app

import (
	"context"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/sitting"
)

// SittingForm is a sitting as a page sends it; what is left out is the series'.
type SittingForm struct {
	Series  record.Key // zero: a meeting of no series
	Kind    string
	Title   i18n.Text
	Day     string // as people type a day; "" the series' next
	Time    string // 11:00; "" the series'
	Venue   string
	Words   string // why it is moved
	Version int32
}

// PlanSitting calls a meeting and asks the members of its series; it gives its key.
func (a *App) PlanSitting(ctx context.Context, who Actor, f SittingForm) (record.Key, error) {
	o, err := a.office(ctx, who.District)
	if err != nil {
		return record.Key{}, err
	}
	var series *sitting.Series
	if !f.Series.IsZero() {
		if o, series, err = a.series(ctx, who, f.Series); err != nil {
			return record.Key{}, err
		}
		who = o.keeper(who, series.Chair, series.Convenor)
	}
	plan, err := o.readPlan(series, f)
	if err != nil {
		return record.Key{}, err
	}
	if series == nil {
		plan.Chair = who.Post
	}
	job := Job{District: who.District, Decide: func(g *Group) (Outcome, error) {
		if err := calledTwice(g, f.Series, plan.Starts); err != nil {
			return Outcome{}, err
		}
		w := a.meetingWorld(o, who, g)
		w.Series = series
		change, bad := sitting.Decide(w, sitting.Command{Act: sitting.Plan, Plan: plan})
		if bad != nil {
			return Outcome{}, bad
		}
		out := meetingOutcome(nil, change)
		out.Answer, out.Keep = change.Sitting.Key, []byte(change.Sitting.Key.String())
		return out, nil
	}}
	once(ctx, who, &job)
	done, err := a.commit.Do(ctx, job)
	if err != nil {
		return record.Key{}, reused(err)
	}
	if k, again := done.earlier(); again {
		return k, nil
	}
	return done.Answer.(record.Key), nil
}

// calledTwice refuses a second sitting of a series at the same instant: a button pressed twice.
func calledTwice(g *Group, series record.Key, starts calendar.Instant) error {
	if series.IsZero() {
		return nil
	}
	rows, err := g.Reader().Sittings(context.Background(), series.District, starts, starts+1, meetingsMost)
	for i := range rows {
		if rows[i].Series == series.ID && !sitting.State(rows[i].State).Over() {
			return fault.New(fault.Conflict, "sitting.plan_wrong").With("day", "sitting.called_already", starts)
		}
	}
	return err
}

// readPlan reads day, hour and words of a sitting; the day left out is the series' next.
func (o *office) readPlan(series *sitting.Series, f SittingForm) (sitting.Plans, error) {
	bad := fault.New(fault.Invalid, "sitting.plan_wrong")
	p := sitting.Plans{Kind: f.Kind, Title: f.Title, Venue: f.Venue}
	var day calendar.Date
	minutes := 11 * 60
	if series != nil && series.Hour > 0 {
		minutes = int(series.Hour)
	}
	switch {
	case f.Day != "":
		var err error
		if day, err = calendar.ParseHuman(f.Day, o.day); err != nil {
			wrong := fault.As(err)
			bad.With("day", wrong.Key, wrong.Args...)
		}
	case series != nil:
		var moved calendar.Holiday
		day, moved = series.NextAfter(o.day, o.calendar)
		p.Unmoved = moved.Date
	}
	if f.Time != "" {
		var ok bool
		if minutes, ok = clockTime(f.Time); !ok {
			bad.With("time", "sitting.hour_wrong")
		}
	}
	if day == 0 && len(bad.Fields) == 0 {
		bad.With("day", "sitting.starts_required")
	}
	p.Starts = day.At(minutes/60, minutes%60)
	return p, bad.Any()
}

// MoveSitting puts a planned sitting off, or to another hour or hall; why is asked.
func (a *App) MoveSitting(ctx context.Context, who Actor, key record.Key, f SittingForm) error {
	o, err := a.meetingOffice(ctx, who, key)
	if err != nil {
		return err
	}
	s, err := readSitting(ctx, a.db.Reader(), key)
	if err != nil {
		return err
	}
	hour, minute := s.Starts.Clock()
	series := &sitting.Series{Hour: int16(hour*60 + minute)}
	if f.Day == "" {
		f.Day = s.Starts.Date().String()
	}
	plan, err := o.readPlan(series, f)
	if err != nil {
		return err
	}
	if s.Ends != 0 {
		plan.Ends = plan.Starts + s.Ends - s.Starts
	}
	_, err = a.meet(ctx, who, key, sitting.Command{Act: sitting.Move, Plan: plan, Words: f.Words, Version: f.Version})
	return err
}

// CallOff cancels a planned sitting before its hour; after it, it says that it was not held.
func (a *App) CallOff(ctx context.Context, who Actor, key record.Key, reason, words string) error {
	act := sitting.Cancel
	row, ok, err := a.db.Reader().Sitting(ctx, key)
	if err != nil || !ok || key.District != who.District {
		return missing(err, "sitting.not_found")
	}
	if row.Starts <= a.now() {
		act = sitting.Miss
	}
	_, err = a.meet(ctx, who, key, sitting.Command{Act: act, Reason: reason, Words: words})
	return err
}

// CloseSitting ends a sitting that is going on; its proceedings may still be written.
func (a *App) CloseSitting(ctx context.Context, who Actor, key record.Key) error {
	_, err := a.meet(ctx, who, key, sitting.Command{Act: sitting.Close})
	return err
}

// NotHeldReasons lists the codes for which a sitting is not held.
func NotHeldReasons() []Option {
	var list []Option
	for _, code := range sitting.Reasons() {
		list = append(list, Option{Code: code, Name: sitting.ReasonName(code)})
	}
	return list
}
