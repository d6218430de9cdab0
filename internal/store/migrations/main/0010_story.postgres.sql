-- A story is read in the order of versions: ids of two programs with different clocks do not keep it.
DROP INDEX event_subject;
CREATE INDEX event_story ON event (district, subject, version, id);
