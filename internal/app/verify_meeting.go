package app

import (
	"bytes"
	"encoding/json"
	"math"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/sitting"
)

func isMeeting(k record.Kind) bool { return k == record.Sitting || k == record.Series }

// meetings compares every series and sitting, with its agenda, attendance and
// proceedings, with what their events fold to.
func (v *verifier) meetings() error {
	folded, err := sitting.Replay(v.met)
	if err != nil {
		v.found("sitting", "store.verify_replay", "sitting", err.Error())
		return nil
	}
	series, err := v.r.AllSeries(v.ctx, v.out.District)
	if err != nil {
		return err
	}
	for i := range series {
		s, err := seriesOf(series[i])
		if err != nil {
			return err
		}
		was := folded.Series[s.Key.ID]
		v.alike("series "+s.Slug, s, was)
		if was != nil && was.Version != s.Version {
			v.found("series "+s.Slug, "store.verify_meeting")
		}
		delete(folded.Series, s.Key.ID)
	}
	rows, err := v.r.Sittings(v.ctx, v.out.District, calendar.Instant(math.MinInt64), calendar.Instant(math.MaxInt64), math.MaxInt32)
	if err != nil {
		return err
	}
	for i := range rows {
		s, err := wholeSitting(v.ctx, v.r, rows[i])
		if err != nil {
			return err
		}
		if s.Minutes, err = v.proceedings(s.Key); err != nil {
			return err
		}
		v.alike("sitting "+s.Key.String(), s, folded.Sittings[s.Key.ID])
		delete(folded.Sittings, s.Key.ID)
	}
	for id := range folded.Sittings {
		v.found("sitting "+id.String(), "store.verify_meeting")
	}
	for id := range folded.Series {
		v.found("series "+id.String(), "store.verify_meeting")
	}
	return nil
}

// proceedings reads every revision of a sitting's proceedings, oldest first.
func (v *verifier) proceedings(key record.Key) ([]sitting.Minutes, error) {
	rows, err := v.r.Minutes(v.ctx, key)
	var list []sitting.Minutes
	for i := len(rows) - 1; i >= 0 && err == nil; i-- {
		var m sitting.Minutes
		err = json.Unmarshal(rows[i].Data, &m)
		list = append(list, m)
	}
	return list, err
}

// alike holds a stored thing against the folded one, as both would be written.
func (v *verifier) alike(where string, stored, folded any) {
	a, err1 := json.Marshal(stored)
	b, err2 := json.Marshal(folded)
	if err1 != nil || err2 != nil || !bytes.Equal(a, b) {
		v.found(where, "store.verify_meeting")
	}
}
