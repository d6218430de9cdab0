package office

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/sitting"
	"github.com/anupalan/anupalan/internal/web"
)

func (d *Desk) sittingRoutes() []route {
	return slices.Concat(tables("/sittings/{id}/agenda", d.agendaTable), []route{
		{"GET /sittings/{id}", signedIn, d.sitting},
		{"POST /sittings/{id}/attendance", signedIn, d.attend},
		{"POST /sittings/{id}/attendance/amend", signedIn, d.amend},
		{"GET /sittings/{id}/paper", signedIn, d.sittingPaper},
		{"POST /sittings/{id}/points", signedIn, d.addPoint},
		{"POST /sittings/{id}/points/{point}/drop", signedIn, d.dropPoint},
		{"POST /sittings/{id}/begin", signedIn, d.begin},
		{"POST /sittings/{id}/close", signedIn, d.closeSitting},
		{"POST /sittings/{id}/move", signedIn, d.moveSitting},
		{"POST /sittings/{id}/off", signedIn, d.callOff},
		{"POST /sittings/{id}/proceedings", signedIn, d.proceedings},
	})
}

func (d *Desk) loadSitting(r *http.Request, who app.Actor) (app.SittingView, error) {
	key, err := keyOf(r)
	if err != nil {
		return app.SittingView{}, err
	}
	return d.app.Sitting(r.Context(), who, key)
}

func (d *Desk) sitting(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	v, err := d.loadSitting(r, who)
	if err != nil {
		return err
	}
	page, err := d.sittingPage(r.Context(), who, v)
	if err != nil {
		return err
	}
	return d.kit.Render(w, r, http.StatusOK, page)
}

func (d *Desk) sittingPage(ctx context.Context, who app.Actor, v app.SittingView) (*Sitting, error) {
	l := who.Lang
	page := &Sitting{Base: web.Base{Room: web.RoomMeetings, AsOn: d.app.Now()}, SittingRow: meetingRow(l, v.MeetingRow), SeriesName: v.Name.In(l),
		Chair: v.Chair.Name.In(l), Reason: v.Reason.In(l), Frozen: v.Frozen || v.Issued != 0 || v.State.Over()}
	if v.Series != 0 {
		page.SeriesID = record.Key{District: v.Key.District, ID: v.Series}.String()
	}
	for _, a := range v.Agenda {
		page.Agenda = append(page.Agenda, agendaItem(l, v, a))
	}
	for _, a := range v.Attendance {
		page.Attendance = append(page.Attendance, attendee(l, a))
	}
	if p := v.Proceeding; p != nil {
		page.Text, page.SavedAt = p.Text, p.At
		page.SavedBy = p.By.Name.In(l)
		for _, is := range p.Issued {
			line := IssuedLine{N: is.N, What: is.Subject, Whom: holders(l, is.Owners)}
			if len(is.Matters) > 0 {
				line.Href = web.Path("matters", is.Matters[0])
			}
			page.Issued = append(page.Issued, line)
		}
		if f := p.Paper; f != nil {
			page.Paper = &Paper{web.File{Name: f.Name, Bytes: f.Size, Href: web.Path("sittings", v.Key, "paper")}, f.By.Name.In(l), f.At}
		}
	}
	sittingActs(l, v, page)
	if len(v.Agenda) > 0 {
		page.Export = takeAway(web.Path("sittings", v.Key, "agenda"), nil)
	}
	for _, a := range v.Addenda {
		page.Addenda = append(page.Addenda, addendum(l, a))
		for _, c := range a.Changes {
			page.corrected(c.Now.ID.String())
		}
	}
	if v.MayKeep && v.Issued != 0 {
		page.Amend = amendForm(l, v)
	}
	if !v.MayKeep || v.Issued != 0 || v.State.Over() {
		return page, nil
	}
	page.MayAttend = true
	if v.Starts.Date() <= d.app.Now().Date() {
		page.Proceedings = proceedingsForm(l, who, v)
	}
	if v.State != sitting.Planned {
		return page, nil
	}
	departments, err := d.app.Departments(ctx, who)
	page.Point, page.Move, page.Off = pointForm(l, v, departments), moveForm(l, v), offForm(l, v)
	return page, err
}

