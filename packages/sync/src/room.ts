import { type CheckedUpdate, checkUpdate, joinUpdates } from './check-update.ts'
import { DocumentState } from './document-state.ts'
import { describeError } from './events.ts'
import { CLOSE } from './limits.ts'
import type { LogQueue, QueueItem } from './log-writer.ts'
import { type OutgoingMessage, wrapUpdate, writePresence, writeSyncUpdate } from './messages.ts'
import { Presence, type PresenceOwner } from './presence.ts'
import { SYNC } from './protocol.ts'
import type { RoomContext } from './room-context.ts'
import { type ScannedUpdate, scanUpdate } from './scan-update.ts'
import type { StoredDocument } from './update-log.ts'
import { bytesOfUpdate } from './write-update.ts'

/** A connection, as its room sees it. */
export interface Member extends PresenceOwner {
  /** Whether it was answered its first sync step 1: only from then on does it get updates. */
  readonly hasJoined: boolean
  /** Whether it speaks private messages, and so is told apart what is saved. */
  readonly isPrivate: boolean
  sendUpdate(message: OutgoingMessage): void
  sendPresence(message: OutgoingMessage): void
  isPresenceDue(now: number): boolean
  presenceWasSent(now: number): void
  /** The store of the document stopped or went on taking edits. */
  storeChanged(writable: boolean, reason: string): void
  /** There is room in the queue again. */
  queueDrained(): void
  close(code: number, reason: string): void
}

/** How an offered update was received. */
export type Offer =
  /** In the queue; settled when durable. `isComplete`: nothing of it had to be left out. */
  | { kind: 'queued'; isComplete: boolean }
  /** Nothing new in it; settled when everything before it is durable. */
  | { kind: 'nothing' }
  /** It builds on what is missing here. Not settled. */
  | { kind: 'gap' }
  /** The document would grow over its limit. Not settled. */
  | { kind: 'full' }

/** An update of a queue's front that goes out in one message with others up to this size. */
const JOINED_BYTES = 512 * 1024

/**
 * One open document: its merged state, who is connected, what waits for the log. It opens with one load, which
 * everything waits for, and closes when nobody is interested and nothing waits.
 */
export class Room implements LogQueue {
  readonly document: string
  readonly context: RoomContext
  readonly members = new Set<Member>()
  readonly presence: Presence<Member>
  readonly ready: Promise<void>
  state = new DocumentState()
  seq = 0
  isWritable = true
  storeReason = ''
  isClosed = false
  queueBytes = 0
  /** Updates and bytes since the last snapshot. */
  tail = { updates: 0, bytes: 0 }
  /** While a snapshot is made: what was committed meanwhile. */
  recent: ScannedUpdate[] | undefined
  private queue: QueueItem[] = []
  /** Clocks that queued updates reach: they count when the next one is checked. */
  private readonly queued = new Map<number, number>()
  private interest = 0
  private idleTimer: unknown
  private presenceTimer: unknown
  private whole: { version: number; message: OutgoingMessage } | undefined
  private isSleepy = false

  constructor(document: string, context: RoomContext) {
    this.document = document
    this.context = context
    this.presence = new Presence(context.limits, context.clock.now, context.newestOrdinal)
    this.ready = this.load()
    // Whoever waits for it hears of a failure; nobody waiting must not end the process.
    this.ready.catch(() => {})
  }

  get items(): readonly QueueItem[] {
    return this.queue
  }

  // ------------------------------------------------------------------------------------------------ opening, closing

  private async load(): Promise<void> {
    const { clock, log, emit } = this.context
    const startedAt = clock.now()
    let stored: StoredDocument | undefined
    try {
      stored = await log.load(this.document)
    } catch (error) {
      emit({ type: 'document-failed', document: this.document, error: describeError(error) })
      this.close(CLOSE.later, 'The store does not answer.')
      throw error
    }
    if (!stored) {
      this.close(CLOSE.notFound, 'No such document.')
      throw new DocumentGoneError(this.document)
    }
    this.state = this.rebuild(stored)
    this.tail = {
      updates: stored.updates.length,
      bytes: stored.updates.reduce((sum, each) => sum + each.bytes.length, 0),
    }
    const { updates } = this.tail
    emit({
      type: 'document-loaded',
      document: this.document,
      bytes: this.state.size,
      updates,
      ms: clock.now() - startedAt,
    })
  }

