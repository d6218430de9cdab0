package office

import (
	"net/http"
	"slices"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/web"
)

// workShown is how much of one's work stands on the page; few owe more at once.
const workShown = 200

func (d *Desk) workRoutes() []route {
	return slices.Concat(tables("/work", d.workTable), tables("/today", d.todayTable), []route{
		{"GET /work", signedIn, d.work},
		{"GET /today", signedIn, d.today},
	})
}

func (d *Desk) work(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	work, err := d.app.MyWork(r.Context(), who, "", workShown)
	if err != nil {
		return err
	}
	page := &Work{Base: web.Base{Room: web.RoomWork, AsOn: work.AsOn}}
	l := who.Lang
	today := work.AsOn.Date()
	for _, row := range work.Rows {
		line := workRow(l, row)
		switch {
		case row.Checks():
			page.ToCheck = append(page.ToCheck, line)
		case row.Status == app.Late:
			page.Late = append(page.Late, line)
		case row.Due != 0 && row.Due.Date() == today:
			page.Today = append(page.Today, line)
		case row.Status == app.Soon:
			page.Week = append(page.Week, line)
		default:
			page.Later = append(page.Later, line)
		}
	}
	if len(work.Rows) > 0 {
		page.Export = takeAway("/work", nil)
	}
	for _, o := range work.Offers {
		page.Offers = append(page.Offers, offerLine(l, o.Matter.Key.String(), o.Matter.Subject, o, true))
	}
	return d.kit.Render(w, r, http.StatusOK, page)
}

// workRow is a row of one's own work: who asked, or, where it is to be checked, who did it.
func workRow(l i18n.Lang, row app.Row) MatterRow {
	line := matterRow(l, row)
	line.Act, line.Holder = nextAct(l, row), ""
	if row.Checks() {
		line.Holder, line.Place = row.Asked.Name.In(l), ""
	}
	if row.Asker.ID == row.Holder.ID {
		line.Asker = ""
	}
	return line
}

// nextAct is the one tap of a row: to report what is owed, or to check what was reported.
func nextAct(l i18n.Lang, row app.Row) web.Link {
	if row.Checks() {
		return web.Link{Text: i18n.Text{Hi: "जाँचें", En: "Check"}.In(l), Href: web.Path("matters", row.Key)}
	}
	if !row.Owes() {
		return web.Link{}
	}
	return web.Link{Text: i18n.Text{Hi: "बताएँ", En: "Report"}.In(l), Href: web.Path("matters", row.Key, "report")}
}
