package sitting

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
)

func sortValues(list []record.Value) {
	slices.SortFunc(list, func(a, b record.Value) int { return strings.Compare(a.Path, b.Path) })
}

// Apply folds one event into a sitting and gives the new one; the old one is not touched.
// An event that is corrupt, out of order or of an unknown kind is an error.
func Apply(s Sitting, ev record.Event) (Sitting, error) {
	if err := follows(&s, &ev); err != nil {
		return s, fmt.Errorf("event %s: %w", ev.ID, err)
	}
	b, err := decode(&ev)
	if err != nil {
		return s, fmt.Errorf("event %s: %w", ev.ID, err)
	}
	next := s.Clone()
	b.apply(next, &ev)
	next.Version = ev.Version
	return *next, nil
}

func follows(s *Sitting, ev *record.Event) error {
	switch {
	case !eventKinds[ev.Kind]:
		return fmt.Errorf("unknown kind %q", ev.Kind)
	case ev.Subject.Kind != record.Sitting || ev.Subject.Key.ID == 0:
		return errors.New("the event is not about a sitting")
	case (ev.Kind == EventPlanned) != (s.Version == 0) || ev.Version != s.Version+1:
		return errors.New("the event does not follow the sitting's version")
	case s.Version != 0 && ev.Subject.Key != s.Key:
		return errors.New("the event is about another sitting")
	}
	return nil
}

func (b *body) apply(s *Sitting, ev *record.Event) {
	switch ev.Kind {
	case EventPlanned:
		*s = Sitting{
			Key: ev.Subject.Key, Series: b.Series, Type: b.Type, Title: i18n.Text{Hi: b.TitleHi, En: b.TitleEn}, State: Planned,
			Starts: b.Starts, Ends: b.Ends, Place: b.Place, Department: b.Department, Chair: b.Chair, Convenor: b.Convenor,
			Of: b.Of, Row: b.Row, Class: b.Class,
		}
		s.Roll = b.Roll
		s.Agenda = b.Items
	case EventMoved:
		s.Starts, s.Ends, s.Place = b.Starts, b.Ends, b.Place
		s.Moves++
	case EventCancelled, EventNotHeld:
		s.State, s.Reason, s.Why, s.Closed = State(ev.Kind), b.Reason, b.Why, ev.At
	case EventExplained:
		s.Reason, s.Why = b.Reason, b.Why
	case EventOpened:
		s.State, s.Opened = Open, ev.At
	case EventClosed:
		s.State, s.Closed = Held, ev.At
	case EventRolled:
		s.mark(b.Roll)
	case EventAgenda:
		s.arrange(b)
	case EventTaken:
		if it := s.Item(b.Item); it != nil {
			it.Taken = true
		}
	case EventOutcome:
		s.Outcomes = append(s.Outcomes, b.Outcomes...)
	case EventIssued:
		s.Minutes, s.Outcomes, s.Issued = b.Lines, append(s.Outcomes, b.Outcomes...), ev.At
	case EventAdded:
		s.Added = append(s.Added, b.Lines...)
	}
}

func (s *Sitting) mark(list []Entry) {
	for _, e := range list {
		i := slices.IndexFunc(s.Roll, func(o Entry) bool { return o.same(&e) })
		if i < 0 {
			s.Roll = append(s.Roll, e)
			continue
		}
		s.Roll[i] = e
	}
}

// arrange drops, puts and orders points; whatever the order does not name keeps its place
// after those it names.
func (s *Sitting) arrange(b *body) {
	s.Agenda = slices.DeleteFunc(s.Agenda, func(it Item) bool { return slices.Contains(b.Drop, it.ID) })
	s.Agenda = append(s.Agenda, b.Items...)
	if len(b.Order) == 0 {
		return
	}
	place := func(it Item) int {
		if i := slices.Index(b.Order, it.ID); i >= 0 {
			return i
		}
		return len(b.Order)
	}
	slices.SortStableFunc(s.Agenda, func(x, y Item) int { return cmp.Compare(place(x), place(y)) })
}
