-- Who sits where: the dated organisation of a district, loaded whole as one snapshot.
CREATE TABLE org_version (
  district INTEGER NOT NULL PRIMARY KEY,
  version BIGINT NOT NULL
) WITHOUT ROWID;

CREATE TABLE place (
  district INTEGER NOT NULL, id BIGINT NOT NULL,
  key TEXT NOT NULL, tree TEXT NOT NULL, kind TEXT NOT NULL,
  lgd_type TEXT NOT NULL, lgd_code INTEGER NOT NULL,
  name_hi TEXT NOT NULL, name_en TEXT NOT NULL,
  parent BIGINT NOT NULL, path TEXT NOT NULL,
  starts TEXT NOT NULL, ends TEXT NOT NULL,
  data TEXT NOT NULL,
  PRIMARY KEY (district, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX place_key ON place (district, key);

CREATE TABLE department (
  district INTEGER NOT NULL, id BIGINT NOT NULL,
  key TEXT NOT NULL, name_hi TEXT NOT NULL, name_en TEXT NOT NULL,
  starts TEXT NOT NULL, ends TEXT NOT NULL,
  data TEXT NOT NULL,
  PRIMARY KEY (district, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX department_key ON department (district, key);

CREATE TABLE post (
  district INTEGER NOT NULL, id BIGINT NOT NULL,
  key TEXT NOT NULL, role TEXT NOT NULL, designation TEXT NOT NULL,
  name_hi TEXT NOT NULL, name_en TEXT NOT NULL,
  department BIGINT NOT NULL, place BIGINT NOT NULL, reports_to BIGINT NOT NULL,
  starts TEXT NOT NULL, ends TEXT NOT NULL,
  data TEXT NOT NULL,
  PRIMARY KEY (district, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX post_key ON post (district, key);

CREATE TABLE person (
  district INTEGER NOT NULL, id BIGINT NOT NULL,
  key TEXT NOT NULL, name_hi TEXT NOT NULL, name_en TEXT NOT NULL,
  phone TEXT NOT NULL, email TEXT NOT NULL,
  data TEXT NOT NULL,
  PRIMARY KEY (district, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX person_key ON person (district, key);
CREATE INDEX person_phone ON person (phone) WHERE phone <> '';

CREATE TABLE tenure (
  district INTEGER NOT NULL, id BIGINT NOT NULL,
  post BIGINT NOT NULL, person BIGINT NOT NULL, kind TEXT NOT NULL,
  starts TEXT NOT NULL, ends TEXT NOT NULL,
  data TEXT NOT NULL,
  PRIMARY KEY (district, id)
) WITHOUT ROWID;

CREATE TABLE delegation (
  district INTEGER NOT NULL, id BIGINT NOT NULL,
  giver BIGINT NOT NULL, taker BIGINT NOT NULL, person BIGINT NOT NULL,
  starts TEXT NOT NULL, ends TEXT NOT NULL,
  data TEXT NOT NULL,
  PRIMARY KEY (district, id)
) WITHOUT ROWID;

CREATE TABLE power (
  district INTEGER NOT NULL, id BIGINT NOT NULL,
  post BIGINT NOT NULL, name TEXT NOT NULL,
  starts TEXT NOT NULL, ends TEXT NOT NULL,
  data TEXT NOT NULL,
  PRIMARY KEY (district, id)
) WITHOUT ROWID;

CREATE TABLE setting (
  district INTEGER NOT NULL, key TEXT NOT NULL, starts TEXT NOT NULL,
  value TEXT NOT NULL, source TEXT NOT NULL,
  PRIMARY KEY (district, key, starts)
) WITHOUT ROWID;

CREATE TABLE holiday (
  district INTEGER NOT NULL, day TEXT NOT NULL,
  name_hi TEXT NOT NULL, name_en TEXT NOT NULL, revision INTEGER NOT NULL,
  PRIMARY KEY (district, day)
) WITHOUT ROWID;
