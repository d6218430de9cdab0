-- What a paper or photograph said of itself before it was stored, what resembles it, and which acts gave it. The bytes are in blob.
CREATE TABLE file (
  district INTEGER NOT NULL, sha256 TEXT NOT NULL,
  name TEXT NOT NULL, kind TEXT NOT NULL, size BIGINT NOT NULL,
  taken BIGINT NOT NULL, lat INTEGER NOT NULL, lon INTEGER NOT NULL,
  picture INTEGER NOT NULL, alike BIGINT NOT NULL, original TEXT NOT NULL,
  person BIGINT NOT NULL, post BIGINT NOT NULL, at BIGINT NOT NULL,
  PRIMARY KEY (district, sha256)
) WITHOUT ROWID;
CREATE INDEX file_original ON file (original, district, alike);

-- Five parts of a picture's perceptual hash: two hashes that differ in four bits have one part in common.
CREATE TABLE file_band (
  district INTEGER NOT NULL, band INTEGER NOT NULL, at BIGINT NOT NULL, sha256 TEXT NOT NULL,
  alike BIGINT NOT NULL,
  PRIMARY KEY (district, band, at, sha256)
) WITHOUT ROWID;

-- The events that name a file; a picture given once is no fresh one.
CREATE TABLE file_given (
  district INTEGER NOT NULL, sha256 TEXT NOT NULL, matter BIGINT NOT NULL, event BIGINT NOT NULL,
  PRIMARY KEY (district, sha256, matter, event)
) WITHOUT ROWID;