// sittingActs are what can be done now, the main one first.
func sittingActs(l i18n.Lang, v app.SittingView, page *Sitting) {
	link := func(text string, last string) {
		page.Acts = append(page.Acts, web.Link{Text: text, Href: web.Path("sittings", v.Key, last)})
	}
	press := func(text string, last string) {
		page.Press = append(page.Press, web.Link{Text: text, Href: web.Path("sittings", v.Key, last)})
	}
	open := v.MayKeep && v.Issued == 0 && !v.State.Over()
	if open && v.State == sitting.Open {
		link(in(l, "परदे पर चलाएँ", "Show on the wall"), "live")
	}
	if waiting := v.Drafts.Proposed + v.Drafts.Accepted; open && waiting > 0 {
		link(i18n.Message(l, "office.read_drafts", waiting), "reading")
	} else if open && v.Proceeding != nil {
		link(in(l, "कार्यवाही पढ़ें", "Read the proceedings"), "reading")
	}
	if v.Directives > 0 {
		link(in(l, "अनुपालन तालिका", "Action taken table"), "atr")
	}
	switch {
	case open && v.State == sitting.Planned:
		press(in(l, "बैठक आरंभ करें", "Begin the meeting"), "begin")
	case open && v.State == sitting.Open:
		press(in(l, "बैठक समाप्त करें", "Close the meeting"), "close")
	}
}

func agendaItem(l i18n.Lang, v app.SittingView, a app.AgendaLine) AgendaItem {
	out := AgendaItem{Title: a.Title, Holder: holders(l, a.Holders), Department: a.Department.Name.In(l)}
	if !a.Key.IsZero() {
		out.Href = web.Path("matters", a.Key)
		switch {
		case a.DaysLate > 0:
			out.Standing = web.Standing{Status: web.Late, Days: a.DaysLate}
		case a.Due != 0:
			out.Standing = web.Standing{Status: web.InTime, Due: a.Due}
		}
	}
	for _, w := range a.Why {
		out.Why = append(out.Why, w.In(l))
	}
	if a.Words != "" {
		out.Why = append(out.Why, a.By.Name.In(l)+": “"+a.Words+"”")
	}
	if a.Said != "" {
		out.Said, out.SaidAt = a.Said, a.SaidAt
	}
	if v.MayKeep && v.State == sitting.Planned && a.By.ID != 0 {
		out.Drop = web.Path("sittings", v.Key, "points", a.ID, "drop")
	}
	return out
}

// holders names the posts of a point: one by its name, more of one kind by their places.
func holders(l i18n.Lang, list []app.Named) string {
	if len(list) < 2 {
		return apart(l, list)
	}
	kind, _, _ := strings.Cut(list[0].Name.In(l), ", ")
	for _, n := range list {
		if k, _, _ := strings.Cut(n.Name.In(l), ", "); k != kind {
			return apart(l, list)
		}
	}
	return fmt.Sprintf("%s (%d): %s", kind, len(list), apart(l, list))
}

var presences = map[sitting.Presence]Presence{sitting.InPerson: Present, sitting.ByVideo: ByVideo, sitting.ByDeputy: ByDeputy, sitting.Absent: Absent, sitting.Excused: Excused}

