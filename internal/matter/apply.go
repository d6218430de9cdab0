package matter

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

var (
	errDigest  = errors.New("a value does not match its digest")
	errOrder   = errors.New("the event does not follow the matter's version")
	errSubject = errors.New("the event is about something else")
)

// Apply folds one event into a matter and gives the new one; the old one is not touched.
// It is total: an event that is corrupt, out of order or of an unknown kind is an error.
func Apply(m Matter, ev record.Event) (Matter, error) {
	if err := follows(&m, &ev); err != nil {
		return m, fmt.Errorf("event %s: %w", ev.ID, err)
	}
	b, err := decode(ev.Body)
	if err != nil {
		return m, fmt.Errorf("event %s: %w", ev.ID, err)
	}
	next := m.Clone()
	if err := b.apply(next, &ev); err != nil {
		return m, fmt.Errorf("event %s: %w", ev.ID, err)
	}
	return *next, nil
}

func follows(m *Matter, ev *record.Event) error {
	switch {
	case !kinds[ev.Kind]:
		return fmt.Errorf("unknown kind %q", ev.Kind)
	case ev.Subject.Kind != record.Matter || ev.Subject.Key.ID == 0:
		return errSubject
	case ev.Kind == Opened && m.Version == 0 && ev.Version == 1:
		return nil
	case ev.Kind == Opened || ev.Version != m.Version+1:
		return errOrder
	case ev.Subject.Key != m.Key:
		return errSubject
	}
	return nil
}

// apply folds a body; order matters: what was typed, then where it leads, then the clocks.
func (b *body) apply(m *Matter, ev *record.Event) error {
	if ev.Kind == Opened {
		if b.Type == "" || b.Phase == 0 || b.State == "" {
			return errors.New("an opening names type, state and phase")
		}
		b.birth(m, ev)
	}
	if b.Phase > Void {
		return fmt.Errorf("unknown phase %d", b.Phase)
	}
	if err := b.write(m, ev); err != nil {
		return err
	}
	b.remember(m, ev)
	b.lead(m, ev)
	if err := b.keep(m, ev); err != nil {
		return err
	}
	if b.Clocks != nil {
		m.upsert(b.Clocks)
		b.freshTurns(m)
	}
	m.Due = m.earliest()
	m.Updated, m.Version = ev.At, ev.Version
	return nil
}

func (b *body) birth(m *Matter, ev *record.Event) {
	*m = Matter{
		Key: ev.Subject.Key, Type: b.Type, Revision: b.Revision, Number: b.Number, Class: b.Class,
		Asker: b.Asker, Parent: b.Parent, About: b.About,
		Opened: ev.At,
		Memory: Memory{
			Fields: map[string]rule.Value{}, Entered: map[string]calendar.Instant{},
			Done: map[string]Doing{}, Times: map[string]int{},
		},
	}
}

// write puts what was typed into fields and columns.
func (b *body) write(m *Matter, ev *record.Event) error {
	for k, t := range b.Fields {
		v, err := t.open("fields."+k, ev.Values)
		if err != nil {
			return fmt.Errorf("field %s: %w", k, err)
		}
		switch k {
		case "subject":
			m.Subject = v.S
		case "detail":
			m.Detail = v.S
		default:
			m.setField(k, v)
		}
		if v.Kind == rule.File && !Erased(v) {
			m.Memory.Papers += len(v.List)
		}
	}
	if b.Text != nil {
		if _, err := b.Text.open("text", ev.Values); err != nil {
			return fmt.Errorf("text: %w", err)
		}
	}
	return nil
}

func (m *Matter) setField(k string, v rule.Value) {
	if m.Memory.Fields == nil {
		m.Memory.Fields = map[string]rule.Value{}
	}
	m.Memory.Fields[k] = v
}

// remember counts the act and its doer.
func (b *body) remember(m *Matter, ev *record.Event) {
	if ev.Act == "" {
		return
	}
	mem := &m.Memory
	mem.whole()
	mem.Done[ev.Act] = doing(ev)
	mem.Times[ev.Act]++
}

// whole makes the maps that a stored memory leaves out when they are empty.
func (mem *Memory) whole() {
	if mem.Done == nil {
		mem.Done = map[string]Doing{}
	}
	if mem.Times == nil {
		mem.Times = map[string]int{}
	}
	if mem.Entered == nil {
		mem.Entered = map[string]calendar.Instant{}
	}
}

func doing(ev *record.Event) Doing {
	return Doing{At: ev.At, Person: ev.Person, Post: ev.Post, For: ev.For, Mode: ev.Mode}
}

// lead moves the matter to where the event says: state, level, holder, place.
func (b *body) lead(m *Matter, ev *record.Event) {
	switch {
	case ev.Kind == Carried:
		b.carry(m)
	case b.State != "":
		b.enter(m, ev)
	}
	if b.Level != nil {
		m.Level = *b.Level
	}
	if b.Holder != nil {
		if id := *b.Holder; id != m.Holder || b.State != "" {
			m.Holder = id
			m.Memory.Reached, m.Memory.Talks, m.Memory.Papers = ev.At, nil, 0
		}
	}
	if b.Asked != 0 {
		m.Asked = b.Asked
	}
	if b.Place != 0 {
		m.Place = b.Place
	}
	if b.Department != nil {
		m.Department = *b.Department
	}
	if b.Block != nil {
		m.Block = *b.Block
	}
	if b.Sitting != 0 {
		m.TakenAt = b.Sitting
	}
}

