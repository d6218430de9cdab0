package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"github.com/anupalan/anupalan/internal/demo"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/program"
	"github.com/anupalan/anupalan/internal/store"
	"github.com/anupalan/anupalan/internal/web/office"
	"github.com/anupalan/anupalan/packs"
)

type demoCmd struct {
	Dir  string `default:"anupalan-demo" placeholder:"DIR" help:"${help_demo_dir}"`
	Addr string `default:"127.0.0.1:8080" placeholder:"HOST:PORT" help:"${help_addr}"`
}

// Run makes the sample district where there is none, and serves it.
func (c *demoCmd) Run(g *globals) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := loopback(c.Addr); err != nil {
		return err
	}
	if err := os.MkdirAll(c.Dir, 0o700); err != nil {
		return fault.Wrap(err, fault.Unavailable, "command.no_folder", c.Dir)
	}
	file := realName(filepath.Join(c.Dir, "anupalan.db"))
	db, keys, err := sample(ctx, g, file)
	if err != nil {
		return err
	}
	defer db.Close()
	people := demo.People()
	p, err := startServer(ctx, g, program.Config{DB: db, Packs: packs.FS, Addr: c.Addr, Keys: keys, Log: logger(), Demo: &office.Demo{People: people}})
	if err != nil {
		return err
	}
	g.say(i18n.Text{Hi: "नमूने के प्रवेश (सब काल्पनिक):", En: "Sample sign-ins (all invented):"})
	for _, s := range people {
		fmt.Fprintf(g.Out, "  %-14s %-16s %s\n", s.Login, s.Password, s.Post.In(g.Lang))
	}
	<-ctx.Done()
	stop() // a second interrupt ends at once
	return p.Close()
}

// sample opens the sample's database and makes the district where there is none. A story
// that was cut short holds nothing of anybody's, so it is thrown away and told again.
func sample(ctx context.Context, g *globals, file string) (*store.DB, program.Keys, error) {
	db, err := store.Open(ctx, file, store.Options{})
	if err != nil {
		return nil, program.Keys{}, err
	}
	keys, err := program.LoadKeys(file+".keys", "anupalan-demo")
	if err == nil {
		err = demo.Prepare(ctx, db, packs.FS, keys.Secret)
	}
	if f := fault.As(err); f == nil || f.Key != "app.demo_broken" {
		return closedOn(db, keys, err)
	}
	g.note(i18n.Text{Hi: "पिछली बार नमूना अधूरा बना था; फिर से बन रहा है।", En: "The sample was left half made; it is made again."})
	if err := errors.Join(db.Close(), discard(file)); err != nil {
		return nil, keys, err
	}
	if db, err = store.Open(ctx, file, store.Options{}); err != nil {
		return nil, keys, err
	}
	return closedOn(db, keys, demo.Prepare(ctx, db, packs.FS, keys.Secret))
}

func closedOn(db *store.DB, keys program.Keys, err error) (*store.DB, program.Keys, error) {
	if err != nil {
		return nil, keys, errors.Join(err, db.Close())
	}
	return db, keys, nil
}

// discard removes a closed database; its lock and its keys stay.
func discard(file string) error {
	var all error
	for _, name := range []string{file, store.FilesName(file)} {
		for _, end := range []string{"", "-wal", "-shm"} {
			if err := os.Remove(name + end); !errors.Is(err, fs.ErrNotExist) {
				all = errors.Join(all, err)
			}
		}
	}
	return all
}

// loopback refuses an address that others could reach: the sample's passwords are known
// to everybody, and its clock can be moved.
func loopback(addr string) error {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return fault.Wrap(err, fault.Invalid, "command.address", addr)
	}
	if ip := net.ParseIP(host); host == "localhost" || ip != nil && ip.IsLoopback() {
		return nil
	}
	return fault.New(fault.Refused, "command.loopback", addr)
}
