package sitting

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"slices"
	"strconv"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
)

// The kinds of event of this noun; there are no others. They are stored.
const (
	SeriesOpened      = "series.opened"
	SeriesChanged     = "series.changed"
	SittingPlanned    = "sitting.planned"
	SittingMoved      = "sitting.moved"
	PointAdded        = "sitting.point_added"
	PointDropped      = "sitting.point_dropped"
	AttendanceMarked  = "sitting.attendance"
	AttendanceAmended = "sitting.attendance_amended"
	SittingBegan      = "sitting.began"
	SittingClosed     = "sitting.closed"
	SittingNotHeld    = "sitting.not_held"
	SittingCancelled  = "sitting.cancelled"
	ProceedingsStored = "sitting.proceedings"
	MinutesIssued     = "sitting.issued"
)

// Kinds gives the closed set of event kinds of this noun.
func Kinds() []string {
	return []string{SeriesOpened, SeriesChanged, SittingPlanned, SittingMoved, PointAdded, PointDropped, AttendanceMarked, AttendanceAmended,
		SittingBegan, SittingClosed, SittingNotHeld, SittingCancelled, ProceedingsStored, MinutesIssued}
}

// body is what an event says besides its header: the outcomes, so that a replay decides
// nothing anew. Every text stands in it as a salted digest; its bytes lie beside it.
type body struct {
	Attendees []Attendee    `json:"attendees,omitempty"`
	Class     record.Class  `json:"class,omitempty"`
	Dept      record.ID     `json:"department,omitempty"`
	Item      record.ID     `json:"item,omitempty"`
	Items     []Item        `json:"items,omitempty"`
	Made      int           `json:"made,omitempty"`
	Minutes   *Minutes      `json:"minutes,omitempty"`
	Next      calendar.Date `json:"next,omitempty"`
	Of        record.ID     `json:"series_id,omitempty"`
	Plan      *Plans        `json:"plan,omitempty"`
	Reason    string        `json:"reason,omitempty"`
	Series    *Series       `json:"series,omitempty"`
	Words     string        `json:"words,omitempty"`
}

// texts lists every text of the body with its path; only codes and figures stay in it.
func (b *body) texts() []record.Value {
	var list []record.Value
	add := func(path, s string) {
		if s != "" {
			list = append(list, record.Value{Path: path, Bytes: []byte(s)})
		}
	}
	name := func(path string, t i18n.Text) { add(path+".Hi", t.Hi); add(path+".En", t.En) }
	if s := b.Series; s != nil {
		name("series.name", s.Name)
		add("series.venue", s.Venue)
	}
	if p := b.Plan; p != nil {
		name("plan.title", p.Title)
		add("plan.venue", p.Venue)
	}
	for i := range b.Items {
		at := "items." + strconv.Itoa(i)
		add(at+".title", b.Items[i].Title)
		add(at+".words", b.Items[i].Words)
	}
	for i := range b.Attendees {
		at := "attendees." + strconv.Itoa(i)
		add(at+".name", b.Attendees[i].Name)
		add(at+".reason", b.Attendees[i].Reason)
	}
	if m := b.Minutes; m != nil {
		add("minutes.text", m.Text)
		add("minutes.file", m.File)
		add("minutes.file_name", m.FileName)
		for i := range m.Directives {
			add("minutes.directives."+strconv.Itoa(i)+".subject", m.Directives[i].Subject)
		}
	}
	add("words", b.Words)
	return list
}

// event writes and seals one event about a subject.
func (d *decision) event(kind string, subject record.Ref, version int32, b body) (record.Event, error) {
	w := d.w
	e := record.Event{
		ID: w.IDs.Next(w.Now), District: w.District, Subject: subject, Version: version, Kind: kind, Act: string(d.c.Act),
		Person: w.Actor.Person, Post: w.Actor.Post, For: w.Actor.For, Mode: w.Actor.Mode, At: w.Now, Values: b.texts(),
	}
	raw, err := json.Marshal(&b)
	if err != nil {
		return e, err
	}
	e.Body = raw
	n := 0
	return e, e.Seal(func() [16]byte { n++; return w.salt(e.ID, n) })
}

// salt makes the salt of the n-th value of one event; without the seed it cannot be guessed.
func (w *World) salt(id record.ID, n int) [16]byte {
	sum := sha256.Sum256([]byte(string(w.Seed[:]) + id.String() + "/" + strconv.Itoa(n)))
	return [16]byte(sum[:16])
}

// read opens the body of an event; erased texts stay their digests.
func read(e *record.Event) (body, error) {
	if !slices.Contains(Kinds(), e.Kind) {
		return body{}, fault.New(fault.Internal, "sitting.unknown_event", e.Kind)
	}
	raw, err := e.Open()
	if err != nil {
		return body{}, err
	}
	var b body
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&b); err != nil {
		return body{}, fault.Wrap(err, fault.Internal, "sitting.unknown_event", e.Kind)
	}
	return b, nil
}
