package app

import (
	"context"
	"strings"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
)

// FirstPassword gives the person of a login in any district served a password without an
// old one, ends every session of that person and gives the name.
func (a *App) FirstPassword(ctx context.Context, login, password string) (i18n.Text, error) {
	who, err := a.whose(ctx, strings.ToLower(strings.TrimSpace(login)))
	if err != nil {
		return i18n.Text{}, err
	}
	if who.ID == 0 {
		return i18n.Text{}, fault.New(fault.NotFound, "app.person_unknown", login)
	}
	o, err := a.office(ctx, who.District)
	if err != nil {
		return i18n.Text{}, err
	}
	return o.person(who.ID), a.setPassword(ctx, who, password, "")
}
