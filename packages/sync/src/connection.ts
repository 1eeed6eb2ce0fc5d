import { ByteReader, MalformedError } from './byte-reader.ts'
import { mayWrite, type Role } from './events.ts'
import { CLOSE } from './limits.ts'
import {
  type OutgoingMessage,
  writePermissionDenied,
  writePrivateJson,
  writeSaved,
  writeSyncStep1,
} from './messages.ts'
import { Outbox } from './outbox.ts'
import { MESSAGE, PRIVATE, SYNC } from './protocol.ts'
import type { Member, Room } from './room.ts'
import type { RoomContext } from './room-context.ts'
import { readStateVector } from './scan-update.ts'
import { TokenBucket } from './token-bucket.ts'
import type { Wire } from './wire.ts'

/** What a connection may do, as the server's owner decided. */
export interface Access {
  role: Role
  /** Who it is: goes with each edit into the log. */
  author: string
  /** What its access hangs on, e.g. a link's id, so that it can be changed while open. */
  connectionKey: string
  /** ms since the epoch. Absent: does not expire. */
  expiresAt?: number
}

/** Why a connection is not read from at the moment. */
type Hold = 'opening' | 'answer' | 'rate' | 'unsent' | 'queue'

/** The limits are for what is inside a message; its head comes on top. */
const HEAD_BYTES = 64

/** Presence may come this much ahead of its rate, so that two quick changes are not pulled apart. */
const PRESENCE_BURST_MS = 200

/** One client: reads its messages in order, slowly when it must be, and writes no faster than it takes. */
export class Connection implements Member {
  readonly ordinal: number
  readonly isPrivate: boolean
  hasJoined = false
  isClosed = false
  /** Lets the document go; set by the server that holds it for this connection. */
  releaseRoom: () => void = () => {}
  role: Role = 'view'
  author = ''
  connectionKey = ''
  private readonly context: RoomContext
  private readonly wire: Wire
  private readonly outbox: Outbox
  private readonly onClosed: (connection: Connection) => void
  private readonly holds = new Set<Hold>(['opening'])
  private inbox: Uint8Array[] = []
  private inboxBytes = 0
  private room: Room | undefined
  private expiresAt = Number.POSITIVE_INFINITY
  private readonly messages: TokenBucket
  private readonly updates: TokenBucket
  private readonly bytes: TokenBucket
  /** Document messages read and settled: our provider counts what it sent, and so knows what is saved. */
  private documentMessages = 0
  private hasSentState = false
  private awaitsState = false
  private lastReceivedAt: number
  private lastPingAt = 0
  private toldAt = Number.NEGATIVE_INFINITY
  private resyncAt = Number.NEGATIVE_INFINITY
  private presenceDueAt = 0

  constructor(
    wire: Wire,
    context: RoomContext,
    options: { ordinal: number; isPrivate: boolean; onClosed(connection: Connection): void },
  ) {
    const { clock, limits } = context
    const now = clock.now()
    this.wire = wire
    this.context = context
    this.ordinal = options.ordinal
    this.isPrivate = options.isPrivate
    this.onClosed = options.onClosed
    this.messages = new TokenBucket(limits.messagesPerSecond, limits.messagesBurst, now)
    this.updates = new TokenBucket(limits.updatesPerSecond, limits.updatesBurst, now)
    this.bytes = new TokenBucket(limits.bytesPerSecond, limits.bytesBurst, now)
    this.outbox = new Outbox(wire, context)
    this.lastReceivedAt = now
    wire.listen({
      onMessage: (bytes) => this.receive(bytes),
      onText: () => this.abuse(CLOSE.malformed, 'Text is not part of the protocol.'),
      onPong: () => {
        this.lastReceivedAt = clock.now()
      },
      onDrain: () => this.drained(),
      onClose: () => this.closed(1006, 'closed by the other side'),
      onError: (error) => this.failed(error),
    })
    wire.pause()
  }

  // ------------------------------------------------------------------------------------------------ opening, closing

