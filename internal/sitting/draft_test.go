package sitting

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/record"
)

func TestOwnerIsFoundOrOfferedNeverGuessed(t *testing.T) {
	o := sampleOrg(t)
	day := date("2026-02-24")
	for _, c := range []struct {
		name    string
		owner   Owner
		posts   []record.ID
		choices []record.ID
	}{
		{"one of its designation", Owner{Text: "जिला आपूर्ति पदाधिकारी", Key: "dso"}, []record.ID{supply}, nil},
		{"all of a kind", Owner{Text: "सभी बीडीओ", Key: "bdo", All: true}, []record.ID{bdoAmnour, bdoEkma, bdoMarhaura}, nil},
		{"one of many, by its place", Owner{Text: "बीडीओ एकमा", Key: "bdo"}, []record.ID{bdoEkma}, nil},
		{"one of many, not said which", Owner{Text: "बीडीओ", Key: "bdo"}, nil, []record.ID{bdoAmnour, bdoEkma, bdoMarhaura}},
		{"by role", Owner{Text: "आपूर्ति", Key: "supply_officer"}, []record.ID{supply}, nil},
		{"by its whole name", Owner{Text: "गोपनीय शाखा"}, []record.ID{section}, nil},
		{"whoever is concerned", Owner{Text: "संबंधित पदाधिकारी", Key: "all_concerned", All: true}, nil, nil},
		{"nobody of that name", Owner{Text: "खगोल विज्ञानी", Key: "astronomer"}, nil, nil},
		{"by what it is called, another key", Owner{Text: "जिला आपूर्ति अधिकारी", Key: "district_supply_officer"}, []record.ID{supply}, nil},
		{"all that are called so", Owner{Text: "सभी प्रखंड विकास पदाधिकारियों", Key: "block_head", All: true}, []record.ID{bdoAmnour, bdoEkma, bdoMarhaura}, nil},
		{"one of those called so, by its place", Owner{Text: "प्रखंड विकास पदाधिकारी, एकमा", Key: "block_head"}, []record.ID{bdoEkma}, nil},
		{"all blocks", Owner{Text: "सभी प्रखंड", Key: "block", All: true}, []record.ID{bdoAmnour, bdoEkma, bdoMarhaura}, nil},
		{"every officer of the blocks", Owner{Text: "सभी प्रखंड स्तरीय", Key: "block_officers", All: true}, []record.ID{bdoAmnour, bdoEkma, bdoMarhaura}, nil},
	} {
		got := NewDirectory(o, day).Resolve(c.owner, Around{})
		if !slices.Equal(got.Posts, c.posts) || !slices.Equal(got.Choices, c.choices) {
			t.Errorf("%s: posts %v, choices %v", c.name, got.Posts, got.Choices)
		}
	}
	if got := NewDirectory(o, day).Resolve(Owner{Text: "संबंधित बीडीओ", Key: "bdo"}, Around{Sentence: "मढ़ौरा में शिविर न लगने पर संबंधित बीडीओ से"}); !got.Open() || got.Choices[0] != bdoMarhaura {
		t.Errorf("the place of the sentence: %+v", got)
	}
	if got := NewDirectory(o, day).Resolve(Owner{Text: "आपूर्ति पदाधिकारी"}, Around{}); !got.Open() || !slices.Contains(got.Choices, supply) {
		t.Errorf("half a name: %+v", got)
	}
}

func means() Means {
	return Means{Met: date("2026-02-24"), Next: date("2026-03-03"), Usual: calendar.Span{N: 7, Unit: calendar.Days}, Calendar: sampleCalendar()}
}

