package matter

import (
	"slices"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/record"
)

// except lets a matter no longer count in a frozen set: the authority the cohort names, by
// a coded reason. It stays a member, and what it owes goes on.
func (r *run) except(v view, c *Command) *fault.Fault {
	x := v.exceptable()[0]
	if c.Pick != 0 {
		at := slices.IndexFunc(v.exceptable(), func(x *Membership) bool { return x.Of == c.Pick })
		if at < 0 {
			return missing("pick", "matter.not_a_code", c.Pick.String())
		}
		x = v.exceptable()[at]
	}
	code := c.Reason
	if code == "" {
		code = c.Typed["reason"].S
	}
	if code == "" {
		return missing("reason", "matter.reason_required")
	}
	if !slices.ContainsFunc(r.exceptCodes(x), func(k Code) bool { return k.Key == code }) {
		return missing("reason", "matter.not_a_code", code)
	}
	p := r.pen(v.t, v.m, Excepted, "except")
	p.b.What, p.b.Reason = x.Cohort, code
	p.b.Other = record.Ref{Kind: record.Matter, Key: record.Key{District: v.m.Key.District, ID: x.Of}}
	p.text(c.Words)
	p.commit()
	return nil
}

func (v view) mayExcept() *fault.Fault {
	if len(v.m.pending()) == 0 {
		return notAllowed("except")
	}
	if len(v.exceptable()) == 0 {
		return refuse(StepHolder, StepHolder, "matter.not_holder", actName("except"), v.r.w.postName(v.m.pending()[0].By))
	}
	return v.ownHand("except")
}

// exceptCodes are the reasons that the pack of the set allows.
func (r *run) exceptCodes(x *Membership) []Code {
	t := r.w.Types.Get(x.Type, x.Revision)
	if t == nil || t.Cohort(x.Cohort) == nil || t.Scope() == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(t.Scope().Lists[t.Cohort(x.Cohort).Reason].Codes), func(c Code) bool { return c.Retired })
}
