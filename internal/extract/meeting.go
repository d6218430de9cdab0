package extract

import (
	"strings"
	"time"

	"github.com/anupalan/anupalan/internal/calendar"
)

// preamble is how much of a text is searched for the day and chair of the meeting.
const preamble = 6000

// sighting is a full date in the opening of a text.
type sighting struct {
	date    calendar.Date
	sp      Span
	weekday int  // said beside it, 1 Monday to 7 Sunday
	met     bool // it stands in the sentence that tells of the meeting
}

// meeting reads the day, chair, place and subject from the opening of the text.
func (r *reader) meeting() {
	r.sc.out = r.sc.out[:0]
	to := min(len(r.text), preamble)
	for to < len(r.text) && !isBoundary(r.text, to) {
		to++
	}
	r.sc.scan(0, to)
	r.toks = r.sc.out
	m := &r.res.Meeting
	r.date(m)
	r.chair(m)
	r.place(m)
	r.reviewed(m)
	if r.opt.Date != 0 {
		if m.Date != 0 && m.Date != r.opt.Date {
			r.note("date_differs")
			m.DateSpan = Span{}
		}
		m.Date = r.opt.Date
	}
}

func isBoundary(s string, i int) bool { return s[i] < 0x80 || s[i] >= 0xc0 }

// date finds the day of the meeting. A weekday told of the meeting beside the
// date of printing is the last such day before it.
func (r *reader) date(m *Meeting) {
	all := r.sightings()
	if len(all) == 0 {
		return
	}
	best := all[0]
	for _, s := range all {
		if s.met && !best.met {
			best = s
		}
	}
	m.Date, m.DateSpan = best.date, best.sp
	if best.weekday == 0 {
		if wd := r.toldWeekday(); wd != 0 {
			for n := 0; n < 7; n++ {
				if d := best.date.AddDays(-n); int(d.Weekday()) == wd%7 {
					m.Date = d
					break
				}
			}
		}
	}
}

// sightings lists the full dates of the opening, and a day with a year in brackets near it.
func (r *reader) sightings() []sighting {
	var out []sighting
	n := len(r.toks)
	for i := 0; i < n && len(out) < 8; i++ {
		d, ok := r.dayAt(i, 0, n)
		if !ok || d.m == 0 {
			continue
		}
		if d.y == 0 {
			d.y = r.yearNear(d.hi)
		}
		date, valid := calendar.DateOf(d.y, time.Month(d.m), d.d)
		if d.y == 0 || !valid || d.y < 1950 || d.y > 2100 {
			i = d.hi - 1
			continue
		}
		s := sighting{date: date, sp: r.span(i, d.hi)}
		for k := max(0, i-4); k < min(n, d.hi+3); k++ {
			if r.toks[k].is(tWeekday) {
				s.weekday = int(r.toks[k].val)
			}
		}
		before, after := r.at(i-1, 0, n), r.at(d.hi, 0, n)
		s.met = after.is(tKo) && !r.listed(i, d.hi) || r.at(d.hi+1, 0, n).is(tKo) && after.kind == kClose || before.kind == kOpen && s.weekday != 0 || r.word(before, "दिनांक") ||
			s.weekday != 0 && int(date.Weekday()) == s.weekday%7
		if after.is(tTak) || after.is(tSe) || before.latin && (before.kw == kwBy || before.kw == kwBefore || before.is(tTak)) || r.limitNear(i) || (before.kind == kPipe || before.kind == kTab) && !r.dateline(i) || i > 90 && !s.met {
			i = d.hi - 1
			continue
		}
		if s.weekday != 0 && int(date.Weekday()) != s.weekday%7 {
			s.weekday = 0
		}
		out = append(out, s)
		i = d.hi - 1
	}
	return out
}

// listed tells whether a day stands in a later line that begins with the number
// of an item and says nothing of a meeting or of what was done.
func (r *reader) listed(i, k int) bool {
	at := int(r.toks[i].start)
	from := strings.LastIndexByte(r.text[:at], '\n') + 1
	line := strings.TrimSpace(r.text[from:at])
	if from == 0 || line == "" || !(line[0] >= '0' && line[0] <= '9' || line[0] == '-' || line[0] == '*') {
		return false
	}
	for ; k < len(r.toks) && k < i+40 && !strings.Contains(r.text[at:r.toks[k].start], "\n"); k++ {
		if t := &r.toks[k]; t.kw == kwMeeting || t.kw == kwChair || t.is(tNe|tWas|tGone) {
			return false
		}
	}
	return true
}

// limitNear tells whether the label of a limit stands before a date: समय-सीमा : 20 मार्च 2026.
func (r *reader) limitNear(i int) bool {
	for k := max(0, i-4); k < i; k++ {
		if t := &r.toks[k]; r.limitWord(t) && r.at(k+1, 0, i).kind != kWord || t.kw == kwLast {
			return true
		}
	}
	return false
}

