-- What a district means by a name and whom it usually asks, learned from corrections of readings.
CREATE TABLE usage (
  district INTEGER NOT NULL, id BIGINT NOT NULL, state TEXT NOT NULL, data TEXT NOT NULL, version INTEGER NOT NULL,
  PRIMARY KEY (district, id)
) WITHOUT ROWID;
CREATE INDEX usage_state ON usage (district, state, id);
