package office

import (
	"net/http"
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/sitting"
	"github.com/anupalan/anupalan/internal/web"
)

// meetingRoutes are the pages of meetings; who may keep one is decided by its chair and convenor, in app.
func (d *Desk) meetingRoutes() []route {
	return slices.Concat([]route{
		{"GET /meetings", signedIn, d.meetings},
		{"GET /meetings/new", signedIn, d.seriesForm},
		{"POST /meetings/new", signedIn, d.openSeries},
		{"GET /meetings/call", signedIn, d.planForm},
		{"POST /meetings/call", signedIn, d.plan},
		{"GET /meetings/{id}", signedIn, d.series},
		{"GET /meetings/{id}/call", signedIn, d.planForm},
		{"POST /meetings/{id}/call", signedIn, d.plan},
		{"GET /meetings/{id}/atr", signedIn, d.seriesATR},
	}, d.sittingRoutes(), d.readingRoutes(), d.hallRoutes(), d.followRoutes(), d.learnedRoutes())
}

// in picks the reader's half of a wording.
func in(l i18n.Lang, hi, en string) string { return i18n.Text{Hi: hi, En: en}.In(l) }

// keyOf reads the key in a page's address; what is no key is nowhere.
func keyOf(r *http.Request) (record.Key, error) {
	key, err := record.ParseKey(r.PathValue("id"))
	if err != nil {
		return key, fault.New(fault.NotFound, "sitting.not_found")
	}
	return key, nil
}

func (d *Desk) meetings(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	v, err := d.app.Meetings(r.Context(), who)
	if err != nil {
		return err
	}
	l := who.Lang
	page := &Meetings{Base: web.Base{Room: web.RoomMeetings, AsOn: v.AsOn}}
	for _, m := range v.Coming {
		page.Coming = append(page.Coming, meetingRow(l, m))
	}
	if v.MayAdd {
		page.Call, page.Found = "/meetings/call", "/meetings/new"
	}
	for _, s := range v.Series {
		page.Series = append(page.Series, SeriesRow{ID: s.Key.String(), Name: s.Name.In(l), Chair: s.Chair.Name.In(l), Rhythm: rhythmOf(l, s), Next: s.Next,
			Open: web.Count{N: int(s.Open)}, Late: web.Count{N: int(s.Late)}})
		if s.MayKeep {
			page.Call = "/meetings/call"
		}
	}
	return d.kit.Render(w, r, http.StatusOK, page)
}

func meetingRow(l i18n.Lang, m app.MeetingRow) SittingRow {
	return SittingRow{ID: m.Key.String(), Name: m.Name.In(l), At: m.Starts, Venue: m.Venue, State: sittingState(m), Points: m.Points,
		Directives: web.Count{N: int(m.Directives), Href: web.Path("sittings", m.Key, "atr")}, Done: web.Count{N: int(m.Directives - m.Open), Href: web.Path("sittings", m.Key, "atr")}}
}

func sittingState(m app.MeetingRow) SittingState {
	switch {
	case m.State.Over():
		return Cancelled
	case m.Issued != 0:
		return Issued
	case m.State == sitting.Held:
		return Held
	case m.State == sitting.Open:
		return Running
	}
	return Called
}

// coming are the next sittings for the district's page.
func coming(l i18n.Lang, rows []app.MeetingRow) []Coming {
	var list []Coming
	for _, m := range rows {
		hour, minute := m.Starts.Clock()
		note := i18n.Message(l, "office.at_hour", hour, minute)
		if m.Venue != "" {
			note += ", " + m.Venue
		}
		one := Coming{Date: m.Starts.Date(), Title: m.Name.In(l), Href: web.Path("sittings", m.Key), Note: note}
		if sittingState(m) == Held {
			one.Link = web.Link{Text: in(l, "कार्यवाही जारी होनी है", "Proceedings to be issued"), Href: web.Path("sittings", m.Key, "reading")}
		}
		list = append(list, one)
	}
	return list
}

// seriesRows is how many sittings stand on one page of a series.
const seriesRows = 20

func (d *Desk) series(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	key, err := keyOf(r)
	if err != nil {
		return err
	}
	v, err := d.app.Series(r.Context(), who, key)
	if err != nil {
		return err
	}
	l := who.Lang
	page := &Series{Base: web.Base{Room: web.RoomMeetings, AsOn: d.app.Now()}, ID: v.Key.String(), Name: v.Name.In(l), Chair: v.Chair.Name.In(l), Rhythm: rhythmOf(l, v)}
	if v.MayKeep {
		page.Call = web.Path("meetings", v.Key, "call")
	}
	rows := v.Sittings
	if at := slices.IndexFunc(rows, func(m app.MeetingRow) bool { return m.Key.String() == r.URL.Query().Get("before") }); at >= 0 {
		rows = rows[at+1:]
	}
	if len(rows) > seriesRows {
		rows = rows[:seriesRows]
		page.Next = web.With(web.Path("meetings", v.Key), "before", rows[seriesRows-1].Key.String())
	}
	for _, m := range rows {
		page.Rows = append(page.Rows, meetingRow(l, m))
	}
	if slices.ContainsFunc(v.Sittings, hasATR) {
		page.ATR = web.Path("meetings", v.Key, "atr")
	}
	return d.kit.Render(w, r, http.StatusOK, page)
}

