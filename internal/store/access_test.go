package store_test

import (
	"slices"
	"sync"
	"testing"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
	"github.com/anupalan/anupalan/internal/store/storetest"
)

func TestASessionEndsWhenItExpires(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		s := store.Session{Digest: "a", District: district, Person: 4, Post: 71, Created: noon, Seen: noon, Expires: noon + 100, Data: []byte(`{}`)}
		other := s
		other.Digest = "b"
		update(t, db, func(tx *store.Tx) error {
			if err := tx.SessionPut(s); err != nil {
				return err
			}
			return tx.SessionPut(other)
		})
		s.Post, s.Seen = 72, noon+5
		update(t, db, func(tx *store.Tx) error { return tx.SessionPut(s) })
		got, ok, err := db.Reader().Session(ctx, "a", noon+99)
		same(t, "session", got, s, err)
		same(t, "found", ok, true, nil)
		if _, ok, _ := db.Reader().Session(ctx, "a", noon+100); ok {
			t.Error("an expired session was found")
		}
		update(t, db, func(tx *store.Tx) error { return tx.SessionsEnd(key(4), "a") })
		left, err := db.Reader().Sessions(ctx, key(4), noon)
		same(t, "left", left, []store.Session{s}, err)
	})
}

func TestCredentialsAndTokensComeBack(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		c := store.Credential{District: district, Person: 4, Kind: "password", Secret: []byte{1, 0, 255}, Changed: noon, Failures: 2, Locked: noon + 9}
		tok := store.Token{Key: key(8), Digest: "d", Name: "portal", Person: 4, Post: 71, Created: noon, Expires: noon + 50}
		update(t, db, func(tx *store.Tx) error {
			if err := tx.CredentialPut(c); err != nil {
				return err
			}
			return tx.TokenPut(tok)
		})
		creds, err := db.Reader().Credentials(ctx, key(4))
		same(t, "credentials", creds, []store.Credential{c}, err)
		got, ok, err := db.Reader().TokenByDigest(ctx, "d", noon)
		same(t, "token", got, tok, err)
		if _, expired, _ := db.Reader().TokenByDigest(ctx, "d", noon+50); !ok || expired {
			t.Error("a token lives until it expires")
		}
	})
}

func TestASittingWithItsPapersComesBack(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		data := []byte(`{"a":1}`)
		s := store.Sitting{Key: key(1), Series: 2, Kind: "review", State: "planned", Title: i18n.Text{Hi: "बैठक", En: "Meeting"}, Starts: noon, Ends: noon + 1,
			Place: 1, Department: 2, Chair: 3, Class: record.Office, Data: data, Version: 1}
		items := []store.AgendaItem{{ID: 12, Position: 1, Kind: "matter", Matter: 5, Data: data, Version: 1}, {ID: 11, Position: 2, Kind: "text", Data: data, Version: 1}}
		came := []store.Attendance{{ID: 21, Post: 71, Person: 4, Status: "video", At: noon, Data: data, Version: 1}}
		paper := store.Minutes{Revision: 1, State: "signed", At: noon, Person: 4, Post: 71, Data: data}
		draft := store.Draft{Key: key(31), Sitting: 1, Kind: "line", Person: 4, Post: 71, Updated: noon, Data: data, Version: 1}
		update(t, db, func(tx *store.Tx) error {
			for _, err := range []error{tx.SittingSave(s, 0), tx.AgendaPut(s.Key, items), tx.AttendancePut(s.Key, came), tx.MinutesPut(s.Key, paper), tx.DraftPut(draft),
				tx.SeriesPut(store.Series{Key: key(2), Slug: "weekly", Data: data, Version: 1})} {
				if err != nil {
					return err
				}
			}
			return nil
		})
		s.State, s.Version = "open", 2
		update(t, db, func(tx *store.Tx) error { return tx.SittingSave(s, 1) })
		if err := db.Update(func(tx *store.Tx) error { return tx.SittingSave(s, 1) }); !fault.Is(err, fault.Conflict) {
			t.Errorf("a stale sitting: %v", err)
		}
		got, _, err := db.Reader().Sitting(ctx, s.Key)
		same(t, "sitting", got, s, err)
		list, err := db.Reader().Sittings(ctx, district, noon, noon+1, 9)
		same(t, "sittings", list, []store.Sitting{s}, err)
		agenda, err := db.Reader().Agenda(ctx, s.Key)
		same(t, "agenda", agenda, items, err)
		there, err := db.Reader().Attendance(ctx, s.Key)
		same(t, "attendance", there, came, err)
		papers, err := db.Reader().Minutes(ctx, s.Key)
		same(t, "minutes", papers, []store.Minutes{paper}, err)
		drafts, err := db.Reader().Drafts(ctx, s.Key)
		same(t, "drafts", drafts, []store.Draft{draft}, err)
		update(t, db, func(tx *store.Tx) error {
			was, err := tx.DraftDrop(draft.Key)
			again, err2 := tx.DraftDrop(draft.Key)
			if !was || again || err2 != nil {
				t.Errorf("dropped %v, again %v, %v", was, again, err2)
			}
			return err
		})
	})
}

