package app

import (
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
)

// beside holds the rows that follow from matters, sets with their members and drafts,
// against what the matters' events fold to.
func (v *verifier) beside() error {
	kept, err := v.r.AllCohorts(v.ctx, v.out.District)
	if err != nil {
		return err
	}
	want := map[cohortKey]store.Cohort{}
	for _, c := range v.side.all() {
		want[cohortKey{c.Matter.District, c.Matter.ID, c.Key}] = c
	}
	for _, c := range kept {
		k := cohortKey{c.Matter.District, c.Matter.ID, c.Key}
		if want[k] != c {
			v.found("cohort "+c.Matter.String()+" "+c.Key, "store.verify_beside")
		}
		delete(want, k)
	}
	for k := range want {
		v.found("cohort "+k.matter.String()+" "+k.key, "store.verify_beside")
	}
	if err := v.members(); err != nil {
		return err
	}
	return v.offers()
}

func (v *verifier) members() error {
	want := map[store.Member]bool{}
	for _, m := range v.side.members {
		want[m] = true
	}
	var after store.Member
	for {
		page, err := v.r.MembersFrom(v.ctx, v.out.District, after, verifyPage)
		if err != nil {
			return err
		}
		for _, m := range page {
			if !want[m] {
				v.found("cohort_member "+m.Member.String(), "store.verify_beside")
			}
			delete(want, m)
		}
		if len(page) < verifyPage {
			break
		}
		after = page[len(page)-1]
	}
	for m := range want {
		v.found("cohort_member "+m.Member.String(), "store.verify_beside")
	}
	return nil
}

func (v *verifier) offers() error {
	want := map[store.Offer]bool{}
	for _, o := range v.side.offers {
		want[o] = true
	}
	for after := record.ID(0); ; {
		page, err := v.r.OffersFrom(v.ctx, v.out.District, after, verifyPage)
		if err != nil {
			return err
		}
		for _, o := range page {
			if !want[o] {
				v.found("offer "+o.ID.String(), "store.verify_beside")
			}
			delete(want, o)
			after = o.ID
		}
		if len(page) < verifyPage {
			break
		}
	}
	for o := range want {
		v.found("offer "+o.ID.String(), "store.verify_beside")
	}
	return nil
}
