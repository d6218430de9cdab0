package app

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"reflect"
	"slices"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/sitting"
	"github.com/anupalan/anupalan/internal/store"
)

// meet does one act on a sitting and gives it as it then stands.
func (a *App) meet(ctx context.Context, who Actor, key record.Key, c sitting.Command) (*sitting.Sitting, error) {
	o, err := a.meetingOffice(ctx, who, key)
	if err != nil {
		return nil, err
	}
	job := Job{District: who.District, Decide: func(g *Group) (Outcome, error) {
		s, err := lockSitting(g.tx, key)
		if err != nil {
			return Outcome{}, err
		}
		w := a.meetingWorld(o, o.keeper(who, s.Chair, s.Convenor()), g)
		w.Sitting = s
		change, f := sitting.Decide(w, c)
		if f != nil {
			return Outcome{}, f
		}
		return meetingOutcome(s, change), nil
	}}
	done, err := a.commit.Do(ctx, job)
	if err != nil {
		return nil, err
	}
	s, _ := done.Answer.(*sitting.Sitting)
	return s, nil
}

// meetingOffice is the office of a key; what lies in another district does not exist here.
func (a *App) meetingOffice(ctx context.Context, who Actor, key record.Key) (*office, error) {
	if key.District != who.District {
		return nil, fault.New(fault.NotFound, "sitting.not_found")
	}
	return a.office(ctx, who.District)
}

// meetingWorld is what a decision about a sitting may look at, but for the sitting itself.
func (a *App) meetingWorld(o *office, who Actor, g *Group) *sitting.World {
	w := &sitting.World{
		Now: g.Now(), District: o.district, Org: o.org, Calendar: o.calendar, IDs: a.commit.IDs(),
		Actor: sitting.Actor{Person: who.Person, Post: who.Post, For: who.For, Mode: who.Mode},
	}
	_, _ = rand.Read(w.Seed[:]) // never fails: the runtime ends the program instead
	return w
}

// meetingOutcome saves what a decision about a sitting changed.
func meetingOutcome(before *sitting.Sitting, c sitting.Change) Outcome {
	if len(c.Events) == 0 {
		return Outcome{Answer: c.Sitting}
	}
	return Outcome{Events: c.Events, Answer: c.Sitting, Write: func(tx *store.Tx) error { return saveSitting(tx, before, c) }}
}

func saveSitting(tx *store.Tx, before *sitting.Sitting, c sitting.Change) error {
	s, was := c.Sitting, before
	if was == nil {
		was = &sitting.Sitting{}
	}
	row, err := sittingRow(s)
	if err != nil {
		return err
	}
	if err := tx.SittingSave(row, was.Version); err != nil {
		return err
	}
	for _, id := range gonePoints(was, s) {
		if err := tx.AgendaDrop(s.Key, id); err != nil {
			return err
		}
	}
	items, err := agendaRows(newer(was.Agenda, s.Agenda, sameItem))
	if err != nil {
		return err
	}
	if err := tx.AgendaPut(s.Key, items); err != nil {
		return err
	}
	people, err := attendanceRows(newer(was.Attendance, s.Attendance, func(x, y sitting.Attendee) bool { return x == y }))
	if err != nil {
		return err
	}
	if err := tx.AttendancePut(s.Key, people); err != nil {
		return err
	}
	for _, m := range newer(was.Minutes, s.Minutes, func(x, y sitting.Minutes) bool { return x.Revision == y.Revision && x.Frozen == y.Frozen }) {
		row, err := minutesRow(&m)
		if err != nil {
			return err
		}
		if err := tx.MinutesPut(s.Key, row); err != nil {
			return err
		}
	}
	return nil
}

// gonePoints are points that stood on the agenda and do not any more.
func gonePoints(was, now *sitting.Sitting) []record.ID {
	var gone []record.ID
	for _, it := range was.Agenda {
		if !slices.ContainsFunc(now.Agenda, func(x sitting.Item) bool { return x.ID == it.ID }) {
			gone = append(gone, it.ID)
		}
	}
	return gone
}

// newer gives what is new or changed in a list.
func newer[T any](was, now []T, same func(a, b T) bool) []T {
	var list []T
	for _, v := range now {
		if !slices.ContainsFunc(was, func(w T) bool { return same(v, w) }) {
			list = append(list, v)
		}
	}
	return list
}

func sameItem(a, b sitting.Item) bool {
	return reflect.DeepEqual(a, b)
}

// lockSitting holds a sitting until the commit, with its agenda, attendance and the newest
// revision of its proceedings.
func lockSitting(tx *store.Tx, key record.Key) (*sitting.Sitting, error) {
	row, ok, err := tx.SittingLocked(key)
	if err != nil || !ok {
		return nil, missing(err, "sitting.not_found")
	}
	return wholeSitting(context.Background(), &tx.Reader, row)
}

// readSitting reads a sitting with its agenda, attendance and newest proceedings, in four
// queries whatever it holds.
func readSitting(ctx context.Context, r *store.Reader, key record.Key) (*sitting.Sitting, error) {
	row, ok, err := r.Sitting(ctx, key)
	if err != nil || !ok {
		return nil, missing(err, "sitting.not_found")
	}
	return wholeSitting(ctx, r, row)
}

func missing(err error, key string) error {
	if err != nil {
		return err
	}
	return fault.New(fault.NotFound, key)
}

func wholeSitting(ctx context.Context, r *store.Reader, row store.Sitting) (*sitting.Sitting, error) {
	s, err := sittingOf(row)
	if err != nil {
		return nil, err
	}
	items, err := r.Agenda(ctx, row.Key)
	if err != nil {
		return nil, err
	}
	for _, it := range items {
		var v sitting.Item
		if err := json.Unmarshal(it.Data, &v); err != nil {
			return nil, err
		}
		s.Agenda = append(s.Agenda, v)
	}
	people, err := r.Attendance(ctx, row.Key)
	if err != nil {
		return nil, err
	}
	for i := range people {
		v, err := attendeeOf(&people[i])
		if err != nil {
			return nil, err
		}
		s.Attendance = append(s.Attendance, v)
	}
	last, ok, err := r.MinutesLast(ctx, row.Key)
	if err != nil || !ok {
		return s, err
	}
	var m sitting.Minutes
	err = json.Unmarshal(last.Data, &m)
	s.Minutes = []sitting.Minutes{m}
	return s, err
}
