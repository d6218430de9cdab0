package app

import (
	"cmp"
	"context"
	"encoding/json"
	"maps"
	"slices"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/sitting"
	"github.com/anupalan/anupalan/internal/store"
)

// mostUsages is how many usages a district can have in force.
const mostUsages = 1000

// The states of a stored usage.
const (
	usageInForce = "in_force"
	usageRetired = "retired"
)

// UsageView is one thing that the district has had remembered.
type UsageView struct {
	Key       record.Key
	Kind      sitting.UsageKind
	Words     string
	Whom      i18n.Text
	By        Named
	Since     calendar.Instant
	Sitting   record.Key
	Meeting   i18n.Text // name and day of the sitting it was learned at
	Retired   calendar.Instant
	Helped    int
	Last      calendar.Instant
	MayRetire bool
	Version   int32
}

// UsagesView is what is remembered, in force and retired.
type UsagesView struct {
	InForce []UsageView
	Retired []UsageView // the newest
	AsOn    calendar.Instant
}

// retiredShown is how many retired usages the page shows.
const retiredShown = 50

func usageRow(u *sitting.Usage) (store.Usage, error) {
	data, err := json.Marshal(u)
	state := usageInForce
	if u.Retired != 0 {
		state = usageRetired
	}
	return store.Usage{Key: u.Key, State: state, Data: data, Version: u.Version}, err
}

func usageOf(r store.Usage) (u sitting.Usage, err error) {
	err = json.Unmarshal(r.Data, &u)
	u.Key, u.Version = r.Key, r.Version
	return u, err
}

func usagesOf(rows []store.Usage, err error) ([]sitting.Usage, error) {
	list := make([]sitting.Usage, len(rows))
	for i := range rows {
		if err == nil {
			list[i], err = usageOf(rows[i])
		}
	}
	return list, err
}

func (a *App) usagesInForce(ctx context.Context, district int32) ([]sitting.Usage, error) {
	return usagesOf(a.db.Reader().Usages(ctx, district, usageInForce, 0, mostUsages))
}

// saveUsages saves usages one version after they were read.
func saveUsages(tx *store.Tx, list []sitting.Usage) error {
	for i := range list {
		row, err := usageRow(&list[i])
		if err != nil {
			return err
		}
		if err := tx.UsageSave(row, row.Version-1); err != nil {
			return err
		}
	}
	return nil
}

// Usages lists what the district has had remembered, to every officer of it.
func (a *App) Usages(ctx context.Context, who Actor) (UsagesView, error) {
	o, err := a.office(ctx, who.District)
	if err != nil {
		return UsagesView{}, err
	}
	v := UsagesView{AsOn: a.now()}
	inForce, err := a.usagesInForce(ctx, who.District)
	if err != nil {
		return v, err
	}
	retired, err := usagesOf(a.db.Reader().Usages(ctx, who.District, usageRetired, 0, retiredShown))
	if err != nil {
		return v, err
	}
	for i := range inForce {
		v.InForce = append(v.InForce, o.usageView(who, &inForce[i]))
	}
	for i := range retired {
		v.Retired = append(v.Retired, o.usageView(who, &retired[i]))
	}
	slices.SortStableFunc(v.InForce, func(x, y UsageView) int { return cmp.Compare(y.Helped, x.Helped) })
	return v, a.nameSittings(ctx, append(slices.Clone(v.InForce), v.Retired...), &v)
}

// nameSittings puts the name of its sitting to each usage.
func (a *App) nameSittings(ctx context.Context, all []UsageView, v *UsagesView) error {
	names := map[record.Key]i18n.Text{}
	for i := range all {
		key := all[i].Sitting
		if _, known := names[key]; known {
			continue
		}
		name, err := a.sittingName(ctx, key)
		if err != nil {
			return err
		}
		names[key] = name
	}
	for _, list := range [][]UsageView{v.InForce, v.Retired} {
		for i := range list {
			list[i].Meeting = names[list[i].Sitting]
		}
	}
	return nil
}

func (o *office) usageView(who Actor, u *sitting.Usage) UsageView {
	return UsageView{Key: u.Key, Kind: u.Kind, Words: u.Words, Whom: o.usedName(u), By: o.post(u.Post), Since: u.Since, Sitting: record.Key{District: u.Key.District, ID: u.Sitting},
		Retired: u.Retired, Helped: int(u.Helped), Last: u.Last, MayRetire: u.Retired == 0 && o.mayRetire(who, u), Version: u.Version}
}

