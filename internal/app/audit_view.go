package app

import (
	"context"
	"encoding/hex"

	"github.com/anupalan/anupalan/internal/audit"
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/record"
)

// LogView is a page of the audit log with its newest signed head.
type LogView struct {
	Size   int64
	Root   string // of the tree as it stands
	Signed calendar.Instant
	Note   string // the signed head
	Key    string // name of the signing key; "" nothing is signed
	Rows   []LogRow
	Next   int64 // first leaf of the next page, going back; -1 at the end
}

// LogRow is one event of the log.
type LogRow struct {
	Leaf    int64
	At      calendar.Instant
	Kind    string
	Act     string
	Subject record.Ref
	Post    Named
	For     Named
	Mode    record.Mode
	Rule    bool
}

const logPage = 50

// Log reads the audit log backwards from a leaf; -1 begins at the end. It needs the power
// to administer, because it tells who did what in every department.
func (a *App) Log(ctx context.Context, who Actor, from int64) (LogView, error) {
	if err := a.mayAdminister(ctx, who); err != nil {
		return LogView{}, err
	}
	o, err := a.office(ctx, who.District)
	if err != nil {
		return LogView{}, err
	}
	size, stored, err := a.db.Reader().Edge(ctx, who.District)
	if err != nil {
		return LogView{}, err
	}
	edge, err := audit.ParseEdge(size, stored)
	if err != nil {
		return LogView{}, err
	}
	root := edge.Root()
	v := LogView{Size: size, Root: hex.EncodeToString(root[:]), Next: -1}
	if a.signer != nil {
		v.Key = a.signer.Name()
	}
	heads, err := a.db.Reader().Heads(ctx, who.District, 1)
	if err != nil {
		return LogView{}, err
	}
	if len(heads) > 0 {
		v.Signed, v.Note = heads[0].At, heads[0].Note
	}
	return v, a.logRows(ctx, o, &v, from)
}

func (a *App) logRows(ctx context.Context, o *office, v *LogView, from int64) error {
	if from < 0 || from >= v.Size {
		from = v.Size - 1
	}
	first := max(0, from-logPage+1)
	events, err := a.db.Reader().EventsFrom(ctx, o.district, first, int(from-first)+1)
	if err != nil {
		return err
	}
	for i := len(events) - 1; i >= 0; i-- {
		e := &events[i]
		v.Rows = append(v.Rows, LogRow{Leaf: e.Leaf, At: e.At, Kind: e.Kind, Act: e.Act, Subject: e.Subject,
			Post: o.post(e.Post), For: o.post(e.For), Mode: e.Mode, Rule: e.Person == 0})
	}
	if first > 0 {
		v.Next = first - 1
	}
	return nil
}
