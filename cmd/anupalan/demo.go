package main

import (
	"context"
	"fmt"
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
	file := filepath.Join(c.Dir, "anupalan.db")
	keys, err := program.LoadKeys(file+".keys", "anupalan-demo")
	if err != nil {
		return err
	}
	db, err := store.Open(ctx, file, store.Options{})
	if err != nil {
		return err
	}
	defer db.Close()
	people := demo.People()
	if err := demo.Prepare(ctx, db, packs.FS, keys.Secret); err != nil {
		return err
	}
	p, err := program.Start(ctx, program.Config{DB: db, Packs: packs.FS, Addr: c.Addr, Keys: keys, Log: logger(), Demo: &office.Demo{People: people}})
	if err != nil {
		return err
	}
	fmt.Fprintf(g.Out, "ready %s\n", p.URL)
	g.say(i18n.Text{Hi: "नमूने के प्रवेश (सब काल्पनिक):", En: "Sample sign-ins (all invented):"})
	for _, s := range people {
		fmt.Fprintf(g.Out, "  %-14s %-16s %s\n", s.Login, s.Password, s.Post.In(g.Lang))
	}
	<-ctx.Done()
	return p.Close()
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
