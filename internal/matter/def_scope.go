package matter

import (
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/rule"
)

// Scope is what all matters of one pack revision share.
type Scope struct {
	Settings  map[string]Setting
	Lists     map[string]List
	Posts     map[string]PackPost
	Letters   map[string]Letter
	Checklist map[string]Checklist
	Books     map[string]Book
	Asks      map[string]Ask // of packs/common
}

// Setting is a value an office may differ in, with its bounds.
type Setting struct {
	Key        string
	Name       i18n.Text
	Value      rule.Value
	Local      bool // the district may change it
	AtLeast    bool // may only be raised
	AtMost     bool // may only be lowered
	Fixed      bool
	Unverified bool // shown wherever it is used until a law officer ticks it
	Pos        rule.Pos
}

// List is a set of coded words.
type List struct {
	Key   string
	Codes []Code
}

// Code is one coded word of a list.
type Code struct {
	Key     string
	Name    i18n.Text
	Retired bool
	Pos     rule.Pos
}

// PackPost is what a pack calls a post: one or more common roles by kind of place, a
// desk of its own, or an outside party.
type PackPost struct {
	Key     string
	Name    i18n.Text
	Desk    bool
	Under   string // the role a desk reports to; empty: head_of_district
	Outside bool
	Roles   []RoleAt
	Pos     rule.Pos
}

// RoleAt is a common role, at the kinds of place it is meant for (empty: any).
type RoleAt struct {
	Role string
	In   []string
}

// Letter is a declared letter; its wording is a text per language and State.
type Letter struct {
	Key   string
	Name  i18n.Text
	Kind  string
	To    rule.Who
	Copy  []rule.Who
	Reply rule.Duration
	Pos   rule.Pos
}

// Checklist is a revised form of graded items.
type Checklist struct {
	Key      string
	Name     i18n.Text
	Revision int
	Bad      []string
	Marks    []Code
	Items    []CheckItem
	Pos      rule.Pos
}

// CheckItem is one question of a checklist.
type CheckItem struct {
	Key    string
	Name   i18n.Text
	Weight string // critical major minor
	Photo  bool
	Pos    rule.Pos
}

// Book is a declared register. Dated rows are a catalogue with validity; Shows makes a
// book out of matters.
type Book struct {
	Key     string
	Name    i18n.Text
	RowKey  string
	KeptBy  string
	Dated   bool
	Fields  []Field
	Shows   *rule.Frame
	Columns []string
	Agrees  *Agrees
	Pos     rule.Pos
}

// Agrees compares two books on a key.
type Agrees struct {
	With string
	On   string
	Same []string
}

// Ask is a word by which packs meet, with its fixed envelope.
type Ask struct {
	Key        string
	Name       i18n.Text
	ToWho      bool
	AtPlace    bool
	About      bool
	Within     bool
	OffersOnly bool
	Pos        rule.Pos
}
