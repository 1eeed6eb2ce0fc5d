import type { Role } from '../events.ts'

/**
 * - `saved`: the server has stored everything.
 * - `saving`: something is on its way.
 * - `offline`: no connection; edits are kept here and sent when it is back.
 * - `read-only`: edits are not taken now (see `reason`): the role does not allow them, or the store does not answer.
 * - `refused`: an edit was made that the server did not take; what is seen here is not what others see.
 * - `closed`: the server asked not to come back (see `code`).
 */
export type SyncState = 'saved' | 'saving' | 'offline' | 'read-only' | 'refused' | 'closed'

export interface SyncStatus {
  readonly state: SyncState
  /** Edits made here that are not known to be stored. */
  readonly pending: number
  /** Absent until the server said so. */
  readonly role?: Role
  /** Who one is to the server. Absent until the server said so. */
  readonly author?: string
  /** Why, in the server's words. */
  readonly reason?: string
  /** The close code, when closed. */
  readonly code?: number
}

/** Follows what was sent and what the server says is stored. */
export class SaveState {
  status: SyncStatus = { state: 'offline', pending: 0 }
  private isConnected = false
  private hasSentState = false
  /** Document messages sent on this connection, and how many of them are settled. */
  private sent = 0
  private settled = 0
  /** Message number of each edit that is on its way, ascending. */
  private underWay: number[] = []
  private offlineEdits = 0
  private role: Role | undefined
  private author: string | undefined
  private isWritable = true
  private storeReason = ''
  private refusal: string | undefined
  private closing: { code: number; reason: string } | undefined
  private readonly onChange: (status: SyncStatus) => void

  constructor(onChange: (status: SyncStatus) => void) {
    this.onChange = onChange
  }

  connected(): void {
    this.isConnected = true
    this.hasSentState = false
    this.sent = 0
    this.settled = 0
    this.closing = undefined
    this.update()
  }

  disconnected(closing?: { code: number; reason: string }): void {
    this.isConnected = false
    // Whatever was not confirmed goes again with the state that is sent on the next connection.
    this.offlineEdits += this.underWay.length
    this.underWay = []
    this.closing = closing
    this.update()
  }

  edited(wasSent: boolean): void {
    if (wasSent) this.underWay.push(++this.sent)
    else this.offlineEdits += 1
    this.update()
  }

  /** Our whole news was sent as a sync step 2. */
  stateSent(): void {
    this.sent += 1
    this.hasSentState = true
    for (; this.offlineEdits > 0; this.offlineEdits--) this.underWay.push(this.sent)
    this.update()
  }

  saved(count: number): void {
    this.settled = count
    while (this.underWay.length > 0 && this.underWay[0]! <= count) this.underWay.shift()
    this.update()
  }

  hello(role: Role, author: string, isWritable: boolean, reason: string): void {
    this.role = role
    this.author = author
    this.isWritable = isWritable
    this.storeReason = reason
    this.refusal = undefined
    this.update()
  }

  accessChanged(role: Role): void {
    this.role = role
    this.refusal = undefined
    this.update()
  }

  storeChanged(isWritable: boolean, reason: string): void {
    this.isWritable = isWritable
    this.storeReason = reason
    this.update()
  }

  refused(reason: string): void {
    this.refusal = reason
    this.update()
  }

  private update(): void {
    const next: SyncStatus = {
      ...this.describe(),
      pending: this.underWay.length + this.offlineEdits,
      ...(this.role && { role: this.role }),
      ...(this.author && { author: this.author }),
    }
    const before = this.status
    const names = ['state', 'pending', 'role', 'author', 'reason', 'code'] as const
    if (names.every((name) => before[name] === next[name])) return
    this.status = next
    this.onChange(next)
  }

  private describe(): { state: SyncState; reason?: string; code?: number } {
    if (this.closing) return { state: 'closed', reason: this.closing.reason, code: this.closing.code }
    if (!this.isConnected) return { state: 'offline' }
    if (this.refusal !== undefined) return { state: 'refused', reason: this.refusal }
    if (this.role === 'view' || this.role === 'comment') return { state: 'read-only', reason: `role: ${this.role}` }
    if (!this.isWritable) return { state: 'read-only', reason: this.storeReason }
    const isSettled = this.hasSentState && this.settled >= this.sent
    return { state: isSettled ? 'saved' : 'saving' }
  }
}
