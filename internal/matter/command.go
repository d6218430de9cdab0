package matter

import (
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

// Command is one thing that somebody, or a timer, wants done: an act on a matter, an act
// that opens one, or a wake.
type Command struct {
	Matter   record.Key
	Version  int32  // the version the actor saw; 0 does not care
	Type     string // pack.key of the matter to open
	Act      string
	Typed    map[string]rule.Value
	Reason   string // code of the act's list of reasons
	Words    string // the free words of a standard act: why, or what is noted
	Envelope Envelope
	Post     record.ID  // post chosen: transfer, pass_down
	Other    record.Ref // link, merge
	Relation string     // link
	To       calendar.Date
	Until    calendar.Date
	Clock    string // the limit meant by extend; "" is the one the pack names, or the state's own
	Wake     *Wake
	Pick     record.ID // the draft meant, or the matter whose set; 0 where only one can be
	Join     *Join     // a chunk of a frozen set; never given from outside
	From     int       // rows of a "for" already done by an earlier part of the same job
}

// Envelope is what an opening act carries besides its fields: where it comes from.
type Envelope struct {
	Parent     record.ID // the matter it is a part of
	Asker      record.ID // 0: the actor's post
	Asked      record.ID
	About      record.Ref
	Place      record.ID // 0: as typed, the parent's, or the actor's own
	Department record.ID
	Sitting    record.ID // it was taken at
	State      string    // opens in another state than the act leads to; only examples and imports of old work
}
