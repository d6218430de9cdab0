package app

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/sitting"
	"github.com/anupalan/anupalan/internal/store"
)

// IssueResult is what an issue made, or made before.
type IssueResult struct {
	Directives int
	Matters    []record.Key // one for each directive, without their parts
	Again      bool         // it was issued before; nothing was done now
}

// issueAtOnce is the most posts one commit makes matters for; more are issued in parts.
const issueAtOnce = 500

// IssueDirectives makes matters of every accepted draft of a sitting, tells their owners
// and freezes the minutes. Either all are made or the fault names each draft that keeps
// them back; issuing again makes nothing. Above 500 posts it goes in parts, each whole, and
// may be taken up again where it stopped.
func (a *App) IssueDirectives(ctx context.Context, who Actor, key record.Key) (IssueResult, error) {
	drafts, err := a.drafts(ctx, key) // before the sitting: an issue in between then shows
	if err != nil {
		return IssueResult{}, err
	}
	d, err := a.deskOf(ctx, who, key)
	if err != nil {
		return IssueResult{}, err
	}
	if d.s.Issued() {
		return issuedBefore(d.s), nil
	}
	if err := d.readyAll(drafts); err != nil {
		return IssueResult{}, err
	}
	if t := d.o.types.Answering(askDirective); t == nil || raisedAct(t) == nil {
		return IssueResult{}, fault.New(fault.Refused, "sitting.no_directives")
	}
	is := &issue{a: a, o: d.o, d: d, who: d.o.keeper(who, d.s.Chair, d.s.Convenor()), key: key}
	parts := inParts(drafts)
	for i, part := range parts[:len(parts)-1] {
		if err := is.part(ctx, part); err != nil {
			return IssueResult{}, partly(err, parts[:i])
		}
	}
	r, err := is.last(ctx, parts[len(parts)-1])
	return r, partly(err, parts[:len(parts)-1])
}

// partly says of a refusal that earlier parts of the issue stand.
func partly(err error, before [][]record.ID) error {
	f := fault.As(err)
	if f == nil || len(before) == 0 || f.Key != "sitting.issue_wrong" {
		return err
	}
	done := 0
	for _, part := range before {
		done += len(part)
	}
	f.Key, f.Args = "sitting.issue_part", append([]any{done}, f.Args...)
	return f
}

// readyAll names every draft that keeps the issue back: undecided, without post or date.
func (d *desk) readyAll(drafts []sitting.Draft) error {
	bad := map[record.ID]bool{}
	f := fault.New(fault.Invalid, "sitting.issue_wrong")
	accepted := 0
	for i := range drafts {
		at := &drafts[i]
		path := fmt.Sprintf("drafts[%d]", i+1)
		switch {
		case at.Status == sitting.Proposed:
			bad[at.ID] = true
			f.With(path, "sitting.draft_undecided")
		case at.Status == sitting.Accepted:
			accepted++
			if at.Issued() {
				continue
			}
			if w := at.Ready(d.means); w != nil {
				bad[at.ID] = true
				for _, field := range w.Fields {
					f.With(path+"."+field.Path, field.Key, field.Args...)
				}
			}
		}
	}
	f.Args = []any{len(bad)}
	if accepted == 0 && len(bad) == 0 {
		return fault.New(fault.Invalid, "sitting.nothing_to_issue")
	}
	return f.Any()
}

// inParts cuts drafts so that no part asks more posts than one commit makes matters for;
// mostly there is one.
func inParts(drafts []sitting.Draft) [][]record.ID {
	parts := [][]record.ID{nil}
	n := 0
	for i := range drafts {
		at := &drafts[i]
		if at.Status != sitting.Accepted || at.Issued() {
			continue
		}
		posts := len(at.Posts())
		if n > 0 && n+posts > issueAtOnce {
			parts, n = append(parts, nil), 0
		}
		parts[len(parts)-1] = append(parts[len(parts)-1], at.ID)
		n += posts
	}
	return parts
}

func issuedBefore(s *sitting.Sitting) IssueResult {
	r := IssueResult{Again: true}
	if n := len(s.Minutes); n > 0 {
		for _, d := range s.Minutes[n-1].Directives {
			r.Directives++
			for _, id := range d.Matters {
				r.Matters = append(r.Matters, record.Key{District: s.Key.District, ID: id})
			}
		}
	}
	return r
}

