package app

import (
	"encoding/json"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
)

// settings holds the district's own values against the events that set them; the last
// event of a key and day counts.
func (v *verifier) settings() error {
	type at struct {
		key  string
		from calendar.Date
	}
	want := map[at]record.Event{}
	for _, e := range v.set {
		var b settingBody
		if err := json.Unmarshal(e.Body, &b); err != nil {
			v.found("setting "+e.ID.String(), "store.verify_replay", "setting", err.Error())
			continue
		}
		want[at{b.Key, b.From}] = e
	}
	kept, err := v.r.Settings(v.ctx, v.out.District)
	if err != nil {
		return err
	}
	for _, s := range kept {
		k := at{s.Key, s.Starts}
		e, ok := want[k]
		if !ok || !saysSetting(e, s) {
			v.found("setting "+s.Key, "store.verify_beside")
		}
		delete(want, k)
	}
	for k := range want {
		v.found("setting "+k.key, "store.verify_beside")
	}
	return nil
}

func saysSetting(e record.Event, s store.Setting) bool {
	var b settingBody
	if json.Unmarshal(e.Body, &b) != nil || b.Value != s.Value || e.ID != s.Event || e.Person != s.Person || e.Post != s.Post {
		return false
	}
	for _, val := range e.Values {
		if val.Path == "why" && string(val.Bytes) != s.Why {
			return false
		}
	}
	return true
}
