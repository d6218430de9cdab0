package bench

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"strings"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver named pgx
	_ "modernc.org/sqlite"             // the driver named sqlite

	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
)

// The bare side writes the rows of the same acts with prepared statements in one loop:
// nothing is decided, encoded or hashed, and nobody waits for anybody. On PostgreSQL each
// table gets one statement a commit with an array a column, as in the product.

// bareAct gives the rows of one act, by statement.
type bareAct func(n int) []bareRow

type bareRow struct {
	to   *bareStatement
	args []any
}

// bareStatement is a statement for one row, and the same for many on PostgreSQL.
type bareStatement struct {
	one, many string
	types     string // of the columns: b bigint, i integer, t text, x bytes
	query     bool
}

func insertInto(table, types, columns, after string) *bareStatement {
	n := len(types)
	holes, arrays := make([]string, n), make([]string, n)
	names := map[byte]string{'b': "bigint", 'i': "integer", 't': "text", 'x': "bytea"}
	for i := range n {
		holes[i], arrays[i] = fmt.Sprintf("$%d", i+1), fmt.Sprintf("$%d::%s[]", i+1, names[types[i]])
	}
	head := "INSERT INTO " + table + " (" + columns + ") "
	return &bareStatement{head + "VALUES (" + strings.Join(holes, ",") + ") " + after, head + "SELECT * FROM unnest(" + strings.Join(arrays, ",") + ") " + after, types, false}
}

const matterData = `{"Fields":{},"Clocks":[{"due":1770000000000000,"name":"sent","rule":"within 7 days","start":1770000000000000,"value":"7 days"}],"Visit":1,"Reached":1770000000000000,"Spoke":1770000000000000,"Entered":{"sent":1770000000000000,"working":1770000000000000},"Done":{"send":{"At":1770000000000000,"Person":"0000000000007","Post":"0000000000001"}},"Times":{"send":1,"sent":1}}`

type bareTables struct {
	matter, event, value, leaf, tally, flow, wake, unwake, load, update *bareStatement
}

func tables() bareTables {
	return bareTables{
		matter: insertInto("matter", "ibttitiibbbbbbbbiibittbbbbiti",
			"district,id,number,type,revision,state,phase,level,department,place,block,holder,asker,asked,parent,taken_at,about_kind,about_district,about,class,subject,detail,opened,due,closed,updated,silent,data,version", ""),
		event: insertInto("event", "ibbiibittbbbibxt", "district,id,leaf,subject_kind,subject_district,subject,version,kind,act,person,post,for_post,mode,at,nonce,body", ""),
		value: insertInto("event_value", "ibtxx", "district,event,path,salt,value", ""),
		leaf:  insertInto("leaf", "ibbx", "district,n,event,hash", ""),
		tally: insertInto("tally", "iibititib", "district,grain,key,class,type,phase,due_day,silent,n",
			"ON CONFLICT (district,grain,key,class,type,phase,due_day,silent) DO UPDATE SET n=tally.n+excluded.n"),
		flow: insertInto("flow", "iibitttb", "district,grain,key,class,type,what,day,n", "ON CONFLICT (district,grain,key,class,type,what,day) DO UPDATE SET n=flow.n+excluded.n"),
		wake: insertInto("wake", "ibtbbi", "district,matter,what,at,lease,tries", "ON CONFLICT (district,matter,what) DO UPDATE SET at=excluded.at"),
		unwake: &bareStatement{"DELETE FROM wake WHERE district=$1 AND matter=$2",
			"DELETE FROM wake USING unnest($1::integer[],$2::bigint[]) AS u(d,m) WHERE wake.district=u.d AND wake.matter=u.m", "ib", false},
		load: &bareStatement{"SELECT * FROM matter WHERE district=$1 AND id=$2",
			"SELECT m.* FROM unnest($1::integer[],$2::bigint[]) AS u(d,i) JOIN matter m ON m.district=u.d AND m.id=u.i ORDER BY m.district, m.id FOR UPDATE OF m", "ib", true},
		update: &bareStatement{"UPDATE matter SET holder=$3, updated=$4, data=$5, version=version+1 WHERE district=$1 AND id=$2",
			"UPDATE matter SET holder=u.h, updated=u.t, data=u.x, version=version+1 FROM unnest($1::integer[],$2::bigint[],$3::bigint[],$4::bigint[],$5::text[]) AS u(d,i,h,t,x) WHERE matter.district=u.d AND matter.id=u.i", "ibbbt", false},
	}
}

const bareLeaf = 1 << 40 // leaves of the bare side lie behind all others

func (l *load) bareOpen(n int) []bareRow { return l.bareOpening(n, l.key(), 2) }

// bareFill writes an imported matter: nine of ten are closed at once, with a second event.
func (l *load) bareFill(n int) []bareRow {
	k := l.key()
	if n%100 < openShare {
		return l.bareOpening(n, k, 2)
	}
	return append(l.bareOpening(n, k, 5), l.bareEvent(int(l.n.Add(1)), k, "moved", `{"phase":5,"state":"done"}`, false)...)
}

