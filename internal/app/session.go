package app

import (
	"context"
	"encoding/json"
	"time"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
)

// SessionCookie is the name of the cookie that carries a session's secret.
const SessionCookie = "anupalan"

// How long a session lives, how long it may lie idle, and how long a second step waits.
const (
	sessionLife   = 12 * time.Hour
	sessionIdle   = 2 * time.Hour
	secondStep    = 5 * time.Minute
	seenEvery     = 5 * time.Minute
	tokenUseEvery = time.Hour
)

// Credentials is what a request brings to say who it is; one of them is set.
type Credentials struct {
	Session string // secret of the cookie
	Token   string // bearer token of a program
}

// sessionData is what a session remembers besides its columns.
type sessionData struct {
	Agent   string `json:"agent,omitempty"`
	Address string `json:"address,omitempty"`
	Pending bool   `json:"pending,omitempty"` // the one-time code is still to come
}

// Authenticate finds who acts by a session or a token, as of the wall clock, and checks
// that the person still holds the post today.
func (a *App) Authenticate(ctx context.Context, c Credentials) (Actor, error) {
	now := calendar.At(a.wall())
	switch {
	case c.Token != "":
		return a.byToken(ctx, c.Token, now)
	case c.Session != "":
		return a.bySession(ctx, c.Session, now)
	}
	return Actor{}, fault.New(fault.Unauthenticated, "app.sign_in_first")
}

func (a *App) bySession(ctx context.Context, secret string, now calendar.Instant) (Actor, error) {
	s, ok, err := a.db.Reader().Session(ctx, digest(secret), now)
	if err != nil {
		return Actor{}, err
	}
	if !ok || now.Sub(s.Seen) > sessionIdle {
		return Actor{}, fault.New(fault.Unauthenticated, "app.session_over")
	}
	var data sessionData
	if err := json.Unmarshal(s.Data, &data); err != nil {
		return Actor{}, err
	}
	if data.Pending {
		return Actor{}, fault.New(fault.Unauthenticated, "app.code_next")
	}
	if now.Sub(s.Seen) > seenEvery {
		s.Seen = now
		if err := a.db.Update(func(tx *store.Tx) error { return tx.SessionPut(s) }); err != nil {
			return Actor{}, err
		}
	}
	who := Actor{District: s.District, Person: s.Person, Post: s.Post, Mode: record.InPerson, Session: s.Digest}
	return who, a.stillHolds(ctx, who)
}

func (a *App) byToken(ctx context.Context, secret string, now calendar.Instant) (Actor, error) {
	t, ok, err := a.db.Reader().TokenByDigest(ctx, digest(secret), now)
	if err != nil {
		return Actor{}, err
	}
	if !ok {
		return Actor{}, fault.New(fault.Unauthenticated, "app.token_unknown")
	}
	if now.Sub(t.Used) > tokenUseEvery {
		t.Used = now
		if err := a.db.Update(func(tx *store.Tx) error { return tx.TokenPut(t) }); err != nil {
			return Actor{}, err
		}
	}
	who := Actor{District: t.Key.District, Person: t.Person, Post: t.Post, Mode: record.Program}
	return who, a.stillHolds(ctx, who)
}

// stillHolds refuses whoever was moved out of the post since signing in. A session
// without a post belongs to somebody who has yet to choose one.
func (a *App) stillHolds(ctx context.Context, who Actor) error {
	if who.Post == 0 {
		return nil
	}
	o, err := a.office(ctx, who.District)
	if err != nil {
		return err
	}
	if !o.org.Holds(who.Person, who.Post, a.today()) {
		return fault.New(fault.Unauthenticated, "app.post_left")
	}
	return nil
}

// SignOut ends the session of the cookie.
func (a *App) SignOut(secret string) error {
	return a.db.Update(func(tx *store.Tx) error { return tx.SessionEnd(digest(secret)) })
}
