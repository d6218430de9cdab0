package app

import (
	"context"
	"fmt"

	"github.com/anupalan/anupalan/internal/audit"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
)

// Verified is what an audit of one district found. Each finding names a place and a
// message; none means that the rows are exactly what the log says.
type Verified struct {
	District int32
	Leaves   int64
	Matters  int64
	Findings []fault.Field
	More     int64 // findings beyond the first hundred
}

const (
	verifyPage   = 500
	findingsKept = 100
)

// NotRebuilt names the tables that VerifyLog does not rebuild from the log, each with
// the reason.
func NotRebuilt() map[string]string {
	return map[string]string{
		"schema_step": "the schema's own steps", "node": "leases", "edge": "compared with the leaves", "tile": "compared with the leaves",
		"leaf": "compared with the events", "head": "signatures, checked against the tree", "event": "the log itself", "event_value": "checked against the digests in the log",
		"org_version": "a counter", "watermark": "positions of followers", "search": "an index", "search_restricted": "an index", "search_word": "an index",
		"credential": "sign-ins leave no event", "session": "sign-ins leave no event", "token": "secrets; their granting is an event",
		"outbox": "messages on their way", "idempotency": "answers given", "job": "progress", "job_row": "progress", "draft": "not yet said",
		"wake": "made anew from the rules with each commit", "reach": "made anew from the rules with each commit", "exception": "made anew from the rules with each commit",
		"said": "an index of texts under the program's own key", "file": "facts of a file, told from its bytes", "file_given": "an index of the events that name files", "file_band": "an index of pictures",
		"serial": "the highest number given", "link": "read from the events of both ends", "holiday": "read as it stands",
	}
}

// VerifyLog holds every row of every district against the log: the tree against the
// events, values against their digests, matters, tallies, flows and the organisation
// against what the events fold to. It reads one unchanging picture and writes nothing.
func VerifyLog(ctx context.Context, db *store.DB) ([]Verified, error) {
	var out []Verified
	err := db.View(ctx, func(r *store.Reader) error {
		districts, err := r.Districts(ctx)
		if err != nil {
			return err
		}
		for _, d := range districts {
			v := verifier{ctx: ctx, r: r, out: Verified{District: d}, cells: map[matter.Cell]int64{}, flows: map[matter.FlowCell]int64{}}
			if err := v.all(); err != nil {
				return err
			}
			out = append(out, v.out)
		}
		return nil
	})
	return out, err
}

type verifier struct {
	ctx   context.Context
	r     *store.Reader
	out   Verified
	cells map[matter.Cell]int64
	flows map[matter.FlowCell]int64
	org   []record.Event // of the organisation, folded at the end
	met   []record.Event // of meetings, folded at the end
	used  []record.Event // of usages, folded at the end
	noted []record.Event // of observations, folded at the end
	side  beside         // of matters
	set   []record.Event // of settings
}

func (v *verifier) found(where, key string, args ...any) {
	if len(v.out.Findings) == findingsKept {
		v.out.More++
		return
	}
	v.out.Findings = append(v.out.Findings, fault.Field{Path: where, Key: key, Args: args})
}