  /** Lets a signed-in connection into its document, once that is loaded. */
  open(room: Room, access: Access): void {
    this.room = room
    this.role = access.role
    this.author = access.author
    this.connectionKey = access.connectionKey
    this.expiresAt = access.expiresAt ?? Number.POSITIVE_INFINITY
    room.members.add(this)
    this.wire.limitMessage(this.context.limits.firstStateBytes + HEAD_BYTES)
    if (this.isPrivate) {
      this.send(
        writePrivateJson(PRIVATE.hello, {
          role: this.role,
          author: this.author,
          writable: room.isWritable,
          reason: room.storeReason,
        }),
      )
    }
    this.send(writeSyncStep1(room.takenClocks))
    if (room.presence.size > 0) this.send(room.allPresence())
    this.release('opening')
  }

  changeAccess(role: Role | 'revoked'): void {
    if (role === 'revoked') {
      this.close(CLOSE.forbidden, 'Access was revoked.')
      return
    }
    const couldWrite = mayWrite(this.role)
    this.role = role
    if (this.isPrivate) this.send(writePrivateJson(PRIVATE.access, { role }))
    // What it was refused before is welcome now.
    if (!couldWrite && mayWrite(role) && this.room) this.askForState(this.room)
  }

  close(code: number, reason: string): void {
    if (this.isClosed) return
    this.wire.close(code, reason)
    this.closed(code, reason)
  }

  private abuse(code: number, reason: string): void {
    if (this.isClosed) return
    this.context.metrics.closedForAbuse += 1
    this.close(code, reason)
  }

  private failed(error: Error): void {
    if (this.isClosed) return
    const document = this.room?.document ?? ''
    this.context.emit({ type: 'connection-failed', document, connection: this.ordinal, error: error.message })
    // `ws` answers a broken frame with the fitting close code by itself; the socket is of no use any more.
    this.wire.close(CLOSE.malformed, 'Not a message of the protocol.')
    this.closed(CLOSE.malformed, 'broken frame or socket')
  }

  private closed(code: number, reason: string): void {
    if (this.isClosed) return
    this.isClosed = true
    this.inbox = []
    this.outbox.close()
    const { room } = this
    if (room?.members.delete(this)) {
      room.presence.leave(this)
      room.presenceChanged()
      this.releaseRoom()
    }
    const document = room?.document ?? ''
    this.context.emit({ type: 'connection-closed', document, connection: this.ordinal, code, reason })
    this.onClosed(this)
  }

  // ---------------------------------------------------------------------------------------------------------- reading

  private receive(bytes: Uint8Array): void {
    if (this.isClosed) return
    this.lastReceivedAt = this.context.clock.now()
    this.context.metrics.messagesReceived += 1
    if (this.holds.size === 0 && this.inbox.length === 0) {
      this.handle(bytes)
      return
    }
    this.inbox.push(bytes.slice())
    this.inboxBytes += bytes.length
    if (this.holds.has('opening') && this.inboxBytes > this.context.limits.signInBytes) {
      this.abuse(CLOSE.tooLarge, 'Too much before signing in.')
    }
  }

  private hold(hold: Hold): void {
    if (this.holds.size === 0) this.wire.pause()
    this.holds.add(hold)
  }

  private release(hold: Hold): void {
    if (!this.holds.delete(hold) || this.isClosed) return
    while (this.holds.size === 0 && this.inbox.length > 0 && !this.isClosed) {
      const next = this.inbox.shift()!
      this.inboxBytes -= next.length
      this.handle(next)
    }
    if (this.holds.size === 0 && !this.isClosed) this.wire.resume()
  }

  private handle(bytes: Uint8Array): void {
    const { room } = this
    if (!room) return
    if (this.expiresAt <= this.lastReceivedAt) {
      this.close(CLOSE.forbidden, 'Access has expired.')
      return
    }
    try {
      this.read(bytes, room)
    } catch (error) {
      if (!(error instanceof MalformedError)) throw error
      this.abuse(CLOSE.malformed, `Malformed: ${error.message}.`)
    }
  }

