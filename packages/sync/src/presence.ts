import { ByteReader, MalformedError } from './byte-reader.ts'
import type { PresenceEntry } from './messages.ts'

/** Who announced a presence: an open connection. */
export interface PresenceOwner {
  /** A presence moves to another connection only within one author. */
  readonly author: string
  /** Connections are numbered as they open. */
  readonly ordinal: number
}

interface Kept<Owner> extends PresenceEntry {
  owner: Owner
  /**
   * Set when its connection is gone: the number of the newest connection at that time. Late echoes of those that were
   * open then must not bring it back; who comes later may, with the same clock.
   */
  goneAt?: { ordinal: number; time: number }
}

/** How long the clock of somebody who left is remembered, ms: longer than any echo takes. */
const REMEMBER_MS = 60_000

export interface PresenceLimits {
  presenceBytes: number
  presenceIds: number
}

/** What came of a presence message. */
export interface PresenceResult {
  /** Entries taken, to be passed on. */
  accepted: number
  /** Entries that are not newer than what is known: echoes, mostly. */
  known: number
  /** Entries dropped: too large, somebody else's, or one id too many. */
  refused: number
}

const NULL_STATE = Buffer.from('null')

/**
 * Who is in a document right now, as the stock awareness protocol tells it: client id, clock, JSON. Entries that are
 * not newer, as stock clients echo them by the dozen, are dropped on their id and clock, before anything else is read.
 */
export class Presence<Owner extends PresenceOwner> {
  private readonly entries = new Map<number, Kept<Owner>>()
  private readonly dirty = new Set<number>()
  private readonly limits: PresenceLimits
  private readonly now: () => number
  private readonly newestOrdinal: () => number

  /** @param newestOrdinal Number of the connection that opened last. */
  constructor(limits: PresenceLimits, now: () => number, newestOrdinal: () => number) {
    this.limits = limits
    this.now = now
    this.newestOrdinal = newestOrdinal
  }

  get size(): number {
    return this.entries.size
  }

  get hasChanges(): boolean {
    return this.dirty.size > 0
  }

  /** Takes in an awareness update. @throws MalformedError */
  read(update: Uint8Array, owner: Owner): PresenceResult {
    const result = { accepted: 0, known: 0, refused: 0 }
    const reader = new ByteReader(update)
    const count = reader.readVarUint()
    for (let index = 0; index < count; index++) {
      const client = reader.readVarUint()
      const clock = reader.readVarUint()
      const length = reader.readVarUint()
      const start = reader.position
      reader.skip(length)
      const entry = this.entries.get(client)
      if (entry && !isNewer(entry, clock, owner) && !(clock === entry.clock && isNull(update, start, length))) {
        result.known += 1
        continue
      }
      if (!this.mayWrite(entry, length, owner)) {
        result.refused += 1
        continue
      }
      result[this.write(client, clock, update.slice(start, start + length), owner)] += 1
    }
    if (!reader.isAtEnd) throw new MalformedError('bytes after the end')
    return result
  }

  private mayWrite(entry: Kept<Owner> | undefined, length: number, owner: Owner): boolean {
    if (length > this.limits.presenceBytes) return false
    if (entry?.owner === owner) return true
    if (entry && !entry.goneAt && entry.owner.author !== owner.author) return false
    return this.idsOf(owner) < this.limits.presenceIds
  }

  private idsOf(owner: Owner): number {
    let count = 0
    for (const entry of this.entries.values()) {
      if (entry.owner === owner && !entry.goneAt) count += 1
    }
    return count
  }

  private write(client: number, clock: number, state: Uint8Array, owner: Owner): 'accepted' | 'known' {
    const known = this.entries.get(client)
    if (isNull(state, 0, state.length)) {
      // A connection that timed somebody out says so for them; only their own may.
      if (!known || known.owner !== owner) return 'known'
      this.entries.set(client, { client, clock, state, owner, goneAt: this.goneNow() })
      this.dirty.add(client)
      return 'accepted'
    }
    requireJson(state)
    this.entries.set(client, { client, clock, state, owner })
    this.dirty.add(client)
    return 'accepted'
  }

  /** Marks what a connection announced as gone. */
  leave(owner: Owner): void {
    for (const entry of this.entries.values()) {
      if (entry.owner !== owner || entry.goneAt) continue
      entry.state = NULL_STATE
      entry.goneAt = this.goneNow()
      this.dirty.add(entry.client)
    }
  }

  private goneNow() {
    return { ordinal: this.newestOrdinal(), time: this.now() }
  }

  /** Lets go of the clocks of those who left long ago. */
  sweep(): void {
    const before = this.now() - REMEMBER_MS
    for (const entry of this.entries.values()) {
      if (entry.goneAt && entry.goneAt.time < before && !this.dirty.has(entry.client)) this.entries.delete(entry.client)
    }
  }

  /**
   * Takes what changed since the last call.
   *
   * @param isDue Whether a connection may be passed on again already; what is not due stays for later.
   */
  takeChanges(isDue: (owner: Owner) => boolean): { entry: PresenceEntry; owner: Owner }[] {
    const changes: { entry: PresenceEntry; owner: Owner }[] = []
    for (const client of this.dirty) {
      const entry = this.entries.get(client)
      if (!entry) {
        this.dirty.delete(client)
        continue
      }
      if (!entry.goneAt && !isDue(entry.owner)) continue
      this.dirty.delete(client)
      changes.push({ entry: { client, clock: entry.clock, state: entry.state }, owner: entry.owner })
    }
    return changes
  }

  /** Everybody, or what one connection announced. */
  list(owner?: Owner): PresenceEntry[] {
    const entries: PresenceEntry[] = []
    for (const entry of this.entries.values()) {
      if (!entry.goneAt && (owner === undefined || entry.owner === owner)) entries.push(entry)
    }
    return entries
  }
}

function isNewer<Owner extends PresenceOwner>(entry: Kept<Owner>, clock: number, owner: Owner): boolean {
  if (clock > entry.clock) return true
  return clock === entry.clock && entry.goneAt !== undefined && owner.ordinal > entry.goneAt.ordinal
}

/** Whether the JSON text is `null`. */
function isNull(bytes: Uint8Array, start: number, length: number): boolean {
  return (
    length === 4 &&
    bytes[start] === 110 &&
    bytes[start + 1] === 117 &&
    bytes[start + 2] === 108 &&
    bytes[start + 3] === 108
  )
}

/** A stock client throws on text that is not JSON, so it must not be passed on. */
function requireJson(state: Uint8Array): void {
  try {
    JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(state))
  } catch (cause) {
    throw new MalformedError('presence is not JSON', { cause })
  }
}