func hasATR(m app.MeetingRow) bool { return m.Directives > 0 }

// seriesATR leads to the table of the last sitting at which anything was directed.
func (d *Desk) seriesATR(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	key, err := keyOf(r)
	if err != nil {
		return err
	}
	v, err := d.app.Series(r.Context(), who, key)
	if err != nil {
		return err
	}
	to := web.Path("meetings", key)
	if at := slices.IndexFunc(v.Sittings, hasATR); at >= 0 {
		to = web.Path("sittings", v.Sittings[at].Key, "atr")
	}
	http.Redirect(w, r, to, http.StatusSeeOther)
	return nil
}

// trail leads back to the meetings from a form of theirs.
func trail(l i18n.Lang, more ...web.Link) []web.Link {
	return append([]web.Link{{Text: in(l, "बैठकें", "Meetings"), Href: "/meetings"}}, more...)
}

func (d *Desk) planForm(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	page, err := d.planPage(r, who)
	if err != nil {
		return err
	}
	return d.kit.Render(w, r, http.StatusOK, page)
}

// planPage asks for the day, hour and hall of a meeting; what is left out is the series'.
func (d *Desk) planPage(r *http.Request, who app.Actor) (*MeetingForm, error) {
	v, err := d.app.Meetings(r.Context(), who)
	if err != nil {
		return nil, err
	}
	l := who.Lang
	of := web.Field{Kind: web.OneOfField, Name: "series", Label: in(l, "शृंखला", "Series"), Optional: true,
		Hint: in(l, "न चुनने पर यह बैठक किसी शृंखला की नहीं होगी और आप अध्यक्ष होंगे", "Without one the meeting is of no series, and you chair it")}
	page := &MeetingForm{Base: web.Base{Room: web.RoomMeetings}, Title: in(l, "बैठक बुलाएँ", "Call a meeting"), Trail: trail(l)}
	day := web.Field{Kind: web.DateField, Name: "day", Label: in(l, "तिथि", "Day")}
	for _, s := range v.Series {
		if !s.MayKeep {
			continue
		}
		o := web.Option{Value: s.Key.String(), Label: s.Name.In(l), Note: seriesNote(l, s)}
		if o.Value == r.PathValue("id") {
			o.Chosen, page.Title = true, s.Name.In(l)
			page.Trail = trail(l, web.Link{Text: s.Name.In(l), Href: web.Path("meetings", s.Key)})
			day.Optional, day.Hint = s.Every != "", ""
			if day.Optional {
				day.Hint = i18n.Message(l, "office.day_of_series", seriesNote(l, s))
			}
			of.Hint = ""
		}
		of.Options = append(of.Options, o)
	}
	page.Form = web.Form{Action: r.URL.Path, Draft: who.Person.String() + r.URL.Path, Submit: in(l, "बैठक बुलाएँ", "Call the meeting"),
		Next: in(l, "शृंखला के सभी सदस्य बुलाए जाएँगे, और कार्यसूची अपने-आप बनेगी।", "All members of the series are asked, and the agenda makes itself."),
		Head: in(l, "बैठक अभी नहीं बुलाई गई", "The meeting is not called yet")}
	if len(of.Options) > 0 {
		page.Form.Fields = append(page.Form.Fields, of)
	}
	page.Form.Fields = append(page.Form.Fields, day,
		web.Field{Name: "time", Label: in(l, "समय", "Hour"), Hint: in(l, "जैसे 11:00", "such as 11:00"), Optional: true},
		web.Field{Name: "venue", Label: in(l, "स्थान", "Hall"), Optional: true},
		web.Field{Name: "title", Label: in(l, "विषय", "Subject"), Hint: in(l, "खाली छोड़ने पर शृंखला का नाम", "the name of the series if left empty"), Optional: len(of.Options) > 0})
	return page, nil
}

// rhythmOf says how often a series sits.
func rhythmOf(l i18n.Lang, s app.SeriesView) string {
	if s.Every == "" {
		return in(l, "एक-एक कर तय", "fixed one by one")
	}
	return s.Rhythm.In(l)
}

// seriesNote tells when a series sits.
func seriesNote(l i18n.Lang, s app.SeriesView) string {
	if s.Every == "" {
		return rhythmOf(l, s)
	}
	return i18n.Message(l, "office.series_next", s.Rhythm, s.Hour/60, s.Hour%60)
}

