import * as Y from 'yjs'
import type { CompactionResult } from './compaction.ts'
import { describeError } from './events.ts'
import type { StoredDocument } from './update-log.ts'

/**
 * Builds the document that stored updates make, and writes it as one update with deleted content let go. Slow, and
 * what comes from strangers may make it slower: for worker threads.
 */
export function compactUpdates(stored: StoredDocument): CompactionResult {
  const bad: { seq: number; reason: string }[] = []
  let doc = build(stored, bad)
  // A bad update may have left half of itself behind: start again without it.
  for (let known = 0; bad.length > known; ) {
    known = bad.length
    doc = build(stored, bad)
  }
  return { bytes: Y.encodeStateAsUpdate(doc), bad }
}

function build(stored: StoredDocument, bad: { seq: number; reason: string }[]): Y.Doc {
  const doc = new Y.Doc({ gc: true })
  if (stored.snapshot) Y.applyUpdate(doc, stored.snapshot.bytes)
  const skipped = new Set(bad.map(({ seq }) => seq))
  for (const { seq, bytes } of stored.updates) {
    if (skipped.has(seq)) continue
    const reason = apply(doc, bytes)
    if (!reason) continue
    bad.push({ seq, reason })
    break
  }
  return doc
}

/** @returns Why Yjs would not take it. */
function apply(doc: Y.Doc, bytes: Uint8Array): string | undefined {
  try {
    Y.applyUpdate(doc, bytes)
  } catch (error) {
    return describeError(error)
  }
  if (doc.store.pendingStructs || doc.store.pendingDs) return 'builds on something that is missing'
  return undefined
}
