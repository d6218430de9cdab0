package main

import (
	"context"
	"time"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/store"
	"github.com/anupalan/anupalan/packs"
)

type auditCmd struct {
	Verify auditVerifyCmd `cmd:"" help:"${help_audit_verify}"`
}

type auditVerifyCmd struct{ target }

// Run rebuilds every matter, count, meeting and the organisation from the log, and what
// follows from them by the rules, hashes the tree anew and prints each difference. It writes nothing and may run beside a server.
func (c *auditVerifyCmd) Run(g *globals) error {
	ctx := context.Background()
	db, err := store.Open(ctx, c.DB, store.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	defer db.Close()
	systems, err := app.LoadSystems(packs.FS)
	if err != nil {
		return err
	}
	now, err := app.BusinessNow(ctx, db, time.Now())
	if err != nil {
		return err
	}
	all, err := app.VerifyLog(ctx, db, systems, now)
	if err != nil {
		return err
	}
	wrong := 0
	for _, v := range all {
		for _, f := range v.Findings {
			g.say(i18n.Text{Hi: "ज़िला %d: %s: %s", En: "district %d: %s: %s"}, v.District, f.Path, i18n.Message(g.Lang, f.Key, f.Args...))
		}
		if v.More > 0 {
			g.say(i18n.Text{Hi: "ज़िला %d: और %d अंतर", En: "district %d: %d more differences"}, v.District, v.More)
		}
		wrong += len(v.Findings) + int(v.More)
		g.say(i18n.Text{Hi: "ज़िला %d: %d घटनाएँ, %d प्रकरण, %d अंतर", En: "district %d: %d events, %d matters, %d differences"},
			v.District, v.Leaves, v.Matters, len(v.Findings)+int(v.More))
	}
	if wrong > 0 {
		return faultsError{wrong}
	}
	return nil
}
