-- What is owed: one row a matter as it stands now; its story lies in event.
-- due is the largest BIGINT when there is none, so that such matters sort last.
CREATE TABLE matter (
  district INTEGER NOT NULL, id BIGINT NOT NULL,
  number TEXT NOT NULL, type TEXT NOT NULL, revision INTEGER NOT NULL,
  state TEXT NOT NULL, phase INTEGER NOT NULL, level INTEGER NOT NULL,
  department BIGINT NOT NULL, place BIGINT NOT NULL, block BIGINT NOT NULL,
  holder BIGINT NOT NULL, asker BIGINT NOT NULL, asked BIGINT NOT NULL,
  parent BIGINT NOT NULL, taken_at BIGINT NOT NULL,
  about_kind INTEGER NOT NULL, about_district INTEGER NOT NULL, about BIGINT NOT NULL,
  class INTEGER NOT NULL, subject TEXT NOT NULL, detail TEXT NOT NULL,
  opened BIGINT NOT NULL, due BIGINT NOT NULL, closed BIGINT NOT NULL, updated BIGINT NOT NULL,
  silent INTEGER NOT NULL, data TEXT NOT NULL, version INTEGER NOT NULL,
  PRIMARY KEY (district, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX matter_number ON matter (district, number);
CREATE INDEX matter_holder ON matter (district, holder, due, id) WHERE phase < 5;
CREATE INDEX matter_department ON matter (district, department, due, id) WHERE phase < 5;
CREATE INDEX matter_block ON matter (district, block, due, id) WHERE phase < 5;
CREATE INDEX matter_type ON matter (district, type, due, id) WHERE phase < 5;
CREATE INDEX matter_due ON matter (district, due, id) WHERE phase < 5;
CREATE INDEX matter_asker ON matter (district, asker, due, id) WHERE phase < 5 AND asker <> 0;
CREATE INDEX matter_closed ON matter (district, closed, id) WHERE phase >= 5;
CREATE INDEX matter_closed_department ON matter (district, department, closed, id) WHERE phase >= 5;
CREATE INDEX matter_closed_block ON matter (district, block, closed, id) WHERE phase >= 5;
CREATE INDEX matter_closed_type ON matter (district, type, closed, id) WHERE phase >= 5;
CREATE INDEX matter_closed_holder ON matter (district, holder, closed, id) WHERE phase >= 5;
CREATE INDEX matter_opened ON matter (district, type, opened, id);
CREATE INDEX matter_parent ON matter (district, parent, id) WHERE parent <> 0;
CREATE INDEX matter_taken_at ON matter (district, taken_at, id) WHERE taken_at <> 0;
CREATE INDEX matter_about ON matter (district, about, id) WHERE about <> 0;

-- Counts of open matters; grain is 1 department, 2 block, 3 post. A cell at zero is deleted.
CREATE TABLE tally (
  district INTEGER NOT NULL, grain INTEGER NOT NULL, key BIGINT NOT NULL,
  class INTEGER NOT NULL, type TEXT NOT NULL, phase INTEGER NOT NULL,
  due_day TEXT NOT NULL, silent INTEGER NOT NULL, n BIGINT NOT NULL,
  PRIMARY KEY (district, grain, key, class, type, phase, due_day, silent)
) WITHOUT ROWID;

-- What happened on a day: opened, closed, extended, returned.
CREATE TABLE flow (
  district INTEGER NOT NULL, grain INTEGER NOT NULL, key BIGINT NOT NULL,
  class INTEGER NOT NULL, type TEXT NOT NULL, what TEXT NOT NULL,
  day TEXT NOT NULL, n BIGINT NOT NULL,
  PRIMARY KEY (district, grain, key, class, type, what, day)
) WITHOUT ROWID;

-- The instants at which a matter must be looked at, rewritten with the matter.
CREATE TABLE wake (
  district INTEGER NOT NULL, matter BIGINT NOT NULL, what TEXT NOT NULL,
  at BIGINT NOT NULL, lease BIGINT NOT NULL, tries INTEGER NOT NULL,
  PRIMARY KEY (district, matter, what)
) WITHOUT ROWID;
CREATE INDEX wake_at ON wake (at, district, matter);

-- Matters that nobody can act on: vacant, no_superior, nobody.
CREATE TABLE exception (
  district INTEGER NOT NULL, matter BIGINT NOT NULL, why TEXT NOT NULL,
  role TEXT NOT NULL, text_hi TEXT NOT NULL, text_en TEXT NOT NULL, since BIGINT NOT NULL,
  PRIMARY KEY (district, matter, why)
) WITHOUT ROWID;

-- Posts that see a matter outside their own places and departments; whole 0 is the outline.
CREATE TABLE reach (
  district INTEGER NOT NULL, post BIGINT NOT NULL, matter BIGINT NOT NULL, whole INTEGER NOT NULL,
  PRIMARY KEY (district, post, matter)
) WITHOUT ROWID;
CREATE INDEX reach_matter ON reach (district, matter);

CREATE TABLE link (
  district INTEGER NOT NULL, source_kind INTEGER NOT NULL, source BIGINT NOT NULL,
  relation TEXT NOT NULL, target_kind INTEGER NOT NULL, target_district INTEGER NOT NULL, target BIGINT NOT NULL,
  PRIMARY KEY (district, source, relation, target)
) WITHOUT ROWID;
CREATE INDEX link_target ON link (target_district, target);

-- Number series; next is the number the next paper gets.
CREATE TABLE serial (
  district INTEGER NOT NULL, name TEXT NOT NULL, next BIGINT NOT NULL,
  PRIMARY KEY (district, name)
) WITHOUT ROWID;
