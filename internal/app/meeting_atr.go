package app

import (
	"context"
	"slices"
	"strconv"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/sitting"
	"github.com/anupalan/anupalan/internal/store"
)

// ATRView is the action-taken report of a sitting: what became of each directive.
type ATRView struct {
	Meeting MeetingRow
	Rows    []ATRRow
	Totals  ATRTotals
	AsOn    calendar.Instant
}

// ATRTotals add up to the rows: All is Done and Open; Late and Silent are of the open ones.
type ATRTotals struct{ All, Done, Open, Late, Silent int }

// ATRRow is one directive with what was done about it. With several posts Roll tells how
// many have finished and who is silent.
type ATRRow struct {
	N        int
	Key      record.Key
	Number   string
	What     string
	Whom     i18n.Text
	Due      calendar.Date
	Status   Status
	State    i18n.Text
	DaysLate int // the latest of its open parts; 0 in time
	Said     string
	SaidAt   calendar.Instant
	SaidBy   Named
	Roll     *Roll
	RollText i18n.Text // 17 of 20 done; silent: …
	Silent   []Named
}

// ATR gives the action-taken report of a sitting, as far as the actor sees its matters, in
// six queries whatever it holds.
func (a *App) ATR(ctx context.Context, who Actor, key record.Key) (ATRView, error) {
	o, err := a.meetingOffice(ctx, who, key)
	if err != nil {
		return ATRView{}, err
	}
	r, now := a.db.Reader(), a.now()
	s, err := readSitting(ctx, r, key)
	if err != nil {
		return ATRView{}, err
	}
	scope := o.papers(who, s)
	if !o.seesSitting(who, s) && !o.askedTo(who, s) {
		return ATRView{}, fault.New(fault.NotFound, "sitting.not_found")
	}
	taken, err := r.TakenAt(ctx, scope, key.ID, 0, agendaMatters)
	if err != nil {
		return ATRView{}, err
	}
	list, err := a.taken(ctx, o, taken)
	if err != nil {
		return ATRView{}, err
	}
	v := ATRView{Meeting: o.meetingRow(s), AsOn: now}
	order := issuedOrder(s)
	for i := range list {
		row := o.atrRow(&list[i], now)
		if row.N = order[row.Key.ID]; row.N == 0 {
			row.N = len(order) + i + 1
		}
		v.Rows = append(v.Rows, row)
		v.Totals.add(&row)
	}
	slices.SortStableFunc(v.Rows, func(x, y ATRRow) int { return x.N - y.N })
	return v, nil
}

// issuedOrder gives the number of each matter in the minutes.
func issuedOrder(s *sitting.Sitting) map[record.ID]int {
	order := map[record.ID]int{}
	if n := len(s.Minutes); n > 0 {
		for _, d := range s.Minutes[n-1].Directives {
			for _, id := range d.Matters {
				order[id] = int(d.N)
			}
		}
	}
	return order
}

func (t *ATRTotals) add(r *ATRRow) {
	t.All++
	switch r.Status {
	case Ended:
		t.Done++
		return
	case Late:
		t.Late++
	}
	t.Open++
	if len(r.Silent) > 0 || r.Status == Silent {
		t.Silent++
	}
}

// takenMatter is one matter of a sitting with its parts and the last word on any of them.
type takenMatter struct {
	m     *matter.Matter
	parts []matter.Matter
	last  store.LastWord
}

// taken reads the matters of a sitting whole, with their parts and last words.
func (a *App) taken(ctx context.Context, o *office, list []store.Listed) ([]takenMatter, error) {
	r := a.db.Reader()
	ids := make([]record.ID, len(list))
	out := make([]takenMatter, len(list))
	at := map[record.ID]int{}
	for i := range list {
		ids[i] = list[i].Key.ID
		out[i].m, at[ids[i]] = &list[i], i
	}
	parts, err := r.PartsOf(ctx, o.district, ids)
	if err != nil {
		return nil, err
	}
	said := ids
	for i := range parts {
		t := &out[at[parts[i].Parent]]
		t.parts = append(t.parts, parts[i])
		said = append(said, parts[i].Key.ID)
	}
	words, err := a.lastWords(ctx, o, o.district, said)
	for i := range out {
		t := &out[i]
		t.last = words[t.m.Key.ID]
		for j := range t.parts {
			if w := words[t.parts[j].Key.ID]; w.At > t.last.At {
				t.last = w
			}
		}
	}
	return out, err
}

