package office

import (
	"net/http"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/web"
)

func (d *Desk) matterRoutes() []route {
	return []route{
		{"GET /matters/{id}", signedIn, d.matter},
		{"GET /matters/{id}/report", signedIn, d.report},
		{"GET /matters/{id}/acts/{act}", signedIn, d.actPage},
		{"POST /matters/{id}/acts/{act}", signedIn, d.act},
		{"GET /matters/{id}/files/{hash}", signedIn, d.file},
	}
}

func (d *Desk) load(r *http.Request, who app.Actor) (app.View, error) {
	key, err := record.ParseKey(r.PathValue("id"))
	if err != nil {
		return app.View{}, fault.New(fault.NotFound, "matter.not_found")
	}
	return d.app.Matter(r.Context(), who, key)
}

func (d *Desk) matter(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	v, err := d.load(r, who)
	if err != nil {
		return err
	}
	l := who.Lang
	page := &Matter{Base: web.Base{Room: web.RoomMatters, AsOn: d.app.Now()}, Head: head(l, who, v), Facts: facts(l, v)}
	page.Deeds, page.Older = newest(deeds(l, v))
	for _, a := range v.Acts {
		link := web.Link{Text: a.Name.In(l), Href: actHref(v, a)}
		if a.Standard && len(page.Acts) >= actsShown {
			page.Rare = append(page.Rare, link)
			continue
		}
		page.Acts, page.Owed = append(page.Acts, link), page.Owed || a.Main && len(page.Acts) == 0 && v.Parts == nil
	}
	if v.Parts != nil {
		short := byPlace(v.Parts)
		for _, p := range v.Parts.Parts {
			page.Parts = append(page.Parts, part(l, p, short))
		}
		page.Told = rollTold(l, v.Parts)
	}
	page.Sets, page.Offers = sets(l, v), offers(l, v)
	return d.kit.Render(w, r, http.StatusOK, page)
}

// actsShown is how many buttons stand open before the acts that every matter has are folded.
const actsShown = 4

// deedsShown is how many deeds of a matter stand open on its page.
const deedsShown = 20

// newest parts the deeds shown at once from the older ones; a few more are not worth a fold.
func newest(list []Deed) (shown, older []Deed) {
	if len(list) <= deedsShown+5 {
		return list, nil
	}
	return list[:deedsShown], list[deedsShown:]
}

// actHref leads to the report page for the one act that is owed, to the act's form otherwise.
func actHref(v app.View, a app.ActView) string {
	if a.Main && v.Owes() {
		return web.Path("matters", v.Key, "report")
	}
	return web.Path("matters", v.Key, "acts", a.Key)
}

func head(l i18n.Lang, who app.Actor, v app.View) Head {
	h := Head{ID: v.Key.String(), Number: v.Number, Kind: v.TypeName.In(l), Title: v.Subject,
		State: StateLine{Label: v.StateName.In(l), Holder: v.Holder.Name.In(l), Mine: v.Holder.ID != 0 && v.Holder.ID == who.Post, Standing: standing(v.Row)},
		Ask:   Quote{Text: v.Detail, By: v.Asker.Name.In(l)}, Why: why(l, v)}
	if v.Phase.Open() && v.Parent != nil && h.Ask.Text == "" {
		h.Ask.Text = v.Parent.Subject
	}
	if v.Closed != 0 {
		h.State.Ended = v.Closed.Date()
	}
	if v.Parts != nil {
		h.State.Parts = web.Count{N: v.Parts.Total, Href: "#parts"}
		h.State.Done = web.Count{N: v.Parts.Done, Href: "#parts"}
		h.State.PartWord = i18n.Text{Hi: "पद", En: "posts"}.In(l)
		if byPlace(v.Parts) {
			h.State.PartKind = oneKind(v.Parts)
			h.State.PartWord = i18n.Text{Hi: "स्थान", En: "places"}.In(l)
		}
		pending(l, &h.State, v.Parts)
	}
	if v.Sitting != 0 {
		h.Ask.Source = i18n.Text{Hi: "बैठक की कार्यवाही", En: "proceedings of the meeting"}.In(l)
		h.Ask.Href = web.Path("sittings", record.Key{District: v.Key.District, ID: v.Sitting})
	}
	return h
}

