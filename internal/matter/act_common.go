package matter

import (
	"slices"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

// standardAct is an act that stands in no pack, or behind its allows: who may do it now,
// and the doing.
type standardAct struct {
	may func(view) *fault.Fault
	do  func(*run, view, *Command) *fault.Fault
}

func standardActOf(key string) (standardAct, bool) {
	switch key {
	case "transfer":
		return standardAct{view.mayTransfer, (*run).transfer}, true
	case "extend":
		return standardAct{view.mayExtend, (*run).extend}, true
	case "grant_time":
		return standardAct{view.mayGrant, (*run).grantTime}, true
	case "refuse_time":
		return standardAct{view.mayRefuse, (*run).refuseTime}, true
	case "pause":
		return standardAct{view.mayPause, (*run).pause}, true
	case "resume":
		return standardAct{view.mayResume, (*run).resume}, true
	case "withdraw":
		return standardAct{view.mayWithdraw, (*run).withdraw}, true
	case "remind":
		return standardAct{view.mayRemind, (*run).remind}, true
	case "pass_down":
		return standardAct{view.mayPassDown, (*run).passDown}, true
	case "hand_back":
		return standardAct{view.mayHandBack, (*run).handBack}, true
	case "sign_offer":
		return standardAct{view.maySign, (*run).signOffer}, true
	case "set_aside":
		return standardAct{view.maySetAside, (*run).setAside}, true
	case "except":
		return standardAct{view.mayExcept, (*run).except}, true
	case "climb":
		return standardAct{view.mayClimb, (*run).climbByHand}, true
	}
	return alwaysThere(key)
}

func alwaysThere(key string) (standardAct, bool) {
	switch key {
	case "note":
		return standardAct{seesWhole("note"), (*run).note}, true
	case "attach":
		return standardAct{seesWhole("attach"), (*run).attach}, true
	case "link":
		return standardAct{seesWhole("link"), (*run).link}, true
	case "correct":
		return standardAct{view.mayCorrect, (*run).correct}, true
	case "merge":
		return standardAct{view.mayMerge, (*run).merge}, true
	case "carry":
		return standardAct{view.mayCarry, (*run).carry}, true
	}
	return standardAct{}, false
}

// seesWhole lets everybody write who sees the whole matter.
func seesWhole(act string) func(view) *fault.Fault {
	return func(v view) *fault.Fault {
		if v.sight() < Whole {
			return refuse(StepHolder, StepHolder, "matter.outline_only", actName(act))
		}
		return nil
	}
}

// StandardActs lists the keys of the acts that stand in no pack, as pages show them.
func StandardActs() []string {
	return []string{
		"sign_offer", "set_aside", "except", "extend", "grant_time", "refuse_time", "transfer", "pass_down", "hand_back", "climb", "pause", "resume", "remind", "withdraw",
		"note", "attach", "correct", "link", "merge", "carry",
	}
}

// ActName gives the name of a standard or always-there act; the zero Text for none.
func ActName(key string) i18n.Text { return actNames[key] }

var actNames = map[string]i18n.Text{
	"transfer": {Hi: "अंतरण", En: "Transfer"}, "extend": {Hi: "समय माँगें", En: "Ask for time"},
	"grant_time": {Hi: "समय दें", En: "Grant time"}, "refuse_time": {Hi: "समय न दें", En: "Refuse time"},
	"pause": {Hi: "विराम", En: "Pause"}, "resume": {Hi: "विराम समाप्त", En: "Resume"},
	"withdraw": {Hi: "वापस लें", En: "Withdraw"}, "remind": {Hi: "स्मरण कराएँ", En: "Remind"},
	"pass_down": {Hi: "अधीनस्थ को सौंपें", En: "Pass down"}, "hand_back": {Hi: "नीचे लौटाएँ", En: "Hand back"},
	"climb": {Hi: "ऊपर भेजें", En: "Send up"}, "note": {Hi: "टिप्पणी", En: "Note"}, "attach": {Hi: "संलग्न करें", En: "Attach"},
	"correct": {Hi: "सुधारें", En: "Correct"}, "link": {Hi: "जोड़ें", En: "Link"}, "merge": {Hi: "दोहरा मिलाएँ", En: "Merge duplicate"},
	"sign_offer": {Hi: "हस्ताक्षर कर भेजें", En: "Sign and send"}, "set_aside": {Hi: "प्रारूप न भेजें", En: "Set the draft aside"},
	"except": {Hi: "समूह से छूट दें", En: "Except from the set"},
	"carry":  {Hi: "नए संस्करण में लाएँ", En: "Carry over"},
}

func actName(key string) i18n.Text { return actNames[key] }

// missing refuses a standard act for one thing that was asked and not given.
func missing(field, key string, args ...any) *fault.Fault {
	return refuse(StepAsks, field, "matter.asks_one").With(field, key, args...)
}

// unstopped asks that the matter is open and no law stops the act.
func (v view) unstopped(act string) *fault.Fault {
	if f := v.stillOpen(act); f != nil {
		return f
	}
	return v.stopped(act)
}

// stillOpen asks that the matter is open; what is closed is not moved by a standard act.
func (v view) stillOpen(act string) *fault.Fault {
	if v.m.Phase.Open() {
		return nil
	}
	return refuse(StepState, StepState, "matter.wrong_state", actName(act), v.t.stateName(v.m.State))
}

func notAllowed(act string) *fault.Fault {
	return refuse(StepState, StepState, "matter.not_allowed", actName(act))
}

// doneBy asks that the actor is one of those named, or without names the holder, and that
// a delegate may do it.
func (v view) doneBy(act string, by []rule.Who) *fault.Fault {
	ok := v.isHolder()
	if len(by) > 0 {
		ok = v.isAny(by)
	}
	if !ok {
		return refuse(StepHolder, StepHolder, "matter.not_holder", actName(act), v.r.w.postName(v.m.Holder))
	}
	return v.delegated(act, actName(act))
}

// asksOrAbove reports whether the actor is the asker, above the asker or above the holder.
// In a judicial matter nobody above the named officer orders.
func (v view) asksOrAbove() bool {
	a := v.r.actor
	if a.Kind != Officer || a.As() == 0 {
		return false
	}
	o := v.r.w.Org
	if v.m.Class == record.Judicial {
		return a.As() == v.m.Asker
	}
	return a.As() == v.m.Asker || (v.m.Asker != 0 && o.Below(v.m.Asker, a.As())) || (v.m.Holder != 0 && o.Below(v.m.Holder, a.As()))
}

// asked asks for the fields of a standard act, soundly.
func (v view) asked(act string, names []rule.Name, c *Command) *fault.Fault {
	f := refuse(StepAsks, "", "matter.asks", actName(act))
	for _, n := range names {
		if c.Typed[n.S].Missing() {
			f.With(n.S, "matter.asked", v.fieldName(n.S))
		}
	}
	for _, key := range sortedKeys(c.Typed) {
		switch val := c.Typed[key]; {
		case val.Missing():
		case !slices.ContainsFunc(names, func(n rule.Name) bool { return n.S == key }) && !slices.Contains(besides, key):
			f.With(key, "matter.not_asked", v.fieldName(key))
		default:
			v.sound(key, val, f)
		}
	}
	return orNil(f)
}

// besides are the common fields that may be typed with any standard act.
var besides = []string{"remark", "reason", "file", "photo", "contact", "post"}
