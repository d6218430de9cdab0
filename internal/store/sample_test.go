package store_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
	"github.com/anupalan/anupalan/internal/store"
)

const district = 218

func id(n int) record.ID { return record.ID(n) }

func key(n int) record.Key { return record.Key{District: district, ID: id(n)} }

const noon = calendar.Instant(1_770_000_000_000_000)

// aMatter makes a matter of which every member is set.
func aMatter(n int) *matter.Matter {
	return &matter.Matter{
		Key: key(n), Number: fmt.Sprintf("HL-%06d", n), Type: "sample.a", Revision: 3, State: "sent", Phase: matter.Working, Level: 1,
		Department: 11, Place: 501, Block: 51, Holder: 71, Asker: 72, Asked: 73, Parent: 0, TakenAt: 91,
		About: record.Ref{Kind: record.Entry, Key: record.Key{District: district, ID: 77}}, Class: record.Office,
		Subject: "हैंडपंप खराब", Detail: "वार्ड 7", Opened: noon, Due: noon + 5, Closed: 0, Updated: noon + 1, Version: 1, Silent: true,
		Memory: matter.Memory{
			Fields: map[string]rule.Value{"why": {Kind: rule.Text, S: "x"}, "paid": {Kind: rule.Money, N: 250}, "some": {Kind: rule.Codes, List: []string{"a", "b"}},
				"long": {Kind: rule.Length, Span: calendar.Span{N: 3, Unit: calendar.WorkingDays}}, "sheet": {Kind: rule.Answers, Map: map[string]string{"q": "yes"}}},
			Visit: 2, Spoke: noon, Entered: map[string]calendar.Instant{"sent": noon}, Times: map[string]int{"send": 2},
			Done:  map[string]matter.Doing{"send": {At: noon, Person: 5, Post: 6, For: 7, Mode: record.Delegate}},
			Fired: []string{"silence"}, Extended: 1,
		},
	}
}

// randomMatters makes matters spread over departments, blocks, posts, classes and phases.
func randomMatters(rnd *rand.Rand, from, n int) []*matter.Matter {
	out := make([]*matter.Matter, n)
	for i := range out {
		m := aMatter(from + i)
		m.Memory = matter.Memory{}
		m.Type = []string{"sample.a", "sample.b", "other.c"}[rnd.IntN(3)]
		m.Phase = matter.Phase(1 + rnd.IntN(6))
		m.Department, m.Block = id(11+rnd.IntN(4)), id(51+rnd.IntN(5))
		m.Place = m.Block*10 + id(rnd.IntN(3))
		m.Holder, m.Asker = id(71+rnd.IntN(6)), id(80+rnd.IntN(2))
		m.Class = record.Class(rnd.IntN(3))
		m.Due = noon + calendar.Instant(rnd.IntN(40))
		if rnd.IntN(5) == 0 {
			m.Due = 0
		}
		if !m.Phase.Open() {
			m.Closed = noon + calendar.Instant(rnd.IntN(40))
		}
		m.Opened = noon - calendar.Instant(rnd.IntN(40))
		m.Silent = rnd.IntN(3) == 0
		out[i] = m
	}
	return out
}

func insert(t testing.TB, db *store.DB, ms ...*matter.Matter) {
	t.Helper()
	update(t, db, func(tx *store.Tx) error { return tx.MattersInsert(ms) })
}

func update(t testing.TB, db *store.DB, fn func(*store.Tx) error) {
	t.Helper()
	if err := db.Update(fn); err != nil {
		t.Fatal(err)
	}
}