func (o *office) atrRow(t *takenMatter, now calendar.Instant) ATRRow {
	row := o.row(t.m, now)
	r := ATRRow{
		Key: t.m.Key, Number: t.m.Number, What: t.m.Subject, State: row.StateName, Status: row.Status, Due: t.m.Due.Date(), DaysLate: max(row.DaysLate, 0),
		Said: t.last.Text, SaidAt: t.last.At, SaidBy: o.post(t.last.Post), Whom: o.post(t.m.Asked).Name,
	}
	if len(t.parts) == 0 {
		if t.m.Silent && t.m.Phase.Open() {
			r.Silent = []Named{row.Holder}
		}
		if t.m.Asked == 0 {
			r.Whom = row.Holder.Name
		}
		return r
	}
	o.rolled(&r, t, now)
	return r
}

// rolled sums the parts of a directive into its row.
func (o *office) rolled(r *ATRRow, t *takenMatter, now calendar.Instant) {
	r.Roll = o.roll(t.parts, now)
	r.DaysLate = 0
	worst := OnTime
	var asked []record.ID
	for i := range t.parts {
		p := &t.parts[i]
		if p.Phase == matter.Void {
			continue
		}
		post := p.Asked
		if post == 0 {
			post = p.Holder
		}
		asked = append(asked, post)
		if due := dueOf(p); due != 0 && (r.Due == 0 || due < r.Due) {
			r.Due = due
		}
		if !p.Phase.Open() {
			continue
		}
		is := status(p, now)
		worst = graver(worst, is)
		if is == Late {
			r.DaysLate = max(r.DaysLate, o.calendar.Late(p.Due, now))
		}
		if p.Silent {
			r.Silent = append(r.Silent, o.post(post))
		}
	}
	if r.Status != Ended {
		r.Status = worst
	}
	switch len(asked) {
	case 0:
	case 1:
		r.Whom = o.post(asked[0]).Name
	default:
		n := " (" + i18n.Number(int64(len(asked)), false) + ")"
		kind := o.kindName(asked)
		r.Whom = i18n.Text{Hi: kind.Hi + n, En: kind.En + n}
		r.RollText = bothWords(rollWords{r})
	}
}

// graver gives the worse of two: late before silent before soon before in time.
func graver(a, b Status) Status {
	rank := map[Status]int{OnTime: 0, Ended: 0, Soon: 1, Silent: 2, Late: 3}
	if rank[b] > rank[a] {
		return b
	}
	return a
}

// dueOf is the day a part was or is due: its limit, or the first clock it ran.
func dueOf(p *matter.Matter) calendar.Date {
	if p.Due != 0 {
		return p.Due.Date()
	}
	for i := range p.Memory.Clocks {
		if c := &p.Memory.Clocks[i]; c.Due != 0 {
			return c.Due.Date()
		}
	}
	return 0
}

type rollWords struct{ r *ATRRow }

// In writes how the parts stand together: 17 of 20 done; silent: ….
func (w rollWords) In(l i18n.Lang) string {
	s := i18n.Message(l, "sitting.atr_roll", w.r.Roll.Done, w.r.Roll.Total)
	var names []string
	for _, n := range w.r.Silent {
		names = append(names, n.Name.In(l))
	}
	if len(names) > 0 {
		s += i18n.Message(l, "sitting.atr_silent", l.And(names))
	}
	return s
}

func (r *ATRRow) cells(l i18n.Lang) []string {
	said := r.Said
	if text := r.RollText.In(l); text != "" {
		said = text
		if r.Said != "" {
			said += ". " + r.Said
		}
	}
	late := ""
	if r.DaysLate > 0 {
		late = strconv.Itoa(r.DaysLate)
	}
	return []string{strconv.Itoa(r.N), r.Number, r.What, r.Whom.In(l), r.Due.Dotted(), r.State.In(l), said, late}
}
