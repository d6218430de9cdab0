package store

import (
	"database/sql"
	"database/sql/driver"
	"errors"
	"net"

	"github.com/jackc/pgx/v5/pgconn"
	"modernc.org/sqlite"

	"github.com/anupalan/anupalan/internal/fault"
)

func sqliteCode(err error) int {
	if e, ok := errors.AsType[*sqlite.Error](err); ok {
		return e.Code() & 0xff
	}
	return 0
}

func pgCode(err error) string {
	if e, ok := errors.AsType[*pgconn.PgError](err); ok {
		return e.Code
	}
	return ""
}

// IsUnique reports whether err says that a row with this key exists already.
func IsUnique(err error) bool {
	if e, ok := errors.AsType[*sqlite.Error](err); ok {
		return e.Code() == 2067 || e.Code() == 1555
	}
	return pgCode(err) == "23505"
}

// IsPassing reports whether the same work may succeed when tried again at once: a
// deadlock or a serialization failure. A SQLite file that is locked after the wait is held
// by a stranger, and trying again would only wait again.
func IsPassing(err error) bool {
	switch pgCode(err) {
	case "40001", "40P01", "55P03":
		return true
	}
	return false
}

// unwell turns what the disk or the connection cannot do into Unavailable; a fault
// and every other error stay as they are.
func unwell(err error) error {
	if err == nil {
		return nil
	}
	if _, ok := errors.AsType[*fault.Fault](err); ok {
		return err
	}
	switch sqliteCode(err) {
	case 13:
		return fault.Wrap(err, fault.Unavailable, "store.disk_full")
	case 8:
		return fault.Wrap(err, fault.Unavailable, "store.read_only")
	case 5, 6, 10, 14, 15:
		return fault.Wrap(err, fault.Unavailable, "store.unavailable")
	case 11, 26:
		return fault.Wrap(err, fault.Unavailable, "store.damaged")
	}
	if f := unwellPostgres(err); f != nil {
		return f
	}
	return err
}

func unwellPostgres(err error) error {
	code := pgCode(err)
	switch {
	case code == "53100":
		return fault.Wrap(err, fault.Unavailable, "store.disk_full")
	case code == "25006":
		return fault.Wrap(err, fault.Unavailable, "store.read_only")
	case len(code) == 5 && (code[:2] == "53" || code[:2] == "57" || code[:2] == "58" || code[:2] == "08" || code[:2] == "40" || code == "55P03"):
		return fault.Wrap(err, fault.Unavailable, "store.unavailable")
	}
	var network net.Error
	var connect *pgconn.ConnectError
	if errors.As(err, &connect) || errors.As(err, &network) || errors.Is(err, driver.ErrBadConn) || errors.Is(err, sql.ErrConnDone) {
		return fault.Wrap(err, fault.Unavailable, "store.unavailable")
	}
	return nil
}
