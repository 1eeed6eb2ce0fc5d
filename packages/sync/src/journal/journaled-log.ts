import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { NewUpdate, UpdateLog } from '../update-log.ts'
import { type JournalFile, type JournalRecord, openJournalFile } from './journal-file.ts'

export interface JournaledLog extends UpdateLog {
  /** Resolves when the log behind has everything that was appended before. */
  flush(): Promise<void>
  /** Flushes, and lets go of the files. */
  close(): Promise<void>
}

export interface JournalOptions {
  /** Folder of the journal's two files; made when it is not there. One process at a time. */
  directory: string
  /** Hears when the log behind refuses what the journal has; it is tried again. */
  onError?(error: unknown): void
}

/** How long appends are gathered before they go to the log behind, ms; and how many bytes at most. */
const GATHER_MS = 500
const GATHER_BYTES = 4 * 1024 * 1024

/** Bytes that the log behind may lag before appends wait for it. */
const LAG_BYTES = 64 * 1024 * 1024

/**
 * Puts a journal in front of a log with costly commits that no other process writes to: an append is durable, machine
 * crashes included, when it is in the journal (one write, one fdatasync), and goes to the log behind with others in one
 * transaction a little later. Reads wait for that. What a crash left in the journal is appended when it is opened; some of
 * it twice, maybe, which the merge of updates does not mind.
 *
 * @throws when the journal cannot be read, or the log behind does not take what was left in it.
 */
export async function createJournaledLog(inner: UpdateLog, options: JournalOptions): Promise<JournaledLog> {
  await mkdir(options.directory, { recursive: true })
  const opened = await Promise.all(
    ['a', 'b'].map((name) => openJournalFile(join(options.directory, `journal-${name}`))),
  )
  const left = opened.flatMap(({ records }) => records).sort((a, b) => a.ordinal - b.ordinal)
  await replay(inner, left)
  const [current, spare] = opened.map(({ file }) => file) as [JournalFile, JournalFile]
  await Promise.all([current.empty(), spare.empty()])
  const journal = new Journal(inner, current, spare, options.onError ?? (() => {}))
  // A plain object, like any other log: it can be spread to wrap it.
  return {
    append: (batch) => journal.append(batch),
    load: (document) => journal.load(document),
    readAfter: (document, seq) => journal.readAfter(document, seq),
    storeSnapshot: (document, seq, bytes) => journal.storeSnapshot(document, seq, bytes),
    quarantine: (document, seqs, reason) => journal.quarantine(document, seqs, reason),
    flush: () => journal.flush(),
    close: () => journal.close(),
  }
}

async function replay(inner: UpdateLog, records: readonly JournalRecord[]): Promise<void> {
  let batch: NewUpdate[] = []
  let bytes = 0
  for (const update of records.flatMap((record) => record.batch)) {
    batch.push(update)
    bytes += update.bytes.length
    if (bytes < GATHER_BYTES) continue
    await inner.append(batch)
    batch = []
    bytes = 0
  }
  if (batch.length > 0) await inner.append(batch)
}

class Journal {
  private readonly inner: UpdateLog
  private readonly onError: (error: unknown) => void
  private current: JournalFile
  private spare: JournalFile
  private ordinal = 0
  /** Newest number of each document, as the log behind will count. */
  private readonly heads = new Map<string, number>()
  /** In the journal, not yet in the log behind. */
  private pending: NewUpdate[] = []
  private pendingBytes = 0
  /** Writes to the journal, one after another. */
  private writing: Promise<unknown> = Promise.resolve()
  private flushing: Promise<void> | undefined
  private gathering: ReturnType<typeof setTimeout> | undefined
  private isClosed = false

  constructor(inner: UpdateLog, current: JournalFile, spare: JournalFile, onError: (error: unknown) => void) {
    this.inner = inner
    this.current = current
    this.spare = spare
    this.onError = onError
  }

  async append(batch: readonly NewUpdate[]): Promise<readonly (number | undefined)[]> {
    while (this.pendingBytes > LAG_BYTES) await this.flush()
    const result = this.writing.then(() => this.write(batch))
    this.writing = result.catch(() => {})
    return result
  }

