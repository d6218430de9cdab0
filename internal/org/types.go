package org

import (
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
)

// Tree names one of the jurisdiction trees; a place stands in exactly one.
type Tree uint8

// The trees. Their roots lie in a place of the common tree, so that a climb ends at the district.
const (
	Common Tree = iota
	Police
	Election
)

// Place is a node of a tree, keyed across time by (LGDType, LGDCode) where it has a code.
type Place struct {
	ID      record.ID
	Key     string // slug, unique in the district: amnour, amnour_gp
	Tree    Tree
	Kind    string // district, subdivision, block, urban_body, panchayat, ward, village, police_station, sector …
	LGDType string // entity type of the Local Government Directory; codes are unique only inside it
	LGDCode int32  // 0: has none
	Name    i18n.Text
	Aliases []string
	Parent  record.ID // 0: the root
	Since   calendar.Date
	Before  []Under     // earlier parents, oldest first
	LiesIn  []record.ID // the places of other trees it lies in: its police station, its sector
	Path    string      // keys from the root, each ended by "/"; derived when a snapshot is made
	From    calendar.Date
	To      calendar.Date // last day; 0 is open
	Sample  bool          // invented for the demonstration, never a real place
}

// Under is a stretch during which a place stood under a parent, both days counted.
type Under struct {
	Parent   record.ID
	From, To calendar.Date
}

// Department is a line of duty that posts belong to.
type Department struct {
	ID      record.ID
	Key     string
	Name    i18n.Text
	Abbr    string
	Aliases []string
	From    calendar.Date
	To      calendar.Date
}

// Post is designation + department + place: what a duty hangs on.
type Post struct {
	ID          record.ID
	Key         string   // slug, unique in the district: bdo_amnour
	Role        string   // the common role it plays first; "" plays none
	Also        []string // further roles
	Designation string   // bdo: names the post in designations and profiles
	Name        i18n.Text
	Aliases     []string // short forms as people write them: BDO, बीडीओ
	Department  record.ID
	Place       record.ID
	ReportsTo   record.ID   // 0: has no superior here
	Desk        bool        // an office counter staffed by tenures, not an officer's post
	AllDepts    bool        // sees every department of its places, not only its own
	Areas       []record.ID // places it covers instead of its own, such as a subdivision in one's charge
	From        calendar.Date
	To          calendar.Date
}

// Person is an officer as the office knows him; phone and e-mail are personal values.
type Person struct {
	ID    record.ID
	Key   string // employee code or another key unique in the district
	Name  i18n.Text
	Phone string
	Email string
}

// TenureKind tells a post held for itself from one held beside another.
type TenureKind uint8

// The kinds of tenure. A substantive post has one substantive holder at a time.
const (
	Substantive TenureKind = iota
	Additional             // additional charge
)

// Tenure is one person in one post for a stretch of days, by an order.
type Tenure struct {
	ID     record.ID
	Post   record.ID
	Person record.ID
	Kind   TenureKind
	From   calendar.Date
	To     calendar.Date // last day; 0 is open
	Order  string        // number and date of the order
}

// Delegation lets the holder of another post do named acts for a post, for at most 90 days.
type Delegation struct {
	ID     record.ID
	Giver  record.ID // post delegated from
	Taker  record.ID // post of the one who acts
	Person record.ID // who acts
	Acts   []string  // names of acts; never empty, never "all"
	From   calendar.Date
	To     calendar.Date
	Reason string
}

// Power is a named power vested in a post, such as opening a restricted class.
type Power struct {
	ID    record.ID
	Post  record.ID
	Name  string
	From  calendar.Date
	To    calendar.Date
	Order string
}

// Role is a common role: what packs name instead of a post.
type Role struct {
	Key   string
	Name  i18n.Text
	Level string // the kind of place whose post plays it
	Tree  Tree
}

// Rows is everything a snapshot is made from, as the store keeps it.
type Rows struct {
	Places      []Place
	Departments []Department
	Posts       []Post
	Persons     []Person
	Tenures     []Tenure
	Delegations []Delegation
	Powers      []Power
}

// PowerAdminister is the power by which a post changes the organisation: places, posts, tenures.
const PowerAdminister = "administer"

// LongestDelegation is the most days a delegation may run, both ends counted.
const LongestDelegation = 90

// String names the tree as it is written in files: common, police, election.
func (t Tree) String() string {
	return [...]string{"common", "police", "election"}[min(int(t), 2)]
}

// ParseTree reads a tree's name; the empty name is the common tree.
func ParseTree(s string) (Tree, bool) {
	for _, t := range []Tree{Common, Police, Election} {
		if s == t.String() {
			return t, true
		}
	}
	return Common, s == ""
}

// String names the kind as it is written in files and events.
func (k TenureKind) String() string {
	return [...]string{"substantive", "additional"}[min(int(k), 1)]
}

// Plays reports whether the post plays the role, first or further.
func (p *Post) Plays(role string) bool {
	if p.Role == role {
		return true
	}
	for _, r := range p.Also {
		if r == role {
			return true
		}
	}
	return false
}

// On reports whether a stretch from..to, both days counted and 0 open, holds the day.
func On(day, from, to calendar.Date) bool {
	return day >= from && (to == 0 || day <= to)
}

// Overlap reports whether two stretches share a day.
func Overlap(from1, to1, from2, to2 calendar.Date) bool {
	return (to1 == 0 || from2 <= to1) && (to2 == 0 || from1 <= to2)
}
