package pack

import (
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/org"
)

// Common is what every pack may name: roles, fields and asks of packs/common.
type Common struct {
	Roles  map[string]org.Role
	Fields map[string]matter.Field
	Asks   map[string]matter.Ask
	// order of the files, for lists on screen
	RoleOrder, FieldOrder, AskOrder []string
}

// world is what a pack is read in: the common words and the heads of the other packs,
// of which nothing but their asks may be known.
type world struct {
	common *Common
	packs  map[string][]string // key to the asks it answers
}

// placeKinds are the kinds of place that roles and packs speak of.
const placeKinds = "state division district subdivision block urban_body panchayat ward village constituency sector " +
	"polling_station police_district police_subdivision police_station place"

// periodWords may stand in "per" and "during".
const periodWords = "day week month quarter year yesterday today last_week last_month"

var (
	whatPack      = i18n.Text{Hi: "पैक के शीर्ष", En: "the head of a pack"}
	whatFile      = i18n.Text{Hi: "पैक", En: "a pack"}
	whatRegister  = i18n.Text{Hi: "पंजी", En: "a register"}
	whatChecklist = i18n.Text{Hi: "जाँच सूची", En: "a checklist"}
	whatMatter    = i18n.Text{Hi: "प्रकरण", En: "a matter"}
	whatAct       = i18n.Text{Hi: "कार्य", En: "an act"}
	whatClock     = i18n.Text{Hi: "समय-सीमा", En: "a clock"}
	whatStop      = i18n.Text{Hi: "विधिक रोक", En: "a stop"}
	whatCohort    = i18n.Text{Hi: "समूह", En: "a cohort"}
	whatSeen      = i18n.Text{Hi: "seen", En: "seen"}
	whatAllows    = i18n.Text{Hi: "allows", En: "allows"}
	whatMark      = i18n.Text{Hi: "चिह्न", En: "a mark"}
	whatSitting   = i18n.Text{Hi: "बैठक", En: "a sitting"}
	whatDraw      = i18n.Text{Hi: "चयन", En: "a draw"}
	whatIndicator = i18n.Text{Hi: "सूचक", En: "an indicator"}
	whatExample   = i18n.Text{Hi: "उदाहरण", En: "an example"}
	whatFrame     = i18n.Text{Hi: "चयन-शर्त (frame)", En: "a frame"}
	whatRaise     = i18n.Text{Hi: "माँग", En: "an ask raised"}
	whatCarries   = i18n.Text{Hi: "carries", En: "carries"}
	whatProfile   = i18n.Text{Hi: "राज्य-प्रोफ़ाइल", En: "a profile"}
)
