package matter

import (
	"fmt"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

// Told is what one event says, for pages that tell a matter's story. A member is zero
// where the event does not speak of it.
type Told struct {
	State    string    // it moved to
	Holder   record.ID // it lies with from now on
	Moved    bool      // the holder changed, also to nobody
	Text     string    // what was typed
	Fields   map[string]rule.Value
	Other    record.Ref // raised, linked, merged
	Post     record.ID  // told, excepted
	Due      calendar.Instant
	To       calendar.Date // a day asked or granted
	Until    calendar.Instant
	Reason   string // code
	Cause    string // what made a rule act
	What     string
	Level    int // rung reached; -1 unsaid
	Letter   string
	Relation string
	Apart    bool // checked by an independent desk
	Returned bool
	Erased   bool // some of what was typed was erased
}

// Tell reads an event for people. What was erased is empty, and said to be.
func Tell(ev record.Event) (Told, error) {
	b, err := decode(ev.Body)
	if err != nil {
		return Told{}, fmt.Errorf("event %s: %w", ev.ID, err)
	}
	t := Told{
		State: b.State, Other: b.Other, Post: record.ID(b.Post), To: b.To, Until: b.Until, Reason: b.Reason,
		Cause: b.Cause, What: b.What, Letter: b.Letter, Relation: b.Relation, Apart: b.Independent, Returned: b.Returned, Level: -1,
	}
	if b.Holder != nil {
		t.Holder, t.Moved = *b.Holder, true
	}
	if b.Level != nil {
		t.Level = *b.Level
	}
	if n := len(b.Clocks); n > 0 {
		t.Due = b.Clocks[n-1].Due
	}
	return t, b.words(&t, ev.Values)
}

func (b *body) words(t *Told, values []record.Value) error {
	if b.Text != nil {
		v, err := b.Text.open("text", values)
		if err != nil {
			return err
		}
		t.Text, t.Erased = v.S, Erased(v)
	}
	for key, typed := range b.Fields {
		v, err := typed.open("fields."+key, values)
		if err != nil {
			return err
		}
		if Erased(v) {
			t.Erased = true
			continue
		}
		if t.Fields == nil {
			t.Fields = map[string]rule.Value{}
		}
		t.Fields[key] = v
	}
	return nil
}
