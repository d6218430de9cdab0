package app

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/sitting"
	"github.com/anupalan/anupalan/internal/store"
)

// Lists of meetings look a year back and two months ahead.
const (
	meetingsBack  = 400
	meetingsAhead = 60
	meetingsMost  = 1000
)

// Meetings gives what is coming, what is held and still to be issued, and every series with
// how its directives stand, in four queries.
func (a *App) Meetings(ctx context.Context, who Actor) (MeetingsView, error) {
	o, err := a.office(ctx, who.District)
	if err != nil {
		return MeetingsView{}, err
	}
	r, now := a.db.Reader(), a.now()
	series, err := r.AllSeries(ctx, who.District)
	if err != nil {
		return MeetingsView{}, err
	}
	rows, err := r.Sittings(ctx, who.District, o.day.AddDays(-meetingsBack).At(0, 0), o.day.AddDays(meetingsAhead).At(0, 0), meetingsMost)
	if err != nil {
		return MeetingsView{}, err
	}
	sittings, err := sittingsOf(rows)
	if err != nil {
		return MeetingsView{}, err
	}
	counts, err := a.takenCounts(ctx, o, who, sittings...)
	if err != nil {
		return MeetingsView{}, err
	}
	view := MeetingsView{MayAdd: o.leads[who.Post], AsOn: now}
	of := map[record.ID]*SeriesView{}
	for i := range series {
		s, err := seriesOf(series[i])
		if err != nil {
			return MeetingsView{}, err
		}
		v := o.seriesView(who, s)
		of[s.Key.ID] = &v
	}
	for _, s := range sittings {
		m := o.meetingRow(s).counted(counts[s.Key.ID])
		of[s.Series].add(&m, o.day)
		if m.coming(o.day) && o.seesSitting(who, s) {
			view.Coming = append(view.Coming, m)
		}
	}
	for i := range series {
		view.Series = append(view.Series, *of[series[i].Key.ID])
	}
	return view, nil
}

func sittingIDs(rows []store.Sitting) []record.ID {
	ids := make([]record.ID, len(rows))
	for i := range rows {
		ids[i] = rows[i].Key.ID
	}
	return ids
}

