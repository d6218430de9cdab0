package sitting

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/record"
)

// The kinds of events of a sitting, a closed set.
const (
	EventPlanned   = "planned"
	EventMoved     = "moved" // another day or place, with a reason
	EventCancelled = "cancelled"
	EventOpened    = "opened"
	EventClosed    = "closed"
	EventNotHeld   = "not_held"
	EventExplained = "explained" // why it was not held, said later
	EventRolled    = "rolled"    // who is asked, who came and how
	EventAgenda    = "agenda"    // points put, dropped or put in order
	EventTaken     = "taken"     // a point was taken up
	EventOutcome   = "outcome"
	EventIssued    = "issued" // the proceedings, frozen
	EventAdded     = "added"  // an addendum to proceedings issued
)

var eventKinds = map[string]bool{
	EventPlanned: true, EventMoved: true, EventCancelled: true, EventOpened: true, EventClosed: true, EventNotHeld: true, EventExplained: true,
	EventRolled: true, EventAgenda: true, EventTaken: true, EventOutcome: true, EventIssued: true, EventAdded: true,
}

// body is what an event says; free words in it are sealed, their bytes beside the event.
type body struct {
	Chair      record.ID        `json:"chair,omitempty"`
	Class      record.Class     `json:"class,omitempty"`
	Convenor   record.ID        `json:"convenor,omitempty"`
	Department record.ID        `json:"department,omitempty"`
	Drop       []record.ID      `json:"drop,omitempty"`
	Ends       calendar.Instant `json:"ends,omitempty"`
	Item       record.ID        `json:"item,omitempty"`
	Items      []Item           `json:"items,omitempty"`
	Lines      []Line           `json:"lines,omitempty"`
	Of         record.ID        `json:"of,omitempty"`
	Order      []record.ID      `json:"order,omitempty"`
	Outcomes   []Outcome        `json:"outcomes,omitempty"`
	Place      record.ID        `json:"place,omitempty"`
	Reason     string           `json:"reason,omitempty"`
	Roll       []Entry          `json:"roll,omitempty"`
	Row        record.Ref       `json:"row,omitzero"`
	Series     record.ID        `json:"series,omitempty"`
	Starts     calendar.Instant `json:"starts,omitempty"`
	TitleEn    string           `json:"title_en,omitempty"`
	TitleHi    string           `json:"title_hi,omitempty"`
	Type       string           `json:"type,omitempty"`
	Why        string           `json:"why,omitempty"`
}

// seal writes the body canonically and puts its free words, guests and subjects beside it.
func (b *body) seal(ev *record.Event, salt func() [16]byte) error {
	raw, err := json.Marshal(b)
	if err != nil {
		return err
	}
	ev.Body = raw
	for path, words := range b.words() {
		if words != "" {
			ev.Values = append(ev.Values, record.Value{Path: path, Bytes: []byte(words)})
		}
	}
	sortValues(ev.Values)
	return ev.Seal(salt)
}

func (b *body) words() map[string]string {
	w := map[string]string{"why": b.Why}
	for i := range b.Lines {
		w["lines."+strconv.Itoa(i)+".text"] = b.Lines[i].Text
	}
	for i := range b.Items {
		w["items."+strconv.Itoa(i)+".subject"] = b.Items[i].Subject
	}
	for i := range b.Roll {
		w["roll."+strconv.Itoa(i)+".guest"] = b.Roll[i].Guest
		w["roll."+strconv.Itoa(i)+".reason"] = b.Roll[i].Reason
	}
	return w
}

func decode(ev *record.Event) (body, error) {
	raw, err := ev.Open()
	if err != nil {
		return body{}, err
	}
	var b body
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&b); err != nil {
		return body{}, fmt.Errorf("body: %w", err)
	}
	return b, nil
}
