package office

import (
	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/web"
)

// sets gives the frozen sets of a matter with the list behind each number.
func sets(l i18n.Lang, v app.View) []Set {
	var list []Set
	for _, c := range v.Cohorts {
		number := func(n int64, stand string) web.Count {
			return web.Count{N: int(n), Href: web.With("/matters", "cohort", c.List(stand))}
		}
		s := Set{Name: c.Name.In(l), All: number(c.Total, app.MembersAll), Done: number(c.Done, app.MembersDone),
			Excepted: number(c.Excepted, app.MembersExcepted), Left: number(c.Left, app.MembersLeft), Late: number(c.Late, app.MembersLate)}
		if c.Due != 0 {
			s.Due = c.Due.Date()
		}
		if !c.Whole {
			s.Looked = i18n.Message(l, "office.set_gathering", c.Looked, c.ToLook)
		}
		list = append(list, s)
	}
	return list
}

// offers gives the drafts of a matter; those the reader may sign have their buttons.
func offers(l i18n.Lang, v app.View) []Offer {
	mine := false
	for _, a := range v.Acts {
		mine = mine || a.Key == "sign_offer"
	}
	var list []Offer
	for _, o := range v.Offers {
		list = append(list, offerLine(l, v.Key.String(), "", o, mine))
	}
	return list
}

// offerLine says what a draft asks of whom, and how to decide on it.
func offerLine(l i18n.Lang, matter, title string, o app.OfferView, mine bool) Offer {
	line := Offer{ID: matter, Title: title, What: i18n.Message(l, "office.offered", o.Name, o.To.Name), To: o.To.Name.In(l), Before: o.Before.Name.In(l), At: o.At}
	if o.To.ID == 0 {
		line.What = i18n.Message(l, "office.offered_nobody", o.Name)
	}
	if title == "" && o.Subject != "" {
		line.What += ": " + o.Subject
	}
	if mine {
		line.Sign = web.Link{Text: i18n.Text{Hi: "हस्ताक्षर करें", En: "Sign"}.In(l), Href: web.Path("matters", matter, "acts", "sign_offer")}
		line.Aside = web.Link{Text: i18n.Text{Hi: "कारण सहित न भेजें", En: "Set aside with a reason"}.In(l), Href: web.Path("matters", matter, "acts", "set_aside")}
	}
	return line
}
