package app

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
	"github.com/anupalan/anupalan/internal/store"
)

// saidDigest is the digest by which a text is known again. It is made under the program's
// own key, so that a short text cannot be guessed from it; "" for one too short to count.
func (a *App) saidDigest(text string) string {
	key := matter.SaidKey(text)
	if key == "" {
		return ""
	}
	sum := hmac.New(sha256.New, a.saidKey[:])
	sum.Write([]byte(key))
	return hex.EncodeToString(sum.Sum(nil)[:16])
}

// saidIn lists the texts that persons gave in a change, but for personal ones.
func (a *App) saidIn(w *matter.World, change matter.Change) []store.Said {
	var list []store.Said
	for i := range change.Steps {
		s := &change.Steps[i]
		t := w.Types.Get(s.After.Type, s.After.Revision)
		for _, e := range s.Events {
			for _, v := range e.Values {
				field, typed := fieldOf(v.Path)
				f := t.Field(strings.TrimSuffix(field, "+"))
				if e.Person == 0 || !typed || f == nil || f.Type != matter.TText || f.Personal {
					continue
				}
				if d := a.saidDigest(string(v.Bytes)); d != "" {
					list = append(list, store.Said{Event: record.Key{District: e.District, ID: e.ID}, Person: e.Person, Digest: d, Field: f.Key, Matter: s.After.Key.ID})
				}
			}
		}
	}
	return list
}

// saidBefore finds which of the texts typed the doer gave in an earlier act.
func (a *App) saidBefore(ctx context.Context, who Actor, c matter.Command, said map[string]bool) error {
	for _, v := range c.Typed {
		d := ""
		if v.Kind == rule.Text {
			d = a.saidDigest(v.S)
		}
		if d == "" || who.Person == 0 {
			continue
		}
		n, err := a.db.Reader().SaidTimes(ctx, who.District, who.Person, d, 0)
		if err != nil {
			return err
		}
		said[matter.SaidKey(v.S)] = n > 0
	}
	return nil
}

// measure brings what only the store can count for conditions of a matter: how often its
// words were given before, and how many such acts were done in the same minute. For a
// command these are the words and the act at hand, else those last given and done.
func (a *App) measure(ctx context.Context, r *store.Reader, w *matter.World, m *matter.Matter, c matter.Command) error {
	t := commandType(w, c)
	if t == nil {
		return nil
	}
	for _, key := range t.Measures() {
		var n int64
		var err error
		if field, repeats := strings.CutPrefix(key, "repeats "); repeats {
			n, err = a.repeats(ctx, r, w, m, c.Typed[field].S, field)
		} else {
			n, err = sameMinute(ctx, r, w, m, c.Act)
		}
		if err != nil {
			return err
		}
		if w.Measured == nil {
			w.Measured = map[string]rule.Value{}
		}
		w.Measured[key] = rule.Value{Kind: rule.Number, N: n}
	}
	return nil
}

func (a *App) repeats(ctx context.Context, r *store.Reader, w *matter.World, m *matter.Matter, typed, field string) (int64, error) {
	if typed != "" {
		if d := a.saidDigest(typed); d != "" {
			return r.SaidTimes(ctx, w.District, w.Actor.Person, d, 0)
		}
		return 0, nil
	}
	if m == nil {
		return 0, nil
	}
	last, ok, err := r.SaidLast(ctx, m.Key, field)
	if err != nil || !ok {
		return 0, err
	}
	return r.SaidTimes(ctx, w.District, last.Person, last.Digest, last.Event.ID)
}

// sameMinute counts the acts of one name by one person in one minute, the one at hand too.
func sameMinute(ctx context.Context, r *store.Reader, w *matter.World, m *matter.Matter, act string) (int64, error) {
	if act != "" && w.Actor.Person != 0 {
		n, err := r.ActsInMinute(ctx, w.District, w.Actor.Person, act, w.Now)
		return n + 1, err
	}
	var by record.ID
	var at calendar.Instant
	if m != nil {
		for key, d := range m.Memory.Done {
			if d.Person != 0 && (d.At > at || d.At == at && key < act) {
				act, by, at = key, d.Person, d.At
			}
		}
	}
	if by == 0 {
		return 0, nil
	}
	return r.ActsInMinute(ctx, w.District, by, act, at)
}
