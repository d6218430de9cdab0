package bench

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"slices"
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
	keys      int // leading columns in which rows of one commit may meet; 0 is never
}

// meeting says in which leading columns rows may meet.
func (s *bareStatement) meeting(keys int) *bareStatement {
	s.keys = keys
	return s
}

func insertInto(table, types, columns, after string) *bareStatement {
	n := len(types)
	holes, arrays := make([]string, n), make([]string, n)
	names := map[byte]string{'b': "bigint", 'i': "integer", 't': "text", 'x': "bytea"}
	for i := range n {
		holes[i], arrays[i] = fmt.Sprintf("$%d", i+1), fmt.Sprintf("$%d::%s[]", i+1, names[types[i]])
	}
	head := "INSERT INTO " + table + " (" + columns + ") "
	return &bareStatement{head + "VALUES (" + strings.Join(holes, ",") + ") " + after, head + "SELECT * FROM unnest(" + strings.Join(arrays, ",") + ") " + after, types, false, 0}
}

const matterData = `{"Fields":{},"Clocks":[{"due":1770000000000000,"name":"sent","rule":"within 7 days","start":1770000000000000,"value":"7 days"}],"Visit":1,"Reached":1770000000000000,"Spoke":1770000000000000,"Entered":{"sent":1770000000000000,"working":1770000000000000},"Done":{"send":{"At":1770000000000000,"Person":"0000000000007","Post":"0000000000001"}},"Times":{"send":1,"sent":1}}`

type bareTables struct {
	matter, event, value, leaf, tally, standing, flow, wake, unwake, load, update *bareStatement
}

func tables() bareTables {
	return bareTables{
		matter: insertInto("matter", "ibttitiibbbbbbbbiibittbbbbiti",
			"district,id,number,type,revision,state,phase,level,department,place,block,holder,asker,asked,parent,taken_at,about_kind,about_district,about,class,subject,detail,opened,due,closed,updated,silent,data,version", ""),
		event: insertInto("event", "ibbiibittbbbibxt", "district,id,leaf,subject_kind,subject_district,subject,version,kind,act,person,post,for_post,mode,at,nonce,body", ""),
		value: insertInto("event_value", "ibtxx", "district,event,path,salt,value", ""),
		leaf:  insertInto("leaf", "ibbx", "district,n,event,hash", ""),
		tally: insertInto("tally", "iibbititib", "district,grain,key,department,class,type,phase,due_day,silent,n",
			"ON CONFLICT (district,grain,key,department,class,type,phase,due_day,silent) DO UPDATE SET n=tally.n+excluded.n").meeting(9),
		standing: insertInto("standing", "iibbitibb", "district,grain,key,department,class,due_day,silent,reported,n",
			"ON CONFLICT (district,grain,key,department,class,due_day,silent) DO UPDATE SET n=standing.n+excluded.n").meeting(8),
		flow: insertInto("flow", "iibitttb", "district,grain,key,class,type,what,day,n", "ON CONFLICT (district,grain,key,class,type,what,day) DO UPDATE SET n=flow.n+excluded.n").meeting(7),
		wake: insertInto("wake", "ibtbbi", "district,matter,what,at,lease,tries", "ON CONFLICT (district,matter,what) DO UPDATE SET at=excluded.at").meeting(3),
		unwake: &bareStatement{"DELETE FROM wake WHERE district=$1 AND matter=$2",
			"DELETE FROM wake USING unnest($1::integer[],$2::bigint[]) AS u(d,m) WHERE wake.district=u.d AND wake.matter=u.m", "ib", false, 0},
		load: &bareStatement{"SELECT * FROM matter WHERE district=$1 AND id=$2",
			"SELECT m.* FROM unnest($1::integer[],$2::bigint[]) AS u(d,i) JOIN matter m ON m.district=u.d AND m.id=u.i ORDER BY m.district, m.id FOR UPDATE OF m", "ib", true, 0},
		update: &bareStatement{"UPDATE matter SET holder=$3, updated=$4, data=$5, version=version+1 WHERE district=$1 AND id=$2",
			"UPDATE matter SET holder=u.h, updated=u.t, data=u.x, version=version+1 FROM unnest($1::integer[],$2::bigint[],$3::bigint[],$4::bigint[],$5::text[]) AS u(d,i,h,t,x) WHERE matter.district=u.d AND matter.id=u.i", "ibbbt", false, 0},
	}
}

const bareLeaf = 1 << 40 // leaves of the bare side lie behind all others

