-- Who may come in: sign-ins leave no event and are deleted when they end.
CREATE TABLE credential (
  district INTEGER NOT NULL, person BIGINT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
  secret BYTEA NOT NULL, changed BIGINT NOT NULL, used BIGINT NOT NULL, failures INTEGER NOT NULL, locked BIGINT NOT NULL,
  PRIMARY KEY (district, person, kind, name)
) WITHOUT ROWID;

CREATE TABLE session (
  digest TEXT NOT NULL PRIMARY KEY, district INTEGER NOT NULL, person BIGINT NOT NULL, post BIGINT NOT NULL,
  created BIGINT NOT NULL, seen BIGINT NOT NULL, expires BIGINT NOT NULL, data TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX session_person ON session (district, person);
CREATE INDEX session_expires ON session (expires);

CREATE TABLE token (
  district INTEGER NOT NULL, id BIGINT NOT NULL, digest TEXT NOT NULL, name TEXT NOT NULL,
  person BIGINT NOT NULL, post BIGINT NOT NULL, created BIGINT NOT NULL, expires BIGINT NOT NULL, used BIGINT NOT NULL,
  PRIMARY KEY (district, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX token_digest ON token (digest);
CREATE INDEX token_post ON token (district, post);
