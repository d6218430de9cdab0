package matter

import "github.com/anupalan/anupalan/internal/calendar"

// Hidden lists the fields that are still secret: until a day, a day in another field, or
// until a state was entered. Nobody sees them before, whatever his sight.
func (t *Type) Hidden(w *World, m *Matter) []string {
	var keys []string
	for i := range t.def.Fields {
		f := &t.def.Fields[i]
		if f.Secret != "" && !t.revealed(w, m, f.Secret) {
			keys = append(keys, f.Key)
		}
	}
	return keys
}

func (t *Type) revealed(w *World, m *Matter, until string) bool {
	if t.State(until) != nil {
		_, entered := m.Memory.Entered[until]
		return entered
	}
	day, err := calendar.ParseDate(until)
	if err != nil {
		day = newRun(w).view(m).day(until)
	}
	return day != 0 && w.Now.Date() >= day
}
