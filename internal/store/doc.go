// Package store keeps what the offices did: matters, events, tallies, wakes and every
// other row, on SQLite for one district or on PostgreSQL for a State.
//
// It never decides. A function here takes a *Tx or a *Reader, holds its SQL beside the Go
// that scans it, and does nothing else. The SQL is one for both engines: $n placeholders,
// columns listed, ids and instants as BIGINT, days as YYYY-MM-DD, no JSON operators. Only
// opening, full text, error codes, locks, backup and the many-row writes of the committer
// differ, in files named _sqlite.go and _postgres.go.
//
// Big tables are keyed (district, id); every look-up names its district.
package store
