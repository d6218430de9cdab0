package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/program"
	"github.com/anupalan/anupalan/internal/store"
)

// running is a server with the socket for the commands beside it.
type running struct {
	*program.Program
	socket *program.Socket // nil on PostgreSQL, or where the folder takes none
}

// startServer answers requests and prints where; the address stands alone on the first line.
func startServer(ctx context.Context, g *globals, cfg program.Config) (*running, error) {
	p, err := program.Start(ctx, cfg)
	if err != nil {
		return nil, err
	}
	r := &running{Program: p}
	if cfg.DB.Engine() == store.SQLite {
		r.socket, err = program.OpenSocket(program.SocketName(cfg.DB.Name()), program.Local{App: p.App}, cfg.Log)
		if err != nil {
			g.note(i18n.Text{Hi: "सर्वर के चलते token, password और import org नहीं चलेंगे: %v", En: "While the server runs, token, password and import org will not work: %v"}, err)
		}
	}
	fmt.Fprintf(g.Out, "ready %s\n", p.URL)
	return r, nil
}

// Close stops answering, the socket first.
func (r *running) Close() error {
	var err error
	if r.socket != nil {
		err = r.socket.Close()
	}
	return errors.Join(err, r.Program.Close())
}