// issue is one issuing of a sitting.
type issue struct {
	a   *App
	o   *office
	d   *desk
	who Actor
	key record.Key
}

// part issues some drafts and notes on each what it became; the minutes are still open.
func (is *issue) part(ctx context.Context, ids []record.ID) error {
	job := Job{District: is.o.district, Once: "issue/" + is.key.String() + "/" + ids[0].String(), Decide: func(g *Group) (Outcome, error) {
		s, drafts, err := is.load(g)
		if err != nil || s.Issued() {
			return Outcome{}, err
		}
		out, err := is.make(g, drafts, ids)
		if err != nil {
			return Outcome{}, err
		}
		out.Write = func(tx *store.Tx) error {
			for i := range drafts {
				if !slices.Contains(ids, drafts[i].ID) {
					continue
				}
				row, err := draftRow(is.key, &drafts[i])
				if err != nil {
					return err
				}
				if err := tx.DraftPut(row); err != nil {
					return err
				}
			}
			return nil
		}
		return out, nil
	}}
	done, err := is.a.commit.Do(ctx, job)
	if err != nil {
		return err
	}
	return is.rest(ctx, done)
}

// last issues what is left and freezes the minutes, in one commit.
func (is *issue) last(ctx context.Context, ids []record.ID) (IssueResult, error) {
	job := Job{District: is.o.district, Decide: func(g *Group) (Outcome, error) {
		s, drafts, err := is.load(g)
		if err != nil {
			return Outcome{}, err
		}
		if s.Issued() {
			return Outcome{Answer: issueAnswer{result: issuedBefore(s)}}, nil
		}
		out, err := is.make(g, drafts, ids)
		if err != nil {
			return Outcome{}, err
		}
		return is.freeze(g, s, drafts, out)
	}}
	done, err := is.a.commit.Do(ctx, job)
	if err != nil {
		return IssueResult{}, err
	}
	if err := is.rest(ctx, done); err != nil {
		return IssueResult{}, err
	}
	return done.Answer.(issueAnswer).result, nil
}

// issueAnswer is what a part answers: its result, and openings too large for one commit.
type issueAnswer struct {
	result IssueResult
	rest   []matter.Command
}

// rest opens what one commit could not: the shares beyond the five hundredth.
func (is *issue) rest(ctx context.Context, done Done) error {
	answer, _ := done.Answer.(issueAnswer)
	for i := range answer.rest {
		if err := is.a.goOn(ctx, is.o, &answer.rest[i]); err != nil {
			return err
		}
	}
	return nil
}

// load holds the sitting and reads its drafts as they are now: what somebody else issued or
// changed meanwhile counts.
func (is *issue) load(g *Group) (*sitting.Sitting, []sitting.Draft, error) {
	s, err := lockSitting(g.tx, is.key)
	if err != nil {
		return nil, nil, err
	}
	rows, err := g.Reader().Drafts(context.Background(), is.key)
	if err != nil {
		return nil, nil, err
	}
	drafts, err := draftsOf(rows)
	return s, drafts, err
}

// make opens the matters of some drafts on one world and notes them on the drafts. One
// draft that is refused keeps all back, and is named.
func (is *issue) make(g *Group, drafts []sitting.Draft, ids []record.ID) (Outcome, error) {
	var out Outcome
	answer := issueAnswer{}
	f := fault.New(fault.Refused, "sitting.issue_wrong")
	bad := 0
	w := is.a.world(is.o, is.who)
	for i := range drafts {
		at := &drafts[i]
		if !slices.Contains(ids, at.ID) || at.Issued() {
			continue
		}
		was := len(f.Fields)
		for _, c := range is.commands(w, at) {
			one, more, err := is.one(g, w, c)
			if err != nil {
				if !refusal(err) {
					return Outcome{}, err
				}
				is.refused(f, i+1, err)
				break
			}
			at.Matters = append(at.Matters, one.Answer.(decided).key.ID)
			merge(&out, one)
			if more != nil {
				answer.rest = append(answer.rest, *more)
			}
		}
		if len(f.Fields) > was {
			bad++
		}
	}
	f.Args = []any{bad}
	out.Answer = answer
	return out, f.Any()
}

// refused names what the engine said no to, in the words of the draft's own fields.
func (is *issue) refused(f *fault.Fault, n int, err error) {
	no := fault.As(err)
	path := fmt.Sprintf("drafts[%d]", n)
	if len(no.Fields) == 0 {
		f.With(path, no.Key, no.Args...)
	}
	for _, field := range no.Fields {
		f.With(path+"."+field.Path, field.Key, field.Args...)
	}
}

