-- A story is read in the order of versions: ids of two programs with different clocks do not keep it.
DROP INDEX event_subject;
CREATE INDEX event_story ON event (district, subject, version, id);
DELETE FROM sqlite_stat1 WHERE idx='event_subject';
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ('event', 'event_story', '4000000 4000000 4 1 1');
