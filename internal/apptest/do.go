package apptest

import (
	"context"
	"encoding/json"

	"github.com/anupalan/anupalan/internal/app"
)

// Do does an act in person, as a page does.
func (e *Env) Do(who app.Actor, id, act string, fields Object) app.View {
	e.T.Helper()
	row, err := e.App.Submit(context.Background(), who, app.ActForm{ID: id, Act: act, Fields: fields})
	if err != nil {
		e.T.Fatalf("%s: %v", act, err)
	}
	v, err := e.App.Matter(context.Background(), who, row.Key)
	if err != nil {
		e.T.Fatalf("after %s: %v", act, err)
	}
	return v
}

func toJSON(v any) []byte {
	raw, err := json.Marshal(v)
	if err != nil {
		return nil
	}
	return raw
}