// one decides one command and gives all that is to be saved with it.
func (is *issue) one(g *Group, w *matter.World, c matter.Command) (Outcome, *matter.Command, error) {
	w.Now, w.Matters = g.Now(), g.Matters(is.o.district)
	var failed error
	w.Serial = func(series string) int64 {
		n, err := g.Serial(is.o.district, series)
		if err != nil {
			failed = err
		}
		return n
	}
	w.Sittings = nil
	if err := is.a.seat(context.Background(), g.Reader(), is.o, w, c); err != nil {
		return Outcome{}, nil, err
	}
	change, f := matter.Decide(w, c)
	if failed != nil {
		return Outcome{}, nil, failed
	}
	if f != nil {
		return Outcome{}, nil, f
	}
	out, err := is.a.outcome(w, c, change)
	return out, change.Rest, err
}

// merge puts the outcome of one command behind those before it.
func merge(all *Outcome, one Outcome) {
	c, n := &all.Change, &one.Change
	c.Steps, c.Exceptions = append(c.Steps, n.Steps...), append(c.Exceptions, n.Exceptions...)
	c.Notices, c.Letters, c.Frozen = append(c.Notices, n.Notices...), append(c.Letters, n.Letters...), append(c.Frozen, n.Frozen...)
	if all.Wakes == nil {
		all.Wakes, all.Reach = map[record.Key][]matter.Wake{}, map[record.Key][]matter.Reached{}
	}
	maps.Copy(all.Wakes, one.Wakes)
	maps.Copy(all.Reach, one.Reach)
	all.Jobs, all.Said = append(all.Jobs, one.Jobs...), append(all.Said, one.Said...)
	all.Links, all.Outbox, all.Events = append(all.Links, one.Links...), append(all.Outbox, one.Outbox...), append(all.Events, one.Events...)
}

// freeze ends the issue: the minutes with what became of each directive, and no drafts.
func (is *issue) freeze(g *Group, s *sitting.Sitting, drafts []sitting.Draft, out Outcome) (Outcome, error) {
	m := sitting.Minutes{Source: sitting.Live}
	if n := len(s.Minutes); n > 0 {
		m = s.Minutes[n-1]
	} else {
		m.Text = linesText(drafts)
	}
	answer := out.Answer.(issueAnswer)
	for i := range drafts {
		at := &drafts[i]
		if at.Status != sitting.Accepted {
			continue
		}
		m.Directives = append(m.Directives, sitting.Issued{N: int32(len(m.Directives) + 1), Draft: at.ID, Subject: at.Subject, Owners: at.Posts(), Matters: at.Matters})
		answer.result.Directives++
		for _, id := range at.Matters {
			answer.result.Matters = append(answer.result.Matters, record.Key{District: is.o.district, ID: id})
		}
	}
	w := is.a.meetingWorld(is.o, is.who, g)
	w.Sitting = s
	change, f := sitting.Decide(w, sitting.Command{Act: sitting.Issue, Minutes: m, Next: is.d.means.Next, Made: len(answer.result.Matters)})
	if f != nil {
		return Outcome{}, f
	}
	helped, events, err := is.helped(g, w, drafts)
	if err != nil {
		return Outcome{}, err
	}
	observations, reported, figures, err := is.noted(g, s)
	if err != nil {
		return Outcome{}, err
	}
	out.Events, out.Answer = slices.Concat(out.Events, change.Events, events, reported), answer
	out.Write = func(tx *store.Tx) error {
		if err := saveUsages(tx, helped); err != nil {
			return err
		}
		if err := addObservations(tx, observations); err != nil {
			return err
		}
		for i := range drafts {
			figures = append(figures, drafts[i].ID)
		}
		for _, id := range figures {
			if _, err := tx.DraftDrop(record.Key{District: is.o.district, ID: id}); err != nil {
				return err
			}
		}
		return saveSitting(tx, s, change)
	}
	return out, nil
}

// linesText is the proceedings of a sitting whose directives were said and typed live.
func linesText(drafts []sitting.Draft) string {
	var text []byte
	for i := range drafts {
		if drafts[i].Status == sitting.Accepted {
			text = fmt.Appendf(text, "%s\n", drafts[i].Subject)
		}
	}
	return string(text)
}
