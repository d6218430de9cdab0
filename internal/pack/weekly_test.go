package pack

import (
	"os"
	"testing"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
)

// TestEachOfficerGetsAWeekEveryMonday plays the one thing examples cannot: matters that a
// rhythm opens by itself, again and again.
func TestEachOfficerGetsAWeekEveryMonday(t *testing.T) {
	t.Parallel()
	set, faults := Load(os.DirFS("../../packs"))
	if faults.Fatal() {
		t.Fatal(faults[0])
	}
	sample, err := NewSample(set, district(t, set), nil)
	if err != nil {
		t.Fatal(err)
	}
	week := set.Answering("", "commitment")
	var pack *Pack
	for _, p := range set.Packs {
		if p.Key == week.Pack() {
			pack = p
		}
	}
	monday, _ := calendar.ParseDate("2026-01-05")
	st, err := sample.stage(pack, monday)
	if err != nil {
		t.Fatal(err)
	}
	officers := len(sample.org.Posts("all_officers", 0, monday))
	if officers < 20 {
		t.Fatalf("only %d officers", officers)
	}
	st.w.Now = monday.AddDays(-1).At(9, 0)
	for n := range 3 {
		for _, w := range week.Timed(st.w) {
			if f := st.clocks(w.At); f != nil {
				t.Fatal(f)
			}
			if f := st.try(matter.Command{Type: week.Name(), Wake: &w}); f != nil {
				t.Fatal(f)
			}
		}
		open := map[record.ID]int{}
		for _, id := range st.opened {
			if m := st.w.Matters[id]; m.Phase.Open() {
				open[m.Holder]++
			}
		}
		if len(open) != officers || len(st.opened) != officers*(n+1) {
			t.Errorf("monday %d: %d officers have a week, %d weeks in all, want %d", n+1, len(open), len(st.opened), officers)
		}
	}
}
