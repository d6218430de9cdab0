package main

import (
	"context"
	"log/slog"
	"os"
	"path/filepath"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/program"
	"github.com/anupalan/anupalan/internal/store"
	"github.com/anupalan/anupalan/packs"
)

// database is the flag that every command on a database has.
type database struct {
	DB string `name:"db" env:"ANUPALAN_DB" placeholder:"FILE" required:"" help:"${help_db}"`
}

// keyFile is where the secrets of a database lie: beside a file, or, for PostgreSQL, where
// ANUPALAN_KEYS says.
func (d *database) keyFile() (string, error) {
	if f := os.Getenv("ANUPALAN_KEYS"); f != "" {
		return f, nil
	}
	if store.IsPostgres(d.DB) {
		return "", fault.New(fault.Invalid, "command.keys_needed")
	}
	return d.DB + ".keys", nil
}

func (d *database) keys() (program.Keys, error) {
	file, err := d.keyFile()
	if err != nil {
		return program.Keys{}, err
	}
	return program.LoadKeys(file, "anupalan")
}

// open opens the database for writing; one that a server has open is refused.
func (d *database) open(ctx context.Context) (*store.DB, error) {
	if !store.IsPostgres(d.DB) {
		if dir := filepath.Dir(d.DB); dir != "." {
			if _, err := os.Stat(dir); err != nil {
				return nil, fault.Wrap(err, fault.NotFound, "command.no_folder", dir)
			}
		}
	}
	return store.Open(ctx, d.DB, store.Options{})
}

// withApp runs f with an App on the database, and closes both.
func (d *database) withApp(ctx context.Context, f func(*app.App) error) error {
	keys, err := d.keys()
	if err != nil {
		return err
	}
	db, err := d.open(ctx)
	if err != nil {
		return err
	}
	defer db.Close()
	systems, err := app.LoadSystems(packs.FS)
	if err != nil {
		return err
	}
	a, err := app.New(ctx, app.Config{DB: db, Systems: systems, Log: logger(), Secret: keys.Secret, Signer: keys.Signer})
	if err != nil {
		return err
	}
	defer a.Close()
	return f(a)
}

func logger() *slog.Logger {
	return slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn}))
}
