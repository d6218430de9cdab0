package sitting

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/record"
)

func TestSeriesFindsItsNextDayAndSaysWhyItMoved(t *testing.T) {
	c := sampleCalendar()
	s := weekly()
	if on, moved := s.NextAfter(date("2026-02-24"), c); on != date("2026-03-03") || moved.Date != 0 {
		t.Errorf("next %v, moved by %v", on, moved)
	}
	s.Rhythm, _ = calendar.ParseRhythm("wednesday")
	if on, moved := s.NextAfter(date("2026-02-25"), c); on != date("2026-03-05") || moved.Name.En != "Holi" {
		t.Errorf("next %v, moved by %v", on, moved)
	}
	if on := s.After(date("2026-03-04"), c); on != date("2026-03-11") {
		t.Errorf("held on the closed day itself; next %v", on)
	}
	if on := s.After(date("2026-03-05"), c); on != date("2026-03-11") {
		t.Errorf("held on the day it moved to; next %v", on)
	}
	s.Last = date("2026-03-01")
	if on, _ := s.NextAfter(date("2026-02-25"), c); on != 0 {
		t.Errorf("a series that has ended sits on %v", on)
	}
	s.Rhythm = calendar.Rhythm{}
	if on, _ := s.NextAfter(date("2026-02-25"), c); on != 0 {
		t.Errorf("a series without rhythm sits on %v", on)
	}
}

func TestMembersOfTheSeriesAreAsked(t *testing.T) {
	r := planned(t)
	var posts []record.ID
	for _, a := range r.at.Attendance {
		posts = append(posts, a.Post)
		if a.Presence != Invited {
			t.Errorf("%v is %s before the sitting", a.Post, a.Presence)
		}
	}
	if !reflect.DeepEqual(posts, []record.ID{dm, section, supply, bdoAmnour, bdoEkma}) {
		t.Errorf("asked: %v", posts)
	}
}

func TestOnlyChairConvenorAndAboveKeepASitting(t *testing.T) {
	r := planned(t)
	r.as(bdoAmnour).refused(Command{Act: Begin}, "sitting.not_keeper")
	r.as(supply).refused(Command{Act: Record, Minutes: Minutes{Text: "x"}}, "sitting.not_keeper")
	own := weekly()
	own.Convenor, own.Slug = bdoAmnour, "mine"
	r.as(bdoAmnour).refused(Command{Act: OpenSeries, Series: own}, "sitting.not_keeper")
	r.as(section).do(Command{Act: Begin})
}

func TestAgendaIsFrozenWhenTheSittingOpens(t *testing.T) {
	r := planned(t)
	r.refused(Command{Act: AddPoint, Items: []Item{{Title: "नया विषय"}}}, "sitting.words_required")
	r.do(Command{Act: AddPoint, Items: []Item{{Title: "नया विषय", Words: "शासन का पत्र", Matter: 77}}})
	r.refused(Command{Act: AddPoint, Items: []Item{{Title: "वही", Words: "फिर", Matter: 77}}}, "sitting.point_twice")
	items := Agenda(nil, r.at.Agenda, Frame{})
	r.do(Command{Act: Begin, Items: items})
	r.refused(Command{Act: AddPoint, Items: []Item{{Title: "देर से", Words: "भूल गए"}}}, "sitting.agenda_frozen")
	r.refused(Command{Act: DropPoint, Item: items[0].ID}, "sitting.agenda_frozen")
	if r.at.State != Open || len(r.at.Agenda) != 1 || r.at.Agenda[0].Words != "शासन का पत्र" {
		t.Errorf("agenda: %+v", r.at.Agenda)
	}
}

