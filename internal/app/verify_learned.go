package app

import (
	"github.com/anupalan/anupalan/internal/indicator"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/sitting"
	"github.com/anupalan/anupalan/internal/store"
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
				key := rows[i].Key
				var want store.Usage
				if was := folded[key.ID]; was != nil {
					if want, err = usageRow(was); err != nil {
						return err
					}
				}
				v.alike("usage "+key.String(), rows[i], want)
				delete(folded, key.ID)
				after = key.ID
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
			key := rows[i].Key
			var want store.Observation
			if was := folded[key.ID]; was != nil {
				if want, err = observationRow(was); err != nil {
					return err
				}
			}
			v.alike("observation "+key.String(), rows[i], want)
			delete(folded, key.ID)
			after = key.ID
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
