package app

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/store"
	"github.com/anupalan/anupalan/internal/store/storetest"
)

// verifierOf is the audit of the sample district at the instant of its last event.
func verifierOf(t testing.TB, r *store.Reader) *verifier {
	t.Helper()
	systems, err := hallSystems()
	if err != nil {
		t.Fatal(err)
	}
	size, _, err := r.Edge(context.Background(), sampleDistrict)
	if err != nil {
		t.Fatal(err)
	}
	last, err := r.EventsFrom(context.Background(), sampleDistrict, max(size-1, 0), 1)
	if err != nil {
		t.Fatal(err)
	}
	now := calendar.At(time.Date(2026, 1, 5, 6, 0, 0, 0, time.UTC))
	if len(last) > 0 {
		now = last[0].At
	}
	return newVerifier(context.Background(), r, systems, sampleDistrict, now)
}

// verified fails the test unless the audit of the database finds nothing.
func verified(t testing.TB, db *store.DB) []Verified {
	t.Helper()
	at := verifierOf(t, db.Reader())
	all, err := VerifyLog(context.Background(), db, at.systems, at.now)
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range all {
		for _, f := range v.Findings {
			t.Errorf("district %d: %s: %s", v.District, f.Path, i18n.Message(i18n.English, f.Key, f.Args...))
		}
	}
	return all
}

func TestTheAuditRebuildsNearlyEveryTable(t *testing.T) {
	schema, err := storetest.SQLite(t).Reader().Schema(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for name := range NotRebuilt() {
		if schema[name] == nil {
			t.Errorf("%s is excused and does not exist", name)
		}
	}
	if n := len(NotRebuilt()); n > 18 {
		t.Errorf("%d tables are excused; rebuild the new one instead", n)
	}
	rebuilt := rebuiltTables
	for name := range schema {
		excused, made := NotRebuilt()[name] != "", slices.Contains(rebuilt, name)
		if excused == made && !strings.HasPrefix(name, "search") {
			t.Errorf("%s must be either rebuilt from the log or excused: excused %v", name, excused)
		}
	}
}

// rebuiltTables are those that the audit makes anew from the log or checks against it.
var rebuiltTables = []string{"matter", "tally", "standing", "flow", "place", "department", "post", "person", "tenure", "delegation", "power",
	"sitting", "sitting_series", "agenda_item", "attendance", "minutes", "wake", "reach", "exception", "file_given", "serial", "link", "setting", "holiday",
	"usage", "observation", "cohort", "cohort_member", "offer",
	"event", "event_value", "leaf", "edge", "tile", "head"}

// TestTheAuditFindsWhatWasChanged changes one thing of a saved log at a time.
func TestTheAuditFindsWhatWasChanged(t *testing.T) {
	changes := map[string]struct{ sql, key string }{
		"a body":          {`UPDATE event SET body='{"phase":5,"state":"done"}' WHERE leaf=2`, "store.verify_leaf"},
		"a date":          {`UPDATE event SET at=at-1 WHERE leaf=1`, "store.verify_leaf"},
		"a leaf":          {`DELETE FROM leaf WHERE n=3`, "store.verify_count"},
		"an event":        {`DELETE FROM event WHERE leaf=3`, "store.verify_count"},
		"a value":         {`UPDATE event_value SET value=salt`, "store.verify_value"},
		"a row":           {`UPDATE matter SET holder=99`, "store.verify_row"},
		"a due date":      {`UPDATE matter SET due=due+1`, "store.verify_row"},
		"a count":         {`UPDATE tally SET n=n+1 WHERE grain=1`, "store.verify_tally"},
		"a sum":           {`UPDATE standing SET reported=reported+1 WHERE grain=2`, "store.verify_tally"},
		"a missing sum":   {`DELETE FROM standing WHERE grain=1`, "store.verify_tally"},
		"a missing count": {`DELETE FROM flow WHERE grain=3`, "store.verify_tally"},
		"a matter":        {`DELETE FROM matter`, "store.verify_count"},
		"the edge":        {`UPDATE edge SET hashes=(SELECT hash FROM leaf WHERE n=0)`, "store.verify_edge"},
		"a person":        {`INSERT INTO person (district,id,key,name_hi,name_en,phone,email,data) VALUES (218,9,'x','','','','','{}')`, "store.verify_org"},
	}
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		c := started(t, db)
		k := newKey(c)
		grouped(t, c, openJob(c, k, 71), actJob(c, k, 0), actJob(c, k, 0), actJob(c, k, 0))
		verified(t, db)
		for name, change := range changes {
			if !tampered(t, db, change.sql, change.key) {
				t.Errorf("%s: not found", name)
			}
		}
	})
}

// tampered reports whether the audit finds a change of that kind, which is then undone.
func tampered(t *testing.T, db *store.DB, sql, key string) (found bool) {
	t.Helper()
	undo := errors.New("undo")
	err := db.Update(func(tx *store.Tx) error {
		if err := tx.Execute(sql); err != nil {
			return err
		}
		v := verifierOf(t, &tx.Reader)
		if err := v.all(); err != nil {
			return err
		}
		found = slices.ContainsFunc(v.out.Findings, func(f fault.Field) bool { return f.Key == key })
		return undo
	})
	if !errors.Is(err, undo) {
		t.Error(err)
	}
	return found
}
