-- The identities, spaces and everything that hangs on them. Runs on PostgreSQL 15 and newer, and on PGlite.

-- A person, guest or program. Guests have no name until they give one.
CREATE TABLE identities (
  id text PRIMARY KEY,
  name text,
  created_at timestamptz NOT NULL
);

-- What an identity shows to prove itself. Only the SHA-256 of a token is stored.
CREATE TABLE tokens (
  hash bytea PRIMARY KEY,
  identity text NOT NULL REFERENCES identities (id) ON DELETE CASCADE,
  -- Not null: good for this space only.
  space text,
  created_at timestamptz NOT NULL,
  expires_at timestamptz
);
CREATE INDEX tokens_identity ON tokens (identity);
CREATE INDEX tokens_space ON tokens (space) WHERE space IS NOT NULL;

-- One row per synced document; `seq` is the number of its newest update. Appending locks this row, so numbers become
-- visible in their order, whichever server hands them out.
CREATE TABLE documents (
  id text PRIMARY KEY,
  seq bigint NOT NULL DEFAULT 0
);

-- The append-only log. No foreign key: an append updates the counter row in the same statement, which proves that the
-- document is there, and deleting a document removes its log in the same transaction.
CREATE TABLE updates (
  document text NOT NULL,
  seq bigint NOT NULL,
  author text NOT NULL,
  bytes bytea NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  -- Why an update found bad later is left out of every read. Null: good.
  quarantined text,
  PRIMARY KEY (document, seq)
);

-- Appends a batch over several documents, in its order, and returns the number that each entry got. Whoever calls it in a
-- statement of its own gets all or nothing in one round trip; a function, so that its plan is kept from call to call.
-- The counter rows are locked in the order of their ids, so two servers never wait for each other in a circle. A document
-- that is gone has no counter row: its entries join with nothing and are not in the answer.
CREATE FUNCTION append_updates(batch_documents text[], batch_authors text[], batch_bytes bytea[])
RETURNS TABLE (place integer, number bigint) LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM documents WHERE id = ANY (batch_documents) ORDER BY id FOR UPDATE;
  RETURN QUERY
  WITH batch AS (
    SELECT entry.*, row_number() OVER (PARTITION BY entry.document ORDER BY entry.nth) AS rank
    FROM unnest(batch_documents, batch_authors, batch_bytes) WITH ORDINALITY AS entry (document, author, bytes, nth)
  ), counts AS (
    SELECT batch.document, count(*) AS amount FROM batch GROUP BY batch.document
  ), heads AS (
    UPDATE documents SET seq = documents.seq + counts.amount FROM counts WHERE documents.id = counts.document
    RETURNING documents.id, documents.seq - counts.amount AS base
  ), numbered AS (
    SELECT batch.document, heads.base + batch.rank AS seq, batch.author, batch.bytes, batch.nth
    FROM batch JOIN heads ON heads.id = batch.document
  ), stored AS (
    INSERT INTO updates (document, seq, author, bytes)
    SELECT numbered.document, numbered.seq, numbered.author, numbered.bytes FROM numbered
  )
  SELECT numbered.nth::integer, numbered.seq FROM numbered;
END
$$;

-- The newest merged state of a document; covers all its updates up to and including `seq`.
CREATE TABLE snapshots (
  document text PRIMARY KEY,
  seq bigint NOT NULL,
  bytes bytea NOT NULL,
  at timestamptz NOT NULL DEFAULT now()
);

-- Yjs updates are dense already; compressing them again costs more than it saves.
ALTER TABLE updates ALTER COLUMN bytes SET STORAGE EXTERNAL;
ALTER TABLE snapshots ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE TABLE spaces (
  id text PRIMARY KEY,
  name text NOT NULL,
  document text NOT NULL UNIQUE REFERENCES documents (id),
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);

CREATE TABLE members (
  space text NOT NULL REFERENCES spaces (id) ON DELETE CASCADE,
  identity text NOT NULL REFERENCES identities (id) ON DELETE CASCADE,
  role text NOT NULL CHECK (role IN ('view', 'comment', 'edit', 'owner')),
  added_at timestamptz NOT NULL,
  PRIMARY KEY (space, identity)
);
CREATE INDEX members_identity ON members (identity);

CREATE TABLE links (
  id text PRIMARY KEY,
  space text NOT NULL REFERENCES spaces (id) ON DELETE CASCADE,
  token_hash bytea NOT NULL UNIQUE,
  role text NOT NULL CHECK (role IN ('view', 'comment', 'edit')),
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  -- Null: does not expire.
  expires_at timestamptz,
  -- Null: in force.
  revoked_at timestamptz
);
CREATE INDEX links_space ON links (space);

-- A named state of a space: the whole document as one update, kept apart from the log.
CREATE TABLE versions (
  id text PRIMARY KEY,
  space text NOT NULL REFERENCES spaces (id) ON DELETE CASCADE,
  name text NOT NULL,
  author text NOT NULL,
  created_at timestamptz NOT NULL,
  -- Made by the server before it replaced something, not by a person.
  automatic boolean NOT NULL DEFAULT false,
  bytes bytea NOT NULL
);
CREATE INDEX versions_space ON versions (space, created_at);

-- Work that outlives the request that asked for it; a copilot request and its proposal is one.
CREATE TABLE jobs (
  id text PRIMARY KEY,
  space text NOT NULL REFERENCES spaces (id) ON DELETE CASCADE,
  kind text NOT NULL,
  status text NOT NULL,
  author text NOT NULL,
  request jsonb NOT NULL,
  result jsonb,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  -- While running: until when its runner answers for it. Later than this, the runner is gone.
  lease_until timestamptz
);
CREATE INDEX jobs_space ON jobs (space, created_at);
CREATE INDEX jobs_running ON jobs (lease_until) WHERE lease_until IS NOT NULL;
