package sitting

import (
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
)

// Decide is the one door: it tries a command on a world and gives all that follows, or the
// one thing that says no. It is pure.
func Decide(w *World, c Command) (Change, *fault.Fault) {
	d := &decision{w: w, c: &c}
	if f := d.decide(); f != nil {
		return Change{}, f
	}
	return d.out, nil
}

type decision struct {
	w   *World
	c   *Command
	out Change
}

func (d *decision) decide() *fault.Fault {
	s := d.w.Sitting
	switch d.c.Act {
	case OpenSeries, ChangeSeries:
		return d.series()
	case Plan:
		return d.plan()
	}
	if s == nil {
		return fault.New(fault.NotFound, "sitting.not_found")
	}
	if f := d.mayKeep(s.Chair, s.Convenor()); f != nil {
		return f
	}
	if d.c.Version != 0 && d.c.Version != s.Version {
		return fault.New(fault.Conflict, "sitting.changed")
	}
	if d.c.Act == Amend {
		return d.amend(s)
	}
	if s.Issued() {
		return fault.New(fault.Refused, "sitting.frozen")
	}
	if s.State.Over() {
		return fault.New(fault.Refused, "sitting.over", s.State.Name())
	}
	return d.sitting(s)
}

func (d *decision) sitting(s *Sitting) *fault.Fault {
	switch d.c.Act {
	case Move:
		return d.move(s)
	case AddPoint:
		return d.addPoint(s)
	case DropPoint:
		return d.dropPoint(s)
	case Attend:
		return d.attend(s)
	case Begin:
		return d.begin(s)
	case Close:
		return d.close(s)
	case Miss, Cancel:
		return d.miss(s)
	case Record:
		return d.record(s)
	case Issue:
		return d.issue(s)
	}
	return fault.New(fault.Internal, "sitting.no_such_act", string(d.c.Act))
}

// mayKeep lets chair and convenor keep a sitting, whoever stands above the chair, and a
// post with the power; a delegate for one of these, if the act was delegated.
func (d *decision) mayKeep(chair, convenor record.ID) *fault.Fault {
	a, o, day := d.w.Actor, d.w.Org, d.w.Now.Date()
	if a.For != 0 && o.MayActFor(a.Person, a.Post, a.For, "sitting."+string(d.c.Act), day) == nil &&
		o.MayActFor(a.Person, a.Post, a.For, "sitting", day) == nil {
		return fault.New(fault.Forbidden, "sitting.not_delegated")
	}
	as := a.As()
	if as != 0 && (as == chair || as == convenor || o.Below(chair, as) || o.HasPower(as, Power, day)) {
		return nil
	}
	return fault.New(fault.Forbidden, "sitting.not_keeper")
}

// series opens or changes a series. A post may found one under itself or those below it;
// the chair of another is only set by the power.
func (d *decision) series() *fault.Fault {
	s, was := d.c.Series, d.w.Series
	if f := d.seriesSound(&s); f != nil {
		return f
	}
	keeper := s.Convenor
	if was == nil {
		keeper = 0
	} else if f := d.mayKeep(was.Chair, was.Convenor); f != nil {
		return f
	}
	if f := d.mayKeep(s.Chair, keeper); f != nil {
		return f
	}
	kind, version := SeriesOpened, int32(1)
	if was != nil {
		if d.c.Version != 0 && d.c.Version != was.Version {
			return fault.New(fault.Conflict, "sitting.changed")
		}
		s.Key, s.Version, s.Slug = was.Key, was.Version, was.Slug
		if reflect.DeepEqual(s, *was) {
			d.out.Series = was
			return nil
		}
		kind, version = SeriesChanged, was.Version+1
	} else {
		s.Key = record.Key{District: d.w.District, ID: d.w.IDs.Next(d.w.Now)}
	}
	e, err := d.event(kind, record.Ref{Kind: record.Series, Key: s.Key}, version, body{Series: &s})
	if err == nil {
		d.out.Series, err = applySeries(was, &e)
	}
	d.out.Events = append(d.out.Events, e)
	return broken(err)
}

func (d *decision) seriesSound(s *Series) *fault.Fault {
	f := fault.New(fault.Invalid, "sitting.series_wrong")
	s.Name.Hi, s.Name.En, s.Venue = clean(s.Name.Hi), clean(s.Name.En), clean(s.Venue)
	if s.Name.Hi == "" && s.Name.En == "" {
		f.With("name", "sitting.name_required")
	}
	if d.w.Org.Post(s.Chair) == nil {
		f.With("chair", "sitting.chair_unknown")
	}
	if s.Convenor != 0 && d.w.Org.Post(s.Convenor) == nil {
		f.With("convenor", "sitting.post_unknown")
	}
	for _, m := range s.Members {
		if d.w.Org.Post(m) == nil {
			f.With("members", "sitting.post_unknown")
			break
		}
	}
	if s.Hour < 0 || s.Hour >= 24*60 {
		f.With("hour", "sitting.hour_wrong")
	}
	slug := func(r rune) bool { return r != '_' && (r < '0' || r > '9') && (r < 'a' || r > 'z') }
	if d.w.Series == nil && (s.Slug == "" || strings.ContainsFunc(s.Slug, slug)) {
		f.With("slug", "sitting.slug_wrong")
	}
	return some(f)
}

