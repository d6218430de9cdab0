package office

import (
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/web"
)

func (d *Desk) followRoutes() []route {
	return slices.Concat(tables("/sittings/{id}/atr", d.atrTable), tables("/weekly", d.weeklyTable), []route{
		{"GET /weekly", signedIn, d.weekly},
		{"POST /weekly", signedIn, d.nameTasks},
		{"GET /sittings/{id}/atr", signedIn, d.atr},
	})
}

func (d *Desk) atr(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	key, err := keyOf(r)
	if err != nil {
		return err
	}
	v, err := d.app.ATR(r.Context(), who, key)
	if err != nil {
		return err
	}
	l := who.Lang
	page := &ATR{Base: web.Base{Room: web.RoomMeetings, AsOn: v.AsOn}, SittingID: key.String(), Meeting: v.Meeting.Name.In(l), At: v.Meeting.Starts, Chair: v.Meeting.Chair.Name.In(l),
		Sums: Sums{All: web.Count{N: v.Totals.All}, Late: web.Count{N: v.Totals.Late}, Silent: web.Count{N: v.Totals.Silent}}, Done: web.Count{N: v.Totals.Done}}
	for _, row := range v.Rows {
		page.Rows = append(page.Rows, atrRow(l, v, row))
	}
	if len(page.Rows) > 0 {
		page.Export = takeAway(web.Path("sittings", key, "atr"), nil)
	}
	return d.kit.Render(w, r, http.StatusOK, page)
}

func atrRow(l i18n.Lang, v app.ATRView, row app.ATRRow) ATRRow {
	out := ATRRow{N: row.N, ID: row.Key.String(), What: row.What, Whom: row.Whom.In(l), Due: row.Due, Action: rolled(l, row)}
	if row.Said != "" {
		if out.Action != "" {
			out.Action += in(l, "। ", ". ") + row.SaidBy.Name.In(l) + ": "
		}
		out.Action += row.Said
		out.On = row.SaidAt.Date()
	}
	since := max(row.SaidAt, v.Meeting.Starts)
	var due calendar.Instant
	if row.Due != 0 {
		due = row.Due.At(17, 0)
	}
	out.Standing = standing(app.Row{Status: row.Status, DaysLate: row.DaysLate, Due: due, SilentDays: max(calendar.DaysBetween(since.Date(), v.AsOn.Date()), 1)})
	return out
}

// silentNamed is how many silent posts are named in the table before the rest is counted.
const silentNamed = 12

// rolled says how the shares of a directive stand together: how many are done or being
// checked, and who is silent, by what tells the posts apart.
func rolled(l i18n.Lang, row app.ATRRow) string {
	if row.Roll == nil || row.Roll.Total < 2 {
		return ""
	}
	s := i18n.Message(l, "office.atr_done", row.Roll.Done, row.Roll.Total)
	reported := 0
	for _, p := range row.Roll.Parts {
		if p.Phase == matter.Reported {
			reported++
		}
	}
	if reported > 0 {
		s += i18n.Message(l, "office.atr_reported", reported)
	}
	switch n := len(row.Silent); {
	case n == 0:
	case n == row.Roll.Total:
		s += i18n.Message(l, "office.atr_all_silent")
	default:
		s += i18n.Message(l, "office.atr_silent", n, apart(l, row.Silent))
	}
	return s
}

// apart names posts of one kind by their places alone.
func apart(l i18n.Lang, list []app.Named) string {
	if len(list) == 1 {
		return list[0].Name.In(l)
	}
	var names, places []string
	kinds := map[string]bool{}
	for _, n := range list {
		kind, place, _ := strings.Cut(n.Name.In(l), ", ")
		names, places, kinds[kind] = append(names, n.Name.In(l)), append(places, place), true
	}
	if len(kinds) == 1 && !slices.Contains(places, "") {
		names = places
	}
	if more := len(names) - silentNamed; more > 0 {
		return strings.Join(names[:silentNamed], ", ") + i18n.Message(l, "office.and_more", more)
	}
	return l.And(names)
}

func (d *Desk) weekly(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	var day calendar.Date
	if s := r.URL.Query().Get("week"); s != "" {
		var err error
		if day, err = calendar.ParseDate(s); err != nil {
			return fault.New(fault.NotFound, "fault.not_found")
		}
	}
	page, err := d.weeklyPage(r, who, day)
	if err != nil {
		return err
	}
	return d.kit.Render(w, r, http.StatusOK, page)
}

func (d *Desk) weeklyPage(r *http.Request, who app.Actor, day calendar.Date) (*Weekly, error) {
	v, err := d.app.Weekly(r.Context(), who, day)
	if err != nil {
		return nil, err
	}
	l := who.Lang
	page := &Weekly{Base: web.Base{Room: web.RoomWeekly, AsOn: v.AsOn}, From: v.From, To: v.To, Prev: web.With("/weekly", "week", v.Prev.String()), Named: v.Named, Officers: v.Officers}
	if v.Next != 0 {
		page.Next = web.With("/weekly", "week", v.Next.String())
	}
	for _, row := range v.Mine {
		page.Mine = append(page.Mine, workRow(l, row))
	}
	if v.Left > 0 {
		page.Declare = declareForm(l, who, v)
	}
	if len(v.Offices) > 0 && day == 0 {
		page.Export = takeAway("/weekly", nil)
	}
	for _, f := range v.Offices {
		page.Offices = append(page.Offices, fiveOf(l, f))
	}
	return page, nil
}

func declareForm(l i18n.Lang, who app.Actor, v app.WeeklyView) web.Form {
	f := web.Form{Action: "/weekly", Draft: who.Person.String() + "/weekly/" + v.From.String(), Submit: in(l, "कार्य सहेजें", "Save the tasks"), Head: in(l, "कार्य अभी सहेजे नहीं गए", "The tasks are not saved yet"),
		Next: in(l, "सप्ताह के अंत तक इन्हें पूरा बताना होगा।", "They are to be reported done by the end of the week.")}
	for n := range v.Left {
		f.Fields = append(f.Fields, web.Field{Name: fmt.Sprintf("task%d", n+1), Label: i18n.Message(l, "office.task_no", len(v.Mine)+n+1), Optional: n > 0})
	}
	return f
}

func fiveOf(l i18n.Lang, f app.FiveOf) FiveOf {
	out := FiveOf{Post: f.Post.Name.In(l), Href: web.With("/matters", "holder", f.Post.Key), Done: f.Done}
	for _, t := range f.Tasks {
		out.Tasks = append(out.Tasks, standing(t))
	}
	if n := len(f.Last); n > 0 {
		out.Note = i18n.Message(l, "office.last_week", n, f.LastDone)
	}
	return out
}

// nameTasks names the actor's tasks of this week.
func (d *Desk) nameTasks(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	page, err := d.weeklyPage(r, who, 0)
	if err != nil {
		return err
	}
	var tasks []string
	for n := range page.Declare.Fields {
		tasks = append(tasks, r.PostForm.Get(fmt.Sprintf("task%d", n+1)))
	}
	if err := d.app.NameTasks(r.Context(), who, tasks); err != nil {
		page.Declare.Fill(r)
		return d.refused(w, r, page, &page.Declare, err)
	}
	d.kit.Flash(w, "", 0, "office.tasks_named", strconv.Itoa(len(tasks)))
	http.Redirect(w, r, "/weekly", http.StatusSeeOther)
	return nil
}
