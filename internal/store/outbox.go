package store

import (
	"context"
	"database/sql"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/record"
)

// Message is something to be sent or told, saved with the act that calls for it.
type Message struct {
	Key    record.Key
	Kind   string // mail, sms, webhook, notice, letter …
	Matter record.ID
	Post   record.ID
	Due    calendar.Instant
	Tries  int
	State  MessageState
	Reason string // why the last try failed
	Body   []byte // JSON
}

// MessageState is how far a message has come.
type MessageState int32

// The states of a message.
const (
	Unsent MessageState = iota
	Sent
	GivenUp
)

func outboxTable() *table {
	return &table{name: "outbox", keys: 2, cols: columnsOf("district", num, "id", big, "kind", text, "matter", big, "post", big,
		"due", big, "lease", big, "tries", num, "state", num, "reason", text, "body", text)}
}

const messageColumns = `district, id, kind, matter, post, due, tries, state, reason, body`

func scanMessage(rows *sql.Rows, m *Message) error {
	return rows.Scan(&m.Key.District, &m.Key.ID, &m.Kind, &m.Matter, &m.Post, &m.Due, &m.Tries, &m.State, &m.Reason, &m.Body)
}

// OutboxPut saves messages to be sent from their due instant on.
func (tx *Tx) OutboxPut(messages []Message) error {
	rows := make([][]any, len(messages))
	for i, m := range messages {
		rows[i] = []any{m.Key.District, int64(m.Key.ID), m.Kind, int64(m.Matter), int64(m.Post), int64(m.Due), int64(0), int32(0), int32(Unsent), "", string(m.Body)}
	}
	return tx.many.insert(outboxTable(), "", rows)
}

// OutboxClaim takes up to limit messages that are due and holds them until the lease
// ends. A message that is taken and never answered is taken again: it may be sent twice.
func (tx *Tx) OutboxClaim(now, lease calendar.Instant, limit int) ([]Message, error) {
	return collect(context.Background(), &tx.Reader, scanMessage, `UPDATE outbox SET lease=$1, tries=tries+1 WHERE (district, id) IN
 (SELECT district, id FROM outbox WHERE state=0 AND due<=$2 AND lease<=$2 ORDER BY due, district, id LIMIT $3) AND lease<=$2
 RETURNING `+messageColumns, int64(lease), int64(now), limit)
}

// OutboxSent marks a message as sent.
func (tx *Tx) OutboxSent(k record.Key) error {
	_, err := tx.exec(`UPDATE outbox SET state=1, lease=0, reason='' WHERE district=$1 AND id=$2`, k.District, int64(k.ID))
	return err
}

// OutboxFailed keeps why a message could not be sent and when it is tried again; 0 gives it up.
func (tx *Tx) OutboxFailed(k record.Key, reason string, again calendar.Instant) error {
	if again == 0 {
		_, err := tx.exec(`UPDATE outbox SET state=2, lease=0, reason=$1 WHERE district=$2 AND id=$3`, reason, k.District, int64(k.ID))
		return err
	}
	_, err := tx.exec(`UPDATE outbox SET state=0, lease=0, due=$1, reason=$2 WHERE district=$3 AND id=$4`, int64(again), reason, k.District, int64(k.ID))
	return err
}

// OutboxRetry makes a message that was given up wait again.
func (tx *Tx) OutboxRetry(k record.Key, due calendar.Instant) error {
	_, err := tx.exec(`UPDATE outbox SET state=0, lease=0, tries=0, due=$1 WHERE district=$2 AND id=$3 AND state=2`, int64(due), k.District, int64(k.ID))
	return err
}

// OutboxGivenUp lists messages of a district that were given up, for the page that shows them.
func (r *Reader) OutboxGivenUp(ctx context.Context, district int32, limit int) ([]Message, error) {
	return collect(ctx, r, scanMessage, `SELECT `+messageColumns+` FROM outbox WHERE district=$1 AND state=2 ORDER BY due, id LIMIT $2`, district, limit)
}

// OutboxNext reads when the next message is due; 0 if none waits.
func (r *Reader) OutboxNext(ctx context.Context) (due calendar.Instant, err error) {
	_, err = first(ctx, r, `SELECT due FROM outbox WHERE state=0 ORDER BY due, district, id LIMIT 1`, nil, &due)
	return due, err
}

// OutboxForget deletes messages sent before an instant, at most limit at once.
func (tx *Tx) OutboxForget(before calendar.Instant, limit int) (int64, error) {
	return tx.exec(`DELETE FROM outbox WHERE (district, id) IN (SELECT district, id FROM outbox WHERE state=1 AND due<$1 LIMIT $2)`, int64(before), limit)
}
