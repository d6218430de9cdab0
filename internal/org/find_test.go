package org

import (
	"testing"

	"github.com/anupalan/anupalan/internal/record"
)

func TestFindInEitherScriptAndShortForms(t *testing.T) {
	b := small()
	o := b.make(t)
	for _, tc := range []struct{ typed, want string }{
		{"bdo amnour", "bdo_amnour"},
		{"BDO, Amnour", "bdo_amnour"},
		{"बीडीओ अमनौर", "bdo_amnour"},
		{"प्रखण्ड विकास पदाधिकारी मकेर", "bdo_maker"},
		{"prakhand amnour", "bdo_amnour"},
		{"bdo amnaur", "bdo_amnour"},
		{"bdo_maker", "bdo_maker"},
		{"dm", "dm"},
		{"डीएम", "dm"},
		{"मकेर", "maker"},
		{"maker", "maker"},
		{"maker bdo", "bdo_maker"},
		{"kamalpr", "gp"},
		{"kamalpux", "gp"},
		{"अमनौर थाना", "ps"},
		{"sho", "sho"},
		{"अनु", "sdo"},
		{"थानाध्यक्ष", "sho"},
		{"BDO", "bdo_maker"}, // the short form whole, then the shorter name
		{"अमनौर", "ac"},
	} {
		got := o.Find(tc.typed, 5, monday)
		if len(got) == 0 || got[0].Key != tc.want {
			t.Errorf("%q found %v, want %s first", tc.typed, keys(got), tc.want)
		}
	}
}

func keys(list []Match) []string {
	var k []string
	for _, m := range list {
		k = append(k, m.Key)
	}
	return k
}

func TestFindGivesOnlyWhatIsAskedAndAlive(t *testing.T) {
	b := small()
	b.rows.Posts[3].To = monday - 1 // bdo_maker
	o := b.make(t)
	if got := o.Find("मकेर", 9, monday, record.Post); len(got) != 0 {
		t.Errorf("an abolished post was found: %v", keys(got))
	}
	if got := o.Find("मकेर", 9, monday-1, record.Post); len(got) != 1 {
		t.Errorf("yesterday's post was not found: %v", keys(got))
	}
	if got := o.Find("अमनौर", 9, monday, record.Place); len(got) != 3 || got[0].Key != "ac" && got[0].Key != "amnour" {
		t.Errorf("places: %v", keys(got))
	}
	for _, nothing := range []string{"", "  ", "...", "zzzzqq"} {
		if got := o.Find(nothing, 9, monday); len(got) != 0 {
			t.Errorf("%q found %v", nothing, keys(got))
		}
	}
}

func FuzzFind(f *testing.F) {
	o := small().make(f)
	f.Add("bdo अमनौर")
	f.Fuzz(func(t *testing.T, s string) {
		if got := o.Find(s, 3, monday); len(got) > 3 {
			t.Fatal(len(got))
		}
	})
}

func BenchmarkFinder(b *testing.B) {
	o := large().make(b)
	for b.Loop() {
		newFinder(o)
	}
}

func BenchmarkFind(b *testing.B) {
	o := large().make(b)
	for _, text := range []string{"bdo block7", "प्रखंड विकास", "panchayat secretary gp3", "prkhnd", "zzzzz"} {
		b.Run(text, func(b *testing.B) {
			for b.Loop() {
				o.Find(text, 10, monday)
			}
		})
	}
}
