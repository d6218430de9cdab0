-- Figures reported of measures: of a place and a period, with their source; never changed once noted.
CREATE TABLE observation (
  district INTEGER NOT NULL, id BIGINT NOT NULL, topic TEXT NOT NULL, sitting BIGINT NOT NULL,
  place BIGINT NOT NULL, day TEXT NOT NULL, data TEXT NOT NULL, version INTEGER NOT NULL,
  PRIMARY KEY (district, id)
) WITHOUT ROWID;
CREATE INDEX observation_topic ON observation (district, topic, day DESC, id DESC);
CREATE INDEX observation_place ON observation (district, topic, place, day, id);
