-- The cells of blocks also tell the department, so that the charge of any post adds up from them. Places and what lies
-- above the class office are found by indexes of their own.
CREATE TABLE tally_next (
  district INTEGER NOT NULL, grain INTEGER NOT NULL, key BIGINT NOT NULL, department BIGINT NOT NULL,
  class INTEGER NOT NULL, type TEXT NOT NULL, phase INTEGER NOT NULL,
  due_day TEXT NOT NULL, silent INTEGER NOT NULL, n BIGINT NOT NULL,
  PRIMARY KEY (district, grain, key, department, class, type, phase, due_day, silent)
) WITHOUT ROWID;
INSERT INTO tally_next (district, grain, key, department, class, type, phase, due_day, silent, n)
 SELECT district, grain, key, 0, class, type, phase, due_day, silent, n FROM tally WHERE grain <> 2;
INSERT INTO tally_next (district, grain, key, department, class, type, phase, due_day, silent, n)
 SELECT district, 2, block, department, class, type, phase, CASE WHEN due = 9223372036854775807 THEN '' ELSE date(due / 1000000 + 19800, 'unixepoch') END AS on_day, silent, count(*)
 FROM matter WHERE phase < 5 GROUP BY district, block, department, class, type, phase, on_day, silent;
DROP TABLE tally;
ALTER TABLE tally_next RENAME TO tally;
CREATE TABLE standing_next (
  district INTEGER NOT NULL, grain INTEGER NOT NULL, key BIGINT NOT NULL, department BIGINT NOT NULL, class INTEGER NOT NULL,
  due_day TEXT NOT NULL, silent INTEGER NOT NULL, n BIGINT NOT NULL, reported BIGINT NOT NULL,
  PRIMARY KEY (district, grain, key, department, class, due_day, silent)
) WITHOUT ROWID;
INSERT INTO standing_next (district, grain, key, department, class, due_day, silent, n, reported)
 SELECT district, grain, key, 0, class, due_day, silent, n, reported FROM standing WHERE grain <> 2;
INSERT INTO standing_next (district, grain, key, department, class, due_day, silent, n, reported)
 SELECT district, 2, block, department, class, CASE WHEN due = 9223372036854775807 THEN '9999-12-31' ELSE date(due / 1000000 + 19800, 'unixepoch') END AS on_day, silent, count(*), sum(CASE phase WHEN 4 THEN 1 ELSE 0 END)
 FROM matter WHERE phase < 5 GROUP BY district, block, department, class, on_day, silent;
DROP TABLE standing;
ALTER TABLE standing_next RENAME TO standing;
CREATE INDEX matter_place ON matter (district, place, due, id) WHERE phase < 5;
CREATE INDEX matter_above ON matter (district, id) WHERE class > 1 AND phase < 5;
DELETE FROM sqlite_stat1 WHERE tbl='tally';
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
 ('tally', 'tally', '90000 90000 30000 600 30 25 12 6 2 1'),
 ('matter', 'matter_place', '300000 300000 200 2 1'),
 ('matter', 'matter_above', '3000 3000 1');
