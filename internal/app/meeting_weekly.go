package app

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
	"github.com/anupalan/anupalan/internal/store"
)

// askCommitment is the ask by which officers name their tasks of the week.
const askCommitment = "commitment"

// fiveAWeek is how many tasks an officer names for a week.
const fiveAWeek = 5

// WeeklyView is the tasks of a week: one's own, and of every officer one sees, beside last
// week's with what became of them.
type WeeklyView struct {
	From, To calendar.Date // Monday to Sunday
	Prev     calendar.Date
	Next     calendar.Date // 0: no later week
	Mine     []Row
	Last     []Row // one's own of the week before
	Left     int   // tasks one may still name; 0: naming is over, or was never asked
	Offices  []FiveOf
	Named    int // officers who have named any
	Officers int
	AsOn     calendar.Instant
}

// FiveOf is one officer's week beside the one before.
type FiveOf struct {
	Post     Named
	Tasks    []Row
	Done     int
	Last     []Row
	LastDone int
}

// week is the Monday and Sunday around a day.
func week(day calendar.Date) (from, to calendar.Date) {
	from = day.AddDays(-((int(day.Weekday()) + 6) % 7))
	return from, from.AddDays(6)
}

// Weekly gives the tasks of the week around a day; no day is this week.
func (a *App) Weekly(ctx context.Context, who Actor, day calendar.Date) (WeeklyView, error) {
	o, err := a.office(ctx, who.District)
	if err != nil {
		return WeeklyView{}, err
	}
	if day == 0 {
		day = o.day
	}
	v := WeeklyView{AsOn: a.now()}
	v.From, v.To = week(day)
	v.Prev = v.From.AddDays(-7)
	if v.To < o.day {
		v.Next = v.From.AddDays(7)
	}
	t := o.types.Answering(askCommitment)
	if t == nil {
		return v, nil
	}
	list, parts, err := a.weeks(ctx, o, o.purview(who), t, v.Prev, v.To)
	if err != nil {
		return v, err
	}
	offices := map[record.ID]*FiveOf{}
	for i := range list {
		o.five(&v, who, offices, &list[i], parts[list[i].Key.ID])
	}
	for _, f := range offices {
		v.Offices = append(v.Offices, *f)
		if len(f.Tasks) > 0 {
			v.Named++
		}
	}
	v.Officers = len(v.Offices)
	slices.SortFunc(v.Offices, func(x, y FiveOf) int { return strings.Compare(x.Post.Key, y.Post.Key) })
	return v, nil
}

// weeks reads the lists of two weeks with their tasks: two queries a page of officers.
func (a *App) weeks(ctx context.Context, o *office, scope matter.Purview, t *matter.Type, from, to calendar.Date) ([]store.Listed, map[record.ID][]matter.Matter, error) {
	want := store.ListWant{Scope: scope, Types: []string{t.Name()}, Order: store.LatestOpened, OpenedFrom: from.At(0, 0), OpenedTo: to.AddDays(1).At(0, 0), Limit: 500}
	var list []store.Listed
	for {
		page, next, err := a.db.Reader().List(ctx, want)
		if err != nil {
			return nil, nil, err
		}
		list = append(list, page...)
		if want.After = next; next == "" {
			break
		}
	}
	parts := map[record.ID][]matter.Matter{}
	if len(o.types.Parts(t.Name())) == 0 {
		return list, parts, nil
	}
	ids := make([]record.ID, len(list))
	for i := range list {
		ids[i] = list[i].Key.ID
	}
	for chunk := range slices.Chunk(ids, 500) {
		found, err := a.db.Reader().PartsOf(ctx, o.district, chunk)
		if err != nil {
			return nil, nil, err
		}
		for i := range found {
			parts[found[i].Parent] = append(parts[found[i].Parent], found[i])
		}
	}
	return list, parts, nil
}

// five enters one officer's list into the view: its parts are the tasks, or itself where
// the type has none.
func (o *office) five(v *WeeklyView, who Actor, offices map[record.ID]*FiveOf, m *store.Listed, parts []matter.Matter) {
	post := m.Asked
	if post == 0 {
		post = m.Holder
	}
	f := offices[post]
	if f == nil {
		f = &FiveOf{Post: o.post(post)}
		offices[post] = f
	}
	naming := len(o.types.Parts(m.Type)) > 0
	if !naming {
		parts = []matter.Matter{*m}
	}
	this := m.Opened.Date() >= v.From
	for i := range parts {
		if parts[i].Phase == matter.Void {
			continue
		}
		row, done := o.row(&parts[i], v.AsOn), o.kept(&parts[i])
		if this {
			f.Tasks, f.Done = append(f.Tasks, row), f.Done+boolInt(done)
		} else {
			f.Last, f.LastDone = append(f.Last, row), f.LastDone+boolInt(done)
		}
	}
	if post != who.Post {
		return
	}
	v.Mine, v.Last = f.Tasks, f.Last
	if this && naming && m.Phase == matter.New {
		v.Left = max(fiveAWeek-len(f.Tasks), 0)
	}
}

