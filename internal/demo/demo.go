// Package demo makes the sample district and tells its story through the same use cases
// as an office would: nothing is written to the database behind them. The business clock
// is set back, moved forward day by day, and left at today.
package demo

import (
	"context"
	"fmt"
	"io/fs"
	"time"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
	"github.com/anupalan/anupalan/internal/web/office"
)

// district is the LGD code of Saran, the sample.
const district = 218

// People are the sample sign-ins; every one of them is invented.
func People() []office.Sample {
	const password = "anupalan-sample"
	return []office.Sample{
		{Post: i18n.Text{Hi: "जिला पदाधिकारी", En: "District Magistrate"}, Login: "dm_saran", Password: password},
		{Post: i18n.Text{Hi: "आशुलिपिक, जिला पदाधिकारी", En: "Stenographer to the District Magistrate"}, Login: "steno_dm", Password: password},
		{Post: i18n.Text{Hi: "उप विकास आयुक्त", En: "Deputy Development Commissioner"}, Login: "ddc_saran", Password: password},
		{Post: i18n.Text{Hi: "अनुमंडल पदाधिकारी, मढ़ौरा", En: "Sub-Divisional Officer, Marhaura"}, Login: "sdo_marhaura", Password: password},
		{Post: i18n.Text{Hi: "प्रखंड विकास पदाधिकारी, अमनौर", En: "BDO, Amnour"}, Login: "bdo_amnour", Password: password},
		{Post: i18n.Text{Hi: "प्रखंड विकास पदाधिकारी, गड़खा", En: "BDO, Garkha"}, Login: "bdo_garkha", Password: password},
		{Post: i18n.Text{Hi: "जिला आपूर्ति पदाधिकारी", En: "District Supply Officer"}, Login: "dso_saran", Password: password},
		{Post: i18n.Text{Hi: "सिविल सर्जन", En: "Civil Surgeon"}, Login: "cs_saran", Password: password},
	}
}

// Seed makes the sample district in an empty database and tells its story up to today.
func Seed(ctx context.Context, a *app.App, w *app.Worker, packs fs.FS) error {
	if err := a.StartDemo(storyDays * 24 * time.Hour); err != nil {
		return err
	}
	if err := bringOrg(ctx, a, packs); err != nil {
		return err
	}
	for _, p := range People() {
		if err := a.SetPassword(ctx, district, p.Login, p.Password); err != nil {
			return fmt.Errorf("%s: %w", p.Login, err)
		}
	}
	t := &teller{ctx: ctx, app: a, worker: w, day: 0, shares: map[string]map[string]record.Key{}}
	if err := t.tell(packs); err != nil {
		return fmt.Errorf("day %d: %w", t.day, err)
	}
	return nil
}

func bringOrg(ctx context.Context, a *app.App, packs fs.FS) error {
	files, err := app.OrgFiles(packs, "sample/saran")
	if err != nil {
		return err
	}
	_, err = a.ImportOrg(ctx, app.Actor{District: district, Mode: record.Program}, files)
	return err
}

// teller goes through the days of the story.
type teller struct {
	ctx    context.Context
	app    *app.App
	worker *app.Worker
	day    int
	shares map[string]map[string]record.Key // story key → post → share
	series record.Key                       // of the weekly meetings
}

// until moves the clock to ten in the morning of a day of the story and lets everything
// ring that is due by then.
func (t *teller) until(day int) error {
	for ; t.day < day; t.day++ {
		if _, err := t.app.MoveClock(t.ctx, 24*time.Hour); err != nil {
			return err
		}
		if err := t.worker.Once(t.ctx); err != nil {
			return err
		}
	}
	return nil
}

// on gives the calendar day of a day of the story.
func (t *teller) on(day int) calendar.Date {
	return t.app.Now().Date().AddDays(day - t.day)
}

// Prepare seeds the database if it is empty, and leaves it alone if it is not. A story
// that was cut short, by a kill for instance, is not gone on with: the folder is to be
// deleted, and the fault says so.
func Prepare(ctx context.Context, db *store.DB, packs fs.FS, secret [32]byte) error {
	begun, err := app.IsDemo(ctx, db)
	if err != nil {
		return err
	}
	if begun {
		return app.DemoWhole(ctx, db)
	}
	systems, err := app.LoadSystems(packs)
	if err != nil {
		return err
	}
	a, err := app.New(ctx, app.Config{DB: db, Systems: systems, Secret: secret})
	if err != nil {
		return err
	}
	defer a.Close()
	if err := Seed(ctx, a, app.NewWorker(a, nil), packs); err != nil {
		return err
	}
	return a.EndStory()
}
