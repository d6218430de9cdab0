-- Dated gatherings: their series, agenda, attendance, proceedings and drafts.
CREATE TABLE sitting_series (
  district INTEGER NOT NULL, id BIGINT NOT NULL, key TEXT NOT NULL,
  name_hi TEXT NOT NULL, name_en TEXT NOT NULL, place BIGINT NOT NULL, department BIGINT NOT NULL,
  data TEXT NOT NULL, version INTEGER NOT NULL,
  PRIMARY KEY (district, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX sitting_series_key ON sitting_series (district, key);

CREATE TABLE sitting (
  district INTEGER NOT NULL, id BIGINT NOT NULL, series BIGINT NOT NULL, kind TEXT NOT NULL,
  state TEXT NOT NULL, title_hi TEXT NOT NULL, title_en TEXT NOT NULL,
  starts BIGINT NOT NULL, ends BIGINT NOT NULL,
  place BIGINT NOT NULL, department BIGINT NOT NULL, chair BIGINT NOT NULL, class INTEGER NOT NULL,
  data TEXT NOT NULL, version INTEGER NOT NULL,
  PRIMARY KEY (district, id)
) WITHOUT ROWID;
CREATE INDEX sitting_starts ON sitting (district, starts, id);
CREATE INDEX sitting_of_series ON sitting (district, series, starts, id);

CREATE TABLE agenda_item (
  district INTEGER NOT NULL, sitting BIGINT NOT NULL, id BIGINT NOT NULL,
  position INTEGER NOT NULL, kind TEXT NOT NULL, department BIGINT NOT NULL, matter BIGINT NOT NULL,
  data TEXT NOT NULL, version INTEGER NOT NULL,
  PRIMARY KEY (district, sitting, id)
) WITHOUT ROWID;

-- status is invited, in_person, video, absent, excused.
CREATE TABLE attendance (
  district INTEGER NOT NULL, sitting BIGINT NOT NULL, id BIGINT NOT NULL,
  post BIGINT NOT NULL, person BIGINT NOT NULL, status TEXT NOT NULL, at BIGINT NOT NULL,
  data TEXT NOT NULL, version INTEGER NOT NULL,
  PRIMARY KEY (district, sitting, id)
) WITHOUT ROWID;
CREATE INDEX attendance_post ON attendance (district, post, sitting);

CREATE TABLE minutes (
  district INTEGER NOT NULL, sitting BIGINT NOT NULL, revision INTEGER NOT NULL,
  state TEXT NOT NULL, at BIGINT NOT NULL, person BIGINT NOT NULL, post BIGINT NOT NULL, data TEXT NOT NULL,
  PRIMARY KEY (district, sitting, revision)
) WITHOUT ROWID;

-- Not yet said: no event, no leaf; undo deletes it.
CREATE TABLE draft (
  district INTEGER NOT NULL, id BIGINT NOT NULL, sitting BIGINT NOT NULL, kind TEXT NOT NULL,
  person BIGINT NOT NULL, post BIGINT NOT NULL, updated BIGINT NOT NULL, data TEXT NOT NULL, version INTEGER NOT NULL,
  PRIMARY KEY (district, id)
) WITHOUT ROWID;
CREATE INDEX draft_sitting ON draft (district, sitting, id);
CREATE INDEX draft_post ON draft (district, post, id);