// enter begins a visit: timers of the last one are forgotten, talks too.
func (b *body) enter(m *Matter, ev *record.Event) {
	mem := &m.Memory
	was := m.Phase
	m.State, m.Phase = b.State, b.Phase
	mem.Visit++
	mem.Fired, mem.Climbed = b.stillFired(m, ev), false
	mem.Talks, mem.Reached = nil, ev.At
	mem.endPause(ev.At)
	mem.Spoke = ev.At
	m.Silent = false
	mem.whole()
	mem.Entered[b.State] = ev.At
	mem.Times[b.State]++
	if word := b.Phase.String(); was != b.Phase {
		mem.Entered[word] = ev.At
		mem.Times[word]++
	}
	switch {
	case b.Phase == Reported && was != Reported:
		mem.Shown = copyOf(&Doing{})
		*mem.Shown = doing(ev)
	case b.Phase.Open() && b.Phase != Reported:
		mem.Shown = nil
	}
	m.Closed = 0
	if !b.Phase.Open() {
		m.Closed = ev.At
		mem.Asking = nil
	}
	if b.Returned {
		mem.Returned++
	}
}

// carry puts the matter under another revision. It is no visit: the limit of the state goes
// on under the state's new name.
func (b *body) carry(m *Matter) {
	if c := m.Clock(m.State); c != nil {
		c.Name = b.State
	}
	m.Revision, m.State, m.Phase = b.Revision, b.State, b.Phase
}

// stillFired keeps the timers of clocks that run on through a new visit: their warnings
// were given. All others may fire again.
func (b *body) stillFired(m *Matter, ev *record.Event) []string {
	var kept []string
	for _, what := range m.Memory.Fired {
		word, rest, _ := strings.Cut(what, ":")
		name, _, _ := strings.Cut(rest, ":")
		if word != wakeWarn && word != wakeLate || b.starts(name, ev) {
			continue
		}
		if c := m.Clock(name); c != nil && c.Ended == 0 && name != m.State {
			kept = append(kept, what)
		}
	}
	return kept
}

// ofClock reports whether a timer is the lateness or a warning of a clock.
func ofClock(what, clock string) bool {
	word, rest, _ := strings.Cut(what, ":")
	name, _, _ := strings.Cut(rest, ":")
	return name == clock && (word == wakeWarn || word == wakeLate)
}

// starts reports whether the event starts a clock anew.
func (b *body) starts(name string, ev *record.Event) bool {
	return slices.ContainsFunc(b.Clocks, func(c Running) bool { return c.Name == name && c.Start == ev.At })
}

// keep folds what only one kind of event changes.
func (b *body) keep(m *Matter, ev *record.Event) error {
	mem := &m.Memory
	if b.Fired != "" && !slices.Contains(mem.Fired, b.Fired) {
		mem.Fired = append(mem.Fired, b.Fired)
	}
	if b.Contact != nil {
		how, err := b.Contact.How.open("contact.how", ev.Values)
		if err != nil {
			return fmt.Errorf("contact: %w", err)
		}
		mem.Talks = append(mem.Talks, Talk{With: b.Contact.With, How: how.S, At: ev.At, By: ev.Person, Post: doing(ev).As()})
	}
	if b.Spoke {
		mem.Spoke, m.Silent = ev.At, false
	}
	switch ev.Kind {
	case Silenced:
		m.Silent = true
	case Linking:
		mem.Links = append(mem.Links, Linked{To: b.Other, Relation: b.Relation})
	case Merged:
		mem.Merged = b.Other.Key.ID
	case Raised:
		mem.Raised = append(mem.Raised, b.Other.Key.ID)
		b.keepOffers(m, ev)
	case Offered, SetAside:
		b.keepOffers(m, ev)
	case Frozen, Gathered, Joined, Counted, Excepted:
		b.keepCohorts(m, ev)
	default:
		b.keepLimits(m, ev)
	}
	return nil
}

// keepLimits folds what changes holder or limits within a state.
func (b *body) keepLimits(m *Matter, ev *record.Event) {
	mem := &m.Memory
	switch ev.Kind {
	case Assigned:
		mem.Transfer++
	case Climbed, HandedBack:
		mem.Visit++
		mem.Fired, mem.Climbed = b.stillFired(m, ev), false
	case Copied:
		mem.Climbed = true
	case ExtensionAsked:
		mem.Asking = &Asking{At: ev.At, Clock: b.Clock, To: b.To, By: doing(ev)}
	case ExtensionRefused:
		mem.Asking = nil
	case Extended:
		mem.Asking = nil
		mem.Extended++
		mem.Climbed = false
		mem.Fired = slices.DeleteFunc(mem.Fired, func(what string) bool { return ofClock(what, b.Clock) })
	case Paused:
		mem.Paused = &Pausing{Since: ev.At, Until: b.Until, Reason: b.Reason}
	case Resumed:
		mem.endPause(ev.At)
	}
}

// endPause counts the pause against the cap; nobody had to speak meanwhile.
func (mem *Memory) endPause(at calendar.Instant) {
	if mem.Paused == nil {
		return
	}
	mem.Rested += at - mem.Paused.Since
	mem.Spoke += at - mem.Paused.Since
	mem.Paused = nil
}

// upsert puts clocks in by name, keeping the order in which they first started.
func (m *Matter) upsert(list []Running) {
	for _, c := range list {
		if old := m.Clock(c.Name); old != nil {
			*old = c
			continue
		}
		m.Memory.Clocks = append(m.Memory.Clocks, c)
	}
}
