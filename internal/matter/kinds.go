package matter

// The kinds of events of a matter, a closed set: what is not here is not replayed.
const (
	Opened           = "opened"
	Moved            = "moved"    // an act led to another state
	Acted            = "acted"    // an act that stays where it is
	Assigned         = "assigned" // another holder in the same state: a transfer
	Extended         = "extended" // a limit was moved by whoever may
	ExtensionAsked   = "extension_asked"
	ExtensionRefused = "extension_refused"
	Paused           = "paused"
	Resumed          = "resumed"
	Climbed          = "climbed" // a limit ran out and the next rung took it over
	Copied           = "copied"  // a limit ran out and the next rung was told
	HandedBack       = "handed_back"
	PassedDown       = "passed_down"
	Reminded         = "reminded"
	Noted            = "noted"
	Spoke            = "spoke" // a note of the holder, which ends a silence
	Attached         = "attached"
	Corrected        = "corrected"
	Linking          = "linked"
	Merged           = "merged"
	Silenced         = "silenced"
	Warned           = "warned"
	Withdrawn        = "withdrawn"
	Raised           = "raised"
	Offered          = "offered"   // a draft was laid before a post
	SetAside         = "set_aside" // a draft will not be signed
	Frozen           = "frozen"    // an act froze a set
	Gathered         = "gathered"  // all members of a frozen set are in
	Joined           = "joined"    // counts in a frozen set
	Counted          = "counted"   // became done there, or is so no longer
	Excepted         = "excepted"  // need not be done there
	Carried          = "carried"   // brought under a newer revision of its pack by an order
	Shifted          = "shifted"   // a holiday declared later moved a limit
)

var kinds = map[string]bool{
	Opened: true, Moved: true, Acted: true, Assigned: true, Extended: true, ExtensionAsked: true, ExtensionRefused: true,
	Paused: true, Resumed: true, Climbed: true, Copied: true, HandedBack: true, PassedDown: true, Reminded: true, Noted: true,
	Spoke: true, Attached: true, Corrected: true, Linking: true, Merged: true, Silenced: true, Warned: true, Withdrawn: true,
	Raised: true, Offered: true, SetAside: true, Frozen: true, Gathered: true, Joined: true, Counted: true, Excepted: true,
	Shifted: true, Carried: true,
}