func TestAJobIsTakenUpAgainWhenItsWorkerDies(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		j := store.Job{Key: key(1), Kind: "import", Person: 4, Post: 71, State: "waiting", Total: 9, Created: noon, Data: []byte(`{}`), Result: []byte(`{}`)}
		update(t, db, func(tx *store.Tx) error { return tx.JobPut(j) })
		claim := func(now, lease calendar.Instant) (got store.Job, ok bool) {
			update(t, db, func(tx *store.Tx) (err error) { got, ok, err = tx.JobClaim(noon+now, noon+lease); return err })
			return got, ok
		}
		if got, ok := claim(0, 50); !ok || got.State != "running" {
			t.Fatalf("claimed %+v", got)
		}
		if _, ok := claim(10, 60); ok {
			t.Error("a job that is held was taken")
		}
		got, ok := claim(50, 99)
		if !ok {
			t.Fatal("a job whose worker died was not taken up")
		}
		got.State, got.Done = "done", 9
		update(t, db, func(tx *store.Tx) error {
			if err := tx.JobRowsPut(got.Key, []store.JobRow{{N: 1, Matter: 5}, {N: 2, Fault: `{}`}}); err != nil {
				return err
			}
			return tx.JobPut(got)
		})
		if _, ok := claim(999, 1000); ok {
			t.Error("a finished job was taken")
		}
		rows, err := db.Reader().JobRows(ctx, key(1), 1, 5)
		same(t, "rows", rows, []store.JobRow{{N: 2, Fault: `{}`}}, err)
		back, _, err := db.Reader().Job(ctx, key(1))
		same(t, "done", back.Done, int64(9), err)
	})
}

func TestEachProgramGetsItsOwnNode(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		a, err := db.NodeLease("a", noon, noon+100)
		same(t, "first", a.Number, 0, err)
		b, err := db.NodeLease("b", noon, noon+100)
		same(t, "second", b.Number, 1, err)
		a.Until, a.Last = 0, 77
		if err := db.NodeKeep(a, "a"); err != nil {
			t.Fatal(err)
		}
		c, err := db.NodeLease("c", noon+1, noon+100)
		same(t, "a freed number with its last id", c, store.Node{Number: 0, Last: 77, Until: noon + 100}, err)
		if err := db.NodeKeep(a, "a"); !fault.Is(err, fault.Conflict) {
			t.Errorf("a lost lease: %v", err)
		}
	})
}

func TestProgramsThatStartTogetherGetDifferentNodes(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		got := make([]int, 6)
		var all sync.WaitGroup
		for i := range got {
			all.Go(func() {
				n, err := db.NodeLease(string(rune('a'+i)), noon, noon+100)
				if err != nil {
					t.Error(err)
				}
				got[i] = n.Number
			})
		}
		all.Wait()
		slices.Sort(got)
		same(t, "numbers", got, []int{0, 1, 2, 3, 4, 5}, nil)
	})
}