  private read(bytes: Uint8Array, room: Room): void {
    const reader = new ByteReader(bytes)
    this.messages.take(1, this.lastReceivedAt)
    const type = reader.readVarUint()
    if (type === MESSAGE.presence) this.readPresence(reader, room)
    else if (type === MESSAGE.sync) this.readSync(reader, room)
    else if (type === MESSAGE.queryPresence) this.sendPresence(room.allPresence())
    else throw new MalformedError(`unknown message type ${type}`)
    this.slowDown(this.messages)
  }

  private readPresence(reader: ByteReader, room: Room): void {
    if (reader.bytes.length > this.context.limits.frameBytes) {
      this.abuse(CLOSE.tooLarge, 'A message over the limit.')
      return
    }
    const { metrics } = this.context
    const update = reader.readVarBytes()
    const { accepted, known, refused } = room.presence.read(update, this)
    metrics.presenceReceived += 1
    metrics.presenceKnown += known
    metrics.presenceRefused += refused
    if (refused > 0) this.tell('presence', 'Presence over the limit was left out.', false)
    if (accepted > 0) room.presenceChanged()
  }

  private readSync(reader: ByteReader, room: Room): void {
    const kind = reader.readVarUint()
    const payload = reader.readVarBytes()
    if (!reader.isAtEnd) throw new MalformedError('bytes after the end')
    if (kind === SYNC.step1) {
      const clocks = readStateVector(payload)
      this.hold('answer')
      this.context.turns.add(() => {
        if (!this.isClosed) this.answer(clocks, room)
        this.release('answer')
      })
      return
    }
    if (kind !== SYNC.step2 && kind !== SYNC.update) throw new MalformedError(`unknown sync message ${kind}`)
    const isFirstState = kind === SYNC.step2 && !this.hasSentState
    const limit = isFirstState && mayWrite(this.role) ? 'firstStateBytes' : 'frameBytes'
    if (payload.length > this.context.limits[limit]) {
      // An honest large edit comes back as the first state of the next connection, which may be larger.
      this.abuse(isFirstState ? CLOSE.tooLarge : CLOSE.oversized, 'A message over the limit.')
      return
    }
    if (kind === SYNC.step2) {
      this.awaitsState = false
      if (isFirstState) {
        this.hasSentState = true
        this.wire.limitMessage(this.context.limits.frameBytes + HEAD_BYTES)
      }
    }
    this.readUpdate(payload, kind === SYNC.step2, room)
    this.updates.take(1, this.lastReceivedAt)
    if (!isFirstState) this.bytes.take(payload.length, this.lastReceivedAt)
    this.slowDown(this.updates)
    this.slowDown(this.bytes)
    if (room.queueBytes > this.context.limits.queueBytes) this.hold('queue')
  }

  private readUpdate(payload: Uint8Array, isState: boolean, room: Room): void {
    const { metrics } = this.context
    metrics.updatesReceived += 1
    const index = ++this.documentMessages
    const item = {
      author: this.author,
      connection: this.ordinal,
      settle: () => this.saved(index),
      fail: () => {},
    }
    if (!mayWrite(this.role)) {
      // A state with nothing new is how a stock viewer answers; anything else is an edit.
      if (!isState || room.check(payload).kind !== 'nothing') {
        metrics.updatesRefused += 1
        this.tell('read-only', 'You may look at this space but not change it.', true)
      }
      room.settleInOrder(item)
      return
    }
    const offer = room.offer(payload.slice(), isState, item)
    if (offer.kind === 'nothing') {
      metrics.updatesKnown += 1
      return
    }
    if (offer.kind === 'queued') return
    if (offer.kind === 'full') {
      metrics.updatesRefused += 1
      this.tell('document-full', 'The space has reached its largest size.', true)
    } else {
      metrics.gaps += 1
      if (!isState) this.askForState(room)
    }
    room.settleInOrder(item)
  }

  /** Asks for what is missing; at most once until it is answered, and not in a hurry. */
  private askForState(room: Room): void {
    const now = this.context.clock.now()
    if (this.awaitsState && now < this.resyncAt) return
    this.awaitsState = true
    this.resyncAt = now + this.context.times.refusalMs
    this.send(writeSyncStep1(room.takenClocks))
  }

