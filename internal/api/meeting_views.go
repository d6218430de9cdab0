package api

import (
	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/i18n"
)

// SittingList is what is coming and the series in which meetings are held.
type SittingList struct {
	Coming []SittingRow `json:"coming" doc:"from today on and those still to be issued"`
	Series []SeriesRow  `json:"series"`
	AsOn   string       `json:"as_on"`
}

// SittingRow is one meeting in a list.
type SittingRow struct {
	ID         string `json:"id"`
	Name       string `json:"name"`
	Starts     string `json:"starts" doc:"instant, RFC 3339"`
	Venue      string `json:"venue,omitempty"`
	Chair      *Ref   `json:"chair,omitempty"`
	State      string `json:"state" enum:"planned open held not_held cancelled"`
	Issued     string `json:"issued,omitempty" doc:"when its directives were issued"`
	Directives int64  `json:"directives"`
	Open       int64  `json:"open"`
	Late       int64  `json:"late"`
	Version    int32  `json:"version"`
}

// SeriesRow is one series with how its directives stand.
type SeriesRow struct {
	ID         string `json:"id"`
	Name       string `json:"name"`
	Chair      *Ref   `json:"chair,omitempty"`
	Rhythm     string `json:"rhythm,omitempty"`
	Next       string `json:"next,omitempty" doc:"day, YYYY-MM-DD"`
	Directives int64  `json:"directives"`
	Open       int64  `json:"open"`
	Late       int64  `json:"late"`
}

// SittingFull is one meeting; agenda and attendance are for those who keep it or were asked.
type SittingFull struct {
	SittingRow
	Convenor   *Ref          `json:"convenor,omitempty"`
	Next       string        `json:"next,omitempty" doc:"day of the next sitting of the series"`
	Frozen     bool          `json:"frozen" doc:"the agenda no longer changes"`
	Agenda     []AgendaPoint `json:"agenda"`
	Attendance []Attendee    `json:"attendance"`
	Addenda    []Addendum    `json:"addenda,omitempty" doc:"corrections of the attendance after the issue"`
	Text       string        `json:"text,omitempty" doc:"of the proceedings"`
	Paper      *Paper        `json:"paper,omitempty" doc:"from which the text was read, without its bytes"`
	Issued     []IssuedItem  `json:"issued_directives,omitempty"`
}

// Addendum is one correction of the attendance of issued minutes.
type Addendum struct {
	At    string     `json:"at"`
	By    *Ref       `json:"by,omitempty"`
	Words string     `json:"words"`
	Was   []Attendee `json:"was"`
	Now   []Attendee `json:"now"`
}

// IssuedItem is one directive of the issued minutes and the matters that it became.
type IssuedItem struct {
	N       int      `json:"n"`
	Subject string   `json:"subject"`
	Owners  []Ref    `json:"owners"`
	Matters []string `json:"matters"`
}

// AgendaList is the agenda alone.
type AgendaList struct {
	Frozen bool          `json:"frozen"`
	Agenda []AgendaPoint `json:"agenda"`
}

// AgendaPoint is one point with why it is there and the last word on it.
type AgendaPoint struct {
	ID         string   `json:"id"`
	N          int      `json:"n"`
	Title      string   `json:"title"`
	Matter     string   `json:"matter,omitempty" doc:"id; a point in words has none"`
	Department *Ref     `json:"department,omitempty"`
	Holders    []Ref    `json:"holders"`
	Due        string   `json:"due,omitempty"`
	DaysLate   int      `json:"days_late"`
	Why        []string `json:"why"`
	Said       string   `json:"said,omitempty"`
	SaidAt     string   `json:"said_at,omitempty"`
}

// Attendee is one post or invitee.
type Attendee struct {
	ID       string `json:"id"`
	Post     *Ref   `json:"post,omitempty"`
	Name     string `json:"name,omitempty"`
	Presence string `json:"presence" enum:"invited in_person video deputy absent excused"`
	Reason   string `json:"reason,omitempty"`
}

// Reading is what was read in the proceedings, as it stands at the desk.
type Reading struct {
	Sitting    string   `json:"sitting"`
	Revision   int      `json:"revision" doc:"of the text"`
	Drafts     []Draft  `json:"drafts"`
	Figures    []Figure `json:"figures" doc:"reported in the text; the accepted ones become observations at issue"`
	Doubtful   int      `json:"doubtful" doc:"drafts to be decided of which something is not sure"`
	Notes      []string `json:"notes" doc:"on the text as a whole"`
	Ready      bool     `json:"ready" doc:"everything is decided and may be issued"`
	Directives int      `json:"directives" doc:"accepted"`
	Matters    int      `json:"matters" doc:"that issuing would make, one for each post"`
}