// why explains the limit that counts, line by line.
func why(l i18n.Lang, v app.View) Why {
	for _, c := range v.Clocks {
		if !c.Counts {
			continue
		}
		out := Why{Due: c.Due}
		for i, s := range c.Steps {
			out.Lines = append(out.Lines, WhyLine{What: s.In(l), Sum: i == len(c.Steps)-1})
		}
		if v.Status == app.Late {
			out.Lines = append(out.Lines, WhyLine{What: i18n.Text{Hi: "विलंब", En: "Delay"}.In(l), Standing: standing(v.Row)})
		}
		return out
	}
	return Why{}
}

// byPlace reports whether the places alone tell the parts apart: twenty BDOs, each in a
// block of its own.
func byPlace(r *app.Roll) bool {
	seen := map[string]bool{}
	for _, p := range r.Parts {
		if p.Place.ID == 0 || seen[p.Place.Key] {
			return false
		}
		seen[p.Place.Key] = true
	}
	return len(r.Parts) > 1
}

// oneKind is the kind of place that all parts lie in.
func oneKind(r *app.Roll) string {
	for _, p := range r.Parts {
		if p.PlaceKind != r.Parts[0].PlaceKind {
			return ""
		}
	}
	return r.Parts[0].PlaceKind
}

func part(l i18n.Lang, p app.Part, short bool) Part {
	return Part{ID: p.Key.String(), Name: partName(l, p, short), Standing: standing(app.Row{Status: p.Status, DaysLate: p.DaysLate, Phase: p.Phase,
		Due: p.Due, SilentDays: p.SilentDays})}
}

func partName(l i18n.Lang, p app.Part, short bool) string {
	if short {
		return p.Place.Name.In(l)
	}
	return p.Asked.Name.In(l)
}

// pending fills the sentence of a matter that waits for its parts: with whom the rest
// lies, and how the worst of it stands.
func pending(l i18n.Lang, s *StateLine, r *app.Roll) {
	short := byPlace(r)
	var names []string
	var worst app.Part
	for _, p := range r.Parts {
		if !p.Phase.Open() {
			continue
		}
		names = append(names, partName(l, p, short))
		if worst.Key.IsZero() || p.Status == app.Late && (worst.Status != app.Late || p.DaysLate > worst.DaysLate) {
			worst = p
		}
	}
	if len(names) == 0 {
		return
	}
	s.Mine = false
	if s.Holder = l.And(names); len(names) > 3 {
		s.Holder = i18n.Message(l, "office.rest_with", len(names))
	}
	s.Standing = part(l, worst, short).Standing
}

// rollTold says how many have finished and who is silent: "17 of 20; silent: …".
func rollTold(l i18n.Lang, r *app.Roll) string {
	told := i18n.Message(l, "office.parts_done", r.Done, r.Total)
	var silent []string
	short := byPlace(r)
	for _, p := range r.Parts {
		if p.Status == app.Silent {
			silent = append(silent, partName(l, p, short))
		}
	}
	if len(silent) == 0 {
		return told
	}
	return told + i18n.Text{Hi: "; मौन: ", En: "; silent: "}.In(l) + l.And(silent)
}

func facts(l i18n.Lang, v app.View) []Fact {
	t := func(hi, en string) string { return i18n.Text{Hi: hi, En: en}.In(l) }
	list := []Fact{{What: t("स्थिति", "State"), Text: v.StateName.In(l)}}
	add := func(what string, n app.Named) {
		if n.ID != 0 {
			list = append(list, Fact{What: what, Text: n.Name.In(l)})
		}
	}
	add(t("धारक", "Holder"), v.Holder)
	add(t("माँगने वाला पद", "Asked by"), v.Asker)
	add(t("स्थान", "Place"), v.Place)
	add(t("विभाग", "Department"), v.Department)
	if lv := v.Level.In(l); lv != "" {
		list = append(list, Fact{What: t("स्तर", "Level"), Text: lv})
	}
	if v.Parent != nil {
		list = append(list, Fact{What: t("मूल निदेश", "Part of"), Text: v.Parent.Number, Href: web.Path("matters", v.Parent.Key)})
	}
	if v.Sitting != 0 {
		list = append(list, Fact{What: t("बैठक", "Meeting"), Text: t("कार्यवाही देखें", "See the proceedings"), Href: web.Path("sittings", record.Key{District: v.Key.District, ID: v.Sitting})})
	}
	for _, k := range v.Marks {
		list = append(list, Fact{What: t("चिह्न", "Mark"), Text: k.Name.In(l)})
	}
	for _, f := range v.Fields {
		text := f.Value.In(l)
		if f.Masked {
			text = "••••"
		}
		list = append(list, Fact{What: f.Name.In(l), Text: text})
	}
	return list
}