func TestLimitIsReckonedFromTheSitting(t *testing.T) {
	for typed, want := range map[string]string{
		"":               "none 2026-03-03 usual",
		"तत्काल":         "urgent 2026-03-03 usual",
		"at once":        "urgent 2026-03-03 usual",
		"अगली बैठक":      "next 2026-03-03",
		"12.3.26":        "date 2026-03-12",
		"१२/०३/२०२६":     "date 2026-03-12",
		"शुक्रवार":       "date 2026-02-27",
		"शुक्रवार तक":    "date 2026-02-27",
		"friday":         "date 2026-02-27",
		"3 दिन":          "relative 2026-02-27",
		"एक सप्ताह":      "relative 2026-03-03",
		"2 weeks":        "relative 2026-03-10",
		"10 मई से 25 मई": "range 2026-05-25",
		"प्रतिदिन":       "recurring 2026-02-25",
		"प्रत्येक सोमवार को": "recurring 2026-03-02",
		"15 दिनों के अंदर":   "relative 2026-03-11",
		"अगली बैठक से पहले":  "next 2026-03-03",
		"प्रत्येक सोमवार":    "recurring 2026-03-02",
		"every monday":             "recurring 2026-03-02",
		"first and third saturday": "recurring 2026-03-07",
	} {
		l, err := ParseLimit(typed, means())
		if err != nil {
			t.Errorf("%q: %v", typed, err)
			continue
		}
		r := l.Reckon(means())
		got := string(l.Kind) + " " + r.Due.String()
		if r.Usual {
			got += " usual"
		}
		if got != want || r.Key != "" {
			t.Errorf("%q gives %s (%s); want %s", typed, got, r.Key, want)
		}
	}
	for _, typed := range []string{"31.2.2026", "जल्दी से कभी", "25 मई से 10 मई"} {
		if _, err := ParseLimit(typed, means()); err == nil {
			t.Errorf("%q is taken", typed)
		}
	}
}

func TestLimitOnAClosedDayShowsWhereItGoes(t *testing.T) {
	l := Limit{Kind: OnDate, To: date("2026-03-04")}
	if r := l.Reckon(means()); r.Ends != date("2026-03-05") || r.Moved.Name.En != "Holi" {
		t.Errorf("%+v", r)
	}
}

func TestDeadlineBeforeTheMeetingIsRefused(t *testing.T) {
	d := Draft{Subject: "करें", Owners: []Owner{{Posts: []record.ID{supply}}}, Limit: Limit{Kind: OnDate, To: date("2026-02-20")}}
	f := d.Ready(means())
	if f == nil || f.Fields[0].Path != "limit" || f.Fields[0].Key != "sitting.date_before" {
		t.Fatalf("%v", f)
	}
	d.Limit = Limit{Kind: NextTime}
	m := means()
	m.Next = 0
	if f := d.Ready(m); f == nil || f.Fields[0].Key != "sitting.next_unknown" {
		t.Errorf("%v", f)
	}
	d.Owners = append(d.Owners, Owner{Text: "कोई"})
	if f := d.Ready(means()); f == nil || f.Fields[0].Path != "owners" {
		t.Errorf("%v", f)
	}
}

// shop is a desk with three drafts as a reading proposed them.
func shop(t *testing.T) (*Desk, *record.Maker) {
	t.Helper()
	ids, err := record.NewMaker(1, 0)
	if err != nil {
		t.Fatal(err)
	}
	list := []Draft{
		{ID: 1, Kind: Reading, Status: Proposed, Order: 0, Subject: "वाहन नीलाम करें", Said: "पुराने वाहनों की नीलामी का आदेश दिया।", Owners: []Owner{{Text: "परिवहन", Posts: []record.ID{supply}}}, Version: 1},
		{ID: 2, Kind: Reading, Status: Proposed, Order: 100, Subject: "निरीक्षण करें", Said: "पेट्रोल पंपों का निरीक्षण करने को कहा।", Owners: []Owner{{Text: "बीडीओ", Choices: []record.ID{bdoEkma}}}, Version: 1},
		{ID: 3, Kind: Reading, Status: Proposed, Order: 200, Subject: "सूची दें", Said: "सूची शुक्रवार तक देने का निर्देश।", Owners: []Owner{{Text: "शाखा", Posts: []record.ID{section}}}, Version: 1},
	}
	return &Desk{Drafts: list, Now: date("2026-02-24").At(13, 0), Person: sectionPerson, Post: section, IDs: ids}, ids
}

