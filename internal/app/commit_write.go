package app

import (
	"context"
	"crypto/rand"
	"maps"
	"slices"

	"github.com/anupalan/anupalan/internal/audit"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
)

// saving gathers what the accepted jobs of a group want written, so that each table is
// written once.
type saving struct {
	changed   []record.Key // matters in the order they were first changed
	isChanged map[record.Key]bool
	cells     map[int32]map[matter.Cell]int64
	flows     map[int32]map[matter.FlowCell]int64
	wakes     map[record.Key][]matter.Wake
	excepted  []matter.Exception
	held      []record.Key // matters that somebody holds again
	reach     map[record.Key][]matter.Reached
	links     []store.Link
	given     []store.Given // files that events name
	outbox    []store.Message
	said      []store.Said
	jobs      []store.Job
	writes    []func(*store.Tx) error
	kept      []kept
	events    map[int32][]store.Logged
}

type kept struct {
	district int32
	key      string
	answer   store.Answered
}

func (s *saving) add(job *Job, out *Outcome, done *Done) error {
	if s.isChanged == nil {
		s.isChanged, s.cells, s.flows = map[record.Key]bool{}, map[int32]map[matter.Cell]int64{}, map[int32]map[matter.FlowCell]int64{}
		s.wakes, s.reach, s.events = map[record.Key][]matter.Wake{}, map[record.Key][]matter.Reached{}, map[int32][]store.Logged{}
	}
	from := len(s.events[job.District])
	for i := range out.Change.Steps {
		if err := s.step(&out.Change.Steps[i]); err != nil {
			return err
		}
	}
	maps.Copy(s.wakes, out.Wakes)
	maps.Copy(s.reach, out.Reach)
	for _, e := range out.Events {
		s.events[e.District] = append(s.events[e.District], store.Logged{Event: e})
	}
	s.excepted = append(s.excepted, out.Change.Exceptions...)
	s.links = append(s.links, out.Links...)
	s.outbox = append(s.outbox, out.Outbox...)
	s.said = append(s.said, out.Said...)
	s.jobs = append(s.jobs, out.Jobs...)
	if out.Write != nil {
		s.writes = append(s.writes, out.Write)
	}
	if job.Once != "" {
		s.kept = append(s.kept, kept{job.District, job.Once, store.Answered{Digest: job.Digest, Answer: out.Keep}})
	}
	done.First, done.Leaves, done.district = int64(from), int64(len(s.events[job.District])-from), job.District
	return nil
}

func (s *saving) step(step *matter.Step) error {
	k := step.After.Key
	if !s.isChanged[k] {
		s.isChanged[k] = true
		s.changed = append(s.changed, k)
	}
	s.wakes[k], s.reach[k] = nil, nil
	if step.Before != nil && heldAgain(step.Before, step.After) {
		s.held = append(s.held, k)
		s.excepted = slices.DeleteFunc(s.excepted, func(e matter.Exception) bool { return e.Matter == k })
	}
	for _, e := range step.Events {
		s.events[e.District] = append(s.events[e.District], store.Logged{Event: e})
		s.given = append(s.given, filesGiven(step.Before, &e)...)
	}
	return s.count(step)
}

// count adds a step to the tallies event by event, as an audit folds them again.
func (s *saving) count(step *matter.Step) error {
	d := step.After.Key.District
	if s.cells[d] == nil {
		s.cells[d], s.flows[d] = map[matter.Cell]int64{}, map[matter.FlowCell]int64{}
	}
	before := step.Before
	for i := range step.Events {
		after := step.After
		if i < len(step.Events)-1 {
			var from matter.Matter
			if before != nil {
				from = *before
			}
			next, err := matter.Apply(from, step.Events[i])
			if err != nil {
				return err
			}
			after = &next
		}
		cells, flows := matter.Tally(before, after)
		for _, c := range cells {
			s.cells[d][c.Cell] += int64(c.N)
		}
		for _, f := range flows {
			s.flows[d][f.FlowCell] += int64(f.N)
		}
		before = after
	}
	return nil
}

// write saves the group. Locks are taken in one order everywhere: matters, number
// series, tallies, edges; each kind in the order of its keys.
func (g *Group) write(answers []answered) error {
	for _, step := range []func() error{g.writeMatters, g.writeBeside, g.writeFollowing, g.writeTallies, g.writeSerials} {
		if err := step(); err != nil {
			return err
		}
	}
	first, err := g.writeEvents()
	if err != nil {
		return err
	}
	for i := range answers {
		if d := &answers[i].done; d.Leaves > 0 {
			d.First += first[d.district]
		}
	}
	return nil
}

func (g *Group) writeMatters() error {
	s := &g.saving
	var fresh, known, was []*matter.Matter
	slices.SortFunc(s.changed, compareKeys)
	for _, k := range s.changed {
		if m, ok := g.read[k]; ok {
			known, was = append(known, g.matters[k]), append(was, m)
		} else {
			fresh = append(fresh, g.matters[k])
		}
	}
	if err := g.tx.MattersInsert(fresh); err != nil {
		return err
	}
	return g.tx.MattersUpdate(known, was)
}

