package matter

import "github.com/anupalan/anupalan/internal/rule"

// Problem is one fault of a definition: where it stands, the key of its message and
// the message's arguments. A Warning does not keep the pack from loading.
type Problem struct {
	Pos     rule.Pos
	Key     string
	Args    []any
	Warning bool
}

// problems gathers faults; a definition is always read to its end.
type problems []Problem

func (p *problems) add(pos rule.Pos, key string, args ...any) {
	*p = append(*p, Problem{Pos: pos, Key: key, Args: args})
}
