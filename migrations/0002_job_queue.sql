-- Long work (realising, filming) waits in a queue and is done by whichever worker claims it.
ALTER TABLE jobs
  -- True: in the queue's hands; a runner that is gone gives the job back to it.
  ADD COLUMN queued boolean NOT NULL DEFAULT false,
  ADD COLUMN worker text,
  ADD COLUMN attempts integer NOT NULL DEFAULT 0,
  -- Equal keys mean equal results.
  ADD COLUMN content_key text,
  ADD COLUMN progress jsonb;
CREATE INDEX jobs_waiting ON jobs (created_at) WHERE queued AND status IN ('queued', 'running', 'cancelling');
CREATE INDEX jobs_content ON jobs (space, content_key) WHERE content_key IS NOT NULL;
