package pack

import (
	"cmp"
	"encoding/csv"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/rule"
)

func itoa(n int) string { return strconv.Itoa(n) }

// profiles reads and proves every file of states/.
func (l *loader) profiles() {
	for _, f := range l.glob("states/*.yaml") {
		b, root := l.read(f)
		if root != nil {
			r := &profileReader{
				reader: &reader{book: b, world: l.world, pack: &Pack{Scope: newScope(l.world.common)}, used: map[string]bool{}},
				l:      l, p: newProfile(b.file),
			}
			r.file(root)
			l.set.Profiles[r.p.Key] = r.p
		}
		l.take(b)
	}
	l.answersTwice()
}

func newProfile(file string) *Profile {
	return &Profile{
		File: file, Posts: map[string]RolePost{}, Names: map[string]i18n.Text{}, Words: map[string]i18n.Text{},
		Settings: map[string][]Dated{}, answers: map[string]string{},
	}
}

type profileReader struct {
	*reader
	l *loader
	p *Profile
}

func (r *profileReader) file(root *node) {
	r.block(root, root.pos, want{whatProfile, "profile name", "calendar posts names settings rows answers"})
	for _, e := range root.entries {
		switch e.key {
		case "profile":
			r.profileHead(e)
		case "name":
			r.p.Name = r.text(e)
		case "calendar":
			r.calendar(e)
		case "posts":
			r.posts(e)
		case "names":
			r.labels(e)
		case "settings":
			r.dated(e)
		case "rows":
			r.rowFiles(e)
		case "answers":
			r.answers(e)
		}
	}
}

func (r *profileReader) profileHead(e entry) {
	if !r.block(e.val, e.pos, want{whatProfile, "key revision from", ""}) {
		return
	}
	for _, c := range e.val.entries {
		switch c.key {
		case "key":
			r.p.Key = r.word(c).S
			if r.p.Key != strings.TrimSuffix(path.Base(r.book.file), ".yaml") {
				r.shape(c.pos, "pack.key_not_file", r.p.Key, path.Base(r.book.file))
			}
		case "revision":
			r.p.Revision = r.number(c, 1, 9999)
		case "from":
			r.p.From = r.day(c)
		}
	}
}

var shifts = map[string]calendar.Shift{
	"next working day": calendar.NextWorkingDay, "previous working day": calendar.PreviousWorkingDay, "same day": calendar.SameDay,
}

func (r *profileReader) calendar(e entry) {
	if !r.block(e.val, e.pos, want{whatProfile, "week hours", "holidays ends_on_holiday court_week court_holidays"}) {
		return
	}
	c := &r.p.Calendar
	c.Revision = int32(r.p.Revision)
	for _, k := range e.val.entries {
		w := r.word(k)
		var err error
		switch k.key {
		case "week":
			c.Week, err = calendar.ParseWeek(w.S)
		case "court_week":
			c.CourtWeek, err = calendar.ParseWeek(w.S)
		case "hours":
			c.Open, c.Close, err = calendar.ParseHours(w.S)
		case "holidays":
			c.Holidays = r.holidays(w)
		case "court_holidays":
			c.CourtHolidays = r.holidays(w)
		case "ends_on_holiday":
			s, ok := shifts[w.S]
			if c.EndsOnHoliday = s; !ok {
				r.shape(w.Pos, "pack.not_one_of", k.key, w.S, "next working day, previous working day, same day")
			}
		}
		if err != nil {
			r.shape(w.Pos, "pack.not_value", w.S)
		}
	}
}

// holidays reads a table of days beside the profile: date, name_hi, name_en, and what else
// is kept about a day.
func (r *profileReader) holidays(file rule.Name) []calendar.Holiday {
	src, err := fs.ReadFile(r.l.fsys, "states/"+file.S)
	if err != nil {
		r.shape(file.Pos, "pack.file_unreadable", err.Error())
		return nil
	}
	rd := csv.NewReader(strings.NewReader(i18n.NFC(string(src))))
	rd.Comment = '#'
	rd.FieldsPerRecord = -1
	all, err := rd.ReadAll()
	if err != nil || len(all) == 0 {
		r.shape(file.Pos, "pack.row_csv", err)
		return nil
	}
	at := map[string]int{}
	for i, h := range all[0] {
		at[h] = i
	}
	cell := func(rec []string, col string) string {
		if i, ok := at[col]; ok && i < len(rec) {
			return rec[i]
		}
		return ""
	}
	var list []calendar.Holiday
	for i, rec := range all[1:] {
		d, err := calendar.ParseDate(cell(rec, "date"))
		if err != nil {
			r.shape(file.Pos, "pack.row_value", i+2, "date", cell(rec, "date"), fieldWords[matter.TDate])
			continue
		}
		list = append(list, calendar.Holiday{Date: d, Name: i18n.Text{Hi: cell(rec, "name_hi"), En: cell(rec, "name_en")}})
	}
	return list
}

