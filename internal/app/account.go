package app

import (
	"bytes"
	"context"
	"encoding/json"
	"image/png"

	"github.com/pquerna/otp/totp"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
)

// SessionView is one place where the person is signed in.
type SessionView struct {
	ID      string // digest; ends the session, opens nothing
	Agent   string
	Address string
	Created calendar.Instant
	Seen    calendar.Instant
	Current bool
}

// Account is the signed-in person's own page.
type Account struct {
	Sessions []SessionView
	Posts    []Named
	Post     record.ID
	HasCode  bool
	Spares   int // spare codes left
}

// Account lists the person's sessions and posts.
func (a *App) Account(ctx context.Context, who Actor) (Account, error) {
	me := record.Key{District: who.District, ID: who.Person}
	list, err := a.db.Reader().Sessions(ctx, me, calendar.At(a.wall()))
	if err != nil {
		return Account{}, err
	}
	creds, err := a.db.Reader().Credentials(ctx, me)
	if err != nil {
		return Account{}, err
	}
	o, err := a.office(ctx, who.District)
	if err != nil {
		return Account{}, err
	}
	view := Account{Post: who.Post}
	_, view.HasCode = credential(creds, credTOTP)
	view.Spares = spares(creds)
	for _, s := range list {
		var data sessionData
		if err := json.Unmarshal(s.Data, &data); err != nil {
			return Account{}, err
		}
		view.Sessions = append(view.Sessions, SessionView{ID: s.Digest, Agent: data.Agent, Address: data.Address,
			Created: s.Created, Seen: s.Seen, Current: s.Digest == who.Session})
	}
	for _, c := range o.org.PostsOf(who.Person, a.today()) {
		view.Posts = append(view.Posts, o.post(c.Post))
	}
	return view, nil
}

// EndSession ends one of the person's own sessions.
func (a *App) EndSession(ctx context.Context, who Actor, id string) error {
	view, err := a.Account(ctx, who)
	if err != nil {
		return err
	}
	for _, s := range view.Sessions {
		if s.ID == id {
			return a.db.Update(func(tx *store.Tx) error { return tx.SessionEnd(id) })
		}
	}
	return fault.New(fault.NotFound, "app.no_session")
}

// ChoosePost goes on in another post that the person holds today.
func (a *App) ChoosePost(ctx context.Context, who Actor, post record.ID) error {
	next := who
	next.Post = post
	if err := a.stillHolds(ctx, next); err != nil || post == 0 {
		return fault.New(fault.Forbidden, "app.not_your_post")
	}
	s, ok, err := a.db.Reader().Session(ctx, who.Session, calendar.At(a.wall()))
	if err != nil {
		return err
	}
	if !ok {
		return fault.New(fault.Unauthenticated, "app.session_over")
	}
	s.Post = post
	return a.db.Update(func(tx *store.Tx) error { return tx.SessionPut(s) })
}

// ChangePassword takes the old password and a new one, and ends every other session.
func (a *App) ChangePassword(ctx context.Context, who Actor, old, next string) error {
	me := record.Key{District: who.District, ID: who.Person}
	if err := a.signIns.allow("person:"+me.String(), a.wall()); err != nil {
		return err
	}
	creds, err := a.db.Reader().Credentials(ctx, me)
	if err != nil {
		return err
	}
	if err := a.checkPassword(ctx, me, creds, old); err != nil {
		if fault.Is(err, fault.Invalid) {
			return fault.New(fault.Invalid, "app.password_wrong").With("old", "app.old_password_wrong")
		}
		return err
	}
	return a.setPassword(ctx, me, next, who.Session)
}

// setPassword keeps a new password and ends every session but the named one.
func (a *App) setPassword(ctx context.Context, who record.Key, password, keep string) error {
	hash, err := a.hasher.hash(ctx, password)
	if err != nil {
		return err
	}
	return a.db.Update(func(tx *store.Tx) error {
		if err := tx.CredentialPut(store.Credential{District: who.District, Person: who.ID, Kind: credPassword,
			Secret: []byte(hash), Changed: calendar.At(a.wall())}); err != nil {
			return err
		}
		return tx.SessionsEnd(who, keep)
	})
}

