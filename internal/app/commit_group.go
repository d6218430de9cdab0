package app

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
)

// Group is the state on which the jobs of one commit are decided: what is stored, with
// what the jobs before have changed. It lives for one commit on one goroutine.
type Group struct {
	tx      *store.Tx
	now     calendar.Instant
	matters map[record.Key]*matter.Matter
	read    map[record.Key]*matter.Matter // as stored; absent when new
	parts   map[record.Key][]record.Key
	serials map[serial]int64 // next number
	held    map[int32]bool   // districts whose series are held
	drawn   map[serial]int64 // next numbers as the job in hand sees them
	answers map[string]store.Answered
	orgs    map[int32]int64 // versions of the organisations asked for
	saving  saving
}

type serial struct {
	district int32
	name     string
}

func newGroup(tx *store.Tx, now calendar.Instant) *Group {
	return &Group{tx: tx, now: now, matters: map[record.Key]*matter.Matter{}, read: map[record.Key]*matter.Matter{}, parts: map[record.Key][]record.Key{},
		serials: map[serial]int64{}, held: map[int32]bool{}, drawn: map[serial]int64{}, answers: map[string]store.Answered{}, orgs: map[int32]int64{}}
}

// Now is the instant of the group; all its events bear it.
func (g *Group) Now() calendar.Instant { return g.now }

// Reader reads inside the transaction. It does not see what the jobs before it in the
// group have decided, which is not written yet: matters are asked of the group.
func (g *Group) Reader() *store.Reader { return &g.tx.Reader }

// Matter gives a matter as the jobs before have left it; nil if there is none. Only what
// was asked for in Keys, or loaded, is known. It must not be changed.
func (g *Group) Matter(k record.Key) *matter.Matter { return g.matters[k] }

// Matters gives every matter of a district that the group knows.
func (g *Group) Matters(district int32) map[record.ID]*matter.Matter {
	out := make(map[record.ID]*matter.Matter, len(g.matters))
	for k, m := range g.matters {
		if k.District == district {
			out[k.ID] = m
		}
	}
	return out
}

// Parts gives the parts of a matter whose parts were asked for, in the order of their ids.
func (g *Group) Parts(parent record.Key) []*matter.Matter {
	var out []*matter.Matter
	for _, k := range g.parts[parent] {
		out = append(out, g.matters[k])
	}
	return out
}

// Load holds further matters that turned out to be needed, with their parents. It may
// wait for another program and, rarely, be told to begin again.
func (g *Group) Load(keys ...record.Key) error {
	var missing []record.Key
	for _, k := range keys {
		if g.matters[k] == nil {
			missing = append(missing, k)
		}
	}
	found, err := g.tx.MattersLocked(missing)
	g.keep(found)
	return err
}

// Serial gives the next number of a series of a district. A refused job gives its
// numbers back, so that a series has no holes.
func (g *Group) Serial(district int32, name string) (int64, error) {
	s := serial{district, name}
	next, ok := g.drawn[s]
	if !ok {
		if next, ok = g.serials[s]; !ok {
			var err error
			if next, err = g.firstSerial(s); err != nil {
				return 0, err
			}
		}
	}
	g.drawn[s] = next + 1
	return next, nil
}

func (g *Group) firstSerial(s serial) (int64, error) {
	if !g.held[s.district] {
		if err := g.tx.SerialsLocked(s.district); err != nil {
			return 0, err
		}
		g.held[s.district] = true
	}
	return g.tx.Serial(context.Background(), s.district, s.name)
}

func (g *Group) keep(found []matter.Matter) {
	for i := range found {
		m := &found[i]
		if g.matters[m.Key] == nil {
			g.matters[m.Key], g.read[m.Key] = m, m
		}
	}
}

// load holds every matter that the jobs name, in ascending keys, then reads parts: they
// cannot change, because whoever changes a part holds its parent first.
func (g *Group) load(group []*waiting) error {
	var keys []record.Key
	for _, w := range group {
		keys = append(keys, w.job.Keys...)
	}
	slices.SortFunc(keys, compareKeys)
	found, err := g.tx.MattersLocked(slices.Compact(keys))
	if err != nil {
		return err
	}
	g.keep(found)
	return g.loadParts(group)
}