// kept reports whether a task was done: closed by nothing but a check of what was claimed.
func (o *office) kept(m *matter.Matter) bool {
	t := o.types.Get(m.Type, m.Revision)
	if t == nil || m.Phase != matter.Closed {
		return false
	}
	for _, act := range t.Acts() {
		if act.To != m.State {
			continue
		}
		for _, from := range act.From {
			if s := t.State(from); s == nil || s.Phase != matter.Reported {
				return false
			}
		}
	}
	return true
}

// NameTasks names the actor's tasks of this week, at most five with those named before,
// and ends the naming. The fault says which task was not taken; those before it are saved.
func (a *App) NameTasks(ctx context.Context, who Actor, tasks []string) error {
	o, err := a.office(ctx, who.District)
	if err != nil {
		return err
	}
	list, have, err := a.myWeek(ctx, o, who)
	if err != nil {
		return err
	}
	var named []string
	for _, s := range tasks {
		if s = strings.TrimSpace(i18n.NFC(s)); s != "" {
			named = append(named, s)
		}
	}
	switch {
	case len(named) == 0:
		return fault.New(fault.Invalid, "sitting.five_wrong").With("task1", "sitting.five_few")
	case len(named)+have > fiveAWeek:
		return fault.New(fault.Invalid, "sitting.five_wrong").With(fmt.Sprintf("task%d", fiveAWeek-have+1), "sitting.five_many", fiveAWeek, have)
	}
	for i, s := range named {
		if err := a.nameTask(oncePart(ctx, fmt.Sprint("task", i)), o, who, list, s); err != nil {
			f := fault.As(err)
			return fault.Wrap(err, f.Kind, "sitting.five_wrong").With(fmt.Sprintf("task%d", i+1), f.Key, f.Args...)
		}
	}
	return a.settleWeek(oncePart(ctx, "settle"), o, who, list)
}

// oncePart gives a request's key for one of the commits that it takes.
func oncePart(ctx context.Context, part string) context.Context {
	if o, ok := ctx.Value(onceKey{}).(Once); ok {
		o.Key += "/" + part
		return WithOnce(ctx, o)
	}
	return ctx
}

// myWeek is the list on which the actor's post is to name this week's tasks, and how many
// stand on it.
func (a *App) myWeek(ctx context.Context, o *office, who Actor) (*store.Listed, int, error) {
	t := o.types.Answering(askCommitment)
	if t == nil || len(o.types.Parts(t.Name())) == 0 {
		return nil, 0, fault.New(fault.Refused, "sitting.five_not_asked")
	}
	from, to := week(o.day)
	list, parts, err := a.weeks(ctx, o, matter.Purview{District: o.district, Posts: []record.ID{who.Post}}, t, from, to)
	if err != nil {
		return nil, 0, err
	}
	for i := range list {
		m := &list[i]
		if m.Asked == who.Post && m.Phase == matter.New {
			return m, len(parts[m.Key.ID]), nil
		}
	}
	return nil, 0, fault.New(fault.Refused, "sitting.five_not_asked")
}

func (a *App) nameTask(ctx context.Context, o *office, who Actor, list *store.Listed, subject string) error {
	part := o.types.Parts(list.Type)[0]
	c := matter.Command{Type: part.Name(), Act: openingAct(part), Typed: map[string]rule.Value{"subject": {Kind: rule.Text, S: subject}},
		Envelope: matter.Envelope{Parent: list.Key.ID, Asked: who.Post, Place: list.Place, Department: list.Department}}
	_, err := a.run(ctx, o, who, c, matter.Proof{})
	return err
}

// settleWeek ends the naming by the one act that leads on from it and asks nothing.
func (a *App) settleWeek(ctx context.Context, o *office, who Actor, list *store.Listed) error {
	t := o.types.Get(list.Type, list.Revision)
	for _, act := range t.ActsFrom(list.State) {
		if act.ByRule() || len(act.Asks) > 0 || act.To == "" || act.To == list.State {
			continue
		}
		_, err := a.run(ctx, o, who, matter.Command{Matter: list.Key, Act: act.Key, Typed: map[string]rule.Value{}}, matter.Proof{})
		return err
	}
	return nil
}
