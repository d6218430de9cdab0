package matter

import (
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

// Facts gives what conditions may ask of a matter as it stands in a world.
func (t *Type) Facts(w *World, m *Matter) rule.Facts { return newRun(w).view(m) }

// Resolve gives the post behind a WHO for a matter today, 0 where there is none.
func (t *Type) Resolve(w *World, m *Matter, who *rule.Who) record.ID {
	return newRun(w).view(m).resolve(who).Post
}
