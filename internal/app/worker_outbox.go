package app

import (
	"context"
	"encoding/json"
	"time"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
)

// How many messages are taken at once, how long they are held, and after how many tries
// one is given up and shown to the operator.
const (
	sendBatch = 20
	sendLease = 3 * time.Minute
	sendTries = 8
)

// sendDue sends what waits in the outbox. A post without an e-mail address, and a program
// without a mail server, are no failures: the notice stands on the officer's own page.
func (w *Worker) sendDue(ctx context.Context) (int, error) {
	a := w.app
	now := a.now()
	var due []store.Message
	err := a.db.Update(func(tx *store.Tx) (err error) {
		due, err = tx.OutboxClaim(now, now.Add(sendLease), sendBatch)
		return err
	})
	if err != nil {
		return 0, err
	}
	for _, m := range due {
		if err := w.finish(m, w.send(ctx, m)); err != nil {
			return 0, err
		}
	}
	return len(due), nil
}

// finish keeps what became of a message: sent, to be tried again later each time, or given up.
func (w *Worker) finish(m store.Message, failed error) error {
	return w.app.db.Update(func(tx *store.Tx) error {
		if failed == nil {
			return tx.OutboxSent(m.Key)
		}
		again := calendar.Instant(0)
		if fault.Is(failed, fault.Unavailable) && m.Tries < sendTries {
			again = w.app.now().Add(time.Minute << min(m.Tries, 8))
		}
		return tx.OutboxFailed(m.Key, fault.As(failed).Key, again)
	})
}

func (w *Worker) send(ctx context.Context, m store.Message) error {
	if w.mailer == nil || m.Kind != messageNotice {
		return nil
	}
	a := w.app
	o, err := a.office(ctx, m.Key.District)
	if err != nil {
		return err
	}
	held := o.org.Holder(m.Post, o.day)
	person := o.org.Person(held.Person)
	if held.Vacant || person == nil || person.Email == "" {
		return nil
	}
	subject, body, err := a.noticeWords(ctx, o, m)
	if err != nil {
		return err
	}
	return w.mailer.Mail(ctx, m.Key.String(), person.Email, subject, body)
}

// noticeWords writes a notice in Hindi, with the English below it. It names no citizen.
func (a *App) noticeWords(ctx context.Context, o *office, m store.Message) (subject, body string, err error) {
	var b noticeBody
	if err := json.Unmarshal(m.Body, &b); err != nil {
		return "", "", err
	}
	mt, err := a.db.Reader().Matter(ctx, record.Key{District: m.Key.District, ID: m.Matter})
	if err != nil {
		return "", "", err
	}
	what := "app.notice_" + b.What
	if !i18n.Known(what) {
		what = "app.notice_other"
	}
	for _, l := range []i18n.Lang{i18n.Hindi, i18n.English} {
		due := ""
		if mt.Due != 0 {
			due = mt.Due.In(l)
		}
		body += i18n.Message(l, "app.notice_body", i18n.Message(l, what), mt.Number, mt.Subject, o.post(m.Post).Name, due) + "\n\n"
	}
	return i18n.Message(i18n.Hindi, what) + ": " + mt.Subject, body, nil
}
