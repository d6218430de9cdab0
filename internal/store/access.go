package store

import (
	"context"
	"database/sql"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/record"
)

// Credential is one way in which a person proves who it is.
type Credential struct {
	District int32
	Person   record.ID
	Kind     string // password, totp, recovery …
	Name     string // tells several of a kind apart
	Secret   []byte // a hash, or a secret sealed by the caller
	Changed  calendar.Instant
	Used     calendar.Instant
	Failures int32
	Locked   calendar.Instant // until when no try is taken
}

// Credentials reads all credentials of a person.
func (r *Reader) Credentials(ctx context.Context, person record.Key) ([]Credential, error) {
	return collect(ctx, r, func(rows *sql.Rows, c *Credential) error {
		return rows.Scan(&c.District, &c.Person, &c.Kind, &c.Name, &c.Secret, &c.Changed, &c.Used, &c.Failures, &c.Locked)
	}, `SELECT district, person, kind, name, secret, changed, used, failures, locked FROM credential WHERE district=$1 AND person=$2 ORDER BY kind, name`,
		person.District, int64(person.ID))
}

// CredentialPut adds or replaces a credential with all its counts.
func (tx *Tx) CredentialPut(c Credential) error {
	_, err := tx.exec(`INSERT INTO credential (district, person, kind, name, secret, changed, used, failures, locked) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9)
 ON CONFLICT (district, person, kind, name) DO UPDATE SET secret=excluded.secret, changed=excluded.changed, used=excluded.used,
 failures=excluded.failures, locked=excluded.locked`,
		c.District, int64(c.Person), c.Kind, c.Name, nonNil(c.Secret), int64(c.Changed), int64(c.Used), c.Failures, int64(c.Locked))
	return err
}

// CredentialDrop removes a credential; false if there was none, so that of two who spend
// one at once only one is told that it was there.
func (tx *Tx) CredentialDrop(person record.Key, kind, name string) (bool, error) {
	n, err := tx.exec(`DELETE FROM credential WHERE district=$1 AND person=$2 AND kind=$3 AND name=$4`, person.District, int64(person.ID), kind, name)
	return n > 0, err
}

// PersonByPhone finds the persons of all districts with a phone number, for the sign-in page.
func (r *Reader) PersonByPhone(ctx context.Context, phone string) ([]record.Key, error) {
	return collect(ctx, r, func(rows *sql.Rows, k *record.Key) error { return rows.Scan(&k.District, &k.ID) },
		`SELECT district, id FROM person WHERE phone=$1 AND phone <> '' ORDER BY district, id`, phone)
}

// Session is a sign-in, named by the digest of its secret.
type Session struct {
	Digest   string
	District int32
	Person   record.ID
	Post     record.ID
	Created  calendar.Instant
	Seen     calendar.Instant
	Expires  calendar.Instant
	Data     []byte // JSON
}

const sessionColumns = `digest, district, person, post, created, seen, expires, data`

func scanSession(rows *sql.Rows, s *Session) error {
	return rows.Scan(&s.Digest, &s.District, &s.Person, &s.Post, &s.Created, &s.Seen, &s.Expires, &s.Data)
}

// Session reads a session that has not expired; ok is false if there is none.
func (r *Reader) Session(ctx context.Context, digest string, now calendar.Instant) (s Session, ok bool, err error) {
	found, err := collect(ctx, r, scanSession, `SELECT `+sessionColumns+` FROM session WHERE digest=$1 AND expires>$2`, digest, int64(now))
	if err != nil || len(found) == 0 {
		return Session{}, false, err
	}
	return found[0], true, nil
}

// Sessions lists the sessions of a person, newest first.
func (r *Reader) Sessions(ctx context.Context, person record.Key, now calendar.Instant) ([]Session, error) {
	return collect(ctx, r, scanSession, `SELECT `+sessionColumns+` FROM session WHERE district=$1 AND person=$2 AND expires>$3 ORDER BY created DESC`,
		person.District, int64(person.ID), int64(now))
}

// SessionPut starts a session or changes its post, data and times.
func (tx *Tx) SessionPut(s Session) error {
	_, err := tx.exec(`INSERT INTO session (digest, district, person, post, created, seen, expires, data) VALUES ($1,$2,$3,$4,$5,$6,$7,$8)
 ON CONFLICT (digest) DO UPDATE SET post=excluded.post, seen=excluded.seen, expires=excluded.expires, data=excluded.data`,
		s.Digest, s.District, int64(s.Person), int64(s.Post), int64(s.Created), int64(s.Seen), int64(s.Expires), string(s.Data))
	return err
}

// SessionEnd ends one session.
func (tx *Tx) SessionEnd(digest string) error {
	_, err := tx.exec(`DELETE FROM session WHERE digest=$1`, digest)
	return err
}

// SessionsEnd ends every session of a person but one: what a changed password does.
func (tx *Tx) SessionsEnd(person record.Key, but string) error {
	_, err := tx.exec(`DELETE FROM session WHERE district=$1 AND person=$2 AND digest <> $3`, person.District, int64(person.ID), but)
	return err
}

// SessionsForget deletes sessions that expired before an instant.
func (tx *Tx) SessionsForget(before calendar.Instant) (int64, error) {
	return tx.exec(`DELETE FROM session WHERE expires<$1`, int64(before))
}

// Token lets a program act for a person in a post; only its digest is kept.
type Token struct {
	Key     record.Key
	Digest  string
	Name    string
	Person  record.ID
	Post    record.ID
	Created calendar.Instant
	Expires calendar.Instant
	Used    calendar.Instant
}

const tokenColumns = `district, id, digest, name, person, post, created, expires, used`

func scanToken(rows *sql.Rows, t *Token) error {
	return rows.Scan(&t.Key.District, &t.Key.ID, &t.Digest, &t.Name, &t.Person, &t.Post, &t.Created, &t.Expires, &t.Used)
}

// TokenByDigest reads a token that has not expired; ok is false if there is none.
func (r *Reader) TokenByDigest(ctx context.Context, digest string, now calendar.Instant) (t Token, ok bool, err error) {
	found, err := collect(ctx, r, scanToken, `SELECT `+tokenColumns+` FROM token WHERE digest=$1 AND expires>$2`, digest, int64(now))
	if err != nil || len(found) == 0 {
		return Token{}, false, err
	}
	return found[0], true, nil
}

// Tokens lists the tokens of a post.
func (r *Reader) Tokens(ctx context.Context, district int32, post record.ID) ([]Token, error) {
	return collect(ctx, r, scanToken, `SELECT `+tokenColumns+` FROM token WHERE district=$1 AND post=$2 ORDER BY id`, district, int64(post))
}

// TokenPut saves a token, or the time it was last used and when it ends.
func (tx *Tx) TokenPut(t Token) error {
	_, err := tx.exec(`INSERT INTO token (district, id, digest, name, person, post, created, expires, used) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9)
 ON CONFLICT (district, id) DO UPDATE SET expires=excluded.expires, used=excluded.used`,
		t.Key.District, int64(t.Key.ID), t.Digest, t.Name, int64(t.Person), int64(t.Post), int64(t.Created), int64(t.Expires), int64(t.Used))
	return err
}
