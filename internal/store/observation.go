package store

import (
	"context"
	"database/sql"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/record"
)

// Observation is one reported figure as lists need it; Data holds what its noun knows.
type Observation struct {
	Key     record.Key
	Topic   string // indicator, or the folded words of a free measure
	Sitting record.ID
	Place   record.ID
	Day     calendar.Date // last day of its period
	Data    []byte        // JSON
	Version int32
}

const observationColumns = `district, id, topic, sitting, place, day, data, version`

func scanObservation(rows *sql.Rows, o *Observation) error {
	var on string
	err := rows.Scan(&o.Key.District, &o.Key.ID, &o.Topic, &o.Sitting, &o.Place, &on, &o.Data, &o.Version)
	o.Day = day(on)
	return err
}

// ObservationAdd saves a new observation; one is never changed.
func (tx *Tx) ObservationAdd(o Observation) error {
	_, err := tx.exec(`INSERT INTO observation (`+observationColumns+`) VALUES ($1,$2,$3,$4,$5,$6,$7,$8)`,
		o.Key.District, int64(o.Key.ID), o.Topic, int64(o.Sitting), int64(o.Place), o.Day.String(), string(o.Data), o.Version)
	return err
}

// ObservationWant narrows a list of observations to what somebody may see.
type ObservationWant struct {
	District int32
	All      bool        // every place of the district
	Places   []record.ID // else these
	Topic    string      // "" all measures
	After    Observation // the last one of the page before
	Limit    int
}

// Observations lists observations by measure, each measure's newest day first.
func (r *Reader) Observations(ctx context.Context, want ObservationWant) ([]Observation, error) {
	if !want.All && len(want.Places) == 0 {
		return nil, nil
	}
	var w where
	w.add("district=%s", want.District)
	if want.Topic != "" {
		w.add("topic=%s", want.Topic)
	}
	if !want.All {
		w.in("place", want.Places)
	}
	if a := want.After; a.Key.ID != 0 {
		topic, on, id := w.arg(a.Topic), w.arg(a.Day.String()), w.arg(int64(a.Key.ID))
		w.parts = append(w.parts, "topic>="+topic+" AND (topic>"+topic+" OR day<"+on+" OR day="+on+" AND id<"+id+")")
	}
	return collect(ctx, r, scanObservation, `SELECT `+observationColumns+` FROM observation WHERE `+w.text()+` ORDER BY topic, day DESC, id DESC LIMIT `+w.arg(want.Limit), w.args...)
}

// ObservationLast reads the newest observation of a measure at a place before a day; ok is
// false if there is none.
func (r *Reader) ObservationLast(ctx context.Context, district int32, topic string, place record.ID, before calendar.Date) (o Observation, ok bool, err error) {
	found, err := collect(ctx, r, scanObservation, `SELECT `+observationColumns+` FROM observation WHERE district=$1 AND topic=$2 AND place=$3 AND day<$4 ORDER BY day DESC, id DESC LIMIT 1`,
		district, topic, int64(place), before.String())
	if err != nil || len(found) == 0 {
		return Observation{}, false, err
	}
	return found[0], true, nil
}

// ObservationsFrom reads observations in the order of their ids, page by page.
func (r *Reader) ObservationsFrom(ctx context.Context, district int32, after record.ID, limit int) ([]Observation, error) {
	return collect(ctx, r, scanObservation, `SELECT `+observationColumns+` FROM observation WHERE district=$1 AND id>$2 ORDER BY id LIMIT $3`,
		district, int64(after), limit)
}
