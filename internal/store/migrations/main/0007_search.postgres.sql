-- Full text, folded and split in Go; the lexemes of scope and words stand in one vector. Restricted text lies apart.
CREATE TABLE search (
  district INTEGER NOT NULL, id BIGINT NOT NULL, words TSVECTOR NOT NULL,
  PRIMARY KEY (district, id)
);
CREATE INDEX search_words ON search USING gin (words);
CREATE TABLE search_restricted (
  district INTEGER NOT NULL, id BIGINT NOT NULL, words TSVECTOR NOT NULL,
  PRIMARY KEY (district, id)
);
CREATE INDEX search_restricted_words ON search_restricted USING gin (words);
