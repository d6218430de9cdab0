package matter

import (
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/rule"
)

// ActName gives the name of a standard or always-there act; "" for none.
func ActName(key string) i18n.Text {
	if _, ok := standard[key]; !ok {
		return i18n.Text{}
	}
	return actName(key).(i18n.Text)
}

var actNames = map[string]i18n.Text{
	"transfer": {Hi: "अंतरण", En: "Transfer"}, "extend": {Hi: "समय माँगें", En: "Ask for time"},
	"grant_time": {Hi: "समय दें", En: "Grant time"}, "refuse_time": {Hi: "समय न दें", En: "Refuse time"},
	"pause": {Hi: "विराम", En: "Pause"}, "resume": {Hi: "विराम समाप्त", En: "Resume"},
	"withdraw": {Hi: "वापस लें", En: "Withdraw"}, "remind": {Hi: "स्मरण कराएँ", En: "Remind"},
	"pass_down": {Hi: "अधीनस्थ को सौंपें", En: "Pass down"}, "hand_back": {Hi: "नीचे लौटाएँ", En: "Hand back"},
	"climb": {Hi: "ऊपर भेजें", En: "Send up"}, "note": {Hi: "टिप्पणी", En: "Note"}, "attach": {Hi: "संलग्न करें", En: "Attach"},
	"correct": {Hi: "सुधारें", En: "Correct"}, "link": {Hi: "जोड़ें", En: "Link"}, "merge": {Hi: "दोहरा मिलाएँ", En: "Merge duplicate"},
}

func actName(key string) any { return actNames[key] }

// missing refuses a standard act for one thing that was asked and not given.
func missing(field, key string, args ...any) *fault.Fault {
	return refuse(StepAsks, field, "matter.asks_one").With(field, key, args...)
}

// opened asks that the matter is open; what is closed is not moved by a standard act.
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
func (v view) asksOrAbove() bool {
	a := v.r.actor
	if a.Kind != Officer || a.As() == 0 {
		return false
	}
	o := v.r.w.Org
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
	for key, val := range c.Typed {
		if !val.Missing() {
			v.sound(key, val, f)
		}
	}
	return orNil(f)
}