func pointForm(l i18n.Lang, v app.SittingView, departments []app.Named) web.Form {
	dept := web.Field{Kind: web.OneOfField, Name: "department", Label: in(l, "विभाग", "Department"), Optional: true}
	for _, n := range departments {
		dept.Options = append(dept.Options, web.Option{Value: n.Key, Label: n.Name.In(l)})
	}
	return web.Form{Action: web.Path("sittings", v.Key, "points"), Submit: in(l, "कार्यसूची में जोड़ें", "Add to the agenda"), Head: in(l, "बिंदु अभी नहीं जुड़ा", "The point is not added yet"), Fields: []web.Field{
		{Name: "title", Label: in(l, "बिंदु", "Point"), Hint: in(l, "प्रकरण की संख्या देने पर खाली छोड़ सकते हैं", "may be left empty if a matter's number is given")},
		{Name: "matter", Label: in(l, "प्रकरण संख्या", "Number of the matter"), Optional: true},
		dept,
		{Name: "words", Label: in(l, "यह बिंदु क्यों", "Why it is here")},
	}}
}

func moveForm(l i18n.Lang, v app.SittingView) web.Form {
	hour, minute := v.Starts.Clock()
	return web.Form{Action: web.Path("sittings", v.Key, "move"), Submit: in(l, "नया समय तय करें", "Fix the new time"), Head: in(l, "समय अभी नहीं बदला", "The time is not changed yet"),
		Hidden: []web.Hidden{{Name: web.VersionField, Value: strconv.Itoa(int(v.Version))}}, Fields: []web.Field{
			{Kind: web.DateField, Name: "day", Label: in(l, "नई तिथि", "New day"), Value: v.Starts.Date().Dotted()},
			{Name: "time", Label: in(l, "समय", "Hour"), Value: fmt.Sprintf("%d:%02d", hour, minute)},
			{Name: "venue", Label: in(l, "स्थान", "Hall"), Value: v.Venue, Optional: true},
			{Name: "reason_words", Label: in(l, "कारण", "Why")},
		}}
}

func offForm(l i18n.Lang, v app.SittingView) web.Form {
	why := web.Field{Kind: web.OneOfField, Name: "reason", Label: in(l, "कारण", "Reason")}
	for _, o := range app.NotHeldReasons() {
		why.Options = append(why.Options, web.Option{Value: o.Code, Label: o.Name.In(l)})
	}
	return web.Form{Action: web.Path("sittings", v.Key, "off"), Submit: in(l, "बैठक रद्द करें", "Call it off"), Head: in(l, "बैठक रद्द नहीं हुई", "It is not called off"), Fields: []web.Field{
		why, {Name: "off_words", Label: in(l, "विवरण", "In words"), Optional: true}}}
}

func proceedingsForm(l i18n.Lang, who app.Actor, v app.SittingView) web.Form {
	text := web.Field{Kind: web.AreaField, Name: "text", Label: in(l, "कार्यवाही का पाठ", "Text of the proceedings"), Rows: 10}
	f := web.Form{Action: web.Path("sittings", v.Key, "proceedings"), Draft: who.Person.String() + "/" + v.Key.String() + "/proceedings", Submit: in(l, "सहेजें और निदेश पढ़ें", "Save and read the directives"),
		Next: in(l, "पाठ से निदेश निकाले जाएँगे; आपकी जाँच के बिना कुछ जारी नहीं होगा।", "Directives are read from the text; nothing is issued before you have checked it."),
		Head: in(l, "कार्यवाही अभी सहेजी नहीं गई", "The proceedings are not saved yet")}
	if v.Proceeding != nil {
		text.Value = v.Proceeding.Text
	}
	f.Fields = []web.Field{text, {Kind: web.FileField, Name: "file", Label: in(l, "या फ़ाइल", "Or a file"), Hint: in(l, "DOCX, TXT या HTML; PDF का पाठ ऊपर चिपकाएँ", "DOCX, TXT or HTML; paste the text of a PDF above"), Accept: ".docx,.txt,.html,.htm", Optional: true}}
	return f
}

// onSitting shows the page with the form that was refused, as it was typed.
func (d *Desk) onSitting(w http.ResponseWriter, r *http.Request, who app.Actor, v app.SittingView, form func(*Sitting) *web.Form, to map[string]string, err error) error {
	page, loadErr := d.sittingPage(r.Context(), who, v)
	if loadErr != nil {
		return loadErr
	}
	f := form(page)
	if f.Action == "" {
		return err
	}
	f.Fill(r)
	return d.refused(w, r, page, f, fieldsAs(err, to))
}

