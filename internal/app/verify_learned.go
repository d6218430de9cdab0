package app

import (
	"github.com/anupalan/anupalan/internal/indicator"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/sitting"
)

// usages compares what is remembered with what its events fold to.
func (v *verifier) usages() error {
	folded, err := sitting.ReplayUsages(v.used)
	if err != nil {
		v.found("usage", "store.verify_replay", "usage", err.Error())
		return nil
	}
	for _, state := range []string{usageInForce, usageRetired} {
		for after := record.ID(0); ; {
			rows, err := v.r.Usages(v.ctx, v.out.District, state, after, verifyPage)
			if err != nil {
				return err
			}
			for i := range rows {
				u, err := usageOf(rows[i])
				if err != nil {
					return err
				}
				was := folded[u.Key.ID]
				if v.alike("usage "+u.Key.String(), &u, was); was != nil && was.Version != u.Version {
					v.found("usage "+u.Key.String(), "store.verify_meeting")
				}
				delete(folded, u.Key.ID)
				after = u.Key.ID
			}
			if len(rows) < verifyPage {
				break
			}
		}
	}
	for id := range folded {
		v.found("usage "+id.String(), "store.verify_meeting")
	}
	return nil
}

// observations compares every reported figure with what its event says.
func (v *verifier) observations() error {
	folded, err := indicator.Replay(v.noted)
	if err != nil {
		v.found("observation", "store.verify_replay", "observation", err.Error())
		return nil
	}
	for after := record.ID(0); ; {
		rows, err := v.r.ObservationsFrom(v.ctx, v.out.District, after, verifyPage)
		if err != nil {
			return err
		}
		for i := range rows {
			o, err := observationOf(rows[i])
			if err != nil {
				return err
			}
			was := folded[o.Key.ID]
			v.alike("observation "+o.Key.String(), &o, was)
			if row, err := observationRow(&o); err == nil && (row.Topic != rows[i].Topic || row.Place != rows[i].Place || row.Day != rows[i].Day || row.Sitting != rows[i].Sitting) {
				v.found("observation "+o.Key.String(), "store.verify_meeting")
			}
			delete(folded, o.Key.ID)
			after = o.Key.ID
		}
		if len(rows) < verifyPage {
			break
		}
	}
	for id := range folded {
		v.found("observation "+id.String(), "store.verify_meeting")
	}
	return nil
}
