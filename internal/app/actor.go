package app

import (
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
)

// Actor is who acts: a person, in a post, for that post itself or as another's delegate.
type Actor struct {
	District int32
	Person   record.ID
	Post     record.ID
	For      record.ID // the post delegated from; 0 in one's own post
	Mode     record.Mode
	Lang     i18n.Lang
	Session  string // digest of the session; "" for a program's token
}

// Program reports whether a token, not a signed-in person, acts.
func (a Actor) Program() bool { return a.Mode == record.Program }
