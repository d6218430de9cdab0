package app

import (
	"context"
	"time"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/store"
)

// How long what is no longer needed is kept.
const (
	keepAnswers  = 24 * time.Hour
	keepMessages = 30 * 24 * time.Hour
)

// sweep deletes what has had its time: ended sessions, answers to repeated requests, sent
// messages. Nothing of the log is ever swept.
func (a *App) sweep(context.Context) (int, error) {
	now := calendar.At(a.wall())
	return 0, a.db.Update(func(tx *store.Tx) error {
		if _, err := tx.SessionsForget(now); err != nil {
			return err
		}
		if _, err := tx.AnswersForget(int64(now.Add(-keepAnswers))); err != nil {
			return err
		}
		_, err := tx.OutboxForget(now.Add(-keepMessages), 1000)
		return err
	})
}
