-- The counts by department and block over all types: grains 11 and 12, kept in the same commit as 1 and 2.
INSERT INTO tally (district, grain, key, class, type, phase, due_day, silent, n)
 SELECT district, grain + 10, key, class, '', phase, due_day, silent, sum(n) FROM tally WHERE grain IN (1, 2)
 GROUP BY district, grain, key, class, phase, due_day, silent;
