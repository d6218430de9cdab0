-- What happened is asked by the day: with the day last in the key, a week's page walked the cells of all years.
CREATE TABLE flow_by_day (
  district INTEGER NOT NULL, grain INTEGER NOT NULL, day TEXT NOT NULL, key BIGINT NOT NULL,
  class INTEGER NOT NULL, type TEXT NOT NULL, what TEXT NOT NULL, n BIGINT NOT NULL,
  PRIMARY KEY (district, grain, day, key, class, type, what)
) WITHOUT ROWID;
INSERT INTO flow_by_day (district, grain, day, key, class, type, what, n)
 SELECT district, grain, day, key, class, type, what, n FROM flow;
DROP TABLE flow;
ALTER TABLE flow_by_day RENAME TO flow;
