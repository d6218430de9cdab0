package matter

import (
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/record"
)

// passDown gives the matter to a post below the holder. The limit goes on: who passed it
// down answers above for the same day.
func (r *run) passDown(v view, c *Command) *fault.Fault {
	post := c.Post
	if post == 0 {
		post = r.w.Org.ByKey(record.Post, c.Typed["post"].S)
	}
	switch {
	case r.w.Org.Post(post) == nil:
		return missing("post", "matter.post_required")
	case !r.w.Org.Below(post, v.m.Holder):
		return missing("post", "matter.not_below", r.w.postName(post))
	}
	p := r.pen(v.t, v.m, PassedDown, "pass_down")
	p.text(c.Words)
	p.settleOn(v, v.seated(post, "below(holder)"))
	p.commit()
	return nil
}

func (v view) mayPassDown() *fault.Fault {
	if !v.t.Allows().PassDown {
		return notAllowed("pass_down")
	}
	if f := v.doneBy("pass_down", nil); f != nil {
		return f
	}
	return v.unstopped("pass_down")
}
