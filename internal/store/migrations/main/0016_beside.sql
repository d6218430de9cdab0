-- Sets frozen by an act: who counts in them, and how they stand. Both follow from the events of the members.
-- state is 0 waiting, 1 done, 2 excepted; job is the work that gathers the members.
CREATE TABLE cohort (
  district INTEGER NOT NULL, matter BIGINT NOT NULL, key TEXT NOT NULL,
  frozen BIGINT NOT NULL, gathered BIGINT NOT NULL, job BIGINT NOT NULL,
  total BIGINT NOT NULL, done BIGINT NOT NULL, excepted BIGINT NOT NULL,
  PRIMARY KEY (district, matter, key)
) WITHOUT ROWID;

CREATE TABLE cohort_member (
  district INTEGER NOT NULL, matter BIGINT NOT NULL, key TEXT NOT NULL, member BIGINT NOT NULL,
  state INTEGER NOT NULL, reason TEXT NOT NULL,
  PRIMARY KEY (district, matter, key, member)
) WITHOUT ROWID;
CREATE INDEX cohort_member_state ON cohort_member (district, matter, key, state, member);

-- Drafts that acts laid before posts, which sign or set aside; at is when, settled when that was done.
CREATE TABLE offer (
  district INTEGER NOT NULL, id BIGINT NOT NULL, matter BIGINT NOT NULL, ask TEXT NOT NULL,
  signer BIGINT NOT NULL, asked BIGINT NOT NULL, at BIGINT NOT NULL, settled BIGINT NOT NULL, raised BIGINT NOT NULL,
  PRIMARY KEY (district, id)
) WITHOUT ROWID;
CREATE INDEX offer_signer ON offer (district, signer, id) WHERE settled = 0;

-- Which words who gave where: a digest of the text under the program's own key, so that a reply is known again.
CREATE TABLE said (
  district INTEGER NOT NULL, person BIGINT NOT NULL, digest TEXT NOT NULL, event BIGINT NOT NULL, field TEXT NOT NULL, matter BIGINT NOT NULL,
  PRIMARY KEY (district, person, digest, event, field)
) WITHOUT ROWID;
CREATE INDEX said_matter ON said (district, matter, field, event);

-- Who set a district's own value, why, and by which event; 0 where the program did.
ALTER TABLE setting ADD COLUMN why TEXT NOT NULL DEFAULT '';
ALTER TABLE setting ADD COLUMN person BIGINT NOT NULL DEFAULT 0;
ALTER TABLE setting ADD COLUMN post BIGINT NOT NULL DEFAULT 0;
ALTER TABLE setting ADD COLUMN event BIGINT NOT NULL DEFAULT 0;
