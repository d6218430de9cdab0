package sitting

import (
	"encoding/json"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/record"
)

// UsageKind says what a usage of the district settles. The words are stored.
type UsageKind string

// The kinds of usage.
const (
	NameUsage    UsageKind = "name"    // whom a name or short form means here
	SubjectUsage UsageKind = "subject" // who is asked where the text names nobody
)

// Usage is what an office once corrected and chose to have remembered: from then on
// readings of the district follow it, and say so, until it is retired.
type Usage struct {
	Key     record.Key       `json:"-"`
	Kind    UsageKind        `json:"kind"`
	Words   string           `json:"words"` // the name, or the words of the subject
	Posts   []record.ID      `json:"posts,omitempty"`
	Of      string           `json:"of,omitempty"`  // this designation or role, instead of posts
	All     bool             `json:"all,omitempty"` // everybody of it
	Sitting record.ID        `json:"sitting"`       // in whose reading it was corrected
	Person  record.ID        `json:"person"`
	Post    record.ID        `json:"post"`
	Since   calendar.Instant `json:"since"`
	Retired calendar.Instant `json:"retired,omitempty"`
	Helped  int32            `json:"helped,omitempty"` // directives issued with what it chose
	Last    calendar.Instant `json:"last,omitempty"`   // when it helped last
	Version int32            `json:"-"`
}

// The kinds of event about a usage. They are stored.
const (
	UsageLearned = "usage.learned"
	UsageHelped  = "usage.helped"
	UsageRetired = "usage.retired"
)

// usageBody is what an event about a usage says: all of it when it is learned, how often
// it helped when directives are issued.
type usageBody struct {
	Usage  *Usage `json:"usage,omitempty"`
	Helped int32  `json:"helped,omitempty"`
}

// longestUsage is the most letters that the words of a usage may have.
const longestUsage = 120

// Learn makes the event and row of a new usage. Words must name something and not be
// what an earlier usage in force already settles; a post or a kind must be given.
func Learn(w *World, u Usage, inForce []Usage) (Usage, record.Event, error) {
	u.Words = clean(u.Words)
	f := fault.New(fault.Invalid, "sitting.usage_wrong")
	if n := len([]rune(u.Words)); plainName(u.Words) == "" || n > longestUsage || !sound(u.Words) {
		f.With("words", "sitting.usage_words", longestUsage)
	}
	if len(u.Posts) == 0 && u.Of == "" {
		f.With("owners", "sitting.owner_required")
	}
	if u.Kind != NameUsage && u.Kind != SubjectUsage {
		f.With("kind", "sitting.usage_kind")
	}
	for i := range inForce {
		if o := &inForce[i]; o.Retired == 0 && o.Kind == u.Kind && plainName(o.Words) == plainName(u.Words) {
			f.With("words", "sitting.usage_twice", u.Words)
		}
	}
	if err := f.Any(); err != nil {
		return u, record.Event{}, err
	}
	u.Key = record.Key{District: w.District, ID: w.IDs.Next(w.Now)}
	u.Person, u.Post, u.Since, u.Version = w.Actor.Person, w.Actor.Post, w.Now, 1
	e, err := u.event(w, UsageLearned, usageBody{Usage: &u})
	return u, e, err
}

// Retire ends a usage; readings no longer follow it, and what it settled stays.
func (u Usage) Retire(w *World) (Usage, record.Event, error) {
	if u.Retired != 0 {
		return u, record.Event{}, fault.New(fault.Refused, "sitting.usage_retired")
	}
	return u.next(w, UsageRetired, usageBody{})
}

// Help notes that directives were issued with what the usage chose.
func (u Usage) Help(w *World, n int32) (Usage, record.Event, error) {
	return u.next(w, UsageHelped, usageBody{Helped: n})
}

func (u Usage) next(w *World, kind string, b usageBody) (Usage, record.Event, error) {
	u.Version++
	e, err := u.event(w, kind, b)
	if err == nil {
		u.fold(&e, b)
	}
	return u, e, err
}

func (u *Usage) fold(e *record.Event, b usageBody) {
	switch e.Kind {
	case UsageHelped:
		u.Helped, u.Last = u.Helped+b.Helped, e.At
	case UsageRetired:
		u.Retired = e.At
	}
	u.Version = e.Version
}

func (u *Usage) event(w *World, kind string, b usageBody) (record.Event, error) {
	e := record.Event{
		ID: w.IDs.Next(w.Now), District: w.District, Subject: record.Ref{Kind: record.Usage, Key: u.Key}, Version: u.Version, Kind: kind, Act: kind,
		Person: w.Actor.Person, Post: w.Actor.Post, For: w.Actor.For, Mode: w.Actor.Mode, At: w.Now,
	}
	if b.Usage != nil {
		e.Values = []record.Value{{Path: "usage.words", Bytes: []byte(u.Words)}}
	}
	raw, err := json.Marshal(&b)
	if err != nil {
		return e, err
	}
	e.Body = raw
	n := 0
	return e, e.Seal(func() [16]byte { n++; return w.salt(e.ID, n) })
}

// ReplayUsages folds the events about usages in their order.
func ReplayUsages(events []record.Event) (map[record.ID]*Usage, error) {
	rows := map[record.ID]*Usage{}
	for i := range events {
		e := &events[i]
		raw, err := e.Open()
		if err != nil {
			return nil, err
		}
		var b usageBody
		if err := json.Unmarshal(raw, &b); err != nil {
			return nil, fault.Wrap(err, fault.Internal, "sitting.unknown_event", e.Kind)
		}
		id := e.Subject.Key.ID
		if e.Kind == UsageLearned && b.Usage != nil {
			rows[id] = b.Usage
			rows[id].Key = e.Subject.Key
		}
		u := rows[id]
		if u == nil {
			return nil, fault.New(fault.Internal, "sitting.unknown_event", e.Kind)
		}
		u.fold(e, b)
	}
	return rows, nil
}
