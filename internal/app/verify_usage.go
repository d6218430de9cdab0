package app

import (
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
