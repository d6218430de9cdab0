// Package office holds the officers' pages: for each a struct of what it shows, and a template of the same name.
//
// The structs are plain values in the reader's language where a text comes from packs or people, and typed (counts,
// dates, standings) where the page writes the words itself. Nothing here loads or decides anything.
package office

import (
	"embed"

	"github.com/anupalan/anupalan/internal/web"
)

//go:embed *.html
var templates embed.FS

// Templates is the folder of the pages' templates, for web.Config.
func Templates() embed.FS { return templates }

// Views lists every page with its template.
func Views() []web.View {
	return []web.View{
		{Name: "signin", Page: &SignIn{}},
		{Name: "work", Page: &Work{}},
		{Name: "report", Page: &Report{}},
		{Name: "matter", Page: &Matter{}},
		{Name: "matters", Page: &Matters{}},
		{Name: "today", Page: &Today{}},
		{Name: "meetings", Page: &Meetings{}},
		{Name: "series", Page: &Series{}},
		{Name: "sitting", Page: &Sitting{}},
		{Name: "review", Page: &Review{}},
		{Name: "remembered", Page: &Remembered{}},
		{Name: "figures", Page: &Figures{}},
		{Name: "live", Page: &Live{}},
		{Name: "weekly", Page: &Weekly{}},
		{Name: "atr", Page: &ATR{}},
		{Name: "meetingform", Page: &MeetingForm{}},
		{Name: "search", Page: &Search{}},
		{Name: "act", Page: &Act{}},
		{Name: "exceptions", Page: &Exceptions{}},
		{Name: "settings", Page: &Settings{}}, {Name: "setting", Page: &SettingPage{}},
		{Name: "operator", Page: &Operator{}},
		{Name: "account", Page: &Account{}},
		{Name: "spares", Page: &Spares{}},
		{Name: "audit", Page: &AuditLog{}},
	}
}
