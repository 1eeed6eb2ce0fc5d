import type { NewUpdate, StoredDocument, StoredUpdate, UpdateLog } from '@enfilade/sync'
import type { Connection } from './connection.ts'

/** One statement, so one transaction and one round trip; see the function in `migrations`. */
const APPEND = 'SELECT place, number FROM append_updates($1, $2, $3)'

/** One statement, so that a snapshot and what follows it fit together even while another server compacts. */
const READ_AFTER = `
SELECT 0 AS part, seq, NULL AS author, NULL::bytea AS bytes FROM documents WHERE id = $1
UNION ALL
SELECT 1, seq, NULL, bytes FROM snapshots WHERE document = $1 AND seq > $2
UNION ALL
SELECT 2, seq, author, bytes FROM updates WHERE document = $1 AND seq > $2 AND quarantined IS NULL
ORDER BY part, seq`

/** Stores the snapshot only where it is newer, and deletes what it covers only if it was stored. */
const STORE_SNAPSHOT = `
WITH stored AS (
  INSERT INTO snapshots (document, seq, bytes, at)
  SELECT id, $2, $3, coalesce((SELECT max(at) FROM updates WHERE document = $1 AND updates.seq <= $2), now())
  FROM documents WHERE id = $1 AND documents.seq >= $2
  ON CONFLICT (document) DO UPDATE SET seq = excluded.seq, bytes = excluded.bytes, at = excluded.at
  WHERE snapshots.seq < excluded.seq
  RETURNING document, seq
), covered AS (
  DELETE FROM updates USING stored
  WHERE updates.document = stored.document AND updates.seq <= stored.seq AND updates.quarantined IS NULL
)
SELECT seq FROM stored`

/** Two servers that lock in different orders, or a counter that changed under a stricter isolation: simply ask again. */
const RETRIED_CODES = new Set(['40P01', '40001'])
const RETRIES = 3

/** PGlite has nobody who cleans up by itself: after so many bytes of snapshots, what they replaced is made room again. */
const VACUUM_AFTER_BYTES = 32 * 1024 * 1024
const VACUUM_AFTER_SNAPSHOTS = 200

/** The sync server's log on a database. */
export function createUpdateLog(connection: Connection): UpdateLog {
  let snapshotsSinceVacuum = 0
  let bytesSinceVacuum = 0

  async function vacuumWhenDue(bytes: number): Promise<void> {
    snapshotsSinceVacuum += 1
    bytesSinceVacuum += bytes
    if (snapshotsSinceVacuum < VACUUM_AFTER_SNAPSHOTS && bytesSinceVacuum < VACUUM_AFTER_BYTES) return
    snapshotsSinceVacuum = 0
    bytesSinceVacuum = 0
    for (const table of ['updates', 'snapshots', 'documents']) await connection.query(`VACUUM ${table}`)
  }

  async function append(batch: readonly NewUpdate[]): Promise<readonly (number | undefined)[]> {
    const seqs: (number | undefined)[] = batch.map(() => undefined)
    if (batch.length === 0) return seqs
    const columns = [
      batch.map((each) => each.document),
      batch.map((each) => each.author),
      batch.map((each) => each.bytes),
    ]
    for (let attempt = 0; ; attempt++) {
      try {
        for (const [place, seq] of await connection.query(APPEND, columns)) seqs[Number(place) - 1] = Number(seq)
        return seqs
      } catch (error) {
        const { code } = error as { code?: string }
        if (attempt >= RETRIES || !code || !RETRIED_CODES.has(code)) throw error
      }
    }
  }

  async function readAfter(document: string, after: number): Promise<StoredDocument | undefined> {
    const rows = await connection.query(READ_AFTER, [document, after])
    if (rows.length === 0) return undefined
    let snapshot: StoredDocument['snapshot']
    const updates: StoredUpdate[] = []
    for (const [part, seq, author, bytes] of rows) {
      if (part === 1) snapshot = { seq: seq as number, bytes: bytes as Uint8Array }
      else if (part === 2) updates.push({ seq: seq as number, author: author as string, bytes: bytes as Uint8Array })
    }
    return snapshot ? { snapshot, updates } : { updates }
  }

  return {
    append,
    load: (document) => readAfter(document, 0),
    readAfter,
    async storeSnapshot(document, seq, bytes) {
      const isStored = (await connection.query(STORE_SNAPSHOT, [document, seq, bytes])).length > 0
      if (isStored && connection.engine === 'pglite') await vacuumWhenDue(bytes.length)
      return isStored
    },
    async quarantine(document, seqs, reason) {
      await connection.query(
        'UPDATE updates SET quarantined = $3 WHERE document = $1 AND seq = ANY($2::bigint[]) AND quarantined IS NULL',
        [document, seqs, reason],
      )
    },
  }
}
