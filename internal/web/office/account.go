package office

import (
	"html/template"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/web"
)

// Account is the signed-in person's own page: posts held, language and digits, password, sign-in code, sessions.
type Account struct {
	web.Base
	Posts    []HeldPost
	Reading  web.Form // language and digits
	Password web.Form
	Code     CodeState
	Sessions []Session
}

// HeldPost is a post the person holds or acts for.
type HeldPost struct {
	ID      string
	Name    string
	Manner  string // substantive, additional charge, delegate of …
	Until   calendar.Date
	Current bool
}

// CodeState is the sign-in code: off, being set up with a secret and its picture, or on.
type CodeState struct {
	On     bool
	Secret string // grouped in fours; only while setting up
	QR     template.URL
	Form   web.Form // to switch on or off
	Left   int      // spare codes, once it is on
	Renew  web.Form // makes new spare codes
}

// Spares shows the spare codes the one time that they can be read.
type Spares struct {
	web.Base
	Codes []string
}

// Session is one place where the person is signed in.
type Session struct {
	ID     string
	Device string
	Where  string
	Seen   calendar.Instant
	Here   bool
}
