package main

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"reflect"

	"github.com/alecthomas/kong"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/program"
	"github.com/anupalan/anupalan/internal/store"
	"github.com/anupalan/anupalan/packs"
)

// database is the flag that every command on a database has.
type database struct {
	DB string `name:"db" env:"ANUPALAN_DB" type:"database" placeholder:"FILE" required:"" help:"${help_db}"`
}

// databaseName reads the name of a database. A symbolic link is followed, because the
// lock and the socket lie beside the file itself.
func databaseName(ctx *kong.DecodeContext, to reflect.Value) error {
	var name string
	if err := ctx.Scan.PopValueInto("FILE", &name); err != nil {
		return err
	}
	to.SetString(realName(name))
	return nil
}

func realName(name string) string {
	if store.IsPostgres(name) {
		return name
	}
	if file, err := filepath.EvalSymlinks(name); err == nil {
		return file
	}
	if dir, err := filepath.EvalSymlinks(filepath.Dir(name)); err == nil {
		return filepath.Join(dir, filepath.Base(name))
	}
	return name
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

// keys reads the secrets, or makes them and says so. Whoever calls it holds the lock of the
// database, so that two first starts do not write over one another's.
func (d *database) keys(g *globals) (program.Keys, error) {
	file, err := d.keyFile()
	if err != nil {
		return program.Keys{}, err
	}
	_, err = os.Stat(file)
	k, loadErr := program.LoadKeys(file, "anupalan")
	if errors.Is(err, fs.ErrNotExist) && loadErr == nil {
		g.note(i18n.Text{Hi: "नई कुंजी-फ़ाइल बनी: %s; इसकी प्रति अलग और सुरक्षित रखें।", En: "A new key file was made: %s; keep a copy of it apart and safe."}, file)
	}
	return k, loadErr
}

// open opens the database for writing; one that a server has open is refused.
func (d *database) open(ctx context.Context) (*store.DB, error) {
	if err := d.hasFolder(); err != nil {
		return nil, err
	}
	return store.Open(ctx, d.DB, store.Options{})
}

func (d *database) hasFolder() error {
	if store.IsPostgres(d.DB) {
		return nil
	}
	dir := filepath.Dir(d.DB)
	info, err := os.Stat(dir)
	if err == nil && !info.IsDir() {
		err = fs.ErrNotExist
	}
	if err != nil {
		return fault.Wrap(err, fault.NotFound, "command.no_folder", dir)
	}
	return nil
}

// exists refuses a file that is not there, so that a slip of the pen makes no database.
func (d *database) exists() error {
	if d.isNew() {
		return fault.New(fault.NotFound, "store.no_file", d.DB)
	}
	return nil
}

func (d *database) isNew() bool {
	if store.IsPostgres(d.DB) {
		return false
	}
	_, err := os.Stat(d.DB)
	return errors.Is(err, fs.ErrNotExist)
}

// control runs f with what may write: the database opened here or, where a server has it
// open, that server through its socket.
func (d *database) control(g *globals, f func(context.Context, program.Control) error) error {
	ctx := context.Background()
	db, err := d.open(ctx)
	if isInUse(err) {
		return d.remote(ctx, g, err, f)
	}
	if err != nil {
		return err
	}
	defer db.Close()
	keys, err := d.keys(g)
	if err != nil {
		return err
	}
	systems, err := app.LoadSystems(packs.FS)
	if err != nil {
		return err
	}
	a, err := app.New(ctx, app.Config{DB: db, Systems: systems, Log: logger(), Secret: keys.Secret, Signer: keys.Signer})
	if err != nil {
		return err
	}
	defer a.Close()
	return f(ctx, program.Local{App: a})
}

func (d *database) remote(ctx context.Context, g *globals, why error, f func(context.Context, program.Control) error) error {
	socket := program.SocketName(d.DB)
	server, err := program.Dial(ctx, socket, g.Lang)
	if err != nil {
		return fault.Wrap(errors.Join(why, err), fault.Unavailable, "command.server_silent", d.DB, socket)
	}
	return f(ctx, server)
}

// isInUse reports that another program has the database open.
func isInUse(err error) bool {
	f := fault.As(err)
	return f != nil && f.Key == "store.in_use"
}

func logger() *slog.Logger {
	return slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn}))
}
