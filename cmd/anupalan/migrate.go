package main

import (
	"context"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/store"
)

// target is the database that a tool looks after; unlike a server's it needs no keys.
type target struct {
	DB string `name:"db" env:"ANUPALAN_DB" placeholder:"FILE" required:"" help:"${help_db}"`
}

type migrateCmd struct{ target }

// Run brings the schema of a database up to date and lists its steps. On SQLite a copy of
// the file is kept beside it before an existing schema is changed.
func (c *migrateCmd) Run(g *globals) error {
	ctx := context.Background()
	db, err := store.Open(ctx, c.DB, store.Options{})
	if err != nil {
		return err
	}
	defer db.Close()
	steps, err := db.Reader().Steps(ctx)
	if err != nil {
		return err
	}
	for _, s := range steps {
		g.say(i18n.Text{Hi: "%s/%04d %s, %s को", En: "%s/%04d %s, on %s"}, s.Part, s.Number, s.Name, calendar.Instant(s.At).In(g.Lang))
	}
	g.say(i18n.Text{Hi: "संरचना अद्यतन है।", En: "The schema is up to date."})
	return nil
}