func TestAgendaSaysWhyEachItemIsThere(t *testing.T) {
	due := func(s string) calendar.Instant { return date(s).At(17, 0) }
	items := Agenda([]Standing{
		{Matter: 1, Title: "late", Department: supplyDept, Due: due("2026-02-12"), DaysLate: 12},
		{Matter: 2, Title: "silent", Department: admin, Due: due("2026-04-01"), SilentDays: 9},
		{Matter: 3, Title: "extension", Department: admin, Due: due("2026-05-01"), Asking: date("2026-05-09")},
		{Matter: 4, Title: "returned twice", Department: admin, Due: due("2026-05-01"), Returned: 2},
		{Matter: 5, Title: "soon", Department: admin, Due: due("2026-03-01")},
		{Matter: 6, Title: "quiet", Department: admin, Due: due("2026-06-01"), Returned: 1},
		{Matter: 7, Title: "carried", Department: admin, Due: due("2026-06-01"), Before: true},
	}, []Item{{ID: 90, Title: "words", Department: admin, Words: "letter"}, {ID: 91, Matter: 1, Title: "late", Department: supplyDept, Words: "asked by chair"}},
		Frame{Next: date("2026-03-03"), Departments: map[record.ID]int{admin: 0, supplyDept: 1}})
	var told []string
	for _, it := range items {
		var why []string
		for _, w := range it.Whys {
			why = append(why, w.In(1))
		}
		told = append(told, it.Title+": "+strings.Join(why, ", "))
	}
	want := []string{
		"silent: nothing heard for 9 days",
		"extension: more time is asked, up to 9 May 2026",
		"returned twice: returned 2 times",
		"carried: carried over from the sitting before",
		"soon: due on 1 March 2026, before the next sitting",
		"words: put there by an officer",
		"late: 12 days late, put there by an officer",
	}
	if !reflect.DeepEqual(told, want) {
		t.Errorf("agenda:\n%s", strings.Join(told, "\n"))
	}
	if items[0].Position != 1 || items[6].Position != 7 || items[6].ID != 91 {
		t.Errorf("positions: %+v", items)
	}
}

func TestAttendanceIsMarkedForManyAtOnce(t *testing.T) {
	r := planned(t)
	r.refused(Command{Act: Attend, Attendees: []Attendee{{Post: supply, Presence: Excused}}}, "sitting.absence_reason")
	r.refused(Command{Act: Attend, Attendees: []Attendee{{Post: supply, Presence: "asleep"}}}, "sitting.presence_wrong")
	r.refused(Command{Act: Attend, Attendees: []Attendee{{Presence: InPerson}}}, "sitting.name_required")
	n := len(r.log)
	r.do(Command{Act: Attend, Attendees: []Attendee{{Post: supply, Presence: InPerson}, {Post: bdoEkma, Presence: Excused, Reason: "अवकाश"}, {Name: "सांसद प्रतिनिधि", Presence: InPerson}}})
	if len(r.log) != n+1 || len(r.at.Attendance) != 6 {
		t.Fatalf("%d events, %d attendees", len(r.log)-n, len(r.at.Attendance))
	}
	r.do(Command{Act: Attend, Attendees: []Attendee{{Post: supply, Presence: InPerson}}})
	if len(r.log) != n+1 {
		t.Error("marking what is marked makes an event")
	}
}

func TestSittingNotHeldNeedsACodedReason(t *testing.T) {
	r := planned(t)
	r.refused(Command{Act: Miss, Reason: "because"}, "sitting.reason_required")
	r.do(Command{Act: Miss, Reason: "higher_meeting", Words: "मुख्य सचिव की वीसी"})
	if r.at.State != NotHeld || r.at.Memory.Reason != "higher_meeting" {
		t.Errorf("%+v", r.at)
	}
	r.refused(Command{Act: Begin}, "sitting.over")
}

func TestMovedSittingSaysWhy(t *testing.T) {
	r := newRoom(t).as(dm).do(Command{Act: OpenSeries, Series: weekly()})
	r.do(Command{Act: Plan, Plan: Plans{Starts: date("2026-03-03").At(11, 0)}})
	r.refused(Command{Act: Begin}, "sitting.not_yet")
	r.refused(Command{Act: Move, Plan: Plans{Starts: date("2026-03-05").At(11, 0)}}, "sitting.words_required")
	r.do(Command{Act: Move, Plan: Plans{Starts: date("2026-03-05").At(11, 0)}, Words: "मुख्यमंत्री का कार्यक्रम"})
	if r.at.Starts.Date() != date("2026-03-05") || r.at.Memory.Moved != 1 || r.at.Memory.Venue != "सभागार" {
		t.Errorf("%+v", r.at)
	}
}