func (d *Desk) addPoint(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	v, err := d.loadSitting(r, who)
	if err != nil {
		return err
	}
	p := r.PostForm
	err = d.app.AddPoint(r.Context(), who, v.Key, app.PointForm{Matter: strings.TrimSpace(p.Get("matter")), Title: p.Get("title"), Department: p.Get("department"), Words: p.Get("words")})
	if err != nil {
		return d.onSitting(w, r, who, v, func(s *Sitting) *web.Form { return &s.Point }, nil, err)
	}
	d.kit.Flash(w, "", 0, "office.point_added")
	http.Redirect(w, r, web.Path("sittings", v.Key), http.StatusSeeOther)
	return nil
}

func (d *Desk) dropPoint(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	key, err := keyOf(r)
	if err != nil {
		return err
	}
	point, err := record.ParseID(r.PathValue("point"))
	if err != nil {
		return fault.New(fault.NotFound, "sitting.point_gone")
	}
	if err := d.app.DropPoint(r.Context(), who, key, point); err != nil {
		return err
	}
	d.kit.Flash(w, "", 0, "office.point_dropped")
	http.Redirect(w, r, web.Path("sittings", key), http.StatusSeeOther)
	return nil
}

func (d *Desk) begin(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	key, err := keyOf(r)
	if err != nil {
		return err
	}
	if err := d.app.BeginSitting(r.Context(), who, key, 0); err != nil {
		return err
	}
	d.kit.Flash(w, "", 0, "office.meeting_begun")
	http.Redirect(w, r, web.Path("sittings", key), http.StatusSeeOther)
	return nil
}

func (d *Desk) closeSitting(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	key, err := keyOf(r)
	if err != nil {
		return err
	}
	if err := d.app.CloseSitting(r.Context(), who, key); err != nil {
		return err
	}
	d.kit.Flash(w, "", 0, "office.meeting_closed")
	http.Redirect(w, r, web.Path("sittings", key), http.StatusSeeOther)
	return nil
}

func (d *Desk) moveSitting(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	v, err := d.loadSitting(r, who)
	if err != nil {
		return err
	}
	p := r.PostForm
	version, _ := strconv.ParseInt(p.Get(web.VersionField), 10, 32) // none is no version
	err = d.app.MoveSitting(r.Context(), who, v.Key, app.SittingForm{Day: p.Get("day"), Time: p.Get("time"), Venue: p.Get("venue"), Words: p.Get("reason_words"), Version: int32(version)})
	if err != nil {
		return d.onSitting(w, r, who, v, func(s *Sitting) *web.Form { return &s.Move }, map[string]string{"starts": "day", "ends": "time", "words": "reason_words"}, err)
	}
	d.kit.Flash(w, "", 0, "office.meeting_moved")
	http.Redirect(w, r, web.Path("sittings", v.Key), http.StatusSeeOther)
	return nil
}

// callOff cancels a meeting before its hour; after it, it was not held.
func (d *Desk) callOff(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	v, err := d.loadSitting(r, who)
	if err != nil {
		return err
	}
	if err := d.app.CallOff(r.Context(), who, v.Key, r.PostForm.Get("reason"), r.PostForm.Get("off_words")); err != nil {
		return d.onSitting(w, r, who, v, func(s *Sitting) *web.Form { return &s.Off }, map[string]string{"words": "off_words"}, err)
	}
	d.kit.Flash(w, "", 0, "office.meeting_off")
	http.Redirect(w, r, web.Path("sittings", v.Key), http.StatusSeeOther)
	return nil
}

// Refusals gathers what is wrong in any form of the page, for the summary above it.
func (s *Sitting) Refusals() web.Form {
	for _, f := range []web.Form{s.Refused, s.Amend, s.Proceedings, s.Point, s.Move, s.Off} {
		if len(f.Refused) > 0 {
			return f
		}
	}
	return web.Form{}
}