// loadParts reads the parts of what the jobs that ask for parts name, and of all their
// parents, in one query a district.
func (g *Group) loadParts(group []*waiting) error {
	wanted := map[int32][]record.ID{}
	for _, w := range group {
		if !w.job.Parts {
			continue
		}
		for _, k := range w.job.Keys {
			for m := g.matters[k]; m != nil; m = g.matters[record.Key{District: m.Key.District, ID: m.Parent}] {
				if _, known := g.parts[m.Key]; !known {
					g.parts[m.Key] = nil
					wanted[m.Key.District] = append(wanted[m.Key.District], m.Key.ID)
				}
			}
		}
	}
	for _, d := range sortedKeys(wanted) {
		for ids := range slices.Chunk(wanted[d], partsAtOnce) {
			found, err := g.tx.PartsOf(context.Background(), d, ids)
			if err != nil {
				return err
			}
			g.keep(found)
			for i := range found {
				parent := record.Key{District: d, ID: found[i].Parent}
				g.parts[parent] = append(g.parts[parent], found[i].Key)
			}
		}
	}
	return nil
}

// partsAtOnce bounds the arguments of one query.
const partsAtOnce = 200

func compareKeys(a, b record.Key) int {
	return cmp.Or(cmp.Compare(a.District, b.District), cmp.Compare(a.ID, b.ID))
}

// byDistrict gives the jobs' places in the order of their districts, each district's in
// the order they came, so that number series are held in one order everywhere.
func byDistrict(group []*waiting) []int {
	order := make([]int, len(group))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(group[a].job.District, group[b].job.District) })
	return order
}

// decide runs one job. A refusal is its answer and leaves the group as it was; any other
// error ends the group.
func (g *Group) decide(job *Job) (answered, error) {
	if job.Once != "" {
		if a, again, err := g.earlier(job); again || err != nil {
			return a, err
		}
	}
	if old, err := g.oldOrg(job); old || err != nil {
		return answered{err: fault.New(fault.Conflict, "store.org_changed")}, err
	}
	clear(g.drawn)
	out, err := job.Decide(g)
	if err != nil {
		if refusal(err) {
			return answered{err: err}, nil
		}
		return answered{}, err
	}
	if err := g.fits(&out); err != nil {
		return answered{}, err
	}
	return g.accept(job, &out)
}

// oldOrg reports whether a job looks at an organisation that another commit has changed.
func (g *Group) oldOrg(job *Job) (bool, error) {
	if job.Org == 0 {
		return false, nil
	}
	if _, known := g.orgs[job.District]; !known {
		v, err := g.tx.OrgVersion(context.Background(), job.District)
		if err != nil {
			return false, err
		}
		g.orgs[job.District] = v
	}
	return g.orgs[job.District] != job.Org, nil
}

func (g *Group) earlier(job *Job) (answered, bool, error) {
	a, ok := g.answers[job.onceKey()]
	if !ok {
		var err error
		if a, ok, err = g.tx.Answered(context.Background(), job.District, job.Once); err != nil || !ok {
			return answered{}, false, err
		}
	}
	if a.Digest != job.Digest {
		return answered{err: fault.New(fault.Conflict, "store.key_reused")}, true, nil
	}
	return answered{done: Done{Earlier: a.Answer}}, true, nil
}

func (j *Job) onceKey() string { return fmt.Sprintf("%d/%s", j.District, j.Once) }

// fits checks that each step begins where the group stands: a decision on anything else
// is a defect, and saving it would lose somebody's act.
func (g *Group) fits(out *Outcome) error {
	seen := map[record.Key]int32{}
	for i := range out.Change.Steps {
		s := &out.Change.Steps[i]
		k := s.After.Key
		version, ok := seen[k]
		if m := g.matters[k]; !ok && m != nil {
			version = m.Version
		}
		var before int32
		if s.Before != nil {
			before = s.Before.Version
		}
		if before != version || s.After.Version != before+int32(len(s.Events)) {
			return fmt.Errorf("step of %s goes from version %d to %d by %d events; the group has %d", k, before, s.After.Version, len(s.Events), version)
		}
		seen[k] = s.After.Version
	}
	return nil
}

// accept makes the outcome part of the group.
func (g *Group) accept(job *Job, out *Outcome) (answered, error) {
	for s, next := range g.drawn {
		g.serials[s] = next
	}
	done := Done{Answer: out.Answer}
	if err := g.saving.add(job, out, &done); err != nil {
		return answered{}, err
	}
	for i := range out.Change.Steps {
		m := out.Change.Steps[i].After
		g.enter(m)
	}
	if job.Once != "" {
		g.answers[job.onceKey()] = store.Answered{Digest: job.Digest, Answer: out.Keep}
	}
	return answered{done: done}, nil
}

func (g *Group) enter(m *matter.Matter) {
	if g.matters[m.Key] == nil && m.Parent != 0 {
		parent := record.Key{District: m.Key.District, ID: m.Parent}
		if list, known := g.parts[parent]; known {
			g.parts[parent] = append(list, m.Key)
		}
	}
	g.matters[m.Key] = m
}