func TestProceedingsKeepTheirRevisions(t *testing.T) {
	r := planned(t)
	for text, key := range map[string]string{"": "sitting.text_empty", " \n ": "sitting.text_empty", "PK\x03\x04\x00": "sitting.text_binary", strings.Repeat("क", MaxText/3+1): "sitting.text_long"} {
		r.refused(Command{Act: Record, Minutes: Minutes{Source: Pasted, Text: text}}, key)
	}
	r.do(Command{Act: Record, Minutes: Minutes{Source: Pasted, Text: "पहला पाठ"}})
	n := len(r.log)
	r.do(Command{Act: Record, Minutes: Minutes{Source: Pasted, Text: "पहला पाठ"}})
	if len(r.log) != n {
		t.Error("the same text again is a revision")
	}
	r.do(Command{Act: Record, Minutes: Minutes{Source: Typed, Text: "दूसरा पाठ"}})
	if r.at.Memory.Revision != 2 || len(r.at.Minutes) != 2 || r.at.Minutes[0].Text != "पहला पाठ" {
		t.Errorf("%+v", r.at.Minutes)
	}
}

func TestIssueFreezesTheMinutes(t *testing.T) {
	r := planned(t).do(Command{Act: Record, Minutes: Minutes{Source: Pasted, Text: "पाठ"}})
	r.w.Actor.Mode = record.Program
	r.refused(Command{Act: Issue}, "sitting.in_person")
	r.w.Actor.Mode = record.InPerson
	r.do(Command{Act: Issue, Next: date("2026-03-03"), Made: 2, Minutes: Minutes{Source: Pasted, Text: "पाठ",
		Directives: []Issued{{N: 1, Draft: 9, Subject: "करें", Owners: []record.ID{supply}, Matters: []record.ID{501, 502}}}}})
	if !r.at.Issued() || r.at.State != Held || r.at.Memory.Made != 2 || !r.at.Minutes[0].Frozen || r.at.Memory.Next != date("2026-03-03") {
		t.Errorf("%+v", r.at)
	}
	for _, act := range []Act{Record, Attend, Issue, Begin, Cancel} {
		r.refused(Command{Act: act, Minutes: Minutes{Text: "और"}, Reason: "other"}, "sitting.frozen")
	}
}

func TestEveryTextOfAnEventIsSealed(t *testing.T) {
	r := planned(t).do(Command{Act: AddPoint, Items: []Item{{Title: "गुप्तविषय", Words: "गुप्तकारण"}}}).
		do(Command{Act: Attend, Attendees: []Attendee{{Name: "गुप्तनाम", Presence: Excused, Reason: "गुप्तरोग"}}}).
		do(Command{Act: Record, Minutes: Minutes{Source: Uploaded, Text: "गुप्तपाठ", File: "गुप्तफाइल", FileName: "गुप्त.docx"}})
	for _, e := range r.log {
		if strings.Contains(string(e.Body), "गुप्त") || strings.Contains(string(e.Body), "सभागार") {
			t.Errorf("%s shows its words: %s", e.Kind, e.Body)
		}
	}
	for i := range r.log {
		for _, v := range append([]record.Value(nil), r.log[i].Values...) {
			r.log[i].Erase(v.Path)
		}
	}
	if _, err := Replay(r.log); err != nil {
		t.Errorf("a replay without the erased texts: %v", err)
	}
}

// TestReplayGivesTheRowsBack walks random acts and compares what stands with what the
// events alone give.
func TestReplayGivesTheRowsBack(t *testing.T) {
	for seed := range uint64(40) {
		rnd := rand.New(rand.NewPCG(seed, 1))
		r := planned(t)
		for range 25 {
			r.w.Now += calendar.Minute
			r.try(randomCommand(rnd, r))
		}
		rows, err := Replay(r.log)
		if err != nil {
			t.Fatal(err)
		}
		if got := rows.Sittings[r.at.Key.ID]; !reflect.DeepEqual(got, r.at) {
			t.Fatalf("seed %d:\n got %+v\nwant %+v", seed, got, r.at)
		}
		if got := rows.Series[r.series.Key.ID]; !reflect.DeepEqual(got, r.series) {
			t.Fatalf("seed %d: series %+v", seed, got)
		}
		for i, e := range r.log {
			if e.Subject.Kind == record.Sitting && i > 1 && e.Version != r.log[i-1].Version+1 && r.log[i-1].Subject == e.Subject {
				t.Fatalf("versions %d, %d", r.log[i-1].Version, e.Version)
			}
		}
	}
}

