package app

import (
	"cmp"
	"reflect"
	"slices"

	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/sitting"
	"github.com/anupalan/anupalan/internal/store"
)

func isMeeting(k record.Kind) bool { return k == record.Sitting || k == record.Series }

// meetings folds the events of every series and sitting that the log knows, one by one,
// and compares the rows that come of them, those of agenda, attendance and proceedings
// too. What the log does not know is found by its number.
func (v *verifier) meetings() error {
	counts := map[record.Kind]int{}
	for _, ref := range sortedRefs(v.met) {
		counts[ref.Kind]++
		events, err := v.history(ref.Key)
		if err != nil {
			return err
		}
		told := make([]record.Event, len(events))
		for i := range events {
			told[i] = events[i].Event
		}
		folded, err := sitting.Replay(told)
		if err != nil {
			v.found(ref.String(), "store.verify_replay", ref.String(), err.Error())
			continue
		}
		if ref.Kind == record.Series {
			err = v.series(folded.Series[ref.Key.ID])
		} else {
			err = v.sitting(folded.Sittings[ref.Key.ID])
		}
		if err != nil {
			return err
		}
	}
	for kind, table := range map[record.Kind]string{record.Series: "sitting_series", record.Sitting: "sitting"} {
		v.rows[table] = int64(counts[kind])
	}
	return nil
}

func sortedRefs(met map[record.Ref]bool) []record.Ref {
	refs := make([]record.Ref, 0, len(met))
	for r := range met {
		refs = append(refs, r)
	}
	slices.SortFunc(refs, func(a, b record.Ref) int { return cmp.Compare(a.Key.ID, b.Key.ID) })
	return refs
}

func (v *verifier) series(s *sitting.Series) error {
	if s == nil {
		return nil
	}
	want, err := seriesRow(s)
	if err != nil {
		return err
	}
	stored, _, err := v.r.SittingSeries(v.ctx, s.Key)
	v.alike("series "+s.Slug, stored, want)
	return err
}

func (v *verifier) sitting(s *sitting.Sitting) error {
	if s == nil {
		return nil
	}
	want, err := sittingRow(s)
	if err != nil {
		return err
	}
	stored, _, err := v.r.Sitting(v.ctx, s.Key)
	if err != nil {
		return err
	}
	where := "sitting " + s.Key.String()
	v.alike(where, stored, want)
	if err := v.agendaOf(where, s); err != nil {
		return err
	}
	if err := v.attendanceOf(where, s); err != nil {
		return err
	}
	return v.minutesOf(where, s)
}

func (v *verifier) agendaOf(where string, s *sitting.Sitting) error {
	want, err := agendaRows(s.Agenda)
	if err != nil {
		return err
	}
	stored, err := v.r.Agenda(v.ctx, s.Key)
	v.rows["agenda_item"] += int64(len(want))
	slices.SortFunc(want, func(a, b store.AgendaItem) int {
		return cmp.Or(cmp.Compare(a.Position, b.Position), cmp.Compare(a.ID, b.ID))
	})
	alikeRows(v, where+" agenda", stored, want)
	return err
}

func (v *verifier) attendanceOf(where string, s *sitting.Sitting) error {
	want, err := attendanceRows(s.Attendance)
	if err != nil {
		return err
	}
	stored, err := v.r.Attendance(v.ctx, s.Key)
	v.rows["attendance"] += int64(len(want))
	slices.SortFunc(want, func(a, b store.Attendance) int { return cmp.Compare(a.ID, b.ID) })
	alikeRows(v, where+" attendance", stored, want)
	return err
}

func (v *verifier) minutesOf(where string, s *sitting.Sitting) error {
	var want []store.Minutes
	for i := range slices.Backward(s.Minutes) {
		row, err := minutesRow(&s.Minutes[i])
		if err != nil {
			return err
		}
		want = append(want, row)
	}
	stored, err := v.r.Minutes(v.ctx, s.Key)
	v.rows["minutes"] += int64(len(want))
	alikeRows(v, where+" proceedings", stored, want)
	return err
}

func alikeRows[T any](v *verifier, where string, stored, want []T) {
	if len(stored)+len(want) > 0 {
		v.alike(where, stored, want)
	}
}

// alike holds stored rows against those that the events give.
func (v *verifier) alike(where string, stored, want any) {
	if !reflect.DeepEqual(stored, want) {
		v.found(where, "store.verify_meeting")
	}
}
