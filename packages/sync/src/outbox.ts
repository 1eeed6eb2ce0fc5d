import { type OutgoingMessage, SIGN_OF_LIFE } from './messages.ts'
import type { Room } from './room.ts'
import type { RoomContext } from './room-context.ts'
import type { Wire } from './wire.ts'

/**
 * What goes out to one connection, no faster than it takes it: first presence stops, then updates, of which it gets one
 * diff when it has taken what it got; in the end it is closed. Nothing queues up without end, and no update is left out.
 */
export class Outbox {
  lastSentAt: number
  private readonly wire: Wire
  private readonly context: RoomContext
  private isClosed = false
  private presenceIsStale = false
  /** State vector up to which it was sent everything, while it is not sent updates. */
  private behind: { clocks: ReadonlyMap<number, number> } | undefined
  /** A join that waits until what was sent before is taken. */
  private owedAnswer: ReadonlyMap<number, number> | undefined
  /** Extra room and time while the answer to a join is under way, bytes. */
  private joinAllowance = 0
  private blockedSince: number | undefined

  constructor(wire: Wire, context: RoomContext) {
    this.wire = wire
    this.context = context
    this.lastSentAt = context.clock.now()
  }

  /** Whether updates wait until it has taken what it got. Then it is not read from either. */
  get isBehind(): boolean {
    return this.behind !== undefined || this.owedAnswer !== undefined
  }

  close(): void {
    this.isClosed = true
    this.behind = undefined
    this.owedAnswer = undefined
  }

  send(message: OutgoingMessage): void {
    if (this.isClosed) return
    this.lastSentAt = this.context.clock.now()
    this.context.metrics.bytesSent += message.bytes.length
    this.wire.send(message)
  }

  /** Answers a sync step 1, or owes it. */
  answer(clocks: ReadonlyMap<number, number>, room: Room): void {
    if (this.wire.unsent() > this.context.limits.unsentUpdateBytes) {
      this.owedAnswer = clocks
      return
    }
    const message = room.answer(clocks)
    this.joinAllowance = Math.max(this.joinAllowance, message.bytes.length)
    // What it gets now is all there is: it is not behind any more.
    this.behind = undefined
    this.send(message)
    this.watchUnsent(room)
  }

  sendUpdate(message: OutgoingMessage, room: Room): void {
    if (this.isBehind) return
    this.context.metrics.updateFramesSent += 1
    this.send(message)
    this.watchUnsent(room)
  }

  sendPresence(message: OutgoingMessage): void {
    if (this.wire.unsent() > this.context.limits.unsentPresenceBytes) {
      this.presenceIsStale = true
      return
    }
    this.context.metrics.presenceFramesSent += 1
    this.send(message)
  }

  /** A stock client must hear something from time to time. */
  giveSignOfLife(): void {
    if (this.wire.unsent() === 0) this.send(SIGN_OF_LIFE)
  }

  private watchUnsent(room: Room): void {
    if (this.behind || this.wire.unsent() <= this.context.limits.unsentUpdateBytes) return
    this.behind = { clocks: new Map(room.state.clocks) }
  }

  /** Everything was taken: sends what was left out meanwhile. */
  drained(room: Room): void {
    if (this.isClosed || this.wire.unsent() > this.context.limits.unsentPresenceBytes) return
    this.joinAllowance = 0
    this.blockedSince = undefined
    const { behind, owedAnswer } = this
    this.behind = undefined
    this.owedAnswer = undefined
    if (owedAnswer) this.answer(owedAnswer, room)
    else if (behind) this.sendUpdate(room.catchUp(behind.clocks), room)
    if (this.presenceIsStale) {
      this.presenceIsStale = false
      this.sendPresence(room.allPresence())
    }
  }

  isTooFarBehind(now: number): boolean {
    const { limits } = this.context
    const unsent = this.wire.unsent()
    if (unsent > limits.unsentCloseBytes + this.joinAllowance) return true
    if (unsent <= limits.unsentPresenceBytes) {
      this.blockedSince = undefined
      return false
    }
    this.blockedSince ??= now
    return now - this.blockedSince > limits.behindMs + (this.joinAllowance / limits.joinBytesPerSecond) * 1000
  }
}