func (v *verifier) all() error {
	for _, step := range []func() error{v.tree, v.heads, v.matters, v.beside, v.settings, v.tallies, v.organisation, v.meetings, v.usages, v.observations, v.totals} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// tree reads the whole log by leaf, hashes every event anew and lets a tree grow from
// the hashes, which must end in the stored edge.
func (v *verifier) tree() error {
	var edge audit.Edge
	for {
		events, err := v.r.EventsFrom(v.ctx, v.out.District, edge.Size, verifyPage)
		if err != nil {
			return err
		}
		leaves, err := v.r.Leaves(v.ctx, v.out.District, edge.Size, verifyPage)
		if err != nil {
			return err
		}
		for i := range min(len(events), len(leaves)) {
			hash := v.leaf(&events[i], &leaves[i], edge.Size)
			edge = edge.Append(hash)
		}
		if len(events) == 0 || len(events) != len(leaves) {
			break
		}
	}
	v.out.Leaves = edge.Size
	size, stored, err := v.r.Edge(v.ctx, v.out.District)
	if err != nil {
		return err
	}
	kept, err := audit.ParseEdge(size, stored)
	if err != nil || kept.Size != edge.Size || kept.Root() != edge.Root() {
		v.found("edge", "store.verify_edge", size, edge.Size)
		return nil
	}
	root, err := audit.RootOf(size, v.r.Tiles(v.ctx, v.out.District))
	if err != nil || root != edge.Root() {
		v.found("tiles", "store.verify_tiles")
	}
	return nil
}

// leaf checks one event against its leaf and gives the hash that the event has now.
func (v *verifier) leaf(e *store.Logged, l *store.Leaf, want int64) audit.Hash {
	where := fmt.Sprintf("leaf %d", want)
	hash := leafOf(e).Hash()
	switch {
	case l.N != want || e.Leaf != want || l.Event != e.ID:
		v.found(where, "store.verify_order", e.ID)
	case hash != l.Hash:
		v.found(where, "store.verify_leaf", e.ID)
	}
	if err := e.Check(); err != nil {
		v.found(where, "store.verify_value", e.ID)
	}
	switch {
	case isMeeting(e.Subject.Kind):
		v.met = append(v.met, e.Event)
	case e.Subject.Kind == record.Usage:
		v.used = append(v.used, e.Event)
	case e.Subject.Kind == record.Reading:
		v.noted = append(v.noted, e.Event)
	case e.Subject.Kind == record.Setting:
		v.set = append(v.set, e.Event)
	case isOrg(e.Subject.Kind):
		v.org = append(v.org, e.Event)
	}
	return hash
}

func isOrg(k record.Kind) bool { return k >= record.Place && k <= record.Power }

func (v *verifier) heads() error {
	heads, err := v.r.Heads(v.ctx, v.out.District, 10_000)
	if err != nil {
		return err
	}
	tiles := v.r.Tiles(v.ctx, v.out.District)
	for _, h := range heads {
		if h.Size > v.out.Leaves {
			v.found("head", "store.verify_head", h.Size)
			continue
		}
		root, err := audit.RootOf(h.Size, tiles)
		if err != nil || string(root[:]) != string(h.Root) {
			v.found("head", "store.verify_head", h.Size)
		}
	}
	return nil
}

// matters folds the events of each matter and compares what comes out with its row.
func (v *verifier) matters() error {
	after := record.ID(0)
	for {
		page, err := v.r.MattersFrom(v.ctx, v.out.District, after, verifyPage)
		if err != nil || len(page) == 0 {
			return err
		}
		for i := range page {
			if err := v.matter(&page[i]); err != nil {
				return err
			}
		}
		after = page[len(page)-1].Key.ID
		v.out.Matters += int64(len(page))
	}
}

func (v *verifier) matter(stored *matter.Matter) error {
	events, err := v.history(stored.Key)
	if err != nil {
		return err
	}
	var m *matter.Matter
	for i := range events {
		before := matter.Matter{}
		if m != nil {
			before = *m
		}
		next, err := matter.Apply(before, events[i].Event)
		if err != nil {
			v.found(stored.Key.String(), "store.verify_replay", stored.Number, err.Error())
			return nil
		}
		v.count(m, &next)
		m = &next
	}
	if m == nil {
		v.found(stored.Key.String(), "store.verify_no_event", stored.Number)
		return nil
	}
	v.side.follow(nil, m)
	same, err := store.SameMatter(m, stored)
	if err == nil && !same {
		v.found(stored.Key.String(), "store.verify_row", stored.Number)
	}
	return err
}

func (v *verifier) history(k record.Key) ([]store.Logged, error) {
	var all []store.Logged
	for {
		after := record.ID(0)
		if len(all) > 0 {
			after = all[len(all)-1].ID
		}
		page, err := v.r.History(v.ctx, k, after, verifyPage)
		all = append(all, page...)
		if err != nil || len(page) < verifyPage {
			return all, err
		}
	}
}

func (v *verifier) count(before, after *matter.Matter) {
	cells, flows := matter.Tally(before, after)
	for _, c := range cells {
		v.cells[c.Cell] += int64(c.N)
	}
	for _, f := range flows {
		v.flows[f.FlowCell] += int64(f.N)
	}
}

func (v *verifier) tallies() error {
	if err := v.sums(); err != nil {
		return err
	}
	for _, by := range []store.Grain{store.ByDepartment, store.ByBlock, store.ByPost} {
		counts, err := v.r.Tallies(v.ctx, v.out.District, by)
		if err != nil {
			return err
		}
		for _, c := range counts {
			if v.cells[c.Cell] != c.N || c.N == 0 {
				v.found("tally "+by.String()+" "+c.Cell.Key.String(), "store.verify_tally", c.N, v.cells[c.Cell])
			}
			delete(v.cells, c.Cell)
		}
	}
	for c, n := range v.cells {
		if n != 0 {
			v.found("tally "+c.By+" "+c.Key.String(), "store.verify_tally", 0, n)
		}
	}
	flows, err := v.r.FlowCells(v.ctx, v.out.District)
	for _, f := range flows {
		if v.flows[f.Cell] != f.N {
			v.found("flow "+f.Cell.By+" "+f.Cell.Key.String(), "store.verify_tally", f.N, v.flows[f.Cell])
		}
		delete(v.flows, f.Cell)
	}
	for c, n := range v.flows {
		v.found("flow "+c.By+" "+c.Key.String(), "store.verify_tally", 0, n)
	}
	return err
}

func (v *verifier) organisation() error {
	rows, _, err := v.r.Org(v.ctx, v.out.District)
	if err != nil {
		return err
	}
	folded, err := org.Apply(org.Rows{}, v.org)
	if err != nil {
		v.found("org", "store.verify_replay", "org", err.Error())
		return nil
	}
	for _, where := range store.OrgDiffers(rows, folded) {
		v.found(where, "store.verify_org")
	}
	return nil
}

func (v *verifier) totals() error {
	t, err := v.r.Totals(v.ctx, v.out.District)
	if err != nil {
		return err
	}
	if t.Events != v.out.Leaves || t.Leaves != v.out.Leaves {
		v.found("event", "store.verify_count", t.Events, v.out.Leaves)
	}
	if t.Opened != v.out.Matters {
		v.found("matter", "store.verify_count", v.out.Matters, t.Opened)
	}
	return nil
}
