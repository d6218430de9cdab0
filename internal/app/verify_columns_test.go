package app

import (
	"crypto/rand"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/anupalan/anupalan/internal/audit"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/rule"
	"github.com/anupalan/anupalan/internal/store"
	"github.com/anupalan/anupalan/internal/store/storetest"
)

// lived is the sample district after a meeting, with a row in every table that the audit
// knows: directions to many and to a vacant post, a file, timers, signed heads.
func lived(t *testing.T, db *store.DB) *hall {
	t.Helper()
	h := newHall(t, db)
	key, err := audit.NewKey(rand.Reader, "saran")
	h.ok(err)
	h.a.signer = &key
	k := h.written()
	h.ok(h.a.AddPoint(h.ctx, h.steno, k, PointForm{Title: "होली की तैयारी", Words: "विधि-व्यवस्था"}))
	_, err = h.a.Attend(h.ctx, h.steno, k, []AttendanceForm{{Post: "bdo_amnour", Presence: "absent"}})
	h.ok(err)
	h.ok(h.a.BeginSitting(h.ctx, h.steno, k, 0))
	h.acceptAll(k)
	_, err = h.a.IssueDirectives(h.ctx, h.steno, k)
	h.ok(err)
	_, err = h.a.signHeads(h.ctx)
	h.ok(err)
	paper := sent(t, h.a, h.bdo, "सूची.csv", []byte("प्रखंड,संख्या\nअमनौर,12\n"))
	vacant := ""
	for _, p := range h.o.Rows().Posts {
		if h.o.Holder(p.ID, h.a.today()).Vacant {
			vacant = p.Key
		}
	}
	for who, owners := range map[string][]string{"dm_saran": {vacant, "bdo_amnour"}, "bdo_garkha": {"dao_saran"}} {
		_, err = h.a.Open(h.ctx, h.officer(who), "directive", matter.Command{Typed: map[string]rule.Value{
			"subject": {Kind: rule.Text, S: "जर्जर पुलिया की सूची दें"}, "owners": {Kind: rule.Links, List: owners}, "file": files(paper.Hash)}})
		h.ok(err)
	}
	h.later(time.Hour)
	_, err = h.a.signHeads(h.ctx)
	h.ok(err)
	return h
}

// bare are tables of which the lived district has no row. Sets, offers and settings are
// changed by tests of their own; no event fills links and holidays.
var bare = []string{"link", "holiday", "setting", "cohort", "cohort_member", "offer", "usage", "observation"}

// apart are the columns that say nothing of what happened, each with why.
var apart = map[string]string{
	"wake.lease": "who is at it now", "wake.tries": "how often it was tried",
}

// changed gives SQL that changes the value of one column, in as few rows as have it.
func changed(table, column, typ string) string {
	to, order := "", " DESC"
	switch strings.ToUpper(typ) {
	case "TEXT":
		to = "'x' || " + column
	case "BYTEA", "BLOB":
		order = ""
		to = fmt.Sprintf("(SELECT max(hash) FROM leaf WHERE district=%d)", sampleDistrict)
	default:
		to = "-7-" + column
	}
	if column == "whole" || column == "silent" {
		to = "1-" + column
	}
	return fmt.Sprintf("UPDATE %[1]s SET %[2]s=%[3]s WHERE district=%[4]d AND %[2]s=(SELECT %[2]s FROM %[1]s WHERE district=%[4]d ORDER BY %[2]s%[5]s LIMIT 1)",
		table, column, to, sampleDistrict, order)
}

// TestTheAuditFindsAChangeOfEveryColumn changes one value of each column that the audit
// answers for, and adds a row where no event writes any.
func TestTheAuditFindsAChangeOfEveryColumn(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		h := told{hall: lived(t, db)}
		verified(t, db)
		schema, err := db.Reader().Schema(h.ctx)
		h.ok(err)
		h.log = verifierAt(h.hall, db.Reader())
		h.ok(h.log.tree())
		for _, table := range rebuiltTables {
			for _, column := range schema[table] {
				name, typ, _ := strings.Cut(column, " ")
				if name == "district" || apart[table+"."+name] != "" || slices.Contains(bare, table) {
					continue
				}
				h.audited(table, table+"."+name, changed(table, name, typ))
				if db.Engine() == store.Postgres {
					break // the rest of its columns are read by the same code
				}
			}
		}
		for table, row := range map[string]string{
			"link":    `INSERT INTO link (district, source_kind, source, relation, target_kind, target_district, target) VALUES (218,1,2,'x',1,218,3)`,
			"setting": `INSERT INTO setting (district, key, starts, value, source) VALUES (218,'follow_up.speak_in','2026-01-01','90 days','x')`,
			"holiday": `INSERT INTO holiday (district, day, name_hi, name_en, revision) VALUES (218,'2026-03-02','x','x',2)`,
			"reach":   `INSERT INTO reach (district, post, matter, whole) SELECT district, 1, id, 1 FROM matter WHERE district=218`,
			"wake":    `INSERT INTO wake (district, matter, what, at, lease, tries) VALUES (218,7,'x',1,0,0)`,
		} {
			h.audited(table, "a row of "+table, row)
		}
		for _, table := range []string{"wake", "reach", "exception", "file_given", "serial", "attendance", "minutes", "agenda_item", "sitting", "tile", "tally"} {
			h.audited(table, "no row of "+table, `DELETE FROM `+table+` WHERE district=218`)
		}
	})
}

// audited changes the database, and fails the test unless the audit then finds something
// or cannot read on; the change is taken back. The log, which most changes leave alone, is
// read once.
func (h *told) audited(table, what, change string) {
	h.Helper()
	undo := errors.New("undo")
	err := h.a.db.Update(func(tx *store.Tx) error {
		if err := tx.Execute(change); err != nil {
			h.Errorf("%s: %v", what, err)
			return undo
		}
		v := verifierAt(h.hall, &tx.Reader)
		if err := h.parts(v, table); err == nil && len(v.out.Findings) == 0 {
			h.Errorf("%s: nothing was found after %s", what, change)
		}
		return undo
	})
	if !errors.Is(err, undo) {
		h.Fatal(err)
	}
}

// told is a hall with its log as the audit has read it.
type told struct {
	*hall
	log *verifier
}

func verifierAt(h *hall, r *store.Reader) *verifier {
	v := newVerifier(h.ctx, r, h.a.systems, sampleDistrict, h.a.now())
	var err error
	v.office, err = readOffice(h.ctx, h.a.db.Reader(), h.a.systems, sampleDistrict, h.a.today())
	h.ok(err)
	return v
}

// parts runs the part of the audit that answers for a table: all of it for the log itself.
func (h *told) parts(v *verifier, table string) error {
	steps := []func() error{v.matters, v.beside, v.settings, v.tallies, v.meetings, v.usages, v.observations, v.totals}
	switch table {
	case "event", "event_value", "leaf", "edge", "tile", "head":
		return v.all()
	case "place", "department", "post", "person", "tenure", "delegation", "power":
		steps = []func() error{v.organisation}
	}
	v.org, v.met, v.rows, v.out.Leaves = h.log.org, h.log.met, maps.Clone(h.log.rows), h.log.out.Leaves
	v.used, v.noted, v.set = h.log.used, h.log.noted, h.log.set
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}
