package office

import "github.com/anupalan/anupalan/internal/web"

// MeetingForm asks one thing about meetings: to call one, to found a series, to split or merge proposed directives.
type MeetingForm struct {
	web.Base
	Title string
	Trail []web.Link
	Story string
	Form  web.Form
}
