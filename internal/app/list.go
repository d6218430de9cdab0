package app

import (
	"context"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
)

// Filter narrows a list of matters; every member is a word of its address. Empty members
// do not narrow.
type Filter struct {
	Holder     string // key of a post, "me", or "none"
	Asker      string // key of a post, or "me"
	Department string // key, or "none"
	Block      string // key of a block or urban body; "none" for the district's own level
	Place      string
	Phase      string // a phase, or "open" (the default), or "ended"
	Status     string // late, soon, on_time, silent
	Ask        string
	Cohort     string // a frozen set and how its members stand, as CohortView.List writes it
	After      string
	Limit      int
}

// Matters lists what the actor may see and the filter lets through: open ones soonest due
// first, ended ones newest first.
func (a *App) Matters(ctx context.Context, who Actor, f Filter) (List, error) {
	o, err := a.office(ctx, who.District)
	if err != nil {
		return List{}, err
	}
	now := a.now()
	if f.Cohort != "" {
		return a.members(ctx, o, who, f)
	}
	want, err := o.want(who, f, now)
	if err != nil {
		return List{}, err
	}
	page, next, err := a.db.Reader().List(ctx, want)
	if err != nil {
		return List{}, err
	}
	rows, err := a.seenRows(ctx, o, who, &want.Scope, page)
	return List{Rows: rows, Next: next, Total: -1, AsOn: now}, err
}

// want turns the words of a filter into what the store lists; every unknown one is named.
func (o *office) want(who Actor, f Filter, now calendar.Instant) (store.ListWant, error) {
	bad := fault.New(fault.Invalid, "app.filter_wrong")
	w := store.ListWant{Scope: o.purview(who), After: f.After, Limit: f.Limit}
	w.Holder = o.filterPost(who, f.Holder, "holder", bad)
	w.Asker = o.filterPost(who, f.Asker, "asker", bad)
	w.Department = o.filterKey(record.Department, f.Department, "department", bad)
	w.Block = o.filterKey(record.Place, f.Block, "block", bad)
	w.Place = o.filterKey(record.Place, f.Place, "place", bad)
	o.filterPhase(&w, f.Phase, bad)
	o.filterStatus(&w, f.Status, now, bad)
	if f.Ask != "" {
		t := o.types.Answering(f.Ask)
		if t == nil {
			bad.With("ask", "app.ask_unknown", f.Ask)
		} else {
			w.Types = []string{t.Name()}
		}
	}
	return w, bad.Any()
}

func (o *office) filterPost(who Actor, key, path string, bad *fault.Fault) record.ID {
	if key == "me" {
		return who.Post
	}
	return o.filterKey(record.Post, key, path, bad)
}

// Nothing is the word of a filter for what has no department, block or holder.
const Nothing = "none"

func (o *office) filterKey(kind record.Kind, key, path string, bad *fault.Fault) record.ID {
	switch {
	case key == "":
		return 0
	case key == Nothing && path != "place" && path != "asker":
		return store.None
	}
	id := o.org.ByKey(kind, key)
	if id == 0 {
		bad.With(path, "app."+kind.String()+"_unknown", key)
	}
	return id
}

func (o *office) filterPhase(w *store.ListWant, phase string, bad *fault.Fault) {
	switch phase {
	case "", "open":
		return
	case "ended":
		w.Order = store.LatestClosed
		return
	}
	p := matter.ParsePhase(phase)
	if p == 0 {
		bad.With("phase", "api.phase_unknown")
		return
	}
	w.Phases = []matter.Phase{p}
	if !p.Open() {
		w.Order = store.LatestClosed
	}
}

// filterStatus cuts as the tallies do: late first, then silent, then by the day, so that a
// number and the list behind it agree.
func (o *office) filterStatus(w *store.ListWant, status string, now calendar.Instant, bad *fault.Fault) {
	today := o.lateBefore(now).At(0, 0)
	later := o.lateBefore(now).AddDays(soonDays+1).At(0, 0)
	switch status {
	case "":
	case "late":
		w.DueBefore = today
	case "soon":
		w.DueFrom, w.DueBefore, w.Spoken = today, later, true
	case "on_time":
		w.DueFrom, w.Spoken = later, true
	case "silent":
		w.DueFrom, w.Silent = today, true
	default:
		bad.With("status", "app.status_unknown", status)
	}
}

// lateBefore is the first day that is not late yet: limits run to the closing of the
// office, so after it the day itself is over.
func (o *office) lateBefore(now calendar.Instant) calendar.Date {
	if now > o.calendar.OfficeCloses(now.Date()) {
		return now.Date() + 1
	}
	return now.Date()
}
