package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/notify"
	"github.com/anupalan/anupalan/internal/program"
	"github.com/anupalan/anupalan/packs"
)

type serveCmd struct {
	database
	Addr     string `default:"127.0.0.1:8080" placeholder:"HOST:PORT" help:"${help_addr}"`
	Secure   bool   `help:"${help_secure}"`
	SMTPHost string `name:"smtp-host" env:"ANUPALAN_SMTP_HOST" help:"${help_smtp_host}"`
	SMTPPort int    `name:"smtp-port" env:"ANUPALAN_SMTP_PORT" default:"587" help:"${help_smtp_port}"`
	SMTPFrom string `name:"smtp-from" env:"ANUPALAN_SMTP_FROM" help:"${help_smtp_from}"`
	SMTPUser string `name:"smtp-user" env:"ANUPALAN_SMTP_USER" help:"${help_smtp_user}"`
	SMTPPass string `name:"smtp-password-file" env:"ANUPALAN_SMTP_PASSWORD_FILE" help:"${help_smtp_password}"`
	SMTPTLS  string `name:"smtp-tls" env:"ANUPALAN_SMTP_TLS" default:"require" help:"${help_smtp_tls}"`
}

// Run serves the pages and the JSON interface until it is told to stop.
func (c *serveCmd) Run(g *globals) error {
	restCollector()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	mailer, err := c.mailer()
	if err != nil {
		return err
	}
	fresh := c.isNew()
	db, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer db.Close()
	keys, err := c.keys(g)
	if err != nil {
		return err
	}
	p, err := startServer(ctx, g, program.Config{DB: db, Packs: packs.FS, Addr: c.Addr, Keys: keys, Mailer: mailer, Log: logger(), Secure: c.Secure})
	if err != nil {
		return err
	}
	if fresh {
		g.note(i18n.Text{Hi: "नया डेटाबेस बना: %[1]s। अब ज़िला लाएँ: anupalan import org --db %[1]s FILE…", En: "A new database was made: %[1]s. Now bring the district in: anupalan import org --db %[1]s FILE…"}, c.DB)
	}
	<-ctx.Done()
	stop() // a second interrupt ends at once
	return p.Close()
}

func (c *serveCmd) mailer() (app.Mailer, error) {
	if c.SMTPHost == "" {
		return nil, nil
	}
	cfg := notify.SMTP{Host: c.SMTPHost, Port: c.SMTPPort, From: c.SMTPFrom, FromName: "अनुपालन", User: c.SMTPUser, TLS: c.SMTPTLS}
	if c.SMTPPass != "" {
		secret, err := secretFrom(c.SMTPPass)
		if err != nil {
			return nil, err
		}
		cfg.Password = secret
	}
	return notify.NewMailer(cfg)
}