// Draft is one directive that is not yet said.
type Draft struct {
	ID         string       `json:"id"`
	N          int          `json:"n"`
	Status     string       `json:"status" enum:"proposed accepted dropped"`
	Subject    string       `json:"subject"`
	Owners     []DraftOwner `json:"owners"`
	Due        string       `json:"due,omitempty" doc:"day, YYYY-MM-DD"`
	Limit      string       `json:"limit" doc:"the day in words"`
	Confidence int          `json:"confidence" doc:"percent"`
	Doubts     []string     `json:"doubts"`
	Said       string       `json:"said,omitempty" doc:"the words it was read from"`
	Remember   string       `json:"remember,omitempty" doc:"words that the correction offers to have remembered for the district"`
	Version    int32        `json:"version"`
}

// DraftOwner is who a proposed directive asks, and why.
type DraftOwner struct {
	Key     string   `json:"key" doc:"of the post; all: and a kind is everybody of it, several keys are joined by +; empty is open"`
	Name    string   `json:"name"`
	Why     string   `json:"why,omitempty" doc:"what chose it, such as a rule of the district"`
	Notes   []string `json:"notes" doc:"vacant, in additional charge, held by two"`
	Choices []Ref    `json:"choices" doc:"offered where the text does not decide"`
}

// Figure is one number that the proceedings report.
type Figure struct {
	ID        string   `json:"id"`
	Status    string   `json:"status" enum:"proposed accepted dropped"`
	Measure   string   `json:"measure"`
	Indicator string   `json:"indicator,omitempty" doc:"pack.indicator; a free measure has none"`
	Fits      []string `json:"fits" doc:"indicators that its words fit"`
	Place     *Ref     `json:"place,omitempty"`
	From      string   `json:"from,omitempty" doc:"day, YYYY-MM-DD"`
	To        string   `json:"to" doc:"day, YYYY-MM-DD"`
	Value     float64  `json:"value"`
	Of        float64  `json:"of,omitempty" doc:"the whole"`
	Unit      string   `json:"unit,omitempty"`
	About     bool     `json:"about,omitempty"`
	Nature    string   `json:"nature" enum:"stock flow total"`
	Said      string   `json:"said"`
	Findings  []string `json:"findings" doc:"what does not reconcile; never refused for it"`
	Version   int32    `json:"version"`
}

// IssuedNow is what an issue made, or made before.
type IssuedNow struct {
	Directives int      `json:"directives"`
	Matters    []string `json:"matters" doc:"ids"`
	Again      bool     `json:"again" doc:"it was issued before; nothing was done now"`
}

// ActionsTaken is what became of each directive of a meeting.
type ActionsTaken struct {
	Sitting SittingRow    `json:"sitting"`
	All     int           `json:"all"`
	Done    int           `json:"done"`
	Open    int           `json:"open"`
	Late    int           `json:"late"`
	Silent  int           `json:"silent"`
	Rows    []ActionTaken `json:"rows"`
	AsOn    string        `json:"as_on"`
}

// ActionTaken is one directive with the last word on it.
type ActionTaken struct {
	N        int    `json:"n"`
	Matter   string `json:"matter"`
	Number   string `json:"number"`
	What     string `json:"what"`
	Whom     string `json:"whom"`
	Due      string `json:"due,omitempty"`
	Status   string `json:"status" enum:"on_time soon late silent done"`
	DaysLate int    `json:"days_late"`
	Said     string `json:"said,omitempty"`
	SaidAt   string `json:"said_at,omitempty"`
	SaidBy   *Ref   `json:"said_by,omitempty"`
	Silent   []Ref  `json:"silent"`
}

func (f SittingFull) location() string { return "/api/v1/sittings/" + f.ID }

func sittingRow(l i18n.Lang, m app.MeetingRow) SittingRow {
	return SittingRow{ID: m.Key.String(), Name: m.Name.In(l), Starts: instant(m.Starts), Venue: m.Venue, Chair: ref(l, m.Chair), State: string(m.State),
		Issued: instant(m.Issued), Directives: m.Directives, Open: m.Open, Late: m.Late, Version: m.Version}
}