// again is the next step at the same desk, as it would be loaded anew.
func again(k *Desk) *Desk {
	return &Desk{Drafts: k.Drafts, Now: k.Now + calendar.Minute, Person: k.Person, Post: k.Post, IDs: k.IDs}
}

func subjects(list []Draft) []string {
	var out []string
	for _, d := range list {
		out = append(out, string(d.Status[0])+" "+d.Subject)
	}
	return out
}

func TestEveryStepAtTheDeskCanBeTakenBack(t *testing.T) {
	words := "सूची ईमेल से दें"
	for name, step := range map[string]func(*Desk) error{
		"edit":   func(k *Desk) error { return k.Edit(3, Edit{Subject: &words}) },
		"accept": func(k *Desk) error { return k.Accept(3, means()) },
		"drop":   func(k *Desk) error { return k.Drop(2) },
		"split": func(k *Desk) error {
			return k.Split(1, []string{"वाहन गिनें", "वाहन नीलाम करें", " "})
		},
		"merge": func(k *Desk) error { return k.Merge([]record.ID{1, 2, 3}, "") },
		"add":   func(k *Desk) error { _, err := k.Add(Draft{Kind: Reading, Subject: "और", Order: 50}); return err },
		"re-read": func(k *Desk) error {
			k.Reread("नया", []Draft{{Kind: Reading, Subject: "नया काम", Said: "नया"}})
			return nil
		},
	} {
		k, _ := shop(t)
		_ = k.Edit(1, Edit{Subject: &words}) // an earlier step, which stays
		k = again(k)
		before := subjects(k.Drafts)
		if err := step(k); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if slices.Equal(subjects(k.Drafts), before) || len(k.Changed())+len(k.Gone()) == 0 {
			t.Errorf("%s changes nothing", name)
		}
		if name == "re-read" {
			continue // what is gone is deleted; the earlier text is a revision of its own
		}
		k = again(k)
		if err := k.Undo(); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if got := subjects(k.Drafts); !slices.Equal(got, before) {
			t.Errorf("%s undone: %v; was %v", name, got, before)
		}
	}
	k, _ := shop(t)
	if err := k.Undo(); !fault.Is(err, fault.Refused) {
		t.Errorf("undo of nothing: %v", err)
	}
}

func TestUndoGoesBackStepByStep(t *testing.T) {
	k, _ := shop(t)
	for _, w := range []string{"एक", "दो", "तीन"} {
		if err := k.Edit(1, Edit{Subject: &w}); err != nil {
			t.Fatal(err)
		}
		k = again(k)
	}
	for _, want := range []string{"दो", "एक", "वाहन नीलाम करें"} {
		if err := k.Undo(); err != nil || k.Drafts[0].Subject != want {
			t.Fatalf("%q, %v; want %q", k.Drafts[0].Subject, err, want)
		}
		k = again(k)
	}
}

func TestAcceptWantsAnOwnerAndADate(t *testing.T) {
	k, _ := shop(t)
	if err := k.Accept(2, means()); err == nil || fault.As(err).Fields[0].Key != "sitting.owner_not_found" {
		t.Fatalf("%v", err)
	}
	if err := k.Edit(2, Edit{Owners: []Owner{NewDirectory(sampleOrg(t), date("2026-02-24")).Chosen(nil, "bdo")}}); err != nil {
		t.Fatal(err)
	}
	if err := k.Accept(2, means()); err != nil || len(k.Drafts[1].Posts()) != 3 {
		t.Fatalf("%v, %v", err, k.Drafts[1].Posts())
	}
}

func TestSomebodyElsesEditIsNotOverwritten(t *testing.T) {
	k, _ := shop(t)
	words := "x"
	if err := k.Edit(1, Edit{Subject: &words, Version: 9}); !fault.Is(err, fault.Conflict) {
		t.Errorf("%v", err)
	}
}

func TestMergedDraftTakesOwnersAndWords(t *testing.T) {
	k, _ := shop(t)
	if err := k.Merge([]record.ID{1, 3}, ""); err != nil {
		t.Fatal(err)
	}
	d := k.Drafts[0]
	if d.Subject != "वाहन नीलाम करें; सूची दें" || !slices.Equal(d.Posts(), []record.ID{supply, section}) || k.Drafts[2].Into != 1 || k.Drafts[2].Status != Dropped {
		t.Errorf("%+v", k.Drafts)
	}
	if err := again(k).Merge([]record.ID{1}, ""); err == nil {
		t.Error("one draft is merged")
	}
}

