/**
 * What the server reports, for logs. Ids and numbers only: never a token, an address or content.
 * A refusal's `reason` is one of our own sentences.
 */
export type SyncEvent =
  | { type: 'connection-opened'; document: string; connection: number; author: string; role: Role }
  | { type: 'connection-closed'; document: string; connection: number; code: number; reason: string }
  | { type: 'connection-failed'; document: string; connection: number; error: string }
  | { type: 'edit-refused'; document: string; connection: number; author: string; reason: string }
  | { type: 'document-loaded'; document: string; bytes: number; updates: number; ms: number }
  | { type: 'document-unloaded'; document: string }
  | { type: 'document-failed'; document: string; error: string }
  | { type: 'commit-failed'; documents: number; attempt: number; error: string }
  | { type: 'commit-recovered'; attempts: number }
  | { type: 'store-changed'; document: string; writable: boolean; reason: string }
  | { type: 'compacted'; document: string; seq: number; before: number; after: number; ms: number }
  | { type: 'compaction-failed'; document: string; error: string }
  | { type: 'quarantined'; document: string; seqs: readonly number[]; reason: string }
  | { type: 'lost-on-close'; document: string; updates: number }

/** What somebody may do in a document. Viewers and commenters may be present, not write. */
export type Role = 'view' | 'comment' | 'edit' | 'owner'

export function mayWrite(role: Role): boolean {
  return role === 'edit' || role === 'owner'
}

/** An error's own words, for an event. */
export function describeError(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