  private rebuild(stored: StoredDocument): DocumentState {
    const state = new DocumentState()
    if (stored.snapshot) {
      this.seq = Math.max(this.seq, stored.snapshot.seq)
      this.addStored(state, stored.snapshot.bytes, stored.snapshot.seq)
    }
    for (const update of stored.updates) {
      this.addStored(state, update.bytes, update.seq)
      this.seq = Math.max(this.seq, update.seq)
    }
    return state
  }

  /** A stored update that does not fit is left out and reported: one bad row must not keep everybody out. */
  private addStored(state: DocumentState, bytes: Uint8Array, seq: number): void {
    let problem = 'does not continue the document'
    try {
      const known = { clockOf: (client: number) => state.clockOf(client), isDeleted: () => false }
      const checked = checkUpdate(scanUpdate(bytes), known)
      if (checked.kind === 'nothing') return
      if (checked.kind === 'new' && state.add(checked.update) && checked.isComplete) return
    } catch (error) {
      problem = describeError(error)
    }
    this.context.emit({ type: 'document-failed', document: this.document, error: `update ${seq}: ${problem}` })
  }

  /** Keeps the document open until `release`. */
  hold(): void {
    this.interest += 1
    this.context.clock.clearTimeout(this.idleTimer)
  }

  release(): void {
    this.interest -= 1
    this.unloadWhenIdle()
  }

  get isIdle(): boolean {
    return this.interest === 0 && this.queue.length === 0
  }

  private unloadWhenIdle(): void {
    if (!this.isIdle || this.isClosed) return
    this.context.clock.clearTimeout(this.idleTimer)
    this.idleTimer = this.context.clock.setTimeout(() => this.goToSleep(), this.context.times.idleMs)
  }

  private goToSleep(): void {
    if (!this.isIdle || this.isClosed || this.isSleepy) return
    this.isSleepy = true
    this.context.compactBeforeUnload(this).finally(() => {
      this.isSleepy = false
      if (!this.isIdle || this.isClosed) return
      this.context.emit({ type: 'document-unloaded', document: this.document })
      this.forget()
    })
  }

  /** Cuts everybody off and forgets the document; what waits for the log is failed. */
  close(code: number, reason: string): void {
    if (this.isClosed) return
    this.forget()
    for (const member of [...this.members]) member.close(code, reason)
    const left = this.queue
    this.queue = []
    for (const item of left) item.fail(new DocumentGoneError(this.document))
  }

  private forget(): void {
    this.isClosed = true
    this.context.clock.clearTimeout(this.idleTimer)
    this.context.clock.clearTimeout(this.presenceTimer)
    this.context.writer.remove(this)
    this.context.forget(this)
  }

  // ---------------------------------------------------------------------------------------------------------- writing

  private readonly known = {
    clockOf: (client: number) => this.queued.get(client) ?? this.state.clockOf(client),
    isDeleted: (client: number, from: number, to: number) => this.state.isDeleted(client, from, to),
  }

  /** State vector of everything taken, durable or on its way. */
  get takenClocks(): ReadonlyMap<number, number> {
    if (this.queued.size === 0) return this.state.clocks
    return new Map([...this.state.clocks, ...this.queued])
  }

  /** Checks an update against everything taken. @throws MalformedError */
  check(bytes: Uint8Array): CheckedUpdate {
    return checkUpdate(scanUpdate(bytes), this.known)
  }

  /**
   * Takes an update into the queue for the log.
   *
   * @param part Take what continues the document even when something else in the update does not.
   * @throws MalformedError
   */
  offer(bytes: Uint8Array, part: boolean, item: Omit<QueueItem, 'update'>): Offer {
    const checked = this.check(bytes)
    if (checked.kind === 'nothing') {
      this.settleInOrder(item)
      return { kind: 'nothing' }
    }
    if (checked.kind === 'gap' || (!checked.isComplete && !part)) return { kind: 'gap' }
    const { update } = checked
    if (this.state.size + this.queueBytes + update.bytes.length > this.context.limits.documentBytes) {
      return { kind: 'full' }
    }
    for (const { client, to } of update.pieces) this.queued.set(client, to)
    this.queueBytes += update.bytes.length
    this.enqueue({ ...item, update })
    return { kind: 'queued', isComplete: checked.isComplete }
  }

  /** Settles an item that has nothing to store once everything before it is durable. */
  settleInOrder(item: Omit<QueueItem, 'update'>): void {
    if (this.queue.length === 0) item.settle(this.seq)
    else this.enqueue(item)
  }

  private enqueue(item: QueueItem): void {
    if (this.isClosed) {
      item.fail(new DocumentGoneError(this.document))
      return
    }
    this.queue.push(item)
    this.context.writer.add(this)
  }

