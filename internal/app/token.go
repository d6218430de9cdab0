package app

import (
	"context"
	"time"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
)

// longestToken is the longest life of a program's token.
const longestToken = 366 * 24 * time.Hour

// IssueToken makes a bearer token of today's holder of a post. Only its digest is kept, so
// it is shown once; with it a program can neither check nor sign.
func (a *App) IssueToken(ctx context.Context, post, name string, life time.Duration) (string, error) {
	if life <= 0 || life > longestToken {
		return "", fault.New(fault.Invalid, "app.token_life", int(longestToken/(24*time.Hour)))
	}
	unknown := fault.New(fault.NotFound, "app.post_unknown", post)
	for _, district := range a.served() {
		o, err := a.office(ctx, district)
		if err != nil {
			return "", err
		}
		id := o.org.ByKey(record.Post, post)
		if id == 0 {
			nearPosts(unknown, o, post)
			continue
		}
		held := o.org.Holder(id, o.day)
		if held.Vacant {
			return "", fault.New(fault.Refused, "app.post_vacant", o.post(id).Name)
		}
		return a.keepToken(o, id, held.Person, name, life)
	}
	return "", unknown
}

// nearPosts adds the posts that a key in error may mean, each on a line of its own.
func nearPosts(unknown *fault.Fault, o *office, post string) {
	for _, m := range o.org.Find(post, nearest, o.day, record.Post) {
		unknown.With(m.Key, "app.post_near", m.Name)
	}
}

const nearest = 4

func (a *App) keepToken(o *office, post, person record.ID, name string, life time.Duration) (string, error) {
	secret := newSecret()
	now := calendar.At(a.wall())
	err := a.db.Update(func(tx *store.Tx) error {
		return tx.TokenPut(store.Token{Key: record.Key{District: o.district, ID: a.commit.IDs().Next(now)}, Digest: digest(secret), Name: name,
			Person: person, Post: post, Created: now, Expires: now.Add(life)})
	})
	return secret, err
}
