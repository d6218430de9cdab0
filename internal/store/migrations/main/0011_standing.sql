-- How departments (grain 1) and blocks (2) stand on every day, over all types and phases: what pages count from. No due day is 9999-12-31.
CREATE TABLE standing (
  district INTEGER NOT NULL, grain INTEGER NOT NULL, key BIGINT NOT NULL, class INTEGER NOT NULL,
  due_day TEXT NOT NULL, silent INTEGER NOT NULL, n BIGINT NOT NULL, reported BIGINT NOT NULL,
  PRIMARY KEY (district, grain, key, class, due_day, silent)
) WITHOUT ROWID;
INSERT INTO standing (district, grain, key, class, due_day, silent, n, reported)
 SELECT district, grain, key, class, CASE due_day WHEN '' THEN '9999-12-31' ELSE due_day END, silent, sum(n), sum(CASE phase WHEN 4 THEN n ELSE 0 END)
 FROM tally WHERE grain IN (1, 2) GROUP BY district, grain, key, class, due_day, silent;
