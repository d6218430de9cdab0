package extract

import (
	"encoding/json"
	"io"

	"github.com/anupalan/anupalan/internal/calendar"
)

// WriteJSON writes a result in the exchange format: one object with meeting,
// directives and facts, quotes as strings.
func WriteJSON(w io.Writer, id, text string, res *Result) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(exchange(id, text, res))
}

type fileJSON struct {
	ID         string          `json:"id"`
	Meeting    meetingJSON     `json:"meeting"`
	Directives []directiveJSON `json:"directives"`
	Facts      []factJSON      `json:"facts"`
	Notes      []string        `json:"notes,omitempty"`
}

type meetingJSON struct {
	Date    *string `json:"date"`
	Chair   *string `json:"chair_post"`
	Place   *string `json:"place"`
	Subject *string `json:"subject"`
}

type directiveJSON struct {
	N          int          `json:"n"`
	Quote      string       `json:"quote"`
	Action     string       `json:"action"`
	Owners     []string     `json:"owners"`
	OwnerKeys  []string     `json:"owner_keys"`
	AllOfKind  bool         `json:"all_of_kind"`
	Subject    *string      `json:"subject"`
	Deadline   deadlineJSON `json:"deadline"`
	Target     *targetJSON  `json:"target"`
	Sanction   string       `json:"sanction"`
	Confidence float64      `json:"confidence"`
	Why        []string     `json:"why,omitempty"`
}

type deadlineJSON struct {
	Text  *string `json:"text"`
	Kind  string  `json:"kind"`
	Start *string `json:"start"`
	End   *string `json:"end"`
	Every *string `json:"every"`
}

type targetJSON struct {
	Value float64 `json:"value"`
	Unit  string  `json:"unit"`
	Per   *string `json:"per"`
}

type factJSON struct {
	Quote   string   `json:"quote"`
	Measure string   `json:"measure"`
	Value   float64  `json:"value"`
	Unit    string   `json:"unit"`
	Of      *float64 `json:"of"`
}

func exchange(id, text string, res *Result) fileJSON {
	f := fileJSON{ID: id, Directives: []directiveJSON{}, Facts: []factJSON{}}
	m := &res.Meeting
	f.Meeting = meetingJSON{Date: date(m.Date), Chair: some(m.Chair), Place: some(m.Place), Subject: some(m.Subject)}
	for i := range res.Directives {
		f.Directives = append(f.Directives, exchangeDirective(i+1, text, &res.Directives[i]))
	}
	for _, x := range res.Facts {
		j := factJSON{Quote: x.Quote.Of(text), Measure: x.Measure, Value: x.Value, Unit: x.Unit}
		if x.Of != 0 {
			j.Of = &x.Of
		}
		f.Facts = append(f.Facts, j)
	}
	for _, n := range res.Notes {
		f.Notes = append(f.Notes, n.Code)
	}
	return f
}

func exchangeDirective(n int, text string, d *Directive) directiveJSON {
	j := directiveJSON{N: n, Action: d.Action, Owners: []string{}, OwnerKeys: d.Keys, AllOfKind: d.AllOfKind, Subject: some(d.Subject),
		Sanction: d.Sanction.String(), Confidence: float64(int(d.Confidence*100+0.5)) / 100}
	for i, q := range d.Quote {
		if i > 0 {
			j.Quote += " … "
		}
		j.Quote += q.Of(text)
	}
	for _, o := range d.Owners {
		j.Owners = append(j.Owners, o.Text)
	}
	l := &d.Deadline
	j.Deadline = deadlineJSON{Text: some(l.Text), Kind: l.Kind.String(), Start: date(l.Start), End: date(l.End), Every: some(l.Every)}
	if t := d.Target; t != nil {
		j.Target = &targetJSON{Value: t.Value, Unit: t.Unit, Per: some(t.Per)}
	}
	for _, w := range d.Why {
		j.Why = append(j.Why, w.Code)
	}
	return j
}

func some(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func date(d calendar.Date) *string {
	if d == 0 {
		return nil
	}
	s := d.String()
	return &s
}
