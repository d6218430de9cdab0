package office

import (
	"net/http"
	"strings"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/sitting"
	"github.com/anupalan/anupalan/internal/web"
)

// presenceOf is the presence that a form's word stands for.
func presenceOf(word string) sitting.Presence {
	for p, shown := range presences {
		if shown.Name() == word {
			return p
		}
	}
	return sitting.Invited
}

func attendee(l i18n.Lang, a app.AttendeeView) Attendee {
	out := Attendee{PostID: a.ID.String(), Post: a.Post.Name.In(l), Presence: presences[a.Presence], Deputy: a.Name}
	if out.Post == "" {
		out.Post = a.Name
	}
	if a.Reason != "" {
		out.Deputy = a.Reason
	}
	return out
}

// presenceIn is how a post took part, in one line with its deputy or reason.
func presenceIn(l i18n.Lang, a app.AttendeeView) string {
	words := presences[a.Presence].Label().In(l)
	if extra := attendee(l, a).Deputy; extra != "" && a.Post.ID != 0 {
		words += ": " + extra
	}
	return words
}

func (d *Desk) attend(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	v, err := d.loadSitting(r, who)
	if err != nil {
		return err
	}
	var rows []app.AttendanceForm
	for _, a := range v.Attendance {
		id := a.ID.String()
		p := presenceOf(r.PostForm.Get("at." + id))
		if p == sitting.Invited && r.PostForm.Has("rest") {
			p = sitting.InPerson
		}
		if p == sitting.Invited {
			continue
		}
		row := app.AttendanceForm{ID: id, Presence: string(p)}
		switch words := strings.TrimSpace(r.PostForm.Get("deputy." + id)); p {
		case sitting.ByDeputy:
			row.Name = words
		case sitting.Absent, sitting.Excused:
			row.Reason = words
		}
		rows = append(rows, row)
	}
	if _, err = d.app.Attend(r.Context(), who, v.Key, rows); err == nil {
		d.kit.Flash(w, "", 0, "office.attendance_saved")
		http.Redirect(w, r, web.Path("sittings", v.Key)+"#attendance", http.StatusSeeOther)
		return nil
	}
	page, loadErr := d.sittingPage(r.Context(), who, v)
	if loadErr != nil {
		return loadErr
	}
	for i := range page.Attendance {
		a := &page.Attendance[i]
		a.Presence, a.Deputy = presences[presenceOf(r.PostForm.Get("at."+a.PostID))], r.PostForm.Get("deputy."+a.PostID)
	}
	page.Refused.Head = in(who.Lang, "उपस्थिति अभी सहेजी नहीं गई", "The attendance is not saved yet")
	return d.refused(w, r, page, &page.Refused, namedPosts(who.Lang, v, err))
}

// namedPosts puts the posts' names where a fault of attendance has their keys.
func namedPosts(l i18n.Lang, v app.SittingView, err error) error {
	names := map[string]string{}
	for _, a := range v.Attendance {
		names[a.Post.Key] = a.Post.Name.In(l)
	}
	return fieldsAs(err, names)
}
