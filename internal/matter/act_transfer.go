package matter

import (
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/record"
)

// transfer gives the matter to another office for a coded reason. The limit goes on: no
// transfer buys time. After the most transfers the pack's last office gets it.
func (r *run) transfer(v view, c *Command) *fault.Fault {
	tr := v.t.Allows().Transfer
	if f := v.transferAsks(tr, c); f != nil {
		return f
	}
	if f := v.proved(tr.Needs, c); f != nil {
		return f
	}
	return r.reassign(v, tr, c)
}

func (v view) mayTransfer() *fault.Fault {
	tr := v.t.Allows().Transfer
	if tr == nil {
		return notAllowed("transfer")
	}
	if f := v.doneBy("transfer", tr.By); f != nil {
		return f
	}
	if f := v.unstopped("transfer"); f != nil {
		return f
	}
	return v.inTime(tr)
}

// inTime: a transfer is allowed only so long after the matter reached its holder.
func (v view) inTime(tr *Transfer) *fault.Fault {
	span, _, ok := v.length(tr.Within)
	if ok && v.r.w.Now > v.Reach(v.m.Memory.Reached, span) {
		return refuse(StepWhen, "within", "matter.transfer_late", span)
	}
	return nil
}

func (v view) transferAsks(tr *Transfer, c *Command) *fault.Fault {
	if c.Reason == "" {
		c.Reason = c.Typed["reason"].S
	}
	f := refuse(StepAsks, "", "matter.asks", actName("transfer"))
	if tr.Reasons != "" {
		v.coded(tr.Reasons, "", c.Reason, f)
	}
	if f := orNil(f); f != nil {
		return f
	}
	return v.asked("transfer", tr.Asks, c)
}

// exhausted reports whether the matter was transferred as often as it may be.
func (v view) exhausted(tr *Transfer) bool {
	most := tr.Most.Value(v, nil)
	return !most.Missing() && int64(v.m.Memory.Transfer) >= most.N
}

func (r *run) reassign(v view, tr *Transfer, c *Command) *fault.Fault {
	var a answer
	switch {
	case v.exhausted(tr) && tr.Then != nil:
		a = v.resolve(tr.Then)
	case v.exhausted(tr):
		return refuse(StepWhen, "most", "matter.transfers_used", v.m.Memory.Transfer)
	case tr.To != nil:
		a = v.resolve(tr.To)
	default:
		post := c.Post
		if post == 0 {
			post = r.w.Org.ByKey(record.Post, c.Typed["post"].S)
		}
		if r.w.Org.Post(post) == nil {
			return missing("post", "matter.post_required")
		}
		a = v.seated(post, "post")
	}
	if a.Post == v.m.Holder {
		return missing("post", "matter.same_post")
	}
	p := r.pen(v.t, v.m, Assigned, "transfer")
	p.b.Reason = c.Reason
	p.text(c.Words)
	p.typed(c, tr.Needs)
	if post := r.w.Org.Post(a.Post); post != nil {
		p.b.Department = idp(post.Department)
	}
	p.settleOn(v, a)
	p.commit()
	return nil
}
