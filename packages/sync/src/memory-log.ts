import type { NewUpdate, StoredDocument, StoredUpdate, UpdateLog } from './update-log.ts'

interface Kept {
  lastSeq: number
  snapshot?: { seq: number; bytes: Uint8Array }
  updates: StoredUpdate[]
  quarantined: { seq: number; reason: string }[]
}

/**
 * An `UpdateLog` in memory, for tests and throw-away servers.
 *
 * @param options.createMissing Whether the first append or load makes the document. Default true.
 */
export function createMemoryLog(options: { createMissing?: boolean } = {}): MemoryLog {
  const documents = new Map<string, Kept>()
  const createMissing = options.createMissing ?? true

  function find(document: string): Kept | undefined {
    const found = documents.get(document)
    if (found || !createMissing) return found
    return create(document)
  }

  function create(document: string): Kept {
    const made: Kept = { lastSeq: 0, updates: [], quarantined: [] }
    documents.set(document, made)
    return made
  }

  function append({ document, author, bytes }: NewUpdate): number | undefined {
    const kept = find(document)
    if (!kept) return undefined
    kept.lastSeq += 1
    // A copy: the caller's bytes may be a view on a larger buffer that is reused.
    kept.updates.push({ seq: kept.lastSeq, author, bytes: bytes.slice() })
    return kept.lastSeq
  }

  function readAfter(document: string, seq: number): StoredDocument | undefined {
    const kept = find(document)
    if (!kept) return undefined
    const snapshot = kept.snapshot && kept.snapshot.seq > seq ? { snapshot: kept.snapshot } : {}
    return { ...snapshot, updates: kept.updates.filter((update) => update.seq > seq) }
  }

  return {
    async append(batch) {
      return batch.map(append)
    },
    async load(document) {
      return readAfter(document, 0)
    },
    async readAfter(document, seq) {
      return readAfter(document, seq)
    },
    async storeSnapshot(document, seq, bytes) {
      const kept = find(document)
      if (!kept || (kept.snapshot && kept.snapshot.seq >= seq)) return false
      kept.snapshot = { seq, bytes: bytes.slice() }
      kept.updates = kept.updates.filter((update) => update.seq > seq)
      return true
    },
    async quarantine(document, seqs, reason) {
      const kept = find(document)
      if (!kept) return
      for (const update of kept.updates) {
        if (seqs.includes(update.seq)) kept.quarantined.push({ seq: update.seq, reason })
      }
      kept.updates = kept.updates.filter((update) => !seqs.includes(update.seq))
    },
    createDocument(document) {
      if (!documents.has(document)) create(document)
    },
    deleteDocument(document) {
      documents.delete(document)
    },
    quarantined(document) {
      return documents.get(document)?.quarantined ?? []
    },
  }
}

export interface MemoryLog extends UpdateLog {
  createDocument(document: string): void
  deleteDocument(document: string): void
  quarantined(document: string): readonly { seq: number; reason: string }[]
}