// plan makes a sitting; what is not said is the series', and its members are asked.
func (d *decision) plan() *fault.Fault {
	p, w := d.c.Plan, d.w
	var calls []record.ID
	var b body
	if s := w.Series; s != nil {
		fill(&p, s)
		b.Of, b.Class, b.Dept = s.Key.ID, s.Class, s.Department
		calls = s.Calls()
	} else {
		calls = []record.ID{p.Chair}
	}
	p.Title.Hi, p.Title.En, p.Venue = clean(p.Title.Hi), clean(p.Title.En), clean(p.Venue)
	if f := d.planSound(&p); f != nil {
		return f
	}
	if f := d.mayKeep(p.Chair, d.keeperOf(&p)); f != nil {
		return f
	}
	b.Plan = &p
	day := p.Starts.Date()
	for _, post := range calls {
		b.Attendees = append(b.Attendees, Attendee{ID: w.IDs.Next(w.Now), Post: post, Person: w.Org.Holder(post, day).Person, Presence: Invited})
	}
	return d.put(&Sitting{Key: record.Key{District: w.District, ID: w.IDs.Next(w.Now)}}, SittingPlanned, b)
}

// keeperOf is the convenor who may plan the sitting: the series' own, never one that the
// command itself names.
func (d *decision) keeperOf(p *Plans) record.ID {
	if s := d.w.Series; s != nil && p.Chair == s.Chair {
		return s.Convenor
	}
	return 0
}

func fill(p *Plans, s *Series) {
	if p.Title.IsZero() {
		p.Title = s.Name
	}
	if p.Venue == "" {
		p.Venue = s.Venue
	}
	if p.Chair == 0 {
		p.Chair = s.Chair
	}
	if p.Convenor == 0 {
		p.Convenor = s.Convenor
	}
	if p.Place == 0 {
		p.Place = s.Place
	}
	if p.Ends == 0 && s.Minutes > 0 && p.Starts != 0 {
		p.Ends = p.Starts + calendar.Instant(s.Minutes)*calendar.Minute
	}
}

// earliest is how far back a sitting may be planned: its proceedings come in days later.
const earliest = 60

func (d *decision) planSound(p *Plans) *fault.Fault {
	f := fault.New(fault.Invalid, "sitting.plan_wrong")
	if p.Title.IsZero() {
		f.With("title", "sitting.name_required")
	}
	switch {
	case p.Starts == 0:
		f.With("starts", "sitting.starts_required")
	case p.Starts.Date() < d.w.Now.Date().AddDays(-earliest):
		f.With("starts", "sitting.starts_past", earliest)
	case p.Ends != 0 && p.Ends <= p.Starts:
		f.With("ends", "sitting.ends_before")
	}
	if d.w.Org.Post(p.Chair) == nil {
		f.With("chair", "sitting.chair_unknown")
	}
	if p.Kind == "" {
		p.Kind = "review"
	}
	return some(f)
}

func (d *decision) move(s *Sitting) *fault.Fault {
	if s.State != Planned {
		return fault.New(fault.Refused, "sitting.began_already")
	}
	p := d.c.Plan
	if p.Venue == "" {
		p.Venue = s.Memory.Venue
	}
	p.Kind, p.Title, p.Chair, p.Convenor, p.Place, p.Of = s.Kind, s.Title, s.Chair, s.Memory.Convenor, s.Place, s.Memory.Of
	f := d.planSound(&p)
	if p.Starts != s.Starts && clean(d.c.Words) == "" {
		if f == nil {
			f = fault.New(fault.Invalid, "sitting.plan_wrong")
		}
		f.With("words", "sitting.words_required")
	}
	if f != nil {
		return f
	}
	return d.put(s, SittingMoved, body{Plan: &p, Words: clean(d.c.Words)})
}

// miss says that a sitting was not held, or is called off, for a coded reason.
func (d *decision) miss(s *Sitting) *fault.Fault {
	if s.State != Planned {
		return fault.New(fault.Refused, "sitting.began_already")
	}
	if d.c.Act == Miss && d.w.Now < s.Starts {
		return fault.New(fault.Refused, "sitting.not_yet", s.Starts)
	}
	if !slices.Contains(Reasons(), d.c.Reason) {
		return fault.New(fault.Invalid, "sitting.reason_wrong").With("reason", "sitting.reason_required")
	}
	kind := SittingNotHeld
	if d.c.Act == Cancel {
		kind = SittingCancelled
	}
	return d.put(s, kind, body{Reason: d.c.Reason, Words: clean(d.c.Words)})
}

// Reasons lists the codes for which a sitting is not held.
func Reasons() []string {
	return []string{"chair_away", "higher_meeting", "election", "holiday", "disaster", "no_business", "other"}
}

// ReasonName gives the words of a reason's code.
func ReasonName(code string) i18n.Text { return word("sitting.reason_" + code) }

// put writes an event of a sitting and folds it in.
func (d *decision) put(s *Sitting, kind string, b body) *fault.Fault {
	e, err := d.event(kind, record.Ref{Kind: record.Sitting, Key: s.Key}, s.Version+1, b)
	if err != nil {
		return broken(err)
	}
	was := s
	if s.Version == 0 {
		was = nil
	}
	after, err := apply(was, &e)
	if err != nil {
		return broken(err)
	}
	d.out.Events, d.out.Sitting = append(d.out.Events, e), after
	return nil
}

func broken(err error) *fault.Fault {
	if err == nil {
		return nil
	}
	return fault.Wrap(err, fault.Internal, "sitting.broken_event")
}

func some(f *fault.Fault) *fault.Fault {
	if len(f.Fields) == 0 {
		return nil
	}
	return f
}

// clean trims a typed line and brings it into the stored form.
func clean(s string) string { return strings.TrimSpace(i18n.NFC(s)) }

// sound reports text that can be stored: valid, without control characters but line ends.
func sound(s string) bool {
	return utf8.ValidString(s) && !strings.ContainsFunc(s, func(r rune) bool { return r < ' ' && r != '\n' && r != '\t' && r != '\r' })
}
