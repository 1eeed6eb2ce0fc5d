/**
 * The durable, ordered record of every document: what the sync server appends to before anybody else hears of an edit.
 *
 * Sequence numbers are positive integers, per document, without order between documents. Several servers may append to
 * one document: the log gives the order, so that a reader who has seen up to `seq` and reads after it misses nothing
 * (a number is never handed out below one that a reader can already see).
 */
export interface UpdateLog {
  /**
   * Stores whatever arrived since the last call in ONE transaction, in the order given, over several documents.
   * All or nothing. Resolved means durable.
   *
   * @returns One sequence number per entry; `undefined` for an entry whose document does not exist (any more), which
   *   fails nothing else in the batch.
   */
  append(batch: readonly NewUpdate[]): Promise<readonly (number | undefined)[]>

  /** Everything kept of a document. @returns `undefined` when the document does not exist. */
  load(document: string): Promise<StoredDocument | undefined>

  /**
   * What came after `seq`, ascending. When some of it was folded into a snapshot meanwhile, the snapshot comes too and
   * `updates` holds what follows it.
   */
  readAfter(document: string, seq: number): Promise<StoredDocument | undefined>

  /**
   * Replaces all updates up to and including `seq` by their merged state, in one transaction.
   *
   * @returns false, and nothing happened, when a snapshot at least as new is already there.
   */
  storeSnapshot(document: string, seq: number, bytes: Uint8Array): Promise<boolean>

  /**
   * Sets updates aside, so that no later load or read returns them; they stay stored, with the reason, for a person to
   * look at. Numbers already folded into a snapshot, or unknown, are ignored.
   */
  quarantine(document: string, seqs: readonly number[], reason: string): Promise<void>
}

export interface NewUpdate {
  document: string
  /** Who wrote it: a user or guest id, or the name of a part of the server. */
  author: string
  /** A well-formed Yjs V1 update. */
  bytes: Uint8Array
}

export interface StoredUpdate {
  seq: number
  author: string
  bytes: Uint8Array
}

export interface StoredDocument {
  /** Merged state of all updates with a number ≤ `seq`. Absent: never compacted (or not needed, in `readAfter`). */
  snapshot?: { seq: number; bytes: Uint8Array }
  /** Ascending by `seq`, all after the snapshot. */
  updates: readonly StoredUpdate[]
}