// dateline tells whether a date behind a bar ends one of the first lines, not
// a row of a table: शिवनेर | जनसंपर्क कार्यालय | 07 जुलाई 2025.
func (r *reader) dateline(i int) bool {
	bars := 0
	for k := 0; k < i; k++ {
		if r.toks[k].kind == kPipe || r.toks[k].kind == kTab {
			bars++
		}
	}
	return i < 60 && bars <= 3
}

// yearNear finds a year in brackets behind a day, or two digits after a comma.
func (r *reader) yearNear(k int) int {
	for j := k; j < min(len(r.toks), k+4); j++ {
		if t := &r.toks[j]; t.kind == kNum && t.y != 0 && t.tag == 0 {
			return int(t.y)
		}
	}
	if k+1 < len(r.toks) && r.toks[k].kind == kComma {
		if t := &r.toks[k+1]; t.kind == kNum && t.val >= 10 && t.val <= 99 && t.val == float64(int(t.val)) {
			return 2000 + int(t.val)
		}
	}
	return 0
}

// toldWeekday finds the weekday on which the text says the meeting was held.
func (r *reader) toldWeekday() int {
	for k := 0; k+1 < len(r.toks) && k < 150; k++ {
		t, n := &r.toks[k], &r.toks[k+1]
		if !t.is(tWeekday) {
			continue
		}
		if n.is(tKo) || n.is(tGen) || t.latin && k > 0 && r.toks[k-1].kw == kwOn {
			return int(t.val)
		}
	}
	return 0
}

// chair finds the post that chaired or spoke first.
func (r *reader) chair(m *Meeting) {
	n := min(len(r.toks), 220)
	r.mentions(0, n)
	best := -1
	for i := range r.posts {
		p := &r.posts[i]
		if p.generic {
			continue
		}
		for k := p.hi; k < min(n, p.hi+10); k++ {
			if r.toks[k].kw == kwChair && r.at(k-1, 0, n).is(tGen) {
				m.Chair, m.ChairKey = r.span(p.lo, p.post).Of(r.text), p.key
				r.hearers(n)
				return
			}
			if r.toks[k].kind == kDanda {
				break
			}
		}
		if p.role == rNe && r.told(p.hi, n) {
			continue // X ने बताया: who reports does not preside
		}
		if p.role == rNe || p.role == rBy {
			if best < 0 || p.key == "dm" && r.posts[best].key != "dm" && p.lo < 120 {
				best = i
			}
		}
		if best < 0 && r.toks[p.lo].latin && p.hi < n && r.at(p.hi, 0, n).kind == kWord {
			best = i
		}
	}
	r.hearers(n)
	if best >= 0 {
		p := &r.posts[best]
		m.Chair, m.ChairKey = r.span(p.lo, p.post).Of(r.text), p.key
	}
}

// told tells whether the verb right after ने is बताया.
func (r *reader) told(k, n int) bool {
	for j := k; j < min(n, k+3); j++ {
		if r.toks[j].is(tTell) {
			return true
		}
	}
	return false
}

// hearers finds the one post that all of the audience holds: प्राचार्यों की समीक्षा बैठक.
func (r *reader) hearers(n int) {
	for i := range r.posts {
		p := &r.posts[i]
		if p.generic || p.role != rGen && p.role != rWith || !p.many || p.joined || i > 0 && r.posts[i-1].joined || p.role == rWith && (!p.all || r.at(p.hi+1, 0, n).kw == kwChair) {
			continue
		}
		reach := 5
		if p.role == rWith { // सभी एसडीएम के साथ वीडियो कॉन्फ्रेंसिंग के माध्यम से बैठक
			reach = 12
		}
		for k := p.hi + 1; k < min(n, p.hi+reach) && r.toks[k].kind != kDanda; k++ {
			if t := &r.toks[k]; t.kw == kwMeeting || p.role == rWith && contains(" वीसी वीडियो ", r.raw(t)) {
				r.ctx.audience = r.toOwners(r.posts[i : i+1])
				return
			}
		}
	}
}

// reviewed finds what was reviewed: the words before की समीक्षा, or the title.
func (r *reader) reviewed(m *Meeting) {
	for k := 2; k < min(len(r.toks), 260); k++ {
		if r.toks[k].kw != kwReview || !r.toks[k-1].is(tGen) {
			continue
		}
		lo := k - 1
		for lo > 0 && lo > k-8 && r.toks[lo-1].kind == kWord && !r.toks[lo-1].is(tKo|tLoc|tNe|tSe|tBe|tWeekday|tPost|tThat) {
			lo--
		}
		if m.Subject = r.trimmed(lo, k-1); m.Subject != "" {
			return
		}
	}
}

// place finds the hall the meeting was held in.
func (r *reader) place(m *Meeting) {
	for k := 0; k < min(len(r.toks), 220); k++ {
		t := &r.toks[k]
		if t.kw != kwPlace {
			continue
		}
		lo := k
		for lo > 0 && lo > k-4 && r.toks[lo-1].kind == kWord && !r.toks[lo-1].is(tKo|tLoc|tNe|tSe|tAnd|tWeekday|tBe) {
			lo--
		}
		m.Place = r.trimmed(lo, k+1)
		return
	}
}