func randomCommand(rnd *rand.Rand, r *room) Command {
	posts := []record.ID{dm, section, supply, bdoAmnour, bdoEkma}
	switch rnd.IntN(10) {
	case 0, 1:
		return Command{Act: AddPoint, Items: []Item{{Title: "विषय", Words: "कारण", Matter: record.ID(rnd.IntN(5)), Holders: []record.ID{supply}}}}
	case 2:
		if len(r.at.Agenda) > 0 {
			return Command{Act: DropPoint, Item: r.at.Agenda[rnd.IntN(len(r.at.Agenda))].ID}
		}
	case 3, 4:
		return Command{Act: Attend, Attendees: []Attendee{{Post: posts[rnd.IntN(len(posts))], Presence: Presences()[rnd.IntN(5)], Reason: "कार्य"}}}
	case 5:
		return Command{Act: Record, Minutes: Minutes{Source: Typed, Text: strings.Repeat("पाठ ", 1+rnd.IntN(4))}}
	case 6:
		if rnd.IntN(4) == 0 {
			return Command{Act: Begin, Items: Agenda(nil, r.at.Agenda, Frame{})}
		}
	case 7:
		if rnd.IntN(4) == 0 {
			return Command{Act: Issue, Minutes: Minutes{Text: "पाठ", Directives: []Issued{{N: 1, Subject: "करें", Matters: []record.ID{4}}}}}
		}
		return Command{Act: Close}
	case 8:
		return Command{Act: Amend, Attendees: []Attendee{{Post: posts[rnd.IntN(len(posts))], Presence: Presences()[rnd.IntN(5)], Reason: "कार्य"}}, Words: "शुद्धि"}
	}
	return Command{Act: Move, Plan: Plans{Starts: r.at.Starts, Venue: "कक्ष"}}
}

func TestFrozenAttendanceIsCorrectedOnlyByAnAddendum(t *testing.T) {
	r := planned(t).do(Command{Act: Attend, Attendees: []Attendee{{Post: bdoEkma, Presence: Absent}}})
	right := Command{Act: Amend, Attendees: []Attendee{{Post: bdoEkma, Presence: InPerson}}, Words: "हस्ताक्षर पंजी में नाम है"}
	r.refused(right, "sitting.amend_early")
	r.do(Command{Act: Issue, Minutes: Minutes{Text: "पाठ"}})
	minutes := r.at.Minutes
	silent := right
	silent.Words = " "
	r.refused(silent, "sitting.words_required")
	same := right
	same.Attendees = []Attendee{{Post: bdoEkma, Presence: Absent}}
	r.refused(same, "sitting.amend_same")
	r.w.Actor.Mode = record.Program
	r.refused(right, "sitting.amend_in_person")
	r.w.Actor.Mode = record.InPerson
	r.as(bdoAmnour).refused(right, "sitting.not_keeper")
	r.as(section).do(right)
	add := r.at.Memory.Addenda
	if len(add) != 1 || add[0].Post != section || add[0].Changes[0].Was.Presence != Absent || add[0].Changes[0].Now.Presence != InPerson {
		t.Fatalf("%+v", add)
	}
	if !reflect.DeepEqual(minutes, r.at.Minutes) {
		t.Error("the frozen minutes changed")
	}
	rows, err := Replay(r.log)
	if err != nil || !reflect.DeepEqual(rows.Sittings[r.at.Key.ID], r.at) {
		t.Errorf("a replay gives %+v, %v", rows.Sittings[r.at.Key.ID], err)
	}
}