// usedName is whom a usage means, in words.
func (o *office) usedName(u *sitting.Usage) i18n.Text {
	if u.Of == "" {
		return joined(namesOf(o.posts(u.Posts)))
	}
	w := sitting.NewDirectory(o.org, o.day).Chosen(nil, u.Of)
	v := o.ownerView(&w)
	if u.All {
		return v.Name
	}
	return bothWords(said{"sitting.usage_of_place", []any{o.kindName(w.Posts)}})
}

func namesOf(list []Named) []i18n.Text {
	var names []i18n.Text
	for _, n := range list {
		names = append(names, n.Name)
	}
	return names
}

// mayRetire lets the post that had it remembered, those above it, and the desks that keep
// meetings put it out of force.
func (o *office) mayRetire(who Actor, u *sitting.Usage) bool {
	return who.Post == u.Post || o.org.Below(u.Post, who.Post) || o.org.HasPower(who.Post, sitting.Power, o.day)
}

// Remember has what a draft's correction teaches remembered for the district, in the words
// given; it holds from the next reading on.
func (a *App) Remember(ctx context.Context, who Actor, key record.Key, draft record.ID, words string) error {
	d, err := a.deskOf(ctx, who, key)
	if err != nil {
		return err
	}
	drafts, err := a.drafts(ctx, key)
	if err != nil {
		return err
	}
	at := slices.IndexFunc(drafts, func(x sitting.Draft) bool { return x.ID == draft })
	if at < 0 || drafts[at].Lesson == nil {
		return fault.New(fault.NotFound, "sitting.nothing_to_remember")
	}
	u := drafts[at].Taught(d.o.org, d.o.day, words)
	u.Sitting = key.ID
	job := Job{District: d.o.district, Decide: func(g *Group) (Outcome, error) {
		inForce, err := usagesOf(g.Reader().Usages(context.Background(), d.o.district, usageInForce, 0, mostUsages))
		if err != nil {
			return Outcome{}, err
		}
		learned, e, err := sitting.Learn(a.meetingWorld(d.o, d.o.keeper(who, d.s.Chair, d.s.Convenor()), g), u, inForce)
		if err != nil {
			return Outcome{}, err
		}
		return Outcome{Events: []record.Event{e}, Write: func(tx *store.Tx) error { return saveUsages(tx, []sitting.Usage{learned}) }}, nil
	}}
	if _, err := a.commit.Do(ctx, job); err != nil {
		return err
	}
	return a.Forgo(ctx, who, key, draft)
}

// Forgo puts the offer to remember a correction aside.
func (a *App) Forgo(ctx context.Context, who Actor, key record.Key, draft record.ID) error {
	return a.atDesk(ctx, who, key, func(_ *desk, k *sitting.Desk) error { return k.Unteach(draft) })
}

// RetireUsage puts what was remembered out of force; the readings made with it stay.
func (a *App) RetireUsage(ctx context.Context, who Actor, key record.Key) error {
	if key.District != who.District {
		return fault.New(fault.NotFound, "sitting.usage_gone")
	}
	o, err := a.office(ctx, who.District)
	if err != nil {
		return err
	}
	job := Job{District: who.District, Decide: func(g *Group) (Outcome, error) {
		row, ok, err := g.Reader().Usage(context.Background(), key)
		if err != nil || !ok {
			return Outcome{}, missing(err, "sitting.usage_gone")
		}
		u, err := usageOf(row)
		if err != nil {
			return Outcome{}, err
		}
		if !o.mayRetire(who, &u) {
			return Outcome{}, fault.New(fault.Forbidden, "sitting.usage_not_yours")
		}
		next, e, err := u.Retire(a.meetingWorld(o, who, g))
		if err != nil {
			return Outcome{}, err
		}
		return Outcome{Events: []record.Event{e}, Write: func(tx *store.Tx) error { return saveUsages(tx, []sitting.Usage{next}) }}, nil
	}}
	_, err = a.commit.Do(ctx, job)
	return err
}

// helped notes on the usages which directives are issued with what they chose.
func (is *issue) helped(g *Group, w *sitting.World, drafts []sitting.Draft) ([]sitting.Usage, []record.Event, error) {
	var list []sitting.Usage
	var events []record.Event
	counts := sitting.Helping(drafts)
	for _, id := range slices.Sorted(maps.Keys(counts)) {
		row, ok, err := g.Reader().Usage(context.Background(), record.Key{District: is.o.district, ID: id})
		if err != nil {
			return nil, nil, err
		}
		if !ok {
			continue
		}
		u, err := usageOf(row)
		if err != nil {
			return nil, nil, err
		}
		next, e, err := u.Help(w, counts[id])
		if err != nil {
			return nil, nil, err
		}
		list, events = append(list, next), append(events, e)
	}
	return list, events, nil
}
