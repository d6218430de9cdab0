-- Everything that happened, in order, and the tree over it.
CREATE TABLE event (
  district INTEGER NOT NULL, id BIGINT NOT NULL, leaf BIGINT NOT NULL,
  subject_kind INTEGER NOT NULL, subject_district INTEGER NOT NULL, subject BIGINT NOT NULL,
  version INTEGER NOT NULL, kind TEXT NOT NULL, act TEXT NOT NULL,
  person BIGINT NOT NULL, post BIGINT NOT NULL, for_post BIGINT NOT NULL, mode INTEGER NOT NULL,
  at BIGINT NOT NULL, nonce BYTEA NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (district, id)
) WITHOUT ROWID;
CREATE INDEX event_subject ON event (district, subject, id);

-- Every text, person, phone and file value; the body holds its salted digest.
CREATE TABLE event_value (
  district INTEGER NOT NULL, event BIGINT NOT NULL, path TEXT NOT NULL,
  salt BYTEA NOT NULL, value BYTEA NOT NULL,
  PRIMARY KEY (district, event, path)
) WITHOUT ROWID;

CREATE TABLE leaf (
  district INTEGER NOT NULL, n BIGINT NOT NULL, event BIGINT NOT NULL, hash BYTEA NOT NULL,
  PRIMARY KEY (district, n)
) WITHOUT ROWID;

-- Whole tiles of 256 hashes; the hashes right of them lie in leaf and edge.
CREATE TABLE tile (
  district INTEGER NOT NULL, level INTEGER NOT NULL, n BIGINT NOT NULL, hashes BYTEA NOT NULL,
  PRIMARY KEY (district, level, n)
) WITHOUT ROWID;

-- The right edge of each tree; locked last by whoever commits.
CREATE TABLE edge (
  district INTEGER NOT NULL PRIMARY KEY, size BIGINT NOT NULL, hashes BYTEA NOT NULL
) WITHOUT ROWID;

CREATE TABLE head (
  district INTEGER NOT NULL, size BIGINT NOT NULL, at BIGINT NOT NULL, root BYTEA NOT NULL, note TEXT NOT NULL,
  PRIMARY KEY (district, size, at)
) WITHOUT ROWID;

-- How far each follower has read the log.
CREATE TABLE watermark (
  name TEXT NOT NULL, district INTEGER NOT NULL, leaf BIGINT NOT NULL,
  PRIMARY KEY (name, district)
) WITHOUT ROWID;
