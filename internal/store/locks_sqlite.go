package store

// SQLite has one writer: what it reads cannot change before its commit.
func locked(e Engine, q string) string {
	if e == Postgres {
		return q + lockPostgres
	}
	return q
}

func edgeLocked(e Engine) string {
	return locked(e, `SELECT size, hashes FROM edge WHERE district=$1`)
}
