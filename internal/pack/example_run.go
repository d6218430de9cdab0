package pack

import (
	"fmt"
	"slices"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
)

// Played is one example after it ran: what was wrong, nil if nothing, and the events that
// led there.
type Played struct {
	Example *Example
	Wrong   *Fault
	Trail   []string
}

// Play runs every example of a pack through the same Decide as a real act.
func (s *Sample) Play(p *Pack) []Played {
	var list []Played
	for i := range p.Examples {
		list = append(list, s.play(p, &p.Examples[i]))
	}
	return list
}

func (s *Sample) play(p *Pack, x *Example) Played {
	st, err := s.stage(p, x.On)
	if err != nil {
		return Played{Example: x, Wrong: wrong(p, x, "pack.example_cannot", x.Name, err.Error())}
	}
	why, f := st.run(x)
	if f == nil {
		f = st.compare(x, why)
	}
	return Played{Example: x, Wrong: f, Trail: st.trail}
}

func wrong(p *Pack, x *Example, key string, args ...any) *Fault {
	return &Fault{File: p.File, Pos: x.Pos, Key: key, Args: args, pass: passMeaning}
}

// run opens what is given and takes the steps. It gives what refused the last step.
func (st *stage) run(x *Example) (why string, wrongly *Fault) {
	if f := st.given(x); f != nil {
		return "", wrong(st.pack, x, "pack.example_cannot", x.Name, fault.As(f))
	}
	for i, step := range x.Steps {
		at := step.Day.At(11, st.minute)
		if step.Wait {
			at = step.Day.At(23, 59)
		}
		if f := st.clocks(at); f != nil {
			return "", wrong(st.pack, x, "pack.example_cannot", x.Name, f)
		}
		if step.Wait {
			continue
		}
		st.minute++
		f := st.step(step)
		switch {
		case f == nil:
			continue
		case f.Kind == fault.Internal:
			return "", wrong(st.pack, x, "pack.example_cannot", x.Name, f.Error())
		case i < len(x.Steps)-1 || !x.wantsRefusal():
			return "", wrong(st.pack, x, "pack.example_refused", x.Name, step.Act.S, i18n.Text{
				Hi: explained(f, i18n.Hindi), En: explained(f, i18n.English),
			})
		}
		why = matter.Why(f)
		st.note("%s ✗ %s", step.Act.S, why)
		return why, nil
	}
	return "", nil
}

func explained(f *fault.Fault, l i18n.Lang) string {
	return fmt.Sprintf("%s (%s)", i18n.Explain(l, f), matter.Why(f))
}

func (x *Example) wantsRefusal() bool {
	for _, f := range x.Then {
		if f.Key.S == "refused" {
			return true
		}
	}
	return false
}

func (st *stage) note(format string, args ...any) {
	st.trail = append(st.trail, st.w.Now.Date().String()+" "+fmt.Sprintf(format, args...))
}

// try decides a command and keeps what came of it.
func (st *stage) try(c matter.Command) *fault.Fault {
	st.measure(st.w.Matters[c.Matter.ID], &c)
	out, f := matter.Decide(st.w, c)
	if f != nil {
		return f
	}
	for _, s := range out.Steps {
		st.keep(s)
	}
	st.remember(&c, out)
	for _, s := range out.Frozen {
		if f := st.gather(s); f != nil {
			return f
		}
	}
	for _, l := range out.Letters {
		st.letters[l.Letter]++
	}
	return nil
}

func (st *stage) keep(s matter.Step) {
	id := s.After.Key.ID
	if s.Before == nil && st.w.Matters[id] == nil {
		st.opened = append(st.opened, id)
		if t := st.w.Types.Newest(s.After.Type); t != nil && st.main != 0 && t.Answers() != "" && t.Of() == "" {
			st.raised[t.Answers()]++
		}
	}
	st.w.Matters[id] = s.After
	for _, o := range s.After.Memory.Offers {
		if s.Before == nil || len(s.Before.Memory.Offers) < len(s.After.Memory.Offers) && !slices.Contains(s.Before.Memory.Offers, o) {
			st.offered[o.Ask]++
		}
	}
	for _, e := range s.Events {
		st.note("%s %s %s → %s (%s)", s.After.Type, e.Kind, e.Act, s.After.State, st.postKey(s.After.Holder))
	}
}

func (st *stage) postKey(id record.ID) string {
	if p := st.org.Post(id); p != nil {
		return p.Key
	}
	return "none"
}

// clocks fires every timer up to an instant, each at its own; timers of one instant were
// all told before the first of them fired, as the stored ones are.
func (st *stage) clocks(until calendar.Instant) *fault.Fault {
	for range 500 {
		moved := false
		for _, next := range st.nextWakes(until) {
			st.w.Now = max(st.w.Now, next.At)
			before := st.w.Matters[next.Matter.ID].Version
			if f := st.try(matter.Command{Wake: &next}); f != nil {
				return f
			}
			moved = moved || st.w.Matters[next.Matter.ID].Version != before
		}
		if !moved {
			break
		}
	}
	st.w.Now = max(st.w.Now, until)
	return nil
}

// nextWakes are the timers of the earliest instant that has any.
func (st *stage) nextWakes(until calendar.Instant) []matter.Wake {
	var next []matter.Wake
	for _, id := range st.opened {
		m := st.w.Matters[id]
		t := st.w.Types.Get(m.Type, m.Revision)
		for _, k := range t.Wakes(st.w, m) {
			switch {
			case k.At > until || len(next) > 0 && k.At > next[0].At:
			case len(next) > 0 && k.At == next[0].At:
				next = append(next, k)
			default:
				next = []matter.Wake{k}
			}
		}
	}
	return next
}
