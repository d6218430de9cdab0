package office

import "github.com/anupalan/anupalan/internal/web"

// Report is the form by which a post shows what it did: text, figures, photographs. Other is what it may do instead:
// ask for time, pass the work down, say that it is not this post's.
type Report struct {
	web.Base
	Head
	Form  web.Form
	Other []web.Link
	Deeds []Deed // the last few
	All   web.Count
}
