package app

import (
	"context"

	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
)

// powerAdminister is the power to change the organisation, read the audit log and see how
// the program fares.
const powerAdminister = "administer"

// Me is who reads: the person, the post chosen, the office, and what is open to the post.
type Me struct {
	Person   Named
	Post     Named
	Office   i18n.Text // the district's office, under the wordmark
	State    string    // key of the State's profile
	Leads    bool      // other posts report to this one
	Audits   bool
	Operates bool
}

// Me tells the pages who reads.
func (a *App) Me(ctx context.Context, who Actor) (Me, error) {
	o, err := a.office(ctx, who.District)
	if err != nil {
		return Me{}, err
	}
	me := Me{Post: o.post(who.Post), State: o.state, Leads: o.leads[who.Post]}
	if p := o.org.Person(who.Person); p != nil {
		me.Person = Named{ID: p.ID, Key: p.Key, Name: p.Name}
	}
	if place := o.org.Place(o.root); place != nil {
		me.Office = i18n.Text{Hi: place.Name.Hi + " समाहरणालय", En: place.Name.En + " Collectorate"}
	}
	me.Audits = o.org.HasPower(who.Post, powerAdminister, o.day)
	me.Operates = me.Audits
	return me, nil
}

// Words are the States' words for pages, by State.
func (a *App) Words() map[string]map[string]i18n.Text { return a.systems.Words() }

// leaders are the posts to which others report.
func leaders(o *office) map[record.ID]bool {
	leads := map[record.ID]bool{}
	for _, p := range o.org.Rows().Posts {
		if p.ReportsTo != 0 {
			leads[p.ReportsTo] = true
		}
	}
	return leads
}