func (d *Desk) plan(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	page, err := d.planPage(r, who)
	if err != nil {
		return err
	}
	page.Form.Fill(r)
	f := app.SittingForm{Day: r.PostForm.Get("day"), Time: r.PostForm.Get("time"), Venue: r.PostForm.Get("venue")}
	f.Title = i18n.Text{Hi: strings.TrimSpace(r.PostForm.Get("title"))}
	if s := r.PostForm.Get("series"); s != "" {
		if f.Series, err = record.ParseKey(s); err != nil {
			return fault.New(fault.NotFound, "sitting.series_gone")
		}
	}
	key, err := d.app.PlanSitting(r.Context(), who, f)
	if err != nil {
		return d.refused(w, r, page, &page.Form, fieldsAs(err, map[string]string{"starts": "day", "ends": "time"}))
	}
	d.kit.Flash(w, "", 0, "office.meeting_called")
	http.Redirect(w, r, web.Path("sittings", key), http.StatusSeeOther)
	return nil
}

// fieldsAs names a fault's fields as a form calls them: to maps names, an index is left out.
func fieldsAs(err error, to map[string]string) error {
	f := fault.As(err)
	if f == nil {
		return err
	}
	own := *f
	own.Fields = slices.Clone(f.Fields)
	for i := range own.Fields {
		name, _, _ := strings.Cut(own.Fields[i].Path, "[")
		if as, ok := to[name]; ok {
			name = as
		}
		own.Fields[i].Path = name
	}
	return &own
}

func (d *Desk) seriesForm(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	return d.kit.Render(w, r, http.StatusOK, d.seriesPage(who))
}

func (d *Desk) seriesPage(who app.Actor) *MeetingForm {
	l := who.Lang
	page := &MeetingForm{Base: web.Base{Room: web.RoomMeetings}, Title: in(l, "बैठकों की नई शृंखला", "A new series of meetings"), Trail: trail(l)}
	page.Form = web.Form{Action: "/meetings/new", Draft: who.Person.String() + "/meetings/new", Submit: in(l, "शृंखला बनाएँ", "Found the series"),
		Head: in(l, "शृंखला अभी नहीं बनी", "The series is not founded yet"), Fields: []web.Field{
			{Name: "name", Label: in(l, "नाम", "Name")},
			{Name: "name_en", Label: in(l, "अंग्रेज़ी में नाम", "Name in English"), Optional: true},
			{Kind: web.PostField, Name: "chair", Label: in(l, "अध्यक्ष", "Chair"), Optional: true, Hint: in(l, "खाली छोड़ने पर आपका पद", "your own post if left empty")},
			{Kind: web.PostField, Name: "convenor", Label: in(l, "संयोजक, जो कार्यवाही रखता है", "Convenor, who keeps the proceedings"), Optional: true},
			{Kind: web.OneOfField, Name: "rhythm", Label: in(l, "कब", "When"), Optional: true, Options: rhythms(l)},
			{Name: "time", Label: in(l, "समय", "Hour"), Value: "11:00"},
			{Name: "venue", Label: in(l, "स्थान", "Hall"), Optional: true},
			{Kind: web.PostField, Name: "members", Label: in(l, "सदस्य", "Members"), Many: true, Optional: true, Hint: in(l, "जो हर बैठक में बुलाए जाएँ", "asked to every sitting")},
		}}
	return page
}

// rhythms are what meetings mostly keep to, in the words of calendar.
func rhythms(l i18n.Lang) []web.Option {
	var list []web.Option
	for _, s := range []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "first and third saturday", "month"} {
		if every, err := calendar.ParseRhythm(s); err == nil {
			list = append(list, web.Option{Value: s, Label: every.In(l)})
		}
	}
	return list
}

func (d *Desk) openSeries(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	page := d.seriesPage(who)
	page.Form.Fill(r)
	d.pickInto(r, who, &page.Form)
	if r.PostForm.Get("_pick") != "" {
		return d.kit.Render(w, r, http.StatusOK, page)
	}
	p := r.PostForm
	key, err := d.app.OpenSeries(r.Context(), who, app.SeriesForm{Name: i18n.Text{Hi: p.Get("name"), En: p.Get("name_en")}, Chair: p.Get("chair"), Convenor: p.Get("convenor"),
		Members: p["members"], Rhythm: p.Get("rhythm"), Time: p.Get("time"), Venue: p.Get("venue")})
	if err != nil {
		return d.refused(w, r, page, &page.Form, fieldsAs(err, map[string]string{"hour": "time", "slug": "name"}))
	}
	d.kit.Flash(w, "", 0, "office.series_founded")
	http.Redirect(w, r, web.Path("meetings", key), http.StatusSeeOther)
	return nil
}
