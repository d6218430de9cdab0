package app

import (
	"context"
	"strconv"
	"time"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/store"
)

// demoClock is the setting that marks a demonstration's database and says by how much its
// business clock runs ahead, in microseconds. District 0 is the program's own.
const demoClock = "demo.clock"

// IsDemo reports whether a database was made for a demonstration.
func IsDemo(ctx context.Context, db *store.DB) (bool, error) {
	_, is, err := demoAhead(ctx, db)
	return is, err
}

func demoAhead(ctx context.Context, db *store.DB) (int64, bool, error) {
	settings, err := db.Reader().Settings(ctx, 0)
	if err != nil {
		return 0, false, err
	}
	for _, s := range settings {
		if s.Key == demoClock {
			ahead, err := strconv.ParseInt(s.Value, 10, 64)
			return ahead, true, err
		}
	}
	return 0, false, nil
}

// BusinessNow gives the instant by which a database lives: the wall clock, or that of its
// demonstration.
func BusinessNow(ctx context.Context, db *store.DB, wall time.Time) (calendar.Instant, error) {
	ahead, _, err := demoAhead(ctx, db)
	return calendar.At(wall) + calendar.Instant(ahead), err
}

// StartDemo marks the database as a demonstration's and sets the business clock of a
// fresh one back by a stretch, so that its story can be told as if it had happened.
func (a *App) StartDemo(back time.Duration) error {
	return a.setAhead(-int64(back / time.Microsecond))
}

// demoTold marks a demonstration whose story was told to its end.
const demoTold = "demo.told"

// EndStory marks the story as told and brings the clock to the wall's time.
func (a *App) EndStory() error {
	if err := a.setAhead(max(0, a.ahead.Load())); err != nil {
		return err
	}
	return a.db.Update(func(tx *store.Tx) error {
		return tx.SettingPut(0, store.Setting{Key: demoTold, Starts: 1, Value: "yes", Source: "demo"})
	})
}

// DemoWhole refuses a demonstration whose story broke off.
func DemoWhole(ctx context.Context, db *store.DB) error {
	settings, err := db.Reader().Settings(ctx, 0)
	if err != nil {
		return err
	}
	for _, s := range settings {
		if s.Key == demoTold {
			return nil
		}
	}
	return fault.New(fault.Refused, "app.demo_broken")
}

// MoveClock moves the business clock of a demonstration forward. It never goes back, and
// signing in lives by the wall clock.
func (a *App) MoveClock(ctx context.Context, by time.Duration) (calendar.Instant, error) {
	if by <= 0 {
		return 0, fault.New(fault.Invalid, "app.clock_back")
	}
	demo, err := IsDemo(ctx, a.db)
	if err != nil {
		return 0, err
	}
	if !demo {
		return 0, fault.New(fault.NotFound, "app.no_demo")
	}
	if err := a.setAhead(a.ahead.Load() + int64(by/time.Microsecond)); err != nil {
		return 0, err
	}
	return a.now(), nil
}

func (a *App) setAhead(ahead int64) error {
	err := a.db.Update(func(tx *store.Tx) error {
		return tx.SettingPut(0, store.Setting{Key: demoClock, Starts: 1, Value: strconv.FormatInt(ahead, 10), Source: "demo"})
	})
	if err == nil {
		a.ahead.Store(ahead)
	}
	return err
}
