package office

import "github.com/anupalan/anupalan/internal/web"

// Act is the one form by which any act on a matter is done; its fields are those the act declares.
type Act struct {
	web.Base
	Head
	Name    string   // the act: समय बढ़ाने का अनुरोध करें
	Explain []string // what the act does, and what it does not
	Form    web.Form
}
