import type { Compactor } from './compaction.ts'
import { DocumentState } from './document-state.ts'
import { describeError } from './events.ts'
import { CLOSE, COMPACTION } from './limits.ts'
import type { Room } from './room.ts'
import type { RoomContext } from './room-context.ts'
import { scanUpdate } from './scan-update.ts'

/**
 * Keeps the log short: reads what is stored of a document, has a thread make one snapshot of it, stores that, and gives
 * the open document the smaller state. Updates that Yjs cannot take are found here, and quarantined.
 */
export class SnapshotKeeper {
  private readonly context: Pick<RoomContext, 'log' | 'clock' | 'metrics' | 'emit'>
  private readonly compactor: Compactor
  private readonly running = new Map<Room, Promise<void>>()

  constructor(context: Pick<RoomContext, 'log' | 'clock' | 'metrics' | 'emit'>, compactor: Compactor) {
    this.context = context
    this.compactor = compactor
  }

  compactWhenDue(room: Room): void {
    const { updates, bytes } = room.tail
    if (updates >= COMPACTION.updates || bytes >= COMPACTION.bytes) void this.compact(room)
  }

  async compactBeforeUnload(room: Room): Promise<void> {
    if (room.tail.updates >= COMPACTION.updatesOnUnload) await this.compact(room)
  }

  /** Never rejects. One at a time per document. */
  private compact(room: Room): Promise<void> {
    const found = this.running.get(room)
    if (found) return found
    const started = this.run(room)
      .catch((error: unknown) => {
        const { document } = room
        this.context.emit({ type: 'compaction-failed', document, error: describeError(error) })
      })
      .finally(() => {
        room.recent = undefined
        this.running.delete(room)
      })
    this.running.set(room, started)
    return started
  }

  private async run(room: Room): Promise<void> {
    const { log, clock, metrics, emit } = this.context
    const startedAt = clock.now()
    const { document } = room
    // Whatever comes of it, the next attempt waits for as many updates again.
    room.tail = { updates: 0, bytes: 0 }
    room.recent = []
    const before = room.state.size
    const stored = await log.load(document)
    if (!stored || stored.updates.length === 0) return
    const { bytes, bad } = await this.compactor.compact(stored)
    if (bad.length > 0) {
      await this.setAside(room, bad)
      return
    }
    const seq = stored.updates[stored.updates.length - 1]!.seq
    if (!(await log.storeSnapshot(document, seq, bytes))) return
    if (!room.isClosed) rebase(room, bytes)
    metrics.compactions += 1
    emit({ type: 'compacted', document, seq, before, after: bytes.length, ms: clock.now() - startedAt })
  }

  /** Sets bad updates aside and has everybody start again from what is left. */
  private async setAside(room: Room, bad: readonly { seq: number; reason: string }[]): Promise<void> {
    const { log, emit } = this.context
    const { document } = room
    for (const { seq, reason } of bad) await log.quarantine(document, [seq], reason)
    emit({ type: 'quarantined', document, seqs: bad.map(({ seq }) => seq), reason: bad[0]!.reason })
    room.close(CLOSE.restart, 'The document is being repaired.')
  }
}

/** Replaces the state by the snapshot and what was committed since. */
function rebase(room: Room, bytes: Uint8Array): void {
  const state = new DocumentState()
  let fits = state.add(scanUpdate(bytes))
  // Some of it may be in the snapshot already; adding it again changes nothing.
  for (const update of room.recent ?? []) fits = state.add(update) && fits
  for (const [client, clock] of room.state.clocks) fits = state.clockOf(client) === clock && fits
  if (!fits) throw new Error('the snapshot does not match the open document')
  state.version = room.state.version + 1
  room.state = state
}