  commit(count: number, seqs: readonly (number | undefined)[]): void {
    const items = this.queue.slice(0, count)
    this.queue = this.queue.slice(count)
    if (this.queue.length === 0) this.queued.clear()
    if (seqs.includes(undefined)) {
      for (const item of items) item.fail(new DocumentGoneError(this.document))
      this.close(CLOSE.notFound, 'The document was deleted.')
      return
    }
    this.setStore(true, '')
    this.apply(items, seqs as readonly number[])
    for (const item of items) item.settle(this.seq)
    for (const member of this.members) member.queueDrained()
    this.context.compactWhenDue(this)
    this.unloadWhenIdle()
  }

  private apply(items: readonly QueueItem[], seqs: readonly number[]): void {
    let batch: QueueItem[] = []
    let bytes = 0
    for (const [index, item] of items.entries()) {
      const { update } = item
      if (!update) continue
      this.queueBytes -= update.bytes.length
      this.seq = Math.max(this.seq, seqs[index]!)
      this.tail.updates += 1
      this.tail.bytes += update.bytes.length
      if (!this.state.add(update)) throw new Error(`room ${this.document}: a checked update does not fit`)
      this.recent?.push(update)
      if (bytes > 0 && bytes + update.bytes.length > JOINED_BYTES) {
        this.fanOut(batch)
        batch = []
        bytes = 0
      }
      batch.push(item)
      bytes += update.bytes.length
    }
    if (batch.length > 0) this.fanOut(batch)
  }

  private fanOut(items: readonly QueueItem[]): void {
    const message = writeSyncUpdate(joinUpdates(items.map((item) => item.update!)))
    const first = items[0]!.connection
    const single = first !== undefined && items.every((item) => item.connection === first) ? first : undefined
    for (const member of this.members) {
      if (!member.hasJoined) continue
      // A stock client takes its own echo as the sign that it was stored; ours gets a shorter one.
      if (member.isPrivate && member.ordinal === single) continue
      member.sendUpdate(message)
    }
  }

  setStore(isWritable: boolean, reason: string): void {
    if (this.isWritable === isWritable && this.storeReason === reason) return
    this.isWritable = isWritable
    this.storeReason = reason
    this.context.emit({ type: 'store-changed', document: this.document, writable: isWritable, reason })
    for (const member of this.members) member.storeChanged(isWritable, reason)
  }

  // ---------------------------------------------------------------------------------------------------------- reading

  /** The whole state as an answer to a newcomer; written once per version and shared. */
  wholeAnswer(): OutgoingMessage {
    if (this.whole?.version !== this.state.version) {
      this.whole = { version: this.state.version, message: wrapUpdate(this.state.write(), SYNC.step2) }
    }
    return this.whole!.message
  }

  answer(clocks: ReadonlyMap<number, number>): OutgoingMessage {
    if (clocks.size === 0) return this.wholeAnswer()
    return wrapUpdate(this.state.write(clocks), SYNC.step2)
  }

  /** What happened since a state vector, as an update message. */
  catchUp(clocks: ReadonlyMap<number, number>): OutgoingMessage {
    return wrapUpdate(this.state.write(clocks), SYNC.update)
  }

  readState(): Uint8Array {
    return bytesOfUpdate(this.state.write()).slice()
  }

  // --------------------------------------------------------------------------------------------------------- presence

  presenceChanged(): void {
    if (this.presenceTimer !== undefined || !this.presence.hasChanges || this.isClosed) return
    this.presenceTimer = this.context.clock.setTimeout(() => this.passPresenceOn(), this.context.times.presenceMs)
  }

  private passPresenceOn(): void {
    this.presenceTimer = undefined
    const now = this.context.clock.now()
    const changes = this.presence.takeChanges((owner) => owner.isPresenceDue(now))
    if (changes.length > 0) {
      const owners = new Set(changes.map(({ owner }) => owner))
      for (const owner of owners) owner.presenceWasSent(now)
      const message = writePresence(changes.map(({ entry }) => entry))
      for (const member of this.members) {
        if (owners.size === 1 && owners.has(member)) continue
        member.sendPresence(message)
      }
    }
    this.presenceChanged()
  }

  allPresence(): OutgoingMessage {
    return writePresence(this.presence.list())
  }
}

export class DocumentGoneError extends Error {
  override name = 'DocumentGoneError'
  constructor(document: string) {
    super(`document ${document} does not exist`)
  }
}