func TestRereadKeepsWhatAPersonSaid(t *testing.T) {
	k, _ := shop(t)
	words, limit := "वाहन 31 मार्च तक नीलाम करें", Limit{Kind: OnDate, To: date("2026-03-31")}
	if err := k.Edit(1, Edit{Subject: &words, Limit: &limit}); err != nil {
		t.Fatal(err)
	}
	if err := again(k).Drop(2); err != nil {
		t.Fatal(err)
	}
	k = again(k)
	text := "15 वर्ष पुराने वाहनों की नीलामी का आदेश दिया। नया काम करने को कहा।"
	k.Reread(text, []Draft{
		{Kind: Reading, Order: 10, Subject: "पुराने वाहन नीलाम", Said: "15 वर्ष पुराने वाहनों की नीलामी का आदेश दिया।", Owners: []Owner{{Text: "नया", Posts: []record.ID{bdoEkma}}}, Limit: Limit{Kind: Urgent}, Revision: 2},
		{Kind: Reading, Order: 90, Subject: "नया काम", Said: "नया काम करने को कहा।", Revision: 2},
	})
	got := map[record.ID]Draft{}
	for _, d := range k.Drafts {
		got[d.ID] = d
	}
	kept := got[1]
	if kept.Subject != words || kept.Limit != limit || kept.Order != 10 || kept.Posts()[0] != bdoEkma {
		t.Errorf("edited: %+v", kept)
	}
	if d := got[2]; d.Status != Dropped || !slices.Contains(d.Why, "text_gone") {
		t.Errorf("left out: %+v", d)
	}
	if _, there := got[3]; there || !slices.Equal(k.Gone(), []record.ID{3}) {
		t.Error("what nobody touched and the text no longer holds stays")
	}
	if len(k.Drafts) != 3 {
		t.Errorf("%v", subjects(k.Drafts))
	}
}

func TestNextOpenWalksRound(t *testing.T) {
	k, _ := shop(t)
	k.Drafts[1].Status = Accepted
	var walked []record.ID
	for at := record.ID(0); len(walked) < 4; {
		d := NextOpen(k.Drafts, at)
		walked, at = append(walked, d.ID), d.ID
	}
	if !reflect.DeepEqual(walked, []record.ID{1, 3, 1, 3}) {
		t.Errorf("%v", walked)
	}
	k.Drafts[0].Status, k.Drafts[2].Status = Dropped, Accepted
	if d := NextOpen(k.Drafts, 0); d != nil {
		t.Errorf("%v is open", d.ID)
	}
}

func TestDoubtsGoWhenAPersonSettlesThem(t *testing.T) {
	d := Draft{Status: Proposed, Owners: []Owner{{Text: "संबंधित"}}, Why: []string{"owner_missing", "verb_weak"}, Limit: Limit{Kind: OnDate}}
	if got := strings.Join(d.Doubts(), " "); got != "owner_unknown date_open owner_missing verb_weak" {
		t.Errorf("%s", got)
	}
	d.Owners, d.Limit = []Owner{{Posts: []record.ID{supply}}}, Limit{Kind: Urgent}
	d.touch("owners")
	if got := strings.Join(d.Doubts(), " "); got != "verb_weak" {
		t.Errorf("%s", got)
	}
	d.Status = Accepted
	if got := d.Doubts(); got != nil {
		t.Errorf("%v", got)
	}
}

func FuzzParseLimit(f *testing.F) {
	for _, s := range []string{"12.3.26", "3 दिन", "10 मई से 25 मई", "every monday", "अगली बैठक"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		l, err := ParseLimit(s, means())
		if r := l.Reckon(means()); err == nil && r.Key == "" && r.Due < means().Met {
			t.Fatalf("%q gives %v", s, r.Due)
		}
	})
}