func (l *load) bareOpen(n int) []bareRow { return l.bareOpening(n, l.key()) }

// bareFill writes an imported matter: nine of ten are closed at once, with a second event.
func (l *load) bareFill(n int) []bareRow {
	k := l.key()
	rows := l.bareOpening(n, k)
	if n%100 < openShare {
		return rows
	}
	// What is opened and closed in one commit is never among the open ones.
	rows = slices.DeleteFunc(rows, func(r bareRow) bool {
		return r.to == l.tables.tally || r.to == l.tables.standing || r.to == l.tables.wake
	})
	rows[0].args[6] = int32(5)
	for i := range rows {
		if r := rows[i]; r.to == l.tables.flow {
			args := slices.Clone(r.args)
			args[5] = "closed"
			rows = append(rows, bareRow{r.to, args})
		}
	}
	return append(rows, l.bareEvent(int(l.n.Add(1)), k, "moved", `{"phase":5,"state":"done"}`, false)...)
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

// counts adds to the cells of a matter: by type, and how departments and blocks stand.
func (l *load) counts(m *shape, what string, add int64) []bareRow {
	var rows []bareRow
	day := fmt.Sprintf("2027-%02d-%02d", 1+m.days/28, 1+m.days%28)
	typ := fmt.Sprintf("bench.t%d", m.typ)
	for grain, key := range []record.ID{m.department, m.block, m.holder} {
		within := int64(0)
		if grain == 1 {
			within = int64(m.department)
		}
		rows = append(rows, bareRow{l.tables.tally, []any{int32(district), int32(grain + 1), int64(key), within, int32(1), typ, int32(m.phase), day, int32(0), add}})
		if grain < 2 {
			rows = append(rows, bareRow{l.tables.standing, []any{int32(district), int32(grain + 1), int64(key), within, int32(1), day, int32(0), int64(0), add}})
		}
		rows = append(rows, bareRow{l.tables.flow, []any{int32(district), int32(grain + 1), int64(key), int32(1), typ, what, "2027-01-01", int64(1)}})
	}
	return rows
}

func (l *load) bareOpening(n int, k record.Key) []bareRow {
	t := l.tables
	m := shapeOf(n)
	now := time.Now().UnixMicro()
	due := now + int64(m.days)*86_400_000_000
	rows := []bareRow{{t.matter, []any{int32(district), int64(k.ID), fmt.Sprintf("X-%s", k.ID), fmt.Sprintf("bench.t%d", m.typ), int32(0), "sent", int32(m.phase), int32(0),
		int64(m.department), int64(m.place), int64(m.block), int64(m.holder), int64(m.asker), int64(0), int64(0), int64(0), int32(0), int32(0), int64(0), int32(1),
		"वार्ड में हैंडपंप खराब है", "", now, due, int64(0), now, int32(0), matterData, int32(1)}}}
	rows = append(rows, l.bareEvent(n, k, "opened", strings.Repeat("x", 420), true)...)
	rows = append(rows, l.counts(&m, "opened", 1)...)
	return append(rows, bareRow{t.wake, []any{int32(district), int64(k.ID), "late:sent", due, int64(0), int32(0)}})
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
		rows = append(rows, bareRow{t.tally, []any{int32(district), int32(3), to, int64(0), int32(1), "bench.t1", int32(2), day, int32(0), int64(1)}},
			bareRow{t.flow, []any{int32(district), int32(3), to, int32(1), "bench.t1", what, "2027-01-01", int64(1)}})
	}
	return rows
}

// raw opens the bare driver on the same database with the same settings; each caller keeps
// a connection.
func (l *load) raw(callers int) (*sql.DB, error) {
	driver, name := "pgx", l.db.Name()
	if l.db.Engine() == store.SQLite {
		q := url.Values{"_pragma": {"busy_timeout(5000)", "journal_mode(WAL)", "synchronous(FULL)", "wal_autocheckpoint(16000)", "cache_size(-32000)"}}
		driver, name = "sqlite", "file:"+name+"?"+q.Encode()
	}
	raw, err := sql.Open(driver, name)
	if err != nil {
		return nil, err
	}
	raw.SetMaxOpenConns(callers)
	raw.SetMaxIdleConns(callers)
	return raw, nil
}

// bare writes groups of acts until the time or the number is over and gives acts a second.
func (l *load) bare(group, total int, length time.Duration, act bareAct) (float64, error) {
	raw, err := l.raw(1)
	if err != nil {
		return 0, err
	}
	defer raw.Close()
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
		rows = merged(rows)
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
