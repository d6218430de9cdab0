package app

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"github.com/anupalan/anupalan/internal/audit"
	"github.com/anupalan/anupalan/internal/calendar"
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

// NotRebuilt names the tables that VerifyLog neither rebuilds from the log nor checks
// against it, each with the reason.
func NotRebuilt() map[string]string {
	return map[string]string{
		"schema_step": "the schema's own steps, compared with the program when a database is opened", "node": "leases of numbers for ids", "org_version": "a counter by which programs know that they must read again",
		"watermark": "how far each follower has come", "search": "an index of words, made anew from the log", "search_restricted": "an index of words, made anew from the log",
		"search_word": "an index of words, made anew from the log", "said": "an index of texts under the program's own key",
		"credential": "sign-ins leave no event", "session": "sign-ins leave no event", "token": "sign-ins leave no event; secrets that expire",
		"outbox": "messages on their way", "idempotency": "answers given within a day", "job": "progress of a job", "job_row": "progress of a job", "draft": "not yet said",
		"file": "what a picture told of itself before it was made small; its hash is named by events", "file_band": "an index of pictures that look alike",
	}
}

// VerifyLog holds every row of every district against the log: the tree against the
// events, values against their digests, matters, tallies, flows, meetings and the
// organisation against what the events fold to, and against the rules what follows from
// them: wakes, reach, the list of exceptions, number series, files given. It reads one
// unchanging picture page by page and writes nothing; now is the business clock.
func VerifyLog(ctx context.Context, db *store.DB, systems *Systems, now calendar.Instant) ([]Verified, error) {
	var out []Verified
	err := db.View(ctx, func(r *store.Reader) error {
		districts, err := r.Districts(ctx)
		if err != nil {
			return err
		}
		for _, d := range districts {
			v := newVerifier(ctx, r, systems, d, now)
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
	ctx     context.Context
	r       *store.Reader
	systems *Systems
	now     calendar.Instant
	out     Verified
	office  *office
	cells   map[matter.Cell]int64
	flows   map[matter.FlowCell]int64
	serials map[string]int64    // how many numbers each series gave
	unknown bool                // a matter is of a type that is no longer loaded: the series of all types cannot be counted
	rows    map[string]int64    // how many rows a table should have
	org     []record.Event      // of the organisation, folded at the end
	met     map[record.Ref]bool // series and sittings that the log knows
	used    []record.Event      // of usages, folded at the end
	noted   []record.Event      // of observations, folded at the end
	side    beside              // of matters
	set     []record.Event      // of settings
}

func newVerifier(ctx context.Context, r *store.Reader, systems *Systems, district int32, now calendar.Instant) *verifier {
	return &verifier{ctx: ctx, r: r, systems: systems, now: now, out: Verified{District: district}, cells: map[matter.Cell]int64{}, flows: map[matter.FlowCell]int64{},
		serials: map[string]int64{}, rows: map[string]int64{}, met: map[record.Ref]bool{}}
}

func (v *verifier) found(where, key string, args ...any) {
	if len(v.out.Findings) == findingsKept {
		v.out.More++
		return
	}
	v.out.Findings = append(v.out.Findings, fault.Field{Path: where, Key: key, Args: args})
}

func (v *verifier) all() error {
	var err error
	steps := []func() error{v.tree, v.heads, v.matters, v.beside, v.settings, v.tallies, v.organisation, v.meetings, v.usages, v.observations, v.totals}
	if v.office, err = readOffice(v.ctx, v.r, v.systems, v.out.District, v.now.Date()); fault.Is(err, fault.Invalid) {
		v.found("org", "store.verify_org") // on no sound organisation no rule can be asked
		steps = []func() error{v.tree, v.heads, v.organisation}
	} else if err != nil {
		return err
	}
	for _, step := range steps {
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
		hashes := make([]audit.Hash, min(len(events), len(leaves)))
		for i := range hashes {
			hashes[i] = v.leaf(&events[i], &leaves[i], edge.Size+int64(i))
		}
		if edge, err = v.grow(edge, hashes); err != nil {
			return err
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

// grow appends leaves to the tree and compares the tiles that come of them with those stored.
func (v *verifier) grow(edge audit.Edge, hashes []audit.Hash) (audit.Edge, error) {
	next, tiles, err := audit.Grow(edge, hashes, v.r.Tiles(v.ctx, v.out.District))
	if err != nil {
		v.found("tiles", "store.verify_tiles")
		return edge.Append(hashes...), nil
	}
	for _, t := range tiles {
		kept, err := v.r.Tile(v.ctx, v.out.District, t.Level, t.N)
		if err != nil {
			return next, err
		}
		if !bytes.HasPrefix(kept, t.Bytes()) {
			v.found("tiles", "store.verify_tiles")
		}
	}
	v.rows["tile"] = 0
	for n := next.Size / audit.TileWidth; n > 0; n = n / audit.TileWidth {
		if v.rows["tile"] == 0 {
			v.rows["tile"] = n
		}
		v.rows["tile"] += (n + audit.TileWidth - 1) / audit.TileWidth
	}
	return next, nil
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
		v.met[e.Subject] = true
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
		said, wrong := audit.ReadHead(h.Note)
		if err != nil || wrong != nil || string(root[:]) != string(h.Root) || said != (audit.Head{District: h.District, Size: h.Size, Root: root, At: int64(h.At)}) {
			v.found("head", "store.verify_head", h.Size)
		}
	}
	return nil
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
		v.rows["tally"] += int64(len(counts))
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
	folded, err := org.Apply(org.Rows{}, v.org)
	if err != nil {
		v.found("org", "store.verify_replay", "org", err.Error())
		return nil
	}
	snapshot, err := org.New(v.out.District, folded, v.systems.Roles)
	if err != nil {
		v.found("org", "store.verify_replay", "org", err.Error())
		return nil
	}
	differ, err := v.r.OrgDiffers(v.ctx, v.out.District, snapshot.Rows())
	for _, where := range differ {
		v.found(where, "store.verify_org")
	}
	return err
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
	return v.counted()
}

// counted compares how many rows there are with how many the log gives. No event fills
// links and holidays yet: whatever stands there, nobody has said.
func (v *verifier) counted() error {
	for _, table := range []string{"wake", "reach", "exception", "file_given", "agenda_item", "attendance", "minutes", "sitting", "sitting_series", "tile", "tally", "link", "holiday"} {
		n, err := v.r.RowCount(v.ctx, v.out.District, table)
		if err != nil {
			return err
		}
		if n != v.rows[table] {
			v.found(table, "store.verify_count", n, v.rows[table])
		}
	}
	serials, err := v.r.Serials(v.ctx, v.out.District)
	for name, next := range serials {
		typ, _, _ := strings.Cut(name, ":")
		known := typ == "plain" && !v.unknown || v.office.types.Newest(typ) != nil
		if next-1 != v.serials[name] && known {
			v.found("serial "+name, "store.verify_count", next-1, v.serials[name])
		}
		delete(v.serials, name)
	}
	for name, n := range v.serials {
		v.found("serial "+name, "store.verify_count", 0, n)
	}
	return err
}
