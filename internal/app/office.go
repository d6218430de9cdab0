package app

import (
	"context"
	"time"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/pack"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
)

// office is what one district runs on today: its organisation, calendar, settings and
// systems. It is immutable; a change of the organisation makes a new one.
type office struct {
	district  int32
	version   int64
	org       *org.Org
	calendar  *calendar.Calendar
	settings  map[string]matter.Given
	types     *matter.Types
	catalogue map[matter.RowKey]*matter.Row // catalogue rows in force
	profile   *pack.Profile                 // nil where the State has none
	state     string                        // key of the State's profile
	root      record.ID                     // the district's own place
	leads     map[record.ID]bool            // posts to which others report
	day       calendar.Date
}

// officeFresh is how long an office is used without asking whether another program has
// changed it. An act asks again in its own commit, so only a page can be that much behind.
const officeFresh = time.Second

// office gives a district's, loading it when it is new, changed by another process, or of
// yesterday: dated values and holidays are those of the day.
func (a *App) office(ctx context.Context, district int32) (*office, error) {
	day, now := a.today(), a.wall()
	a.mu.Lock()
	o, checked := a.offices[district], a.checked[district]
	a.mu.Unlock()
	if o != nil && o.day == day && now.Sub(checked) < officeFresh {
		return o, nil
	}
	version, err := a.db.Reader().OrgVersion(ctx, district)
	if err != nil {
		return nil, err
	}
	if version == 0 {
		return nil, fault.New(fault.NotFound, "app.no_district", district)
	}
	if o == nil || o.version != version || o.day != day {
		if o, err = a.loadOffice(ctx, district, day); err != nil {
			return nil, err
		}
	}
	a.mu.Lock()
	a.offices[district], a.checked[district] = o, now
	a.mu.Unlock()
	return o, nil
}

// forget makes the next reader load a district's office anew.
func (a *App) forget(district int32) {
	a.mu.Lock()
	defer a.mu.Unlock()
	delete(a.offices, district)
}

func (a *App) loadOffice(ctx context.Context, district int32, day calendar.Date) (*office, error) {
	return readOffice(ctx, a.db.Reader(), a.systems, district, day)
}

// readOffice makes a district's office of what a reader sees.
func readOffice(ctx context.Context, r *store.Reader, systems *Systems, district int32, day calendar.Date) (*office, error) {
	rows, version, err := r.Org(ctx, district)
	if err != nil {
		return nil, err
	}
	snapshot, err := org.New(district, rows, systems.Roles)
	if err != nil {
		return nil, err
	}
	o := &office{district: district, version: version, org: snapshot, day: day}
	for _, p := range rows.Places {
		switch p.Kind {
		case "state":
			o.state = p.Key
		case "district":
			o.root = p.ID
		}
	}
	settings, err := r.Settings(ctx, district)
	if err != nil {
		return nil, err
	}
	holidays, err := r.Holidays(ctx, district, day.AddDays(-400), day.AddDays(800))
	if err != nil {
		return nil, err
	}
	o.leads = leaders(o)
	systems.fill(o, settings, holidays)
	return o, nil
}

// post names a post; a zero id names nobody.
func (o *office) post(id record.ID) Named {
	if p := o.org.Post(id); p != nil {
		return Named{ID: id, Key: p.Key, Name: p.Name}
	}
	return Named{}
}

func (o *office) place(id record.ID) Named {
	if p := o.org.Place(id); p != nil {
		return Named{ID: id, Key: p.Key, Name: p.Name}
	}
	return Named{}
}

func (o *office) department(id record.ID) Named {
	if d := o.org.Department(id); d != nil {
		return Named{ID: id, Key: d.Key, Name: d.Name}
	}
	return Named{}
}

func (o *office) person(id record.ID) i18n.Text {
	if p := o.org.Person(id); p != nil {
		return p.Name
	}
	return i18n.Text{}
}

// Holds reports whether the actor's post holds a named power today.
func (a *App) Holds(ctx context.Context, who Actor, power string) (bool, error) {
	o, err := a.office(ctx, who.District)
	if err != nil {
		return false, err
	}
	return o.org.HasPower(who.Post, power, a.today()), nil
}
