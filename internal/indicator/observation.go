package indicator

import (
	"crypto/sha256"
	"encoding/json"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
)

// Nature says what a figure counts. The words are stored.
type Nature string

// The natures.
const (
	Stock Nature = "stock" // what there is on a day: pending cases
	Flow  Nature = "flow"  // what came or went in a period: cases decided this month
	Total Nature = "total" // what came since a beginning, and so never falls
)

// Known reports whether the word is a nature.
func (n Nature) Known() bool { return n == Stock || n == Flow || n == Total }

// Kind says how much stands behind a figure. The words are stored.
type Kind string

// Reported is the kind of a figure that somebody gave and nobody has checked.
const Reported Kind = "reported"

// Number is a figure. In an event it stands as decimal text, so that it hashes alike everywhere.
type Number float64

func (n Number) finite() bool { return !math.IsNaN(float64(n)) && !math.IsInf(float64(n), 0) }

// MarshalText writes the number without exponent.
func (n Number) MarshalText() ([]byte, error) {
	return strconv.AppendFloat(nil, float64(n), 'f', -1, 64), nil
}

// UnmarshalText reads a decimal number.
func (n *Number) UnmarshalText(b []byte) error {
	v, err := strconv.ParseFloat(string(b), 64)
	*n = Number(v)
	return err
}

// Observation is one figure of a measure, for a place and a period.
type Observation struct {
	Key       record.Key       `json:"-"`
	Kind      Kind             `json:"kind"`
	Indicator string           `json:"indicator,omitempty"` // "pack.indicator"; "" a free measure
	Measure   string           `json:"measure"`             // in the words of the report
	Place     record.ID        `json:"place"`
	From      calendar.Date    `json:"from,omitempty"` // 0 for a stock, or a total since its beginning
	To        calendar.Date    `json:"to"`
	AsOn      calendar.Date    `json:"as_on"` // the day it was reported
	Value     Number           `json:"value"`
	Of        Number           `json:"of,omitempty"` // the whole, 0 not said
	Unit      string           `json:"unit,omitempty"`
	About     bool             `json:"about,omitempty"` // "about so many"
	Nature    Nature           `json:"nature"`
	Sitting   record.ID        `json:"sitting"` // in whose proceedings it stands
	Quote     string           `json:"quote"`
	Person    record.ID        `json:"person"`
	Post      record.ID        `json:"post"`
	At        calendar.Instant `json:"at"`
	Version   int32            `json:"-"`
}

// Noted is the kind of event by which an observation comes in. It is stored.
const Noted = "observation.noted"

// Percent reports whether the figure is a share in a hundred.
func (o *Observation) Percent() bool { return IsPercent(o.Unit) }

// IsPercent reports a unit that means a share in a hundred, in either language.
func IsPercent(unit string) bool {
	u := strings.ToLower(strings.TrimSpace(unit))
	return u == "%" || u == "percent" || u == "per cent" || u == "प्रतिशत" || u == "फीसदी" || u == "फ़ीसदी"
}

// Topic is what an observation is told apart by: its indicator or the folded words of its
// measure. It keys lists.
func (o *Observation) Topic() string { return MeasureKey(o.Indicator, o.Measure) }

// MeasureKey folds an indicator or, without one, a measure's words into a key of lists.
// Numbers are no part of a measure: the same words with another figure are the same one.
func MeasureKey(indicator, measure string) string {
	if indicator != "" {
		return indicator
	}
	words := strings.FieldsFunc(i18n.Fold(measure), func(r rune) bool { return r == ' ' })
	words = slices.DeleteFunc(words, func(w string) bool { return strings.ContainsAny(w, "0123456789") })
	key := strings.Join(words, " ")
	return "~" + key[:min(len(key), longestKey)]
}

// longestKey is how many bytes of a measure key lists.
const longestKey = 400

// Actor is who takes a figure down.
type Actor struct {
	Person, Post, For record.ID
	Mode              record.Mode
}

// World is what a decision may look at.
type World struct {
	Now      calendar.Instant
	District int32
	Actor    Actor
	Seed     [32]byte
	IDs      *record.Maker
}

// longest texts, in letters.
const (
	longestMeasure = 300
	longestQuote   = 4000
)

// Note makes the event and row of an observation. Only what cannot be kept is refused: no
// measure, no number, no day; a figure that does not reconcile is kept as it was given.
func Note(w *World, o Observation) (Observation, record.Event, error) {
	o.Measure, o.Quote = strings.TrimSpace(o.Measure), strings.TrimSpace(o.Quote)
	f := fault.New(fault.Invalid, "indicator.wrong")
	if n := len([]rune(o.Measure)); n == 0 || n > longestMeasure {
		f.With("measure", "indicator.measure_required", longestMeasure)
	}
	if !o.Value.finite() || !o.Of.finite() {
		f.With("value", "indicator.no_number")
	}
	if o.To == 0 {
		f.With("to", "indicator.period_required")
	}
	if o.From > o.To {
		f.With("from", "indicator.period_backwards")
	}
	if !o.Nature.Known() {
		f.With("nature", "indicator.nature_required")
	}
	if err := f.Any(); err != nil {
		return o, record.Event{}, err
	}
	if q := []rune(o.Quote); len(q) > longestQuote {
		o.Quote = string(q[:longestQuote])
	}
	o.Key = record.Key{District: w.District, ID: w.IDs.Next(w.Now)}
	o.Kind, o.Person, o.Post, o.At, o.Version = Reported, w.Actor.Person, w.Actor.Post, w.Now, 1
	e, err := o.event(w)
	return o, e, err
}

// body is what the event says: all of the observation.
type body struct {
	Observation *Observation `json:"observation"`
}

func (o *Observation) event(w *World) (record.Event, error) {
	e := record.Event{
		ID: w.IDs.Next(w.Now), District: w.District, Subject: record.Ref{Kind: record.Reading, Key: o.Key}, Version: o.Version, Kind: Noted, Act: "note",
		Person: w.Actor.Person, Post: w.Actor.Post, For: w.Actor.For, Mode: w.Actor.Mode, At: w.Now,
	}
	for _, v := range []struct{ path, text string }{{"observation.measure", o.Measure}, {"observation.quote", o.Quote}, {"observation.unit", o.Unit}} {
		if v.text != "" {
			e.Values = append(e.Values, record.Value{Path: v.path, Bytes: []byte(v.text)})
		}
	}
	raw, err := json.Marshal(&body{o})
	if err != nil {
		return e, err
	}
	e.Body = raw
	n := 0
	return e, e.Seal(func() [16]byte {
		n++
		sum := sha256.Sum256([]byte(string(w.Seed[:]) + e.ID.String() + "/" + strconv.Itoa(n)))
		return [16]byte(sum[:16])
	})
}

// Replay folds events in their order into observations by id.
func Replay(events []record.Event) (map[record.ID]*Observation, error) {
	rows := map[record.ID]*Observation{}
	for i := range events {
		e := &events[i]
		raw, err := e.Open()
		if err != nil {
			return nil, err
		}
		var b body
		if err := json.Unmarshal(raw, &b); err != nil {
			return nil, fault.Wrap(err, fault.Internal, "indicator.unknown_event", e.Kind)
		}
		if e.Kind != Noted || b.Observation == nil {
			return nil, fault.New(fault.Internal, "indicator.unknown_event", e.Kind)
		}
		o := *b.Observation
		o.Key, o.Version = e.Subject.Key, e.Version
		rows[o.Key.ID] = &o
	}
	return rows, nil
}