// NewCode proposes a one-time-code secret for the person's telephone, as text and as the
// PNG picture that its app scans; nothing is kept until KeepCode proves that it has it.
func (a *App) NewCode(ctx context.Context, who Actor) (secret string, picture []byte, err error) {
	o, err := a.office(ctx, who.District)
	if err != nil {
		return "", nil, err
	}
	key, err := totp.Generate(totp.GenerateOpts{Issuer: "Anupalan", AccountName: o.org.Person(who.Person).Key})
	if err != nil {
		return "", nil, err
	}
	img, err := key.Image(pictureSide, pictureSide)
	if err != nil {
		return "", nil, err
	}
	var buf bytes.Buffer
	err = png.Encode(&buf, img)
	return key.Secret(), buf.Bytes(), err
}

const pictureSide = 176

// KeepCode keeps the secret once a code made from it was typed, and gives the spare codes
// for when the telephone is away: they can be read this once.
func (a *App) KeepCode(who Actor, secret, code string) (spare []string, err error) {
	if !a.fits(code, secret) {
		return nil, fault.New(fault.Invalid, "app.code_wrong").With("code", "app.code_wrong")
	}
	me := record.Key{District: who.District, ID: who.Person}
	err = a.db.Update(func(tx *store.Tx) error {
		err := tx.CredentialPut(store.Credential{District: me.District, Person: me.ID, Kind: credTOTP,
			Secret: a.sealer.seal([]byte(secret), me.String()), Changed: calendar.At(a.wall())})
		if err == nil {
			spare, err = a.newSpares(tx, me)
		}
		return err
	})
	return spare, err
}

// NewSpares ends the spare codes that are left and gives new ones, after the password was
// given once more.
func (a *App) NewSpares(ctx context.Context, who Actor, password string) (spare []string, err error) {
	creds, err := a.provedAgain(ctx, who, password)
	if err != nil {
		return nil, err
	}
	if _, on := credential(creds, credTOTP); !on {
		return nil, fault.New(fault.Refused, "app.code_not_on")
	}
	err = a.db.Update(func(tx *store.Tx) error {
		spare, err = a.newSpares(tx, record.Key{District: who.District, ID: who.Person})
		return err
	})
	return spare, err
}

// provedAgain asks the password of who is signed in already once more.
func (a *App) provedAgain(ctx context.Context, who Actor, password string) ([]store.Credential, error) {
	me := record.Key{District: who.District, ID: who.Person}
	if err := a.signIns.allow("person:"+me.String(), a.wall()); err != nil {
		return nil, err
	}
	creds, err := a.db.Reader().Credentials(ctx, me)
	if err != nil {
		return nil, err
	}
	if err = a.checkPassword(ctx, me, creds, password); fault.Is(err, fault.Invalid) {
		err = fault.New(fault.Invalid, "app.password_wrong").With("password", "app.password_no")
	}
	return creds, err
}

// DropCode ends the one-time code after the password was given once more.
func (a *App) DropCode(ctx context.Context, who Actor, password string) error {
	if _, err := a.provedAgain(ctx, who, password); err != nil {
		return err
	}
	me := record.Key{District: who.District, ID: who.Person}
	return a.db.Update(func(tx *store.Tx) error {
		if _, err := tx.CredentialDrop(me, credTOTP, ""); err != nil {
			return err
		}
		return dropSpares(tx, me)
	})
}

// SetPassword gives a person a password without an old one: the first of a newcomer, by
// the command line or in a sample district.
func (a *App) SetPassword(ctx context.Context, district int32, login, password string) error {
	o, err := a.office(ctx, district)
	if err != nil {
		return err
	}
	id := personByLogin(o.org, login, o.day)
	if id == 0 {
		return fault.New(fault.NotFound, "app.person_unknown", login)
	}
	return a.setPassword(ctx, record.Key{District: district, ID: id}, password, "")
}

// ActorOf is today's holder of a post acting in it; a program that tells a story uses it.
func (a *App) ActorOf(ctx context.Context, district int32, post string) (Actor, error) {
	o, err := a.office(ctx, district)
	if err != nil {
		return Actor{}, err
	}
	id := o.org.ByKey(record.Post, post)
	held := o.org.Holder(id, o.day)
	if id == 0 || held.Vacant {
		return Actor{}, fault.New(fault.NotFound, "app.post_unknown", post)
	}
	return Actor{District: district, Person: held.Person, Post: id, Mode: record.InPerson}, nil
}
