package matter

import (
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

// DeskKey is the key of the post that a pack's desk is in a district.
func DeskKey(pack, desk string) string { return pack + "." + desk }

func (w *World) desk(pack, desk string) record.ID {
	return w.Org.ByKey(record.Post, DeskKey(pack, desk))
}

func (w *World) placesUp(place record.ID) []record.ID {
	return w.Org.PathOf(place, w.Now.Date())
}

func (w *World) placeKey(id record.ID) string {
	if p := w.Org.Place(id); p != nil {
		return p.Key
	}
	return ""
}

func (w *World) postKey(id record.ID) string {
	if p := w.Org.Post(id); p != nil {
		return p.Key
	}
	return ""
}

func (w *World) departmentKey(id record.ID) string {
	if d := w.Org.Department(id); d != nil {
		return d.Key
	}
	return ""
}

func (w *World) postByKey(key string) *org.Post {
	return w.Org.Post(w.Org.ByKey(record.Post, key))
}

// postValue gives what a path may ask of a post.
func (w *World) postValue(p *org.Post, name string) rule.Value {
	switch name {
	case "place":
		return link(w.placeKey(p.Place))
	case "department":
		return link(w.departmentKey(p.Department))
	case "designation":
		return code(p.Designation)
	}
	return rule.Value{}
}

// kindOf gives the kind of a place.
func (w *World) kindOf(place record.ID) string {
	if p := w.Org.Place(place); p != nil {
		return p.Kind
	}
	return ""
}

// postName gives the name of a post for a message, or a dash in its place.
func (w *World) postName(id record.ID) any {
	if p := w.Org.Post(id); p != nil {
		return p.Name
	}
	return "-"
}