func (g *Group) writeBeside() error {
	s := &g.saving
	var wakes []matter.Wake
	var known []record.Key // new ones have none to take away
	for _, k := range s.changed {
		wakes = append(wakes, lastOfEach(s.wakes[k])...)
		if _, ok := g.read[k]; ok {
			known = append(known, k)
		}
	}
	if err := g.tx.WakesRewrite(known, wakes); err != nil {
		return err
	}
	if err := g.tx.ExceptionsClear(s.held); err != nil {
		return err
	}
	if err := g.tx.ExceptionsPut(s.excepted, g.now); err != nil {
		return err
	}
	if err := g.writeReach(); err != nil {
		return err
	}
	if err := g.tx.LinksPut(unique(s.links)); err != nil {
		return err
	}
	if err := g.tx.FilesGive(s.given); err != nil {
		return err
	}
	if err := g.tx.OutboxPut(s.outbox); err != nil {
		return err
	}
	for _, w := range s.writes {
		if err := w(g.tx); err != nil {
			return err
		}
	}
	for _, k := range s.kept {
		if err := g.tx.AnswerKeep(k.district, k.key, int64(g.now), k.answer); err != nil {
			return err
		}
	}
	return nil
}

// unique drops repeated rows: PostgreSQL does not take the same key twice in a statement.
func unique[T comparable](list []T) []T {
	seen := make(map[T]bool, len(list))
	return slices.DeleteFunc(list, func(v T) bool {
		was := seen[v]
		seen[v] = true
		return was
	})
}

// lastOfEach keeps one wake of each name, the one given last.
func lastOfEach(wakes []matter.Wake) []matter.Wake {
	at := make(map[string]int, len(wakes))
	out := wakes[:0:0]
	for _, w := range wakes {
		if i, ok := at[w.What]; ok {
			out[i] = w
			continue
		}
		at[w.What] = len(out)
		out = append(out, w)
	}
	return out
}

// writeReach replaces what the matters were opened to; only matters of this group that
// were never stored have nothing to be replaced.
func (g *Group) writeReach() error {
	s := &g.saving
	var known []record.Key
	var rows []store.Reach
	for _, k := range slices.SortedFunc(maps.Keys(s.reach), compareKeys) {
		if _, stored := g.read[k]; stored {
			known = append(known, k)
		}
		for _, r := range s.reach[k] {
			rows = append(rows, store.Reach{Matter: k, Post: r.Post, Whole: r.Whole})
		}
	}
	return g.tx.ReachRewrite(known, rows)
}

func (g *Group) writeTallies() error {
	for _, d := range sortedKeys(g.saving.cells) {
		var counts []store.Count
		for c, n := range g.saving.cells[d] {
			if n != 0 {
				counts = append(counts, store.Count{Cell: c, N: n})
			}
		}
		if err := g.tx.TalliesMerge(d, counts); err != nil {
			return err
		}
		var flows []store.FlowCount
		for c, n := range g.saving.flows[d] {
			flows = append(flows, store.FlowCount{Cell: c, N: n})
		}
		if err := g.tx.FlowsMerge(d, flows); err != nil {
			return err
		}
	}
	return nil
}

func sortedKeys[V any](m map[int32]V) []int32 {
	keys := make([]int32, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

func (g *Group) writeSerials() error {
	for s, next := range g.serials {
		if err := g.tx.SerialSet(s.district, s.name, next); err != nil {
			return err
		}
	}
	return nil
}

// writeEvents numbers the events of each district behind its tree, whose edge is locked
// last, and lets the tree grow. It gives the first leaf of each district.
func (g *Group) writeEvents() (map[int32]int64, error) {
	first := map[int32]int64{}
	for _, d := range sortedKeys(g.saving.events) {
		size, err := g.grow(d, g.saving.events[d])
		if err != nil {
			return nil, err
		}
		first[d] = size
	}
	return first, nil
}

func (g *Group) grow(district int32, events []store.Logged) (int64, error) {
	size, stored, err := g.tx.EdgeLocked(district)
	if err != nil {
		return 0, err
	}
	edge, err := audit.ParseEdge(size, stored)
	if err != nil {
		return 0, err
	}
	leaves, hashes := make([]store.Leaf, len(events)), make([]audit.Hash, len(events))
	nonces := make([]byte, 16*len(events))
	if _, err := rand.Read(nonces); err != nil {
		return 0, err
	}
	for i := range events {
		e := &events[i]
		copy(e.Nonce[:], nonces[16*i:])
		e.Leaf = size + int64(i)
		hashes[i] = leafOf(e).Hash()
		leaves[i] = store.Leaf{N: e.Leaf, Event: e.ID, Hash: hashes[i]}
	}
	next, tiles, err := audit.Grow(edge, hashes, g.tx.Tiles(context.Background(), district))
	if err != nil {
		return 0, err
	}
	if err := g.tx.EventsInsert(events); err != nil {
		return 0, err
	}
	if err := g.tx.LeavesInsert(district, leaves); err != nil {
		return 0, err
	}
	if err := g.tx.TilesPut(district, tiles); err != nil {
		return 0, err
	}
	return size, g.tx.EdgeMove(district, size, next.Size, next.Bytes())
}

// leafOf gives the leaf of a stored event: what the tree holds of it.
func leafOf(e *store.Logged) *audit.Leaf {
	return &audit.Leaf{
		District: e.District, Event: int64(e.ID),
		Subject: audit.Subject{Kind: uint8(e.Subject.Kind), District: e.Subject.Key.District, ID: int64(e.Subject.Key.ID)},
		Version: e.Version, Kind: e.Kind, Act: e.Act,
		By: audit.Standing{Post: int64(e.Post), For: int64(e.For), Person: int64(e.Person), Mode: uint8(e.Mode)},
		At: int64(e.At), Body: audit.BodyDigest(e.Body), Nonce: e.Nonce,
	}
}
