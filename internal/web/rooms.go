package web

// Name is the room's stable name, by which the layout knows its label.
func (r Room) Name() string {
	return [...]string{"", "today", "work", "matters", "meetings", "weekly", "exceptions", "audit", "operator"}[r]
}

// Href is the room's page.
func (r Room) Href() string { return Path(r.Name()) }