  private async write(batch: readonly NewUpdate[]): Promise<(number | undefined)[]> {
    if (this.isClosed) throw new Error('the journal is closed')
    for (const document of new Set(batch.map((each) => each.document))) {
      if (!this.heads.has(document)) await this.readHead(document)
    }
    const known = batch.filter(({ document }) => this.heads.has(document))
    if (known.length > 0) {
      await this.current.write({ ordinal: this.ordinal + 1, batch: [...known] })
      this.ordinal += 1
    }
    for (const { document, author, bytes } of known) {
      this.pending.push({ document, author, bytes: bytes.slice() })
      this.pendingBytes += bytes.length
    }
    this.gather()
    return batch.map(({ document }) => this.nextNumber(document))
  }

  private nextNumber(document: string): number | undefined {
    const head = this.heads.get(document)
    if (head === undefined) return undefined
    this.heads.set(document, head + 1)
    return head + 1
  }

  private gather(): void {
    if (this.pendingBytes > GATHER_BYTES) void this.flush().catch(() => {})
    else if (this.pending.length > 0 && !this.gathering) {
      this.gathering = setTimeout(() => this.flush().catch(() => {}), GATHER_MS)
    }
  }

  flush(): Promise<void> {
    clearTimeout(this.gathering)
    this.gathering = undefined
    if (this.flushing) return this.flushing.then(() => this.flush())
    if (this.pending.length === 0) return Promise.resolve()
    this.flushing = this.move().finally(() => {
      this.flushing = undefined
      this.gather()
    })
    return this.flushing
  }

  /** Moves what is pending to the log behind; meanwhile appends go to the other file. */
  private async move(): Promise<void> {
    // Between two writes, so that nothing is under way to the file that is about to be cleared.
    const turn = this.writing.then(() => {
      const moved = { batch: this.pending, bytes: this.pendingBytes, file: this.current }
      this.current = this.spare
      this.spare = moved.file
      this.pending = []
      return moved
    })
    this.writing = turn
    const { batch, bytes, file } = await turn
    try {
      const seqs = await this.inner.append(batch)
      for (const [index, { document }] of batch.entries()) this.correctHead(document, seqs[index])
      this.pendingBytes -= bytes
    } catch (error) {
      this.onError(error)
      // Its file keeps it, and is written on after the next swap; what is in both is cleared with either's next turn.
      this.pending = [...batch, ...this.pending]
      throw error
    }
    await file.clear()
  }

  /** The document is gone, or somebody else wrote to it: the log behind is right. */
  private correctHead(document: string, seq: number | undefined): void {
    if (seq === undefined) this.heads.delete(document)
    else this.heads.set(document, Math.max(seq, this.heads.get(document) ?? 0))
  }

  private async readHead(document: string): Promise<void> {
    const stored = await this.inner.load(document)
    if (!stored) return
    const last = stored.updates[stored.updates.length - 1]
    this.heads.set(document, last?.seq ?? stored.snapshot?.seq ?? 0)
  }

  async load(document: string) {
    await this.flush()
    const stored = await this.inner.load(document)
    const last = stored?.updates[stored.updates.length - 1]?.seq ?? stored?.snapshot?.seq ?? 0
    if (!stored) this.heads.delete(document)
    else if (last > (this.heads.get(document) ?? -1)) this.heads.set(document, last)
    return stored
  }

  async readAfter(document: string, seq: number) {
    await this.flush()
    return this.inner.readAfter(document, seq)
  }

  async storeSnapshot(document: string, seq: number, bytes: Uint8Array) {
    await this.flush()
    return this.inner.storeSnapshot(document, seq, bytes)
  }

  async quarantine(document: string, seqs: readonly number[], reason: string) {
    await this.flush()
    await this.inner.quarantine(document, seqs, reason)
  }

  async close(): Promise<void> {
    await this.writing
    await this.flush()
    this.isClosed = true
    clearTimeout(this.gathering)
    await Promise.all([this.current.close(), this.spare.close()])
  }
}
