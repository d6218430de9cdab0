package matter

import (
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/rule"
)

// note writes words on the file, or logs a talk. A holder's note is a word of his, which
// ends a silence; no note ever moves a limit.
func (r *run) note(v view, c *Command) *fault.Fault {
	words := c.Words
	if words == "" {
		words = c.Typed["remark"].S
	}
	talk := c.Typed["contact"].S
	if c.Relation != "" && !rule.IsName(c.Relation) {
		return missing("relation", "matter.not_a_code", c.Relation)
	}
	if words == "" && talk == "" {
		return missing("words", "matter.words_required")
	}
	kind := Noted
	if v.isHolder() {
		kind = Spoke
	}
	p := r.pen(v.t, v.m, kind, "note")
	p.b.Spoke = kind == Spoke
	p.text(words)
	if talk != "" {
		p.talk(c.Typed["contact"], c.Relation)
	}
	p.commit()
	return nil
}

// attach puts files beside the matter.
func (r *run) attach(v view, c *Command) *fault.Fault {
	files := map[string]rule.Value{}
	for key, val := range c.Typed {
		if val.Kind == rule.File && len(val.List) > 0 {
			files[key] = val
		}
	}
	if len(files) == 0 {
		return missing("file", "matter.file_required")
	}
	for key := range files {
		if key != "file" && key != "photo" {
			return missing(key, "matter.not_asked", v.fieldName(key))
		}
	}
	p := r.pen(v.t, v.m, Attached, "attach")
	p.text(c.Words)
	p.b.Spoke = v.isHolder()
	for _, key := range sortedKeys(files) {
		val, old := files[key], v.m.Memory.Fields[key]
		if !Erased(old) {
			val.List = append(append([]string(nil), old.List...), val.List...)
		}
		p.field(key, val)
	}
	p.commit()
	return nil
}