// posts reads "role: Hindi | English | designation at KIND".
func (r *profileReader) posts(e entry) {
	for _, c := range r.tableOf(e) {
		name, rest, ok := r.line(c, true)
		if !ok {
			continue
		}
		words := rule.Words(rest.S, rest.Pos)
		if len(words) != 3 || words[1].S != "at" {
			r.shape(rest.Pos, "pack.profile_post", rest.S)
			continue
		}
		r.isRole(c.name())
		r.isPlaceKind(words[2])
		r.p.Posts[c.key] = RolePost{Name: name, Designation: words[0].S, Level: words[2].S}
	}
	for _, role := range r.l.rolesUsed() {
		if _, ok := r.p.Posts[role]; !ok {
			r.names(e.pos, "pack.profile_role", role, r.p.Key)
		}
	}
}

// tableOf gives the entries of one of the flat tables, whose keys are paths.
func (r *profileReader) tableOf(e entry) []entry {
	if e.val.kind != mapping {
		r.shape(e.pos, "pack.wants_map", e.key)
		return nil
	}
	return e.val.entries
}

func (r *profileReader) labels(e entry) {
	for _, c := range r.tableOf(e) {
		t := r.text(c)
		if word, ok := strings.CutPrefix(c.key, "words."); ok {
			r.p.Words[word] = t
			continue
		}
		if !r.l.labelled(c.key) {
			r.names(c.pos, "pack.profile_path", c.key, i18n.Text{})
			continue
		}
		r.p.Names[c.key] = t
	}
}

// dated reads the values of a setting, each with its first day and source.
func (r *profileReader) dated(e entry) {
	for _, c := range r.tableOf(e) {
		set, ok := r.l.set.declared(c.key)
		if !ok {
			r.names(c.pos, "pack.profile_path", c.key, rule.Meant(c.key, r.l.settingPaths()))
			continue
		}
		if c.val.kind != sequence {
			r.shape(c.pos, "pack.wants_list", c.key)
			continue
		}
		for _, item := range c.val.items {
			d := r.datedValue(item)
			d.Value = inUnit(set, d.Value)
			if key := bounded(set, d.Value); key != "" && d.Value.Kind != rule.None {
				r.meaning(d.Pos, key, c.key, set.Value.Written(), d.Value.Written())
			}
			r.p.Settings[c.key] = append(r.p.Settings[c.key], d)
		}
		slices.SortStableFunc(r.p.Settings[c.key], func(a, b Dated) int { return cmp.Compare(a.From, b.From) })
	}
}

func (r *profileReader) datedValue(n *node) Dated {
	d := Dated{Pos: n.pos}
	if !r.block(n, n.pos, want{whatProfile, "value from source", ""}) {
		return d
	}
	for _, k := range n.entries {
		switch k.key {
		case "value":
			d.Pos = k.val.pos
			d.Value = r.settingValue(r.word(k))
		case "from":
			d.From = r.day(k)
		case "source":
			d.Source = r.text(k)
		}
	}
	return d
}

func (r *profileReader) rowFiles(e entry) {
	for _, c := range r.tableOf(e) {
		i := indexDot(c.key)
		p := r.l.set.Pack(c.key[:max(i, 0)])
		if p == nil || !hasKey(p.Scope.Books, c.key[i+1:]) {
			r.names(c.pos, "pack.profile_path", c.key, i18n.Text{})
			continue
		}
		b := p.Scope.Books[c.key[i+1:]]
		r.l.set.rows[r.p.Key+"/"+c.key] = r.l.csv("states/"+r.word(c).S, p, &b)
	}
}

func (r *profileReader) answers(e entry) {
	for _, c := range r.tableOf(e) {
		w := r.word(c)
		r.isAsk(c.name())
		if !slices.Contains(r.world.packs[w.S], c.key) {
			r.names(w.Pos, "pack.profile_answers", c.key, w.S)
			continue
		}
		r.p.answers[c.key] = w.S
	}
}
