package office

import (
	"net/http"
	"strings"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/sitting"
	"github.com/anupalan/anupalan/internal/web"
)

// amendForm asks for one correction of the attendance of issued minutes, with its reason.
func amendForm(l i18n.Lang, v app.SittingView) web.Form {
	who := web.Field{Kind: web.OneOfField, Name: "attendee", Label: in(l, "किसकी उपस्थिति", "Whose attendance")}
	for _, a := range v.Attendance {
		who.Options = append(who.Options, web.Option{Value: a.ID.String(), Label: attendee(l, a).Post, Note: presenceIn(l, a)})
	}
	how := web.Field{Kind: web.OneOfField, Name: "presence", Label: in(l, "वास्तव में", "How it truly was")}
	for _, p := range marked() {
		how.Options = append(how.Options, web.Option{Value: p.Name(), Label: p.Label().In(l)})
	}
	return web.Form{Action: web.Path("sittings", v.Key, "attendance", "amend"), Submit: in(l, "शुद्धिपत्र जोड़ें", "Add the correction"),
		Head: in(l, "शुद्धि अभी नहीं जुड़ी", "The correction is not added yet"),
		Next: in(l, "कार्यवाही वही रहेगी; शुद्धि आपके पद और कारण सहित उसके नीचे दिखेगी और छपेगी।", "The minutes stay as they are; the correction is shown and printed below them with your post and reason."),
		Fields: []web.Field{who, how,
			{Name: "amend_name", Label: in(l, "प्रतिनिधि का नाम, या अनुपस्थिति का कारण", "Name of the deputy, or why absent"), Optional: true},
			{Kind: web.AreaField, Name: "amend_words", Label: in(l, "शुद्धि का कारण", "Why it is corrected")}}}
}

// amend corrects one attendance of frozen minutes by an addendum.
func (d *Desk) amend(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	v, err := d.loadSitting(r, who)
	if err != nil {
		return err
	}
	p := r.PostForm
	row := app.AttendanceForm{ID: p.Get("attendee"), Presence: string(presenceOf(p.Get("presence")))}
	switch words := strings.TrimSpace(p.Get("amend_name")); sitting.Presence(row.Presence) {
	case sitting.ByDeputy:
		row.Name = words
	case sitting.Absent, sitting.Excused:
		row.Reason = words
	}
	err = unchosen(row)
	if err == nil {
		_, err = d.app.AmendAttendance(r.Context(), who, v.Key, []app.AttendanceForm{row}, p.Get("amend_words"))
	}
	if err != nil {
		to := map[string]string{"words": "amend_words", "attendees": "presence", "id": "attendee"}
		for _, a := range v.Attendance {
			to[a.Post.Key] = "amend_name"
		}
		return d.onSitting(w, r, who, v, func(s *Sitting) *web.Form { return &s.Amend }, to, err)
	}
	d.kit.Flash(w, "", 0, "office.attendance_amended")
	http.Redirect(w, r, web.Path("sittings", v.Key)+"#attendance", http.StatusSeeOther)
	return nil
}

// unchosen names what was left out before a correction can mean anything.
func unchosen(row app.AttendanceForm) error {
	f := fault.New(fault.Invalid, "sitting.attendance_wrong")
	if row.ID == "" {
		f.With("attendee", "sitting.amend_whose")
	}
	if row.Presence == string(sitting.Invited) {
		f.With("presence", "sitting.presence_wrong")
	}
	return f.Any()
}

// corrected marks an attendee whose presence an addendum put right.
func (s *Sitting) corrected(id string) {
	for i := range s.Attendance {
		if s.Attendance[i].PostID == id {
			s.Attendance[i].Amended = true
		}
	}
}

func addendum(l i18n.Lang, a app.AddendumView) Addendum {
	out := Addendum{At: a.At, By: a.By.Name.In(l), Words: a.Words}
	for _, c := range a.Changes {
		one := Correction{Post: attendee(l, c.Now).Post, Now: presenceIn(l, c.Now)}
		if c.Was != nil {
			one.Was = presenceIn(l, *c.Was)
		}
		out.Changes = append(out.Changes, one)
	}
	return out
}