  private slowDown(bucket: TokenBucket): void {
    const wait = bucket.wait(this.lastReceivedAt)
    if (wait === 0 || this.holds.has('rate')) return
    this.hold('rate')
    this.context.clock.setTimeout(() => this.releaseRate(), wait)
  }

  private releaseRate(): void {
    const now = this.context.clock.now()
    const wait = Math.max(this.messages.wait(now), this.updates.wait(now), this.bytes.wait(now))
    if (wait > 0 && !this.isClosed) this.context.clock.setTimeout(() => this.releaseRate(), wait)
    else this.release('rate')
  }

  queueDrained(): void {
    if (this.holds.has('queue') && this.room && this.room.queueBytes <= this.context.limits.queueBytes / 2) {
      this.release('queue')
    }
  }

  // ---------------------------------------------------------------------------------------------------------- writing

  private send(message: OutgoingMessage): void {
    this.outbox.send(message)
  }

  private answer(clocks: ReadonlyMap<number, number>, room: Room): void {
    this.hasJoined = true
    this.outbox.answer(clocks, room)
    if (this.outbox.isBehind) this.hold('unsent')
  }

  sendUpdate(message: OutgoingMessage): void {
    if (!this.room) return
    this.outbox.sendUpdate(message, this.room)
    if (this.outbox.isBehind) this.hold('unsent')
  }

  sendPresence(message: OutgoingMessage): void {
    this.outbox.sendPresence(message)
  }

  private drained(): void {
    if (this.isClosed || !this.room) return
    this.outbox.drained(this.room)
    if (!this.outbox.isBehind) this.release('unsent')
  }

  private saved(index: number): void {
    if (this.isPrivate) this.send(writeSaved(index))
  }

  storeChanged(writable: boolean, reason: string): void {
    if (this.isPrivate) this.send(writePrivateJson(PRIVATE.store, { writable, reason }))
  }

  /** @param isEdit Whether an edit was refused: the only thing that stock clients have a message for. */
  private tell(code: string, message: string, isEdit: boolean): void {
    const now = this.context.clock.now()
    if (now - this.toldAt < this.context.times.refusalMs) return
    this.toldAt = now
    if (this.isPrivate) this.send(writePrivateJson(PRIVATE.refused, { code, message }))
    else if (isEdit) this.send(writePermissionDenied(message))
    if (!isEdit) return
    const document = this.room?.document ?? ''
    const { ordinal, author } = this
    this.context.emit({ type: 'edit-refused', document, connection: ordinal, author, reason: message })
  }

  // --------------------------------------------------------------------------------------------------------- presence

  isPresenceDue(now: number): boolean {
    return now >= this.presenceDueAt
  }

  presenceWasSent(now: number): void {
    const spacing = 1000 / this.context.limits.presencePerSecond
    this.presenceDueAt = Math.max(this.presenceDueAt, now - PRESENCE_BURST_MS) + spacing
  }

  // ----------------------------------------------------------------------------------------------------- housekeeping

  /** Called every second or so. */
  sweep(now: number): void {
    const { limits, times } = this.context
    if (this.isClosed) return
    if (now >= this.expiresAt) {
      this.close(CLOSE.forbidden, 'Access has expired.')
    } else if (this.outbox.isTooFarBehind(now)) {
      this.context.metrics.closedForLag += 1
      this.close(CLOSE.later, 'Too far behind.')
    } else if (now - this.lastReceivedAt >= times.deadMs && this.holds.size === 0) {
      this.wire.terminate()
      this.closed(CLOSE.later, 'gone without a goodbye')
    } else {
      if (now - this.outbox.lastSentAt >= times.silenceMs && !this.holds.has('opening')) this.outbox.giveSignOfLife()
      const quiet = Math.max(this.lastReceivedAt, this.lastPingAt)
      if (now - quiet >= times.pingMs && this.wire.unsent() <= limits.unsentPresenceBytes) {
        this.lastPingAt = now
        this.wire.ping()
      }
    }
  }
}