func sittingFull(l i18n.Lang, v app.SittingView) SittingFull {
	out := SittingFull{SittingRow: sittingRow(l, v.MeetingRow), Convenor: ref(l, v.Convenor), Next: day(v.Next), Frozen: v.Frozen, Agenda: []AgendaPoint{}, Attendance: []Attendee{}}
	for _, a := range v.Agenda {
		out.Agenda = append(out.Agenda, agendaPoint(l, a))
	}
	for _, a := range v.Attendance {
		out.Attendance = append(out.Attendance, attendee(l, a))
	}
	for _, a := range v.Addenda {
		one := Addendum{At: instant(a.At), By: ref(l, a.By), Words: a.Words, Was: []Attendee{}, Now: []Attendee{}}
		for _, c := range a.Changes {
			if c.Was != nil {
				one.Was = append(one.Was, attendee(l, *c.Was))
			}
			one.Now = append(one.Now, attendee(l, c.Now))
		}
		out.Addenda = append(out.Addenda, one)
	}
	if v.Proceeding != nil {
		out.proceeding(l, v.Proceeding)
	}
	return out
}

func (f *SittingFull) proceeding(l i18n.Lang, p *app.ProceedingView) {
	f.Text = p.Text
	if p.Paper != nil {
		one := paper(p.Paper.FileView, nil)
		f.Paper = &one
	}
	for _, is := range p.Issued {
		item := IssuedItem{N: is.N, Subject: is.Subject, Owners: refs(l, is.Owners), Matters: []string{}}
		for _, k := range is.Matters {
			item.Matters = append(item.Matters, k.String())
		}
		f.Issued = append(f.Issued, item)
	}
}

func attendee(l i18n.Lang, a app.AttendeeView) Attendee {
	return Attendee{ID: a.ID.String(), Post: ref(l, a.Post), Name: a.Name, Presence: string(a.Presence), Reason: a.Reason}
}

func agendaPoint(l i18n.Lang, a app.AgendaLine) AgendaPoint {
	out := AgendaPoint{ID: a.ID.String(), N: a.Position, Title: a.Title, Department: ref(l, a.Department), Holders: refs(l, a.Holders), Due: instant(a.Due), DaysLate: a.DaysLate, Why: []string{},
		Said: a.Said, SaidAt: instant(a.SaidAt)}
	if !a.Key.IsZero() {
		out.Matter = a.Key.String()
	}
	for _, w := range a.Why {
		out.Why = append(out.Why, w.In(l))
	}
	if a.Words != "" {
		out.Why = append(out.Why, a.Words)
	}
	return out
}

func reading(l i18n.Lang, v app.ReadingView) Reading {
	out := Reading{Sitting: v.Meeting.Key.String(), Revision: v.Revision, Drafts: []Draft{}, Figures: []Figure{}, Doubtful: v.Doubtful, Notes: []string{}, Ready: v.Issue.Ready, Directives: v.Issue.Directives, Matters: v.Issue.Matters}
	for _, n := range v.Notes {
		out.Notes = append(out.Notes, n.In(l))
	}
	for _, at := range v.Drafts {
		out.Drafts = append(out.Drafts, draft(l, at))
	}
	for _, f := range v.Figures {
		out.Figures = append(out.Figures, figure(l, f))
	}
	return out
}

func draft(l i18n.Lang, at app.DraftView) Draft {
	out := Draft{ID: at.ID.String(), N: at.N, Status: string(at.Status), Subject: at.Subject, Owners: []DraftOwner{}, Due: day(at.Limit.Due), Limit: at.Limit.Words.In(l),
		Confidence: at.Confidence, Doubts: []string{}, Said: at.Said, Version: at.Version}
	for _, o := range at.Owners {
		name := o.Name.In(l)
		if o.Key == "" {
			name = o.Text
		}
		one := DraftOwner{Key: o.Key, Name: name, Why: o.Why.In(l), Notes: []string{}, Choices: []Ref{}}
		for _, n := range o.Notes {
			one.Notes = append(one.Notes, n.In(l))
		}
		for _, c := range o.Choices {
			one.Choices = append(one.Choices, Ref{Key: c.Key, Name: c.Name.In(l)})
		}
		out.Owners = append(out.Owners, one)
	}
	if at.Lesson != nil {
		out.Remember = at.Lesson.Words
	}
	for _, d := range at.Doubts {
		out.Doubts = append(out.Doubts, d.In(l))
	}
	return out
}

func figure(l i18n.Lang, f app.FigureView) Figure {
	out := Figure{ID: f.ID.String(), Status: string(f.Status), Measure: f.Measure, Indicator: f.Indicator.Key, Fits: []string{}, Place: ref(l, f.Place), From: day(f.From), To: day(f.To),
		Value: f.Value, Of: f.Of, Unit: f.Unit, About: f.About, Nature: string(f.Nature), Said: f.Said, Findings: []string{}, Version: f.Version}
	for _, o := range f.Fits {
		out.Fits = append(out.Fits, o.Key)
	}
	for _, x := range f.Findings {
		out.Findings = append(out.Findings, x.In(l))
	}
	return out
}
