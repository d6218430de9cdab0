-- Papers and photographs in parts of 256 KB, named by their hash.
CREATE TABLE blob (
  district INTEGER NOT NULL, sha256 TEXT NOT NULL, part INTEGER NOT NULL, bytes BYTEA NOT NULL,
  PRIMARY KEY (district, sha256, part)
) WITHOUT ROWID;