func (l *load) bareEvent(n int, k record.Key, kind, body string, words bool) []bareRow {
	t := l.tables
	id := int64(l.key().ID)
	now := time.Now().UnixMicro()
	hash := make([]byte, 32)
	copy(hash, fmt.Sprint(n))
	rows := []bareRow{
		{t.event, []any{int32(district), id, bareLeaf + int64(n), int32(1), int32(district), int64(k.ID), int32(1), kind, "send", int64(7), int64(5001), int64(0), int32(0), now, hash[:16], body}},
		{t.leaf, []any{int32(district), bareLeaf + int64(n), id, hash}},
	}
	if words {
		rows = append(rows, bareRow{t.value, []any{int32(district), id, "text.d", hash[:16], []byte("स्थल पर जाकर देखें और बताएँ")}})
	}
	return rows
}

func (l *load) counts(n int, by []int64, what string, add int64) []bareRow {
	var rows []bareRow
	for grain, key := range by {
		typ := fmt.Sprintf("bench.t%d", n%types)
		rows = append(rows, bareRow{l.tables.tally, []any{int32(district), int32(grain + 1), key, int32(1), typ, int32(2), fmt.Sprintf("2027-01-%02d", n%28+1), int32(0), add}},
			bareRow{l.tables.flow, []any{int32(district), int32(grain + 1), key, int32(1), typ, what, "2027-01-01", int64(1)}})
	}
	return rows
}

func (l *load) bareOpening(n int, k record.Key, phase int32) []bareRow {
	t := l.tables
	now := time.Now().UnixMicro()
	due := now + int64(n%45)*86_400_000_000
	keys := []int64{int64(10 + n%departments), int64(100 + n%blocks), int64(post(n))}
	rows := []bareRow{{t.matter, []any{int32(district), int64(k.ID), fmt.Sprintf("X-%s", k.ID), fmt.Sprintf("bench.t%d", n%types), int32(0), "sent", phase, int32(0),
		keys[0], int64(1000 + n%400), keys[1], keys[2], int64(post(n / 7)), int64(0), int64(0), int64(0), int32(0), int32(0), int64(0), int32(1),
		"वार्ड में हैंडपंप खराब है", "", now, due, int64(0), now, int32(0), matterData, int32(1)}}}
	rows = append(rows, l.bareEvent(n, k, "opened", strings.Repeat("x", 420), true)...)
	rows = append(rows, l.counts(n, keys, "opened", 1)...)
	if phase == 2 {
		rows = append(rows, bareRow{t.wake, []any{int32(district), int64(k.ID), "late:sent", due, int64(0), int32(0)}})
	}
	return rows
}

func (l *load) bareAct(n int) []bareRow {
	t := l.tables
	k := spread(l.owed, n)
	now := time.Now().UnixMicro()
	key := []any{int32(district), int64(k.ID)}
	rows := []bareRow{{t.load, key}, {t.update, append(key[:2:2], int64(post(n)), now, matterData)}, {t.unwake, key},
		{t.wake, []any{int32(district), int64(k.ID), "late:sent", now, int64(0), int32(0)}}}
	rows = append(rows, l.bareEvent(n, k, "assigned", strings.Repeat("x", 130), true)...)
	day := fmt.Sprintf("2027-01-%02d", n%28+1)
	for i, what := range []string{"went", "came"} {
		to := int64(post(n + i))
		rows = append(rows, bareRow{t.tally, []any{int32(district), int32(3), to, int32(1), "bench.t1", int32(2), day, int32(0), int64(1)}},
			bareRow{t.flow, []any{int32(district), int32(3), to, int32(1), "bench.t1", what, "2027-01-01", int64(1)}})
	}
	return rows
}

// raw opens the bare driver on the same database with the same settings.
func (l *load) raw() (*sql.DB, error) {
	if l.db.Engine() == store.Postgres {
		return sql.Open("pgx", l.db.Name())
	}
	q := url.Values{"_pragma": {"busy_timeout(5000)", "journal_mode(WAL)", "synchronous(FULL)", "wal_autocheckpoint(16000)", "cache_size(-32000)"}}
	return sql.Open("sqlite", "file:"+l.db.Name()+"?"+q.Encode())
}

// bare writes groups of acts until the time or the number is over and gives acts a second.
func (l *load) bare(group, total int, length time.Duration, act bareAct) (float64, error) {
	raw, err := l.raw()
	if err != nil {
		return 0, err
	}
	defer raw.Close()
	raw.SetMaxOpenConns(1)
	conn, err := raw.Conn(l.ctx)
	if err != nil {
		return 0, err
	}
	defer conn.Close()
	w := &bareWriter{ctx: l.ctx, conn: conn, kept: map[string]*sql.Stmt{}, many: l.db.Engine() == store.Postgres}
	start := time.Now()
	end := start.Add(length)
	done := 0
	var spent time.Duration // making the rows is not the driver's work
	for total > 0 && done < total || total == 0 && time.Now().Before(end) {
		from := time.Now()
		var rows []bareRow
		for range group {
			rows = append(rows, act(int(l.n.Add(1)))...)
		}
		spent += time.Since(from)
		if err := w.commit(rows); err != nil {
			return 0, err
		}
		done += group
	}
	return float64(done) / (time.Since(start) - spent).Seconds(), nil
}

type bareWriter struct {
	ctx  context.Context
	conn *sql.Conn
	kept map[string]*sql.Stmt
	many bool
}
