package api

import (
	"context"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/i18n"
)

// Cohort is how a set stands that the matter froze.
type Cohort struct {
	Key      string `json:"key"`
	Name     string `json:"name"`
	Frozen   string `json:"frozen"`
	Due      string `json:"due,omitempty"`
	Total    int64  `json:"total"`
	Done     int64  `json:"done"`
	Excepted int64  `json:"excepted"`
	Left     int64  `json:"left" doc:"neither done nor excepted"`
	Late     int64  `json:"late" doc:"left, when the day is over"`
	Whole    bool   `json:"whole" doc:"false while members are still being found"`
	List     string `json:"list" doc:"give it as cohort to the list, followed by .done, .excepted, .left, .late or .all"`
}

// Offer is a draft that waits before a post: sign_offer raises it, set_aside ends it.
type Offer struct {
	ID      string `json:"id" doc:"give it as pick, where several wait"`
	Ask     string `json:"ask"`
	Name    string `json:"name"`
	Subject string `json:"subject,omitempty"`
	Before  *Ref   `json:"before,omitempty"`
	To      *Ref   `json:"to,omitempty"`
	At      string `json:"at"`
	Matter  string `json:"matter,omitempty" doc:"the matter it came out of"`
}

// Mark is a word that holds for the matter on one of its scales.
type Mark struct {
	Scale string `json:"scale"`
	Key   string `json:"key"`
	Name  string `json:"name"`
}

// Offers are the drafts before the caller's posts, the oldest first.
type Offers struct {
	Offers []Offer `json:"offers"`
}

func (s *Server) offerRoutes() []route {
	return []route{
		read("/api/v1/offers", "", "listOffers",
			i18n.Text{Hi: "हस्ताक्षर की प्रतीक्षा में प्रारूप", En: "Drafts that wait for the caller to sign or set aside"}, s.offers),
	}
}

func (s *Server) offers(ctx context.Context, who app.Actor, _ struct{}) (Offers, error) {
	list, err := s.app.Offers(ctx, who)
	out := Offers{Offers: []Offer{}}
	for _, o := range list {
		one := offer(who.Lang, o)
		one.Matter = o.Matter.Key.String()
		out.Offers = append(out.Offers, one)
	}
	return out, err
}

func offer(l i18n.Lang, o app.OfferView) Offer {
	return Offer{ID: o.ID.String(), Ask: o.Ask, Name: o.Name.In(l), Subject: o.Subject, Before: ref(l, o.Before), To: ref(l, o.To), At: instant(o.At)}
}

// beside fills what stands beside a matter's own facts: marks, sets and drafts.
func (m *MatterFull) beside(l i18n.Lang, v app.View) {
	for _, k := range v.Marks {
		m.Marks = append(m.Marks, Mark{k.Scale, k.Key, k.Name.In(l)})
	}
	for _, c := range v.Cohorts {
		m.Cohorts = append(m.Cohorts, Cohort{Key: c.Key, Name: c.Name.In(l), Frozen: instant(c.Frozen), Due: instant(c.Due), Total: c.Total, Done: c.Done,
			Excepted: c.Excepted, Left: c.Left, Late: c.Late, Whole: c.Whole, List: c.Of.String() + "." + c.Key})
	}
	for _, o := range v.Offers {
		m.Offers = append(m.Offers, offer(l, o))
	}
}