func sittingsOf(rows []store.Sitting) ([]*sitting.Sitting, error) {
	list := make([]*sitting.Sitting, len(rows))
	for i := range rows {
		var err error
		if list[i], err = sittingOf(rows[i]); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// takenCounts counts the matters of sittings as their papers show them to the actor: one
// query for his own purview and one for each chair whose sittings he keeps.
func (a *App) takenCounts(ctx context.Context, o *office, who Actor, list ...*sitting.Sitting) (map[record.ID]store.Taken, error) {
	type papers struct {
		chair record.ID // 0: the actor's own purview
		class record.Class
	}
	of := map[papers][]*sitting.Sitting{}
	for _, s := range list {
		k := papers{}
		if o.keeps(who, s.Chair, s.Convenor()) {
			k = papers{s.Chair, s.Class}
		}
		of[k] = append(of[k], s)
	}
	counts := map[record.ID]store.Taken{}
	for _, group := range of {
		ids := make([]record.ID, len(group))
		for i, s := range group {
			ids[i] = s.Key.ID
		}
		found, err := a.db.Reader().TakenCounts(ctx, o.papers(who, group[0]), ids, a.now())
		if err != nil {
			return nil, err
		}
		maps.Copy(counts, found)
	}
	return counts, nil
}

func (m MeetingRow) counted(t store.Taken) MeetingRow {
	m.Directives, m.Open, m.Late = t.All, t.Open, t.Late
	return m
}

// issueBy is how many days after a sitting its row still waits among what is coming.
const issueBy = 14

// coming reports whether a sitting is still before us, or waits to be issued.
func (m *MeetingRow) coming(today calendar.Date) bool {
	if m.State.Over() || m.Issued != 0 {
		return false
	}
	return m.Starts.Date() >= today || m.Starts.Date() > today.AddDays(-issueBy)
}

// add counts a sitting into its series; a planned one to come is its next.
func (v *SeriesView) add(m *MeetingRow, today calendar.Date) {
	if v == nil {
		return
	}
	if day := m.Starts.Date(); m.State == sitting.Planned && day >= today && (!v.called || day < v.Next) {
		v.Next, v.Moved, v.called = day, calendar.Holiday{}, true
	}
	v.Directives, v.Open, v.Late = v.Directives+m.Directives, v.Open+m.Open, v.Late+m.Late
}

func (o *office) seriesView(who Actor, s *sitting.Series) SeriesView {
	v := SeriesView{
		Key: s.Key, Slug: s.Slug, Name: s.Name, Chair: o.post(s.Chair), Convenor: o.post(s.Convenor), Members: o.posts(s.Members), Venue: s.Venue,
		Hour: int(s.Hour), Minutes: int(s.Minutes), Version: s.Version, MayKeep: o.keeps(who, s.Chair, s.Convenor),
	}
	if !s.Rhythm.IsZero() {
		v.Rhythm, v.Every = i18n.Text{Hi: s.Rhythm.In(i18n.Hindi), En: s.Rhythm.In(i18n.English)}, s.Rhythm.String()
		v.Next, v.Moved = s.NextAfter(o.day-1, o.calendar)
	}
	return v
}

// seesSitting lets every officer see that a meeting is held, up to the class of his post;
// above it only those who were asked, which the page itself proves.
func (o *office) seesSitting(who Actor, s *sitting.Sitting) bool {
	return s.Class <= record.Office || o.keeps(who, s.Chair, s.Convenor())
}

// Series gives one series with its sittings, newest first; before is the key of the last
// one of the page before.
func (a *App) Series(ctx context.Context, who Actor, key record.Key) (SeriesView, error) {
	o, s, err := a.series(ctx, who, key)
	if err != nil {
		return SeriesView{}, err
	}
	rows, err := a.db.Reader().SittingsOf(ctx, key, meetingsMost)
	if err != nil {
		return SeriesView{}, err
	}
	sittings, err := sittingsOf(rows)
	if err != nil {
		return SeriesView{}, err
	}
	counts, err := a.takenCounts(ctx, o, who, sittings...)
	if err != nil {
		return SeriesView{}, err
	}
	v := o.seriesView(who, s)
	for _, at := range sittings {
		if !o.seesSitting(who, at) {
			continue
		}
		m := o.meetingRow(at).counted(counts[at.Key.ID])
		v.add(&m, o.day)
		v.Sittings = append(v.Sittings, m)
	}
	return v, nil
}

func (a *App) series(ctx context.Context, who Actor, key record.Key) (*office, *sitting.Series, error) {
	o, err := a.meetingOffice(ctx, who, key)
	if err != nil {
		return nil, nil, err
	}
	row, ok, err := a.db.Reader().SittingSeries(ctx, key)
	if err != nil || !ok {
		return nil, nil, missing(err, "sitting.series_gone")
	}
	s, err := seriesOf(row)
	return o, s, err
}

// SeriesForm is a series as a page sends it; posts are keys.
type SeriesForm struct {
	Slug     string // made from the name where empty
	Name     i18n.Text
	Chair    string // "" the actor's own post
	Convenor string
	Members  []string
	Rhythm   string // as packs write it: "tuesday", "first and third saturday"; "" none
	Time     string // 11:00
	Minutes  int
	Venue    string
	Version  int32
}

// OpenSeries founds a series of meetings and gives its key.
func (a *App) OpenSeries(ctx context.Context, who Actor, f SeriesForm) (record.Key, error) {
	return a.keepSeries(ctx, who, record.Key{}, f)
}

// ChangeSeries changes a series; sittings planned already stay as they are.
func (a *App) ChangeSeries(ctx context.Context, who Actor, key record.Key, f SeriesForm) (record.Key, error) {
	return a.keepSeries(ctx, who, key, f)
}

func (a *App) keepSeries(ctx context.Context, who Actor, key record.Key, f SeriesForm) (record.Key, error) {
	o, err := a.office(ctx, who.District)
	if err != nil {
		return record.Key{}, err
	}
	s, err := o.readSeries(who, f)
	if err != nil {
		return record.Key{}, err
	}
	job := Job{District: who.District, Decide: func(g *Group) (Outcome, error) {
		return a.decideSeries(o, who, key, s, f.Version, g)
	}}
	once(ctx, who, &job)
	done, err := a.commit.Do(ctx, job)
	if err != nil {
		return record.Key{}, reused(err)
	}
	if k, again := done.earlier(); again {
		return k, nil
	}
	return done.Answer.(record.Key), nil
}

func (a *App) decideSeries(o *office, who Actor, key record.Key, s sitting.Series, version int32, g *Group) (Outcome, error) {
	c := sitting.Command{Act: sitting.OpenSeries, Series: s, Version: version}
	all, err := g.Reader().AllSeries(context.Background(), who.District)
	if err != nil {
		return Outcome{}, err
	}
	w := a.meetingWorld(o, who, g)
	for i := range all {
		switch {
		case all[i].Key == key:
			if w.Series, err = seriesOf(all[i]); err != nil {
				return Outcome{}, err
			}
			w.Actor.Post = o.keeper(who, w.Series.Chair, w.Series.Convenor).Post
			c.Act = sitting.ChangeSeries
		case all[i].Slug == s.Slug && key.IsZero():
			return Outcome{}, fault.New(fault.Invalid, "sitting.series_wrong").With("slug", "sitting.slug_taken")
		}
	}
	if !key.IsZero() && w.Series == nil {
		return Outcome{}, fault.New(fault.NotFound, "sitting.series_gone")
	}
	change, f := sitting.Decide(w, c)
	if f != nil {
		return Outcome{}, f
	}
	out := Outcome{Events: change.Events, Answer: change.Series.Key, Keep: []byte(change.Series.Key.String())}
	if len(change.Events) > 0 {
		row, err := seriesRow(change.Series)
		if err != nil {
			return Outcome{}, err
		}
		out.Write = func(tx *store.Tx) error { return tx.SeriesPut(row) }
	}
	return out, nil
}

// readSeries reads the form of a series; every wrong field is named.
func (o *office) readSeries(who Actor, f SeriesForm) (sitting.Series, error) {
	fm := &former{o, fault.New(fault.Invalid, "sitting.series_wrong")}
	s := sitting.Series{Slug: f.Slug, Name: f.Name, Venue: f.Venue, Minutes: int16(min(max(f.Minutes, 0), 24*60)), Class: record.Office, Place: o.root}
	if s.Slug == "" {
		s.Slug = slugOf(f.Name)
	}
	s.Chair = who.Post
	if f.Chair != "" {
		s.Chair = fm.key(record.Post, "chair", f.Chair)
	}
	s.Convenor = fm.key(record.Post, "convenor", f.Convenor)
	for i, m := range f.Members {
		if id := fm.key(record.Post, fmt.Sprintf("members[%d]", i), m); id != 0 && !slices.Contains(s.Members, id) {
			s.Members = append(s.Members, id)
		}
	}
	if p := o.org.Post(s.Chair); p != nil {
		s.Place, s.Department = p.Place, p.Department
	}
	if f.Rhythm != "" {
		var err error
		if s.Rhythm, err = calendar.ParseRhythm(f.Rhythm); err != nil {
			fm.bad.With("rhythm", "sitting.rhythm_wrong", f.Rhythm)
		}
	}
	if f.Time != "" {
		minutes, ok := clockTime(f.Time)
		if !ok {
			fm.bad.With("time", "sitting.hour_wrong")
		}
		s.Hour = int16(minutes)
	}
	return s, fm.bad.Any()
}

// slugOf makes a key of the English name, else of the Hindi one.
func slugOf(name i18n.Text) string {
	s := name.En
	if s == "" {
		s = i18n.Latin(name.Hi)
	}
	slug := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			return r
		case r == ' ' || r == '-':
			return '_'
		}
		return -1
	}, strings.ToLower(s))
	return strings.Trim(slug, "_")
}

// clockTime reads 11:00 or 9.30, in either digits, as minutes after midnight.
func clockTime(s string) (int, bool) {
	h, m, _ := strings.Cut(strings.ReplaceAll(strings.TrimSpace(i18n.Digits(s, false)), ".", ":"), ":")
	if m == "" {
		m = "0"
	}
	var hour, minute int
	if _, err := fmt.Sscanf(h+" "+m, "%d %d", &hour, &minute); err != nil || hour < 0 || hour > 23 || minute < 0 || minute > 59 {
		return 0, false
	}
	return hour*60 + minute, true
}
