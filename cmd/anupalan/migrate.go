package main

import (
	"context"
	"time"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
)

// target is the database that a tool looks after; unlike a server's it needs no keys.
type target struct {
	DB string `name:"db" env:"ANUPALAN_DB" type:"database" placeholder:"FILE" required:"" help:"${help_db}"`
}

type migrateCmd struct{ target }

// Run brings the schema of a database up to date and lists the steps that it took. On
// SQLite a copy of the file is kept beside it before an existing schema is changed.
func (c *migrateCmd) Run(g *globals) error {
	ctx := context.Background()
	on := database{DB: c.DB}
	fresh := on.isNew()
	begun := calendar.At(time.Now())
	db, err := on.open(ctx)
	if err != nil {
		return err
	}
	defer db.Close()
	steps, err := db.Reader().Steps(ctx)
	if err != nil {
		return err
	}
	if fresh {
		g.say(i18n.Text{Hi: "%s: नया डेटाबेस बना", En: "%s: a new database was made"}, c.DB)
	}
	taken, last := 0, ""
	for _, s := range steps {
		last = s.Name
		if calendar.Instant(s.At) >= begun {
			taken++
			g.say(i18n.Text{Hi: "%s/%s लागू हुआ", En: "%s/%s was applied"}, s.Part, s.Name)
		}
	}
	g.say(outcomeOf(taken), taken, last)
	return nil
}

func outcomeOf(taken int) i18n.Text {
	if taken == 0 {
		return i18n.Text{Hi: "कुछ बदलना नहीं था (%d चरण): संरचना अद्यतन है (%s)।", En: "There was nothing to do (%d steps): the schema is up to date (%s)."}
	}
	return i18n.Text{Hi: "%d चरण लागू हुए: संरचना अद्यतन है (%s)।", En: "%d steps were applied: the schema is up to date (%s)."}
}
