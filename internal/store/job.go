package store

import (
	"context"
	"database/sql"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/record"
)

// Job is a long work with its progress, kept so that it can be left and come back to.
type Job struct {
	Key     record.Key
	Kind    string
	Person  record.ID
	Post    record.ID
	State   string // waiting, running, done, failed, stopped
	Total   int64
	Done    int64
	Failed  int64
	Created calendar.Instant
	Updated calendar.Instant
	Lease   calendar.Instant // until when a worker holds it
	Data    []byte           // JSON: what is to be done
	Result  []byte           // JSON: what came of it
}

const jobColumns = `district, id, kind, person, post, state, total, done, failed, created, updated, lease, data, result`

func scanJob(rows *sql.Rows, j *Job) error {
	return rows.Scan(&j.Key.District, &j.Key.ID, &j.Kind, &j.Person, &j.Post, &j.State, &j.Total, &j.Done, &j.Failed,
		&j.Created, &j.Updated, &j.Lease, &j.Data, &j.Result)
}

// JobPut adds a job or saves its progress.
func (tx *Tx) JobPut(j Job) error {
	_, err := tx.exec(`INSERT INTO job (`+jobColumns+`) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14)
 ON CONFLICT (district, id) DO UPDATE SET state=excluded.state, total=excluded.total, done=excluded.done, failed=excluded.failed,
 updated=excluded.updated, lease=excluded.lease, result=excluded.result`,
		j.Key.District, int64(j.Key.ID), j.Kind, int64(j.Person), int64(j.Post), j.State, j.Total, j.Done, j.Failed,
		int64(j.Created), int64(j.Updated), int64(j.Lease), string(j.Data), string(j.Result))
	return err
}

// JobClaim takes one job that waits, or whose worker has died, and holds it until the
// lease ends; ok is false if there is none.
func (tx *Tx) JobClaim(now, lease calendar.Instant) (j Job, ok bool, err error) {
	found, err := collect(context.Background(), &tx.Reader, scanJob, `UPDATE job SET state='running', lease=$1, updated=$2 WHERE (district, id) IN
 (SELECT district, id FROM job WHERE lease<=$2 AND (state='waiting' OR state='running') ORDER BY lease, district, id LIMIT 1) AND lease<=$2
 RETURNING `+jobColumns, int64(lease), int64(now))
	if err != nil || len(found) == 0 {
		return Job{}, false, err
	}
	return found[0], true, nil
}

// Job reads one job; ok is false if there is none.
func (r *Reader) Job(ctx context.Context, k record.Key) (j Job, ok bool, err error) {
	found, err := collect(ctx, r, scanJob, `SELECT `+jobColumns+` FROM job WHERE district=$1 AND id=$2`, k.District, int64(k.ID))
	if err != nil || len(found) == 0 {
		return Job{}, false, err
	}
	return found[0], true, nil
}

// Jobs lists the jobs of a post, newest first.
func (r *Reader) Jobs(ctx context.Context, district int32, post record.ID, limit int) ([]Job, error) {
	return collect(ctx, r, scanJob, `SELECT `+jobColumns+` FROM job WHERE district=$1 AND post=$2 ORDER BY created DESC LIMIT $3`, district, int64(post), limit)
}

// JobRow is what came of one row of a job: the matter it made, or the fault it has.
type JobRow struct {
	N      int64
	Matter record.ID
	Fault  string // JSON of the fault; "" for none
}

// JobRowsPut saves what came of rows, in the commit that did them.
func (tx *Tx) JobRowsPut(job record.Key, list []JobRow) error {
	t := &table{name: "job_row", keys: 3, cols: columnsOf("district", num, "job", big, "n", big, "matter", big, "fault", text)}
	rows := make([][]any, len(list))
	for i, r := range list {
		rows[i] = []any{job.District, int64(job.ID), r.N, int64(r.Matter), r.Fault}
	}
	return tx.many.insert(t, `ON CONFLICT (district, job, n) DO UPDATE SET matter=excluded.matter, fault=excluded.fault`, rows)
}

// JobRows lists what came of the rows of a job after row n.
func (r *Reader) JobRows(ctx context.Context, job record.Key, after int64, limit int) ([]JobRow, error) {
	return collect(ctx, r, func(rows *sql.Rows, x *JobRow) error { return rows.Scan(&x.N, &x.Matter, &x.Fault) },
		`SELECT n, matter, fault FROM job_row WHERE district=$1 AND job=$2 AND n>$3 ORDER BY n LIMIT $4`, job.District, int64(job.ID), after, limit)
}
