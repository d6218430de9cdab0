package app

import (
	"context"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
)

// Operation is how the program fares: its tasks and what could not be sent.
type Operation struct {
	Tasks   []TaskStatus
	NextDue calendar.Instant // when the next message is due; 0 none waits
	GivenUp []store.Message
	AsOn    calendar.Instant
}

// Operation tells the operator how the program fares.
func (w *Worker) Operation(ctx context.Context, who Actor) (Operation, error) {
	if err := w.app.mayAdminister(ctx, who); err != nil {
		return Operation{}, err
	}
	next, err := w.app.db.Reader().OutboxNext(ctx)
	if err != nil {
		return Operation{}, err
	}
	up, err := w.app.db.Reader().OutboxGivenUp(ctx, who.District, 100)
	return Operation{Tasks: w.Status(), NextDue: next, GivenUp: up, AsOn: calendar.At(w.app.wall())}, err
}

// Retry lets a message that was given up be tried again.
func (w *Worker) Retry(ctx context.Context, who Actor, id record.ID) error {
	if err := w.app.mayAdminister(ctx, who); err != nil {
		return err
	}
	return w.app.db.Update(func(tx *store.Tx) error {
		return tx.OutboxRetry(record.Key{District: who.District, ID: id}, w.app.now())
	})
}

func (a *App) mayAdminister(ctx context.Context, who Actor) error {
	ok, err := a.Holds(ctx, who, powerAdminister)
	if err == nil && !ok {
		err = fault.New(fault.Forbidden, "app.power_missing", powerAdminister)
	}
	return err
}
