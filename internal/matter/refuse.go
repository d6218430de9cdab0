package matter

import (
	"errors"

	"github.com/anupalan/anupalan/internal/fault"
)

// Refusal says which rule said no to an act, and by what name: the step of the order in
// which rules are asked, and the key of a stop, condition, field or guard.
type Refusal struct {
	Step string // visible holder state own_work stop when asks guard
	Name string
}

// The steps, in the order in which they are asked.
const (
	StepVisible = "visible"
	StepHolder  = "holder"
	StepState   = "state"
	StepOwnWork = "own_work"
	StepStop    = "stop"
	StepWhen    = "when"
	StepAsks    = "asks"
	StepGuard   = "guard"
)

// Error names the step and what said no.
func (r *Refusal) Error() string { return r.Step + ": " + r.Name }

// Why gives what said no to an act, as examples of packs write it: "holder", "own_work", a
// stop's key, the key of a condition, a field, a guard. It is "" for any other error.
func Why(err error) string {
	var r *Refusal
	if !errors.As(err, &r) {
		return ""
	}
	return r.Name
}

// Refused gives the refusal in an error, nil if a rule did not say no.
func Refused(err error) *Refusal {
	var r *Refusal
	errors.As(err, &r)
	return r
}

func refuse(step, name, key string, args ...any) *fault.Fault {
	kind := fault.Refused
	switch step {
	case StepVisible:
		kind = fault.NotFound
	case StepHolder, StepOwnWork:
		kind = fault.Forbidden
	case StepAsks:
		kind = fault.Invalid
	}
	return fault.Wrap(&Refusal{step, name}, kind, key, args...)
}
