package office

import (
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/web"
)

// Settings is the list of the values by which the district's systems run.
type Settings struct {
	web.Base
	Groups []SettingGroup
}

// SettingGroup is the settings of one system.
type SettingGroup struct {
	Name string
	Rows []Setting
}

// Setting is one value with those it comes before or after.
type Setting struct {
	Name       string
	Href       string
	Value      string
	From       string // whose value it is
	Unverified bool
	Local      bool
}

// SettingPage is one setting: its value, the State's and the pack's beside it, the
// district's own with who, why and from when, and the form of those who may set it.
type SettingPage struct {
	web.Base
	Setting
	System string
	Pack   string
	Source string
	State  string
	Since  calendar.Date // of the State's value
	Bound  string
	Own    []OwnValue
	Form   web.Form
	May    bool
}

// OwnValue is a value the district set for itself.
type OwnValue struct {
	Value string
	From  calendar.Date
	Post  string
	Why   string
	Ahead bool
}
