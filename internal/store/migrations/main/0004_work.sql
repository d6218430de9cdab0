-- What the program itself has to do: messages to send, answers given, long jobs.
-- state is 0 waiting, 1 sent, 2 given up.
CREATE TABLE outbox (
  district INTEGER NOT NULL, id BIGINT NOT NULL,
  kind TEXT NOT NULL, matter BIGINT NOT NULL, post BIGINT NOT NULL,
  due BIGINT NOT NULL, lease BIGINT NOT NULL, tries INTEGER NOT NULL, state INTEGER NOT NULL,
  reason TEXT NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (district, id)
) WITHOUT ROWID;
CREATE INDEX outbox_due ON outbox (due, district, id) WHERE state = 0;
CREATE INDEX outbox_failed ON outbox (district, due, id) WHERE state = 2;

CREATE TABLE idempotency (
  district INTEGER NOT NULL, key TEXT NOT NULL, at BIGINT NOT NULL, digest TEXT NOT NULL, answer TEXT NOT NULL,
  PRIMARY KEY (district, key)
) WITHOUT ROWID;
CREATE INDEX idempotency_at ON idempotency (at);

-- A long job with its progress; state is waiting, running, done, failed, stopped.
CREATE TABLE job (
  district INTEGER NOT NULL, id BIGINT NOT NULL, kind TEXT NOT NULL,
  person BIGINT NOT NULL, post BIGINT NOT NULL, state TEXT NOT NULL,
  total BIGINT NOT NULL, done BIGINT NOT NULL, failed BIGINT NOT NULL,
  created BIGINT NOT NULL, updated BIGINT NOT NULL, lease BIGINT NOT NULL,
  data TEXT NOT NULL, result TEXT NOT NULL,
  PRIMARY KEY (district, id)
) WITHOUT ROWID;
CREATE INDEX job_post ON job (district, post, created);
CREATE INDEX job_waiting ON job (lease, district, id) WHERE state = 'waiting' OR state = 'running';

-- One row a row of a job, so that a job taken up again repeats nothing.
CREATE TABLE job_row (
  district INTEGER NOT NULL, job BIGINT NOT NULL, n BIGINT NOT NULL,
  matter BIGINT NOT NULL, fault TEXT NOT NULL,
  PRIMARY KEY (district, job, n)
) WITHOUT ROWID;

-- The ten-bit numbers under which programs make ids.
CREATE TABLE node (
  node INTEGER NOT NULL PRIMARY KEY, holder TEXT NOT NULL, until BIGINT NOT NULL, last BIGINT NOT NULL
) WITHOUT ROWID;
